// Where an element stands, so that it can be photographed: brought into view, with a margin, no larger than asked.
(() => {
  const audit = globalThis.a11yContentAudit;

  // The box of an element in the viewport of the page, through its frames.
  const boxOf = (element) => {
    const box = element.getBoundingClientRect();
    let [x, y] = [box.x, box.y];
    for (let frame = element.ownerDocument.defaultView?.frameElement; frame; ) {
      const outer = frame.getBoundingClientRect();
      x += outer.x + frame.clientLeft;
      y += outer.y + frame.clientTop;
      frame = frame.ownerDocument.defaultView?.frameElement;
    }
    return { x, y, width: box.width, height: box.height };
  };

  // Gives the box in CSS pixels from the page's corner, or null where there is nothing to see.
  audit.add("evidence", ({ selector, margin, width, height }) => {
    const element = selector ? audit.find(selector) : null;
    if (!element || element === document.documentElement || element === document.body || !audit.seen(element)) {
      return null;
    }
    const tall = element.getBoundingClientRect().height > innerHeight;
    element.scrollIntoView({ behavior: "instant", block: tall ? "start" : "center", inline: "nearest" });
    const box = boxOf(element);
    const left = Math.max(0, box.x - margin);
    const top = Math.max(0, box.y - margin);
    const right = Math.min(innerWidth, box.x + box.width + margin, left + width);
    const bottom = Math.min(innerHeight, box.y + box.height + margin, top + height);
    if (right - left < 2 * margin || bottom - top < 2 * margin) {
      return null;
    }
    return { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top };
  });
})();
