// axe-core in one mode, with exact reuse of what is known already (docs/decisions/0032-reuse-between-modes.md):
// - rules that read structure and presence run once for every state of these;
// - rules that read layout or paint run once for every state of that, and not where nothing can be for them to find;
// - color-contrast runs for an element only as it is painted for the first time (axe_contrast.js).
(() => {
  const audit = globalThis.a11yContentAudit;
  const { snapshot, describe, once, rest, add } = audit;
  const { FRAMES, rulesOf, judge, run, runInFrames, hasFrames, contrast, learnt } = audit.axe;
  const CONTRAST = "color-contrast";
  const TARGETS = "target-size";
  const LINKS = "link-in-text-block";
  const SCROLLERS = "scrollable-region-focusable";
  // Rules that read fonts and colours of many elements: rare ones, run anew in every state.
  const LOOKS = ["color-contrast-enhanced", "label-content-name-mismatch"];
  const PAINTED = [CONTRAST, "color-contrast-enhanced"];
  // Nobody points at paper, nor scrolls it.
  const HANDLED = [TARGETS, SCROLLERS];

  // ---------------------------------------------------------------- where there is nothing to find

  const isWide = ({ box }) => box.width >= 24 && box.height >= 24;
  const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const isWithin = (inner, outer) =>
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

  // Whether axe must pass a target: it is large, what is in it does not stick out, and nothing else lies over it.
  const isClearTarget = (entry, entries) =>
    isWide(entry) &&
    entries.every((other) => {
      if (other === entry || !overlaps(other.box, entry.box) || other.element.contains(entry.element)) {
        return true;
      }
      return entry.element.contains(other.element) && isWithin(other.box, entry.box);
    });

  // Which elements the rule is for depends on presence alone: axe tells once in each such state.
  const targets = async (state, asked) => {
    if (asked.layout === state.layout) {
      return asked.found.filter((one) => one.rule === TARGETS);
    }
    const first = await once("targets of", state.presence, true, async () => {
      const { found, passed } = await judge([TARGETS], { passes: true });
      return { layout: state.layout, found, elements: new Set([...passed, ...found.map((one) => one.element)]) };
    });
    if (first.layout === state.layout) {
      return first.found;
    }
    return once(TARGETS, state.layout, true, async () => {
      const entries = state.elements.filter(({ element }) => element.ownerDocument === document);
      const all = entries.filter(({ element }) => first.elements.has(element));
      const none = all.length === first.elements.size && all.every((entry) => isClearTarget(entry, entries));
      return none ? [] : run([TARGETS]);
    });
  };

  // A link whose lines are unlike those of all around it is told by more than its colour.
  const isUnlike = (link) => {
    const line = getComputedStyle(link).textDecorationLine;
    for (let at = audit.above(link); at; at = audit.above(at)) {
      if (getComputedStyle(at).textDecorationLine === line) {
        return false;
      }
    }
    return true;
  };
  const links = (state) => {
    const all = state.elements.filter(({ element }) => element.matches("a, [role~=link]"));
    return all.every(({ element }) => isUnlike(element)) ? [] : once(LINKS, state.whole, true, () => run([LINKS]));
  };

  const SCROLLS = /auto|scroll/;
  const scrollers = (state) => {
    const some = state.elements.some(
      ({ element, style }) =>
        (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight) &&
        SCROLLS.test(style.overflowX + style.overflowY),
    );
    return some ? once(SCROLLERS, state.layout, true, () => run([SCROLLERS])) : [];
  };

  const looks = (state, rules) =>
    once("looks", state.whole, true, () => run(LOOKS.filter((rule) => rules.includes(rule))));

  // ---------------------------------------------------------------- the check

  const reused = async (rules, known) => {
    const state = snapshot();
    const apart = [CONTRAST, TARGETS, LINKS, SCROLLERS, ...LOOKS];
    // Each run looks at the whole page anew: targets are asked for together with structure, and alone where they move.
    const structure = rules.filter((rule) => !apart.includes(rule) || rule === TARGETS);
    const first = await once("structure", state.presence, true, async () => {
      return { layout: state.layout, found: await run(structure) };
    });
    const found = first.found.filter((one) => one.rule !== TARGETS);
    const only = async (rule, look) => {
      if (rules.includes(rule)) {
        found.push(...(await look()));
      }
    };
    await only(TARGETS, () => targets(state, first));
    await only(SCROLLERS, () => scrollers(state));
    await only(LINKS, () => links(state));
    if (LOOKS.some((rule) => rules.includes(rule))) {
      found.push(...(await looks(state, rules)));
    }
    await only(CONTRAST, () => once(CONTRAST, state.paint, true, () => contrast(state, known)));
    return found;
  };

  const plain = ({ element, ...facts }) => ({
    ...facts,
    ...(element?.isConnected ? describe(element) : { selector: "", html: "", path: null }),
  });

  add("axe", async ({ tags, mode: { forcedColors, print }, reuse, known }) => {
    rest();
    // In forced colours axe reads colours that nobody sees (axe-core-npm #1067): the reader's system picks them.
    // Paper gets no backgrounds, and pale text is darkened: what is lost there is asked by `print`.
    const left = [FRAMES, ...(forcedColors || print ? PAINTED : []), ...(print ? HANDLED : [])];
    const rules = rulesOf(tags).filter((rule) => !left.includes(rule));
    const found = reuse ? await reused(rules, known ?? []) : await run(rules);
    if (hasFrames()) {
      found.push(...(await once("frames", `${snapshot().whole}${left}`, reuse, () => runInFrames(document, rules))));
    }
    return { found: found.map(plain), learnt: learnt() };
  });
})();
