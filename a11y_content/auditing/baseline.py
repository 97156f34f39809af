"""The baseline: a file of known problems, each with a reason and a date on which it ends.

Only problems that it does not hold count. It may only shrink by itself: an entry whose problem is gone is told, one
that has ended, or gives no reason, fails the audit. A file that cannot be read is never "no problems".
"""

from __future__ import annotations

import datetime as dt
import fnmatch
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from a11y_content.auditing.json_text import json_text
from a11y_content.problem import Problem, UsageError, one_line

SCHEMA: Final = "a11y-content/baseline/1"
_FIELDS: Final = ("code", "page", "fingerprint", "selector", "element", "mode", "reason", "expires")
_SHOWN: Final = 160
Looked = Callable[[str, str, str], bool]
"""Tells whether the check of a code ran on a page in a mode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One known problem, or with patterns one rule that is ignored at some elements."""

    code: str
    page: str
    """The page's name; without a fingerprint a pattern (`news/*.html`)."""
    reason: str
    expires: str
    """The last day on which the entry holds (`2027-01-31`)."""
    fingerprint: str = ""
    """Of the problem; empty for an ignore by pattern."""
    selector: str = ""
    """A pattern of the elements' selectors, for an ignore."""
    element: str = ""
    """The element as it was seen, for people; for an ignore a pattern of the elements' HTML."""
    mode: str = ""
    """A mode in which the problem was seen: where that did not run, nothing is said of the entry."""

    def holds(self, problem: Problem) -> bool:
        """Tell whether the entry speaks of a problem."""
        if self.code != problem.code:
            return False
        if self.fingerprint:
            return self.fingerprint == problem.fingerprint
        pairs = ((self.page, problem.page), (self.selector, problem.selector), (self.element, problem.html))
        return all(not pattern or _matches(pattern, text) for pattern, text in pairs)

    def wrong(self, today: dt.date) -> str:
        """Say why the entry does not hold (any more); empty if it does."""
        name = one_line(f"{self.code} on {self.page or 'any page'}", _SHOWN)
        if not self.reason.strip():
            return f"{name}: gives no reason; say why it is left and who mends it"
        if dt.date.fromisoformat(self.expires) < today:
            return f"{name}: ended on {self.expires} ({one_line(self.reason, _SHOWN)}); mend it, or decide anew"
        return ""

    def as_json(self) -> dict[str, str]:
        """Give the entry as it stands in the file: fields without a value are left out."""
        return {name: value for name in _FIELDS if (value := getattr(self, name)) or name in {"reason", "expires"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a baseline says of one audit."""

    file: str
    known: tuple[tuple[Problem, Entry], ...]
    """Problems that do not count, each with its entry."""
    stale: tuple[Entry, ...]
    """Entries whose problem does not occur any more: they can be taken out."""
    wrong: tuple[str, ...]
    """Sentences about entries that do not hold: ended, or without a reason."""
    fail_on_stale: bool = False

    @property
    def fails(self) -> bool:
        """Tell whether the baseline itself makes the audit fail."""
        return bool(self.wrong) or (self.fail_on_stale and bool(self.stale))


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A file of known problems."""

    file: str
    entries: tuple[Entry, ...] = ()

    def hold(
        self, problems: Iterable[Problem], looked: Looked, *, today: dt.date, fail_on_stale: bool = False
    ) -> tuple[tuple[Problem, ...], Held]:
        """Part problems into those that count and those that are known."""
        wrong = {entry: sentence for entry in self.entries if (sentence := entry.wrong(today))}
        exact = {entry.fingerprint: entry for entry in self.entries if entry.fingerprint}
        patterns = [entry for entry in self.entries if not entry.fingerprint]
        used: set[Entry] = set()
        known: list[tuple[Problem, Entry]] = []
        left: list[Problem] = []
        for problem in problems:
            ones = [entry for entry in (exact.get(problem.fingerprint), *patterns) if entry and entry.holds(problem)]
            used.update(ones)
            good = next((entry for entry in ones if entry not in wrong), None)
            if good is None:
                left.append(problem)
            else:
                known.append((problem, good))
        stale = tuple(
            entry
            for entry in self.entries
            if entry.fingerprint and entry not in used and looked(entry.page, entry.code, entry.mode)
        )
        held = Held(
            file=self.file,
            known=tuple(known),
            stale=stale,
            wrong=tuple(dict.fromkeys(wrong.values())),
            fail_on_stale=fail_on_stale,
        )
        return tuple(left), held

    def renewed(
        self,
        problems: Iterable[Problem],
        held: Held | None,
        *,
        reason: str,
        expires: dt.date,
        decided: bool = False,
    ) -> Baseline:
        """Give the baseline that also holds `problems`, without entries that are stale.

        What stood there stays as it was, its reason and date too. Only with `decided` do entries that hold no more, and
        whose problem is among `problems`, get the new reason and date.
        """
        standing = set() if decided else {entry.fingerprint for entry in self.entries}
        made = [
            Entry(
                code=problem.code,
                page=problem.page,
                fingerprint=problem.fingerprint,
                element=one_line(problem.html, _SHOWN),
                mode=problem.modes[0] if problem.modes else "",
                reason=reason,
                expires=expires.isoformat(),
            )
            for problem in problems
            if problem.fingerprint not in standing
        ]
        gone = {entry.fingerprint for entry in (*made, *(held.stale if held else ())) if entry.fingerprint}
        kept = [entry for entry in self.entries if not entry.fingerprint or entry.fingerprint not in gone]
        return Baseline(file=self.file, entries=tuple(sorted([*kept, *made], key=_order)))

    def write(self) -> None:
        """Write the file, an entry a block, in a fixed order; raises `UsageError`."""
        told = {"schema": SCHEMA, "entries": [entry.as_json() for entry in sorted(self.entries, key=_order)]}
        try:
            Path(self.file).write_text(json_text(told), "utf-8")
        except OSError as error:
            raise UsageError(f"{self.file}: the baseline cannot be written: {error.strerror or error}") from error


def read_baseline(path: str | os.PathLike[str]) -> Baseline:
    """Read a baseline; raises `UsageError` for a file that is missing, cut, garbled or of another schema."""
    try:
        data = json.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        hint = "; --update-baseline makes it" if isinstance(error, FileNotFoundError) else ""
        raise UsageError(f"baseline {path}: {error.strerror or error}{hint}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"baseline {path}: this is not whole JSON ({one_line(str(error), _SHOWN)})") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    entries = data.get("entries") if isinstance(data, dict) else None
    if schema != SCHEMA or not isinstance(entries, list):
        raise UsageError(f"baseline {path}: not of the schema {SCHEMA}")
    return Baseline(file=str(path), entries=tuple(_entry(one, f"baseline {path}, entry {n}") for n, one in _n(entries)))


def _matches(pattern: str, text: str) -> bool:
    """Only `*` and `?` are special: selectors are full of brackets."""
    return fnmatch.fnmatchcase(text, pattern.replace("[", "[[]"))


def _n(entries: list[Any]) -> Iterable[tuple[int, Any]]:
    return enumerate(entries, 1)


def _entry(data: Any, name: str) -> Entry:
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise UsageError(f"{name}: an object with texts is expected")
    if unknown := [key for key in data if key not in _FIELDS]:
        raise UsageError(f"{name}: no field {unknown[0]!r}; there are {', '.join(_FIELDS)}")
    given = dict.fromkeys(("code", "page", "reason"), "") | data
    if not given["code"]:
        raise UsageError(f"{name}: has no code")
    if not any(given.get(field) for field in ("fingerprint", "page", "selector", "element")):
        raise UsageError(f"{name}: needs a fingerprint, or a pattern of page, selector or element")
    try:
        dt.date.fromisoformat(given.get("expires", ""))
    except ValueError:
        raise UsageError(f"{name}: expires must be a date, such as 2027-01-31") from None
    return Entry(**given)


def _order(entry: Entry) -> tuple[str, ...]:
    return entry.page, entry.code, entry.fingerprint, entry.selector, entry.element
