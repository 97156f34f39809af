"""Modes: the states in which a page can be read, derived from the table of preferences.

A mode is a choice for some preferences plus an environment (emulated media, viewport, menu open or closed). Its id is
what it sets, in table order and then in the order of the environments: `text=200,contrast=high-dark`,
`forced-colors=active`, `viewport=320`; the mode that sets nothing is `default`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from a11y_content.design.covering import covering_array
from a11y_content.design.preference import AUTO, Preference
from a11y_content.design.preferences import preferences
from a11y_content.problem import UsageError
from a11y_content.registry import suggest

Table = tuple[Preference, ...]
Setting = tuple[str, str]
"""A name and a value of an id: `("text", "200")`, `("forced-colors", "active")`."""

DEFAULT: Final = "default"
DESKTOP: Final = (1280, 800)
"""The viewport of a mode that names none, in CSS pixels."""
NARROW: Final = 320
"""The width at which WCAG 1.4.10 wants no scrolling sideways (1280 px at 400 %)."""
_NARROW_HEIGHT: Final = 640

MEDIA: Final[dict[str, tuple[str, ...]]] = {
    "prefers-color-scheme": ("light", "dark"),
    "prefers-contrast": ("more", "less", "custom"),
    "prefers-reduced-motion": ("reduce",),
    "prefers-reduced-transparency": ("reduce",),
    "forced-colors": ("active",),
}
"""Media features that Chromium emulates (measured: `prefers-reduced-data`, `inverted-colors`, `scripting` do not)."""

_VIEWPORT: Final = "viewport"
_MENU: Final = "menu"
_VIEWPORT_VALUE: Final = re.compile(r"(\d{2,4})(?:x(\d{2,4}))?")
SETS: Final = (DEFAULT, "each", "pairs", "all")


@dataclass(frozen=True, slots=True)
class Mode:
    """One state in which a page can be read."""

    id: str = DEFAULT
    choices: tuple[Setting, ...] = ()
    """The reader's choices as preference and value, in table order; a preference that is not here is on auto."""
    media: tuple[Setting, ...] = ()
    """Media features that the device reports, as feature and value."""
    viewport: tuple[int, int] = DESKTOP
    """Width and height in CSS pixels."""
    menu_open: bool = False
    """Whether the accessibility menu is unfolded."""
    zoom: int = 100
    """Per cent of the browser's zoom; `viewport` is what is left of the window in CSS pixels."""
    font_size: int = 100
    """Per cent of the browser's own default font size."""
    printed: bool = False
    """Whether the page stands as on paper (`media=print`)."""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes that the choices put on `<html>`."""
        return {f"data-a11y-{name}": value for name, value in self.choices}

    def __str__(self) -> str:
        """Give the id."""
        return self.id


def as_json(mode: Mode) -> dict[str, object]:
    """Give a mode as JSON data: `id`, `attributes`, `media`, `viewport` ([width, height]) and `menu_open`."""
    return {
        "id": mode.id,
        "attributes": mode.attributes,
        "media": dict(mode.media),
        "viewport": list(mode.viewport),
        "menu_open": mode.menu_open,
    }


def parse_mode(id: str, table: Table | None = None) -> Mode:  # noqa: A002  it is an id
    """Read the id of a mode; the order of its parts does not count, and `NAME=auto` says nothing.

    Raises `UsageError` with a "did you mean" for a name, value or form that is unknown, and for a name given twice.
    """
    table = preferences() if table is None else table
    text = id.strip()
    if not text:
        raise UsageError("a mode has no id; the mode without choices is `default`")
    settings: dict[str, str] = {}
    for part in () if text == DEFAULT else text.split(","):
        name, equals, value = (word.strip() for word in part.partition("="))
        if not equals:
            raise UsageError(f"{part.strip()!r} is not a mode: write NAME=VALUE, such as text=200, or `default`")
        if name in settings:
            raise UsageError(f"mode {text!r} sets {name} twice")
        _check(name, value, table)
        if value != AUTO:
            settings[name] = value
    return _mode(settings, table)


def mode_set(name: str, table: Table | None = None) -> Iterator[Mode]:
    """Give the modes of a set, without repeats: `default`, `each`, `pairs`, `all`, or ids joined by `;`.

    Sets and ids may be mixed: `default;text=200,contrast=dark`, `each,viewport=320`. `all` is made lazily. Raises
    `UsageError` at the first mode asked for where a word is unknown.
    """
    table = preferences() if table is None else table
    seen: set[str] = set()
    parts = [_part(part, table) for part in name.split(";")]
    for mode in itertools.chain.from_iterable(parts):
        if mode.id not in seen:
            seen.add(mode.id)
            yield mode


def _part(text: str, table: Table) -> Iterator[Mode]:
    """Give the modes that a part of a set names, lazily; its words are judged at once."""
    words = [word.strip() for word in text.split(",")]
    makers = {DEFAULT: _default, "each": each, "pairs": pairs, "all": every}
    found: list[Iterable[Mode]] = []
    for word in words:
        if word in makers:
            found.append(makers[word](table))
        elif "=" not in word:
            near = suggest(word, SETS)
            hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(SETS)}, and ids such as text=200"
            raise UsageError(f"no set of modes {word!r}{hint}")
    if settings := [word for word in words if "=" in word]:
        found.append([parse_mode(",".join(settings), table)])
    return itertools.chain.from_iterable(found)


def _default(table: Table) -> Iterator[Mode]:
    yield _mode({}, table)


def environments(table: Table) -> tuple[dict[str, str], ...]:
    """Give the environments that are tried alone: what the table's options wish for, then the ones of every page."""
    wishes = (dict(option.wishes) for row in table for option in row.options if option.wishes)
    always = ({"forced-colors": "active"}, {_VIEWPORT: str(NARROW)}, {_MENU: "open"})
    found: list[dict[str, str]] = []
    for environment in itertools.chain(wishes, always):
        if environment not in found:
            found.append(environment)
    return tuple(found)


