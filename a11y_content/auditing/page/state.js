// The state of the page as comparable text.
(() => {
  const audit = globalThis.a11yContentAudit;
  const { idOf, isClear, read } = audit;
  // What decides how text and grounds are painted.
  const PAINT =
    "color background-color background-image background-clip opacity filter mix-blend-mode text-shadow -webkit-text-fill-color -webkit-text-stroke-width -webkit-text-stroke-color clip clip-path mask-image visibility display position z-index float transform overflow-x overflow-y text-indent will-change isolation contain perspective".split(
      " ",
    );
  // What further decides how a link or a control looks.
  const DETAIL =
    "font-size font-weight font-style font-family font-variant text-decoration text-transform border-top border-right border-bottom border-left outline-style padding cursor pointer-events".split(
      " ",
    );
  // What decides whether something is there for a reader at all.
  const PRESENCE = "display visibility position clip clip-path overflow-x overflow-y content-visibility".split(" ");
  const PSEUDO = "content display visibility position background-color background-image width height".split(" ");

  let current;
  const forget = () => {
    current = undefined;
  };

  // A pseudo box as text, and whether it can lie over a ground that is not its own: axe asks for these only.
  const pseudo = (element, which) => {
    const style = getComputedStyle(element, which);
    if (style.content === "none" || style.content === "normal") {
      return { text: "", veils: false };
    }
    const painted = !isClear(style.backgroundColor) || style.backgroundImage !== "none";
    return { text: read(style, PSEUDO), veils: style.position === "absolute" && painted };
  };

  const round = (number) => Math.round(number * 100) / 100;

  // The state of the page as text: equal texts mean that the check that reads them has nothing new to see.
  const snapshot = () => {
    if (current) {
      return current;
    }
    const elements = [];
    const presence = [document.documentElement.lang, document.title, document.body?.outerHTML ?? ""];
    const whole = [innerWidth];
    for (const element of document.querySelectorAll("html, body, body *")) {
      const id = idOf(element);
      // What is not rendered at all (display: none, a closed menu) has no looks; that it is gone is all there is to know.
      if (!element.checkVisibility()) {
        presence.push(`${id} is not rendered`);
        continue;
      }
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const paint = read(style, PAINT);
      const detail = read(style, DETAIL);
      const [before, after] = [pseudo(element, "::before"), pseudo(element, "::after")];
      const veil = before.veils || after.veils ? `${before.text}~${after.text}` : "";
      const rect = `${round(box.x)},${round(box.y)},${round(box.width)},${round(box.height)}`;
      const inner = `${element.scrollWidth},${element.scrollHeight},${element.clientWidth},${element.clientHeight}`;
      const off = box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth;
      const flags = [style.opacity === "0", box.width === 0, box.height === 0, off];
      const table = plainTable(element) ? `${paint}${detail}` : "";
      presence.push(`${id}:${read(style, PRESENCE)}|${flags}|${table}`);
      whole.push(id, paint, before.text, after.text, detail, rect, inner);
      elements.push({ element, id, style, paint, veil, box });
    }
    const there = presence.join("\n");
    current = { elements, presence: there, whole: `${there}\n${whole.join("\n")}` };
    return current;
  };

  // axe guesses from borders and colours whether a table without headers holds data.
  const plainTable = (element) => {
    const table = element.closest("table");
    return table && !table.querySelector("th, caption, thead, [scope], [headers]");
  };

  Object.assign(audit, { snapshot, forget });
})();
