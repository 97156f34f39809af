"""Checks: one file each in `auditing/checks/`; what a check may ask of a page is `Visit`.

There are three kinds, each registered by its decorator under the code of its fault (`checks/NAME.js`, with `_` for `-`,
is its in-page half):

* `@page_check`: the page's script does all the looking; Python turns its answer into findings. Runs inside the loop of
  modes, without a word between driver and browser for each mode. Prefer it.
* `@check`: a function that drives the page: keys, pictures, the browser's own tools.
* `@resolver`: gets what another check could not tell, and says what remains of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any, Final, Protocol

from a11y_content.auditing.finding import Finding
from a11y_content.design.mode import DEFAULT, Mode
from a11y_content.problem import Fault, UsageError
from a11y_content.registry import Registry


class Reads(StrEnum):
    """What of a page's state decides the verdict: a mode in which that is as in an earlier one is not run again."""

    PAGE = "page"
    """Nothing that a mode changes: run once, in the first mode that it applies to."""
    PRESENCE = "presence"
    """Structure, and what is rendered at all."""
    WHOLE = "whole"
    """Layout and paint of everything."""
    MODE = "mode"
    """More than the state of the page (scripts, keys, motion): run in every mode."""


class Need(StrEnum):
    """What a check needs of a browser; one that lacks it does not run the check, and the report says so."""

    DEVTOOLS = "devtools"
    """Commands of the DevTools protocol (Chromium)."""
    KEYS = "keys"
    """Real keys."""
    PIXELS = "pixels"
    """Pictures of a part of the page."""
    NEWS = "news"
    """What network and console said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the caller of an audit chose, as far as checks need it."""

    standard: str = "wcag22aa"
    reuse: bool = True
    """Whether results may be taken over from an earlier mode of the page that is proved to be in the same state."""
    pictures: bool = False
    """Whether elements with problems are photographed for the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that network or console said since the load of the page began."""

    kind: str
    """`request`, `failed-request`, `console-error`, `exception`, `csp` or `dialog`."""
    text: str
    url: str = ""
    line: int = 0


