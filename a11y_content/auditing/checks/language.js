// The words of the page in the blocks that hold them, each with the language that is declared for it.
(() => {
  const { describe, elements, roots, above, add } = globalThis.a11yContentAudit;
  const MOST = 400; // characters of one block that are worth reading
  const FEWEST = 8;
  let judged = [];
  const BLOCKS = 1000; // of a page are enough to tell its language
  const SILENT =
    "script, style, noscript, template, code, pre, kbd, samp, var, math, svg, address, cite, [translate=no], .notranslate, [aria-hidden=true], textarea, del";
  const INLINE =
    "a, abbr, b, bdi, bdo, big, data, dfn, em, font, i, ins, label, mark, q, ruby, rb, rt, rp, s, slot, small, span, strong, sub, sup, time, u, wbr";

  const declared = (element) => {
    for (let at = element; at; at = above(at)) {
      const lang = at.getAttribute("lang") ?? at.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang");
      if (lang !== null) {
        return lang.trim();
      }
    }
    return "";
  };

  // The block around some words, but no further than the element that declares their language.
  const blockOf = (element) => {
    let at = element;
    while (at.matches(INLINE) && !at.hasAttribute("lang") && at.parentElement) {
      at = at.parentElement;
    }
    return at;
  };

  // Hidden by display: none is nobody's text; closed details keep theirs for whoever opens them.
  const isThere = (element) => {
    if (getComputedStyle(element).visibility !== "visible") {
      return false;
    }
    for (let at = element; at; at = above(at)) {
      if (at.matches(SILENT) || getComputedStyle(at).display === "none") {
        return false;
      }
    }
    return true;
  };

  add("language", () => {
    const blocks = new Map();
    const known = new Map();
    for (const root of roots()) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (blocks.size < BLOCKS && walker.nextNode()) {
        const { data, parentElement: element } = walker.currentNode;
        if (!element || !/\S/.test(data)) {
          continue;
        }
        if (!known.has(element)) {
          known.set(element, isThere(element));
        }
        if (known.get(element)) {
          const block = blockOf(element);
          blocks.set(block, (blocks.get(block) ?? "") + data);
        }
      }
    }
    for (const image of elements().filter((element) =>
      element.matches("img[alt], area[alt], input[type=image][alt]"),
    )) {
      if (blocks.size < BLOCKS && isThere(image)) {
        blocks.set(image, image.alt);
      }
    }
    const found = [];
    for (const [element, words] of blocks) {
      const text = words.replace(/\s+/g, " ").trim();
      if (text.length >= FEWEST) {
        found.push({ element, text: text.slice(0, MOST), lang: declared(element) });
      }
    }
    judged = found.map(({ element }) => element);
    const texts = found.map(({ text, lang }) => ({ text, lang }));
    return { blocks: texts, page: { ...describe(document.documentElement), lang: declared(document.documentElement) } };
  });

  // Only what is told needs words about its element: they take longer than the rest.
  add("language/describe", ({ indexes }) => indexes.map((index) => describe(judged[index])));
})();
