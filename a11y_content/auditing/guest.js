// Somebody else's page, in the state in which it stands: it keeps its focus and its place, and gets all back in the end.
(() => {
  const audit = globalThis.a11yContentAudit;
  const PREFIX = "data-a11y-";
  let focus;
  let place;
  let open;
  let checked;

  const radios = () => [...document.querySelectorAll('details.a11y-menu input[type="radio"]')];

  // From now on nothing is blurred and nothing scrolled: an open menu or a half-filled field is what is to be audited.
  const stay = () => {
    audit.staying = true;
    focus = document.activeElement;
    place = [scrollX, scrollY];
    open = [...document.querySelectorAll("details.a11y-menu")].map((menu) => [menu, menu.open]);
    checked = radios().filter((radio) => radio.checked);
  };

  const putBack = ({ choices }) => {
    const root = document.documentElement;
    for (const { name } of [...root.attributes].filter((one) => one.name.startsWith(PREFIX))) {
      if (!(name.slice(PREFIX.length) in choices)) {
        root.removeAttribute(name);
      }
    }
    for (const [name, value] of Object.entries(choices)) {
      root.setAttribute(PREFIX + name, value);
    }
    for (const [menu, was] of open) {
      menu.open = was;
    }
    for (const radio of radios()) {
      radio.checked = checked.includes(radio);
    }
    audit.staying = false;
    audit.release();
    if (document.activeElement !== focus) {
      focus?.focus({ preventScroll: true });
    }
    scrollTo({ left: place[0], top: place[1], behavior: "instant" });
  };

  audit.add("stay", stay);
  audit.add("putBack", putBack);
})();
