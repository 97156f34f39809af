// Stops whose focus pictures must judge, in groups of one look (WCAG 2.4.7).
(() => {
  const { find, rest, add, rings } = globalThis.a11yContentAudit;
  let groups = [];

  add("focus-pixels", ({ selectors, reuse, place }) => {
    rest();
    const known = rings.known("focus-pixels");
    const alike = new Map();
    for (const selector of selectors) {
      const element = find(selector);
      const judged = element ? rings.judge(element) : {};
      if (judged.signature) {
        const signature = `${place}\n${judged.signature}`;
        const group = alike.get(signature) ?? { element, signature, selectors: [] };
        group.selectors.push(selector);
        alike.set(signature, group);
      }
    }
    rest();
    groups = [...alike.values()];
    return groups.map((group) => ({
      selectors: group.selectors,
      shows: reuse ? (known.get(group.signature) ?? null) : null,
    }));
  });

  add("focus-pixels/judged", ({ group, shows }) => {
    rings.known("focus-pixels").set(groups[group].signature, shows);
  });
  add("focus-pixels/aim", ({ group }) => rings.aim(groups[group].element));
  add("focus-pixels/screen", () => {
    globalThis.a11yContentAudit.walk.focused()?.blur();
    return { x: scrollX, y: scrollY, width: innerWidth, height: innerHeight };
  });
  add("focus-pixels/focus", ({ group }) => rings.focus(groups[group].element));
  add("focus-pixels/blur", () => globalThis.a11yContentAudit.walk.focused()?.blur());
  add("focus-pixels/end", rest);
})();
