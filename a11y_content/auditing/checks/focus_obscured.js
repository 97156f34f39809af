// Stops of the walk over which something lies (WCAG 2.4.11, 2.4.12).
(() => {
  const { describe, settle, add, walk } = globalThis.a11yContentAudit;
  const { above, styled } = globalThis.a11yContentAudit.looks;
  const { walks, look, lineOf, isPainted } = walk;
  const LOUD = {
    background: "#ff00ff",
    color: "#ff00ff",
    outline: "3px solid #ff00ff",
    "outline-offset": "-3px",
    "box-shadow": "inset 0 0 0 99px #ff00ff",
  };
  let suspects = [];
  let painted;

  const holder = (cover, element) => {
    const own = lineOf(element);
    for (let at = cover; at && !own.has(at); at = above(at)) {
      const { position } = getComputedStyle(at);
      if (position === "fixed" || position === "sticky") {
        return at;
      }
    }
    return null;
  };

  // A cover that stands in the same small group as the stop belongs to its design: an icon on a field, a drawn switch.
  const isNear = (cover, element) =>
    [element.parentElement, element.parentElement?.parentElement].includes(cover.parentElement);

  add("focus-obscured", ({ standard }) => {
    const parts = standard.endsWith("aaa");
    const known = new Map();
    for (const entry of Object.values(walks).flatMap((one) => one.path)) {
      const all = !entry.open.length;
      if (entry.shut.length && (all || parts) && !(known.get(entry.element)?.all ?? false)) {
        const covers = [...entry.covers];
        const fixed = covers.map((cover) => holder(cover, entry.element)).find(Boolean);
        if (fixed || !covers.every((cover) => isNear(cover, entry.element))) {
          known.set(entry.element, { ...entry, all, fixed, cover: fixed ?? covers[0] });
        }
      }
    }
    suspects = [...known.values()];
    return suspects.map(({ element, fixed, cover }, index) => {
      const said = cover
        .cloneNode(false)
        .outerHTML.replace(/<\/[^<]*>$/, "")
        .slice(0, 80);
      return { index, parts, fixed: Boolean(fixed), cover: said, element: describe(element) };
    });
  });

  // Bring a stop to where the walk met it, and say what lies over it now.
  add("focus-obscured/aim", async ({ index }) => {
    const { element, from } = suspects[index];
    document.activeElement?.blur?.();
    scrollTo(...from);
    element.focus();
    await settle();
    const undo = styled("*,*::before,*::after{pointer-events:auto!important}");
    const { open, shut, boxes } = look(element, true);
    undo();
    if (!shut.length) {
      return null;
    }
    const left = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.left))));
    const top = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.top))));
    const right = Math.min(innerWidth, Math.ceil(Math.max(...boxes.map((box) => box.right))));
    const bottom = Math.min(innerHeight, Math.ceil(Math.max(...boxes.map((box) => box.bottom))));
    return {
      box: { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top },
      open: open.length,
      shut: shut.map(([x, y]) => [x - left, y - top]),
    };
  });

  add("focus-obscured/paint", ({ index }) => {
    const { element } = suspects[index];
    const shown = [element, ...(element.labels ?? [])].find(isPainted);
    painted = { shown, kept: shown.getAttribute("style") };
    for (const [property, value] of Object.entries(LOUD)) {
      shown.style.setProperty(property, value, "important");
    }
  });

  add("focus-obscured/unpaint", () => {
    const { shown, kept } = painted;
    if (kept === null) {
      shown.removeAttribute("style");
    } else {
      shown.setAttribute("style", kept);
    }
  });

  add("focus-obscured/end", () => globalThis.a11yContentAudit.rest());
})();
