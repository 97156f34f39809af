"""A visit: one page, loaded and put into one mode after another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Final

from a11y_content.auditing.actions.performing import Performer
from a11y_content.auditing.actions.steps import Step
from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser import Browser, PageError
from a11y_content.auditing.check import Check, News, Reads, Settings
from a11y_content.auditing.page_modes import Form
from a11y_content.design.mode import DEFAULT, Mode

_HERE: Final = files("a11y_content.auditing")
_PARTS: Final = ("core", "tree", "modes", "declared", "state", "loop")
"""Scripts of `page/` in the order in which they build on each other."""


def _shared_scripts() -> str:
    """Give the scripts that checks build on: those of `page/`, then those that several checks share (`*.js`)."""
    parts = [_HERE.joinpath("page", f"{part}.js") for part in _PARTS]
    shared = sorted((file for file in _HERE.iterdir() if file.name.endswith(".js")), key=lambda file: file.name)
    return "\n".join(file.read_text("utf-8") for file in (*parts, *shared))


_PAGE_SCRIPT: Final = _shared_scripts()


_SLICE: Final = 2
"""Seconds after which the page's script takes breath: so each command ends in time, and progress is known."""


_MOST_LEARNT: Final = 20_000
"""What is learnt goes to every page: more than this costs more than it saves."""
_LEARNT: Final[dict[tuple[str, AxeScript, str], dict[str, None]]] = {}
"""What checks learnt in this process, each with its axe and its standard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the page's script saw in one mode."""

    answers: dict[str, Any] = field(default_factory=dict)
    """What each in-page check gave."""
    states: dict[str, int] = field(default_factory=dict)
    """Equal numbers, equal states of the page (`check.Reads`)."""
    error: str = ""
    """Why there are none."""


