"""Colour themes as proof: a theme that breaks a pair of roles that can meet on a page cannot be built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, Literal

from a11y_content.design.contrast import nearest, ratio
from a11y_content.design.tokens import TOKEN_BAD, Token, builtin, load_tokens
from a11y_content.problem import ContentError, Problem, Spot, fault

THEME_CONTRAST = fault(
    "theme-contrast",
    "Two colours of a theme are too near each other",
    why="People with low vision, in sunlight or with a tired screen cannot read it or find it.",
    mend="make one of the two lighter or darker",
    criterion="1.4.3",
)
THEME_ROLE = fault(
    "theme-role",
    "A theme lacks a colour role, or has one too many",
    why="A role without a colour falls back to another theme's, and nobody has measured that pair.",
    mend="give every role of docs/decisions/0020-look-and-tokens.md one colour, or a reference to another role",
)

CARE: Final = ("care-non-urgent", "care-urgent", "care-emergency")
ROLES: Final = (
    *("paper", "surface", "ink", "muted", "edge", "accent", "on-accent", "link", "visited", "focus", "focus-ground"),
    *(role for care in CARE for role in (care, f"on-{care}")),
    *("do", "dont", "note", "important"),
)
"""What a colour is for. `paper` is the page, `surface` what lies on it, `edge` the borders, `on-X` the text on X."""

SWATCH: Final = ("paper", "surface", "ink", "edge", "accent", "on-accent")
"""The roles that a theme's radio in the menu wears."""

Use = Literal["text", "body", "shape", "ring"]

LEAST: Final[Mapping[Use, tuple[float, float]]] = MappingProxyType(
    {
        "text": (4.5, 7.0),  # WCAG 1.4.3, 1.4.6
        "body": (7.0, 7.0),  # running text and the opener of the menu: 1.4.6 everywhere
        "shape": (3.0, 3.0),  # WCAG 1.4.11
        # Two colours 9:1 apart: whatever ground lies between or beside them is 3:1 from one of the two.
        "ring": (9.0, 9.0),
    }
)
"""Least ratio of each use: in an ordinary theme, in a high-contrast one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two roles that meet on a page."""

    front: str
    ground: str
    use: Use


PAIRS: Final = (
    *(Pair("ink", ground, "body") for ground in ("paper", "surface")),
    *(Pair(role, ground, "text") for role in ("muted", "accent", "link", "visited") for ground in ("paper", "surface")),
    *(Pair(f"on-{ground}", ground, "text") for ground in ("accent", *CARE)),
    *(
        Pair(role, ground, "shape")
        for role in ("edge", "accent", *CARE, "do", "dont", "note", "important", "focus")
        for ground in ("paper", "surface")
    ),
    Pair("focus", "focus-ground", "ring"),
)
"""Every pair that may meet; a colour used otherwise is a fault of the stylesheet, and the audit finds it."""

GROUNDS: Final = ("paper", "surface", "focus-ground", "on-accent", *(f"on-{care}" for care in CARE))
"""The roles that take the ground's colour where a palette has two colours only."""

FORCED: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(ROLES, "CanvasText")
    | dict.fromkeys(GROUNDS, "Canvas")
    | {"link": "LinkText", "visited": "VisitedText", "edge": "ButtonBorder"}
)
"""Where the reader's own palette is forced, every theme stands down to the system's colours."""

OWN_INK: Final = "#10243f"
OWN_PAPER: Final = "#eaf3ff"
"""The pair that "own colours" starts with; `test_themes` proves it."""

OWN: Final[Mapping[str, str]] = MappingProxyType(
    {role: f"var(--a11y-own-{'paper' if role in GROUNDS else 'ink'})" for role in ROLES}
)
"""Where the reader picks a pair (WCAG 1.4.8), every role is one of the two; the page's script says which they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A proven palette: `#rrggbb` by role."""

    name: str
    scheme: Literal["light", "dark"]
    high: bool
    """High contrast: 7:1 for all text."""
    colours: Mapping[str, str]


def load_theme(text: str, file: str, name: str) -> Theme:
    """Read a theme's token file and prove its pairs; `file` is the name for messages.

    Raises `ContentError` with every missing role and every broken pair.
    """
    tokens, extensions = load_tokens(text, file)
    ours = extensions.get("a11y-content", {})
    scheme, contrast = ours.get("scheme"), ours.get("contrast", "normal")
    if scheme not in {"light", "dark"} or contrast not in {"normal", "high"}:
        message = "$extensions.a11y-content needs scheme (light or dark) and contrast (normal or high)"
        raise ContentError([TOKEN_BAD.at(Spot(file, 1, 1), message)])
    colours = {key.removeprefix("color."): token for key, token in tokens.items() if key.startswith("color.")}
    problems = [*_roles(colours, file)] or [*_broken(colours, high=contrast == "high")]
    if problems:
        raise ContentError(problems)
    shown = MappingProxyType({role: colours[role].css for role in ROLES})
    return Theme(name=name, scheme=scheme, high=contrast == "high", colours=shown)


@cache
def theme(name: str) -> Theme:
    """Give a theme of the package; raises `FileNotFoundError` for an unknown name."""
    return load_theme(builtin(f"themes/{name}"), f"a11y_content/design/tokens/themes/{name}.tokens.json", name)


def _roles(colours: Mapping[str, Token], file: str) -> Iterator[Problem]:
    for role in ROLES:
        if role not in colours:
            yield THEME_ROLE.at(Spot(file, 1, 1), f"the theme has no color.{role}")
        elif colours[role].type != "color":
            yield THEME_ROLE.at(colours[role].spot, f"color.{role} is a {colours[role].type}")
    for role, token in colours.items():
        if role not in ROLES and not role.startswith("palette."):
            yield THEME_ROLE.at(token.spot, f"nothing on a page reads color.{role}")


def _broken(colours: Mapping[str, Token], *, high: bool) -> Iterator[Problem]:
    for pair in PAIRS:
        front, ground = colours[pair.front], colours[pair.ground]
        least = LEAST[pair.use][high]
        found = ratio(front.css, ground.css)
        if found < least:
            passing = nearest(front.oklch, ground.css, least) if front.oklch else ""
            hint = (
                f"{passing} of the same hue would pass"
                if passing
                else "no lightness of this hue passes: change the ground"
            )
            # Cut, not rounded: 4.499 must not read as 4.50.
            shown = f"{int(found * 100) / 100:.2f}:1, and {least:g}:1 is needed"
            message = f"color.{pair.front} {front.css} on color.{pair.ground} {ground.css} is {shown}"
            yield THEME_CONTRAST.at(front.spot, message, hint)
