// Steps of the walk that go against the order on the screen (WCAG 2.4.3).
(() => {
  const { describe, add, rest, above, walk } = globalThis.a11yContentAudit;
  const { outward } = globalThis.a11yContentAudit.looks;
  const { walks, lineOf, isPainted } = walk;
  const SLACK = 2; // CSS pixels by which boxes in one line may overlap
  const LAID_OVER = ["fixed", "sticky", "absolute"];

  // The two branches in which two stops lie, seen from the element that holds both.
  const branches = (one, other) => {
    const line = [...lineOf(one)];
    const places = new Map(line.map((element, index) => [element, index]));
    let branch = other;
    for (let at = other; at; at = above(at)) {
      if (places.has(at)) {
        const index = places.get(at);
        return index === 0 || branch === at ? null : { around: at, from: line[index - 1], to: branch };
      }
      branch = at;
    }
    return null;
  };

  // A branch that is laid over the page, or inside of which a stop is, has no place in its order.
  const isOutOfFlow = (stop, branch) => {
    for (let at = stop; at; at = above(at)) {
      const { position, writingMode } = getComputedStyle(at);
      if (LAID_OVER.includes(position) || !writingMode.startsWith("horizontal")) {
        return true;
      }
      if (at === branch) {
        return false;
      }
    }
    return false;
  };

  const boxOf = (branch, stop) => {
    const shown = getComputedStyle(branch).display === "contents" ? stop : branch;
    const inline = getComputedStyle(shown).display === "inline";
    const boxes = [...shown.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) {
      return null;
    }
    const box = outward(shown, shown.getBoundingClientRect());
    const [first, last] = [outward(shown, boxes[0]), outward(shown, boxes.at(-1))];
    return { box, first: inline ? first : box, last: inline ? last : box };
  };

  const against = (from, to, isLeftward) => {
    // `column`: further on in the direction in which columns follow each other.
    const column = isLeftward ? to.box.right <= from.box.left + SLACK : to.box.left >= from.box.right - SLACK;
    if (to.first.bottom <= from.last.top + SLACK && !column) {
      return "up";
    }
    const common = Math.min(to.first.bottom, from.last.bottom) - Math.max(to.first.top, from.last.top);
    const isOneLine = common > Math.min(to.first.height, from.last.height) / 2;
    const back = isLeftward ? to.first.left >= from.last.right - SLACK : to.first.right <= from.last.left + SLACK;
    return isOneLine && back ? "back" : "";
  };

  const judge = (one, other) => {
    const found = branches(one, other);
    if (!found || !isPainted(one) || !isPainted(other)) {
      return null;
    }
    if (isOutOfFlow(one, found.from) || isOutOfFlow(other, found.to)) {
      return null;
    }
    const from = boxOf(found.from, one);
    const to = boxOf(found.to, other);
    const how = from && to ? against(from, to, getComputedStyle(found.around).direction === "rtl") : "";
    return how && { ...found, how };
  };

  const isLandmark = (element) =>
    element.matches("html, body, main, header, footer, aside, [role=main], [role=banner], [role=contentinfo]");

  // From the last stop of an open dialog Tab goes on with its first.
  const beginsAgain = (one, other) =>
    one.closest(":modal, [aria-modal=true]")?.contains(other) &&
    one.tabIndex <= 0 &&
    other.tabIndex <= 0 &&
    Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);

  add("tab-order", () => {
    rest();
    const path = walks.forward.path.map((entry) => entry.element);
    const seen = new Set();
    const found = [];
    for (let index = 1; index < path.length; index += 1) {
      const [one, other] = [path[index - 1], path[index]];
      const step = beginsAgain(one, other) ? null : judge(one, other);
      if (step && !seen.has(step.around)) {
        seen.add(step.around);
        const [before, after] = [one.tabIndex, other.tabIndex];
        found.push({
          element: describe(other),
          before: describe(one).html.slice(0, 80),
          how: step.how,
          tabindex: before > 0 || after > 0 ? Math.max(before, after) : 0,
          sure: before > 0 && after > 0 && !isLandmark(step.around),
        });
      }
    }
    return found;
  });
})();
