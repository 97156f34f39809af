/* Runs before anything of the page: when the probe has which size (start of the frame, px, end of the frame), how much the
   page shifts, what a policy blocks. */
(() => {
  const record = { sizes: [], shift: 0, blocked: 0, first: null, drawn: null, pressed: null };
  globalThis.menuRecord = record;
  addEventListener("securitypolicyviolation", () => (record.blocked += 1));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) record.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint")
        Object.assign(record, { first: entry.startTime, drawn: entry.paintTime ?? entry.startTime });
  }).observe({ type: "paint", buffered: true });
  addEventListener("click", () => (record.pressed = performance.now()), true);
  const look = (now) => {
    const probe = document.getElementById("probe-p");
    const size = probe && Number.parseFloat(getComputedStyle(probe).fontSize);
    if (size && record.sizes.at(-1)?.[1] !== size) {
      const change = [now, size, now];
      record.sizes.push(change);
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => (change[2] = performance.now());
      drawn.port2.postMessage(0); // handled once this frame is drawn
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
