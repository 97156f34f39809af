// The in-page half of the audit: what all its scripts share. It runs out of reach of the page's own scripts
// (docs/decisions/0080-isolated-world.md); every script adds its functions with `a11yContentAudit.add`.
(() => {
  const ids = new WeakMap();
  let lastId = 0;
  const idOf = (element) => {
    let id = ids.get(element);
    if (!id) {
      lastId += 1;
      id = lastId;
      ids.set(element, id);
    }
    return id;
  };

  const isClear = (color) => color === "rgba(0, 0, 0, 0)" || color === "transparent";
  const read = (style, properties) => properties.map((property) => style.getPropertyValue(property)).join("|");

  // What `make` gives for this state of the page, taken from an earlier mode where the state is the same.
  const stores = new Map();
  const once = async (name, state, reuse, make) => {
    const store = stores.get(name) ?? new Map();
    stores.set(name, store);
    if (!reuse || !store.has(state)) {
      store.set(state, await make());
    }
    return store.get(state);
  };

  // Chromium gives no answer for a promise of a document that went away: this one is kept before it goes.
  const gone = new Promise((_, reject) => {
    addEventListener("pagehide", (event) => event.isTrusted && reject(new Error("the page went away by itself")), true);
  });
  gone.catch(() => undefined);

  const calls = {};
  globalThis.a11yContentAudit = {
    idOf,
    isClear,
    read,
    once,
    calls,
    add: (name, call) => {
      calls[name] = call;
    },
    run: (name, options) => Promise.race([calls[name](options), gone]),
  };
})();
