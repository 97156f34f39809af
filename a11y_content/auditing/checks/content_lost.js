// Text of main that a reader of the default mode sees, and a reader of this mode does not.
(() => {
  const { idOf, describe, rest, once, snapshot, add } = globalThis.a11yContentAudit;
  const NARROW_CUT = 0.95; // of a line's width: a few pixels of side bearing may stick out
  const LOW_CUT = 0.7; // of a line's height: the glyph box is taller than the letters
  const main = () => document.querySelector("main") ?? document.body;
  let baseline;

  const clips = (style) => style.overflowX !== "visible" || style.overflowY !== "visible";

  const clippers = (element) => {
    const found = [];
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (at !== document.body && clips(style)) {
        found.push({ box: at.getBoundingClientRect(), x: style.overflowX, y: style.overflowY });
      }
      if (style.position === "absolute" && style.clip !== "auto" && /^rect\((0px|1px),? (0px|1px)/.test(style.clip)) {
        found.push({ box: new DOMRect(0, 0, 0, 0), x: "hidden", y: "hidden" });
      }
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

  const isRead = (text) => {
    const element = text.parentElement;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) {
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

  const texts = () => {
    const found = [];
    const walker = document.createTreeWalker(main(), NodeFilter.SHOW_TEXT, (node) =>
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

  const compare = () => {
    const had = [...baseline].filter((text) => text.isConnected);
    const lost = new Set(had.filter((text) => !isRead(text)));
    const elements = new Map();
    for (const text of lost) {
      const element = culprit(text, lost, had);
      elements.set(idOf(element), element);
    }
    return [...elements.values()].map(describe);
  };

  add("content-lost", ({ mode: { isDefault }, reuse }) => {
    rest();
    if (isDefault || !baseline) {
      baseline = new Set(texts().filter(isRead));
      return [];
    }
    return once("content-lost", snapshot().whole, reuse, compare);
  });
})();
