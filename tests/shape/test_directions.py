"""A page from right to left is the same page turned round, so no stylesheet says left or right (or top, or bottom)."""

import re
from pathlib import Path

import pytest

from a11y_content.design.stylesheet import stylesheet

PACKAGE = Path(__file__).parents[2] / "a11y_content"
SIDES = "left|right|top|bottom"
PHYSICAL = re.compile(
    "|".join(
        (
            rf"(?:margin|padding|scroll-margin|scroll-padding|border)-(?:{SIDES})\b[\w-]*\s*:",
            rf"(?<![\w-])(?:{SIDES})\s*:",
            r"(?<![\w-])(?:text-align|text-align-last|float|clear|caption-side)\s*:\s*(?:left|right)\b",
            r"border-(?:top|bottom)-(?:left|right)-radius\s*:",
            r"(?<![\w-])(?:min-|max-)?(?:width|height)\s*:(?!\s*revert|[^;{}]*\))",
            # Four values are top, right, bottom, left: no fault only where right and left are the same.
            r"(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*[^\s;()]+\s+([^\s;()]+)\s+[^\s;()]+\s+(?!\1\s*;)[^\s;()]+",
        )
    )
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def physical(css: str) -> list[str]:
    return [found.group() for found in PHYSICAL.finditer(COMMENT.sub("", css))]


@pytest.mark.parametrize(
    "rule",
    [
        *("margin-left: 1em", "padding-right: 0", "border-bottom: 1px solid", "scroll-margin-top: 1em", "left: 0"),
        *("text-align: right", "float: left", "border-top-left-radius: 1em", "max-width: 4em", "height: 1em"),
        *("margin: 0 1em 0 2em", "inset: 0 auto 0 0", "border-left-color: red"),
    ],
)
def test_a_physical_property_is_found(rule: str) -> None:
    assert physical(f"p {{ {rule}; }}")


@pytest.mark.parametrize(
    "rule",
    [
        *("margin-inline-start: 1em", "text-align: start", "vertical-align: top", "inset-inline-end: 0", "inset: 0"),
        *("max-inline-size: 4em", "border-width: 1em", "margin: 0 1em 0 1em", "line-height: 1", "inset: 0 auto"),
        *("text-emphasis-position: under right", "width: revert-layer"),
    ],
)
def test_a_logical_one_is_none(rule: str) -> None:
    assert physical(f"@media (min-width: 40em) {{ p {{ {rule}; }} }}") == []


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.css")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_stylesheet_is_physical(file: Path) -> None:
    assert physical(file.read_text("utf-8")) == []


def test_what_is_written_from_the_table_is_not_physical_either() -> None:
    assert physical(stylesheet()) == []
