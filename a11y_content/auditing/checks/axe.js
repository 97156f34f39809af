// axe-core in one mode, with exact reuse of what an earlier mode of this page has shown already
// (docs/decisions/0032-reuse-between-modes.md):
// - rules that read structure and presence run once for every state of these;
// - rules that read layout and paint run once for every state of the whole page;
// - color-contrast runs for an element once for every state of what it depends on.
(() => {
  const { snapshot, describe, isClear, once, rest, add } = globalThis.a11yContentAudit;
  const CONTRAST = "color-contrast";
  const LAYOUT_RULES = ["target-size", "link-in-text-block", "scrollable-region-focusable"];
  const OPTIONS = { resultTypes: ["violations", "incomplete"], elementRef: true, selectors: false, ancestry: false };
  const PRELOAD = { assets: ["media"], timeout: 5000 };

  const byElement = new Map(); // state of one element to what axe said of it
  const passed = new Set(); // states of any element in which it passed
  const { axe } = globalThis;
  let tagged;

  // axe's own sentence for every check that failed or could not tell.
  const sentences = (node) => [...node.any, ...node.all, ...node.none].map((one) => one.message);

  const outcomes = (results) => {
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
            element: node.element,
          });
        }
      }
    }
    return found;
  };

  const run = async (rules, include) => {
    if (!rules.length) {
      return [];
    }
    const options = { ...OPTIONS, preload: PRELOAD, runOnly: { type: "rule", values: rules } };
    return outcomes(await axe.run(include ? { include } : document, options));
  };

  const rulesOf = (tags) => {
    if (!tagged) {
      const skipped = new Set(["experimental", "deprecated"]);
      tagged = axe
        .getRules(tags)
        .filter((rule) => !rule.tags.some((tag) => skipped.has(tag)))
        .map((rule) => rule.ruleId);
    }
    return tagged;
  };

  // ---------------------------------------------------------------- color-contrast, element by element

  const REPLACED = "img, svg, video, canvas, iframe, object, embed, input, select, textarea, button, meter, progress";

  const ownTextRects = (element) => {
    const rects = [];
    const range = document.createRange();
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && /\S/.test(child.data)) {
        range.selectNodeContents(child);
        rects.push(...range.getClientRects());
      }
    }
    return rects;
  };

  const center = (rect) => [Math.floor(rect.left + rect.width / 2), Math.floor(rect.top + rect.height / 2)];

  const encloses = (box, rects) =>
    rects.every(
      (rect) => rect.top >= box.top && rect.bottom <= box.bottom && rect.left >= box.left && rect.right <= box.right,
    );

  // Lay the boxes of all elements into rows, so that finding what lies under a point looks at few of them.
  const ROW = 64;
  const layOut = (elements) => {
    const rows = new Map();
    for (const entry of elements) {
      for (const rect of entry.element.getClientRects()) {
        if (rect.width > 0 && rect.height > 0) {
          const flat = {
            entry,
            left: Math.floor(rect.left),
            right: Math.floor(rect.left + rect.width),
            top: Math.floor(rect.top),
            bottom: Math.floor(rect.top + rect.height),
          };
          for (let row = Math.floor(flat.top / ROW); row <= Math.floor(flat.bottom / ROW); row += 1) {
            if (!rows.has(row)) {
              rows.set(row, []);
            }
            rows.get(row).push(flat);
          }
        }
      }
    }
    return rows;
  };

  const under = (rows, [x, y]) => {
    const stack = [];
    for (const flat of rows.get(Math.floor(y / ROW)) ?? []) {
      if (x >= flat.left && x < flat.right && y >= flat.top && y < flat.bottom && !stack.includes(flat.entry)) {
        stack.push(flat.entry);
      }
    }
    return stack;
  };

  // Text whose length, letters or control matter to axe beside its colours is like no other text.
  const isOrdinary = (element) =>
    !element.matches(REPLACED) &&
    !element.closest("label, button, a[aria-disabled], [aria-disabled], [inert], fieldset[disabled]") &&
    /^[\s\p{L}\p{N}\p{P}]{3,}$/u.test(element.textContent.trim()) &&
    !(element.id && document.querySelector(`[aria-labelledby~="${CSS.escape(element.id)}"]`));

  // All that axe's color-contrast can depend on for one element: how it, its ancestors and all that lies under or over
  // its text are painted, in which layers, whether they hold the text, and whether the text counts as large.
  // `own` names the elements; `shape` only says how they stand to each other, so that alike elements have the same.
  const contrastKeys = (entry, known, rows) => {
    const { element, style, box } = entry;
    const texts = ownTextRects(element);
    const around = new Set();
    const surround = (inner) => {
      for (let at = inner; at && known.has(at) && !around.has(known.get(at)); at = at.parentElement) {
        around.add(known.get(at));
      }
    };
    surround(element);
    const stacks = [];
    let last = "";
    for (const rect of [box, ...texts]) {
      const stack = under(rows, center(rect));
      const line = stack.map((one) => one.id).join();
      if (line !== last || stacks.length < 2) {
        stacks.push(stack);
        last = line;
      }
      for (const one of stack) {
        surround(one.element);
      }
    }
    const ordered = [...around].sort((a, b) => a.rank - b.rank);
    const places = new Map(ordered.map((one, place) => [one, place]));
    const parts = ordered.map((one) => {
      const painted = !isClear(one.style.backgroundColor) || one.style.backgroundImage !== "none";
      const holds = one.style.overflow !== "visible" || painted ? `${encloses(one.box, texts)}` : "";
      const veil = one.veil && `${one.veil}${Math.round(box.width * box.height)}`;
      const flat = `${one.box.width > 0}${one.box.height > 0}`;
      return `${places.get(known.get(one.element.parentElement))}:${one.element.localName}:${one.paint}:${veil}:${holds}:${flat}`;
    });
    const size = Number.parseFloat(style.fontSize);
    const points = Math.ceil(size * 72) / 96;
    const bold = Number.parseFloat(style.fontWeight) >= 700;
    const shadow = style.textShadow === "none" ? "" : size;
    const seen = [box.width > 0, box.height > 0, box.right > 0, box.bottom > 0, texts.length > 0, size === 0];
    const shape = [
      places.get(entry),
      bold,
      shadow,
      ...seen,
      ...stacks.map((stack) => stack.map((one) => places.get(one)).join()),
      ...parts,
    ].join("\n");
    return {
      isLarge: bold ? points >= 14 : points >= 18,
      own: `${ordered.map((one) => one.id)}\n${shape}`,
      shape: isOrdinary(element) ? shape : "",
    };
  };

  const push = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

  // Run the rule for these elements; gives what it said of none of the audited elements.
  const runContrast = async (entries, audited, all) => {
    const elements = new Map(entries.map((one) => [one.element, one]));
    const others = [];
    for (const one of entries) {
      byElement.set(one.key, []);
    }
    for (const result of entries.length ? await run([CONTRAST], all ? undefined : [...elements.keys()]) : []) {
      const one = elements.get(result.element);
      if (one) {
        byElement.get(one.key).push(result);
      } else if (!audited.has(result.element)) {
        others.push(result);
      }
    }
    return others;
  };

  const contrast = async (state, reuse) => {
    state.elements.forEach((entry, rank) => {
      entry.rank = rank;
    });
    const known = new Map(state.elements.map((entry) => [entry.element, entry]));
    const rows = layOut(state.elements);
    const audited = [];
    const alike = new Map();
    for (const entry of state.elements) {
      const { element } = entry;
      if (!element.matches(REPLACED) && ![...element.childNodes].some((n) => n.nodeType === 3 && /\S/.test(n.data))) {
        continue;
      }
      const { isLarge, own, shape } = contrastKeys(entry, known, rows);
      // What passed as small text passes as large text too: 4.5:1 is more than 3:1.
      const small = `small\n${own}`;
      const key = isLarge && byElement.get(small)?.length !== 0 ? `large\n${own}` : small;
      const one = { element, key, shape: shape && `${isLarge ? "large" : "small"}\n${shape}` };
      audited.push(one);
      if (!reuse || !byElement.has(key)) {
        if (shape && (passed.has(one.shape) || passed.has(`small\n${shape}`))) {
          byElement.set(key, []);
        } else {
          push(alike, one.shape || key, one);
        }
      }
    }
    const all = new Set(audited.map((one) => one.element));
    const groups = [...alike.values()];
    if (!reuse) {
      const others = await runContrast(groups.flat(), all, true);
      return [...audited.flatMap((one) => byElement.get(one.key)), ...others];
    }
    const first = await runContrast(
      groups.map((group) => group[0]),
      all,
    );
    // Only a pass is shared: what is said of a failure names sizes and colours of that very element.
    const isPassed = (group) => byElement.get(group[0].key).length === 0;
    for (const group of groups.filter(isPassed)) {
      if (group[0].shape && !first.length) {
        passed.add(group[0].shape);
      }
      for (const one of group) {
        byElement.set(one.key, []);
      }
    }
    const failed = groups.filter((group) => !isPassed(group));
    const second = await runContrast(
      failed.flatMap((group) => group.slice(1)),
      all,
    );
    const found = [...audited.flatMap((one) => byElement.get(one.key)), ...first, ...second];
    if (found.some((one) => !one.element)) {
      byElement.clear(); // the rule broke off: nothing is known to have passed
      passed.clear();
    }
    return found;
  };

  // ---------------------------------------------------------------- the check

  const plain = ({ element, ...facts }) => ({
    ...facts,
    ...(element?.isConnected ? describe(element) : { selector: "", html: "", path: null }),
  });

  add("axe", async ({ tags, mode: { forcedColors }, reuse }) => {
    rest();
    const rules = rulesOf(tags);
    const state = snapshot();
    const structure = rules.filter((rule) => rule !== CONTRAST && !LAYOUT_RULES.includes(rule));
    const layout = rules.filter((rule) => LAYOUT_RULES.includes(rule));
    const found = [
      ...(await once("structure", state.presence, reuse, () => run(structure))),
      ...(await once("layout", state.whole, reuse, () => run(layout))),
    ];
    // In forced colours axe reads colours that nobody sees (axe-core-npm #1067): the reader's system picks them.
    if (rules.includes(CONTRAST) && !forcedColors) {
      found.push(...(await once(CONTRAST, state.whole, reuse, () => contrast(state, reuse))));
    }
    return { version: axe.version, rules, found: found.map(plain) };
  });
})();
