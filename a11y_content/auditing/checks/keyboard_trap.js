// Parts of the page that the walk did not leave, and whether a key leads out of them (WCAG 2.1.2).
(() => {
  const { describe, settle, add, rest, walk } = globalThis.a11yContentAudit;
  const { walks, focused, stops, holds, lineOf } = walk;
  const KEYS = /\b(?:Esc(?:ape)?|Ctrl|Control|Strg|Alt|Option|Cmd|Command|Shift|F\d{1,2})\b(?:\s*[+-]\s*\w+)*/;
  const LATER = 60; // milliseconds in which a page may take the focus back
  let part = [];

  const isRadio = (element) => element.matches("input[type=radio]");

  // The stops among which the focus stays, or null: all others were met too, or the walk came to its end.
  const partOf = ({ path, ended, again }) => {
    if (!path.length || ended === "left" || ended === "") {
      return null;
    }
    const way = path.map((entry) => entry.element);
    if (ended === "stuck") {
      return holds(way.at(-1)) ? null : [way.at(-1)];
    }
    const known = new Set(way);
    const missed = stops().filter((element) => !known.has(element) && !isRadio(element));
    return missed.length ? way.slice(way.indexOf(again)) : null;
  };

  add("keyboard-trap", ({ direction }) => {
    part = partOf(walks[direction]) ?? [];
    if (!part.length) {
      return null;
    }
    const around = part[0].closest("dialog, [role=dialog], [role=alertdialog], [aria-modal=true]");
    const dialog = around && part.every((element) => around.contains(element)) ? around : null;
    const buttons = dialog?.querySelector("button, [role=button], a[href], input[type=submit]");
    return {
      element: describe(dialog ?? part.at(-1)),
      stops: part.length,
      dialog: Boolean(buttons),
      named: document.body.innerText.match(KEYS)?.[0] ?? "",
    };
  });

  const inPart = (element) => {
    const line = lineOf(element);
    return part.some((one) => line.has(one));
  };

  add("keyboard-trap/enter", async () => {
    if (!inPart(focused())) {
      part.at(-1).focus();
    }
    await settle();
  });

  // The focus on nothing is outside only if it stays so: many traps take it back a little later.
  add("keyboard-trap/outside", async () => {
    await settle();
    await new Promise((resolve) => setTimeout(resolve, LATER));
    return !inPart(focused());
  });

  // A key that the page names only once somebody asks for help within the part.
  add("keyboard-trap/help", async () => {
    const asks = "a[href='#'], [aria-expanded=false]";
    for (const element of part.filter((one) => one.matches(asks)).slice(0, 3)) {
      element.click();
      await settle();
    }
    return document.body.innerText.match(KEYS)?.[0] ?? "";
  });

  add("keyboard-trap/end", rest);
})();
