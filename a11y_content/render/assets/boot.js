/* Puts the reader's choices on <html> before the first paint: a preview by URL (?a11y=text:200), which is not kept, else the store.
   Whatever is not in the whitelist is ignored. */
(function (known) {
  var root = document.documentElement, chosen = {}, found, name;
  try {
    if ((found = /[?&]a11y=([^&]*)/.exec(location.search))) {
      decodeURIComponent(found[1]).split(",").forEach(function (pair) {
        pair = pair.split(":");
        chosen[pair[0]] = pair[1];
      });
    } else if ((found = localStorage.getItem("a11y-content")) && found.length < 4e3) {
      found = JSON.parse(found);
      if (found.v === 1 && found.set) chosen = found.set;
    }
  } catch (e) {}
  for (name in known) if (known[name].indexOf(chosen[name]) >= 0) root.setAttribute("data-a11y-" + name, chosen[name]);
})(A11Y_CHOICES);
