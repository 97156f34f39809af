// The page that a violation is told of.
(() => {
  const { describe, add } = globalThis.a11yContentAudit;
  add("csp/page", () => describe(document.documentElement));
})();
