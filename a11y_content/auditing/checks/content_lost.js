// Text of main that a reader of the default mode sees, and a reader of this mode does not.
(() => {
  const { idOf, describe, rest, looks, add } = globalThis.a11yContentAudit;
  const WIDE = 1280; // CSS pixels of the default mode
  const NARROW_CUT = 0.95; // of a line's width: a few pixels of side bearing may stick out
  const LOW_CUT = 0.7; // of a line's height: the glyph box is taller than the letters
  const main = () => document.querySelector("main") ?? document.body;
  let baseline;

  const clips = (style) => style.overflowX !== "visible" || style.overflowY !== "visible";

  const ownClippers = (element) => {
    const style = getComputedStyle(element);
    const found = [];
    if (element !== document.body && clips(style)) {
      found.push({ box: element.getBoundingClientRect(), x: style.overflowX, y: style.overflowY });
    }
    if (style.position === "absolute" && style.clip !== "auto" && /^rect\((0px|1px),? (0px|1px)/.test(style.clip)) {
      found.push({ box: new DOMRect(0, 0, 0, 0), x: "hidden", y: "hidden" });
    }
    return found;
  };

  // What clips an element also clips all that it holds: known while one mode is looked at.
  let known = new Map();
  const clippers = (element) => {
    const path = [];
    let at = element;
    for (; at && at !== document.documentElement && !known.has(at); at = at.parentElement) {
      path.push(at);
    }
    let found = known.get(at) ?? [];
    for (const one of path.reverse()) {
      const own = ownClippers(one);
      found = own.length ? [...own, ...found] : found;
      known.set(one, found);
    }
    return found;
  };

  const hides = (overflow) => overflow === "hidden" || overflow === "clip";

  const isShown = (line, around) => {
    let { left, right, top, bottom } = line;
    const width = right - left;
    const height = bottom - top;
    for (const { box, x, y } of around) {
      if (hides(x)) {
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
      }
      if (hides(y)) {
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
    }
    left = Math.max(left, -scrollX);
    top = Math.max(top, -scrollY);
    return right - left >= width * NARROW_CUT - 2 && bottom - top >= height * LOW_CUT;
  };

  // A table whose rows are stacked hides its head, and every cell says the name of its column in a pseudo element.
  const isSaidByCells = (text) => {
    const head = text.parentElement.closest("thead th");
    const rows = [...(head?.closest("table").tBodies ?? [])].flatMap((body) => [...body.rows]);
    const words = JSON.stringify(text.data.trim()).slice(1, -1);
    const says = (cell) => cell?.checkVisibility() && getComputedStyle(cell, "::before").content.includes(words);
    return rows.length > 0 && rows.every((row) => says(row.cells[head.cellIndex]));
  };

  const VISIBLE = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };
  const isRead = (text) => {
    const element = text.parentElement;
    if (!element.checkVisibility(VISIBLE)) {
      return false;
    }
    if (Number.parseFloat(getComputedStyle(element).fontSize) === 0) {
      return false;
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
    const around = clippers(element);
    return (lines.length > 0 && lines.every((line) => isShown(line, around))) || isSaidByCells(text);
  };

  const texts = (within = main()) => {
    const found = [];
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT, (node) =>
      /\S/.test(node.data) && !node.parentElement.closest("script, style, template, noscript, svg")
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
    );
    while (walker.nextNode()) {
      found.push(walker.currentNode);
    }
    return found;
  };

  // The smallest element that holds the text, or an ancestor that lost all that it had.
  const culprit = (text, lost, had) => {
    let element = text.parentElement;
    for (let at = element.parentElement; at && at !== main().parentElement; at = at.parentElement) {
      const own = had.filter((other) => at.contains(other));
      if (own.some((other) => !lost.has(other))) {
        break;
      }
      if (own.length > had.filter((other) => element.contains(other)).length) {
        element = at;
      }
    }
    return element;
  };

  // Narrow screens and paper hide by design what stands elsewhere too.
  const words = (text) => text.data.replace(/\s+/g, " ").trim().toLowerCase();
  const isOutside = (text) =>
    looks.lines(text).every((line) => line.right + scrollX <= 0 || line.bottom + scrollY <= 0);
  const isHidden = (text) =>
    !text.parentElement.checkVisibility(VISIBLE) || looks.isTuckedAway(text.parentElement) || isOutside(text);

  // Links lead nowhere on paper.
  const isNavigation = (text) => text.parentElement.closest("nav, [role=navigation]") !== null;

  const compare = (byDesign, print) => {
    const had = [...baseline].filter((text) => text.isConnected && !(print && isNavigation(text)));
    const lost = new Set(had.filter((text) => !isRead(text)));
    if (byDesign && lost.size) {
      const shown = texts(document.body).filter(isRead).map(words).join(" ");
      for (const text of [...lost].filter(isHidden)) {
        if (shown.includes(words(text))) {
          lost.delete(text);
        }
      }
    }
    const elements = new Map();
    for (const text of lost) {
      const element = culprit(text, lost, had);
      const hidden = isHidden(text) && elements.get(idOf(element))?.hidden !== false;
      elements.set(idOf(element), { element, hidden });
    }
    return [...elements.values()].map(({ element, hidden }) => ({ ...describe(element), hidden }));
  };

  add("content-lost", ({ mode: { isDefault, width, print }, own }) => {
    rest();
    known = new Map();
    if (isDefault || !baseline) {
      baseline = new Set(texts().filter(isRead));
      return [];
    }
    return compare(!own && (width < WIDE || print), print);
  });
})();
