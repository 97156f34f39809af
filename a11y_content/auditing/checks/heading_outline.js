// The headings of each document in their order, also those that wait in closed details (WCAG 1.3.1).
(() => {
  const { describe, elements, above, spoken, add } = globalThis.a11yContentAudit;
  const MOST = 100; // findings on one page
  const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
  const NAMING =
    "[aria-label], [aria-labelledby], [title], img[alt]:not([alt='']), svg title, [role=img], object, slot";

  const levelOf = (element) => {
    const said = Number.parseInt(element.getAttribute("aria-level") ?? "", 10);
    const native = /^h([1-6])$/.exec(element.localName);
    return said > 0 ? said : Number(native?.[1] ?? 2);
  };

  const isHeading = (element) => {
    const role = element.getAttribute("role")?.trim().toLowerCase();
    return element.matches(HEADINGS) && (!role || role === "heading");
  };

  // A closed details element, or one that search may open, keeps its headings for whoever opens it; display: none does not.
  const isThere = (element) => {
    if (getComputedStyle(element).visibility !== "visible") {
      return false;
    }
    for (let at = element; at; at = above(at)) {
      if (at.getAttribute("aria-hidden") === "true" || getComputedStyle(at).display === "none") {
        return false;
      }
    }
    return true;
  };

  // What is told in this mode has a name, if an empty one; what waits in closed details is judged by what it holds.
  const emptiness = async (reuse) => {
    const told = (await spoken(reuse)).filter(({ role }) => role === "heading");
    const names = new Map(told.map(({ element, name }) => [element, name]));
    const holdsNothing = (element) =>
      !(/\S/.test(element.textContent) || element.matches(NAMING) || element.querySelector(NAMING));
    return (element) => (names.has(element) ? !names.get(element) : holdsNothing(element));
  };

  add("heading-outline", async ({ reuse }) => {
    const isEmpty = await emptiness(reuse);
    const outlines = new Map([[document, []]]);
    for (const element of elements()) {
      if (isHeading(element) && isThere(element)) {
        const own = outlines.get(element.ownerDocument) ?? [];
        outlines.set(element.ownerDocument, own);
        own.push({ element, level: levelOf(element) });
      }
    }
    const found = [];
    const say = (kind, element, facts = {}) => {
      if (found.length < MOST) {
        found.push({ ...describe(element), kind, ...facts });
      }
    };
    for (const [content, headings] of outlines) {
      const page = headings.filter(({ element }) => !element.closest("dialog, [role=dialog], [role=alertdialog]"));
      const inPage = new Set(page.map(({ element }) => element));
      let last = null;
      for (const { element, level } of headings) {
        if (isEmpty(element)) {
          say("empty", element);
        } else {
          if (last && level > last + 1 && inPage.has(element)) {
            say("skipped", element, { level, last });
          }
          last = level;
        }
      }
      const first = page.filter(({ element, level }) => level === 1 && !isEmpty(element));
      if (content === document && page.length && !first.length) {
        say("none", content.documentElement);
      }
      for (const { element } of first.slice(1)) {
        say("several", element, { count: first.length });
      }
    }
    return found;
  });
})();
