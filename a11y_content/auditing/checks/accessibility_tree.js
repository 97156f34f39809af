// What assistive technology is told in this mode, against the default mode (WCAG 1.3.1, 4.1.2).
(() => {
  const { describe, spoken, above, add } = globalThis.a11yContentAudit;
  const MENU = "details.a11y-menu";
  const MOST = 20;
  let baseline;

  const isMenus = (element) => {
    for (let at = element; at; at = above(at)) {
      if (at.matches(MENU)) {
        return true;
      }
    }
    return false;
  };

  const listen = async (reuse) =>
    (await spoken(reuse))
      .filter(({ element }) => !isMenus(element))
      .map((one) => ({ ...one, key: `${one.role}|${one.name.toLowerCase()}|${one.states}` }));

  // What of `some` is not in `others`, as often as it is missing there; the very same element is matched first.
  const missing = (some, others) => {
    const left = new Map();
    for (const { key } of others) {
      left.set(key, (left.get(key) ?? 0) + 1);
    }
    const same = new Set(others.map((one) => one.element).filter(Boolean));
    const kept = (one) => {
      const count = left.get(one.key) ?? 0;
      left.set(one.key, count - 1);
      return count > 0;
    };
    const ordered = [...some].sort((a, b) => Number(same.has(b.element)) - Number(same.has(a.element)));
    return ordered.filter((one) => !kept(one));
  };

  // Of what is lost together the outermost element, with all it said first.
  const outermost = (entries) => {
    const elements = new Set(entries.map((one) => one.element));
    const under = (element) => {
      for (let at = above(element); at; at = above(at)) {
        if (elements.has(at)) {
          return true;
        }
      }
      return false;
    };
    const told = new Map();
    for (const one of entries) {
      if (told.size < MOST && one.element.isConnected && !told.has(one.element) && !under(one.element)) {
        told.set(one.element, { ...describe(one.element), role: one.role, name: one.name, states: one.states });
      }
    }
    return [...told.values()];
  };

  add("accessibility-tree", async ({ mode: { isDefault }, reuse }) => {
    if (isDefault || !baseline) {
      baseline = await listen(reuse);
      return { lost: [], added: [] };
    }
    const now = await listen(reuse);
    return { lost: outermost(missing(baseline, now)), added: outermost(missing(now, baseline)) };
  });
})();
