// axe-core in one mode, with exact reuse of what an earlier mode of this page has shown already
// (docs/decisions/0032-reuse-between-modes.md):
// - rules that read structure and presence run once for every state of these;
// - rules that read layout and paint run once for every state of the whole page;
// - color-contrast runs for an element once for every state of what it depends on.
(() => {
  const { snapshot, describe, once } = a11yContentAudit;
  const CONTRAST = "color-contrast";
  const LAYOUT_RULES = ["target-size", "link-in-text-block", "scrollable-region-focusable"];
  const OPTIONS = { resultTypes: ["violations", "incomplete"], elementRef: true, selectors: false, ancestry: false };
  const PRELOAD = { assets: ["media"], timeout: 5000 };

  const byElement = new Map();
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
        for (const node of rule.nodes) {
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

  const isTransparent = (color) => color === "rgba(0, 0, 0, 0)" || color === "transparent";

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

  // All that axe's color-contrast can depend on for one element: how it, its ancestors and all that lies under or over
  // its text are painted, in which layers, whether they hold the text, and whether the text counts as large.
  const contrastKey = (entry, known, rows) => {
    const { element, style, box } = entry;
    const texts = ownTextRects(element);
    const around = new Set();
    for (let at = element; at; at = at.parentElement) {
      around.add(known.get(at));
    }
    const stacks = [];
    let last = "";
    for (const rect of [box, ...texts]) {
      const stack = under(rows, center(rect));
      const line = stack.map((one) => one.id).join(",");
      if (line !== last || stacks.length < 2) {
        stacks.push(line);
        last = line;
      }
      for (const one of stack) {
        for (let at = one.element; at && known.get(at) && !around.has(known.get(at)); at = at.parentElement) {
          around.add(known.get(at));
        }
      }
    }
    const parts = [];
    for (const one of around) {
      if (!one) {
        continue;
      }
      const painted = !isTransparent(one.style.backgroundColor) || one.style.backgroundImage !== "none";
      const area = one.around === "~" ? "" : `${Math.round(box.width * box.height)}`;
      const outside = one.style.overflow !== "visible" || painted ? `${encloses(one.box, texts)}` : "";
      parts.push(`${one.id}:${one.paint}:${one.around}${area}:${outside}`);
    }
    const size = Number.parseFloat(style.fontSize);
    const points = Math.ceil(size * 72) / 96;
    const bold = Number.parseFloat(style.fontWeight) >= 700;
    const large = bold ? points >= 14 : points >= 18;
    const visible = `${box.width > 0}${box.height > 0}${box.right > 0}${box.bottom > 0}${texts.length > 0}`;
    const shadow = style.textShadow === "none" ? "" : size;
    return [large, bold, visible, shadow, size === 0, ...stacks, ...parts].join("\n");
  };

  const contrast = async (state, reuse) => {
    const known = new Map(state.elements.map((entry) => [entry.element, entry]));
    const rows = layOut(state.elements);
    const fresh = [];
    const keys = new Map();
    for (const entry of state.elements) {
      const { element } = entry;
      if (element.matches(REPLACED) || [...element.childNodes].some((n) => n.nodeType === 3 && /\S/.test(n.data))) {
        const key = `${entry.id}\n${contrastKey(entry, known, rows)}`;
        keys.set(element, key);
        if (!reuse || !byElement.has(key)) {
          fresh.push(element);
        }
      }
    }
    const outside = [];
    if (fresh.length) {
      const all = fresh.length > 150 || !reuse;
      const results = await run([CONTRAST], all ? undefined : fresh);
      for (const element of fresh) {
        byElement.set(keys.get(element), []);
      }
      for (const result of results) {
        const key = keys.get(result.element);
        if (key === undefined) {
          outside.push(result);
        } else if (fresh.includes(result.element)) {
          byElement.get(key).push(result);
        }
      }
    }
    return [...[...keys.values()].flatMap((key) => byElement.get(key)), ...outside];
  };

  // ---------------------------------------------------------------- the check

  const plain = ({ element, ...rest }) => ({
    ...rest,
    ...(element?.isConnected ? describe(element) : { selector: "", html: "", path: null }),
  });

  a11yContentAudit.add("axe", async ({ tags, forcedColors, reuse }) => {
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
