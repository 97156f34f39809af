/* The accessibility menu. It knows no table of preferences: names, values and words are those of the form that it finds.
   Without it the menu still works on the page; it adds memory, presets, own colours, other tabs, a spoken status, and
   Escape. The store's text is `1;NAME:VALUE,NAME:VALUE`, 500 characters at most; boot.js reads the same. */
(() => {
  const root = document.documentElement;
  const preview = /[?&]a11y=/.test(location.search);
  const LEAST = 4.5;

  /* One part that fails (a blocked store, a changed form) must not stop the others. */
  const part = (work) => {
    try {
      return work();
    } catch {
      /* The page does without it. */
    }
  };
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  /* Relative luminance and contrast ratio of `#rrggbb` (WCAG 2.2). */
  const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const light = (colour) => {
    const [red, green, blue] = channels(colour).map((channel) => {
      const value = channel / 255;
      return value > 0.04045 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const ratio = (ink, paper) => Math.max(light(ink) / light(paper), light(paper) / light(ink));

  /* The text colour that passes after the shortest way towards black or white. One of the two always passes: they are
     21:1 apart, and the worse of two ways to halve that is the root of 21, more than 4.5. */
  const nearest = (ink, paper) => {
    const start = channels(ink);
    const found = [];
    for (const end of [0, 255])
      for (let step = 1; step <= 255; step += 1) {
        const now = start.map((channel) => Math.round(channel + ((end - channel) * step) / 255));
        const colour = `#${now.map((channel) => (channel + 256).toString(16).slice(1)).join("")}`;
        if (ratio(colour, paper) >= LEAST) {
          found.push([Math.hypot(...now.map((channel, at) => channel - start[at])), colour]);
          break;
        }
      }
    return found.sort(([one], [other]) => one - other)[0][1];
  };

  const start = (form) => {
    const key = form.dataset.a11yStore;
    const radios = [...form.elements].filter((control) => control.type === "radio");
    const names = [...new Set(radios.map((radio) => radio.name))];
    const find = (name, value) => radios.find((radio) => radio.name === name && radio.value === value);
    const attribute = (name) => `data-a11y-${name}`;
    const all = (selector) => [...form.querySelectorAll(selector)];
    const [status] = all("[role=status]");
    const [box] = all("[name=forget]");
    const [pairing] = all(".a11y-pair");
    const inputs = all("[name=ink], [name=paper]");
    const codes = all(".a11y-pair__code");
    const [gauge] = all(".a11y-pair__ratio");
    const [mend] = all(".a11y-pair__mend");
    const presets = all("[data-a11y-sets]").map((button) => {
      const sets = button.dataset.a11ySets.split(",").map((one) => one.split(":"));
      return { button, sets: sets.filter((one) => find(...one)) };
    });

    const held = (store) => part(() => window[store].getItem(key));
    const stored = () => held("sessionStorage") || held("localStorage");
    const put = (store, text) => part(() => (text ? window[store].setItem(key, text) : window[store].removeItem(key)));

    /* Give the choices of a store's text. What this form offers must be one of its values; what it does not offer is
       another page's and stays as it is. */
    const read = (text) =>
      new Map(
        (/^1;.{0,498}$/.test(text) ? text.slice(2).split(",") : [])
          .filter((one) => /^[a-z\d-]+:[a-z\d-]+$/.test(one))
          .map((one) => one.split(":"))
          .filter(([name, value]) => !names.includes(name) || find(name, value)),
      );
    const write = (set) => {
      const own = [...names, "ink", "paper"].filter((name) => set.has(name));
      const others = [...set.keys()].filter((name) => !own.includes(name));
      const print = (some) => `1;${some.map((name) => `${name}:${set.get(name)}`)}`;
      const whole = print([...own, ...others]);
      const text = whole.length > 500 ? print(own) : whole;
      put("sessionStorage", box?.checked && text);
      put("localStorage", !box?.checked && set.size && text);
    };
    const keep = (changes) => {
      const set = read(stored());
      for (const [name, value] of changes) value === "auto" ? set.delete(name) : set.set(name, value);
      write(set);
    };

    const announce = (label, value) => {
      if (status) status.textContent = fill(status.dataset.a11yMessage, { label, value });
    };
    const switched = (label, on) => announce(label, on ? status.dataset.a11yOn : status.dataset.a11yOff);
    const wordsOf = (control) => control.closest("label").textContent;
    const told = (radio) => announce(radio.closest("fieldset").querySelector("legend").textContent, wordsOf(radio));

    /* Show what follows from the radios: pressed presets, resets of what is not auto, own colours. */
    const inForce = ({ sets }) => sets.every((one) => find(...one).checked);
    const refresh = () => {
      for (const preset of presets) preset.button.setAttribute("aria-pressed", inForce(preset));
      for (const button of all(".a11y-choice__reset"))
        button.hidden = button.closest("fieldset").querySelector("[value=auto]").checked;
      if (!pairing) return;
      pairing.hidden = !document.getElementById(pairing.dataset.a11yWith).checked;
      /* Not sooner: to write numbers takes time that a page's start has not. */
      if (!pairing.hidden) weigh();
    };
    /* Put the radios' choices on <html>, always in the form's order, so that the same choices are the same bytes. */
    const apply = () => {
      for (const name of names) root.removeAttribute(attribute(name));
      for (const radio of radios)
        if (radio.checked && radio.value !== "auto") root.setAttribute(attribute(radio.name), radio.value);
      part(refresh);
    };
    const choose = (changes, target) => {
      for (const change of changes) find(...change).checked = true;
      keep(changes);
      apply();
      target.scrollIntoView({ block: "nearest", behavior: "instant" });
    };

    /* The reader's own two colours. The page wears them where they are chosen, by a style sheet of the script's own. */
    const usual = inputs.map((input) => input.defaultValue);
    let pair = usual;
    let sheet;
    const wear = (colours, offer) => {
      pair = colours;
      if (!sheet) {
        sheet = new CSSStyleSheet();
        document.adoptedStyleSheets.push(sheet);
      }
      const [ink, paper] = pair;
      const scheme = light(paper) < light(ink) ? "dark" : "light";
      sheet.replaceSync(
        `:root{--a11y-own-ink:${ink};--a11y-own-paper:${paper};--a11y-own-scheme:${scheme}}.a11y-pair__mend::before{background:${offer}}`,
      );
    };
    /* Say what the two colours measure; where they are too near each other, offer the nearest that is not. Cut, not
       rounded: 4.49 must not read as 4.5. */
    const weigh = () => {
      const colours = inputs.map((input) => input.value);
      codes.forEach((input, at) => {
        input.value = colours[at];
      });
      const found = ratio(...colours);
      const passes = found >= LEAST;
      const cut = Math.floor(found * 10) / 10;
      const digits = { minimumFractionDigits: 1, numberingSystem: "latn" };
      const spoken = part(() => cut.toLocaleString(form.closest("[lang]").lang, digits)) || cut;
      gauge.textContent = fill(passes ? gauge.dataset.a11yMessage : gauge.dataset.a11yLow, { ratio: spoken });
      mend.hidden = passes;
      if (passes) return colours;
      mend.value = nearest(...colours);
      mend.textContent = fill(mend.dataset.a11yMessage, { colour: mend.value });
      part(() => wear(pair, mend.value));
    };
    const take = (input) => {
      const colours = weigh();
      if (colours) {
        part(() => wear(colours));
        keep(inputs.map(({ name }, at) => [name, `${colours}` === `${usual}` ? "auto" : colours[at].slice(1)]));
      }
      announce(wordsOf(input), gauge.textContent);
    };
    const wearOrUsual = (colourOf) => {
      const colours = inputs.map(colourOf);
      const passes = colours[1] && colours.every((one) => /^#[\da-f]{6}$/.test(one)) && ratio(...colours) >= LEAST;
      if (sheet || `${colours}` !== `${usual}`) part(() => wear(passes ? colours : usual));
      inputs.forEach((input, at) => {
        input.value = pair[at];
      });
    };

    /* The form shows what the page has: at the start what boot.js or the server put on it, later what is stored. */
    const show = (choiceOf) => {
      for (const radio of radios) {
        const value = choiceOf(radio.name);
        radio.checked = radio.value === (value && find(radio.name, value) ? value : "auto");
      }
      if (box) box.checked = held("sessionStorage") !== null;
      part(refresh);
    };
    const begin = () => {
      const style = getComputedStyle(root);
      /* Only where there may be own colours: to ask for a style makes the browser find all of them now. */
      if (preview || /(ink|paper):/.test(stored()))
        wearOrUsual(({ name }) => style.getPropertyValue(`--a11y-own-${name}`).trim());
      show((name) => root.getAttribute(attribute(name)));
    };
    const follow = () => {
      const set = read(stored());
      wearOrUsual(({ name }) => (set.has(name) ? `#${set.get(name)}` : ""));
      show((name) => set.get(name));
      apply();
    };

    form.addEventListener("change", ({ target }) => {
      if (target.type === "radio") {
        choose([[target.name, target.value]], target.closest("label"));
        told(target);
      } else if (target === box) {
        write(read(stored()));
        switched(box.nextElementSibling.textContent, box.checked);
      } else {
        const input = inputs[codes.indexOf(target)] || target;
        if (target.validity.valid) input.value = target.value;
        if (inputs.includes(input)) take(input);
      }
    });
    form.addEventListener("input", ({ target }) => inputs.includes(target) && weigh());
    form.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      const preset = presets.find((one) => one.button === button);
      if (preset) {
        const on = !inForce(preset);
        choose(
          preset.sets.map(([name, value]) => [name, on ? value : "auto"]),
          button,
        );
        switched(button.textContent, on);
      } else if (button === mend) {
        inputs[0].value = mend.value;
        inputs[0].focus();
        take(inputs[0]);
      } else if (button?.matches(".a11y-choice__reset")) {
        const row = button.closest("fieldset");
        const auto = row.querySelector("[value=auto]");
        /* Before the button goes, so that the focus is never lost. */
        auto.focus();
        choose([[auto.name, auto.value]], row);
        told(auto);
      }
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const name of read(stored()).keys()) root.removeAttribute(attribute(name));
      put("sessionStorage");
      put("localStorage");
      follow();
      announce(form.querySelector("[type=reset]").textContent, wordsOf(radios[0]));
    });
    part(() => {
      const menu = form.closest("details");
      menu.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !menu.open) return;
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    });
    /* Another tab changed the store. `key` is null when everything was cleared. */
    addEventListener("storage", (event) => !preview && [key, null].includes(event.key) && follow());
    /* Back from the history: the page may be older than the store, and the browser may have refilled the form. */
    addEventListener("pageshow", (event) => (event.persisted && !preview ? follow() : begin()));
    begin();
    for (const element of all(".a11y-presets, .a11y-forget")) element.hidden = false;
  };

  for (const form of document.querySelectorAll("form[data-a11y-store]")) part(() => start(form));
})();