def each(table: Table) -> Iterator[Mode]:
    """Give the default, then every value of every preference alone, then every environment alone."""
    yield _mode({}, table)
    for row in table:
        for value in row.values:
            yield _mode({row.name: value}, table)
    for environment in environments(table):
        yield _mode(environment, table)


def factors(table: Table) -> dict[str, tuple[str, ...]]:
    """Give what can vary: values of every preference and of every part of an environment, `auto` (absence) first."""
    found = {row.name: (AUTO, *row.values) for row in table}
    for environment in environments(table):
        for name, value in environment.items():
            values = found.setdefault(name, (AUTO,))
            if value not in values:
                found[name] = (*values, value)
    return found


def pairs(table: Table) -> Iterator[Mode]:
    """Give a pairwise covering array: any two values of any two factors stand together in at least one mode."""
    varying = factors(table)
    for row in covering_array([len(values) for values in varying.values()]):
        yield _mode({name: values[cell] for (name, values), cell in zip(varying.items(), row, strict=True)}, table)


def every(table: Table) -> Iterator[Mode]:
    """Give the full product of all factors, lazily: tens of thousands of modes."""
    varying = factors(table)
    for values in itertools.product(*varying.values()):
        yield _mode(dict(zip(varying, values, strict=True)), table)


def _check(name: str, value: str, table: Table) -> None:
    rows = {row.name: row for row in table}
    known = {**{n: (AUTO, *row.values) for n, row in rows.items()}, **MEDIA, _MENU: ("open", "closed")}
    if name == _VIEWPORT:
        if not _VIEWPORT_VALUE.fullmatch(value):
            raise UsageError(f"viewport {value!r} is not a width in pixels, such as 320 or 320x640")
    elif name not in known:
        near = suggest(name, (*known, _VIEWPORT))
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join((*known, _VIEWPORT))}"
        raise UsageError(f"no preference or environment {name!r} in a mode{hint}")
    elif value not in known[name]:
        near = suggest(value, known[name])
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(known[name])}"
        raise UsageError(f"{name} has no value {value!r}{hint}")


def _mode(settings: dict[str, str], table: Table) -> Mode:
    given = {name: value for name, value in settings.items() if value not in {AUTO, "closed"}}
    choices = tuple((row.name, given[row.name]) for row in table if row.name in given)
    media = tuple((name, given[name]) for name in MEDIA if name in given)
    viewport = _viewport(given.get(_VIEWPORT, ""))
    menu_open = given.get(_MENU) == "open"
    parts = [*choices, *media]
    if viewport != DESKTOP:
        width, height = viewport
        parts.append((_VIEWPORT, f"{width}" if viewport == _viewport(str(width)) else f"{width}x{height}"))
    if menu_open:
        parts.append((_MENU, "open"))
    name = ",".join(f"{key}={value}" for key, value in parts) or DEFAULT
    return Mode(name, choices, media, viewport, menu_open)


def _viewport(text: str) -> tuple[int, int]:
    match = _VIEWPORT_VALUE.fullmatch(text)
    if not match:
        return DESKTOP
    width = int(match[1])
    fallback = DESKTOP[1] if width >= DESKTOP[0] else _NARROW_HEIGHT
    return width, int(match[2] or fallback)
