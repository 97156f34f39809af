// The accessibility menu as a reader uses it: open, close, choose, keep, reset.
(() => {
  const { describe, settle, add, looks, walk } = globalThis.a11yContentAudit;
  const { focused } = walk;
  const AUTO = "auto";
  const details = () => document.querySelector("details.a11y-menu:has(form[data-a11y-store])");
  const opener = () => details().querySelector("summary");
  const form = () => details().querySelector("form");
  const radios = () => [...form().querySelectorAll("input[type=radio]")];
  const status = () => form().querySelector("[role=status]");
  const attribute = (name) => document.documentElement.getAttribute(`data-a11y-${name}`);

  add("menu", () => {
    if (!details()) {
      return null;
    }
    details().open = false;
    opener().focus();
    return describe(details());
  });

  const state = () => ({ open: details().open, focused: focused() === opener() });

  add("menu/press", ({ key }) => {
    if (key === "click") {
      opener().click();
      return state();
    }
    (key === "inside" ? radios()[0] : opener()).focus();
    return null;
  });
  add("menu/state", async () => {
    await settle();
    return state();
  });
  add("menu/open", ({ open }) => {
    details().open = open;
    opener().focus();
  });

  // Press every radio button: what is wrong with it, in words.
  const faultsOf = (radio) => {
    const expected = radio.value === AUTO ? null : radio.value;
    status()?.replaceChildren();
    radio.focus();
    radio.click();
    const faults = [];
    const now = attribute(radio.name);
    if (now !== expected) {
      const is = now === null ? "has none" : `has "${now}"`;
      const wanted = expected === null ? "no" : `"${expected}" as`;
      faults.push(`${radio.name}=${radio.value}: <html> should have ${wanted} data-a11y-${radio.name}, and ${is}`);
    }
    if (!radio.checked) {
      faults.push(`${radio.name}=${radio.value} is not checked after a press`);
    }
    if (!status()?.textContent.trim()) {
      faults.push(`${radio.name}=${radio.value}: the status says nothing of it`);
    }
    if (focused() !== radio) {
      faults.push(`${radio.name}=${radio.value} loses the focus`);
    }
    return faults;
  };

  // Each choice makes the browser lay out the whole page anew: without its other parts that is done soon.
  const alone = (work) => {
    const undo = looks.styled("body > :not(:has(details.a11y-menu)){display:none!important}");
    try {
      return work();
    } finally {
      undo();
    }
  };

  const choose = () => {
    details().open = true;
    const found = [];
    const rows = new Map();
    for (const radio of radios()) {
      rows.set(radio.name, [...(rows.get(radio.name) ?? []), radio]);
    }
    for (const row of rows.values()) {
      // Auto comes last: a press on it changes nothing while it is checked.
      const auto = row.filter((radio) => radio.value === AUTO);
      for (const radio of [...row.filter((one) => one.value !== AUTO), ...auto]) {
        const words = faultsOf(radio);
        if (words.length) {
          found.push({ element: describe(radio), words });
        }
      }
    }
    return found;
  };
  add("menu/choose", () => alone(choose));

  const items = (storage) => ({ ...storage });

  // Choose the last value of every preference.
  add("menu/stored", () => {
    const choices = {};
    for (const radio of radios()) {
      choices[radio.name] = radio.value;
    }
    alone(() => {
      for (const [name, value] of Object.entries(choices)) {
        radios()
          .find((radio) => radio.name === name && radio.value === value)
          .click();
      }
    });
    const [localStorage, sessionStorage] = [items(globalThis.localStorage), items(globalThis.sessionStorage)];
    const filled = (one) => Object.keys(one).length > 0;
    const stored = Object.fromEntries(
      Object.entries({ localStorage, sessionStorage }).filter(([, one]) => filled(one)),
    );
    return { choices, stored };
  });

  add("menu/seen", ({ key }) => {
    const seen = JSON.parse(sessionStorage.getItem(key)) ?? { attributes: {}, checked: {} };
    sessionStorage.removeItem(key);
    return seen;
  });

  add("menu/reset", () => {
    details().open = true;
    const [first] = radios().filter((radio) => radio.value !== AUTO);
    first.click();
    const found = [];
    const button = form().querySelector("[type=reset]");
    if (!button) {
      return ["there is no button that takes all choices back"];
    }
    button.click();
    const left = [...new Set(radios().map((radio) => radio.name))].filter((name) => attribute(name) !== null);
    if (left.length) {
      found.push(`the reset leaves ${left.map((name) => `data-a11y-${name}`).join(", ")} on <html>`);
    }
    const key = form().dataset.a11yStore;
    if (localStorage.getItem(key) !== null || sessionStorage.getItem(key) !== null) {
      found.push("the reset leaves the choices in the store");
    }
    return found;
  });
})();
