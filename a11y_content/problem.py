"""Problems: one shape from the parser to the audit.

A `Fault` is a kind of problem (a code with its explanation); a `Problem` is one of them at one place. Every code that
the program can print is declared once with `fault()`, so that `a11y-content explain CODE` can answer for it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_LONGEST = 500


class Level(StrEnum):
    """How grave a problem is; `REVIEW` means that a person must look."""

    ERROR = "error"
    WARNING = "warning"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in an author's file: line and column count from 1, in characters; 0 means the file as a whole."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give `file:line:column`, as editors and compilers write it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __bool__(self) -> bool:
        """Tell whether the place is known."""
        return bool(self.file)


NOWHERE = Spot()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, where, and what to do about it."""

    code: str
    message: str
    where: Spot = NOWHERE
    hint: str = ""
    level: Level = Level.ERROR
    criterion: str = ""
    """The WCAG 2.2 success criterion, such as `1.4.3`; empty where none applies."""
    modes: tuple[str, ...] = ()
    """Ids of the modes in which an audit saw it; empty for content problems."""
    page: str = ""
    """Path or URL of the audited page; empty for content problems."""
    selector: str = ""
    html: str = ""
    help_url: str = ""
    signature: str = ""
    """What makes the element itself and no other, free of its place on the page; empty for content problems."""

    @property
    def fingerprint(self) -> str:
        """A short hash of what and where for baselines and SARIF: free of lines, positions and classes."""
        place = self.page or self.where.file
        parts = (self.code, place, self.signature or self.selector or self.message)
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()

    def line(self) -> str:
        """Give the problem on one line: `place: level: message [code]`, with control characters shown as a space."""
        place = str(self.where) if self.where else self.page
        head = f"{place}: " if place else ""
        return one_line(f"{head}{self.level}: {self.message} [{self.code}]")


def one_line(text: str, longest: int = _LONGEST) -> str:
    """Make text safe for one terminal line: no C0, C1 or bidi controls, at most `longest` characters."""
    safe = _UNSAFE.sub(" ", text)
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A kind of problem: its code, how grave it is, why it matters to whom, and how to mend it."""

    code: str
    title: str
    why: str
    mend: str
    level: Level = Level.ERROR
    criterion: str = ""
    help_url: str = ""

    def at(self, where: Spot, message: str, hint: str = "", *, level: Level | None = None) -> Problem:
        """Make a `Problem` of this kind at a place; `hint` defaults to the general advice."""
        return Problem(
            code=self.code,
            message=message,
            where=where,
            hint=hint or self.mend,
            level=level or self.level,
            criterion=self.criterion,
            help_url=self.help_url,
        )


_FAULTS: dict[str, Fault] = {}
FAULTS: Mapping[str, Fault] = MappingProxyType(_FAULTS)
"""All declared kinds of problem by code (read-only view); filled when the modules that declare them are imported."""


def fault(  # noqa: PLR0913  one declaration, all by name
    code: str,
    title: str,
    *,
    why: str,
    mend: str,
    level: Level = Level.ERROR,
    criterion: str = "",
    help_url: str = "",
) -> Fault:
    """Declare a kind of problem once; a second declaration of the same code raises `ValueError`."""
    if code in _FAULTS:
        msg = f"problem code {code!r} is declared twice"
        raise ValueError(msg)
    made = Fault(code=code, title=title, why=why, mend=mend, level=level, criterion=criterion, help_url=help_url)
    _FAULTS[code] = made
    return made


class ContentError(Exception):
    """Content with errors was loaded or rendered; `problems` holds every one of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems and use their lines as the message."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(p.line() for p in self.problems))


class UsageError(Exception):
    """The caller asked for something that cannot be (a wrong path, flag, mode or setting): exit status 2."""


class CouldNotRunError(Exception):
    """The work could not be done at all (no browser, a page that never answered): exit status 3."""
