// What can be pressed and cannot take the focus (WCAG 2.1.1).
(() => {
  const { describe, elements, inside, above, rest, add } = globalThis.a11yContentAudit;
  const { isTuckedAway } = globalThis.a11yContentAudit.looks;
  const ROLES = "button link checkbox radio switch slider spinbutton combobox textbox searchbox tab menuitem option";
  const CONTROLS = ROLES.split(" ")
    .map((role) => `[role=${role}]`)
    .join();
  // Parts of a widget: the keyboard comes to the widget, or to one of its parts, and goes on with arrow keys.
  const PARTS =
    "[role=toolbar] button, [role=tab], [role=menuitem], [role=option], [role=radio], [role=treeitem], [role=gridcell]";
  const WHOLES =
    "[role=tablist], [role=menu], [role=menubar], [role=listbox], [role=radiogroup], [role=tree], [role=grid], [role=toolbar], [role=combobox]";
  const REAL =
    "a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex]";
  const CLICKS = ["click", "dblclick"];

  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }) &&
    [...element.getClientRects()].some((box) => box.width > 2 && box.height > 2) &&
    !isTuckedAway(element);

  const takesFocus = (element) => element.tabIndex >= 0 || element.isContentEditable || element.matches(":disabled");

  const isOff = (element) => {
    for (let at = element; at; at = above(at)) {
      if (at.inert || at.getAttribute("aria-disabled") === "true" || at.getAttribute("aria-hidden") === "true") {
        return true;
      }
    }
    return false;
  };

  const isInControl = (element) => {
    for (let at = above(element); at; at = above(at)) {
      if (at.localName === "label" || at.matches(":disabled") || (at.tabIndex >= 0 && at.localName !== "iframe")) {
        return true;
      }
    }
    return false;
  };

  const holdsControl = (element) => elementsIn(element).some((one) => one.matches(REAL) && one.tabIndex >= 0);
  const elementsIn = (element) => [
    ...element.querySelectorAll("*"),
    ...(element.shadowRoot ? elements(element.shadowRoot) : []),
  ];

  // A widget that points at its active part, or one of whose parts takes the focus.
  const isPartOfWidget = (element) => {
    const whole = element.matches(PARTS) && element.parentElement?.closest(WHOLES);
    if (!whole) {
      return false;
    }
    const id = whole.id && CSS.escape(whole.id);
    const owner = id && element.getRootNode().querySelector(`[aria-controls~="${id}"], [aria-owns~="${id}"]`);
    return [whole, owner, ...whole.querySelectorAll("*")].some((one) => one && one.tabIndex >= 0);
  };

  const isBackdrop = (element) => {
    const box = element.getBoundingClientRect();
    const { position } = getComputedStyle(element);
    return (
      element.matches("html, body, main, dialog, form") ||
      (position === "fixed" && box.width >= innerWidth * 0.9 && box.height >= innerHeight * 0.9)
    );
  };

  const nameOf = (element) =>
    (element.getAttribute("aria-label") ?? element.getAttribute("title") ?? element.textContent)
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase();

  // Another control of this name, or a control beside it in the same small group (a field and its icon).
  const hasStandIn = (element) => {
    const name = nameOf(element);
    const root = element.getRootNode();
    const same = [...root.querySelectorAll(REAL)].some((one) => one.tabIndex >= 0 && nameOf(one) === name);
    const group = [...(element.parentElement?.children ?? [])];
    const isFew = group.length <= 4;
    return (
      (name && same) ||
      (isFew && group.some((one) => one !== element && one.matches("input, select, textarea, button")))
    );
  };

  const follow = (way) =>
    way.reduce((at, step) => {
      if (step === "shadow") {
        return at?.shadowRoot;
      }
      return step === "frame" ? at && inside(at) : at?.children[step];
    }, document);

  const isLeftOut = (element) =>
    takesFocus(element) ||
    element.localName === "label" ||
    !isShown(element) ||
    isOff(element) ||
    isInControl(element) ||
    holdsControl(element) ||
    isPartOfWidget(element) ||
    isBackdrop(element);

  add("keyboard-reachable", ({ heard }) => {
    rest();
    const types = new Map();
    for (const one of heard) {
      const element = follow(one.way);
      if (element?.nodeType === Node.ELEMENT_NODE) {
        types.set(element, one.types);
      }
    }
    const found = [];
    for (const element of elements()) {
      const hears = types.get(element) ?? [];
      const isControl = element.matches(CONTROLS);
      if ((!hears.length && !isControl) || isLeftOut(element)) {
        continue;
      }
      const isPointed = getComputedStyle(element).cursor === "pointer";
      const clicks = hears.some((type) => CLICKS.includes(type));
      const how = isControl ? "role" : clicks ? "press" : "drag";
      const isSure =
        (isControl && (clicks || isPointed)) || (clicks && isPointed && /[\p{L}\p{N}]/u.test(nameOf(element)));
      const role = element.getAttribute("role") ?? "";
      found.push({ element: describe(element), how, role, types: hears, sure: isSure && !hasStandIn(element) });
    }
    return found;
  });
})();
