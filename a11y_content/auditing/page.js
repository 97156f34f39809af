// The in-page half of the audit: modes, the state of the page as comparable text, and words about elements.
// Injected once a page; every check adds its own function with `a11yContentAudit.add`.
(() => {
  const ids = new WeakMap();
  let lastId = 0;
  const idOf = (element) => {
    let id = ids.get(element);
    if (!id) {
      lastId += 1;
      id = lastId;
      ids.set(element, id);
    }
    return id;
  };

  // No transition ever runs during an audit, and no caret blinks. adoptedStyleSheets pass a strict CSP; <style> does not.
  const still = new CSSStyleSheet();
  still.replaceSync(
    "*,*::before,*::after{transition-duration:0s!important;transition-delay:0s!important;caret-color:transparent!important;scroll-behavior:auto!important}",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const within = (ms, promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);

  const finishAnimations = () => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
        animation.pause();
        animation.currentTime = 0;
      } else {
        animation.finish();
      }
    }
  };

  const settle = async () => {
    await frame();
    await frame();
    finishAnimations();
    await within(3000, document.fonts.ready);
  };

  // Nothing has the focus, and the page stands at its beginning.
  const rest = () => {
    document.activeElement?.blur?.();
    scrollTo(0, 0);
  };

  // Put the page into a mode; gives a sentence when the page or the browser does not follow, else "".
  const enter = async ({ names, attributes, mode: { media, width, menuOpen } }) => {
    const root = document.documentElement;
    rest();
    for (const name of names) {
      const attribute = `data-a11y-${name}`;
      const value = attributes[attribute] ?? "";
      if (value) {
        root.setAttribute(attribute, value);
      } else {
        root.removeAttribute(attribute);
      }
      const radios = document.querySelectorAll(`.a11y-menu input[type="radio"][name="${CSS.escape(name)}"]`);
      for (const radio of radios) {
        radio.checked = radio.value === (value || "auto");
      }
    }
    for (const menu of document.querySelectorAll("details.a11y-menu")) {
      menu.open = menuOpen;
    }
    await settle();
    for (const [feature, value] of Object.entries(media)) {
      if (!matchMedia(`(${feature}: ${value})`).matches) {
        return `the browser does not report ${feature}: ${value}`;
      }
    }
    if (innerWidth !== width) {
      return `the viewport is ${innerWidth} pixels wide instead of ${width}`;
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (root.getAttribute(name) !== value) {
        return `the page took ${name}="${value}" off again`;
      }
    }
    forget();
    return "";
  };

  const read = (style, properties) => properties.map((property) => style.getPropertyValue(property)).join("|");
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

  const isClear = (color) => color === "rgba(0, 0, 0, 0)" || color === "transparent";

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

  const unique = (selector) => document.querySelectorAll(selector).length === 1;
  const selectorOf = (element) => {
    const parts = [];
    for (let at = element; at?.parentElement; at = at.parentElement) {
      if (at.id && unique(`#${CSS.escape(at.id)}`)) {
        parts.unshift(`#${CSS.escape(at.id)}`);
        return parts.join(" > ");
      }
      const tag = CSS.escape(at.localName);
      const twins = [...at.parentElement.children].filter((child) => child.localName === at.localName);
      parts.unshift(twins.length > 1 ? `${tag}:nth-of-type(${twins.indexOf(at) + 1})` : tag);
    }
    return parts.length ? parts.join(" > ") : element.localName;
  };

  const pathOf = (element) => {
    const steps = [];
    for (let at = element; at; at = at.parentElement) {
      if (at.localName === "main" && at.id === "main") {
        return steps.join("/");
      }
      steps.unshift(at.parentElement ? [...at.parentElement.children].indexOf(at) : 0);
    }
    return null;
  };

  const describe = (element) => {
    const start = element.cloneNode(false).outerHTML.replace(/<\/[^<]*>$/, "");
    const text = element.textContent.replace(/\s+/g, " ").trim();
    return {
      selector: selectorOf(element),
      html: (start + (text.length > 80 ? `${text.slice(0, 79)}…` : text)).slice(0, 400),
      path: pathOf(element),
    };
  };

  // What `make` gives for this state of the page, taken from an earlier mode where the state is the same.
  const stores = new Map();
  const once = async (name, state, reuse, make) => {
    const store = stores.get(name) ?? new Map();
    stores.set(name, store);
    if (!reuse || !store.has(state)) {
      store.set(state, await make());
    }
    return store.get(state);
  };

  const own = () => document.querySelector("details.a11y-menu form") !== null;

  const calls = { enter, settle, own };
  globalThis.a11yContentAudit = {
    idOf,
    isClear,
    snapshot,
    describe,
    rest,
    read,
    once,
    add: (name, call) => {
      calls[name] = call;
    },
    run: (name, options) => calls[name](options),
  };
})();
