// What wider spacing does to text: cut off by its box, or laid over other text (WCAG 1.4.12).
(() => {
  const { describe, rest, seen, looks, add } = globalThis.a11yContentAudit;
  const { texts, lines, styled, still, isTuckedAway, above, layer } = looks;
  const SPACING =
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";
  const HIDING = ["hidden", "clip"];
  const SLACK = 2; // CSS pixels
  const CUT = 0.3; // of a line's height: the box of its glyphs is taller than its letters
  const OVER = 0.35; // of the lower line's height

  const clippers = (element) => {
    const found = [];
    const { body } = element.ownerDocument;
    for (let at = element; at && at !== body; at = above(at)) {
      const style = getComputedStyle(at);
      // A box that scrolls shows all that is in it, and what clips that box clips no words of it.
      if ([style.overflowX, style.overflowY].some((one) => one === "auto" || one === "scroll")) {
        break;
      }
      if (HIDING.includes(style.overflowX) || HIDING.includes(style.overflowY)) {
        found.push({ at, x: HIDING.includes(style.overflowX), y: HIDING.includes(style.overflowY) });
      }
    }
    return found;
  };

  const isCut = (line, around) =>
    around.some(({ at, x, y }) => {
      const box = at.getBoundingClientRect();
      const high = line.height * CUT;
      return (
        (x && (line.right > box.right + SLACK || line.left < box.left - SLACK)) ||
        (y && (line.bottom > box.bottom + high || line.top < box.top - high))
      );
    });

  // Pairs of texts that lie over each other, as words of which a Set can hold one.
  const overlaps = (all) => {
    const rows = all
      .flatMap(({ text, index, floor, boxes }) => boxes.map((box) => ({ text, index, floor, box })))
      .sort((a, b) => a.box.top - b.box.top);
    const found = new Map();
    let open = [];
    for (const one of rows) {
      open = open.filter(({ box }) => box.bottom > one.box.top);
      for (const other of open) {
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - one.box.top;
        const least = Math.min(one.box.height, other.box.height) * OVER;
        if (one.index !== other.index && one.floor === other.floor && width > SLACK && height > least) {
          found.set(`${Math.min(one.index, other.index)},${Math.max(one.index, other.index)}`, one.text);
        }
      }
      open.push(one);
    }
    return found;
  };

  const look = (all) => {
    const here = all.map((one) => ({ ...one, boxes: lines(one.text) }));
    const cut = here.filter(({ boxes, around }) => around.length && boxes.some((line) => isCut(line, around)));
    return { cut: new Set(cut.map(({ text }) => text)), over: overlaps(here) };
  };

  const holds = (element) => {
    const style = getComputedStyle(element);
    return Math.abs(Number.parseFloat(style.letterSpacing) - 0.12 * Number.parseFloat(style.fontSize)) < 0.1;
  };

  // Whoever sees three dots can get the whole text.
  const isGiven = (element) => {
    for (let at = element; at; at = above(at)) {
      const style = getComputedStyle(at);
      if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") {
        return element.closest("a[href], [title]") !== null || at.querySelector("a[href]") !== null;
      }
    }
    return false;
  };

  add("text-spacing", () => {
    rest();
    const all = still(() =>
      texts()
        .filter(({ parentElement }) => seen(parentElement) && !isTuckedAway(parentElement))
        .map((text, index) => ({
          text,
          index,
          floor: layer(text.parentElement), // a bar or dialog lies over the page as it is, too; a frame cuts its texts off
          around: clippers(text.parentElement),
        })),
    );
    const before = look(all);
    const off = styled(SPACING);
    let after;
    let held;
    try {
      held = new Set(all.map(({ text }) => text.parentElement).filter(holds));
      after = look(all.filter(({ text }) => held.has(text.parentElement)));
    } finally {
      off();
    }
    if (all.length && !held.size) {
      throw new Error("the page does not take the spacing of WCAG 1.4.12");
    }
    const found = new Map();
    for (const text of after.cut) {
      if (!before.cut.has(text)) {
        found.set(text.parentElement, "cut");
      }
    }
    for (const [pair, text] of after.over) {
      if (!before.over.has(pair) && !found.has(text.parentElement)) {
        found.set(text.parentElement, "over");
      }
    }
    return [...found].map(([element, kind]) => ({
      ...describe(element),
      kind,
      given: kind === "cut" && isGiven(element),
    }));
  });
})();
