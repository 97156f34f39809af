// Whether the browser stands in a mode's environment: asked of the page itself, before anything is judged.
(() => {
  const audit = globalThis.a11yContentAudit;

  // Values of every media feature, the neutral one first. A browser that does not know a feature matches none of them.
  const FEATURES = {
    "prefers-color-scheme": ["light", "dark"],
    "prefers-contrast": ["no-preference", "more", "less", "custom"],
    "prefers-reduced-motion": ["no-preference", "reduce"],
    "prefers-reduced-transparency": ["no-preference", "reduce"],
    "forced-colors": ["none", "active"],
  };
  // CSS pixels: the default font size of every browser.
  const MEDIUM = 16;

  const reported = (feature) => FEATURES[feature].find((value) => matchMedia(`(${feature}: ${value})`).matches);

  // The em of a media query is the browser's own default font size, whatever the page does: no probe in the page.
  const fontSizeIs = (size) =>
    matchMedia(`(min-width: ${(innerWidth - 0.5) / size}em) and (max-width: ${(innerWidth + 0.5) / size}em)`).matches;

  // Say in a sentence what is not as the mode says, else "".
  const environment = ({ media, width, height, zoom, fontSize, print }) => {
    for (const [feature, [neutral]] of Object.entries(FEATURES)) {
      // Forced colours are a wish for contrast too, by the specification: Firefox reports it, Chromium does not.
      if (feature === "prefers-contrast" && media["forced-colors"] === "active" && !media[feature]) {
        continue;
      }
      const now = reported(feature);
      const wanted = media[feature] ?? neutral;
      if (now !== wanted && !(now === undefined && wanted === neutral)) {
        return `the browser does not report ${feature}: ${wanted}`;
      }
    }
    if (matchMedia("print").matches !== print) {
      return `the page stands ${print ? "on a screen instead of" : "as"} on paper`;
    }
    if (innerWidth !== width || innerHeight !== height) {
      return `the viewport is ${innerWidth} by ${innerHeight} pixels instead of ${width} by ${height}`;
    }
    if (Math.abs(devicePixelRatio * 100 - zoom) >= 1) {
      return `the browser's zoom is ${Math.round(devicePixelRatio * 100)} per cent instead of ${zoom}`;
    }
    if (!fontSizeIs((MEDIUM * fontSize) / 100)) {
      return `the browser's own font size is not ${fontSize} per cent of ${MEDIUM} pixels`;
    }
    return "";
  };

  audit.environment = environment;
})();
