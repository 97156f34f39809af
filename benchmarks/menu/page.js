/* What is asked of a page, the same for every menu. What has no `data-host` was brought by the menu. */
globalThis.menuBench ??= (() => {
  const WAIT = 250;
  const deep = (selector) => {
    let found = document;
    for (const [step, part] of selector.split(" >>> ").entries()) found = (step ? found?.shadowRoot : found)?.querySelector(part);
    return found;
  };
  const every = (root = document, found = []) => {
    for (const element of root.querySelectorAll("*")) {
      found.push(element);
      if (element.shadowRoot) every(element.shadowRoot, found);
    }
    return found;
  };
  const brought = (element) => !element.hasAttribute("data-host");
  const shown = (element) => {
    if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth;
  };
  const active = () => {
    let found = document.activeElement;
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    return found;
  };
  const sizes = () => {
    const found = {};
    for (const probe of document.querySelectorAll("[id^=probe-]"))
      found[probe.id.slice(6)] = Number.parseFloat(getComputedStyle(probe).fontSize);
    return found;
  };
  /* Resolves when `ready` has been true, and nothing in the page has changed, for a while; or after `limit`, with false. */
  const until = (ready, limit = 8000) =>
    new Promise((resolve) => {
      const start = performance.now();
      let last = start;
      const touch = () => {
        last = performance.now();
      };
      const seen = new MutationObserver(touch);
      const all = { subtree: true, childList: true, attributes: true, characterData: true };
      seen.observe(document, all);
      for (const { shadowRoot } of every()) if (shadowRoot) seen.observe(shadowRoot, all);
      const look = () => {
        const now = performance.now();
        const moving = document.getAnimations().some(
          (one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Infinity,
        );
        if (moving || document.readyState !== "complete" || !ready()) touch();
        if (now - last < WAIT && now - start < limit) requestAnimationFrame(look);
        else {
          seen.disconnect();
          resolve(now - last >= WAIT);
        }
      };
      requestAnimationFrame(look);
    });
  /* Resolves when an element stands still where a pointer would hit it: true, or false after `limit`. */
  const hit = (element) => {
    const box = element.getBoundingClientRect();
    let found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (!inner || inner === found) break;
      found = inner;
    }
    return !!found && (element.contains(found) || found.contains(element) || found.closest("label")?.contains(element));
  };
  const reachable = (selector, limit = 6000) =>
    new Promise((resolve) => {
      const start = performance.now();
      let before = "";
      const look = () => {
        const element = deep(selector);
        if (element && shown(element)) {
          element.scrollIntoView({ block: "center", behavior: "instant" });
          const { x, y } = element.getBoundingClientRect();
          if (before === `${x},${y}` && hit(element)) return resolve(true);
          before = `${x},${y}`;
        }
        if (performance.now() - start > limit) resolve(false);
        else requestAnimationFrame(look);
      };
      look();
    });
  const passed = new WeakMap();
  const focus = (opener, panel) => {
    const here = active();
    const times = (here && passed.get(here)) || 0;
    if (here) passed.set(here, times + 1);
    const button = deep(opener);
    const inside = deep(panel);
    return {
      body: !here || here === document.body || here === document.documentElement,
      opener: !!button && here === button,
      again: times > 1, // asked twice at one place is no circle yet
      inside: !!inside && (inside === here || inside.contains(here)),
      brought: !!here && brought(here) && here !== document.body,
    };
  };
  const state = (opener) => {
    const button = deep(opener);
    if (button?.matches("summary")) return button.parentElement.open ? "true" : "false";
    return button?.getAttribute("aria-expanded") ?? "";
  };
  const layer = () => {
    const layers = every().filter((one) => brought(one) && shown(one)).map((one) => getComputedStyle(one));
    return {
      fixed: layers.some((style) => /fixed|sticky/.test(style.position)),
      zIndex: Math.max(0, ...layers.map((style) => Number.parseInt(style.zIndex, 10) || 0)),
    };
  };
  const filtered = () => {
    for (let one = document.querySelector("#probe-p"); one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.filter !== "none" || style.mixBlendMode !== "normal") return true;
    }
    return every().some((one) => brought(one) && shown(one) && getComputedStyle(one).backdropFilter !== "none");
  };
  return {
    deep,
    shown: (selector) => shown(deep(selector)),
    brought: () => every().filter((one) => brought(one) && shown(one)).length,
    nodes: () => every().length,
    written: () => document.querySelectorAll("[data-host][style]").length,
    start: () => document.documentElement.outerHTML.split(">", 1)[0],
    stored: async () =>
      localStorage.length + sessionStorage.length + (document.cookie ? document.cookie.split(";").length : 0) +
      (await indexedDB.databases()).length,
    sizes,
    quiet: () => until(() => true),
    sized: (size) => until(() => Math.abs(sizes().p - size) < 0.05),
    reachable,
    focus,
    state,
    layer,
    filtered,
  };
})();
