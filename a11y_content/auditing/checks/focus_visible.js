// What every focusable stop looks like with and without the keyboard's focus (WCAG 2.4.7).
// A ring that computed styles prove is "seen" here; all else is left to pixels, once for every signature.
(() => {
  const { read, describe, rest, add } = globalThis.a11yContentAudit;
  // A frame is no stop: the keyboard goes on to what is inside its page.
  const STOPS =
    "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], [tabindex], [contenteditable]";
  const LOOKS =
    "outline-style outline-width outline-color outline-offset box-shadow background-color background-image color border-top border-right border-bottom border-left text-decoration filter opacity transform clip clip-path position visibility display content".split(
      " ",
    );
  const OUTLINE = LOOKS.slice(0, 4);
  const ENOUGH = 1.5; // contrast of a ring with its ground from which pixels surely differ
  const LEAST_SIDE = 8; // CSS pixels of a ring's side that are enough to be seen
  const MARGIN = 8; // CSS pixels around a stop that a picture shows

  let stops = [];
  let signatures = [];
  const verdicts = new Map(); // signature to whether pixels change: asked once a page

  const isStop = (element) =>
    element.tabIndex >= 0 &&
    !element.disabled &&
    !element.closest("[inert]") &&
    element.checkVisibility({ visibilityProperty: true });

  // Boxes in which a stop's focus may show: its own, its pseudo boxes, its label's, its neighbour's, its parent's.
  const boxes = (element) => {
    const label = element.labels?.[0];
    const around = [element, element.nextElementSibling, element.parentElement, label, ...(label?.children ?? [])];
    return [...new Set(around)].filter(Boolean);
  };

  const look = (element) =>
    [null, "::before", "::after"].map((which) => read(getComputedStyle(element, which), LOOKS)).join("~");

  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const parsed = new Map();
  const rgba = (color) => {
    if (!parsed.has(color)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = color;
      brush.fillRect(0, 0, 1, 1);
      parsed.set(color, [...brush.getImageData(0, 0, 1, 1).data]);
    }
    return parsed.get(color);
  };

  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => {
      const linear = part / 255;
      return linear <= 0.04045 ? linear / 12.92 : ((linear + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const over = (color, behind) => {
    const alpha = color[3] / 255;
    return [0, 1, 2].map((part) => color[part] * alpha + behind[part] * (1 - alpha));
  };

  // The one opaque colour behind a box, or undefined where that is not sure.
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none" || style.opacity !== "1" || style.filter !== "none") {
        return undefined;
      }
      const color = rgba(style.backgroundColor);
      if (color[3] === 255) {
        return color;
      }
      if (color[3] !== 0) {
        return undefined;
      }
    }
    return undefined;
  };

  // Which sides of a ring around a box nothing cuts off, as letters; "" where that is not sure.
  const wholeSides = (element, reach) => {
    let { left, top, right, bottom } = { left: -scrollX, top: -scrollY, right: Infinity, bottom: Infinity };
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath !== "none" || style.clip !== "auto" || style.contain.includes("paint")) {
        return "";
      }
      if (style.overflowX !== "visible" || style.overflowY !== "visible") {
        const around = at.getBoundingClientRect();
        left = Math.max(left, around.left);
        top = Math.max(top, around.top);
        right = Math.min(right, around.right);
        bottom = Math.min(bottom, around.bottom);
      }
    }
    const box = element.getBoundingClientRect();
    const ring = { left: box.left - reach, top: box.top - reach, right: box.right + reach, bottom: box.bottom + reach };
    const across = Math.min(ring.right, right) - Math.max(ring.left, left) >= LEAST_SIDE;
    const along = Math.min(ring.bottom, bottom) - Math.max(ring.top, top) >= LEAST_SIDE;
    return [
      across && ring.top >= top && box.top <= bottom ? "t" : "",
      across && ring.bottom <= bottom && box.bottom >= top ? "b" : "",
      along && ring.left >= left && box.left <= right ? "l" : "",
      along && ring.right <= right && box.right >= left ? "r" : "",
    ].join("");
  };

  const isPainted = (element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return shown && box.width > 1 && box.height > 1 && style.clip === "auto" && style.clipPath === "none";
  };

  const outline = (element) =>
    [null, "::before", "::after"].map((which) => read(getComputedStyle(element, which), OUTLINE));

  // Whether a style draws an outline of an own colour around a box.
  const draws = (style, box) => {
    const width = Number.parseFloat(style.outlineWidth);
    if (style.outlineStyle === "none" || width < 1) {
      return false;
    }
    const offset = Number.parseFloat(style.outlineOffset);
    const behind = ground(offset < 0 ? box : box.parentElement);
    if (behind === undefined || contrast(over(rgba(style.outlineColor), behind), behind) < ENOUGH) {
      return false;
    }
    return wholeSides(box, Math.max(0, offset) + width) !== "";
  };

  // A pseudo box that lies in its card, as a link's that makes the whole card clickable.
  const isInCard = (style) =>
    style.position === "absolute" &&
    style.visibility === "visible" &&
    style.display !== "none" &&
    style.opacity === "1" &&
    ["top", "left", "right", "bottom"].every((side) => style[side] === "0px");

  // A new outline on the element or on a pseudo box of its.
  const hasRing = (element, before) => {
    const after = outline(element);
    if (!isPainted(element)) {
      return false;
    }
    if (after[0] !== before[0] && draws(getComputedStyle(element), element)) {
      return true;
    }
    return ["::before", "::after"].some((which, index) => {
      const style = getComputedStyle(element, which);
      const card = element.offsetParent;
      return after[index + 1] !== before[index + 1] && card !== null && isInCard(style) && draws(style, card);
    });
  };

  const judge = (element, before) => {
    element.focus({ preventScroll: true });
    if (document.activeElement !== element) {
      return { skipped: true };
    }
    const isKeyboards = element.matches(":focus-visible");
    if (isKeyboards && hasRing(element, before)) {
      return { seen: true };
    }
    // It may lie below the edge of a box that scrolls: a reader's focus would have brought it into view.
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    if (isKeyboards && hasRing(element, before)) {
      return { seen: true };
    }
    const around = boxes(element);
    element.blur();
    const without = around.map(look);
    const outlines = around.map(outline);
    element.focus({ preventScroll: true });
    if (around.some((box, index) => index > 0 && hasRing(box, outlines[index]))) {
      return { seen: true };
    }
    const classes = around.map((box) => `${box.localName}.${box.className?.baseVal ?? box.className}`);
    const where = [element.type ?? "", wholeSides(element, 4), `${ground(element.parentElement)}`];
    return { signature: [...classes, ...where, ...without, ...around.map(look)].join("\n") };
  };

  // Stops that only pixels can judge, in groups of one look; `shows` is null where no mode has judged that look yet.
  add("focus-visible", ({ reuse }) => {
    document.activeElement?.blur?.();
    stops = [...document.querySelectorAll(STOPS)].filter(isStop);
    const before = stops.map(outline);
    const groups = new Map();
    stops.forEach((element, index) => {
      const { signature } = judge(element, before[index]);
      if (signature !== undefined) {
        const alike = groups.get(signature) ?? { stops: [], shows: null };
        alike.stops.push(index);
        groups.set(signature, alike);
      }
    });
    rest();
    signatures = [...groups.keys()];
    for (const [signature, group] of groups) {
      group.shows = reuse ? (verdicts.get(signature) ?? null) : null;
    }
    return [...groups.values()];
  });

  add("focus-visible/judged", ({ group, shows }) => {
    verdicts.set(signatures[group], shows);
  });

  add("focus-visible/aim", ({ index }) => {
    document.activeElement?.blur?.();
    const element = stops[index];
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    element.focus({ preventScroll: true });
    const focused = boxes(element).filter((box) => box !== element.parentElement);
    // A ring may be drawn by a pseudo box that covers a whole card.
    if (["::before", "::after"].some((which) => getComputedStyle(element, which).position === "absolute")) {
      focused.push(element.offsetParent ?? document.body);
    }
    const rects = focused.map((box) => box.getBoundingClientRect());
    element.blur();
    rects.push(...focused.map((box) => box.getBoundingClientRect()));
    const inside = rects.filter((rect) => rect.width > 0 && rect.height > 0 && rect.right > 0 && rect.bottom > 0);
    const left = Math.max(0, Math.min(...inside.map((rect) => rect.left)) - MARGIN);
    const top = Math.max(0, Math.min(...inside.map((rect) => rect.top)) - MARGIN);
    const right = Math.min(innerWidth, Math.max(...inside.map((rect) => rect.right)) + MARGIN);
    const bottom = Math.min(innerHeight, Math.max(...inside.map((rect) => rect.bottom)) + MARGIN);
    if (!inside.length || right - left < 1 || bottom - top < 1) {
      return null;
    }
    return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
  });

  add("focus-visible/screen", () => {
    document.activeElement?.blur?.();
    return { x: scrollX, y: scrollY, width: innerWidth, height: innerHeight };
  });

  add("focus-visible/focus", ({ index }) => {
    stops[index].focus({ preventScroll: true });
  });

  add("focus-visible/describe", ({ indexes }) => {
    rest();
    return indexes.map((index) => describe(stops[index]));
  });
})();
