/* Puts the reader's choices on <html> before the first paint: those of a preview by URL (?a11y=text:200), which is not
   kept, else those of the tab's store, else those of the device's. What the whitelist does not hold is ignored, nothing
   is written, and whatever fails leaves the defaults. The reader's own two colours go into a style sheet of their own, so
   that <html> gets no style attribute; a paper with little green in it is dark, which menu.js measures again. Every byte
   counts here: the braces of the sheet are closed by its end. */
try {
  let own = ":root{";
  decodeURIComponent(
    (/[?&]a11y=([^&]*)/.exec(location.search) ||
      /^1;(.{0,498})$/.exec(sessionStorage["a11y-content"] || localStorage["a11y-content"]))[1],
  ).replace(/([^:,]+):([^,]+)/g, (all, key, value) => {
    if (/^(?:A11Y_CHOICES)$/.test(all)) document.documentElement.setAttribute(`data-a11y-${key}`, value);
    if (/^(ink|paper):[\da-f]{6}$/.test(all)) own += `--a11y-own-${key}:#${value};`;
  });
  if (/r:#..[0-6]/.test(own)) own += "--a11y-own-scheme:dark";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(own);
  document.adoptedStyleSheets.push(sheet);
} catch (_) {}
