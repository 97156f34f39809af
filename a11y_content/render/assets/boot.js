/* Puts the reader's choices on <html> before the first paint: those of a preview by URL (?a11y=text:200), which is not
   kept, else those of the store. Whatever the whitelist does not hold is ignored. */
((known) => {
  let chosen = {};
  try {
    const asked = /[?&]a11y=([^&]*)/.exec(location.search);
    const text = asked ? "" : localStorage.getItem("a11y-content");
    if (asked) {
      for (const pair of decodeURIComponent(asked[1]).split(",")) chosen[pair.split(":")[0]] = pair.split(":")[1];
    } else if (text && text.length < 4000) {
      const store = JSON.parse(text);
      if (store.v === 1) chosen = store.set || {};
    }
  } catch (_) {}
  for (const name of Object.keys(known)) {
    const value = chosen[name];
    if (known[name].indexOf(value) >= 0) document.documentElement.setAttribute(`data-a11y-${name}`, value);
  }
  // biome-ignore lint/correctness/noUndeclaredVariables: render/assets.py writes the table's values here
})(A11Y_CHOICES);
