"""Whether the menu itself can be used: axe, the keyboard, no scripts, a strict policy, its contrast."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import WebDriverException

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser import PageError
from benchmarks.menu.serving import STRICT
from benchmarks.menu.table import Values
from benchmarks.menu.visit import Visit

_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_EXTRA = ("target-size", "label-content-name-mismatch")
"""Rules that axe leaves off by default."""
_MOST = 150
"""Tab stops that are walked at most."""
_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, arguments[0]).then(({violations, incomplete}) => done(JSON.stringify({violations, incomplete})), (error) => done(JSON.stringify({error: `${error}`})));
"""


def axe(visit: Visit, script: AxeScript) -> Values:
    """Run axe with the menu closed and open: elements that break a WCAG rule, a best practice, or that axe leaves open."""
    options = {
        "runOnly": {"type": "tag", "values": [*_WCAG, "best-practice"]},
        "rules": {name: {"enabled": True} for name in _EXTRA},
        "resultTypes": ["violations", "incomplete"],
    }
    found: Values = {}
    visit.forget()
    visit.load()
    for state in ("closed", "open"):
        if state == "open":
            visit.open()
        findings = _run(visit, script, options)
        for kind, where in findings.items():
            found[f"axe_{kind}_{state}"] = sum(where.values())
            found[f"axe_{kind}_{state}_rules"] = ", ".join(f"{rule} {n}" for rule, n in sorted(where.items()))
    return found


def _run(visit: Visit, script: AxeScript, options: dict[str, Any]) -> dict[str, dict[str, int]]:
    visit.browser.inject_axe(script)
    answer = json.loads(visit.browser.driver.execute_async_script(_AXE, options))
    if "error" in answer:
        raise RuntimeError(f"axe: {answer['error']}")
    return sorted_findings(answer)


def sorted_findings(answer: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, int]]:
    """Sort axe's findings into `wcag`, `practice` and `incomplete`: rule to number of elements."""
    found: dict[str, dict[str, int]] = {"wcag": {}, "practice": {}, "incomplete": {}}
    for one in answer["violations"]:
        kind = "practice" if "best-practice" in one["tags"] else "wcag"
        found[kind][one["id"]] = len(one["nodes"])
    for one in answer["incomplete"]:
        found["incomplete"][one["id"]] = len(one["nodes"])
    return found


def contrast(visit: Visit, script: AxeScript) -> Values:
    """Choose the strongest contrast: colours or a filter, and what axe says of all text, the open menu's too."""
    visit.forget()
    visit.load()
    visit.open()
    for selector in visit.tool.contrast:
        visit.press(selector)
    visit.ask("quiet")
    options = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}}
    found = _run(visit, script, options)
    low = found["wcag"] | found["practice"]
    return {
        "filter": visit.ask("filtered"),
        "contrast_low": max(low.values(), default=0),
        "contrast_unsure": max(found["incomplete"].values(), default=0),
    }


def keyboard(visit: Visit) -> Values:
    """Walk with the keyboard alone: to the opener, into the menu, out of it by Tab, and back by Escape."""
    visit.forget()
    visit.load()
    walk = _walk(visit, lambda _: False)
    stops = [at["opener"] for at in walk if at["brought"]]
    found: Values = {"closed_stops": len([one for one in stops if not one]), "opener_reached": any(stops)}
    found["state_told"] = False
    if not found["opener_reached"]:
        return {
            **found,
            "enter_opens": False,
            "focus_follows": False,
            "tab_leaves": False,
            "escape_closes": False,
            "focus_returns": False,
        }
    _to_opener(visit)
    told = [visit.ask("state", visit.tool.opener)]
    visit.key("Enter")
    visit.ask("quiet")
    found["enter_opens"] = bool(visit.ask("shown", visit.tool.panel))
    told.append(visit.ask("state", visit.tool.opener))
    found["state_told"] = told == ["false", "true"]
    at = visit.focus()
    if not at["inside"]:
        visit.key("Tab")
        at = visit.focus()
    found["focus_follows"] = bool(found["enter_opens"] and at["inside"])
    out = _walk(visit, lambda at: not at["brought"])
    found["tab_leaves"] = bool(out) and not out[-1]["brought"]
    return {**found, **_escape(visit)}


def _escape(visit: Visit) -> Values:
    """Open the menu anew, go in where that is possible, and press Escape."""
    visit.load()
    _to_opener(visit)
    visit.key("Enter")
    visit.ask("quiet")
    if not visit.focus()["inside"]:
        visit.key("Tab")
    opened = visit.ask("shown", visit.tool.panel)
    visit.key("Escape")
    visit.ask("quiet")
    closed = bool(opened) and not visit.ask("shown", visit.tool.panel)
    return {"escape_closes": closed, "focus_returns": closed and visit.focus()["opener"]}


def _walk(visit: Visit, enough: Callable[[dict[str, bool]], bool]) -> list[dict[str, bool]]:
    """Press Tab until `enough`, or until the page is left; give where the focus was."""
    found = []
    for _ in range(_MOST):
        visit.key("Tab")
        at = visit.focus()
        found.append(at)
        if at["body"] or at["again"] or enough(at):
            break
    return found


def _to_opener(visit: Visit) -> None:
    visit.load()
    _walk(visit, lambda at: at["opener"])


def strict(visit: Visit) -> Values:
    """Load under a strict policy: what the browser blocks, and whether text can be chosen all the same."""
    visit.forget()
    with visit.recording():
        visit.load(STRICT)
        plain = visit.ask("sizes")["p"]
        works = _tried(visit.choose_text)
        blocked = visit.recorded()["blocked"]
    return {"csp_blocked": blocked, "csp_works": works and visit.ask("sizes")["p"] > plain}


def scriptless(visit: Visit) -> Values:
    """Switch scripts off: the menu works where its control is there and choosing text changes the page."""
    visit.forget()
    visit.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        visit.load(quiet=False)
        driver, plain = visit.browser.driver, visit.size()

        def choose() -> None:
            for selector in (visit.tool.opener, *visit.tool.text):
                driver.find_element("css selector", selector).click()

        return {"no_js": _tried(choose) and visit.size() > plain}
    finally:
        visit.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def _tried(work: Callable[[], None]) -> bool:
    """Say whether the work could be done: what cannot be found or pressed is an answer."""
    try:
        work()
    except (WebDriverException, PageError):
        return False
    return True
