// Stops at which computed styles do not prove that the focus shows (WCAG 2.4.7).
(() => {
  const { describe, rest, add, rings } = globalThis.a11yContentAudit;

  add("focus-visible", () => {
    const open = globalThis.a11yContentAudit.walk.stops().filter((element) => rings.judge(element).signature);
    rest();
    return open.map(describe);
  });
})();
