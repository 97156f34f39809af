// Our accessibility menu, as it stands in the page: what it offers, and how it shows the choices of a mode.
(() => {
  const audit = globalThis.a11yContentAudit;
  const FORM = "details.a11y-menu form";
  const AUTO = "auto";

  const radios = () => document.querySelectorAll(`${FORM} input[type="radio"]`);

  // Every preference that the menu offers with its values beside auto, in the form's order; null without our menu.
  const form = () => {
    if (!document.querySelector(FORM)) {
      return null;
    }
    const rows = new Map();
    for (const { name, value } of radios()) {
      const values = rows.get(name) ?? [];
      rows.set(name, value === AUTO ? values : [...values, value]);
    }
    return [...rows];
  };

  // Let the menu show the choices that stand on <html>. Unfolded, its own script shows what follows from them (the two
  // own colours, the buttons that reset): it does so when a page is shown. Nothing is stored.
  const follow = (choices, open) => {
    for (const radio of radios()) {
      radio.checked = radio.value === (choices[radio.name] ?? AUTO);
    }
    for (const menu of document.querySelectorAll("details.a11y-menu")) {
      menu.open = open;
    }
    if (open && document.querySelector("form[data-a11y-store]")) {
      dispatchEvent(new PageTransitionEvent("pageshow"));
    }
  };

  audit.follow = follow;
  audit.add("form", form);
})();
