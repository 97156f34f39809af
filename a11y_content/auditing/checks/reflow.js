// Text, controls and pictures that stick out sideways of a narrow viewport, and bars that fill it (WCAG 1.4.10).
(() => {
  const { describe, rest, seen, looks, add } = globalThis.a11yContentAudit;
  const { every, texts, lines, above, isTuckedAway } = looks;
  // What needs two dimensions may scroll inside a box of its own.
  const TWO_DIMENSIONAL = "table, pre, img, svg, video, canvas, iframe, object, math";
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const PICTURES = "img, svg, object"; // films, canvases and frames may need two dimensions
  const HEIGHT = 256; // CSS pixels of WCAG 1.4.10 for a viewport: 1024 at 400 %
  const MOST = 0.5; // of it, for bars that never go away

  const CUTTING = ["hidden", "clip"];

  const mayScroll = (element) => {
    for (let at = element; at && at !== document.body; at = above(at)) {
      const overflow = getComputedStyle(at).overflowX;
      if (overflow === "auto" || overflow === "scroll") {
        return at.querySelector(TWO_DIMENSIONAL) !== null || at.matches(TWO_DIMENSIONAL);
      }
    }
    return false;
  };

  // A box that hides what sticks out of it: whether words are lost there is asked by `content-lost`.
  const isHidden = (element) => {
    for (let at = above(element); at && at !== document.body; at = above(at)) {
      if (CUTTING.includes(getComputedStyle(at).overflowX)) {
        return true;
      }
    }
    return false;
  };

  const isBeside = (box, { left, right }) => box.left >= right - 1 || box.right <= left + 1;
  // What stands aside on purpose: a slide that waits beside its window, a panel beside the screen, words after dots.
  const isAside = (element) => {
    const box = element.getBoundingClientRect();
    const view = element.ownerDocument.defaultView;
    const still = document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth + 1;
    for (let at = element; at && at !== document.body; at = above(at)) {
      const style = getComputedStyle(at);
      if (CUTTING.includes(style.overflowX) && at !== element.ownerDocument.body) {
        if (style.textOverflow === "ellipsis" || isBeside(box, at.getBoundingClientRect())) {
          return true;
        }
      }
      const floats =
        style.position === "fixed" || (still && (style.position === "absolute" || style.transform !== "none"));
      if (at.inert || (floats && isBeside(at.getBoundingClientRect(), { left: 0, right: view.innerWidth }))) {
        return true;
      }
    }
    return false;
  };

  const isLeftward = (element) => getComputedStyle(element.ownerDocument.documentElement).direction === "rtl";
  const sidewaysIn = (element) => {
    const { innerWidth: width } = element.ownerDocument.defaultView;
    const leftward = isLeftward(element);
    return (rect) =>
      rect.width > 0 && rect.height > 0 && rect.bottom > 0 && (leftward ? rect.left < -1 : rect.right > width + 1);
  };

  const wide = () => {
    const found = new Set();
    for (const text of texts()) {
      const element = text.parentElement;
      if (!found.has(element) && lines(text).some(sidewaysIn(element)) && seen(element)) {
        found.add(element);
      }
    }
    for (const control of every(CONTROLS)) {
      if (sidewaysIn(control)(control.getBoundingClientRect()) && seen(control)) {
        found.add(control);
      }
    }
    return [...found].filter((element) => !mayScroll(element) && !isTuckedAway(element) && !isAside(element));
  };

  const hasWidePicture = () =>
    every(PICTURES).some(
      (one) => sidewaysIn(one)(one.getBoundingClientRect()) && seen(one) && !mayScroll(one) && !isHidden(one),
    );

  // The tallest bars that stay where they are while the page scrolls, and what they leave of a small viewport.
  const bars = () => {
    const page = document.scrollingElement;
    if (page.scrollHeight <= innerHeight * 1.5) {
      return [];
    }
    scrollTo({ top: Math.min(innerHeight, page.scrollHeight - innerHeight), behavior: "instant" });
    const stuck = every("body *").filter((element) => {
      const { position } = getComputedStyle(element);
      return (position === "fixed" || position === "sticky") && seen(element);
    });
    const spans = [];
    for (const element of stuck) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const atTop = box.top <= 1 || Math.abs(box.top - Number.parseFloat(style.top)) <= 1;
      const atBottom =
        box.bottom >= innerHeight - 1 || Math.abs(innerHeight - box.bottom - Number.parseFloat(style.bottom)) <= 1;
      const across = Math.min(box.right, innerWidth) - Math.max(box.left, 0) >= innerWidth / 2;
      if (across && (atTop || atBottom) && box.bottom > 0 && box.top < innerHeight && style.pointerEvents !== "none") {
        spans.push({ element, height: Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), box });
      }
    }
    const outer = spans.filter((one) => !spans.some((other) => other !== one && other.element.contains(one.element)));
    const share = outer.reduce((sum, { height }) => sum + height, 0) / HEIGHT;
    rest();
    return share > MOST ? outer.map(({ element }) => ({ ...describe(element), share: Math.round(share * 100) })) : [];
  };

  add("reflow", ({ mode: { menuOpen } }) => {
    rest();
    const page = document.scrollingElement;
    return {
      out: wide().map((element) => {
        const { left, right } = element.getBoundingClientRect();
        const free = element.closest("table:has(th), pre") !== null;
        return { ...describe(element), free, end: isLeftward(element) ? Math.floor(left) : Math.ceil(right) };
      }),
      scrolls: page.scrollWidth > page.clientWidth + 1,
      pictures: hasWidePicture(),
      width: page.scrollWidth,
      page: describe(document.body),
      bars: menuOpen ? [] : bars(),
    };
  });
})();
