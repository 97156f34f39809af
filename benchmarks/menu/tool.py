"""What the benchmark must know of a menu: how it gets on a page, what opens it, and what is pressed to choose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.menu.host import Placement, packed


def nothing(_folder: Path) -> Placement:
    """Put no menu on the page."""
    return Placement()


def whole(_path: str, body: bytes) -> int:
    """Count all of a file."""
    return packed(body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One menu. A selector may go into a shadow tree: `#host >>> button`."""

    name: str
    package: str = ""
    """Its name on npm; empty for ours."""
    version: str = ""
    place: Callable[[Path], Placement] = nothing
    """Make what it adds to a page, from the folder of its package."""
    strict: Callable[[Path], Placement] | None = None
    """The same for a page under a strict policy: everything inline that can be a file is one. Left out: `place`."""
    opener: str = ""
    panel: str = ""
    """What is visible only while the menu is open."""
    text: tuple[str, ...] = ()
    """What is pressed, one after the other in the open menu, for text of 150 % or the nearest that it has."""
    contrast: tuple[str, ...] = ()
    """What is pressed for its strongest contrast."""
    typeface: tuple[str, ...] = ()
    """What is pressed for another typeface."""
    counted: Callable[[str, bytes], int] = whole
    """How many bytes of a fetched file are the menu's, after gzip."""
    remote: Mapping[str, str] = field(default_factory=dict)
    """Start of a foreign address to the folder of the package that holds the same files, so that their bytes are known."""

    @property
    def bare(self) -> bool:
        """Whether this is the host page without a menu, which calibrates and never counts as best."""
        return not self.opener and not self.package


def init(script: str) -> dict[str, bytes]:
    """Give the file of a start script that stands inline elsewhere."""
    return {"init.js": script.encode()}
