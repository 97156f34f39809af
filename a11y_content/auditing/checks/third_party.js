// What the markup makes a browser ask of other hosts, at once, in advance or when it comes into view.
(() => {
  const { describe, elements, add } = globalThis.a11yContentAudit;
  const LOADING =
    "link[href], script[src], img, source, iframe[src], frame[src], embed[src], object[data], video, audio, track[src], input[type=image], image, use, body[background]";
  const LINKS =
    "stylesheet preload modulepreload prefetch prerender preconnect dns-prefetch icon apple-touch-icon manifest".split(
      " ",
    );

  const fromSet = (srcset) => (srcset ?? "").split(",").map((part) => part.trim().split(/\s+/)[0]);

  const addresses = (element) => {
    if (element.localName === "link") {
      const asks = [...element.relList].some((word) => LINKS.includes(word.toLowerCase()));
      return asks ? [element.getAttribute("href"), ...fromSet(element.getAttribute("imagesrcset"))] : [];
    }
    const names = ["src", "data", "poster", "background", "href", "xlink:href"];
    return [...names.map((name) => element.getAttribute(name)), ...fromSet(element.getAttribute("srcset"))];
  };

  add("third-party/markup", () => {
    const found = [];
    for (const element of elements()) {
      if (element.matches(LOADING)) {
        for (const address of new Set(addresses(element).filter(Boolean))) {
          try {
            const url = new URL(address, element.baseURI);
            if (url.host && url.host !== location.host) {
              const how = element.localName === "link" ? `link rel=${element.rel}` : element.localName;
              found.push({ ...describe(element), url: url.href.slice(0, 200), how });
            }
          } catch {
            // no address at all
          }
        }
      }
    }
    return { found, page: describe(document.documentElement) };
  });
})();
