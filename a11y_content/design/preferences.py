"""THE TABLE: every preference of the accessibility menu, declared once.

The menu's form, the CSS, the boot script's whitelist, the modes of an audit, the emulated media, the JSON Schema, the
preview and the docs are all derived from `preferences()`. To add a preference, add a row here and nothing else; a site
adds one of its own with `add_preference`.

An absent attribute on `<html>` means auto: follow the device. `standard` is a value of its own wherever a device wish
could be switched off. Options go weakest wish first, since of two rules that match the later one wins. The first option
without wishes is what auto means where the device wishes nothing; all options of a row set the same custom properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from a11y_content.design.environment import NAMES
from a11y_content.design.preference import AUTO, RESERVED, Option, Preference, Preset
from a11y_content.problem import UsageError
from a11y_content.registry import suggest

_WORD: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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
        Option(value="custom", label="Own colours", own=True),
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
        # Paragraphs 1.5 times as far apart as lines, as WCAG 1.4.8 asks.
        Option(value="wider", label="Wider", sets=_spacing("2", "1.7", "3em", "0.16em", "0.24em")),
    ),
)

# Faces that systems bring along: macOS and iOS, Windows, Linux and Android.
_SANS: Final = 'system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif'
_SERIF: Final = '"Iowan Old Style","Palatino Linotype","URW Palladio L","Noto Serif",Georgia,serif'
LEGIBLE: Final = "A11y Legible"
"""The family of the self-hosted face; where a page cannot load it, installed faces with as distinct letters."""

FONT: Final = Preference(
    name="font",
    label="Typeface",
    auto="Auto",
    criteria=("1.4.8",),
    options=(
        Option(value="standard", label="Standard", sets={"--a11y-typeface": "var(--a11y-font)"}),
        Option(value="sans", label="Sans serif", sets={"--a11y-typeface": _SANS}),
        Option(value="serif", label="Serif", sets={"--a11y-typeface": _SERIF}),
        Option(
            value="legible",
            label="Alternative letter shapes",
            sets={
                "--a11y-typeface": f'"{LEGIBLE}","Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,'
                '"DejaVu Sans",sans-serif'
            },
            loads=True,
        ),
    ),
)

WIDTH: Final = Preference(
    name="width",
    label="Line width",
    auto="Auto",
    criteria=("1.4.8",),
    options=(
        Option(value="standard", label="Standard", sets={"--a11y-measure": "var(--a11y-column-standard)"}),
        Option(value="narrow", label="Narrow", sets={"--a11y-measure": "var(--a11y-column-narrow)"}),
    ),
)


def _emphasis(underline: str, weight: str, heading: str, ring: str) -> dict[str, str]:
    return {
        "--a11y-underline": underline,
        "--a11y-link-weight": weight,
        "--a11y-heading-line": heading,
        "--a11y-ring": ring,
    }


EMPHASIS: Final = Preference(
    name="emphasis",
    label="Links, headings and focus",
    auto="Auto",
    criteria=("1.4.1", "2.4.13"),
    options=(
        Option(value="standard", label="Standard", sets=_emphasis("0.07em", "initial", "0", "0.1875rem")),
        Option(
            value="strong",
            label="Strong",
            sets=_emphasis("0.14em", "700", "0.1875rem", "0.3125rem"),
            wishes=(("prefers-contrast", "more"),),
        ),
    ),
)

PREFERENCES: Final[tuple[Preference, ...]] = (TEXT, CONTRAST, MOTION, SPACING, FONT, WIDTH, EMPHASIS)
"""The rows of the package."""

PRESETS: Final = (
    # The whole of WCAG 1.4.8: narrow columns, never justified, lines 2 and paragraphs 3, text to 200 % and beyond
    # without scrolling sideways, and colours to choose from.
    Preset(
        name="easy-reading",
        label="Easy reading",
        sets={"text": "125", "motion": "reduced", "spacing": "wider", "width": "narrow"},
    ),
    Preset(
        name="low-vision",
        label="Low vision",
        sets={"text": "200", "contrast": "high-dark", "spacing": "wide", "emphasis": "strong"},
    ),
    Preset(name="calm", label="Calm", sets={"contrast": "sepia", "motion": "reduced", "spacing": "wide"}),
)

_added: dict[str, Preference] = {}


def preferences() -> tuple[Preference, ...]:
    """Give all rows: those of the package, then those that were added."""
    return (*PREFERENCES, *_added.values())


def add_preference(row: Preference) -> None:
    """Add a row for every page that is rendered from now on; its words are shown as they are in every language.

    Raises `UsageError` for a name that is taken, or a name or value that cannot stand in an attribute and a mode's id.
    """
    if row.name in NAMES:
        raise UsageError(f"{row.name!r} names an environment of a mode; give the preference another name")
    if row.name in RESERVED or any(row.name == one.name for one in preferences()):
        raise UsageError(f"there is a preference {row.name!r} already")
    for word in (row.name, *row.values):
        if not _WORD.fullmatch(word) or word == AUTO:
            raise UsageError(f"{word!r} cannot name a preference or a value: use a-z, 0-9 and hyphens, and not `auto`")
    _added[row.name] = row


def added() -> tuple[Preference, ...]:
    """Give the rows that were added, for a worker process to add them too."""
    return tuple(_added.values())


def presets(table: Iterable[Preference]) -> tuple[Preset, ...]:
    """Give the presets of a table, each with the choices that the table offers; one without any is left out."""
    values = {row.name: row.values for row in table}
    found = []
    for preset in PRESETS:
        sets = {name: value for name, value in preset.sets.items() if value in values.get(name, ())}
        if sets:
            found.append(Preset(name=preset.name, label=preset.label, sets=sets))
    return tuple(found)


def offered(names: Iterable[str] = ()) -> tuple[Preference, ...]:
    """Give the rows with these names in table order, all of them for no names.

    Raises `UsageError` for a name that is not in the table.
    """
    table, wanted = preferences(), tuple(names)
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
