"""The modes of a page, made from what its own menu offers: also of one that was built elsewhere, with other rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from a11y_content.design.environment import NAMES
from a11y_content.design.mode import Mode, Table, mode_set
from a11y_content.design.preference import AUTO, Option, Preference
from a11y_content.design.preferences import preferences

Form = Sequence[tuple[str, Sequence[str]]]
"""What the menu of a page offers: names of preferences with their values beside `auto`."""

_WORD: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST: Final = 40
_MOST_ROWS: Final = 30
_MOST_VALUES: Final = 40
"""A page may be hostile: what is longer or more is not taken for a menu of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageModes:
    """The modes of one page."""

    modes: tuple[Mode, ...]
    failed: tuple[tuple[str, str], ...] = ()
    """Ids of modes that the page cannot stand in, and why; empty ids for what is wrong with its menu."""
    names: tuple[str, ...] = ()
    """Names of all preferences that a choice may be made for on this page."""


def modes_of(words: str, form: Form | None, table: Table | None = None) -> PageModes:
    """Give the modes that `words` (`design.mode.mode_set`) name for a page with this menu, or without one (`None`).

    The sets are made of what the menu offers, in the order of the table, own rows last; without a menu, of environments
    alone. Ids stand as they are, but where the menu does not offer what one of them names, that mode has failed. A
    `table` is taken instead of the menu. Raises `UsageError` for words that no table knows.
    """
    if table is not None:
        return PageModes(modes=tuple(mode_set(words, table)), names=tuple(row.name for row in table))
    known = preferences()
    if form is None:
        return PageModes(modes=tuple(mode_set(words, (), known)), names=tuple(row.name for row in known))
    failed = [("", fault) for fault in _faults(form)]
    offered = () if failed else tuple(_rows(form, known))
    own = tuple(row for row in offered if all(row.name != one.name for one in known))
    modes = []
    for mode in mode_set(words, offered, known):
        if lacks := () if failed else tuple(_lacks(mode, offered)):
            failed.append((mode.id, f"the menu of the page does not offer {', '.join(lacks)}"))
        else:
            modes.append(mode)
    names = dict.fromkeys(row.name for row in (*known, *own))
    return PageModes(modes=tuple(modes), failed=tuple(failed), names=tuple(names))


def _rows(form: Form, known: Table) -> Iterator[Preference]:
    """Give the rows of the table with the values that the form offers, then the form's own rows."""
    offers = {name: tuple(dict.fromkeys(values)) for name, values in form}
    for row in known:
        if row.name in offers:
            options = {option.value: option for option in row.options}
            values = offers.pop(row.name)
            yield replace(row, options=tuple(options.get(value, _option(value)) for value in values))
    for name, values in offers.items():
        options_of = tuple(_option(value) for value in values)
        yield Preference(name=name, label=name, auto=AUTO, criteria=(), options=options_of)


def _option(value: str) -> Option:
    return Option(value=value, label=value)


def _lacks(mode: Mode, offered: Table) -> Iterator[str]:
    values = {row.name: row.values for row in offered}
    return (f"{name}={value}" for name, value in mode.choices if value not in values.get(name, ()))


def _faults(form: Form) -> Iterator[str]:
    """Say why modes cannot be made of a form."""
    if len(form) > _MOST_ROWS or any(len(values) > _MOST_VALUES for _, values in form):
        yield f"the menu of the page offers more than {_MOST_ROWS} preferences or {_MOST_VALUES} values of one"
        return
    for name, values in form:
        if name in NAMES:
            yield f"the menu of the page has a preference {name!r}, which is the name of an environment"
        for word in (name, *values):
            if len(word) > _LONGEST or not _WORD.fullmatch(word):
                yield f"the menu of the page offers {word[:_LONGEST]!r}, which cannot stand in the id of a mode"
