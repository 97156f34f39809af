// Targets that are too small for where they stand (WCAG 2.5.8, 2.5.5).
(() => {
  const { describe, roots, rest, above, around, add } = globalThis.a11yContentAudit;
  const { outward, isTuckedAway, layer, still } = globalThis.a11yContentAudit.looks;
  const LEAST = 24;
  const LARGE = 44;
  const SLACK = 0.5; // boxes end between pixels
  const ROLES =
    "button link checkbox radio switch tab option menuitem menuitemcheckbox menuitemradio slider spinbutton combobox textbox searchbox treeitem";
  const TARGETS = [
    "a[href], button, input:not([type=hidden]), select, textarea, summary",
    ...ROLES.split(" ").map((role) => `[role=${role}]`),
  ].join();
  const PLAIN =
    "input:is([type=checkbox], [type=radio], [type=range], [type=color], [type=file]), select, button, input";

  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false }) &&
    !isTuckedAway(element);

  const isOff = (element) => {
    for (let at = element; at; at = around(at.getRootNode())) {
      if (at.closest("[inert], [aria-disabled=true]")) {
        return true;
      }
    }
    return element.matches(":disabled") || getComputedStyle(element).pointerEvents === "none";
  };

  const union = (boxes) => {
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return new DOMRect(left, top, right - left, bottom - top);
  };

  // A pseudo box that is spread over the card in which a link stands is pressed as the link.
  const spread = (element) => {
    for (const which of ["::before", "::after"]) {
      const style = getComputedStyle(element, which);
      if (style.content !== "none" && style.content !== "normal" && style.position === "absolute") {
        const { width, height } = style;
        const [across, down] = [Number.parseFloat(width), Number.parseFloat(height)];
        if (across >= LEAST && down >= LEAST && style.pointerEvents !== "none") {
          const box = element.getBoundingClientRect();
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          return [new DOMRect(x - across / 2, y - down / 2, across, down)];
        }
      }
    }
    return [];
  };

  // The boxes that a press may hit: the element's lines, what it holds, its labels.
  const boxesOf = (element) => {
    const parts = [element, ...element.querySelectorAll("*"), ...(element.labels ?? [])];
    const shown = parts.filter((part) => part !== element && part.localName !== "option" && isShown(part));
    const own = isShown(element) ? [...element.getClientRects(), ...spread(element)] : [];
    const all = [...own, ...shown.flatMap((part) => [...part.getClientRects()])];
    return all.filter((box) => box.width > 0 && box.height > 0).map((box) => outward(element, box));
  };

  const hasWords = (text) => /[\p{L}\p{N}]/u.test(text);
  // Whether an inline target stands in a line of text: its height is that of the text's lines.
  const isInText = (element) => {
    if (!getComputedStyle(element).display.startsWith("inline")) {
      return false;
    }
    let block = element.parentElement;
    while (block && /^(inline|contents)/.test(getComputedStyle(block).display)) {
      block = block.parentElement;
    }
    if (!block) {
      return false;
    }
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const target = text.parentElement.closest(`${TARGETS}, label`);
      if (hasWords(text.data) && (!target || target.contains(element)) && target !== element && isShown(block)) {
        return true;
      }
    }
    return false;
  };

  // What nobody has styled is as large as the browser makes it. The twin stands beside the original for the comparison.
  const usual = new Map();
  const FACTS = [
    "appearance",
    "width",
    "height",
    "paddingTop",
    "paddingLeft",
    "borderTopWidth",
    "minHeight",
    "fontSize",
  ];
  const factsOf = (element, facts) => {
    const style = getComputedStyle(element);
    return facts.map((fact) => style[fact]).join();
  };
  const isBrowsersOwn = (element) => {
    if (!element.matches(PLAIN) || getComputedStyle(element).appearance === "none") {
      return false;
    }
    const ownSize = element.matches("input:is([type=checkbox], [type=radio], [type=range], [type=color])");
    const facts = ownSize ? FACTS.slice(0, 3) : FACTS.filter((fact) => fact !== "width" && fact !== "height");
    const kind = `${element.localName}.${element.type}`;
    if (!usual.has(kind)) {
      const twin = document.createElement(element.localName);
      if (element.localName !== "select") {
        twin.type = element.type;
      }
      twin.style.setProperty("all", "revert", "important");
      twin.style.setProperty("position", "fixed", "important");
      document.body.append(twin);
      usual.set(kind, factsOf(twin, facts));
      twin.remove();
    }
    return usual.get(kind) === factsOf(element, facts);
  };

  const near = (x, y, box) => {
    const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
    return Math.hypot(dx, dy) < LEAST / 2 - SLACK;
  };

  const isSmall = ({ box }, least) => box.width < least - SLACK || box.height < least - SLACK;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const isWithin = (one, other) => {
    for (let at = one; at; at = above(at)) {
      if (at === other) {
        return true;
      }
    }
    return false;
  };
  const encloses = (outer, inner) =>
    outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;

  // The target that a small one's circle meets, if any.
  const neighbour = (target, targets) => {
    const [x, y] = middle(target);
    return targets.find((other) => {
      // What a bar happens to lie over is scrolled away from it.
      if (other.floor !== target.floor) {
        return false;
      }
      if (other === target || isWithin(other.element, target.element) || isWithin(target.element, other.element)) {
        return false;
      }
      if (other.boxes.some((box) => near(x, y, box))) {
        return true;
      }
      const [right, down] = middle(other);
      return isSmall(other, LEAST) && Math.hypot(right - x, down - y) < LEAST - SLACK;
    });
  };

  const tell = (target) => ({
    element: describe(target.element),
    width: Math.round(target.box.width * 10) / 10,
    height: Math.round(target.box.height * 10) / 10,
  });

  const judge = (standard) => {
    const targets = [];
    const modal = [...document.querySelectorAll(":modal")].at(-1);
    for (const element of roots().flatMap((root) => [...root.querySelectorAll(TARGETS)])) {
      if (!isOff(element) && (!modal || isWithin(element, modal))) {
        const boxes = boxesOf(element);
        if (boxes.length) {
          targets.push({ element, boxes, box: union(boxes), floor: layer(element) });
        }
      }
    }
    const hasTwin = (target, least) =>
      target.element.href &&
      targets.some((other) => other !== target && other.element.href === target.element.href && !isSmall(other, least));
    const isLeftOut = (target, least) =>
      !isSmall(target, least) || isInText(target.element) || isBrowsersOwn(target.element) || hasTwin(target, least);
    const crowded = [];
    for (const target of targets) {
      if (!isLeftOut(target, LEAST)) {
        const other = neighbour(target, targets);
        if (other) {
          const nested = other.boxes.some((box) => encloses(box, target.box));
          crowded.push({ ...tell(target), other: describe(other.element).html.slice(0, 80), nested });
        }
      }
    }
    const small = standard.endsWith("aaa") ? targets.filter((target) => !isLeftOut(target, LARGE)).map(tell) : [];
    return { crowded, small };
  };

  add("target-size", ({ standard }) => {
    rest();
    return still(() => judge(standard));
  });
})();
