"""The steps that there are, each declared once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from a11y_content.problem import Spot

INTO: Final = "into"
IN: Final = "in"
WITHIN: Final = "within"
SECONDS: Final = 10.0
"""How long a step waits for what it needs, where it does not say `within`."""
MOST_SECONDS: Final = 300.0
KEYS: Final = ("Tab", "Enter", "Escape", "Space", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of step."""

    name: str
    what: str
    """What it does, for the docs; its value is called VALUE there."""
    needs: str = ""
    """The key that has to stand beside it."""
    allows: str = ""
    """The key that may stand beside it."""


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind(name="click", what="clicks the element"),
        Kind(name="type", what="writes the text into a field, instead of what stands there", needs=INTO),
        Kind(name="type_from", what="writes the value of this environment variable into a field", needs=INTO),
        Kind(name="select", what="chooses the option with this value, or with these words", needs=IN),
        Kind(name="check", what="ticks the box or chooses the radio"),
        Kind(name="uncheck", what="takes the tick out of the box"),
        Kind(name="press", what=f"presses a key ({', '.join(KEYS)}), in this element", allows=IN),
        Kind(name="scroll_to", what="scrolls until the element is seen"),
        Kind(name="wait_for", what="waits until the element is visible"),
        Kind(name="wait_until_gone", what="waits until no such element is visible"),
        Kind(name="wait_for_text", what="waits until this text is visible, in this element", allows=IN),
        Kind(name="wait_for_address", what="waits until the page has this address, also after a load"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do."""

    kind: str
    value: str
    target: str = ""
    """The selector that stands beside it."""
    within: float = SECONDS
    spot: Spot

    def __str__(self) -> str:
        """Say the step without what is typed, which may be secret."""
        shown = "..." if self.kind == "type" else self.value
        return f"{self.kind} {shown}" + (f" ({self.target})" if self.target else "")
