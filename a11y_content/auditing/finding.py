"""Findings: what a check saw at one element of one page in one mode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from a11y_content.problem import Fault, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check saw at one element of one page in one mode; the report groups findings into problems."""

    code: str
    message: str
    selector: str = ""
    """A CSS selector that finds this element alone; ` >>> ` stands where it goes into a frame or a shadow root."""
    html: str = ""
    """The element's start tag and the beginning of its text."""
    path: str | None = None
    """Indexes of child elements from `<main id="main">`, joined by `/`; `None` outside of it."""
    hint: str = ""
    level: Level = Level.ERROR
    criterion: str = ""
    help_url: str = ""
    look: str = ""
    """What a resolver judges it by, where that is less than the state of the page: equal looks, equal verdicts."""


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
