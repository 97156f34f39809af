"""Modes: the states in which a page can be read, derived from the table of preferences.

A mode is a choice for some preferences plus an environment (`design.environment`). Its id is what it sets, in table
order and then in the order of the environments: `text=200,contrast=high-dark`, `forced-colors=active`, `zoom=400`; the
mode that sets nothing is `default`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from a11y_content.design import environment
from a11y_content.design.covering import covering_array
from a11y_content.design.environment import (
    ALONE,
    DESKTOP,
    FEATURES,
    FONT_SIZE,
    MENU,
    OPEN,
    PAPER,
    PRINT,
    UNFOLDED,
    USUAL,
    VIEWPORT,
    ZOOM,
    apart,
)
from a11y_content.design.preference import AUTO, Preference
from a11y_content.design.preferences import preferences
from a11y_content.problem import UsageError
from a11y_content.registry import suggest

Table = tuple[Preference, ...]
Setting = tuple[str, str]
"""A name and a value of an id: `("text", "200")`, `("forced-colors", "active")`."""

DEFAULT: Final = "default"
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
    zoom: int = USUAL
    """Per cent of the browser's zoom; `viewport` is what is left of the window in CSS pixels."""
    font_size: int = USUAL
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
    """Give a mode as JSON data: its fields, with `attributes` for its choices, and `viewport` as [width, height]."""
    return {
        "id": mode.id,
        "attributes": mode.attributes,
        "media": dict(mode.media),
        "viewport": list(mode.viewport),
        "menu_open": mode.menu_open,
        "zoom": mode.zoom,
        "font_size": mode.font_size,
        "printed": mode.printed,
    }


def parse_mode(id: str, table: Table | None = None) -> Mode:  # noqa: A002  it is an id
    """Read the id of a mode; the order of its parts does not count, and `NAME=auto` says nothing.

    Raises `UsageError` with a "did you mean" for a name, value or form that is unknown, for a name given twice, and for
    zoom and viewport together.
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
        environment.check(name, value, {row.name: (AUTO, *row.values) for row in table})
        if value != AUTO:
            settings[name] = value
    if {ZOOM, VIEWPORT} <= settings.keys():
        raise UsageError(f"mode {text!r} sets zoom and viewport: each says how wide the page is; set one of them")
    return _mode(settings, table)


def mode_set(name: str, table: Table | None = None, known: Table | None = None) -> Iterator[Mode]:
    """Give the modes of a set, without repeats: `default`, `each`, `pairs`, `all`, or ids joined by `;`.

    Sets and ids may be mixed: `default;text=200,contrast=dark`, `each,viewport=320`. Sets are made of `table`; ids may
    name all that stands in `known` (by default `table`). `all` is made lazily. Raises `UsageError` at the first mode
    asked for where a word is unknown.
    """
    table = preferences() if table is None else table
    seen: set[str] = set()
    parts = [_part(part, table, table if known is None else known) for part in name.split(";")]
    for mode in itertools.chain.from_iterable(parts):
        if mode.id not in seen:
            seen.add(mode.id)
            yield mode


def _part(text: str, table: Table, known: Table) -> Iterator[Mode]:
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
        found.append([parse_mode(",".join(settings), known)])
    return itertools.chain.from_iterable(found)


def _default(table: Table) -> Iterator[Mode]:
    yield _mode({}, table)


def environments(table: Table) -> tuple[dict[str, str], ...]:
    """Give the environments that are tried alone: what the table's options wish for, then the ones of every page.

    A table without rows is that of a page without our menu, which nobody can unfold.
    """
    wishes = (dict(option.wishes) for row in table for option in row.options if option.wishes)
    found: list[dict[str, str]] = []
    for one in itertools.chain(wishes, ALONE, [UNFOLDED] if table else []):
        if one not in found:
            found.append(one)
    return tuple(found)


def each(table: Table) -> Iterator[Mode]:
    """Give the default, then every value of every preference alone, then every environment alone."""
    yield _mode({}, table)
    for row in table:
        for value in row.values:
            yield _mode({row.name: value}, table)
    for one in environments(table):
        yield _mode(one, table)


def factors(table: Table) -> dict[str, tuple[str, ...]]:
    """Give what can vary: values of every preference and of every part of an environment, `auto` (absence) first."""
    found = {row.name: (AUTO, *row.values) for row in table}
    for one in environments(table):
        for name, value in one.items():
            values = found.setdefault(name, (AUTO,))
            if value not in values:
                found[name] = (*values, value)
    return found


def pairs(table: Table) -> Iterator[Mode]:
    """Give a pairwise covering array: any two values of any two factors stand together in at least one mode.

    Not so what no reader meets together (`environment.apart`), such as zoom and a named viewport.
    """
    groups = _exclusive(factors(table))
    never = [
        ((i, x), (j, y))
        for (i, one), (j, other) in itertools.combinations(enumerate(groups), 2)
        for x, first in enumerate(one)
        for y, second in enumerate(other)
        if first and second and apart(first[0], second[0])
    ]
    for row in covering_array([len(group) for group in groups], never):
        yield _mode(dict(filter(None, (group[cell] for group, cell in zip(groups, row, strict=True)))), table)


def _exclusive(varying: dict[str, tuple[str, ...]]) -> list[list[Setting | None]]:
    """Make one factor of those that never vary together: zoom 200, zoom 400, a narrow window, paper or none of them."""
    groups: list[list[str]] = []
    for name in varying:
        group = next((group for group in groups if all(apart(name, other) for other in group)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    return [[None, *((name, value) for name in group for value in varying[name][1:])] for group in groups]


def every(table: Table) -> Iterator[Mode]:
    """Give the full product of all factors but for what no reader meets together, lazily: hundreds of thousands."""
    varying = factors(table)
    never = [pair for pair in itertools.combinations(varying, 2) if apart(*pair)]
    for values in itertools.product(*varying.values()):
        settings = dict(zip(varying, values, strict=True))
        if not any(settings[one] != AUTO and settings[other] != AUTO for one, other in never):
            yield _mode(settings, table)


def _mode(settings: dict[str, str], table: Table) -> Mode:
    given = {name: value for name, value in settings.items() if value != AUTO}
    choices = tuple((row.name, given[row.name]) for row in table if row.name in given)
    parts = environment.plain(given)
    said = dict(parts)
    return Mode(
        id=",".join(f"{key}={value}" for key, value in (*choices, *parts)) or DEFAULT,
        choices=choices,
        media=tuple((name, value) for name, value in parts if name in FEATURES),
        viewport=environment.viewport(given),
        menu_open=said.get(MENU) == OPEN,
        zoom=int(said.get(ZOOM, USUAL)),
        font_size=int(said.get(FONT_SIZE, USUAL)),
        printed=said.get(PAPER) == PRINT,
    )
