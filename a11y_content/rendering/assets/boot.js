/* Puts the reader's choices on <html> before the first paint: those of a preview by URL (?a11y=text:200), which is not
   kept, else those of the store. Whatever the whitelist does not hold is ignored. */
((known) => {
  let set = {};
  try {
    const asked = /[?&]a11y=([^&]*)/.exec(location.search);
    const text = asked || localStorage.getItem("a11y-content");
    if (asked) decodeURIComponent(asked[1]).replace(/([^:,]+):([^,]+)/g, (_, name, value) => (set[name] = value));
    else if (text.length < 4000 && JSON.parse(text).v === 1) set = JSON.parse(text).set || set;
  } catch (_) {}
  for (const name in known)
    if (known[name].indexOf(set[name]) >= 0) document.documentElement.setAttribute(`data-a11y-${name}`, set[name]);
  // biome-ignore lint/correctness/noUndeclaredVariables: render/assets.py writes the table's values here
})(A11Y_CHOICES);
