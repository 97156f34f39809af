// The element that asked for an address, if one did.
(() => {
  const { describe, elements, add } = globalThis.a11yContentAudit;
  const ASKING = "[src], link[href], [srcset], [poster], object[data], image, use";

  add("console/askers", ({ urls }) => {
    const asking = elements().filter((element) => element.matches(ASKING));
    return urls.map((url) => {
      const asks = (element) =>
        [element.currentSrc, element.src, element.href?.baseVal ?? element.href, element.poster, element.data].includes(
          url,
        );
      return describe(asking.find(asks) ?? document.documentElement);
    });
  });
})();
