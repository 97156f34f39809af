// The page as assistive technology is told it: elements with roles, names and states, and the words in them. Roles and
// names are worked out by axe's own functions from the DOM, so that every browser gives the same.
(() => {
  const audit = globalThis.a11yContentAudit;
  const NAMED = new Set(
    "alert alertdialog button checkbox columnheader combobox dialog form heading img link listbox menuitem menuitemcheckbox menuitemradio meter navigation option progressbar radio region rowheader scrollbar search searchbox slider spinbutton switch tab textbox tooltip treeitem".split(
      " ",
    ),
  );
  const NAMING = "[aria-label], [aria-labelledby], [title], [alt], table, fieldset, figure, iframe";
  const SILENT = new Set([null, "none", "presentation", "generic"]);
  const STATES = "checked disabled selected expanded pressed required invalid current level".split(" ");

  const statesOf = (element) => {
    const states = [];
    for (const state of STATES) {
      const said = element.getAttribute(`aria-${state}`);
      if (said !== null && said !== "") {
        states.push(`${state}=${said}`);
      } else if (element[state] === true) {
        states.push(`${state}=true`);
      }
    }
    if (element.localName === "details") {
      states.push(`open=${element.open}`);
    }
    return states.join(" ");
  };

  const plain = (text) => text.replace(/\s+/g, " ").trim();

  const wordsOf = (element) =>
    plain([...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : "")).join(" "));

  // What one document says; `setup` makes axe's own tree of it, with its open shadow roots.
  const listen = (content) => {
    const { axe } = globalThis;
    const { commons } = axe;
    const said = [];
    const walk = (node) => {
      const element = node.actualNode;
      if (element.nodeType === Node.ELEMENT_NODE && commons.dom.isVisibleToScreenReaders(node)) {
        const role = commons.aria.getRole(node, { noPresentational: false });
        if (!SILENT.has(role)) {
          const isNamed = NAMED.has(role) || element.matches(NAMING);
          const name = isNamed ? plain(commons.text.accessibleText(element)) : "";
          said.push({ element, role, name, states: statesOf(element) });
        }
        const words = wordsOf(element);
        if (words && !element.matches("script, style, noscript, template, title, option")) {
          said.push({ element, role: "text", name: words, states: "" });
        }
      }
      for (const child of node.children) {
        walk(child);
      }
    };
    axe.teardown();
    axe.setup(content.documentElement);
    try {
      walk(axe._tree[0]);
    } finally {
      axe.teardown();
    }
    return said;
  };

  const documents = () => audit.roots().filter((root) => root.nodeType === Node.DOCUMENT_NODE);

  // Whether a document, or a frame around it, is there for the reader at all.
  const isThere = (content) => {
    const frame = audit.around(content);
    return !frame || (frame.checkVisibility({ visibilityProperty: true }) && isThere(frame.ownerDocument));
  };

  // All that is said in this mode: [{element, role, name, states}], frames and open shadow roots included.
  audit.spoken = (reuse = true) =>
    audit.once("spoken", audit.snapshot().presence, reuse, () => documents().filter(isThere).flatMap(listen));
})();
