"""What takes time, in seconds, on a processor slowed four times: one round of one menu."""

from __future__ import annotations

import time
from collections.abc import Mapping

from a11y_content.auditing.browser import PageError
from benchmarks.menu.visit import Visit

SLOWER = 4
LATENCY, BITS = 150, 1_600_000
"""What Lighthouse takes for a phone on a slow network."""
_POLLS, _STILL, _PAUSE = 16, 3, 0.25
"""The counters are read until they stand still for three times, a quarter of a second apart, 16 times at most."""
Sample = dict[str, float]


def sample(visit: Visit, *, long: bool = True) -> Sample:
    """Take one sample of everything; `visit` has a choice stored, and has it again afterwards."""
    with visit.slowed(SLOWER):
        found = {**_paint(visit), **_script(visit)}
        if long and visit.tool.text:
            found["change"] = _change(visit)
    return found


def _paint(visit: Visit) -> Sample:
    """Reload with the choice stored: first paint, when the choice was there, and how much the page jumped."""
    visit.browser.get("about:blank")  # a new process: nothing is warm
    with visit.recording(), visit.far(LATENCY, BITS):
        visit.load()
        if visit.chosen:
            visit.ask("sized", visit.chosen)
        seen = visit.recorded()
    if seen["first"] is None:
        raise PageError("the browser told of no first paint")
    found = {"paint": seen["first"] / 1000, "shift": seen["shift"]}
    if visit.chosen:
        found["applied"] = applied(seen["sizes"], seen["drawn"], visit.chosen)
    return found


def applied(sizes: list[list[float]], first: float, chosen: float) -> float:
    """Seconds from the first paint to the frame that had the chosen size for good; 0 where that is the first paint itself.

    `sizes` are the changes of the probe's size: time in ms at which a frame began, px, and when it was drawn. `first` is when the first frame
    with content was drawn, in ms. The paragraph may come after that frame: what counts is that it never had another size.
    A size that never came is infinite.
    """
    if not sizes or abs(sizes[-1][1] - chosen) > 0.05:
        return float("inf")
    return 0.0 if len(sizes) == 1 else max(0.0, sizes[-1][0] - first) / 1000


def _script(visit: Visit) -> Sample:
    """Reload with the choice stored, and with no script of ours in the page: what the browser's own counters say."""
    visit.browser.get("about:blank")
    visit.browser.cdp("Performance.enable", timeDomain="threadTicks")  # work of this thread, not waiting for others
    visit.load(quiet=False)
    seen: list[Sample] = []
    for _ in range(_POLLS):  # a menu whose timers never rest is read at the end
        seen.append(counters(visit.browser.cdp("Performance.getMetrics")["metrics"]))
        if seen[-_STILL:] == [seen[-1]] * _STILL and (not visit.chosen or visit.size() == visit.chosen):
            break
        time.sleep(_PAUSE)
    visit.browser.cdp("Performance.disable")
    return seen[-1]


def counters(metrics: list[Mapping[str, float | str]]) -> Sample:
    """Pick script (compiling included), and style with layout, out of the browser's counters."""
    value = {str(one["name"]): float(one["value"]) for one in metrics}
    return {
        "script": value["ScriptDuration"] + value["V8CompileDuration"],
        "layout": value["LayoutDuration"] + value["RecalcStyleDuration"],
    }


def _change(visit: Visit) -> float:
    """Choose text on the long page: seconds from the last press to the frame that shows it."""
    visit.forget()
    with visit.recording():
        visit.load("long.html")
        visit.choose_text()
        seen = visit.recorded()
    if seen["pressed"] is None or not seen["sizes"]:
        raise PageError("the press was not seen")
    return max(0.0, float(seen["sizes"][-1][2]) - float(seen["pressed"])) / 1000
