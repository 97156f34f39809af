// Stops at which computed styles do not prove that the focus shows (WCAG 2.4.7).
(() => {
  const audit = globalThis.a11yContentAudit;
  const { describe, rest, add, rings, once, roots } = audit;
  let isAnswered = false; // whether a script of the page answers to the focus: then it may answer in each mode otherwise

  // The state of a page does not tell how the focus looks there; the rules that ask for the focus do.
  const stateOf = ({ id, media, width, height, zoom, fontSize, print, menuOpen }) => {
    const environment = JSON.stringify([media, width, height, zoom, fontSize, print, menuOpen, isAnswered ? id : ""]);
    return `${environment}\n${audit.snapshot().whole}\n${audit.focusRules().text}`;
  };

  const look = () => {
    const watcher = new MutationObserver(() => undefined);
    for (const root of isAnswered ? [] : roots()) {
      watcher.observe(root, { subtree: true, childList: true, attributes: true });
    }
    const open = rings.open(audit.walk.stops());
    rest();
    isAnswered ||= watcher.takeRecords().length > 0;
    watcher.disconnect();
    return open;
  };

  add("focus-visible", ({ mode, reuse }) =>
    once("focus-visible", stateOf(mode), reuse, () => {
      // What one look has in one environment, it has in another.
      const { media, width, zoom } = mode;
      const place = JSON.stringify([media, width, zoom]);
      return look().map(({ element, signature }) => ({
        ...describe(element),
        look: `${place} ${audit.number(signature)}`,
      }));
    }),
  );
})();
