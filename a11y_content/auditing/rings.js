// How the keyboard's focus shows at a stop: what computed styles prove, and where a picture must look.
(() => {
  const audit = globalThis.a11yContentAudit;
  const { read, rest } = audit;
  const { above, rgba, ratio, over, ground, outward, isTuckedAway, still, changed } = audit.looks;
  const LOOKS =
    "outline-style outline-width outline-color outline-offset box-shadow background-color background-image color border-top border-right border-bottom border-left text-decoration filter opacity transform clip clip-path position visibility display content".split(
      " ",
    );
  const OUTLINE = LOOKS.slice(0, 4);
  const LEAST_SIDE = 8; // CSS pixels of a ring's side that are enough to be seen
  const MARGIN = 8; // CSS pixels around a stop that a picture shows
  const FRAMES = "iframe, frame, object, embed";
  const PSEUDO = [null, "::before", "::after"];

  const look = (element) => PSEUDO.map((which) => read(getComputedStyle(element, which), LOOKS)).join("~");
  const outline = (element) => PSEUDO.map((which) => read(getComputedStyle(element, which), OUTLINE));
  const focus = (element) => element.focus({ preventScroll: true, focusVisible: true });

  // Boxes in which a stop's focus may show: its own, its pseudo boxes, its label's, its neighbour's, its parent's.
  const boxes = (element) => {
    const label = element.labels?.[0];
    const around = [element, element.nextElementSibling, above(element), label, ...(label?.children ?? [])];
    return [...new Set(around)].filter(Boolean);
  };

  // The box of the viewport in which nothing cuts off what stands in an element; null where that is not sure.
  const openBox = (element) => {
    const path = [];
    let at = element;
    while (at && at.localName !== "body" && !openBoxes?.has(at)) {
      path.push(at);
      at = above(at);
    }
    const view = element?.ownerDocument.defaultView ?? globalThis;
    let open = openBoxes?.has(at)
      ? openBoxes.get(at)
      : { left: -view.scrollX, top: -view.scrollY, right: Infinity, bottom: Infinity };
    for (const one of path.reverse()) {
      const style = getComputedStyle(one);
      if (style.clipPath !== "none" || style.clip !== "auto" || style.contain.includes("paint")) {
        open = null;
      } else if (open && (style.overflowX !== "visible" || style.overflowY !== "visible")) {
        const around = one.getBoundingClientRect();
        open = {
          left: Math.max(open.left, around.left),
          top: Math.max(open.top, around.top),
          right: Math.min(open.right, around.right),
          bottom: Math.min(open.bottom, around.bottom),
        };
      }
      openBoxes?.set(one, open);
    }
    return open;
  };
  let openBoxes = null; // those of many elements, while the page does not scroll

  // Which sides of a ring around a box nothing cuts off, as letters; "" where that is not sure.
  const wholeSides = (element, reach) => {
    const open = openBox(above(element));
    if (!open) {
      return "";
    }
    const { left, top, right, bottom } = open;
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
    const box = element.getBoundingClientRect();
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return shown && box.width > 1 && box.height > 1 && !isTuckedAway(element);
  };

  // What a ring must have: `contrast` with its ground, `width` in pixels, and how many `sides`.
  const ANY = { contrast: 1.5, width: 1, sides: 1 };

  // Whether a style draws an outline of an own colour around a box.
  const draws = (style, box, least) => {
    const width = Number.parseFloat(style.outlineWidth);
    const offset = Number.parseFloat(style.outlineOffset);
    const solid = least === ANY || ["solid", "double"].includes(style.outlineStyle);
    if (style.outlineStyle === "none" || width < least.width || !solid || (least !== ANY && offset < 0)) {
      return false;
    }
    const behind = ground(offset < 0 ? box : above(box));
    if (behind === undefined || ratio(over(rgba(style.outlineColor), behind), behind) < least.contrast) {
      return false;
    }
    return wholeSides(box, Math.max(0, offset) + width).length >= least.sides;
  };

  // A pseudo box that lies in its card, as a link's that makes the whole card clickable.
  const isInCard = (style) =>
    style.position === "absolute" &&
    style.visibility === "visible" &&
    style.display !== "none" &&
    style.opacity === "1" &&
    ["top", "left", "right", "bottom"].every((side) => style[side] === "0px");

  // A new outline on the element or on a pseudo box of its.
  const hasRing = (element, before, least) => {
    const after = outline(element);
    if (!isPainted(element)) {
      return false;
    }
    if (after[0] !== before[0] && draws(getComputedStyle(element), element, least)) {
      return true;
    }
    return PSEUDO.slice(1).some((which, index) => {
      const style = getComputedStyle(element, which);
      const card = element.offsetParent;
      return isInCard(style) && after[index + 1] !== before[index + 1] && card !== null && draws(style, card, least);
    });
  };

  // Stops at which styles do not prove that the focus shows, with what their look is like.
  const open = (elements) => {
    audit.walk.focused()?.blur();
    const left = [];
    const look = () => {
      const before = elements.map(outline);
      for (const [index, element] of elements.entries()) {
        if (!element.matches(FRAMES)) {
          focus(element);
          const isKeyboards = audit.walk.focused() === element && element.matches(":focus-visible");
          if (!isKeyboards || !hasRing(element, before[index], ANY)) {
            left.push(element);
          }
          changed(element);
          openBoxes?.delete(element);
        }
      }
    };
    if (audit.focusRules().reaches) {
      look();
    } else {
      openBoxes = new Map();
      try {
        still(look);
      } finally {
        openBoxes = null;
      }
    }
    return left.map((element) => ({ element, ...judge(element) })).filter(({ signature }) => signature);
  };

  // Whether styles prove that the focus shows at a stop (`seen`); else what its look is like, for pictures to judge.
  const judge = (element, least = ANY) => {
    // A frame is no stop: the keyboard goes on to what is inside its page.
    if (element.matches(FRAMES)) {
      return { skipped: true };
    }
    audit.walk.focused()?.blur();
    const before = outline(element);
    focus(element);
    if (audit.walk.focused() !== element) {
      return { skipped: true };
    }
    const isKeyboards = element.matches(":focus-visible");
    if (isKeyboards && hasRing(element, before, least)) {
      return { seen: true };
    }
    // It may lie below the edge of a box that scrolls: a reader's focus would have brought it into view.
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    if (isKeyboards && hasRing(element, before, least)) {
      return { seen: true };
    }
    const around = boxes(element);
    element.blur();
    const without = around.map(look);
    const outlines = around.map(outline);
    focus(element);
    if (around.some((box, index) => index > 0 && hasRing(box, outlines[index], least))) {
      return { seen: true };
    }
    const style = getComputedStyle(element);
    const native = style.outlineStyle === "auto" && outlines[0][0] !== outline(element)[0];
    const classes = around.map((box) => `${box.localName}.${box.className?.baseVal ?? box.className}`);
    const { width, height } = least === ANY ? {} : element.getBoundingClientRect();
    const where = [element.type ?? "", wholeSides(element, 4), `${ground(above(element))}`, width, height];
    return { signature: [...classes, ...where, ...without, ...around.map(look)].join("\n"), native };
  };

  // Bring a stop into view without the focus; gives the box of the page in which its focus would show, or null.
  const aim = (element) => {
    audit.walk.focused()?.blur();
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    focus(element);
    const focused = boxes(element).filter((box) => box !== above(element));
    // A ring may be drawn by a pseudo box that covers a whole card.
    if (PSEUDO.slice(1).some((which) => getComputedStyle(element, which).position === "absolute")) {
      focused.push(element.offsetParent ?? element.ownerDocument.body);
    }
    const measure = () => focused.map((box) => outward(box, box.getBoundingClientRect()));
    const rects = measure();
    element.blur();
    rects.push(...measure());
    const inside = rects.filter((rect) => rect.width > 0 && rect.height > 0 && rect.right > 0 && rect.bottom > 0);
    const left = Math.max(0, Math.floor(Math.min(...inside.map((rect) => rect.left))) - MARGIN);
    const top = Math.max(0, Math.floor(Math.min(...inside.map((rect) => rect.top))) - MARGIN);
    const right = Math.min(innerWidth, Math.ceil(Math.max(...inside.map((rect) => rect.right))) + MARGIN);
    const bottom = Math.min(innerHeight, Math.ceil(Math.max(...inside.map((rect) => rect.bottom))) + MARGIN);
    if (!inside.length || right - left < 1 || bottom - top < 1) {
      return null;
    }
    return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
  };

  const verdicts = new Map(); // names of judgements to looks that pictures have judged
  const known = (name) => {
    if (!verdicts.has(name)) {
      verdicts.set(name, new Map());
    }
    return verdicts.get(name);
  };

  audit.rings = { judge, open, aim, focus, known, rest };
})();
