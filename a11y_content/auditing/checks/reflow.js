// Text and controls that stick out sideways of a narrow viewport (WCAG 1.4.10).
(() => {
  const { describe, rest, add } = globalThis.a11yContentAudit;
  // What needs two dimensions may scroll inside a box of its own.
  const TWO_DIMENSIONAL = "table, pre, img, svg, video, canvas, iframe, object, math";
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary";

  const mayScroll = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const overflow = getComputedStyle(at).overflowX;
      if (overflow === "auto" || overflow === "scroll") {
        return at.querySelector(TWO_DIMENSIONAL) !== null || at.matches(TWO_DIMENSIONAL);
      }
    }
    return false;
  };

  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Visually hidden text lies in a clipped box of one pixel: nobody scrolls to it.
  const clippedAway = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (style.overflowX !== "visible" && (box.width <= 1 || box.height <= 1)) {
        return true;
      }
      if (style.position === "absolute" && style.clip !== "auto") {
        return true;
      }
      if (style.clipPath.startsWith("inset(50%") || style.clipPath.startsWith("inset(100%")) {
        return true;
      }
    }
    return false;
  };

  const sideways = (rect) => rect.width > 0 && rect.height > 0 && rect.right > innerWidth + 1 && rect.bottom > 0;

  add("reflow", () => {
    rest();
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement;
      if (/\S/.test(text.data) && !found.has(element)) {
        range.selectNodeContents(text);
        if ([...range.getClientRects()].some(sideways) && seen(element)) {
          found.add(element);
        }
      }
    }
    for (const control of document.querySelectorAll(CONTROLS)) {
      if (sideways(control.getBoundingClientRect()) && seen(control)) {
        found.add(control);
      }
    }
    const out = [...found].filter((element) => !mayScroll(element) && !clippedAway(element));
    const page = document.scrollingElement;
    return {
      out: out.map((element) => ({ ...describe(element), right: Math.ceil(element.getBoundingClientRect().right) })),
      scrolls: page.scrollWidth > page.clientWidth + 1,
      width: page.scrollWidth,
      page: describe(document.body),
    };
  });
})();
