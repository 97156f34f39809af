// What plays by itself (WCAG 1.4.2).
(() => {
  const { describe, looks, add } = globalThis.a11yContentAudit;
  const LONGEST = 3; // seconds
  const within = (ms, promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);

  // The length of what plays, by its media fragment `#t=2,5`; infinite where it repeats, NaN where not known.
  const length = async (media) => {
    if (media.readyState === 0 && media.networkState === media.NETWORK_LOADING) {
      await within(500, new Promise((resolve) => media.addEventListener("loadedmetadata", resolve, { once: true })));
    }
    const [, from, to] = /#.*\bt=(?:npt:)?([\d.]*)(?:,([\d.]+))?/.exec(media.currentSrc || media.src) ?? [];
    const end = to === undefined ? media.duration : Math.min(Number.parseFloat(to), media.duration || Infinity);
    return media.loop ? Number.POSITIVE_INFINITY : end - (Number.parseFloat(from) || 0);
  };

  const verdict = async (media, own) => {
    if (!media.autoplay && media.paused) {
      return "";
    }
    if (own) {
      return "policy";
    }
    if (media.muted || media.defaultMuted || media.volume === 0 || (await length(media)) <= LONGEST) {
      return "";
    }
    const sure = media.localName === "audio" && !media.controls && (media.duration > 0 || media.loop) && !media.error;
    return sure ? "sound" : "perhaps";
  };

  add("autoplay", async ({ own }) => {
    const found = [];
    for (const media of looks.every("audio, video")) {
      const kind = await verdict(media, own);
      if (kind) {
        found.push({ ...describe(media), kind });
      }
    }
    for (const frame of looks.every("iframe[src]")) {
      const address = new URL(frame.src, frame.baseURI);
      const plays = address.searchParams.get("autoplay");
      if ((plays === "1" || plays === "true") && !/[?&]muted?=(1|true)/.test(address.search)) {
        found.push({ ...describe(frame), kind: "frame" });
      }
    }
    return found;
  });
})();