class PageVisit:
    """The one implementation of `check.Visit`."""

    def __init__(
        self, browser: Browser, checks: Iterable[Check], axe: AxeScript, settings: Settings, names: Iterable[str]
    ) -> None:
        """Prepare visits in a browser; `names` are those of all preferences."""
        self._browser = browser
        self._checks = tuple(checks)
        self._axe = axe
        self.names = tuple(names)
        self._document = ""
        self._form: Form | None = None
        self.settings = settings
        self.mode = Mode()
        self.url = ""
        self.memory: dict[str, Any] = {}
        self.steps: tuple[Step, ...] = ()
        """What is done on the page after each load."""

    def load(self, url: str, *, before: str = "") -> None:
        """Load a page in the default mode and inject the scripts.

        Raises `PageError` unless the answer is this very page, whole, as HTML, with a good status.
        """
        self.mode = Mode()
        self.url = url
        self._browser.emulate(self.mode)
        self._document = self._browser.open(url, before=before)
        self._inject()
        if self.steps:
            self._document = Performer(self._browser, self._inject).perform(self.steps, self._document)
        self._form = self.call("begin")

    def _inject(self) -> None:
        self._browser.inject(self._axe, "\n".join([_PAGE_SCRIPT, *(check.script for check in self._checks)]))

    @property
    def own(self) -> bool:
        """Whether the page carries our accessibility menu."""
        return self._form is not None

    @property
    def form(self) -> Form | None:
        """What the menu of the page offers; `None` without our menu."""
        return self._form

    @property
    def news(self) -> Sequence[News]:
        """What network and console said so far."""
        return self._browser.news()

    def leave(self) -> None:
        """Leave the page with nothing of it behind."""
        self._browser.leave()

    def reload(self, before: str = "") -> None:
        """Load the page anew in its mode; `before` runs in the page's own world before everything else."""
        mode = self.mode
        self.load(self.url, before=before)
        self.enter(mode)

    def still_here(self) -> None:
        """Raise `PageError` if the page went elsewhere by itself."""
        now = self._browser.document()
        if now.split(" ")[0] != self._document.split(" ")[0]:
            raise PageError(f"the page went on to {now.partition(' ')[2]} by itself")

    def enter(self, mode: Mode) -> None:
        """Put the page into a mode; raises `PageError` where page or browser do not follow."""
        if lack := self._browser.lacks(mode):
            raise PageError(lack)
        self._browser.emulate(mode)
        self.mode = mode
        self.memory.clear()
        problem = self.call("enter", **self._entrance(mode))
        if problem:
            raise PageError(problem)

    def _entrance(self, mode: Mode) -> dict[str, object]:
        return {"names": self.names, "attributes": mode.attributes, "mode": facts(mode)}

    def refresh(self) -> None:
        """Give the page its whole time limit anew: a check has come to its end."""
        self._browser.refresh()

    def stand_for(self, mode: Mode) -> None:
        """Take a mode for the one that answers belong to; the page itself is not put into it."""
        self.mode = mode
        self.memory.clear()

    def look(
        self, plan: Sequence[tuple[Mode, Sequence[Check]]], checks: Sequence[Check], *, states: bool
    ) -> Iterator[tuple[Mode, Look]]:
        """Let the page's script go through modes and run in-page checks there, environment by environment.

        `plan` names the modes and those of the `checks` that run in each. `states` says whether the states of the page
        are wanted. Raises `PageError` for what ends the page.
        """
        spots = {check.name: place for place, check in enumerate(checks)}
        asked = [{"name": one.name, "reads": one.reads, "options": self._options(one)} for one in checks]
        learning = [one for one in checks if one.learns]
        wanted = [Reads.PRESENCE, Reads.WHOLE] if states else []
        groups: dict[object, list[tuple[Mode, Sequence[Check]]]] = {}
        for mode, applying in plan:
            groups.setdefault(environment(mode), []).append((mode, applying))
        for group in groups.values():
            first = group[0][0]
            if lack := self._browser.lacks(first):
                yield from ((mode, Look(error=lack)) for mode, _ in group)
                continue
            self._browser.emulate(first)
            modes: list[dict[str, object]] = [
                {"enter": self._entrance(mode), "checks": [spots[check.name] for check in applying]}
                for mode, applying in group
            ]
            request = {"checks": asked, "reuse": self.settings.reuse, "states": wanted}
            for (mode, _), look in zip(group, self._look_at(modes, request, learning), strict=True):
                yield mode, look

    def _look_at(self, modes: list[dict[str, object]], request: dict[str, object], learning: list[Check]) -> list[Look]:
        """Let the page's script go through the modes of one environment, slice by slice."""
        looks: list[Look] = []
        while len(looks) < len(modes):
            answer = self.call("modes", modes=modes[len(looks) :], seconds=_SLICE, **request)
            self._browser.refresh()
            told = [json.loads(text) for text in answer["answers"]]
            for check in learning:
                places = {look["answers"].get(check.name) for look in answer["looks"] if "answers" in look}
                self._learn(check, [told[place] for place in places - {None}])
            # Where the page's own scripts answer to modes, all modes are gone through anew, with time for them.
            looks = [] if answer["again"] else [*looks, *(_look(look, told) for look in answer["looks"])]
        return looks

    def ask(self, check: Check) -> Any:
        """Run a check's in-page function in the mode in which the page stands."""
        return self.call(check.name, mode=facts(self.mode), **self._options(check))

    def _options(self, check: Check) -> dict[str, object]:
        extra = check.options(self.settings) if check.options else {}
        if check.learns:
            extra = {**extra, "known": list(self._learnt(check))}
        return {"standard": self.settings.standard, "reuse": self.settings.reuse, "own": self.own, **extra}

    def _learnt(self, check: Check) -> dict[str, None]:
        return _LEARNT.setdefault((check.name, self._axe, self.settings.standard), {})

    def _learn(self, check: Check, answers: Iterable[dict[str, Any]]) -> None:
        known = self._learnt(check)
        for answer in answers:
            known.update(dict.fromkeys(answer["learnt"]))
        if len(known) > _MOST_LEARNT:
            known.clear()

    def call(self, name: str, **options: object) -> Any:
        """Run a function of the injected scripts and give its result."""
        return self._browser.call(name, options)

    def press(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Press a real key, `times` in one go."""
        self._browser.press(key, shift=shift, times=times)

    def pixels(self, box: dict[str, float]) -> bytes:
        """Take a picture of a box of the page as PNG; equal pixels give equal bytes."""
        return self._browser.pixels(box)

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command of the DevTools protocol and give its result."""
        return self._browser.cdp(command, **parameters)


def _look(look: dict[str, Any], told: Sequence[Any]) -> Look:
    if "error" in look:
        return Look(error=look["error"])
    return Look(answers={name: told[place] for name, place in look["answers"].items()}, states=look["states"])


def environment(mode: Mode) -> tuple[object, ...]:
    """Give all of a mode that is not in the page but in the browser."""
    return mode.media, mode.viewport, mode.zoom, mode.font_size, mode.printed


def facts(mode: Mode) -> dict[str, object]:
    """Say what the page's scripts may know of a mode."""
    return {
        "id": mode.id,
        "isDefault": mode.id == DEFAULT,
        "choices": dict(mode.choices),
        "media": dict(mode.media),
        "width": mode.viewport[0],
        "height": mode.viewport[1],
        "zoom": mode.zoom,
        "fontSize": mode.font_size,
        "print": mode.printed,
        "menuOpen": mode.menu_open,
        "forcedColors": ("forced-colors", "active") in mode.media,
    }
