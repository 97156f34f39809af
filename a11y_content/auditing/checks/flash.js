// What was noted while the page loaded with choices in its store; the stores are empty again afterwards.
(() => {
  const { describe, add } = globalThis.a11yContentAudit;

  add("flash/key", () => document.querySelector("form[data-a11y-store]")?.dataset.a11yStore ?? "");

  const shifted = () =>
    new Promise((resolve) => {
      let sum = 0;
      const watcher = new PerformanceObserver((list) => {
        for (const { hadRecentInput, value } of list.getEntries()) {
          sum += hadRecentInput ? 0 : value;
        }
      });
      watcher.observe({ type: "layout-shift", buffered: true });
      // What was buffered is told before the frame after the next.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    });

  add("flash/seen", async ({ key, log }) => {
    const shift = await shifted();
    const states = JSON.parse(sessionStorage.getItem(log)) ?? [];
    sessionStorage.removeItem(log);
    localStorage.removeItem(key);
    return { states, shift, page: describe(document.body) };
  });
})();
