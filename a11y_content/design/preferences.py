"""THE TABLE: every preference of the accessibility menu, declared once.

The menu's form, the CSS, the boot script's whitelist, the modes of an audit, the emulated media, the JSON Schema, the
preview and the docs are all derived from `PREFERENCES`. To add a preference, add a row here and nothing else.

An absent attribute on `<html>` means auto: follow the device. `standard` is a value of its own wherever a device wish
could be switched off. Options go weakest wish first, since of two rules that match the later one wins. The first option
without wishes is what auto means where the device wishes nothing; all options of a row set the same custom properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from a11y_content.problem import UsageError
from a11y_content.registry import suggest

Wish = tuple[str, str]
"""A media feature and its value, such as `("prefers-contrast", "more")`: CSS asks for it, an audit emulates it."""

AUTO: Final = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a preference."""

    value: str
    label: str
    """Words of the radio, in English: the key of the message catalogues."""
    sets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Custom properties that the option sets on the root, such as `{"--a11y-motion": "0"}`."""
    theme: str = ""
    """Name of a colour theme whose tokens the option sets as well."""
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


def _sizes(*percents: int) -> tuple[Option, ...]:
    return tuple(Option(value=str(p), label=f"{p}%", sets={"--a11y-text": f"{p / 100:g}"}) for p in percents)


TEXT: Final = Preference(
    name="text",
    label="Text size",
    auto="Auto",
    criteria=("1.4.4",),
    unit="%",
    options=_sizes(100, 125, 150, 175, 200, 250, 300),
)

CONTRAST: Final = Preference(
    name="contrast",
    label="Colours and contrast",
    auto="Auto",
    criteria=("1.4.3", "1.4.6", "1.4.8"),
    options=(
        Option(value="light", label="Light", theme="light"),
        Option(value="dark", label="Dark", theme="dark", wishes=(("prefers-color-scheme", "dark"),)),
        Option(value="sepia", label="Sepia", theme="sepia"),
        Option(
            value="high-light", label="High contrast, light", theme="high-light", wishes=(("prefers-contrast", "more"),)
        ),
        Option(
            value="high-dark",
            label="High contrast, dark",
            theme="high-dark",
            wishes=(("prefers-contrast", "more"), ("prefers-color-scheme", "dark")),
        ),
        Option(value="yellow-on-black", label="Yellow on black", theme="yellow-on-black"),
    ),
)

MOTION: Final = Preference(
    name="motion",
    label="Movement",
    auto="Auto",
    criteria=("2.2.2", "2.3.3"),
    options=(
        Option(value="standard", label="Allow movement", sets={"--a11y-motion": "1", "--a11y-scroll": "smooth"}),
        Option(
            value="reduced",
            label="Reduce movement",
            sets={"--a11y-motion": "0", "--a11y-scroll": "auto"},
            wishes=(("prefers-reduced-motion", "reduce"),),
        ),
    ),
)


def _spacing(line: str, tight: str, paragraph: str, letter: str, word: str) -> dict[str, str]:
    return {
        "--a11y-line": line,
        "--a11y-line-tight": tight,
        "--a11y-paragraph": paragraph,
        "--a11y-letter": letter,
        "--a11y-word": word,
    }


SPACING: Final = Preference(
    name="spacing",
    label="Spacing",
    auto="Auto",
    criteria=("1.4.12", "1.4.8"),
    options=(
        Option(value="standard", label="Standard", sets=_spacing("1.6", "1.25", "1em", "normal", "normal")),
        # To the number of WCAG 1.4.12: lines 1.5, paragraphs 2, letters 0.12, words 0.16 (1.6 is over 1.5 already).
        Option(value="wide", label="Wide", sets=_spacing("1.75", "1.5", "2em", "0.12em", "0.16em")),
        Option(value="wider", label="Wider", sets=_spacing("2.1", "1.8", "2.5em", "0.16em", "0.24em")),
    ),
)

PREFERENCES: Final[tuple[Preference, ...]] = (TEXT, CONTRAST, MOTION, SPACING)


def offered(names: Iterable[str] = (), table: tuple[Preference, ...] = PREFERENCES) -> tuple[Preference, ...]:
    """Give the rows with these names in table order, all of them for no names.

    Raises `UsageError` for a name that is not in the table.
    """
    wanted = tuple(names)
    if not wanted:
        return table
    known = {row.name for row in table}
    for name in wanted:
        if name not in known:
            near = suggest(name, known)
            hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(sorted(known))}"
            msg = f"no preference {name!r}{hint}"
            raise UsageError(msg)
    return tuple(row for row in table if row.name in wanted)
