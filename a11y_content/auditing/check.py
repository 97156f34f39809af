"""Checks: one file each in `auditing/checks/`, registered by `@check`; what a check may ask of a page is `Visit`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any, Protocol

from a11y_content.design.mode import Mode
from a11y_content.problem import Fault, Level, UsageError
from a11y_content.registry import Registry


class Scope(StrEnum):
    """In which modes a check runs."""

    MODE = "mode"
    """In every mode."""
    NARROW = "narrow"
    """Only in modes whose viewport is at most 320 CSS pixels wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check saw at one element of one page in one mode; the report groups findings into problems."""

    code: str
    message: str
    selector: str = ""
    """A CSS selector that finds this element alone."""
    html: str = ""
    """The element's start tag and the beginning of its text."""
    path: str | None = None
    """Indexes of child elements from `<main id="main">`, joined by `/`; `None` outside of it."""
    hint: str = ""
    level: Level = Level.ERROR
    criterion: str = ""
    help_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the caller of an audit chose, as far as checks need it."""

    standard: str = "wcag22aa"
    reuse: bool = True
    """Whether results may be taken over from an earlier mode of the page that is proved to be in the same state."""


class Visit(Protocol):
    """One page, loaded and standing in one mode."""

    @property
    def mode(self) -> Mode:
        """The mode in which the page stands now."""

    @property
    def settings(self) -> Settings:
        """The choices for the whole audit."""

    def call(self, name: str, **options: object) -> Any:
        """Run a function of the injected scripts and give its result as JSON data."""

    def pixels(self, box: dict[str, float]) -> str:
        """Take a picture of a box of the page (CSS pixels from the page's corner); equal pixels give equal strings."""

    def press(self, key: str) -> None:
        """Press a real key, such as `Tab`."""


CheckFunction = Callable[[Visit], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A registered check."""

    name: str
    fault: Fault
    scope: Scope
    run: CheckFunction
    baseline: bool
    """Whether it compares with the default mode, and so must see that first."""
    script: str
    """The in-page half (`NAME.js` beside the module)."""

    def applies(self, mode: Mode) -> bool:
        """Tell whether the check runs in a mode."""
        return self.scope is Scope.MODE or mode.viewport[0] <= NARROWEST


NARROWEST = 320
"""CSS pixels: the width of WCAG 1.4.10."""

CHECKS: Registry[Check] = Registry("check")


def check(
    fault: Fault, *, scope: Scope = Scope.MODE, baseline: bool = False
) -> Callable[[CheckFunction], CheckFunction]:
    """Register a check under the code of its fault; `checks/NAME.js` (with `_` for `-`) is its in-page half."""

    def register(function: CheckFunction) -> CheckFunction:
        stem = fault.code.replace("-", "_")
        script = files("a11y_content.auditing.checks").joinpath(f"{stem}.js").read_text("utf-8")
        made = Check(name=fault.code, fault=fault, scope=scope, run=function, baseline=baseline, script=script)
        CHECKS.add(fault.code, made)
        return function

    return register


def chosen(names: Iterable[str] | None) -> tuple[Check, ...]:
    """Give the checks with these names in their order of registration, all of them for `None`.

    Raises `UsageError` with a "did you mean" for an unknown name.
    """
    if names is None:
        return tuple(CHECKS.values())
    wanted = tuple(names)
    for name in wanted:
        if name not in CHECKS:
            near = CHECKS.near(name)
            hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(CHECKS)}"
            raise UsageError(f"no check {name!r}{hint}")
    return tuple(one for name, one in CHECKS.items() if name in wanted)


def found(fault: Fault, seen: dict[str, Any], message: str, *, level: Level | None = None) -> Finding:
    """Make a finding of a fault out of the element data that the page's scripts give (`selector`, `html`, `path`)."""
    return Finding(
        code=fault.code,
        message=message,
        selector=seen["selector"],
        html=seen["html"],
        path=seen["path"],
        hint=fault.mend,
        level=level or fault.level,
        criterion=fault.criterion,
        help_url=fault.help_url,
    )
