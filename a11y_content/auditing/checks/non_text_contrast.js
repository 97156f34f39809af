// The best contrast that the edge of a field, or an icon, has to its flat surroundings (WCAG 1.4.11).
(() => {
  const { describe, seen, looks, add } = globalThis.a11yContentAudit;
  const { every, rgba, ratio, over, ground, above, isTuckedAway, still } = looks;
  const LEAST = 3;
  const FIELDS =
    "textarea, select, input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file], [type=range], [type=color])";
  const CONTROLS = "button, a[href], [role=button], [role=link], summary";
  const SHAPES = "path, circle, ellipse, rect, line, polyline, polygon, use, text";
  const SIDES = ["Top", "Right", "Bottom", "Left"];

  // Looks that a page has not touched are the browser's own affair.
  const isNative = (element, style) => {
    if (element.matches("input[type=checkbox], input[type=radio]")) {
      return style.appearance !== "none";
    }
    return style.appearance !== "none" && style.borderTopStyle === "inset";
  };

  const best = (color, grounds) => Math.max(...grounds.map((one) => ratio(over(rgba(color), one), one)));

  // Shadows without blur are drawn like borders; others fade, and no single colour stands for them.
  const shadows = (style) => {
    if (style.boxShadow === "none") {
      return { rings: [], fades: false };
    }
    const all = style.boxShadow.split(/,(?![^(]*\))/).map((one) => {
      const color = one.match(/(?:rgba?|color|oklch|oklab|lab|lch|hsla?)\([^)]*\)/)?.[0] ?? "";
      const [x, y, blur, spread] = (one.replace(color, "").match(/-?[\d.]+px/g) ?? []).map(Number.parseFloat);
      return { color, blur, reach: Math.max(Math.abs(x), Math.abs(y), spread ?? 0) };
    });
    const solid = all.filter(({ color, blur, reach }) => color && blur === 0 && reach >= 1);
    return { rings: solid.map(({ color }) => color), fades: all.some(({ blur }) => blur > 0) };
  };

  // What draws the edge of a box that holds a field: the field itself, or a box that it fills.
  const edge = (element, outside) => {
    const style = getComputedStyle(element);
    const inside = over(rgba(style.backgroundColor), outside);
    const found = [ratio(inside, outside)];
    for (const side of SIDES) {
      if (style[`border${side}Style`] !== "none" && Number.parseFloat(style[`border${side}Width`]) >= 1) {
        found.push(best(style[`border${side}Color`], [outside, inside]));
      }
    }
    if (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1) {
      found.push(best(style.outlineColor, [outside]));
    }
    const { rings, fades } = shadows(style);
    found.push(...rings.map((color) => best(color, [outside, inside])));
    // The knob of a switch, or a mark that is always there.
    for (const which of ["::before", "::after"]) {
      const mark = getComputedStyle(element, which);
      if (mark.content !== "none" && mark.content !== "normal" && mark.visibility === "visible") {
        found.push(best(mark.backgroundColor, [inside]));
      }
    }
    return { ratio: Math.max(...found), fades: fades || style.backgroundImage !== "none" };
  };

  const wraps = (outer, inner) => {
    const [around, box] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()];
    return around.height <= box.height + 24 && outer.querySelectorAll(FIELDS).length === 1;
  };

  const field = (element) => {
    if (
      element.disabled ||
      element.closest("[aria-disabled=true], [inert]") ||
      isNative(element, getComputedStyle(element))
    ) {
      return null;
    }
    let unsure = getComputedStyle(element).opacity !== "1";
    let highest = 1;
    for (let at = element, depth = 0; at && depth < 3 && (at === element || wraps(at, element)); depth += 1) {
      const outer = above(at);
      const outside = outer && ground(outer);
      if (!outside) {
        return null;
      }
      const { ratio: here, fades } = edge(at, outside);
      highest = Math.max(highest, here);
      unsure ||= fades;
      at = outer;
    }
    // A word in the field shows where it is.
    const words =
      element.placeholder || (element.matches("select") && element.selectedOptions[0]?.label) || element.value;
    const boxed = element.matches("[type=checkbox], [type=radio]");
    return highest < LEAST ? { kind: "field", ratio: highest, sure: !unsure && (boxed || !words) } : null;
  };

  const paints = (shape) => {
    const style = getComputedStyle(shape);
    const found = [];
    for (const [paint, alpha] of [
      [style.fill, style.fillOpacity],
      [style.strokeWidth === "0px" ? "none" : style.stroke, style.strokeOpacity],
    ]) {
      if (paint.startsWith("url(")) {
        return null;
      }
      if (paint !== "none") {
        const [r, g, b, a] = rgba(paint);
        found.push([r, g, b, a * Number.parseFloat(alpha) * Number.parseFloat(style.opacity)]);
      }
    }
    return found;
  };

  const icon = (control) => {
    const drawings = [...control.querySelectorAll("svg")].filter(seen);
    const silent =
      (control.innerText ?? "").trim() === "" && !control.querySelector("img, picture, canvas, video, object, input");
    if (
      !drawings.length ||
      !silent ||
      control.matches(":disabled, [aria-disabled=true]") ||
      control.closest("[inert]")
    ) {
      return null;
    }
    const behind = ground(control);
    const outside = above(control) && ground(above(control));
    const shapes = drawings.flatMap((one) => [...one.querySelectorAll(SHAPES)]).filter((one) => one.checkVisibility());
    const drawn = shapes.map(paints);
    if (!behind || !outside || !shapes.length || drawn.some((one) => one === null)) {
      return null;
    }
    if (drawings.some((one) => getComputedStyle(one).opacity !== "1" || getComputedStyle(one).filter !== "none")) {
      return null;
    }
    const highest = Math.max(1, ...drawn.flat().map((color) => ratio(over(color, behind), behind)));
    return highest < LEAST ? { kind: "icon", ratio: highest, sure: drawings.length === 1 } : null;
  };

  const look = () => {
    const found = [];
    for (const [selector, judge] of [
      [FIELDS, field],
      [CONTROLS, icon],
    ]) {
      for (const element of every(selector)) {
        const verdict = seen(element) && !isTuckedAway(element) ? judge(element) : null;
        if (verdict) {
          found.push({ ...describe(element), ...verdict });
        }
      }
    }
    return found;
  };

  add("non-text-contrast", () => still(look));
})();
