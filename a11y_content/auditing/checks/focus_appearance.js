// Stops whose mark of the focus styles do not prove to be strong, in groups of one look (WCAG 2.4.13).
(() => {
  const { describe, rest, add, rings, looks } = globalThis.a11yContentAudit;
  const STRONG = { contrast: 3, width: 2, sides: 4 };
  let groups = [];

  add("focus-appearance", ({ reuse }) => {
    rest();
    const known = rings.known("focus-appearance");
    const alike = new Map();
    for (const element of globalThis.a11yContentAudit.walk.stops()) {
      const { signature, native } = rings.judge(element, STRONG);
      if (signature && !native) {
        const group = alike.get(signature) ?? { signature, elements: [] };
        group.elements.push(element);
        alike.set(signature, group);
      }
    }
    rest();
    groups = [...alike.values()];
    return groups.map(({ signature, elements }) => ({
      elements: elements.map(describe),
      share: reuse ? (known.get(signature) ?? null) : null,
    }));
  });

  add("focus-appearance/judged", ({ group, share }) => {
    rings.known("focus-appearance").set(groups[group].signature, share);
  });

  // Where its mark would show, and how many pixels a line of two around it has: of its label where it is not painted.
  add("focus-appearance/aim", ({ group }) => {
    const [element] = groups[group].elements;
    const box = rings.aim(element);
    const shown = looks.isTuckedAway(element) || !looks.shown(element) ? (element.labels?.[0] ?? element) : element;
    const lines = [...shown.getClientRects()].map((one) => 4 * (one.width + one.height));
    const line = lines.reduce((sum, one) => sum + one, 0);
    return box && line > 0 ? { box, line } : null;
  });

  add("focus-appearance/focus", ({ group }) => rings.focus(groups[group].elements[0]));
  add("focus-appearance/end", rest);
})();
