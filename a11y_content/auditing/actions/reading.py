"""Reading the file of actions: all that is wrong in it is told at once, each with its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from a11y_content.auditing.actions.places import Place, places
from a11y_content.auditing.actions.steps import (
    IN,
    INTO,
    KEYS,
    KINDS,
    MOST_SECONDS,
    SECONDS,
    WITHIN,
    Kind,
    Step,
)
from a11y_content.auditing.targets.patterns import Patterns
from a11y_content.problem import Spot, UsageError, one_line
from a11y_content.registry import suggest

_TABLE: Final = ("pages", "steps")
_LARGEST: Final = 1_000_000
_AT: Final = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class Action:
    """Steps for the pages that patterns name."""

    pages: Patterns
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Actions:
    """All actions of a file, in its order."""

    actions: tuple[Action, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to do."""
        return bool(self.actions)

    def steps_for(self, name: str) -> tuple[Step, ...]:
        """Give the steps for the page with this name (its path, or its address)."""
        wanted = (one for one in self.actions if not one.pages or one.pages.match(name))
        return tuple(step for one in wanted for step in one.steps)


def read_actions(file: Path) -> Actions:
    """Read a file of actions; raises `UsageError` with a line for everything that is wrong in it."""
    shown = file.as_posix()
    try:
        data = file.read_bytes()
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        if len(data) > _LARGEST:
            raise UsageError(f"{shown}: more than {_LARGEST:,} bytes")
        values = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{shown}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown}: not UTF-8 text at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        line, column = found.groups() if found else (text.count("\n") + 1, 1)
        spot = f"{shown}:{line}:{column}"
        raise UsageError(f"{spot}: {one_line(_AT.sub('', str(error)).strip())}") from error
    except RecursionError as error:
        raise UsageError(f"{shown}: nested too deeply") from error
    reading = _Reading()
    actions = tuple(reading.actions(values, places(text, shown)))
    if reading.faults:
        raise UsageError("\n".join(reading.faults))
    if not actions:
        raise UsageError(f"{shown}: holds no action; write `[[actions]]` with `steps = [...]`")
    return Actions(actions)


class _Reading:
    def __init__(self) -> None:
        self.faults: list[str] = []

    def _fault(self, spot: Spot, words: str) -> None:
        self.faults.append(f"{spot.file}:{spot.line}:{spot.column}: {words}")

    def _unknown(self, spot: Spot, what: str, name: str, known: tuple[str, ...]) -> None:
        near = suggest(name, known)
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}"
        self._fault(spot, f"{what} `{one_line(name)}`; {hint}")

    def actions(self, values: dict[str, Any], found: list[Place]) -> Iterator[Action]:
        """Give the actions that are whole; what is not, is in `faults`."""
        top, tables = found[0], found[1:]
        for name in values.keys() - {"actions"}:
            self._unknown(top.keys.get(name, top.spot), "no table or key", name, ("actions",))
        given = values.get("actions", [])
        if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
            self._fault(top.keys.get("actions", top.spot), "`actions` must be tables: write `[[actions]]`")
            return
        for number, one in enumerate(given):
            place = tables[number] if number < len(tables) else top
            yield from self._action(one, place)

    def _action(self, given: dict[str, Any], place: Place) -> Iterator[Action]:
        for name in given.keys() - set(_TABLE):
            self._unknown(place.keys.get(name, place.spot), "an action has no key", name, _TABLE)
        pages, steps = given.get("pages", []), given.get("steps", [])
        if not isinstance(pages, list) or not all(isinstance(one, str) and one for one in pages):
            self._fault(
                place.keys.get("pages", place.spot), '`pages` must be a list of patterns, such as ["account/*"]'
            )
            pages = []
        if not isinstance(steps, list) or not steps or not all(isinstance(one, dict) for one in steps):
            self._fault(
                place.keys.get("steps", place.spot), '`steps` must be a list of steps, such as { click = "#go" }'
            )
            return
        made: list[Step] = []
        for number, step in enumerate(steps):
            where = place.steps[number] if number < len(place.steps) else place
            made += self._step(step, where)
        yield Action(Patterns(pages), tuple(made))

    def _step(self, given: dict[str, Any], place: Place) -> Iterator[Step]:
        kinds = [name for name in given if name in KINDS]
        before = len(self.faults)
        for name in given.keys() - {*KINDS, INTO, IN, WITHIN}:
            self._unknown(place.keys.get(name, place.spot), "no step", name, tuple(KINDS))
        if len(kinds) == 1:
            self._judge(KINDS[kinds[0]], given, place)
        elif len(self.faults) == before:
            said = f"both {' and '.join(f'`{one}`' for one in kinds)}" if kinds else "nothing to do"
            self._fault(place.spot, f"a step says {said}; it has one of {', '.join(KINDS)}")
        if len(self.faults) == before:
            kind = KINDS[kinds[0]]
            yield Step(
                kind=kind.name,
                value=given[kind.name],
                target=given.get(kind.needs or kind.allows, ""),
                within=float(given.get(WITHIN, SECONDS)),
                spot=place.keys.get(kind.name, place.spot),
            )

    def _judge(self, kind: Kind, given: dict[str, Any], place: Place) -> None:
        """Note what is wrong with the values of a step, and with what stands beside them."""
        for name in given.keys() & ({INTO, IN} - {kind.needs, kind.allows}):
            self._fault(place.keys.get(name, place.spot), f"`{kind.name}` takes no `{name}`")
        if kind.needs and kind.needs not in given:
            self._fault(place.spot, f"`{kind.name}` needs `{kind.needs}`, the selector of the element")
        for name in given.keys() & {kind.name, INTO, IN}:
            if not isinstance(given[name], str) or not (given[name] or name == "type"):
                self._fault(place.keys.get(name, place.spot), f"`{name}` must be a text")
        if kind.name == "press" and given["press"] not in KEYS:
            self._unknown(place.keys.get("press", place.spot), "no key", str(given["press"]), KEYS)
        within = given.get(WITHIN, SECONDS)
        if isinstance(within, bool) or not isinstance(within, int | float) or not 0 < within <= MOST_SECONDS:
            said = f"`{WITHIN}` must be a number of seconds up to {MOST_SECONDS:g}"
            self._fault(place.keys.get(WITHIN, place.spot), said)
