"""Colour themes as proof: a theme that breaks a pair of roles that can meet on a page cannot be built."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, Literal

from a11y_content.design.contrast import nearest, nearest_where, ratio
from a11y_content.design.tokens import SUFFIX, TOKEN_BAD, Token, builtin, load_tokens
from a11y_content.problem import ContentError, Problem, Spot, fault
from a11y_content.registry import suggest

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
    mend="give every role of docs/themes.md one colour, or a reference to another role",
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
        for role in ("edge", "accent", *CARE, "note", "important", "focus")
        for ground in ("paper", "surface")
    ),
    *(Pair(role, "surface", "shape") for role in ("do", "dont")),  # signs of advice, which always lies on a card
    Pair("focus", "focus-ground", "ring"),
)
"""Every pair that may meet: tests/browser/test_theme_pairs.py finds those that do on the pages."""

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


Palette = Mapping[str, Token]
"""A colour by role; two roles may have one token."""


def load_theme(text: str, file: str, name: str) -> Theme:
    """Read a theme's token file and prove its pairs; `file` is the name for messages.

    Raises `ContentError` with every missing role and every broken pair.
    """
    tokens, extensions = load_tokens(text, file)
    scheme, contrast = kind_of(extensions, file)
    if not scheme or not contrast:
        message = "$extensions.a11y-content needs scheme (light or dark) and contrast (normal or high)"
        raise ContentError([TOKEN_BAD.at(Spot(file, 1, 1), message)])
    colours = colours_of(tokens)
    problems = [*odd_roles(colours), *_missing(colours, Spot(file, 1, 1))]
    problems = problems or [*broken(colours, high=contrast == "high")]
    if problems:
        raise ContentError(problems)
    return proven(name, colours, dark=scheme == "dark", high=contrast == "high")


def proven(name: str, palette: Palette, *, dark: bool, high: bool) -> Theme:
    """Make a theme of a palette without a broken pair."""
    shown = MappingProxyType({role: palette[role].css for role in ROLES})
    return Theme(name=name, scheme="dark" if dark else "light", high=high, colours=shown)


@cache
def theme(name: str) -> Theme:
    """Give a theme of the package; raises `FileNotFoundError` for an unknown name."""
    return load_theme(builtin(f"themes/{name}"), _file(name), name)


@cache
def theme_tokens(name: str) -> Palette:
    """Give the colours of a theme of the package as tokens; raises `FileNotFoundError` for an unknown name."""
    return colours_of(load_tokens(builtin(f"themes/{name}"), _file(name))[0])


@cache
def theme_names() -> tuple[str, ...]:
    """Give the names of the package's themes."""
    folder = files("a11y_content.design") / "tokens" / "themes"
    return tuple(sorted(file.name.removesuffix(SUFFIX) for file in folder.iterdir() if file.name.endswith(SUFFIX)))


def kind_of(extensions: Mapping[str, Any], file: str) -> tuple[str, str]:
    """Give scheme and contrast that a file says under `$extensions.a11y-content`, empty where it does not.

    Raises `ContentError` for other words than light and dark, normal and high.
    """
    ours = extensions.get("a11y-content", {})
    if not isinstance(ours, Mapping) or ours.get("scheme", "light") not in {"light", "dark"}:
        raise ContentError([TOKEN_BAD.at(Spot(file, 1, 1), "$extensions.a11y-content.scheme is light or dark")])
    scheme, contrast = ours.get("scheme", ""), ours.get("contrast", "normal" if "scheme" in ours else "")
    if contrast not in {"", "normal", "high"}:
        raise ContentError([TOKEN_BAD.at(Spot(file, 1, 1), "$extensions.a11y-content.contrast is normal or high")])
    return scheme, contrast


def colours_of(tokens: Mapping[str, Token]) -> dict[str, Token]:
    """Give the tokens of the group `color`, by the rest of their names."""
    return {key.removeprefix("color."): token for key, token in tokens.items() if key.startswith("color.")}


