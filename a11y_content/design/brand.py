"""Brands: a site's own colours over the themes of the package, held to the same pairs (docs/decisions/0045-brand.md).

What a brand does not give stays as the theme says it, references included: where a theme's `link` refers to its
`accent`, a new accent gives new links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Protocol

from a11y_content.design.contrast import read_colour
from a11y_content.design.preferences import preferences
from a11y_content.design.themes import (
    ROLES,
    THEME_ROLE,
    Theme,
    broken,
    odd_roles,
    proven,
    theme,
    theme_names,
    theme_tokens,
)
from a11y_content.design.token_values import families
from a11y_content.design.tokens import TOKEN_BAD, Token
from a11y_content.problem import ContentError, Problem, Spot, fault
from a11y_content.registry import suggest

THEME_UNKNOWN = fault(
    "theme-unknown",
    "A brand has colours for a theme that no reader can choose",
    why="The colours would never be seen, and whoever wrote them would not know.",
    mend="use the name of a theme of the menu; docs/themes.md says how to add one",
)


class Given(Protocol):
    """A colour that a brand gives; `value` is text such as `#0b6e4f`."""

    @property
    def role(self) -> str:
        """Which role."""

    @property
    def value(self) -> str:
        """The colour as written."""

    @property
    def spot(self) -> Spot:
        """Where it stands."""


class GivenPalette(Protocol):
    """Colours of one theme; `scheme` and `contrast` say what a new theme is."""

    @property
    def theme(self) -> str:
        """Name of the theme."""

    @property
    def colours(self) -> Sequence[Given]:
        """The colours."""

    @property
    def scheme(self) -> str:
        """`light`, `dark`, or empty."""

    @property
    def contrast(self) -> str:
        """`normal`, `high`, or empty."""

    @property
    def spot(self) -> Spot:
        """Where it begins."""


_NONE: Final[Mapping[str, Theme]] = MappingProxyType({})


def branded(palettes: Iterable[GivenPalette]) -> Mapping[str, Theme]:
    """Give the themes that a brand changes or adds, by name; of two palettes for one theme, the later one wins.

    Raises `ContentError` with every unknown theme and role, every colour that cannot be read, and every broken pair.
    """
    by_theme: dict[str, list[GivenPalette]] = {}
    for palette in palettes:
        by_theme.setdefault(palette.theme, []).append(palette)
    problems: list[Problem] = []
    made = {name: _theme(name, several, problems) for name, several in by_theme.items()}
    if problems:
        raise ContentError(problems)
    return MappingProxyType({name: one for name, one in made.items() if one}) if made else _NONE


def check_font(names: Sequence[str], spot: Spot) -> None:
    """Refuse names that cannot be font families; raises `ContentError`."""
    try:
        families(names)
    except ValueError as error:
        raise ContentError([TOKEN_BAD.at(spot, f"brand font: {error}")]) from None


def _theme(name: str, palettes: Sequence[GivenPalette], problems: list[Problem]) -> Theme | None:
    known = theme_names()
    if name not in known and name not in {option.theme for row in preferences() for option in row.options}:
        near = suggest(name, known)
        hint = f"did you mean `{near}`?" if near else f"the themes are {', '.join(known)}"
        problems.append(THEME_UNKNOWN.at(palettes[0].spot, f"no theme is called {name!r}", hint))
        return None
    given = {one.role: token for palette in palettes for one in palette.colours if (token := _token(one, problems))}
    problems.extend(odd_roles(given))
    dark, high = _kind(name, palettes, problems)
    base = theme_tokens(name) if name in known else {}
    missing = [role for role in ROLES if role not in base and role not in given]
    problems.extend(THEME_ROLE.at(palettes[0].spot, f"the theme {name} has no color.{role}") for role in missing)
    if missing:
        return None
    palette = {role: given.get(role) or _followed(role, base, given) for role in ROLES}
    problems.extend(broken(palette, high=high, mine={token.spot.file for token in given.values()}, name=name))
    return proven(name, palette, dark=dark, high=high)


def _token(one: Given, problems: list[Problem]) -> Token | None:
    try:
        css, oklch = read_colour(one.value)
    except ValueError as error:
        problems.append(TOKEN_BAD.at(one.spot, f"{one.role}: {error}"))
        return None
    return Token(name=f"color.{one.role}", type="color", css=css, oklch=oklch, refers="", spot=one.spot)


def _kind(name: str, palettes: Sequence[GivenPalette], problems: list[Problem]) -> tuple[bool, bool]:
    """Tell whether a theme is dark, and of high contrast; a brand cannot turn a theme of the package into another."""
    ours = theme(name) if name in theme_names() else None
    dark, high = (ours.scheme == "dark", ours.high) if ours else (False, False)
    said = False
    for palette in palettes:
        if ours and palette.scheme and ((palette.scheme == "dark") != dark or (palette.contrast == "high") != high):
            what = f"the theme {name} is {ours.scheme} with {'high' if high else 'normal'} contrast"
            hint = "give the file the same scheme and contrast under $extensions, or neither"
            problems.append(TOKEN_BAD.at(palette.spot, f"{what}; the file says otherwise", hint))
        elif not ours and palette.scheme:
            dark, high, said = palette.scheme == "dark", palette.contrast == "high", True
    if not ours and not said:
        message = f"the new theme {name} needs a file with scheme and contrast under $extensions.a11y-content"
        problems.append(TOKEN_BAD.at(palettes[0].spot, message))
    return dark, high


def _followed(role: str, base: Mapping[str, Token], given: Mapping[str, Token]) -> Token:
    """Give the theme's own colour of a role, or the brand's where the theme refers to a role that the brand gives."""
    token = base[role]
    target = token.refers.removeprefix("color.")
    if not token.refers or target not in base:
        return token
    if target in given:
        return given[target]
    found = _followed(target, base, given)
    return found if found.spot.file != token.spot.file else token
