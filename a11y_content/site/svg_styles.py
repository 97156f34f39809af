r"""Styles inside SVG files: only what colours and places shapes passes; nothing that could load a file.

CSS is not parsed in general: a rule, a declaration or a value that is not of the few plain forms below is left out.
Escapes (`u\72l(`) and comments inside values are of no plain form, so what is read here is what a browser reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_WORDS: Final = """
alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
color-rendering cx cy direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
flood-color flood-opacity font font-family font-feature-settings font-kerning font-optical-sizing font-size
font-size-adjust font-stretch font-style font-variant font-variant-alternates font-variant-caps
font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position font-weight height
image-rendering inline-size isolation letter-spacing lighting-color line-height marker marker-end marker-mid
marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events r rx ry shape-margin
shape-padding shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray
stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor
text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation
text-rendering text-transform transform transform-box transform-origin unicode-bidi vector-effect visibility
white-space width word-spacing writing-mode x y
"""
PROPERTIES: Final = frozenset(_WORDS.split())
"""Properties that may be set, in a style or as an attribute of their name."""

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_FUNCTION: Final = re.compile(r"([A-Za-z-]*)\(")
_ALLOWED: Final = (
    "rgb rgba hsl hsla matrix translate translatex translatey rotate scale scalex scaley skewx skewy calc rect"
)
_FUNCTIONS: Final = frozenset(_ALLOWED.split())
_URL: Final = re.compile(r"url\(\s*(?:\"#([\w.:-]+)\"|'#([\w.:-]+)'|#([\w.:-]+))\s*\)", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[\w\s.,%()+\-*/#'\":;!]*")
_SELECTOR: Final = re.compile(r"[\w\s.,#>+~*\-]+|(?:[\w.#*-]+:(?:first|last)-child)")
_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")


def plain_value(value: str) -> bool:
    """Tell whether a value loads nothing: plain signs, functions of colour and place, `url(#name)` of this file."""
    left = _URL.sub("", value)
    if not _PLAIN.fullmatch(left) or "/*" in left or "//" in left:
        return False
    return all(name.lower() in _FUNCTIONS or not name for name in _FUNCTION.findall(left))


def declarations(text: str, tell: Callable[[str], None]) -> str:
    """Give the declarations of a `style` that pass; the others are told."""
    kept = []
    for one in _COMMENT.sub("", text).split(";"):
        name, colon, value = (part.strip() for part in one.partition(":"))
        if not colon:
            if name:
                tell(f"the style “{name[:60]}”")
        elif name.startswith("-") or not plain_value(value) or ":" in value or name.lower() not in PROPERTIES:
            # What an editor says to itself (`-inkscape-stroke`) is left out without a word.
            if not name.startswith("-") or not plain_value(value):
                tell(f"the style “{one.strip()[:60]}”")
        else:
            kept.append(f"{name}:{' '.join(value.split())}")
    return ";".join(kept)


def rules(text: str, tell: Callable[[str], None]) -> str:
    """Give the rules of a style sheet that pass; at-rules and all else are told."""
    text = _COMMENT.sub("", text).replace("<!--", "").replace("-->", "")
    kept: list[str] = []
    while text.strip():
        text = text.strip()
        if text.startswith("@"):
            cut = _end_of_at_rule(text)
            tell(f"the style “{text[:60]}”")
            text = text[cut:]
            continue
        found = _RULE.match(text)
        if found is None:
            tell(f"the style “{text[:60]}”")
            break
        selector = " ".join(found[1].split())
        if not _SELECTOR.fullmatch(selector):
            tell(f"the style “{selector[:60]}”")
        elif made := declarations(found[2], tell):
            kept.append(f"{selector}{{{made}}}")
        text = text[found.end() :]
    return "".join(kept)


def _end_of_at_rule(text: str) -> int:
    """Find where an at-rule ends: at its semicolon, or where its braces are closed."""
    depth = 0
    for place, sign in enumerate(text):
        if sign == ";" and not depth:
            return place + 1
        depth += (sign == "{") - (sign == "}")
        if sign == "}" and depth <= 0:
            return place + 1
    return len(text)
