// Steps before the audit: find what a step is about, say what it still lacks, and prepare it or do it.
// `real` says that the browser itself clicks and writes afterwards; without it, events are made here.
(() => {
  const audit = globalThis.a11yContentAudit;

  const named = (element) => audit.describe(element).html.slice(0, 80);
  const lacking = (lack) => ({ lack });
  const DONE = { lack: "" };

  // The middle of an element in the window of the whole page, through the frames around it.
  const middle = (element) => {
    const box = element.getClientRects()[0];
    let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (let view = element.ownerDocument.defaultView; view.frameElement; view = view.parent) {
      const frame = view.frameElement.getBoundingClientRect();
      x += frame.x + view.frameElement.clientLeft;
      y += frame.y + view.frameElement.clientTop;
    }
    return [x, y];
  };

  // What lies uppermost where an element would be clicked, if that is not the element itself.
  const covering = (element) => {
    const box = element.getClientRects()[0];
    const root = element.getRootNode();
    const top = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const own = top && (element.contains(top) || top.contains(element) || top.shadowRoot?.contains(element));
    return own || [...(element.labels ?? [])].some((label) => label.contains(top)) ? null : top;
  };

  const click = (element, real) => {
    if (element.matches(":disabled")) {
      return lacking(`${named(element)} is disabled`);
    }
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    if (!real) {
      element.click();
      return DONE;
    }
    const cover = covering(element);
    return cover ? lacking(`${named(cover)} covers it`) : { lack: "", point: middle(element) };
  };

  const changed = (element) => {
    for (const kind of ["input", "change"]) {
      element.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  };

  const type = (element, value, real) => {
    if (element.matches(":disabled, :read-only")) {
      return lacking(`${named(element)} takes no text`);
    }
    element.focus();
    if (element.isContentEditable) {
      element.ownerDocument.getSelection().selectAllChildren(element);
    } else if (real && value && element.select && element.type !== "date") {
      element.select();
    } else {
      element.value = value;
      changed(element);
      return DONE;
    }
    if (real && value) {
      return { lack: "", writes: true };
    }
    element.textContent = value;
    changed(element);
    return DONE;
  };

  const select = (element, value) => {
    const options = [...(element.options ?? [])];
    const option = options.find((one) => one.value === value) ?? options.find((one) => one.text.trim() === value);
    if (!option || option.disabled || element.disabled) {
      return lacking(option ? "it is disabled" : `there is no option ${value}`);
    }
    element.value = option.value;
    option.selected = true;
    changed(element);
    return DONE;
  };

  const tick = (element, wanted) => {
    if (element.matches(":disabled")) {
      return lacking(`${named(element)} is disabled`);
    }
    if (!["checkbox", "radio"].includes(element.type)) {
      return lacking(`${named(element)} is no box and no radio`);
    }
    if (element.checked !== wanted) {
      element.click();
    }
    return element.checked === wanted ? DONE : lacking("it does not stay so");
  };

  const shows = (text, within) =>
    (within.innerText ?? "").replace(/\s+/g, " ").includes(text.replace(/\s+/g, " ").trim());

  const HIDDEN_TOO = ["check", "uncheck"];

  const act = ({ kind, value, target, real }) => {
    const typing = kind === "type" || kind === "type_from";
    const selector = typing || ["select", "press", "wait_for_text"].includes(kind) ? target || "body" : value;
    const element = audit.find(selector);
    const seen = element !== null && audit.seen(element);
    if (kind === "wait_until_gone") {
      return seen ? lacking(`${selector} is still there`) : DONE;
    }
    if (!element || !(seen || HIDDEN_TOO.includes(kind))) {
      return lacking(`${selector} is ${element ? "not visible" : "not there"}`);
    }
    if (kind === "wait_for_text") {
      return shows(value, element) ? DONE : lacking(`${JSON.stringify(value)} is not there`);
    }
    if (kind === "click") {
      return click(element, real);
    }
    if (typing) {
      return type(element, value, real);
    }
    if (kind === "select") {
      return select(element, value);
    }
    if (HIDDEN_TOO.includes(kind)) {
      return tick(element, kind === "check");
    }
    if (kind === "press") {
      element.focus();
    } else if (kind === "scroll_to") {
      element.scrollIntoView({ block: "center", behavior: "instant" });
    }
    return DONE;
  };

  audit.add("act", act);
  audit.add("loaded", () => document.readyState === "complete");
})();
