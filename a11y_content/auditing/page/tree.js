// The page as a reader meets it: its document with the open shadow roots and the frames in it, and words about elements.
// A selector that goes into a shadow root or a frame has ` >>> ` where it goes in.
(() => {
  const audit = globalThis.a11yContentAudit;
  const INTO = " >>> ";

  // The document of a frame, where the browser lets us in (frames of the same site).
  const inside = (element) => {
    if (element.localName !== "iframe" && element.localName !== "frame") {
      return null;
    }
    try {
      return element.contentDocument?.documentElement ? element.contentDocument : null;
    } catch {
      return null;
    }
  };

  // The element around a document or a shadow root: its frame or its host.
  const around = (root) => {
    if (root.host) {
      return root.host;
    }
    try {
      return root.defaultView?.frameElement ?? null;
    } catch {
      return null;
    }
  };

  // The parent of an element, through shadow roots and frames.
  const above = (element) => element.parentElement ?? around(element.getRootNode());

  // All documents and open shadow roots under a root, itself first.
  const roots = (root = document) => {
    const found = [root];
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) {
        found.push(...roots(element.shadowRoot));
      } else {
        const content = inside(element);
        if (content) {
          found.push(...roots(content));
        }
      }
    }
    return found;
  };

  // All elements under a root in the order of the tree, with those in open shadow roots and frames of the same site.
  const elements = (root = document) => {
    const found = [];
    const walk = (from) => {
      for (const element of from.querySelectorAll("*")) {
        found.push(element);
        const below = element.shadowRoot ?? inside(element);
        if (below) {
          walk(below);
        }
      }
    };
    walk(root);
    return found;
  };

  // The element that a selector of `selectorOf` names, or null.
  const find = (selector) => {
    let root = document;
    let element = null;
    for (const part of selector.split(INTO)) {
      element = root?.querySelector(part) ?? null;
      root = element && (element.shadowRoot ?? inside(element));
    }
    return element;
  };

  const unique = (root, selector) => root.querySelectorAll(selector).length === 1;
  // Fields named "children" take the place of their form's own property.
  const children = Object.getOwnPropertyDescriptor(Element.prototype, "children").get;
  const childrenOf = (element) => [...children.call(element)];
  const withinRoot = (element, root) => {
    const parts = [];
    for (let at = element; at; at = at.parentElement) {
      if (at.id && unique(root, `#${CSS.escape(at.id)}`)) {
        parts.unshift(`#${CSS.escape(at.id)}`);
        break;
      }
      const beside = root === at.ownerDocument ? [] : [...root.children];
      const siblings = at.parentElement ? childrenOf(at.parentElement) : beside;
      const tag = CSS.escape(at.localName);
      const twins = siblings.filter((child) => child.localName === at.localName);
      if (at.parentElement || root !== at.ownerDocument || !parts.length) {
        parts.unshift(twins.length > 1 ? `${tag}:nth-of-type(${twins.indexOf(at) + 1})` : tag);
      }
    }
    const selector = parts.join(" > ");
    return root === element.ownerDocument || unique(root, selector) ? selector : `:host > ${selector}`;
  };

  const selectorOf = (element) => {
    const parts = [];
    for (let at = element; at; at = around(at.getRootNode())) {
      parts.unshift(withinRoot(at, at.getRootNode()));
    }
    return parts.join(INTO);
  };

  // Indexes of children from `main#main`; what lies in a frame or a shadow root has the path of its frame or host.
  const pathOf = (element) => {
    let inner = element;
    for (let out = around(inner.getRootNode()); out; out = around(inner.getRootNode())) {
      inner = out;
    }
    const steps = [];
    for (let at = inner; at; at = at.parentElement) {
      if (at.localName === "main" && at.id === "main") {
        return steps.join("/");
      }
      steps.unshift(at.parentElement ? childrenOf(at.parentElement).indexOf(at) : 0);
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

  // Whether an element and the frames around it are rendered and visible, and it has a box.
  const VISIBLE = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false };
  const seen = (element) => {
    const frame = element.ownerDocument.defaultView?.frameElement ?? null;
    return (
      element.checkVisibility(VISIBLE) &&
      [...element.getClientRects()].some((box) => box.width > 0 && box.height > 0) &&
      (!frame || seen(frame))
    );
  };

  Object.assign(audit, { elements, find, selectorOf, pathOf, describe, seen, roots, inside, around, above });
})();
