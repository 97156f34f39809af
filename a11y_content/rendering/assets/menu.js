/* The accessibility menu. It knows no table of preferences: names, values and words are those of the form that it finds.
   Without it the menu still works on the page; it adds memory, other tabs, a spoken status, and Escape. */
(() => {
  const root = document.documentElement;
  const preview = /[?&]a11y=/.test(location.search);

  /* One part that fails (a blocked store, a changed form) must not stop the others. */
  const part = (work) => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };

  const start = (form) => {
    const key = form.dataset.a11yStore;
    const radios = [...form.elements].filter((control) => control.type === "radio");
    const names = [...new Set(radios.map((radio) => radio.name))];
    const attribute = (name) => `data-a11y-${name}`;
    const offers = (name, value) => radios.some((radio) => radio.name === name && radio.value === value);

    /* Give the choices of a store's text; whatever this form does not offer is ignored. */
    const choices = (text) => {
      const set = part(() => {
        const store = text && text.length < 4000 ? JSON.parse(text) : {};
        return store.v === 1 ? store.set : {};
      });
      const known = {};
      for (const name of names) if (set && offers(name, set[name])) known[name] = set[name];
      return known;
    };
    const stored = () => part(() => localStorage.getItem(key));
    const keep = (set) =>
      part(() => {
        if (Object.keys(set).length) localStorage.setItem(key, JSON.stringify({ v: 1, set }));
        else localStorage.removeItem(key);
      });

    const apply = (name, value) => {
      if (value && value !== "auto") root.setAttribute(attribute(name), value);
      else root.removeAttribute(attribute(name));
    };
    const reflect = () => {
      for (const radio of radios) {
        const value = root.getAttribute(attribute(radio.name));
        radio.checked = radio.value === (offers(radio.name, value) ? value : "auto");
      }
    };
    const follow = (text) => {
      const set = choices(text);
      for (const name of names) apply(name, set[name]);
      reflect();
    };

    const status = form.querySelector("[data-a11y-message]");
    const announce = (label, value) => {
      if (!status) return;
      const words = { label, value };
      status.textContent = status.dataset.a11yMessage.replace(/\{(label|value)\}/g, (_, word) => words[word].trim());
    };
    const wordsOf = (radio) => radio.closest("label").textContent;

    part(() =>
      form.addEventListener("change", ({ target }) => {
        if (!names.includes(target.name)) return;
        apply(target.name, target.value);
        const set = choices(stored());
        if (target.value === "auto") delete set[target.name];
        else set[target.name] = target.value;
        keep(set);
        part(() => announce(target.closest("fieldset").querySelector("legend").textContent, wordsOf(target)));
        part(() => target.closest("label").scrollIntoView({ block: "nearest", behavior: "instant" }));
      }),
    );
    part(() =>
      form.addEventListener("reset", (event) => {
        event.preventDefault();
        for (const name of names) apply(name);
        keep({});
        reflect();
        part(() => announce(form.querySelector("[type=reset]").textContent, wordsOf(radios[0])));
      }),
    );
    part(() => {
      const menu = form.closest("details");
      menu.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !menu.open) return;
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    });
    /* Another tab changed the store. `key` is null when everything was cleared. */
    part(() =>
      addEventListener("storage", (event) => {
        if (!preview && (event.key === key || event.key === null)) follow(event.newValue);
      }),
    );
    /* Back from the history: the page may be older than the store, and the browser may have refilled the form. */
    part(() => addEventListener("pageshow", (event) => (event.persisted && !preview ? follow(stored()) : reflect())));
    part(reflect);
  };

  for (const form of document.querySelectorAll("form[data-a11y-store]")) part(() => start(form));
})();
