"""Values of design tokens: what each type of the format looks like, and what it becomes in CSS.

Read are color, dimension, fontFamily and number. What is refused is refused with the reason, since a colour or size
that is silently dropped is a page that nobody designed.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from a11y_content.design.contrast import MOST_CHROMA, Oklch, read_colour, to_hex, to_oklch
from a11y_content.registry import suggest

_CHANNELS: Final = 3
_UNITS: Final = ("rem", "em", "ch")
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")
_SPACES: Final = (
    *("srgb", "srgb-linear", "hsl", "hwb", "lab", "lch", "oklab", "oklch"),
    *("display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d65", "xyz-d50"),
)
_GENERIC: Final = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"}
    | {"ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "math", "emoji"}
)
"""Names of families that every browser has."""
_CSS_WORDS: Final = "inherit|initial|unset|revert|revert-layer|default"
_PLAIN: Final = re.compile(rf"(?!(?:{_CSS_WORDS})$)[A-Za-z]+(?:-[A-Za-z]+)*", re.IGNORECASE)
"""Names that need no quotes: `Inter`, but not the words that CSS means itself."""
_FAMILY: Final = re.compile(r"[\w .&+'-]{1,80}")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as CSS text; a colour is `#rrggbb`, and its OKLCH beside it."""

    css: str
    oklch: Oklch | None = None


def value_of(kind: str, given: Any) -> Value:
    """Read a `$value` of a type; raises `ValueError` with a sentence that says what is wrong."""
    match kind:
        case "color":
            return _colour(given)
        case "dimension":
            return _dimension(given)
        case "fontFamily":
            return Value(families([given] if isinstance(given, str) else given))
        case "number":
            if _number(given):
                return Value(f"{given:g}")
            raise ValueError(_not(given, "a number"))
        case "":
            raise ValueError('it has no `$type`, and neither has a group around it; add `"$type": "color"`')
        case _:
            raise ValueError(f"the type {kind} is not used: pages read color, dimension, fontFamily and number")


def families(names: Any) -> str:
    """Give a list of font families as CSS; raises `ValueError` for a name that cannot be one."""
    if not isinstance(names, list | tuple) or not names:
        raise ValueError(_not(names, "a list of names of fonts"))
    for name in names:
        if not isinstance(name, str) or not _FAMILY.fullmatch(name):
            raise ValueError(_not(name, "the name of a font: letters, digits, spaces, hyphens"))
    return ",".join(name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False) for name in names)


def generic(name: str) -> bool:
    """Tell whether a family is one that every browser has, such as `sans-serif`."""
    return name in _GENERIC


def _colour(given: Any) -> Value:
    if isinstance(given, str):  # how older drafts of the format, and many exports, write it
        if re.fullmatch(r"#([0-9a-fA-F]{4}|[0-9a-fA-F]{8})", given):
            raise ValueError(f"{given} is partly transparent; contrast is proved on solid colours")
        return Value(*read_colour(given))
    if not isinstance(given, Mapping):
        raise ValueError(  # noqa: TRY004  wrong in the file, not in a call
            _not(given, 'a colour like {"colorSpace": "oklch", "components": [0.5, 0.1, 200]}')
        )
    space = given.get("colorSpace")
    if space not in _SPACES:
        near = suggest(space, _SPACES) if isinstance(space, str) else ""
        known = f"did you mean {near}?" if near else f"the format has {', '.join(_SPACES)}"
        raise ValueError(f"the colorSpace {json.dumps(space)[:40]} does not exist; {known}")
    if given.get("alpha", 1) != 1:
        raise ValueError(
            f"alpha is {json.dumps(given['alpha'])[:20]}; contrast is proved on solid colours, so leave it"
        )
    parts = given.get("components")
    if (
        not isinstance(parts, list)
        or len(parts) != _CHANNELS
        or not all(one == "none" or _number(one) for one in parts)
    ):
        raise ValueError(_not(parts, "three numbers under components"))
    numbers = [0.0 if one == "none" else float(one) for one in parts]
    fallback = given.get("hex")
    if fallback is not None and not (isinstance(fallback, str) and _HEX.fullmatch(fallback)):
        raise ValueError(_not(fallback, "six digits such as #0b6e4f under hex"))
    return _in_space(space, numbers, fallback.lower() if fallback else "")


def _in_space(space: str, numbers: list[float], fallback: str) -> Value:
    """Give a colour of a space that is computed here, or else its `hex`, which the format asks for just that."""
    if space == "oklch":
        if not (0 <= numbers[0] <= 1 and 0 <= numbers[1] <= MOST_CHROMA):
            raise ValueError(
                f"oklch has lightness 0 to 1 and chroma 0 to {MOST_CHROMA}; found {numbers[0]}, {numbers[1]}"
            )
        colour = Oklch(*numbers)
        return Value(to_hex(colour), colour)
    if space == "srgb":
        if not all(0 <= one <= 1 for one in numbers):
            raise ValueError(f"srgb has components from 0 to 1; found {numbers}")
        fallback = "#" + "".join(f"{round(one * 255):02x}" for one in numbers)
    if not fallback:
        raise ValueError(f"{space} is read by its `hex` only; add it, or write the colour in oklch or srgb")
    return Value(fallback, to_oklch(fallback))


def _dimension(given: Any) -> Value:
    example = 'a dimension like {"value": 1.5, "unit": "rem"}'
    if not isinstance(given, Mapping) or not _number(given.get("value")):
        raise ValueError(_not(given, example))
    unit = given.get("unit")
    if unit == "px":
        raise ValueError("px stays as it is where a reader enlarges the text; write it in rem, one sixteenth of it")
    if unit not in _UNITS:
        raise ValueError(f"the unit {json.dumps(unit)[:20]} is none of {', '.join(_UNITS)}")
    return Value(f"{given['value']:g}{unit}")


def _number(given: object) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e9 and math.isfinite(given)  # noqa: PLR2004


def _not(given: Any, wanted: str) -> str:
    shown = json.dumps(given, ensure_ascii=False)
    return f"the value {shown if len(shown) <= 80 else shown[:79] + '…'} is not {wanted}"  # noqa: PLR2004  one line
