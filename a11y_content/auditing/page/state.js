// The state of the page as comparable text: what is there, how it is laid out, how it is painted. Equal texts mean that
// what reads them has nothing new to see.
(() => {
  const audit = globalThis.a11yContentAudit;
  const { idOf, isClear } = audit;
  const words = (text) => text.split(" ");

  // What browsers give elements by themselves; the rest is read only where a sheet declares it.
  const ALWAYS = new Set(
    words(
      "color background-color background-image opacity visibility display position z-index overflow-x overflow-y font-size font-weight font-style font-family text-decoration text-transform border-top border-right border-bottom border-left outline-style padding cursor pointer-events content-visibility text-indent float font-variant",
    ),
  );
  // What decides how text and grounds are painted.
  const PAINT = words(
    "color background-color background-image background-clip opacity filter backdrop-filter mix-blend-mode text-shadow -webkit-text-fill-color -webkit-text-stroke-width -webkit-text-stroke-color clip clip-path mask-image visibility display position z-index float transform translate scale rotate offset-path overflow-x overflow-y text-indent will-change isolation contain container-type perspective order font-size font-weight",
  );
  // What further decides how a link or a control looks.
  const DETAIL = words(
    "font-style font-family font-variant text-decoration text-transform border-top border-right border-bottom border-left outline-style padding cursor pointer-events letter-spacing word-spacing line-height box-shadow background-position background-size fill stroke accent-color appearance border-image-source columns",
  );
  // What decides whether something is there for a reader at all.
  const PRESENCE = words("display visibility position clip clip-path overflow-x overflow-y content-visibility float");
  const PSEUDO = words("content display visibility position background-color background-image width height opacity");
  // Shorthands and the longhands that rules are made of.
  const LONG = {
    "text-decoration": words("text-decoration-line text-decoration-color text-decoration-style"),
    "font-variant": words("font-variant-caps font-variant-ligatures font-variant-numeric font-variant-east-asian"),
    "background-position": words("background-position-x background-position-y"),
    columns: words("column-count column-width"),
    "overflow-x": words("overflow-x overflow-inline overflow-block"),
    "overflow-y": words("overflow-y overflow-inline overflow-block"),
  };
  const DRAWN = "svg, svg *";

  // Numbers for the texts that element states are made of: short to compare and to join.
  const numbers = new Map();
  const texts = [];
  const number = (text) => {
    let known = numbers.get(text);
    if (known === undefined) {
      known = texts.push(text) - 1;
      numbers.set(text, known);
    }
    return known;
  };

  // No value has this in it: it is written out as an escape.
  const BETWEEN = "\u001f";
  const read = (style, properties) => {
    let text = "";
    for (const property of properties) {
      text += style.getPropertyValue(property) + BETWEEN;
    }
    return text;
  };

  const NO_PSEUDO = { text: "", veils: false };
  // A pseudo box as text, and whether it can lie over a ground that is not its own: axe asks for these only.
  const pseudo = (element, which) => {
    const style = getComputedStyle(element, which);
    if (style.content === "none" || style.content === "normal") {
      return NO_PSEUDO;
    }
    const painted = !isClear(style.backgroundColor) || style.backgroundImage !== "none";
    return { text: `${read(style, PSEUDO)}${read(style, PAINT)}`, veils: style.position === "absolute" && painted };
  };

  const round = (number) => Math.round(number * 100) / 100;

  let current;
  const forget = () => {
    current = undefined;
  };

  // axe guesses from borders and colours whether a table without headers holds data.
  const plainTable = (element) => {
    const table = element.closest("table");
    return table && !table.querySelector("th, caption, thead, [scope], [headers]");
  };

  // Whether video plays, what is chosen and written in a form: no attribute says it.
  const live = (element) => {
    if (element.localName === "input" || element.localName === "option") {
      return `${element.checked}${element.selected}${element.disabled}${element.value}`;
    }
    return "value" in element && element.localName !== "li" ? `${element.value}` : "";
  };

  const markup = () => {
    const parts = [document.documentElement.lang, document.title, document.documentElement.dir];
    for (const root of audit.roots()) {
      parts.push(root.host ? root.innerHTML : (root.body?.outerHTML ?? ""));
    }
    return parts.join("\n");
  };

  const snapshot = () => {
    if (current) {
      return current;
    }
    const declared = audit.declared();
    const known = (properties) =>
      properties.filter((one) => ALWAYS.has(one) || (LONG[one] ?? [one]).some((part) => declared.has(part)));
    const [paints, presences, details] = [known(PAINT), known(PRESENCE), known(DETAIL)];
    const list = number(paints.join());
    const elements = [];
    const hidden = [];
    const written = number(markup());
    const there = [];
    const boxes = [];
    const looks = [];
    for (const element of audit.elements()) {
      if (element.parentElement?.localName === "head" || element.localName === "head") {
        continue;
      }
      const id = idOf(element);
      // What is not rendered at all (display: none, a closed menu) has no looks; that it is gone is all there is to know.
      if (!element.checkVisibility()) {
        hidden.push(id);
        continue;
      }
      const drawn = element.namespaceURI !== "http://www.w3.org/1999/xhtml";
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const paint = number(drawn ? `*${read(style, PAINT)}` : `${list};${read(style, paints)}`);
      const [before, after] = declared.pseudo(element)
        ? [pseudo(element, "::before"), pseudo(element, "::after")]
        : [NO_PSEUDO, NO_PSEUDO];
      const pseudos = before.text || after.text ? number(`${before.text}~${after.text}`) : -1;
      const off = box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth;
      const flags = `${style.opacity === "0"}${box.width === 0}${box.height === 0}${off}`;
      const table = plainTable(element) ? `${paint}${read(style, details)}` : "";
      there.push(id, number(`${read(style, presences)}${flags}${table}${live(element)}`));
      boxes.push(id, round(box.x), round(box.y), round(box.width), round(box.height));
      boxes.push(element.scrollWidth, element.scrollHeight, element.clientWidth, element.clientHeight);
      looks.push(id, paint, pseudos);
      elements.push({ element, id, style, paint, pseudos, veils: before.veils || after.veils, box });
    }
    const presence = `${written};${hidden.join()};${there.join()}`;
    const layout = `${innerWidth};${presence};${boxes.join()}`;
    const painted = `${layout};${looks.join()}`;
    current = {
      elements,
      markup: written,
      list: `${paints} ${details}`,
      presence,
      layout,
      paint: painted,
      // All that can be seen of it: read for those who ask only.
      get whole() {
        const rest = elements.map(({ style, element }) => {
          return number(read(style, element.matches(DRAWN) ? DETAIL : details));
        });
        Object.defineProperty(this, "whole", { value: `${painted};${rest.join()}` });
        return this.whole;
      },
    };
    return current;
  };

  Object.assign(audit, {
    snapshot,
    forget,
    read: (style, properties) => read(style, properties),
    number,
    BETWEEN,
    text: (one) => texts[one],
  });
})();
