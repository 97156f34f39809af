"""Styles: the stylesheet of a site, put together from the design, the package's CSS files and those of the blocks."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Final

from a11y_content.design.brand import branded, check_font
from a11y_content.design.preference import Preference
from a11y_content.design.stylesheet import stylesheet as design_stylesheet
from a11y_content.model.site import Brand

NO_BRAND: Final = Brand()
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_FLOORS: Final = (
    *(("root.css", ""), ("base.css", ""), ("languages.css", "blocks")),
    *(("page.css", ""), ("ways.css", ""), ("menu.css", ""), ("samples.css", ""), ("print.css", "")),
)


def site_design(table: tuple[Preference, ...], brand: Brand) -> str:
    """Give the CSS of tokens and preferences in a site's own look.

    Raises `ContentError` where a colour of the brand breaks a pair.
    """
    if brand.font:
        check_font(brand.font, brand.spot)
    return design_stylesheet(table, branded(brand.palettes), brand.font)


@lru_cache(maxsize=16)
def page_styles(table: tuple[Preference, ...], brand: Brand = NO_BRAND) -> str:
    """Give the whole stylesheet of pages whose menu offers these preferences, as CSS text.

    Raises `ContentError` where a colour of the brand breaks a pair.
    """
    parts = [site_design(table, brand)]
    for file, after in _FLOORS:
        parts.append(package_file(file))
        if after:
            parts.extend(block_styles())
    return without_comments("\n".join(parts))


def block_styles() -> tuple[str, ...]:
    """Give the CSS of every kind of block, in the order of their names."""
    folder = resources.files("a11y_content.blocks")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".css")), key=lambda file: file.name)
    return tuple(file.read_text(encoding="utf-8") for file in files)


@lru_cache(maxsize=16)
def package_file(name: str) -> str:
    """Give the text of a CSS or JavaScript file of `rendering/assets`."""
    return resources.files("a11y_content.rendering").joinpath("assets", name).read_text(encoding="utf-8")


def without_comments(text: str) -> str:
    """Leave out block comments, whole-line `//` comments, indentation and empty lines: half of the bytes, no risk."""
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
