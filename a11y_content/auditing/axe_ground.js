// Text on plain ground: what axe's color-contrast says of it depends on a few colours only, wherever it stands.
// A text stands so if nothing but elements around it lies under its lines, they are painted with plain colours and
// hold it whole, and none of them makes layers: then axe compares the colour of the words with these grounds, no more.
(() => {
  const audit = globalThis.a11yContentAudit;

  // Initial values of what is read of an element's paint (state.js). What is not in `FREE` must have its initial value.
  const INITIAL = {
    "background-image": "none",
    "background-clip": "border-box",
    opacity: "1",
    filter: "none",
    "backdrop-filter": "none",
    "mix-blend-mode": "normal",
    "text-shadow": "none",
    "-webkit-text-stroke-width": "0px",
    clip: "auto",
    "clip-path": "none",
    "mask-image": "none",
    visibility: "visible",
    "z-index": "auto",
    transform: "none",
    translate: "none",
    scale: "none",
    rotate: "none",
    "offset-path": "none",
    "will-change": "auto",
    isolation: "auto",
    contain: "none",
    perspective: "none",
  };
  // axe asks for none of these but in the ways that are looked at below.
  const FREE = new Set([
    "color",
    "background-color",
    "-webkit-text-fill-color",
    "-webkit-text-stroke-color",
    "display",
    "float",
    "position",
    "overflow-x",
    "overflow-y",
    "text-indent",
    "container-type",
    "order",
    "font-size",
    "font-weight",
  ]);
  const CUTS = new Set(["hidden", "clip"]);
  const OPAQUE = /^rgb\([^/]*\)$/;

  // A paint by the names of its properties; `undefined` for a drawing.
  const propertiesOf = (paint) => {
    const [, list, values] = /^(\d+);([\s\S]*)$/.exec(audit.text(paint)) ?? [];
    if (list === undefined) {
      return undefined;
    }
    const parts = values.split(audit.BETWEEN);
    return new Map(
      audit
        .text(Number(list))
        .split(",")
        .map((name, place) => [name, parts[place]]),
    );
  };

  const isPlain = (properties) => {
    for (const [name, value] of properties) {
      if (!FREE.has(name) && INITIAL[name] !== value) {
        return false;
      }
    }
    const ground = properties.get("background-color");
    return (
      ["static", "relative"].includes(properties.get("position")) && (audit.isClear(ground) || OPAQUE.test(ground))
    );
  };

  // What matters of a paint, worked out once; null where it is not plain.
  const known = new Map();
  const factsOf = (paint) => {
    if (!known.has(paint)) {
      const properties = propertiesOf(paint);
      if (!properties || !isPlain(properties)) {
        known.set(paint, null);
      } else {
        const [across, down] = [properties.get("overflow-x"), properties.get("overflow-y")];
        const color = properties.get("color");
        known.set(paint, {
          words: `${color} ${properties.get("-webkit-text-fill-color") ?? color}`,
          ground: properties.get("background-color"),
          painted: !audit.isClear(properties.get("background-color")),
          visible: across === "visible" && down === "visible",
          scrolls: ![across, down].every((one) => one === "visible" || CUTS.has(one)),
          inline: properties.get("display") === "inline",
        });
      }
    }
    return known.get(paint);
  };

  // Whether text is cut off whole by the way it is read only aloud: axe takes it for hidden (`clipHidden`) and passes it.
  const tucked = new Map();
  const isTucked = ({ paint }) => {
    if (!tucked.has(paint)) {
      const [, size] = /^inset\((\d+)/.exec(propertiesOf(paint)?.get("clip-path") ?? "") ?? [];
      tucked.set(paint, Number(size) >= 50);
    }
    return tucked.get(paint);
  };

  // Where a text stands, as far as layout decides it: the elements around it from within, and which of them lie under
  // its lines and hold it; null where something else lies under a line, or where axe looks at other places than we do.
  const lieOf = ({ element, box }, texts, stacks, entries) => {
    const chain = [];
    for (let at = element; at; at = at.parentElement) {
      const entry = entries.get(at);
      if (!entry || at.assignedSlot || at.shadowRoot) {
        return null;
      }
      chain.push(entry);
    }
    const ids = new Set(chain.map((one) => one.id));
    const [first] = stacks;
    const isSame = (stack) => stack.length === first.length && stack.every((one, place) => one === first[place]);
    const isLarge = (rect) => rect.width >= 1 && rect.height >= 1 && rect.left >= 0 && rect.top >= 0;
    if (
      chain.at(-1).element !== document.documentElement ||
      !(texts.length && texts.every(isLarge) && isLarge(box)) ||
      !(first.includes(chain[0].id) && stacks.every(isSame) && first.every((one) => ids.has(one)))
    ) {
      return null;
    }
    const under = new Set(first);
    const holds = ({ box: outer }, rects) =>
      rects.every(
        (rect) =>
          rect.top >= outer.top && rect.bottom <= outer.bottom && rect.left >= outer.left && rect.right <= outer.right,
      );
    return chain.map((one) => ({
      id: one.id,
      page:
        one.element === document.body ? `body ${holds(one, [box])}` : one.element === chain.at(-1).element && "html",
      under: under.has(one.id),
      holds: holds(one, texts) && one.box.width >= 2 && one.box.height >= 2,
    }));
  };

  // The grounds of a text as one line; undefined where they are not plain.
  const groundOf = (lie, byId) => {
    const parts = [];
    for (const { id, page, under, holds } of lie) {
      const entry = byId.get(id);
      const facts = factsOf(entry.paint);
      if (!facts || entry.veils || facts.scrolls || !(holds || (facts.visible && !facts.painted))) {
        return undefined;
      }
      if (!parts.length) {
        parts.push(facts.words);
      }
      if (facts.painted || page) {
        parts.push(`${page || ""} ${facts.ground} ${under} ${facts.inline}`);
      }
    }
    return parts.join("\n");
  };

  audit.ground = { lieOf, groundOf, isTucked };
})();
