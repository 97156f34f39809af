// What decides how the focus looks, beside the state of the page in which nothing has it: the rules that ask for the
// focus, those whose values they use, and what the page's root says to them. Equal states of the page and equal texts
// of these, equal looks of the focus.
(() => {
  const audit = globalThis.a11yContentAudit;
  // Not in the state of the page (page/state.js), or only where a box is drawn.
  const UNREAD = /^(outline|color-scheme$|accent-color$|forced-color-adjust$|all$)/;
  const UNSEEN = /^(animation|transition|scroll)/;
  const UNSEEN_PARTS = /(?:^|; )(?:animation|transition|scroll)[^;]*/g;
  const PSEUDO = /::?(?:before|after)\b/g;
  const VARIABLE = /var\(\s*(--[^\s,)]+)/g;
  const REACHES = /:focus-within|:has\(/;

  const preludes = (rule) => {
    const parts = [];
    for (let at = rule; at; at = at.parentRule) {
      parts.push(at.selectorText ?? at.conditionText ?? `${at.start ?? ""} ${at.end ?? ""}`);
    }
    return parts.join(" ");
  };

  const everyRule = () => {
    const found = [];
    const walk = (rules) => {
      for (const rule of rules) {
        found.push(rule);
        if (rule.styleSheet) {
          walk(rule.styleSheet.cssRules);
        } else if (rule.cssRules?.length) {
          walk(rule.cssRules);
        }
      }
    };
    try {
      for (const root of audit.roots()) {
        for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
          walk(sheet.cssRules);
        }
      }
    } catch {
      return null; // a sheet of another site
    }
    return found;
  };

  const textOf = (rule) => rule.style.cssText.replaceAll(UNSEEN_PARTS, "");

  // The elements whose pseudo boxes a rule draws, as a selector; "" where the rule alone does not tell.
  const ownersOf = (rule) =>
    rule.parentRule?.selectorText === undefined ? rule.selectorText.replaceAll(PSEUDO, "") : "";
  const isDrawn = (owners) => {
    if (!owners) {
      return true;
    }
    try {
      return audit.roots().some((root) => [...root.querySelectorAll(owners)].some((one) => one.checkVisibility()));
    } catch {
      return true; // `::before` alone
    }
  };

  const variables = (text) => [...text.matchAll(VARIABLE)].map(([, name]) => name);

  const scan = (rules) => {
    const known = { relevant: new Map(), waiting: [], all: false, reaches: false };
    const open = [];
    for (const rule of rules) {
      const context = preludes(rule);
      const asks = context.includes(":focus");
      known.all ||= context.includes("style(");
      known.reaches ||= asks && REACHES.test(context);
      if (!rule.style || [...rule.style].every((one) => UNSEEN.test(one))) {
        continue;
      }
      const isPseudo = context.search(PSEUDO) >= 0;
      const owners = isPseudo && !asks ? ownersOf(rule) : "";
      if (!isDrawn(owners)) {
        known.waiting.push(owners);
      } else if (asks || isPseudo || [...rule.style].some((one) => UNREAD.test(one))) {
        known.relevant.set(rule, context);
      } else {
        open.push([rule, context]);
      }
    }
    // Rules that give a value to what these use, and so on.
    for (let size = -1; size !== known.relevant.size; ) {
      size = known.relevant.size;
      const used = new Set([...known.relevant.keys()].flatMap((rule) => variables(textOf(rule))));
      for (const [rule, context] of open) {
        if (!known.relevant.has(rule) && [...rule.style].some((one) => used.has(one))) {
          known.relevant.set(rule, context);
        }
      }
    }
    return known;
  };

  let known = { count: -1 };
  const look = () => {
    const rules = everyRule();
    if (!rules) {
      known = { count: -1, relevant: new Map(), waiting: [], all: true, reaches: true };
    } else if (rules.length !== known.count || known.waiting.some(isDrawn)) {
      known = { count: rules.length, ...scan(rules) };
    }
    const texts = [...known.relevant].map(([rule, context]) => `${context}{${textOf(rule)}}`);
    const text = texts.join("\n");
    const said = [...document.documentElement.attributes]
      .filter(({ name }) => known.all || !name.startsWith("data-a11y-") || text.includes(name))
      .map(({ name, value }) => `${name}=${value}`)
      .sort();
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    return { text: `${said}\n${scheme}\n${text}`, reaches: known.reaches };
  };

  const looks = new WeakMap(); // by snapshot: one for each mode
  // Gives { text, reaches }: whether the focus of one element can change others.
  audit.focusRules = () => {
    const state = audit.snapshot();
    if (!looks.has(state)) {
      looks.set(state, look());
    }
    return looks.get(state);
  };
})();
