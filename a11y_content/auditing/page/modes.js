// Put the page into a mode, and let it come to rest there: no transition runs, no caret blinks, animations are over.
(() => {
  const audit = globalThis.a11yContentAudit;

  // adoptedStyleSheets pass a strict CSP; <style> does not. A sheet belongs to the document that made it.
  const QUIET = "{transition-duration:0s!important;transition-delay:0s!important}";
  // Parts of controls move by rules of their own; each stands alone, as a browser drops a rule with a part unknown to it.
  const PARTS =
    "-webkit-slider-thumb -webkit-slider-runnable-track -moz-range-thumb -moz-range-track -webkit-progress-value -webkit-meter-optimum-value -webkit-inner-spin-button -webkit-calendar-picker-indicator -webkit-search-cancel-button file-selector-button placeholder backdrop details-content";
  const STILL = [
    `*,*::before,*::after${QUIET}`,
    "*{caret-color:transparent!important;scroll-behavior:auto!important}",
    ...PARTS.split(" ").map((part) => `*::${part}${QUIET}`),
  ].join("");
  const sheets = new Map();
  const still = () => {
    for (const root of audit.roots()) {
      const view = (root.ownerDocument ?? root).defaultView;
      if (view && !root.adoptedStyleSheets.includes(sheets.get(root))) {
        const sheet = sheets.get(root) ?? new view.CSSStyleSheet();
        sheet.replaceSync(STILL);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        sheets.set(root, sheet);
      }
    }
  };

  // Chromium keeps computed styles of equal rules, and does not see that the browser's own font size has changed below
  // them (`font-size: medium` under a root in pixels): rules written anew make it compute every element again.
  let fontSize = 100;
  const restyle = (now) => {
    if (now !== fontSize) {
      fontSize = now;
      for (const sheet of sheets.values()) {
        sheet.replaceSync(STILL);
      }
    }
  };

  // Run a function while the page's own transitions hold.
  const unstill = (look) => {
    for (const sheet of sheets.values()) {
      sheet.disabled = true;
    }
    try {
      return look();
    } finally {
      for (const sheet of sheets.values()) {
        sheet.disabled = false;
      }
    }
  };

  // Leave the page as it was: transitions hold again, and what was held in motion moves on.
  const release = () => {
    for (const [root, sheet] of sheets) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    }
    sheets.clear();
    for (const animation of held.splice(0)) {
      animation.play();
    }
  };

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // A task of its own: it comes when the frame before it has been drawn and its observers have been told.
  const task = () => new Promise((resolve) => setTimeout(resolve));
  // Two frames since the page was loaded; `undefined` before.
  let drawn;
  const draw = () => {
    drawn = frame().then(frame);
  };
  if (document.readyState === "complete") {
    draw();
  } else {
    addEventListener("load", (event) => event.isTrusted && draw(), { once: true });
  }
  const within = (ms, promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);

  // What moved when the page came into its mode.
  let moved = [];
  const held = [];
  const motion = () => moved;

  const documents = () => audit.roots().filter((root) => root.nodeType === Node.DOCUMENT_NODE);

  const finishAnimations = () => {
    moved = [];
    for (const animation of audit.roots().flatMap((one) => one.getAnimations())) {
      const timing = animation.effect?.getComputedTiming();
      moved.push({
        element: animation.effect?.target ?? null,
        pseudo: animation.effect?.pseudoElement ?? "",
        kind: animation.constructor.name,
        name: animation.animationName ?? animation.transitionProperty ?? animation.id,
        endTime: timing?.endTime ?? 0,
        duration: timing?.duration ?? 0,
        iterations: timing?.iterations ?? 0,
        running: animation.playState === "running",
      });
      if (timing?.endTime === Number.POSITIVE_INFINITY) {
        held.push(animation);
        animation.pause();
        animation.currentTime = 0;
      } else {
        animation.finish();
      }
    }
  };

  // Whether the page's own scripts answer to a mode: then every mode gets two frames, so that they can. Until they do,
  // only a mode that has something new gets them: an attribute's value, an environment.
  let answers = false;
  const known = new Set();
  const observer = new MutationObserver(() => {
    answers = true;
  });
  const watch = () => {
    for (const root of audit.roots()) {
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    }
  };
  // What we did ourselves is no answer.
  const overhear = () => observer.takeRecords();
  const listen = () => {
    answers ||= observer.takeRecords().length > 0;
    return answers;
  };
  const isNew = (parts) => {
    const fresh = parts.filter((part) => !known.has(part));
    for (const part of fresh) {
      known.add(part);
    }
    return fresh.length > 0;
  };

  // `wait` is what the page's own scripts get to answer in; where they do answer, they get two frames.
  const twoFrames = () => frame().then(frame);
  const settle = async (wait = twoFrames) => {
    await wait();
    if (listen() && wait !== twoFrames) {
      await twoFrames();
    }
    still();
    finishAnimations();
    const loading = documents().filter((one) => one.fonts.status !== "loaded");
    if (loading.length) {
      await within(3000, Promise.all(loading.map((one) => one.fonts.ready)));
    }
  };

  // What a mode waits for: two frames if need be, one where it has something new that nobody answered to so far, none in
  // combinations of known values, and none either where nothing is changed in a page that has had its two since the load.
  const waitFor = (careful, fresh, untouched) => {
    if (careful || answers) {
      return twoFrames;
    }
    if (fresh && untouched && drawn) {
      return () => drawn;
    }
    return fresh ? () => frame().then(task) : () => undefined;
  };

  // How far boxes of their own are scrolled when the page has been loaded; all others stand at their beginning.
  const homes = new Map();
  const AT_THE_BEGINNING = [0, 0];
  const noteHomes = () => {
    for (const element of audit.elements()) {
      if (element.scrollLeft || element.scrollTop) {
        homes.set(element, [element.scrollLeft, element.scrollTop]);
      }
    }
  };
  // A focus that went through the page has scrolled them: what they showed must not decide what is seen next.
  const scrollHome = () => {
    for (const element of audit.elements()) {
      const [left, top] = homes.get(element) ?? AT_THE_BEGINNING;
      if (element.scrollLeft !== left || element.scrollTop !== top) {
        element.scrollTo({ left, top, behavior: "instant" });
      }
    }
  };

  // Nothing has the focus, and the page and all in it stand at their beginning.
  const rest = () => {
    if (audit.staying) {
      return; // somebody else's page is judged as it stands (guest.js)
    }
    document.activeElement?.blur?.();
    scrollHome();
    scrollTo(0, 0);
  };

  // Put the page into a mode; gives a sentence when the page or the browser does not follow, else "".
  const enter = async ({ names, attributes, mode, careful = true }) => {
    const root = document.documentElement;
    listen();
    rest();
    let changed = false;
    for (const name of names) {
      const attribute = `data-a11y-${name}`;
      const value = attributes[attribute] ?? "";
      changed ||= value !== (root.getAttribute(attribute) ?? "");
      if (value) {
        root.setAttribute(attribute, value);
      } else {
        root.removeAttribute(attribute);
      }
    }
    audit.follow(mode.choices, mode.menuOpen);
    restyle(mode.fontSize);
    overhear();
    const { id, choices, isDefault, forcedColors, ...environment } = mode;
    const untouched = known.size === 0 && mode.isDefault && !changed;
    const fresh = isNew([...names.map((name) => `${name}=${choices[name] ?? ""}`), JSON.stringify(environment)]);
    await settle(waitFor(careful, fresh, untouched));
    const lack = audit.environment(mode);
    if (lack) {
      return lack;
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (root.getAttribute(name) !== value) {
        return `the page took ${name}="${value}" off again`;
      }
    }
    audit.forget();
    return "";
  };

  Object.assign(audit, { rest, settle, motion, unstill, release, listen, overhear });
  audit.add("enter", enter);
  audit.add("settle", () => settle());
  audit.add("release", release);
  // The first call in a page: gives what our menu offers there, null without it.
  audit.add("begin", () => {
    still();
    watch();
    noteHomes();
    return audit.calls.form();
  });
})();
