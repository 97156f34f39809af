"""The brand of a site: the table `[brand]` of site.toml, and theme files beside it (docs/themes.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from a11y_content.design.brand import branded, check_font
from a11y_content.design.themes import ROLES, THEME_ROLE, colours_of, kind_of, theme_names
from a11y_content.design.tokens import SUFFIX, TOKEN_BAD, load_tokens
from a11y_content.model.raw import Raw
from a11y_content.model.site import Brand, BrandColour, BrandPalette, Site
from a11y_content.parsing import read
from a11y_content.problem import NOWHERE, ContentError, Level, Problem, Spot
from a11y_content.registry import suggest
from a11y_content.site.folders import THEMES, real

_MAIN: Final = "light"
"""The theme whose roles stand in `[brand]` itself."""
_FONT: Final = "font"


def read_brand(raw: Raw | None, folder: Path) -> tuple[Brand, list[Problem]]:
    """Read a site's brand and prove it; with problems, an empty one: half a brand is a look that nobody designed.

    `raw` is the table `[brand]`. Colours of a table win over those of a file for the same theme.
    """
    reader = _Reader()
    palettes = [*reader.files(folder), *reader.tables(raw)]
    brand = Brand(font=reader.font, palettes=tuple(palettes), spot=reader.font_spot)
    try:
        branded(palettes)
    except ContentError as error:
        reader.problems.extend(error.problems)
    return (brand, []) if not reader.problems else (Brand(), sorted(reader.problems, key=lambda one: one.where))


def with_brand(site: Site, brand: Brand) -> Site:
    """Give a site with a brand in all its languages."""
    spoken = {tag: replace(one, brand=brand) for tag, one in site.languages.items()}
    return replace(site, brand=brand, languages=spoken)


class _Reader:
    """Reads palettes and collects problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.font: tuple[str, ...] = ()
        self.font_spot = NOWHERE

    def files(self, folder: Path) -> Iterator[BrandPalette]:
        """Give the palette of every token file of the folder of themes."""
        for path in sorted((folder / THEMES).glob(f"*{SUFFIX}")):
            if path.name.startswith(".") or not real(path).is_relative_to(real(folder)):
                continue  # hidden, or a link out of the folder, which is told with all others
            text, problems = read(path)
            if any(one.level is Level.ERROR for one in problems):
                self.problems.extend(problems)
                continue
            shown = path.as_posix()
            try:
                tokens, extensions = load_tokens(text, shown)
                scheme, contrast = kind_of(extensions, shown)
            except ContentError as error:
                self.problems.extend(error.problems)
                continue
            colours = colours_of(tokens)
            if not colours:
                said = "the file has no group `color`, so it changes nothing"
                self.problems.append(TOKEN_BAD.at(Spot(shown, 1, 1), said))
            yield BrandPalette(
                theme=path.name.removesuffix(SUFFIX),
                colours=tuple(
                    BrandColour(role=role, value=token.css, spot=token.spot)
                    for role, token in colours.items()
                    if not role.startswith("palette.")
                ),
                scheme=scheme,
                contrast=contrast,
                spot=Spot(shown, 1, 1),
            )

    def tables(self, raw: Raw | None) -> Iterator[BrandPalette]:
        """Give the palettes of `[brand]` and of the tables below it."""
        if raw is None:
            return
        if not isinstance(raw.value, dict):
            hint = 'write a table: `[brand]` with lines such as `accent = "#0b6e4f"`'
            self.problems.append(TOKEN_BAD.at(raw.spot, "`brand` must be a table", hint))
            return
        own = {}
        for name, item in raw.value.items():
            spot = raw.keys.get(name, item.spot)
            if isinstance(item.value, dict):
                colours = self._colours(item.value, item, f"brand.{name}")
                yield BrandPalette(theme=name, colours=colours, spot=spot)
            elif name == _FONT:
                self._font(item, spot)
            else:
                own[name] = item
        colours = self._colours(own, raw, "brand")
        if colours:
            yield BrandPalette(theme=_MAIN, colours=colours, spot=raw.spot)

    def _colours(self, items: dict[str, Raw], raw: Raw, table: str) -> tuple[BrandColour, ...]:
        found = []
        for role, item in items.items():
            spot = raw.keys.get(role, item.spot)
            if role not in ROLES:
                words = (*ROLES, _FONT, *theme_names()) if table == "brand" else ROLES
                near = suggest(role, words)
                hint = f"did you mean `{near}`?" if near else f"the roles are {', '.join(ROLES)}"
                self.problems.append(THEME_ROLE.at(spot, f"{table} has no role `{role}`", hint))
            elif not isinstance(item.value, str):
                self.problems.append(TOKEN_BAD.at(spot, f"`{role}` must be text such as `#0b6e4f`"))
            else:
                found.append(BrandColour(role=role, value=item.value, spot=spot))
        return tuple(found)

    def _font(self, item: Raw, spot: Spot) -> None:
        names = [one.value for one in item.value] if isinstance(item.value, list) else [item.value]
        self.font_spot = spot
        words = [name for name in names if isinstance(name, str)]
        if len(words) < len(names) or not names:
            self.problems.append(
                TOKEN_BAD.at(spot, '`font` must be a list of names, such as `["Inter", "sans-serif"]`')
            )
            return
        try:
            check_font(words, spot)
        except ContentError as error:
            self.problems.extend(error.problems)
        else:
            self.font = tuple(words)
