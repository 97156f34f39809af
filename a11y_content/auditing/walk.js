// What the keyboard's checks share: stops, where the focus is, what lies over a stop, and the record of a walk.
// A walk is driven from outside by real keys (walk.py); each stop is noted when the next key comes down, so that many
// keys may be pressed in one go.
(() => {
  const audit = globalThis.a11yContentAudit;
  const { idOf, elements, inside, roots, rest, settle, add } = audit;
  const { outward, above, styled, isTuckedAway } = audit.looks;
  // The keyboard stops several times within one of these, and nobody is told where.
  const HOLDERS =
    "iframe, frame, object, embed, video, audio, input:is([type=date], [type=time], [type=datetime-local], [type=month], [type=week])";
  const SIDE = 7; // points of a grid's side
  const STUCK = 3; // the same stop so often after each other: the key does nothing
  const HELD = 40; // stops within one element
  const LATER = 50; // milliseconds in which a script may move the focus

  const isNothing = (element) => {
    const page = element?.ownerDocument;
    return !element || element === page.body || element === page.documentElement;
  };

  // The element with the focus, through shadow roots and frames; null where nothing has it.
  const focused = () => {
    let at = document.activeElement;
    for (;;) {
      const below = at?.shadowRoot?.activeElement ?? (at && inside(at)?.activeElement);
      if (isNothing(below)) {
        return isNothing(at) ? null : at;
      }
      at = below;
    }
  };

  const isOff = (element) => {
    for (let at = element; at; at = above(at)) {
      if (at.inert || at.matches("fieldset[disabled]:not(:has(> legend:first-of-type :focus))")) {
        return true;
      }
    }
    return element.matches(":disabled");
  };

  const takesKeys = (element) =>
    element.tabIndex >= 0 || (element.isContentEditable && !element.parentElement?.isContentEditable);

  // Of a group of radio buttons, the keyboard stops at one.
  const isOneOfGroup = (element) => {
    if (!element.matches("input[type=radio]") || !element.name || element.checked) {
      return true;
    }
    const group = [...element.getRootNode().querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)];
    const own = group.filter((radio) => radio.form === element.form);
    return !own.some((radio) => radio.checked) && own[0] === element;
  };

  // All elements at which the keyboard should stop, in the order of the tree.
  const stops = () => {
    const modal = [...document.querySelectorAll(":modal")].at(-1);
    return elements().filter(
      (element) =>
        takesKeys(element) &&
        !(inside(element) ?? element.shadowRoot?.delegatesFocus) &&
        element.checkVisibility({ visibilityProperty: true }) &&
        (!modal || modal.contains(element)) &&
        !isOff(element) &&
        isOneOfGroup(element),
    );
  };

  // ---------------------------------------------------------------- what lies over a stop

  const isPainted = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isTuckedAway(element);

  // Boxes in the viewport that show a stop: its own, or its label's where a picture or words stand for it.
  const parts = (element) => {
    const shown = [element, ...(element.labels ?? [])].find(isPainted);
    const boxes = shown ? [...shown.getClientRects()] : [];
    return boxes.filter((box) => box.width > 2 && box.height > 2).map((box) => outward(shown, box));
  };

  // The topmost element at a point of the viewport, through shadow roots and frames.
  const topmost = (x, y) => {
    let [root, left, top] = [document, x, y];
    let found = null;
    for (;;) {
      const hit = root?.elementFromPoint(left, top);
      if (!hit || hit === found) {
        return found;
      }
      found = hit;
      const content = inside(hit);
      if (content) {
        const box = outward(hit, hit.getBoundingClientRect());
        const style = getComputedStyle(hit);
        left = x - box.left - hit.clientLeft - Number.parseFloat(style.paddingLeft);
        top = y - box.top - hit.clientTop - Number.parseFloat(style.paddingTop);
      }
      root = hit.shadowRoot ?? content;
    }
  };

  const lineOf = (element) => {
    const found = new Set();
    for (let at = element; at; at = above(at)) {
      found.add(at);
    }
    return found;
  };

  const belongs = (hit, own) => {
    for (let at = hit; at; at = above(at)) {
      if (own.includes(at)) {
        return true;
      }
    }
    return false;
  };

  const range = (count) => Array.from({ length: count }, (_, index) => (index + 0.5) / count);

  const CORNERS = [0.5, 0.05, 0.95];

  // Points of a stop that show it, and points at which something else is on top: its middle and corners, and where these
  // say nothing (or `fine` asks for parts) a whole grid.
  const look = (element, fine) => {
    const own = [element, ...(element.labels ?? [])];
    const lines = own.map(lineOf);
    const boxes = parts(element).slice(0, 4);
    const found = { element, open: [], shut: [], covers: new Set(), boxes };
    const probe = (box, across, down) => {
      const [x, y] = [box.left + box.width * across, box.top + box.height * down];
      const hit = topmost(x, y);
      if (hit && (belongs(hit, own) || lines.some((one) => one.has(hit)))) {
        found.open.push([x, y]);
      } else if (hit) {
        found.shut.push([x, y]);
        found.covers.add(hit);
      }
    };
    const probeAll = (downs, acrosses) => {
      for (const box of boxes) {
        for (const down of downs) {
          for (const across of acrosses) {
            probe(box, across, down);
          }
        }
      }
    };
    probeAll(CORNERS, CORNERS);
    if (found.shut.length && (fine || !found.open.length)) {
      Object.assign(found, { open: [], shut: [], covers: new Set() });
      probeAll(range(boxes.length > 1 ? 3 : SIDE), range(SIDE));
    }
    return found;
  };

  // ---------------------------------------------------------------- the walk

  let log = [];
  let from = [0, 0];
  let fine = false;
  let quiet = () => undefined;
  const walks = {};

  const note = () => {
    const element = focused();
    log.push(element ? { ...look(element, fine), from } : null);
    from = [scrollX, scrollY];
  };
  // Focus that comes without a key was moved by a script: the walk was too fast to see what such a page does.
  let isByKey = false;
  let isRestless = false;
  const onKey = (event) => {
    if (event.key === "Tab") {
      note();
      isByKey = true;
      setTimeout(() => {
        isByKey = false;
      });
    }
  };
  // The browser itself brings the focus round to the first stop, from outside of the page.
  const onFocus = ({ target, relatedTarget }) => {
    const first = log.find(Boolean)?.element;
    // Nor is one told of the keys in a player of the browser's own.
    if (relatedTarget?.matches?.(HOLDERS)) {
      return;
    }
    isRestless ||= !isByKey && (relatedTarget !== null || (first !== undefined && target !== first));
  };

  const holds = (element) => element.matches(HOLDERS);

  // What a log comes to: the stops in their order, and how it ended ("" while it has not).
  const read = () => {
    const known = new Set();
    const path = [];
    let [same, gaps] = [0, 0];
    for (const entry of log.slice(1)) {
      const last = path.at(-1)?.element;
      if (!entry) {
        gaps += 1;
        if (gaps > 1) {
          return { path, ended: "left" };
        }
      } else if (entry.element === last && !gaps) {
        same += 1;
        if (same >= (holds(last) ? HELD : STUCK)) {
          return { path, ended: "stuck" };
        }
      } else if (known.has(entry.element)) {
        const first = path[0].element === entry.element;
        return { path, ended: gaps ? "left" : first ? "round" : "repeat", again: entry.element };
      } else {
        [same, gaps] = [0, 0];
        known.add(entry.element);
        path.push(entry);
      }
    }
    return { path, ended: "" };
  };

  // Make the page's beginning the place that the next key goes on from.
  const toStart = () => {
    rest();
    const page = document.documentElement;
    const kept = page.getAttribute("tabindex");
    page.tabIndex = -1;
    page.focus({ preventScroll: true });
    page.blur();
    if (kept === null) {
      page.removeAttribute("tabindex");
    } else {
      page.setAttribute("tabindex", kept);
    }
    scrollTo(0, 0);
  };

  add("walk/begin", async ({ standard }) => {
    fine = standard.endsWith("aaa");
    toStart();
    await settle();
    // A cover that lets the pointer through hides as much as any other.
    const undo = styled("*,*::before,*::after{pointer-events:auto!important}");
    const views = roots().flatMap((root) => root.defaultView ?? []);
    for (const view of views) {
      view.addEventListener("keydown", onKey, true);
      view.addEventListener("focusin", onFocus, true);
    }
    quiet = () => {
      undo();
      for (const view of views) {
        view.removeEventListener("keydown", onKey, true);
        view.removeEventListener("focusin", onFocus, true);
      }
    };
    from = [scrollX, scrollY];
    log = [];
    isRestless = false;
    return stops().length;
  });

  add("walk/noted", async ({ keys, wait }) => {
    if (wait) {
      await new Promise((resolve) => setTimeout(resolve, LATER));
    }
    // A key that came down where nobody listens (a frame of another site) left no note of its own.
    while (log.length < keys) {
      log.push(log.at(-1) ?? null);
    }
    const last = log.length;
    note();
    const { ended } = read();
    log.length = last;
    return { ended, restless: isRestless };
  });

  add("walk/end", ({ direction }) => {
    note();
    quiet();
    walks[direction] = read();
    log = [];
    rest();
    return { ended: walks[direction].ended, stops: walks[direction].path.length };
  });

  audit.walk = { walks, focused, stops, look, parts, toStart, holds, lineOf, isPainted, idOf };
})();