class Visit(Protocol):
    """One page, loaded and standing in one mode."""

    @property
    def mode(self) -> Mode:
        """The mode in which the page stands now."""

    @property
    def settings(self) -> Settings:
        """The choices for the whole audit."""

    @property
    def url(self) -> str:
        """The address of the page."""

    @property
    def own(self) -> bool:
        """Whether the page carries our accessibility menu."""

    @property
    def memory(self) -> dict[str, Any]:
        """What checks share about the page in its present mode, such as a walk; empty again in the next mode."""

    @property
    def news(self) -> Sequence[News]:
        """What network and console said so far."""

    def call(self, name: str, **options: object) -> Any:
        """Run a function of the injected scripts and give its result as JSON data."""

    def pixels(self, box: dict[str, float]) -> bytes:
        """Take a picture of a box of the page (CSS pixels from the page's corner) as PNG."""

    def press(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Press a real key, `times` in one go: `Tab`, `Escape`, `Enter`, `Space`, `ArrowDown` and so on."""

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command of the DevTools protocol and give its result."""

    def reload(self, before: str = "") -> None:
        """Load the page anew in its mode; the script `before` runs in the page's own world before everything else."""


CheckFunction = Callable[[Visit], Iterable[Finding]]
JudgeFunction = Callable[[Any, Visit], Iterable[Finding]]
"""Turns what the page's script answered in the visit's mode into findings."""
ResolveFunction = Callable[[Visit, Sequence[Finding]], Iterable[Finding]]
"""Gets the findings that another check could not decide in the visit's mode; gives what remains of them."""
Where = Callable[[Mode], bool]


def everywhere(_: Mode) -> bool:
    """Every mode."""
    return True


def by_default(mode: Mode) -> bool:
    """The default mode only."""
    return mode.id == DEFAULT


def narrow(mode: Mode) -> bool:
    """Modes whose viewport is at most 320 CSS pixels wide."""
    return mode.viewport[0] <= NARROWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A registered check."""

    name: str
    fault: Fault
    conformance: str
    """`A`, `AA` or `AAA` of its criterion; empty for what goes beyond WCAG."""
    measures: str
    """How it looks, in a sentence or two (docs/checks.md)."""
    cannot_see: str
    """What it cannot see."""
    where: Where
    reads: Reads
    needs: frozenset[Need]
    baseline: bool
    """Whether it compares with the default mode, and so must see that first."""
    own: bool
    """Whether it runs only on pages with our accessibility menu."""
    disturbs: bool
    """Whether the page is not as it was afterwards: runs last, and the page is loaded anew."""
    resolves: tuple[str, ...]
    """The codes whose undecided findings it resolves; empty for others."""
    echoes: tuple[str, ...]
    """Codes of other checks that tell the same: where one of them names the element, ours is silent."""
    carried: str
    """The in-page function that names what it judges, where that is the same on many pages (`carried.py`)."""
    learns: bool
    """Whether its in-page half gets what it learnt on earlier pages (`known`) and answers with more (`learnt`)."""
    options: Callable[[Settings], dict[str, object]] | None
    """What the in-page function gets beside what all get."""
    lacks: Callable[[], str] | None
    """Says what it misses on this machine, such as a library; empty if it can run."""
    script: str
    """The in-page half (`NAME.js` beside the module); empty where there is none."""
    run: CheckFunction | None
    judge: JudgeFunction | None
    resolve: ResolveFunction | None

    def applies(self, mode: Mode) -> bool:
        """Tell whether the check runs in a mode."""
        return self.where(mode)


NARROWEST: Final = 320
"""CSS pixels: the width of WCAG 1.4.10."""

CHECKS: Registry[Check] = Registry("check")


def _register(fault: Fault, *, measures: str, cannot_see: str, **facts: Any) -> None:
    stem = fault.code.replace("-", "_")
    script = files("a11y_content.auditing.checks").joinpath(f"{stem}.js")
    known: dict[str, Any] = {
        "name": fault.code,
        "fault": fault,
        "conformance": "",
        "measures": measures,
        "cannot_see": cannot_see,
        "where": everywhere,
        "reads": Reads.WHOLE,
        "needs": frozenset(),
        "baseline": False,
        "own": False,
        "disturbs": False,
        "resolves": (),
        "echoes": (),
        "carried": "",
        "learns": False,
        "options": None,
        "lacks": None,
        "script": script.read_text("utf-8") if script.is_file() else "",
        "run": None,
        "judge": None,
        "resolve": None,
    }
    CHECKS.add(fault.code, Check(**{**known, **facts}))


def page_check(fault: Fault, **facts: Any) -> Callable[[JudgeFunction], JudgeFunction]:
    """Register a check whose in-page function `NAME` does the looking; `facts` are fields of `Check`.

    The function in the page gets `{mode: {id, isDefault, choices, media, width, height, zoom, fontSize, print,
    menuOpen, forcedColors}, standard, reuse, own}`; what it gives as JSON data goes to the decorated function.
    """

    def register(function: JudgeFunction) -> JudgeFunction:
        _register(fault, **facts, judge=function)
        return function

    return register


def check(fault: Fault, **facts: Any) -> Callable[[CheckFunction], CheckFunction]:
    """Register a check that drives the page; `facts` are fields of `Check`."""

    def register(function: CheckFunction) -> CheckFunction:
        _register(fault, **facts, run=function)
        return function

    return register


def resolver(fault: Fault, *, of: tuple[str, ...], **facts: Any) -> Callable[[ResolveFunction], ResolveFunction]:
    """Register a function that decides what the codes `of` left to review; `facts` are fields of `Check`."""

    def register(function: ResolveFunction) -> ResolveFunction:
        _register(fault, **facts, resolves=of, resolve=function)
        return function

    return register


def chosen(names: Iterable[str] | None, standard: str = "wcag22aa") -> tuple[Check, ...]:
    """Give the checks with these names in their order of registration.

    `None` gives all, but for those of level AAA where the standard does not ask for it; what resolves a named check
    comes with it. Raises `UsageError` with a "did you mean" for an unknown name.
    """
    if names is None:
        return tuple(one for one in CHECKS.values() if one.conformance != "AAA" or standard.endswith("aaa"))
    wanted = tuple(names)
    for name in wanted:
        if name not in CHECKS:
            near = CHECKS.near(name)
            hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(CHECKS)}"
            raise UsageError(f"no check {name!r}{hint}")
    return tuple(one for name, one in CHECKS.items() if name in wanted or not {*one.resolves}.isdisjoint(wanted))
