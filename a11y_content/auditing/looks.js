// What visual checks share: colours, the ground under a box, text and its lines, style sheets that are taken off again.
// All of it reaches into open shadow roots and frames of the same origin.
(() => {
  const { roots, elements, around } = globalThis.a11yContentAudit;
  const every = (selector) => elements().filter((element) => element.matches(selector));

  // Lay a style over the whole page; gives a function that takes it off. A layer's !important wins over all others.
  const styled = (css, within = roots()) => {
    const put = within.map((root) => {
      const sheet = new (root.ownerDocument ?? root).defaultView.CSSStyleSheet();
      sheet.replaceSync(`@layer a11y-audit{${css}}`);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return [root, sheet];
    });
    return () => {
      for (const [root, sheet] of put) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
      }
    };
  };

  // ---------------------------------------------------------------- colours

  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const parsed = new Map();
  // Red, green, blue and alpha, 0 to 255, of a computed colour.
  const rgba = (color) => {
    if (!parsed.has(color)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = color;
      brush.fillRect(0, 0, 1, 1);
      parsed.set(color, [...brush.getImageData(0, 0, 1, 1).data]);
    }
    return parsed.get(color);
  };
  const linear = Array.from({ length: 256 }, (_, value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  const luminance = ([r, g, b]) =>
    0.2126 * linear[Math.round(r)] + 0.7152 * linear[Math.round(g)] + 0.0722 * linear[Math.round(b)];
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const over = (color, behind) => {
    const alpha = color[3] / 255;
    return [0, 1, 2].map((part) => color[part] * alpha + behind[part] * (1 - alpha)).concat(255);
  };

  // The parent in the tree as it is drawn: out of slots, shadow roots and frames.
  const above = (element) => element.assignedSlot ?? element.parentElement ?? around(element.getRootNode());

  const painter = (style) =>
    style.backgroundImage !== "none" ||
    style.opacity !== "1" ||
    style.filter !== "none" ||
    style.mixBlendMode !== "normal" ||
    style.backdropFilter !== "none";

  // What a page is painted on: the reader's own colours where these are forced, else what its colour scheme says.
  const canvasColor = () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    if (matchMedia("(forced-colors: active)").matches) {
      return dark ? [0, 0, 0, 255] : [255, 255, 255, 255];
    }
    const schemes = getComputedStyle(document.documentElement).colorScheme;
    return schemes.includes("dark") && (dark || !schemes.includes("light")) ? [18, 18, 18, 255] : [255, 255, 255, 255];
  };

  // What is known of boxes while nothing changes in the page: what is above one is above all that it holds.
  let memo = null;
  const still = (look) => {
    memo = { grounds: new Map(), away: new Map(), layers: new Map() };
    try {
      return look();
    } finally {
      memo = null;
    }
  };
  // One box has changed after all.
  const changed = (element) => {
    memo?.grounds.delete(element);
    memo?.away.delete(element);
    memo?.layers.delete(element);
  };

  // The one opaque colour behind what is in a box, or undefined where that is not sure.
  const ground = (element) => {
    const path = [];
    let at = element;
    for (; at && !memo?.grounds.has(at); at = above(at)) {
      const style = getComputedStyle(at);
      const color = painter(style) ? undefined : rgba(style.backgroundColor);
      path.push([at, color]);
      if (!color || color[3] === 255) {
        break;
      }
    }
    let behind = at ? memo?.grounds.get(at) : canvasColor();
    for (const [one, color] of path.reverse()) {
      if (color?.[3] === 255) {
        behind = color;
      } else if (!color) {
        behind = undefined;
      } else if (behind && color[3] > 0) {
        behind = over(color, behind);
      }
      memo?.grounds.set(one, behind);
    }
    return behind;
  };

  // ---------------------------------------------------------------- text

  const SILENT = "script, style, template, noscript, option, datalist, head, title, svg, math";
  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false });

  // Visually hidden words lie in a box of one pixel, or are cut away, or stand far outside of the page.
  const isCutAway = (element) => {
    const style = getComputedStyle(element);
    if (style.overflowX !== "visible") {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) {
        return true;
      }
    }
    if (style.clip !== "auto" && style.position === "absolute") {
      return true;
    }
    return /^(inset\((50|100)%|circle\(0|polygon\(0(px|%)? 0(px|%)?, 0)/.test(style.clipPath);
  };
  const isTuckedAway = (element) => {
    const path = [];
    let isAway = false;
    for (let at = element; at && at !== document.body && !isAway; at = above(at)) {
      if (memo?.away.has(at)) {
        isAway = memo.away.get(at);
        break;
      }
      path.push(at);
      isAway = isCutAway(at);
    }
    for (const one of memo ? path : []) {
      memo.away.set(one, isAway);
    }
    return isAway;
  };

  // What stays or floats over the page while it scrolls, or the page itself: only within one layer do things meet for good.
  const layer = (element) => {
    const path = [];
    let found = null;
    for (let at = element; at && !found; ) {
      found = memo?.layers.get(at) ?? (["fixed", "sticky"].includes(getComputedStyle(at).position) ? at : null);
      path.push(at);
      const over = above(at);
      at = over?.ownerDocument === at.ownerDocument ? over : null;
    }
    found ??= element.ownerDocument;
    for (const one of memo ? path : []) {
      memo.layers.set(one, found);
    }
    return found;
  };

  // Text nodes that hold more than space, everywhere.
  const texts = () => {
    const found = [];
    for (const root of roots()) {
      const within = root.body ?? root;
      const walker = (root.ownerDocument ?? root).createTreeWalker(within, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (/\S/.test(text.data) && !text.parentElement?.closest(SILENT) && text.parentElement) {
          found.push(text);
        }
      }
    }
    return found;
  };

  const lines = (text) => {
    const range = text.ownerDocument.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
  };

  // A rectangle of an element's own viewport in that of the page.
  const outward = (element, rect) => {
    if (element.ownerDocument === document) {
      return rect;
    }
    let { left, top } = rect;
    let view = element.ownerDocument.defaultView;
    try {
      while (view !== globalThis && view?.frameElement) {
        const frame = view.frameElement;
        const box = frame.getBoundingClientRect();
        const style = getComputedStyle(frame);
        left += box.left + frame.clientLeft + Number.parseFloat(style.paddingLeft);
        top += box.top + frame.clientTop + Number.parseFloat(style.paddingTop);
        view = frame.ownerDocument.defaultView;
      }
    } catch {
      // a frame of another origin is not walked into
    }
    return new DOMRect(left, top, rect.width, rect.height);
  };

  Object.assign(globalThis.a11yContentAudit, {
    looks: {
      every,
      styled,
      rgba,
      ratio,
      luminance,
      over,
      above,
      still,
      changed,
      ground,
      painter,
      shown,
      isTuckedAway,
      layer,
      texts,
      lines,
      outward,
    },
  });
})();
