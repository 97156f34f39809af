// The link that leads past repeated blocks, and what else marks the main part (WCAG 2.4.1).
(() => {
  const { describe, settle, rest, add, walk } = globalThis.a11yContentAudit;
  const { stops, focused, lineOf } = walk;
  const { isTuckedAway } = globalThis.a11yContentAudit.looks;
  const FIRST = 4; // stops among which the link is looked for
  const FEW = 3; // stops before the main part that need no way past them
  const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
  const MAIN = "main, [role=main]";
  let link;
  let target;
  let place;

  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

  // The element that an address within this page names, "" for the page's top, null for another page.
  const fragment = (element) => {
    if (element.localName !== "a" || !element.hash || element.pathname !== location.pathname) {
      return null;
    }
    if (element.host !== location.host || element.search !== location.search) {
      return null;
    }
    try {
      return decodeURIComponent(element.hash.slice(1));
    } catch {
      return element.hash.slice(1);
    }
  };

  const named = (name) => document.getElementById(name) ?? document.getElementsByName(name)[0] ?? null;

  const isAfter = (element, other) =>
    Boolean(other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);

  const beginning = () => document.querySelector(MAIN) ?? document.querySelector("h1, [role=heading][aria-level='1']");

  // What makes a link one that leads past things: its words or class in a few languages, or that it hides until focused.
  const WORDS =
    /skip|jump|bypass|main|content|inhalt|contenu|contenido|contenuto|conte[uú]do|inhoud|indhold|inneh[aå]ll|sis[aä]lt|principal|sprung|aller au|saltar|pular|vai al|naar/i;
  const hides = (element) => {
    const box = element.getBoundingClientRect();
    const isOutside = box.right <= 0 || box.bottom + scrollY <= 0 || box.left >= innerWidth;
    return isOutside || box.width <= 2 || isTuckedAway(element) || getComputedStyle(element).opacity === "0";
  };

  const leadsPast = (element) => {
    const name = fragment(element);
    return Boolean(name) && (hides(element) || WORDS.test(`${name} ${element.className} ${element.textContent}`));
  };

  add("bypass-blocks", () => {
    rest();
    const all = stops();
    const start = beginning();
    // A target that is not there counts only for the very first links: elsewhere it is just a link that is broken.
    link = all
      .slice(0, FIRST)
      .find((element, index) => leadsPast(element, all) && (index < 2 || named(fragment(element))));
    const headings = [...document.querySelectorAll(HEADINGS)].filter(isShown);
    const marked = headings.length > 0 || [...document.querySelectorAll(MAIN)].some(isShown);
    const before = start ? all.filter((stop) => isAfter(start, stop)).length : all.length;
    const found = { link: null, marked, stops: before > FEW ? before : 0, page: describe(document.body) };
    if (link) {
      const name = fragment(link);
      target = named(name);
      const fails = target ? (isShown(target) || target.checkVisibility() ? "" : "hidden") : "missing";
      found.link = { element: describe(link), target: name, fails };
    }
    return found;
  });

  add("bypass-blocks/focus", () => {
    place = location.href;
    link.focus();
  });

  add("bypass-blocks/settle", () => settle());

  // Where Tab went from the target; then the page stands as before.
  add("bypass-blocks/end", () => {
    const now = focused();
    const after = stops().some((stop) => stop === target || target.contains(stop) || isAfter(stop, target));
    // Behind the last stop Tab begins again at the first: then nothing tells where the press led.
    const works = !after || now === null || lineOf(now).has(target) || isAfter(now, target);
    rest();
    if (location.href !== place) {
      location.hash = "";
      history.replaceState(history.state, "", place);
    }
    scrollTo(0, 0);
    return works ? "" : "stays";
  });
})();
