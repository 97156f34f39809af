// The size of text on the screen in the default mode, and what does not grow when it is enlarged (WCAG 1.4.4).
(() => {
  const { describe, seen, looks, once, snapshot, add } = globalThis.a11yContentAudit;
  const { texts, isTuckedAway, above } = looks;
  const ENOUGH = 1.25; // designs give large headings less room on narrow screens: these still grow
  let before = new Map(); // element to its size on the screen

  const sizes = (scale) => {
    const found = new Map();
    for (const text of texts()) {
      const element = text.parentElement;
      if (!found.has(element) && seen(element)) {
        found.set(element, Number.parseFloat(getComputedStyle(element).fontSize) * scale);
      }
    }
    return found;
  };

  const isInside = (element, others) => {
    for (let at = above(element); at; at = above(at)) {
      if (others.has(at)) {
        return true;
      }
    }
    return false;
  };

  const compare = (zoom) => {
    const small = new Map();
    for (const [element, size] of sizes(zoom / 100)) {
      const ratio = before.has(element) ? size / before.get(element) : ENOUGH;
      if (ratio < ENOUGH && !isTuckedAway(element)) {
        small.set(element, ratio);
      }
    }
    return [...small]
      .filter(([element]) => !isInside(element, small))
      .map(([element, ratio]) => ({ ...describe(element), ratio }));
  };

  add("resize-text", ({ mode: { isDefault, zoom }, reuse }) => {
    if (isDefault) {
      before = sizes(1);
      return [];
    }
    // Not by the engine: a mode in which nothing grew is in the state of the default mode, and is what is looked for.
    return once("resize-text", `${zoom} ${snapshot().whole}`, reuse, () => compare(zoom));
  });
})();
