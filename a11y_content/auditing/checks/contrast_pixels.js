// Where the letters of undecided text stand, strip by strip, and looks of the page: as it is, without its letters, with
// white ones and with black ones. Where the last two differ most stands a letter, whatever opacity, filter or veil does.
(() => {
  const { idOf, read, rest, find, looks, add } = globalThis.a11yContentAudit;
  const { every, styled, above, outward, shown } = looks;
  const MOST = 48; // characters of an element that are measured, evenly spread over its text
  const LOOKS =
    "color fill background-color background-image background-size background-position background-clip opacity filter backdrop-filter mix-blend-mode text-shadow -webkit-text-fill-color -webkit-text-stroke-width -webkit-text-stroke-color transform visibility z-index position font-size font-weight font-family content".split(
      " ",
    );
  const ALL = "*,*::before,*::after,*::placeholder,*::marker";
  const letters = (color) =>
    `${ALL}{-webkit-text-fill-color:${color}!important;-webkit-text-stroke-color:${color}!important}text,tspan,textPath{fill:${color}!important}`;
  // A filter would make letters that are half covered as strong as whole ones.
  const UNFILTERED = "*{filter:none!important;mix-blend-mode:normal!important}";
  const PAINTS = {
    hidden: letters("transparent"),
    white: letters("#fff") + UNFILTERED,
    black: letters("#000") + UNFILTERED,
    unshadowed: `${letters("transparent")}*{text-shadow:none!important}`,
  };
  const FIELDS = "input, select, textarea";

  const verdicts = new Map(); // signature to verdict
  let asked = [];
  let strips = [];
  let undo = () => {};

  const chain = (element) => {
    const found = [];
    for (let at = element; at; at = above(at)) {
      found.push(at);
    }
    return found;
  };

  // The text of an element and its characters' boxes, in its own viewport; a field's text is cut into cells.
  const characters = (element) => {
    const boxes = [];
    const range = element.ownerDocument.createRange();
    for (const text of element.childNodes) {
      if (text.nodeType === Node.TEXT_NODE) {
        for (let at = 0; at < text.data.length; at += 1) {
          if (/\S/.test(text.data[at])) {
            boxes.push([text, at]);
          }
        }
      }
    }
    if (element.matches(FIELDS)) {
      const box = element.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const cells = [];
      for (let left = box.left; left < box.right && cells.length < MOST; left += size) {
        cells.push(new DOMRect(left, box.top, Math.min(size, box.right - left), box.height));
      }
      return cells;
    }
    const step = Math.max(1, boxes.length / MOST);
    const picked = Array.from({ length: Math.min(MOST, boxes.length) }, (_, place) => boxes[Math.floor(place * step)]);
    return picked.flatMap(([text, at]) => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0).slice(0, 1);
    });
  };

  const isLarge = (style) => {
    const points = Math.ceil(Number.parseFloat(style.fontSize) * 72) / 96;
    return points >= (Number.parseFloat(style.fontWeight) >= 700 ? 14 : 18);
  };

  const place = (box, from) =>
    [box.left - from.left, box.top - from.top, box.width, box.height].map((n) => Math.round(n)).join();

  const stacked = (element, box) => {
    const { ownerDocument: document, shadowRoot } = element;
    const root = shadowRoot ?? element.getRootNode();
    return (root.elementsFromPoint ? root : document).elementsFromPoint(
      box.left + box.width / 2,
      box.top + box.height / 2,
    );
  };

  // Two elements with one signature look alike: all that is painted around and under the text is in it.
  const signature = (element, boxes) => {
    const from = element.getBoundingClientRect();
    const around = new Set(chain(element));
    for (const box of [boxes[0], boxes[boxes.length >> 1], boxes.at(-1)]) {
      for (const one of stacked(element, box)) {
        for (const outer of chain(one)) {
          around.add(outer);
        }
      }
    }
    const parts = [...around].map((one) => {
      const said = [null, "::before", "::after"].map((which) => read(getComputedStyle(one, which), LOOKS)).join("~");
      return `${idOf(one)}:${said}:${place(one.getBoundingClientRect(), from)}:${one.currentSrc ?? ""}`;
    });
    return `${innerWidth}x${devicePixelRatio}\n${matchMedia("(forced-colors: active)").matches}\n${parts.join("\n")}`;
  };

  // What no picture can settle, because the next one would differ.
  const moves = (element, boxes) => stacked(element, boxes[0]).some((one) => one.matches("video"));

  // How much of a letter's colour opacity lets through, and whether a filter makes another colour of it.
  const painted = (element) => {
    let strength = 1;
    let filtered = false;
    for (const one of chain(element)) {
      const style = getComputedStyle(one);
      filtered ||= style.filter !== "none" || style.mixBlendMode !== "normal";
      strength *= Number.parseFloat(style.opacity);
    }
    return { strength, filtered };
  };

  const facts = (selector, index) => {
    const element = find(selector);
    if (!element || !shown(element)) {
      return { index, verdict: "open" };
    }
    const view = element.ownerDocument.defaultView;
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const boxes = characters(element);
    if (!boxes.length || moves(element, boxes)) {
      return { index, verdict: "open" };
    }
    const style = view.getComputedStyle(element);
    const sign = signature(element, boxes);
    const area = outward(element, element.getBoundingClientRect());
    return {
      index,
      element,
      sign,
      verdict: null,
      large: isLarge(style),
      shadow: style.textShadow !== "none",
      sparse: element.matches(FIELDS),
      ...painted(element),
      single:
        (!element.matches(FIELDS) && element.textContent.trim().length === 1) ||
        element.closest('[aria-hidden="true"]') !== null,
      top: area.top + scrollY,
      bottom: area.bottom + scrollY,
      left: area.left + scrollX,
      right: area.right + scrollX,
    };
  };

  // Gives what earlier modes decided, and how many strips of the page are to be pictured.
  add("contrast-pixels", ({ selectors, reuse }) => {
    rest();
    asked = selectors.map(facts);
    for (const one of asked) {
      if (one.sign && reuse && verdicts.has(one.sign)) {
        one.verdict = verdicts.get(one.sign);
      }
    }
    strips = [];
    const open = asked.filter((one) => one.verdict === null).sort((a, b) => a.top - b.top);
    for (const one of open) {
      const strip = strips.at(-1);
      const fits = strip && Math.max(strip.bottom, one.bottom) - strip.top <= innerHeight * 0.8;
      if (fits) {
        strip.bottom = Math.max(strip.bottom, one.bottom);
        strip.ones.push(one);
      } else {
        strips.push({ top: one.top, bottom: one.bottom, ones: [one] });
      }
    }
    rest();
    return { texts: asked.map(({ verdict, large, single }) => ({ verdict, large, single })), strips: strips.length };
  });

  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

  // Bring a strip onto the screen; gives the box of its picture and the characters in it, from the box's corner.
  add("contrast-pixels/aim", async ({ strip: number }) => {
    const strip = strips[number];
    if (strip.ones.length === 1) {
      strip.ones[0].element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    } else {
      scrollTo({ top: (strip.top + strip.bottom - innerHeight) / 2, behavior: "instant" });
    }
    await frame();
    const seen = strip.ones.map((one) => ({
      ...one,
      boxes: characters(one.element).map((box) => outward(one.element, box)),
    }));
    const inside = seen
      .flatMap((one) => one.boxes)
      .filter((box) => box.left < innerWidth && box.right > 0 && box.top < innerHeight && box.bottom > 0);
    if (!inside.length) {
      return null;
    }
    const left = Math.max(0, Math.floor(Math.min(...inside.map((box) => box.left))) - 4);
    const top = Math.max(0, Math.floor(Math.min(...inside.map((box) => box.top))) - 4);
    const right = Math.min(innerWidth, Math.ceil(Math.max(...inside.map((box) => box.right))) + 4);
    const bottom = Math.min(innerHeight, Math.ceil(Math.max(...inside.map((box) => box.bottom))) + 4);
    return {
      box: { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top },
      shadow: seen.some((one) => one.shadow),
      texts: seen.map(({ index, shadow, strength, filtered, sparse, boxes }) => ({
        index,
        shadow,
        strength,
        filtered,
        sparse,
        boxes: boxes.map((box) => [box.left - left, box.top - top, box.right - left, box.bottom - top]),
      })),
    };
  });

  // Text that a background is cut out to: the background goes with the letters. Through `style` no policy forbids it.
  const takeCutOut = () =>
    every("*").flatMap((element) => {
      if (!getComputedStyle(element).backgroundClip.includes("text")) {
        return [];
      }
      const inline = element.getAttribute("style");
      element.style.setProperty("background", "none", "important");
      return () => {
        element.style.cssText = inline ?? "";
        if (inline === null) {
          element.removeAttribute("style");
        }
      };
    });

  const takeOff = () => {
    undo();
    undo = () => {};
  };

  add("contrast-pixels/paint", async ({ as }) => {
    takeOff();
    if (as) {
      const putBack = [styled(PAINTS[as]), ...(as === "hidden" || as === "unshadowed" ? takeCutOut() : [])];
      undo = () => {
        for (const back of putBack) {
          back();
        }
      };
    }
    await frame();
  });

  add("contrast-pixels/judged", ({ judged }) => {
    takeOff();
    for (const [index, verdict] of judged) {
      verdicts.set(asked[index].sign, verdict);
    }
    rest();
  });
})();
