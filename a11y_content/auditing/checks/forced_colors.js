// What the default mode shows by background, shadow or mask alone, and forced colours take away.
(() => {
  const { describe, rest, seen, read, looks, add } = globalThis.a11yContentAudit;
  const { every, rgba, ratio, over, ground, above, isTuckedAway, texts } = looks;
  const SEEN = 1.5; // contrast below which a shape has the colour of its ground
  const TEXT = 4.5;
  const CONTROLS = "button, a[href], [role=button], [role=link], [role=img], summary, label";
  const FIELDS =
    "textarea, select, input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file], [type=range], [type=color], [type=checkbox], [type=radio])";
  const TICKED = "input[type=checkbox], input[type=radio]";
  const STATES = ["aria-checked", "aria-pressed", "aria-selected"];
  const BARS = "[role=progressbar], [role=meter]";
  const SHAPES = "path, circle, ellipse, rect, line, polyline, polygon";
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  // What of a box still differs where all colours are forced; colours themselves are asked for as forced.
  const LOOKS =
    "content display visibility opacity background-image border-top border-right border-bottom border-left outline color fill stroke font-weight font-style text-decoration-line transform translate rotate scale width height top left right bottom margin-left clip-path mask-image".split(
      " ",
    );
  const PSEUDO = [null, "::before", "::after"];
  let before = new Map();

  const masked = (element) =>
    PSEUDO.filter((which) => {
      const style = getComputedStyle(element, which);
      const there = which === null || (style.content !== "none" && style.content !== "normal");
      return there && style.maskImage !== "none" && rgba(style.backgroundColor)[3] > 0;
    });

  // Contrast of a mask's colour, or of a drawing's best shape, to what lies behind it; undefined where not sure.
  const maskRatio = (element, which) => {
    const behind = ground(which === null ? above(element) : element);
    return behind && ratio(over(rgba(getComputedStyle(element, which).backgroundColor), behind), behind);
  };
  const drawingRatio = (drawing) => {
    const behind = ground(above(drawing));
    const shapes = [...drawing.querySelectorAll(SHAPES)].filter((shape) => shape.checkVisibility());
    if (!behind || !shapes.length || drawing.querySelector("image, use, foreignObject, text")) {
      return undefined;
    }
    const paints = shapes.flatMap((shape) => {
      const style = getComputedStyle(shape);
      return [style.fill, style.stroke];
    });
    if (paints.some((paint) => paint.startsWith("url("))) {
      return undefined;
    }
    return Math.max(1, ...paints.filter((one) => one !== "none").map((one) => ratio(over(rgba(one), behind), behind)));
  };

  const hasEdge = (element) => {
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
    return (
      outlined ||
      SIDES.some((side) => style[`border${side}Style`] !== "none" && Number.parseFloat(style[`border${side}Width`]) > 0)
    );
  };
  const isEdged = (element) => {
    for (let at = element, depth = 0; at && depth < 3; depth += 1) {
      if (hasEdge(at)) {
        return true;
      }
      at = above(at);
      if (!at || at.getBoundingClientRect().height > element.getBoundingClientRect().height + 24) {
        return false;
      }
    }
    return false;
  };

  // The flat colour of a box under its own picture, or undefined where that is not sure.
  const flat = (element) => {
    const behind = above(element) && ground(above(element));
    return behind && over(rgba(getComputedStyle(element).backgroundColor), behind);
  };

  // Forced colours leave a ground its opacity: what is clear and what has the colour of its ground look alike.
  const look = (elements) =>
    elements
      .flatMap((element) => [
        `${flat(element)}`,
        ...PSEUDO.map((which) => {
          const style = getComputedStyle(element, which);
          const color = which === null ? "" : style.backgroundColor;
          return `${read(style, LOOKS)}|${color}`;
        }),
      ])
      .join("\n");

  const around = (element) => {
    const label = element.labels?.[0];
    const near = [
      element,
      element.nextElementSibling,
      element.parentElement,
      label,
      ...(label?.querySelectorAll("*") ?? []),
    ];
    return [...new Set([...near, ...element.querySelectorAll("*")])].filter(Boolean).slice(0, 24);
  };

  // Whether its two states look different; the state is put back before anything can hear of it.
  const showsTick = (element) => {
    if (getComputedStyle(element).appearance !== "none" && !isTuckedAway(element) && seen(element)) {
      return true; // the browser draws it in the reader's colours
    }
    const group =
      element.type === "radio" && element.name ? every(`input[type=radio]`).filter((one) => one.checked) : [];
    const was = element.checked;
    const boxes = around(element);
    const one = look(boxes);
    element.checked = !was;
    const other = look(boxes);
    element.checked = was;
    for (const radio of group) {
      radio.checked = true;
    }
    return one !== other;
  };
  const showsState = (element, name) => {
    const was = element.getAttribute(name);
    const boxes = around(element);
    const one = look(boxes);
    element.setAttribute(name, was === "true" ? "false" : "true");
    const other = look(boxes);
    element.setAttribute(name, was);
    return one !== other;
  };

  const showsFill = (bar) => {
    const inner = [...bar.querySelectorAll("*")].filter(seen);
    const behind = ground(bar);
    if ((bar.innerText ?? "").trim() || bar.matches("progress, meter") || !inner.length || !behind) {
      return true;
    }
    return inner.some((one) => {
      const style = getComputedStyle(one);
      const filled = ratio(over(rgba(style.backgroundColor), behind), behind) >= SEEN;
      return filled || hasEdge(one) || style.backgroundImage !== "none" || one.matches("svg, svg *, img, canvas");
    });
  };

  const isIcon = (element) => (element.innerText ?? "").trim() === "" && seen(element);
  const pictured = (element) =>
    PSEUDO.some((which) => getComputedStyle(element, which).backgroundImage.includes("url("));

  // Everything that the check asks of a page, with whether it shows; `undefined` where that is not sure.
  const survey = () => {
    const found = [];
    for (const control of every(CONTROLS)) {
      if (!isIcon(control)) {
        continue;
      }
      for (const one of [control, ...control.querySelectorAll("*")]) {
        for (const which of masked(one)) {
          const contrast = maskRatio(one, which);
          found.push([control, "mask", contrast && contrast >= SEEN]);
        }
        if (one.localName === "svg" && seen(one)) {
          const contrast = drawingRatio(one);
          found.push([control, "drawing", contrast && contrast >= SEEN]);
        }
      }
      if (pictured(control)) {
        found.push([control, "picture", flat(control)]);
      }
    }
    for (const element of every(FIELDS)) {
      if (seen(element) && !isTuckedAway(element)) {
        found.push([element, "edge", isEdged(element)]);
      }
    }
    for (const element of every(TICKED)) {
      const label = element.labels?.[0];
      if (seen(element) || (label && seen(label))) {
        found.push([element, "state", showsTick(element)]);
      }
    }
    for (const name of STATES) {
      for (const element of every(`[${name}=true], [${name}=false]`)) {
        if (seen(element) && !element.matches(TICKED)) {
          found.push([element, "state", showsState(element, name)]);
        }
      }
    }
    for (const bar of every(BARS).filter(seen)) {
      found.push([bar, "filled", showsFill(bar)]);
    }
    return found;
  };

  // Text that forced colours do not reach is judged here: axe's contrast is blind in these modes.
  const keptText = () => {
    const found = new Set();
    for (const { parentElement } of texts()) {
      const style = getComputedStyle(parentElement);
      if (!found.has(parentElement) && style.forcedColorAdjust === "none" && seen(parentElement)) {
        const behind = ground(parentElement);
        const plain = behind && !isTuckedAway(parentElement) && !parentElement.matches(":disabled, :disabled *");
        if (plain && ratio(over(rgba(style.webkitTextFillColor), behind), behind) < TEXT) {
          const points = Math.ceil(Number.parseFloat(style.fontSize) * 72) / 96;
          const large = points >= (Number.parseFloat(style.fontWeight) >= 700 ? 14 : 18);
          if (!large || ratio(over(rgba(style.webkitTextFillColor), behind), behind) < 3) {
            found.add(parentElement);
          }
        }
      }
    }
    return [...found];
  };

  const drawsEdge = (element) => {
    const style = getComputedStyle(element);
    const behind = ground(above(element));
    return (
      isEdged(element) ||
      style.boxShadow !== "none" ||
      (behind && ratio(over(rgba(style.backgroundColor), behind), behind) >= SEEN)
    );
  };

  add("forced-colors", ({ mode: { isDefault } }) => {
    rest();
    if (isDefault) {
      // A field without any edge has none to lose.
      before = new Map();
      for (const [element, kind, shows] of survey()) {
        const had = before.get(element) ?? new Map();
        had.set(kind, kind === "edge" ? drawsEdge(element) : shows);
        before.set(element, had);
      }
      return [];
    }
    const found = new Map();
    for (const [element, kind, shows] of survey()) {
      const had = before.get(element)?.get(kind);
      if (kind === "picture") {
        if (had && shows && ratio(had, shows) > 3) {
          found.set(element, kind);
        }
      } else if (had && shows === false) {
        found.set(element, kind);
      }
    }
    for (const element of keptText()) {
      found.set(element, "text");
    }
    return [...found].map(([element, kind]) => ({ ...describe(element), kind }));
  });
})();
