// The loop of modes: puts the page into one mode after another and runs the in-page checks, without a word between
// driver and browser for each mode. Time is given in slices, so that nobody takes a long loop for a page that hangs.
(() => {
  const audit = globalThis.a11yContentAudit;

  // A number for every distinct text: equal numbers, equal texts.
  const numbers = new Map();
  const number = (text) => {
    if (!numbers.has(text)) {
      numbers.set(text, numbers.size);
    }
    return numbers.get(text);
  };

  const environmentOf = ({ media, width, height, zoom, fontSize, print, menuOpen }) =>
    JSON.stringify([media, width, height, zoom, fontSize, print, menuOpen]);

  // What decides the verdict of a check (`check.Reads`), as a number that is worked out once for a state of the page.
  const known = new WeakMap();
  const stateOf = (reads, mode) => {
    if (reads === "page") {
      return "";
    }
    const snapshot = audit.snapshot();
    const states = known.get(snapshot) ?? new Map();
    known.set(snapshot, states);
    const key = `${reads}\n${environmentOf(mode)}`;
    if (!states.has(key)) {
      states.set(key, number(`${key}\n${snapshot[reads]}`));
    }
    return states.get(key);
  };

  const answerOf = (check, mode, reuse) => {
    const make = () => audit.calls[check.name]({ ...check.options, mode });
    return check.reads === "mode" ? make() : audit.once(`check ${check.name}`, stateOf(check.reads, mode), reuse, make);
  };

  // Checks that change nothing in the page, not for a moment: what changes meanwhile, its own scripts have done.
  const QUIET = new Set(["axe"]);

  // One mode: what every check says, or the error that ended it.
  const look = async ({ enter, checks: places }, checks, { reuse, states }, keep) => {
    let at = "enter";
    try {
      const problem = await audit.calls.enter({ ...enter, careful: !reuse });
      if (problem) {
        return { error: problem };
      }
      const answers = {};
      for (const place of places) {
        at = checks[place].name;
        audit.listen();
        answers[at] = keep(await answerOf(checks[place], enter.mode, reuse));
        if (!QUIET.has(at)) {
          audit.overhear();
        }
      }
      at = "snapshot";
      const state = states.map((reads) => stateOf(reads, enter.mode));
      return { answers, states: Object.fromEntries(states.map((reads, index) => [reads, state[index]])) };
    } catch (error) {
      return { error: `${at} failed in the page: ${error}` };
    }
  };

  // Look at modes for about `seconds`. Gives the distinct answers as JSON text, and
  // for each mode the numbers of its answers.
  audit.add("modes", async ({ modes, checks, seconds, ...options }) => {
    const begun = performance.now();
    const places = new Map();
    const keep = (answer) => {
      const text = JSON.stringify(answer ?? null);
      if (!places.has(text)) {
        places.set(text, places.size);
      }
      return places.get(text);
    };
    const looks = [];
    const answered = audit.listen();
    for (const mode of modes) {
      looks.push(await look(mode, checks, options, keep));
      if (performance.now() - begun > seconds * 1000) {
        break;
      }
    }
    // The page's own scripts answer to modes after all, and had no time for it in those that went by quickly.
    const again = options.reuse && audit.listen() && !answered;
    return { looks, answers: [...places.keys()], again };
  });
})();