def odd_roles(colours: Palette) -> Iterator[Problem]:
    """Find tokens of the group `color` that are no colour, or that nothing on a page reads."""
    for role, token in colours.items():
        if role in ROLES and token.type != "color":
            yield THEME_ROLE.at(token.spot, f"color.{role} is a {token.type}")
        elif role not in ROLES and not role.startswith("palette."):
            near = suggest(role, ROLES)
            hint = f"did you mean `{near}`?" if near else f"the roles are {', '.join(ROLES)}"
            yield THEME_ROLE.at(token.spot, f"nothing on a page reads color.{role}", hint)


def _missing(colours: Palette, spot: Spot) -> Iterator[Problem]:
    return (THEME_ROLE.at(spot, f"the theme has no color.{role}") for role in ROLES if role not in colours)


def broken(palette: Palette, *, high: bool, mine: Container[str] | None = None, name: str = "") -> Iterator[Problem]:
    """Find every pair that is too near, each once, at a place that the author can change.

    `mine` are the author's files, by default all; `name` is the theme's, where a file has several.
    """
    found: dict[tuple[Token, Token], tuple[Pair, float]] = {}
    for pair in PAIRS:
        front, ground, least = palette[pair.front], palette[pair.ground], LEAST[pair.use][high]
        if ratio(front.css, ground.css) < least and least > found.get((front, ground), (pair, 0.0))[1]:
            # One problem for two colours, with the most that is asked of them.
            found[front, ground] = (found.get((front, ground), (pair, 0.0))[0], least)
    for (front, ground), (pair, least) in found.items():
        theirs = mine is not None and front.spot.file not in mine
        # Cut, not rounded: 4.499 must not read as 4.50.
        shown = f"{int(ratio(front.css, ground.css) * 100) / 100:.2f}:1, and {least:g}:1 is needed"
        which = f"theme {name}: " if name else ""
        message = f"{which}{_called(pair.front, front)} on {_called(pair.ground, ground)} is {shown}"
        hint = _mend(pair, front, ground, least, theirs=theirs, fits=partial(_fitting, palette, high))
        yield THEME_CONTRAST.at(ground.spot if theirs else front.spot, message, hint)


def _called(role: str, token: Token) -> str:
    source = "" if token.name in {f"color.{role}", role} else f", which is {token.name},"
    return f"color.{role}{source} {token.css}"


def _mend(  # noqa: PLR0913  what an advice hangs on
    pair: Pair, front: Token, ground: Token, least: float, fits: Callable[[Token], str], *, theirs: bool
) -> str:
    """Say which colours would pass: of the front, and where only the ground is the author's, of the ground first."""
    near = nearest(front.oklch, ground.css, least) if front.oklch else ""
    if not theirs and not front.name.endswith(pair.front):  # the theme took it from another role
        return f"give {pair.front} a colour of its own: {near or 'none of this hue passes'}"
    if not theirs:
        if not near:
            return f"no lightness of this hue passes: change {pair.ground}"
        return f"{near} of the same hue would pass{_also(near, fits(front))}"
    other = nearest(ground.oklch, front.css, least) if ground.oklch else ""
    first = f"{other} of the same hue would pass for {pair.ground}" if other else f"no {pair.ground} of this hue passes"
    return f"{first}{_also(other, fits(ground))}" + (f"; or add {pair.front} = {near}" if near else "")


def _also(near: str, everywhere: str) -> str:
    return f", {everywhere} in all its pairs" if near and everywhere and everywhere != near else ""


def _fitting(palette: Palette, high: bool, token: Token) -> str:  # noqa: FBT001  bound by `partial`
    """Give the nearest colour that passes in every pair of a token, all other colours staying; empty if none does."""
    others = []
    for pair in PAIRS:
        front, ground = palette[pair.front], palette[pair.ground]
        if (front is token) != (ground is token):
            others.append((ground if front is token else front, LEAST[pair.use][high]))
    if token.oklch is None:
        return ""
    return nearest_where(token.oklch, lambda css: all(ratio(css, other.css) >= least for other, least in others))


def _file(name: str) -> str:
    return f"a11y_content/design/tokens/themes/{name}{SUFFIX}"
