// What the style sheets of the page can change at all. A property that no rule and no style attribute declares has the
// browser's own value everywhere, in every mode: it need not be read. Where a sheet cannot be read, nothing is known.
(() => {
  const audit = globalThis.a11yContentAudit;
  const PSEUDO = /::?(?:before|after)\b/g;
  const NOTHING = ":not(a11y-nothing)";

  const sheetsOf = (root) => [...root.styleSheets, ...root.adoptedStyleSheets];

  // Go through all rules; false where a sheet belongs to another site.
  const everyRule = (roots, look) => {
    const walk = (rules) => {
      for (const rule of rules) {
        look(rule);
        if (rule.styleSheet) {
          walk(rule.styleSheet.cssRules);
        } else if (rule.cssRules) {
          walk(rule.cssRules);
        }
      }
    };
    try {
      for (const sheet of roots.flatMap(sheetsOf)) {
        walk(sheet.cssRules);
      }
    } catch {
      return false;
    }
    return true;
  };

  const scan = (roots) => {
    const properties = new Set();
    const pseudo = new Set();
    let nested = false;
    const note = (style) => {
      for (const property of style) {
        properties.add(property);
      }
    };
    const readable = everyRule(roots, (rule) => {
      if (rule.style) {
        note(rule.style);
      }
      if (rule.selectorText?.match(PSEUDO)) {
        nested ||= rule.selectorText.includes("&") || rule.parentRule?.selectorText !== undefined;
        pseudo.add(rule.selectorText.replaceAll(PSEUDO, NOTHING));
      } else if (rule.cssRules && rule.parentRule && rule.style === undefined && rule.start !== undefined) {
        nested = true; // @scope: what its selectors stand for is not in them
      }
    });
    for (const root of roots) {
      for (const element of root.querySelectorAll("[style]")) {
        note(element.style);
      }
    }
    return { readable, properties, pseudo: [...pseudo].join(","), nested };
  };

  // A change of this number is a change of the sheets.
  const measure = (roots) => {
    let sum = 0;
    const readable = everyRule(roots, (rule) => {
      sum += 1 + (rule.style?.length ?? 0);
    });
    return readable ? sum : -1;
  };

  let known = { sum: undefined };
  // Give { all: whether any property may be declared, has(property), pseudo(element): may it have pseudo boxes }.
  const declared = () => {
    const roots = audit.roots();
    const inline = roots.reduce((sum, root) => sum + root.querySelectorAll("[style]").length, 0);
    const sum = `${measure(roots)} ${inline} ${roots.length} ${roots.map((root) => sheetsOf(root).length)}`;
    if (known.sum !== sum || inline > 0) {
      known = { sum, ...scan(roots) };
    }
    const { readable, properties, pseudo, nested } = known;
    // Scripts move what no sheet names; drawings have attributes that are styles.
    const all =
      !readable ||
      properties.has("all") ||
      document.getAnimations().some((one) => !one.animationName && !one.transitionProperty);
    const plain = roots.length === 1 && !nested && readable;
    const candidates = plain && pseudo ? new Set(document.querySelectorAll(pseudo)) : new Set();
    return {
      has: (property) => all || properties.has(property),
      pseudo: (element) => !plain || candidates.has(element),
    };
  };

  Object.assign(audit, { declared });
})();
