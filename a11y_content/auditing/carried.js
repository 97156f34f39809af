// What a page carries with it as all pages of its site do: the menu, and whatever in it can act on a reader's choices.
(() => {
  const { add } = globalThis.a11yContentAudit;
  const MENU = "details.a11y-menu";
  const DATA = /json|template|plain/i; // kinds of script elements that do nothing
  const FAR = 2; // screens: what stands below them does not move what is on the first

  // An element as written, with its address in full: pages in other folders name the same file otherwise.
  const written = (element) => {
    const copy = element.cloneNode(true);
    for (const name of ["src", "href"]) {
      if (element[name]) {
        copy.setAttribute(name, element[name]);
      }
    }
    return `${element.closest("head") ? "head" : "body"} ${copy.outerHTML}`;
  };

  // The menu as written: neither unfolded, nor with what it has just said, nor where its links lead.
  const menu = () =>
    [...document.querySelectorAll(MENU)].map((one) => {
      const copy = one.cloneNode(true);
      copy.open = false;
      for (const status of copy.querySelectorAll("[role=status]")) {
        status.replaceChildren();
      }
      for (const link of copy.querySelectorAll("a[href]")) {
        link.setAttribute("href", "");
      }
      return copy.outerHTML;
    });

  const startOf = (element) =>
    element
      .getAttributeNames() // a field named "attributes" takes the place of its form's own property
      .filter((name) => !name.startsWith("data-a11y-"))
      .map((name) => `${name}=${element.getAttribute(name)}`)
      .sort();

  // Elements with handlers in their markup, however deep.
  const handlers = () => {
    const found = [];
    for (const element of document.querySelectorAll("*")) {
      for (const name of element.getAttributeNames()) {
        if (name.startsWith("on")) {
          found.push(`${element.localName} ${name}=${element.getAttribute(name)}`);
        }
      }
    }
    return found;
  };

  // Gives null where more than this can have a say: frames, shadow roots.
  const carried = () => {
    const elements = [...document.querySelectorAll("*")];
    if (elements.some((one) => one.shadowRoot || one.matches("iframe, frame, object, embed"))) {
      return null;
    }
    const parts = [...document.querySelectorAll("base, style, link[rel~=stylesheet], meta[http-equiv], script")];
    return JSON.stringify([
      document.compatMode,
      location.origin,
      startOf(document.documentElement),
      startOf(document.body),
      handlers(),
      parts.filter((one) => !(one.localName === "script" && DATA.test(one.type))).map(written),
      menu(),
    ]);
  };

  // A picture that names its size holds its place before it comes.
  const comesLate = (element) =>
    !(element.hasAttribute("width") && element.hasAttribute("height")) &&
    element.checkVisibility() &&
    element.getBoundingClientRect().top + scrollY < FAR * innerHeight;

  const familyOf = (element) => getComputedStyle(element).fontFamily;
  // Whether words are written in a font that comes with the page.
  const usesFonts = () => {
    const brought = [...document.fonts].map(({ family }) => family.replace(/^["']|["']$/g, ""));
    const used = new Set(brought.length ? [...document.querySelectorAll("body, body *")].map(familyOf) : []);
    return [...used].some((families) => brought.some((one) => families.includes(one)));
  };

  // The same, where nothing comes after the rest of the page in this mode and moves it: neither pictures nor fonts.
  const drawn = () => {
    const late = [...document.querySelectorAll("img, video, input[type=image], svg image")];
    return usesFonts() || late.some(comesLate) ? null : carried();
  };

  add("carried", carried);
  add("carried/drawn", drawn);
})();
