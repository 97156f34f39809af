// axe in this page: which rules of a standard it has, and what it says of elements. Frames that can be looked into are
// judged one by one, by the axe in them; no message passes through the page (docs/decisions/0080-isolated-world.md).
(() => {
  const audit = globalThis.a11yContentAudit;
  const { axe } = globalThis;
  const FRAMES = "frame-tested";
  const SKIPPED = new Set(["experimental", "deprecated"]);
  const OPTIONS = {
    resultTypes: ["violations", "incomplete"],
    elementRef: true,
    selectors: false,
    ancestry: false,
    iframes: false,
    preload: { assets: ["media"], timeout: 5000 },
  };

  // Names of the rules with these tags.
  const tagged = new Map();
  const rulesOf = (tags) => {
    const key = tags.join();
    if (!tagged.has(key)) {
      const rules = axe.getRules(tags).filter((rule) => !rule.tags.some((tag) => SKIPPED.has(tag)));
      tagged.set(
        key,
        rules.map((rule) => rule.ruleId),
      );
    }
    return tagged.get(key);
  };

  // axe's own sentence for every check that failed or could not tell.
  const sentences = (node) => [...node.any, ...node.all, ...node.none].map((one) => one.message);

  const outcomes = (results, elementOf) => {
    const found = [];
    for (const [kind, rules] of [
      ["violation", results.violations],
      ["incomplete", results.incomplete],
    ]) {
      for (const rule of rules) {
        // A rule that broke off names no element: that must be told too.
        for (const node of rule.nodes.length ? rule.nodes : [{ any: [], all: [], none: [] }]) {
          found.push({
            kind,
            rule: rule.id,
            help: rule.help,
            url: rule.helpUrl,
            tags: rule.tags,
            messages: sentences(node),
            element: elementOf(node),
          });
        }
      }
    }
    return found;
  };

  // Run rules on the page without its frames. Gives what axe found, and the elements that passed if `passes`.
  const judge = async (rules, { include, passes = false } = {}) => {
    if (!rules.length) {
      return { found: [], passed: new Set() };
    }
    const options = { ...OPTIONS, runOnly: { type: "rule", values: rules } };
    if (passes) {
      options.resultTypes = [...OPTIONS.resultTypes, "passes"];
    }
    const results = await axe.run(include ? { include } : document, options);
    return {
      found: outcomes(results, (node) => node.element),
      passed: new Set(passes ? results.passes.flatMap((rule) => rule.nodes.map((node) => node.element)) : []),
    };
  };
  const run = async (rules, include) => (await judge(rules, { include })).found;

  // ---------------------------------------------------------------- frames

  const isFrame = (element) => element.localName === "iframe" || element.localName === "frame";
  const framesIn = (root) => {
    const frames = [];
    for (const element of root.querySelectorAll("*")) {
      if (isFrame(element)) {
        frames.push(element);
      } else if (element.shadowRoot) {
        frames.push(...framesIn(element.shadowRoot));
      }
    }
    return frames;
  };

  const axeOf = (frame) => {
    try {
      return audit.inside(frame) && frame.contentWindow.axe;
    } catch {
      return undefined;
    }
  };

  // Follow axe's own way to an element of one document: a selector, or several where it goes into shadow roots.
  const follow = (root, target) => {
    let element = null;
    let at = root;
    for (const part of [target].flat()) {
      element = at?.querySelector(part) ?? null;
      at = element?.shadowRoot;
    }
    return element;
  };

  const runInFrame = async (frame, rules) => {
    const inner = axeOf(frame);
    const content = audit.inside(frame);
    const options = { ...OPTIONS, elementRef: false, selectors: true, runOnly: { type: "rule", values: rules } };
    const context = { include: [["html"]], exclude: [], initiator: false, focusable: true, page: false };
    const results = await inner.finishRun([await inner.runPartial(context, options)], options);
    const found = outcomes(results, (node) => node.target && follow(content, node.target[0]));
    return [...found, ...(await runInFrames(content, rules))];
  };

  // What is said of a frame that cannot be looked into.
  const untested = (frame) => {
    const rule = axe.getRules().find((one) => one.ruleId === FRAMES);
    return {
      kind: "incomplete",
      rule: FRAMES,
      help: rule.help,
      url: rule.helpUrl,
      tags: rule.tags,
      messages: ["what is in this frame cannot be looked into"],
      element: frame,
    };
  };

  const runInFrames = async (root, rules) => {
    const found = [];
    for (const frame of framesIn(root)) {
      if (!frame.checkVisibility({ visibilityProperty: true }) || frame.closest('[aria-hidden="true"]')) {
        continue;
      }
      if (axeOf(frame)) {
        found.push(...(await runInFrame(frame, rules)));
      } else if (axe.getRules().some((one) => one.ruleId === FRAMES)) {
        found.push(untested(frame));
      }
    }
    return found;
  };
  const hasFrames = () => framesIn(document).length > 0;

  audit.axe = { FRAMES, rulesOf, judge, run, runInFrames, hasFrames };
})();
