// What moves by itself: the union of several sources, as each misses what others show (WCAG 2.2.2, 2.3.3).
(() => {
  const { describe, seen, roots, motion, unstill, looks, add } = globalThis.a11yContentAudit;
  const { every } = looks;
  const LONG = 5000; // milliseconds that WCAG 2.2.2 allows
  const WATCHED = 100; // milliseconds in which a script that moves something does so several times
  const TIMES = 3;
  const FRAMES = 6; // in which it has shown itself
  const PLACING = { attributes: true, attributeFilter: ["style", "transform", "d", "cx", "cy", "x", "y"] };
  const ESSENTIAL = "progress, meter, [role=progressbar], [role=status], [role=alert], [role=timer], [aria-busy=true]";
  const STOP = /\b(pause|stop|halt|still|anhalten|stopp|pausieren|pausa|parar|detener|arrêter|إيقاف)/i;
  const MOVING_PROPERTY =
    /all|transform|translate|rotate|scale|left|top|right|bottom|width|height|margin|background-position|offset/;
  const long = []; // what the default mode animated for long, though not for ever: it has been ended since
  const seenMotions = new Map(); // by what was asked for: what does not change with the rest of a mode
  const frames = new Map(); // address of a picture to the number of its frames

  const isEssential = (element) => element.closest(ESSENTIAL) !== null;
  const names = (element, pseudo) => getComputedStyle(element, pseudo || null).animationName;

  const animated = (isDefault) => {
    const found = [];
    const lasting = motion().filter(({ element }) => element?.isConnected);
    if (isDefault) {
      // Modes may be gone through twice: what was ended the first time counts on.
      long.push(...lasting.filter(({ endTime }) => endTime > LONG && Number.isFinite(endTime)));
      found.push(...long.map(({ element }) => element));
    } else {
      found.push(
        ...long.filter(({ element, pseudo, name }) => names(element, pseudo).includes(name)).map((one) => one.element),
      );
    }
    for (const { element, pseudo, kind, endTime } of lasting) {
      const style = getComputedStyle(element, pseudo || null);
      if (endTime === Number.POSITIVE_INFINITY && (kind !== "CSSAnimation" || style.animationPlayState !== "paused")) {
        found.push(element);
      }
    }
    return found.map((element) => [element, "animation"]);
  };

  const seconds = (text) => Number.parseFloat(text) * (/ms$/.test(text) ? 1 : 1000);
  const drawn = () =>
    every("animate, animateTransform, animateMotion")
      .filter((one) => {
        const again =
          one.getAttribute("repeatCount") === "indefinite" || one.getAttribute("repeatDur") === "indefinite";
        return (again || seconds(one.getAttribute("dur") ?? "0") > LONG) && !one.ownerSVGElement?.animationsPaused();
      })
      .map((one) => [one.ownerSVGElement, "drawing"]);

  const framesOf = async (address) => {
    if (!frames.has(address)) {
      try {
        const blob = await (await fetch(address, { cache: "force-cache" })).blob();
        const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: blob.type });
        await decoder.tracks.ready;
        const { frameCount, repetitionCount } = decoder.tracks.selectedTrack;
        decoder.close();
        frames.set(address, repetitionCount > 0 && frameCount * repetitionCount < 10 ? 1 : frameCount);
      } catch {
        frames.set(address, 1); // another site's picture, or no picture at all
      }
    }
    return frames.get(address);
  };

  const pictures = async () => {
    const found = [];
    for (const image of every("img")) {
      const address = image.currentSrc || image.src;
      if (/\.(gif|webp|apng|avif)([?#]|$)|^data:image\/(gif|webp|apng|avif)/i.test(address) && seen(image)) {
        if ((await framesOf(address)) > 1) {
          found.push([image, "image"]);
        }
      }
    }
    return found;
  };

  const films = () =>
    every("video")
      .filter(
        (film) => (film.autoplay || !film.paused) && (film.loop || !(film.duration <= LONG / 1000)) && !film.controls,
      )
      .map((film) => [film, "film"]);

  const sample = (canvas) => {
    try {
      const small = new OffscreenCanvas(32, 32).getContext("2d", { willReadFrequently: true });
      small.drawImage(canvas, 0, 0, 32, 32);
      return small.getImageData(0, 0, 32, 32).data.join();
    } catch {
      return "";
    }
  };

  // From the first moment of a page on: whether a script changes any thing's place again and again. What does not move
  // before less motion is asked for does not begin to move then.
  const changes = new Map();
  const early = new MutationObserver((records) => {
    for (const { target } of records) {
      changes.set(target, (changes.get(target) ?? 0) + 1);
    }
  });
  early.observe(document, { ...PLACING, subtree: true });
  let drawnFrames = 0;
  const count = () => {
    drawnFrames += 1;
    if (drawnFrames <= FRAMES) {
      requestAnimationFrame(count);
    }
  };
  requestAnimationFrame(count);
  const begun = performance.now();
  const isStillSoFar = () =>
    drawnFrames > FRAMES &&
    performance.now() - begun >= WATCHED &&
    roots().length === 1 &&
    !document.querySelector("canvas") &&
    ![...changes.values()].some((times) => times >= TIMES);

  // What a script changes again and again: attributes that place things, and canvases.
  const scripted = async () => {
    const counts = new Map();
    const watcher = new MutationObserver((records) => {
      for (const { target } of records) {
        counts.set(target, (counts.get(target) ?? 0) + 1);
      }
    });
    for (const root of roots()) {
      watcher.observe(root, { ...PLACING, subtree: true });
    }
    const canvases = every("canvas")
      .filter(seen)
      .map((canvas) => [canvas, sample(canvas)]);
    await new Promise((resolve) => setTimeout(resolve, WATCHED));
    watcher.disconnect();
    return [
      ...[...counts].filter(([, times]) => times >= TIMES).map(([element]) => element),
      ...canvases.filter(([canvas, before]) => sample(canvas) !== before).map(([canvas]) => canvas),
    ].map((element) => [element, "script"]);
  };

  const last = (list) => Math.max(...list.split(",").map(seconds));
  const drawnChanges = (own) =>
    unstill(() => {
      const found = [];
      if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") {
        found.push([document.body, "scroll"]);
      }
      for (const element of own ? every("body, body *") : []) {
        const style = getComputedStyle(element);
        if (last(style.transitionDuration) > 10 && MOVING_PROPERTY.test(style.transitionProperty) && seen(element)) {
          found.push([element, "transition"]);
        }
      }
      return found;
    });

  const once = async (key, { own, mode: { isDefault } }) => {
    if (!seenMotions.has(key)) {
      const marquees = every("marquee").map((one) => [one, "marquee"]);
      const found = [
        ...drawn(),
        ...films(),
        ...marquees,
        ...(await pictures()),
        ...(!isDefault && isStillSoFar() ? [] : await scripted()),
      ];
      seenMotions.set(key, [...found, ...(isDefault ? [] : drawnChanges(own))]);
    }
    return seenMotions.get(key);
  };

  const canBeStopped = () =>
    every("button, [role=button], input, summary, a[href]").some((one) =>
      STOP.test(`${one.innerText ?? ""} ${one.ariaLabel ?? ""} ${one.value ?? ""} ${one.title ?? ""}`),
    );

  add("reduced-motion", async (options) => {
    const { isDefault, media, choices } = options.mode;
    const key = isDefault ? "" : `${media["prefers-reduced-motion"]}|${choices.motion}`;
    const moving = animated(isDefault);
    // Our menu has a choice that stops everything.
    if (isDefault && options.own) {
      return [];
    }
    const all = [...moving, ...(await once(key, options))];
    const found = new Map();
    for (const [element, kind] of all) {
      const shown = kind === "scroll" || (seen(element) && !isEssential(element));
      if (shown && !found.has(element)) {
        found.set(element, kind);
      }
    }
    if (isDefault && found.size && canBeStopped()) {
      return [];
    }
    return [...found].map(([element, kind]) => ({ ...describe(element), kind }));
  });
})();
