// axe's color-contrast, element by element: only for what is not known to be painted as something that axe has judged.
// - `own` names the very elements and how they are painted: then all that axe said holds again;
// - `shape` only says how they stand to each other and are painted: then a pass holds again, on every page.
(() => {
  const audit = globalThis.a11yContentAudit;
  const { number } = audit;
  const CONTRAST = "color-contrast";
  const REPLACED = "img, svg, video, canvas, iframe, object, embed, input, select, textarea, button, meter, progress";
  // The rule is for elements with text of their own, and for these.
  const FIELDS = "input, select, textarea";
  // What axe takes for pictures rather than letters, and more; letters that it never does.
  const SIGNS = /[\u1d00-\u1dff\u20a0-\u2bff\ud800-\uf8ff]/;
  const LETTERS = /[0-9A-Za-z\u00c0-\u024f\u0370-\u1cff]/;
  const MANY = 24;

  const said = new Map(); // `own` to what axe said of it
  const passed = new Set(); // shapes of which axe said that they pass
  const silent = new Set(); // elements in a layout of which axe said nothing: the rule is not for them
  const learnt = [];

  // The parent of an element as it is painted: through slots, shadow roots.
  const up = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

  const hasLetters = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && LETTERS.test(node.data));
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.data));

  const ownTextRects = (element) => {
    const rects = [];
    const range = element.ownerDocument.createRange();
    for (const child of element.childNodes) {
      if (child.nodeType === 3 && /\S/.test(child.data)) {
        range.selectNodeContents(child);
        rects.push(...range.getClientRects());
      }
    }
    return rects;
  };

  const center = (rect) => [Math.floor(rect.left + rect.width / 2), Math.floor(rect.top + rect.height / 2)];
  const encloses = (box, rects) =>
    rects.every(
      (rect) => rect.top >= box.top && rect.bottom <= box.bottom && rect.left >= box.left && rect.right <= box.right,
    );

  // Lay the boxes of all elements into rows, so that finding what lies under a point looks at few of them.
  const ROW = 64;
  const layOut = (entries) => {
    const rows = new Map();
    for (const entry of entries) {
      for (const rect of entry.element.getClientRects()) {
        if (rect.width > 0 && rect.height > 0) {
          const flat = {
            entry,
            left: Math.floor(rect.left),
            right: Math.floor(rect.left + rect.width),
            top: Math.floor(rect.top),
            bottom: Math.floor(rect.top + rect.height),
          };
          for (let row = Math.floor(flat.top / ROW); row <= Math.floor(flat.bottom / ROW); row += 1) {
            if (!rows.has(row)) {
              rows.set(row, []);
            }
            rows.get(row).push(flat);
          }
        }
      }
    }
    return rows;
  };
  const under = (rows, [x, y]) => {
    const stack = [];
    for (const flat of rows.get(Math.floor(y / ROW)) ?? []) {
      if (x >= flat.left && x < flat.right && y >= flat.top && y < flat.bottom && !stack.includes(flat.entry.id)) {
        stack.push(flat.entry.id);
      }
    }
    return stack;
  };

  // Text whose length, letters or control matter to axe beside its colours is like no other text.
  const isOrdinary = (element) =>
    !element.matches(REPLACED) &&
    !element.closest("label, button, a[aria-disabled], [aria-disabled], [inert], fieldset[disabled]") &&
    /^[\s\p{L}\p{N}\p{P}]{3,}$/u.test(element.textContent.trim()) &&
    !SIGNS.test(element.textContent) &&
    !(element.id && element.getRootNode().querySelector(`[aria-labelledby~="${CSS.escape(element.id)}"]`));

  // All of one element that only layout and markup decide: what lies around and under its text, and how.
  const placeOf = (entry, known, rows) => {
    const { element, id, box } = entry;
    const texts = ownTextRects(element);
    const around = new Map();
    const surround = (inner) => {
      for (let at = inner; at; at = up(at)) {
        const entry = known.get(at);
        if (entry && around.has(entry.id)) {
          return;
        }
        if (entry) {
          around.set(entry.id, entry);
        }
      }
    };
    surround(element);
    for (const child of element.childNodes) {
      surround(child.assignedSlot);
    }
    const stacks = [];
    const unders = [];
    let last = "";
    for (const rect of [box, ...texts]) {
      const stack = under(rows, center(rect));
      unders.push(stack);
      const line = stack.join();
      if (line !== last || stacks.length < 2) {
        stacks.push(stack);
        last = line;
      }
      for (const one of stack) {
        surround(known.byId.get(one).element);
      }
    }
    const ordered = [...around.values()].sort((a, b) => a.rank - b.rank);
    const places = new Map(ordered.map((one, place) => [one.id, place]));
    const parts = ordered.map((one) => {
      const parent = known.get(up(one.element));
      const flat = `${one.box.width > 0}${one.box.height > 0}`;
      return `${places.get(parent?.id)}:${one.element.localName}:${encloses(one.box, texts)}:${flat}`;
    });
    // axe compares the lines of a text with each other, and the last two decide; the order of the others does not.
    const lines = stacks.map((stack) => stack.map((one) => places.get(one)).join());
    const seen = [box.width > 0, box.height > 0, box.right > 0, box.bottom > 0, texts.length > 0];
    const shape = [
      places.get(id),
      ...seen,
      Math.round(box.width * box.height),
      ...lines.slice(0, 1),
      ...new Set(lines.slice(1).toSorted()),
      ...lines.slice(-2),
      ...parts,
    ].join("\n");
    const noVeil = shape.replace(`\n${Math.round(box.width * box.height)}\n`, "\n");
    return {
      ids: ordered.map((one) => one.id),
      shape,
      noVeil,
      own: number(`${ordered.map((one) => one.id)}\n${shape}`),
      ordinary: isOrdinary(element),
      lie: hasLetters(element) ? audit.ground.lieOf(entry, texts, unders.slice(1), known) : null,
    };
  };

  // The places of the elements in the last layouts: another theme moves nothing.
  const layouts = new Map();
  const KEPT = 12;
  const placesIn = (state) => {
    if (!layouts.has(state.layout)) {
      const entries = state.elements.filter((entry) => entry.element.ownerDocument === document);
      entries.forEach((entry, rank) => {
        entry.rank = rank;
      });
      const known = new Map(entries.map((entry) => [entry.element, entry]));
      known.byId = new Map(entries.map((entry) => [entry.id, entry]));
      const rows = layOut(entries);
      const places = new Map();
      for (const entry of entries) {
        if (entry.element.matches(FIELDS) || hasText(entry.element)) {
          places.set(entry.id, placeOf(entry, known, rows));
        }
      }
      if (layouts.size >= KEPT) {
        layouts.delete(layouts.keys().next().value);
      }
      layouts.set(state.layout, places);
    }
    return layouts.get(state.layout);
  };

  // 106 bits of a text: shapes of many pages are kept, so they are kept short.
  const hash = (text) => {
    const parts = [0xdeadbeef, 0x41c6ce57, 0x9e3779b9, 0x85ebca6b];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      parts[0] = Math.imul(parts[0] ^ code, 2654435761);
      parts[1] = Math.imul(parts[1] ^ code, 1597334677);
      parts[2] = Math.imul((parts[2] << 5) ^ (parts[2] >>> 27) ^ code, 2246822519);
      parts[3] = Math.imul((parts[3] << 7) ^ (parts[3] >>> 25) ^ code, 3266489917);
    }
    return parts.map((part) => (part >>> 0).toString(36)).join("");
  };
  const hashes = new Map();
  const hashOf = (text) => {
    if (!hashes.has(text)) {
      hashes.set(text, hash(text));
    }
    return hashes.get(text);
  };

  const keysOf = (entry, place, byId, state) => {
    const { style } = entry;
    const size = Number.parseFloat(style.fontSize);
    const points = Math.ceil(size * 72) / 96;
    const bold = Number.parseFloat(style.fontWeight) >= 700;
    const around = place.ids.map((id) => byId.get(id));
    const veiled = around.some((one) => one.veils);
    const painted = around.map((one) => (one.veils ? `${one.paint}~${one.pseudos}` : one.paint)).join();
    const large = (bold ? points >= 14 : points >= 18) ? "large" : "small";
    // Where colours alone decide, it does not matter what kind of text it is.
    const ground = place.lie && audit.ground.groundOf(place.lie, byId);
    return {
      ordinary: place.ordinary || Boolean(ground),
      own: `${state.markup};${large};${place.own};${painted}`,
      // What is no pair of words and paints is written out.
      shape: () => {
        if (ground) {
          return `${large}${hash(ground)}`;
        }
        const paints = around.map(
          (one) => `${hashOf(audit.text(one.paint).replace(/^\d+;/, ""))}${one.veils ? audit.text(one.pseudos) : ""}`,
        );
        return hash(`${state.list}\n${large}\n${veiled ? place.shape : place.noVeil}\n${paints.join("\n")}`);
      },
    };
  };

  // Run the rule for these; gives what it said of nothing that is audited.
  const ask = async (asked, audited) => {
    const elements = new Map(asked.map((one) => [one.element, one]));
    for (const one of asked) {
      said.set(one.own, []);
    }
    const include = asked.length > MANY ? undefined : [...elements.keys()];
    const { found, passed: passes } = await audit.axe.judge([CONTRAST], { include, passes: true });
    const others = [];
    for (const result of found) {
      const one = elements.get(result.element);
      if (one) {
        said.get(one.own).push(result);
      } else if (!audited.has(result.element)) {
        others.push(result);
      }
    }
    const broken = found.some((one) => !one.element);
    for (const one of broken ? [] : asked.filter((each) => said.get(each.own).length === 0)) {
      if (!passes.has(one.element)) {
        silent.add(one.place);
      } else if (!passed.has(one.shape)) {
        passed.add(one.shape);
        if (one.ordinary) {
          learnt.push(one.shape);
        }
      }
    }
    return others;
  };

  // What axe says of all text in this state of the page; `known` are shapes that have passed on other pages.
  const contrast = async (state, known) => {
    for (const shape of known) {
      passed.add(shape);
    }
    const byId = new Map(state.elements.map((entry) => [entry.id, entry]));
    const layout = number(state.layout);
    const audited = [];
    const asked = new Map();
    for (const [id, place] of placesIn(state)) {
      const entry = byId.get(id);
      const { own, shape, ordinary } = keysOf(entry, place, byId, state);
      const one = { element: entry.element, own, place: `${id};${layout}`, ordinary };
      audited.push(one);
      if (!said.has(own)) {
        // Text that is like no other is like itself.
        one.shape = ordinary ? shape() : `${id};${state.markup};${shape()}`;
        if (passed.has(one.shape) || silent.has(one.place) || audit.ground.isTucked(entry)) {
          said.set(own, []);
        } else {
          asked.set(own, one);
        }
      }
    }
    const all = new Set(audited.map((one) => one.element));
    const others = asked.size ? await ask([...asked.values()], all) : [];
    const found = [...audited.flatMap((one) => said.get(one.own)), ...others];
    if (found.some((one) => !one.element)) {
      said.clear(); // the rule broke off: nothing is known to have passed
      passed.clear();
      silent.clear();
    }
    return found;
  };

  audit.axe.contrast = contrast;
  audit.axe.learnt = () => learnt.splice(0);
})();
