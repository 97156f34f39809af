"""What a row of the table of preferences is made of: a preference, its options, and presets that set several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Wish = tuple[str, str]
"""A media feature and its value, such as `("prefers-contrast", "more")`: CSS asks for it, an audit emulates it."""

AUTO: Final = "auto"
RESERVED: Final = ("ink", "paper", "forget")
"""Names that the menu's form uses itself: the reader's own two colours, and the box not to remember."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a preference."""

    value: str
    label: str
    """Words of the radio, in English: the key of the message catalogues."""
    sets: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Custom properties that the option sets on the root, such as `{"--a11y-motion": "0"}`."""
    theme: str = ""
    """Name of a colour theme whose tokens the option sets as well."""
    own: bool = False
    """Whether the colours are a pair that the reader picks: all roles are one of the two (WCAG 1.4.8)."""
    loads: bool = False
    """Whether choosing it loads a file; its radio does not wear it then, or opening the menu would load it."""
    wishes: tuple[Wish, ...] = ()
    """Where the device asks for all of these and the reader has not chosen, this option holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """A row of the table."""

    name: str
    label: str
    auto: str
    """Words of the first radio: what auto does."""
    criteria: tuple[str, ...]
    """WCAG success criteria that the preference serves."""
    options: tuple[Option, ...]
    unit: str = ""
    """`%` where the values are numbers of per cent; shown after them."""

    @property
    def values(self) -> tuple[str, ...]:
        """All values beside auto."""
        return tuple(option.value for option in self.options)

    @property
    def attribute(self) -> str:
        """The attribute on `<html>`."""
        return f"data-a11y-{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """Several choices at one press. A preset is no state of its own: it is in force where all its choices are."""

    name: str
    label: str
    """Words of the button, in English: the key of the message catalogues."""
    sets: Mapping[str, str] = field(hash=False)
    """Value by name of preference."""
