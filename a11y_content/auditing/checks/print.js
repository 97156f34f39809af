// What paper does not show, and what lies in the way there.
(() => {
  const { describe, seen, looks, add } = globalThis.a11yContentAudit;
  const { every, texts, rgba, ratio, over, above, isTuckedAway } = looks;
  const PAPER = [255, 255, 255, 255];
  const SEEN = 1.5; // contrast below which a word on paper is not seen

  // Whether the nearest painted ground of an element is printed too.
  const hasGround = (element) => {
    for (let at = element; at; at = above(at)) {
      const style = getComputedStyle(at);
      if (rgba(style.backgroundColor)[3] > 0 || style.backgroundImage !== "none") {
        return style.printColorAdjust === "exact";
      }
    }
    return false;
  };

  const lost = (element) => {
    const style = getComputedStyle(element);
    const color = rgba(style.webkitTextFillColor);
    const exact = style.printColorAdjust === "exact";
    if (color[3] < 32 && !(exact && style.backgroundClip.includes("text"))) {
      return style.backgroundClip.includes("text") ? "cut-out" : "";
    }
    return exact && color[3] > 0 && ratio(over(color, PAPER), PAPER) < SEEN && !hasGround(element) ? "pale" : "";
  };

  add("print", () => {
    const found = new Map();
    for (const { parentElement } of texts()) {
      const kind =
        !found.has(parentElement) && seen(parentElement) && !isTuckedAway(parentElement) && lost(parentElement);
      if (kind) {
        found.set(parentElement, kind);
      }
    }
    for (const element of every("body *")) {
      if (getComputedStyle(element).position === "fixed" && seen(element) && !isTuckedAway(element)) {
        const box = element.getBoundingClientRect();
        if (box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth) {
          found.set(element, "fixed");
        }
      }
    }
    return [...found].map(([element, kind]) => ({ ...describe(element), kind }));
  });
})();
