// Links that say the same and lead elsewhere (WCAG 2.4.4, 2.4.9).
(() => {
  const { idOf, describe, spoken, above, add } = globalThis.a11yContentAudit;
  // Parameters that only count visits: the page behind them is the same.
  const COUNTERS = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_hs(enc|mi))$/;
  // What belongs to a link's purpose beside its name: its sentence's block, its list item, its cell, its heading.
  const MOST = 200; // links of one name are enough to tell that they are not told apart
  const BLOCK = "p, li, td, th, dd, dt, figcaption, caption, blockquote, summary, h1, h2, h3, h4, h5, h6";
  const LANDMARKS =
    "header, footer, nav, main, aside, form, search, [role=banner], [role=contentinfo], [role=navigation], [role=main], [role=complementary], [role=search], [role=region], [role=form]";

  const targetOf = (element) => {
    const href = (element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "").trim();
    let url;
    try {
      url = new URL(href, element.baseURI);
    } catch {
      return null;
    }
    if (!href || url.protocol === "javascript:") {
      return null;
    }
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      return url.href;
    }
    for (const name of [...url.searchParams.keys()].filter((key) => COUNTERS.test(key))) {
      url.searchParams.delete(name);
    }
    const path = url.pathname.replace(/\/(index\.(html?|php))?$/, "") || "/";
    const part = url.hash === "#" || url.hash === "#top" ? "" : url.hash;
    const host = url.host === location.host ? "" : `//${url.host}`;
    return `${host}${path}${url.search}${part}`;
  };

  const plain = (text) => text.replace(/\s+/g, " ").trim();

  const headingBefore = (element) => {
    for (let at = element; at; at = above(at)) {
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        const headings = before.matches("h1, h2, h3, h4, h5, h6, [role=heading]")
          ? [before]
          : [...before.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")];
        if (headings.length) {
          return plain(headings.at(-1).textContent);
        }
      }
    }
    return "";
  };

  // The words that tell links with one name apart. An item of a list has those of the item around its list too.
  const contextOf = (element, links) => {
    const words = [];
    const around = (at) => {
      const alike = links.filter((link) => at.contains(link.element)).map((link) => plain(link.element.textContent));
      return plain(alike.reduce((text, own) => text.replace(own, ""), plain(at.textContent)));
    };
    for (let at = element.closest(BLOCK); at; at = at.parentElement?.closest("li, td, th, dd")) {
      words.push(around(at));
    }
    const row = element.closest("tr");
    const description = (element.getAttribute("aria-describedby") ?? "")
      .split(/\s+/)
      .map((id) => (id && element.getRootNode().getElementById?.(id)?.textContent) || "");
    const landmark = element.closest(LANDMARKS);
    return [...words, row && around(row), ...description, headingBefore(element), landmark && idOf(landmark)].join(
      "\n",
    );
  };

  add("link-targets", async ({ reuse }) => {
    const names = new Map();
    for (const { element, role, name } of await spoken(reuse)) {
      const target = role === "link" && name ? targetOf(element) : null;
      if (target) {
        const key = name.toLowerCase();
        names.set(key, [...(names.get(key) ?? []), { element, name, target }]);
      }
    }
    const found = [];
    for (const links of names.values()) {
      if (new Set(links.map((link) => link.target)).size < 2) {
        continue;
      }
      const contexts = new Map();
      for (const link of links.slice(0, MOST)) {
        const context = contextOf(link.element, links.slice(0, MOST));
        contexts.set(context, [...(contexts.get(context) ?? []), link]);
      }
      const targets = [...new Set(links.map((link) => link.target))];
      const odd = links.find((link) => link.target !== links[0].target);
      let isTold = true;
      for (const alike of contexts.values()) {
        const other = alike.find((link) => link.target !== alike[0].target);
        if (other) {
          isTold = false;
          const places = [...new Set(alike.map((link) => link.target))];
          found.push({ ...describe(other.element), name: other.name, targets: places, isTold });
        }
      }
      if (isTold) {
        found.push({ ...describe(odd.element), name: odd.name, targets, isTold });
      }
    }
    return found;
  });
})();
