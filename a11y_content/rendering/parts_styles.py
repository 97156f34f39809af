"""The parts stylesheet: our styles for parts in a page that is not ours (docs/decisions/0044).

It is made of the same files as the stylesheet of our own pages. Layers give way to every rule without a layer, and the
rules of a foreign page have none; so here each floor stands, without its layer, inside the frames of our parts, with
more weight than the floor below. Tokens and preferences stay in a layer, since they only set custom properties of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from a11y_content.design.preference import AUTO, Preference
from a11y_content.design.stylesheet import ground
from a11y_content.design.tokens import builtin, load_tokens
from a11y_content.model.site import Brand
from a11y_content.rendering.styles import NO_BRAND, block_styles, package_file, site_design, without_comments

FRAME: Final = "a11y-part"
"""Class of the element around a part."""
_REM: Final = "--a11y-rem"
_SCALE: Final = "--a11y-text"
_LAYER: Final = re.compile(r"@layer \w+ \{")
_RULE: Final = re.compile(r"(?P<selector>:root[^{};]*)\{(?P<body>[^{}]*)\}")
_LENGTH: Final = re.compile(r"(?P<question>@(?:container|media)[^{]*\{)|(?<![\w.-])(?P<number>-?[\d.]+)rem\b")
_SPACE: Final = re.compile(
    r"""(?P<text>"[^"]*")|;?\s*(?P<end>\})\s*|\s*(?P<mark>[{;,])\s*|(?<=[\w-]): """  # in a string it stays
)
_IDS: Final = 3
"""The lowest floor weighs as much as a selector of three ids: `#page #content p` of a foreign page is lighter."""


@lru_cache(maxsize=16)
def parts_styles(table: tuple[Preference, ...], brand: Brand = NO_BRAND) -> str:
    """Give the stylesheet for parts whose menu offers these preferences, as CSS text."""
    floors = (
        (package_file("parts.css"),),
        (package_file("base.css"), package_file("languages.css")),
        block_styles(),
        (package_file("page.css"), package_file("ways.css")),
        (package_file("menu.css"), package_file("samples.css"), package_file("print.css")),
    )
    framed = (_framed(text, _IDS + floor) for floor, texts in enumerate(floors) for text in texts)
    made = (_unit(), "@layer a11y{", _own_lengths(site_design(table, brand)), "}", *_root_size(table), *framed)
    return _tight("\n".join(made))


def _tight(css: str) -> str:
    """Leave out the space that means nothing: our own rem takes room, and the budget is that of our own pages."""
    return _SPACE.sub(lambda found: found["text"] or found["end"] or found["mark"] or ":", without_comments(css)) + "\n"


def _unit() -> str:
    """Declare our own `rem`: a length that is computed once, where a frame says the reader's own size."""
    rule = f'@property {_REM}{{syntax:"<length>";inherits:true;initial-value:16px}}'
    return f"{rule}\n@layer a11y{{:root{{{_REM}:1rem}}}}"


def _framed(text: str, ids: int) -> str:
    """Put a file inside the frames in place of its layer; `ids` is the weight of each of its selectors."""
    inside, layers = _LAYER.subn(f".{FRAME}:not({'#_' * ids}){{", without_comments(text))
    if layers != 1:
        msg = f"a CSS file has one layer around everything; this one has {layers}: {text[:60]!r}"
        raise ValueError(msg)
    return _scaled(inside)


def _scaled(css: str) -> str:
    """Write lengths in our own rem; in a question to a container, which knows no properties, in the em of its text."""

    def scaled(found: re.Match[str]) -> str:
        if found["question"]:
            return _LENGTH_IN_QUESTION.sub(lambda one: f"{float(one[1]) / _body_size():.6g}em", found["question"])
        return f"calc({found['number']} * var({_REM}))"

    return _LENGTH.sub(scaled, css)


_LENGTH_IN_QUESTION: Final = re.compile(r"([\d.]+)rem\b")


@lru_cache(maxsize=1)
def _body_size() -> float:
    """Give the size of running text in rem: every container that is asked has it."""
    tokens, _ = load_tokens(builtin("base"), "a11y_content/design/tokens/base.tokens.json")
    return float(tokens["step.0"].css.removesuffix("rem"))


def _own_lengths(css: str) -> str:
    """Let the frames, too, set what `:root` sets in rem: a property is computed where it is set."""
    lengths = _names_of_lengths(_RULE.findall(css))

    def split(found: re.Match[str]) -> str:
        declared = found["body"].split(";")
        own = [one for one in declared if one.partition(":")[0] in lengths]
        if not own:
            return found[0]
        inner = f"&,.{FRAME}{{{';'.join(own)}}}"
        body = ";".join([*(one for one in declared if one not in own), inner])
        return f"{found['selector']}{{{body}}}"

    return _scaled(_RULE.sub(split, css))


def _names_of_lengths(rules: Iterable[tuple[str, str]]) -> set[str]:
    declared = [one.partition(":")[::2] for _, body in rules for one in body.split(";")]
    found: set[str] = set()
    while more := {
        name
        for name, value in declared
        if name not in found and (re.search(r"\drem\b", value) or any(f"var({one})" in value for one in found))
    }:
        found |= more
    return found


def _root_size(table: Iterable[Preference]) -> Iterable[str]:
    """Let a chosen text size reach the rest of the page by its root; the page's own size there stays as it is."""
    for row in table:
        if _SCALE not in ground(row).sets:
            continue
        usual = ground(row).value
        chosen = f":has(.a11y-choice--{row.name} :checked:not([value={AUTO}]"
        stored = f'[{row.attribute}]:not([{row.attribute}="{usual}"],{chosen})))'
        picked = f'{chosen},[value="{usual}"]))'
        yield (
            f":is({'#_' * _IDS},:root):is({stored},{picked}){{font-size:calc(var(--a11y-root,100%) * var({_SCALE}))}}"
        )
