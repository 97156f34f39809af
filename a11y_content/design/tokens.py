"""Design tokens: read the Design Tokens Community Group's JSON format, resolve references, say where an error stands.

Format: https://www.designtokens.org/tr/2025.10/format/. Read: groups, `$type` (inherited), `$value`, references such as
`{palette.ink}`; the types color (oklch, srgb), dimension, fontFamily, number. All else in a token file is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from a11y_content.design.contrast import Oklch, to_hex
from a11y_content.problem import ContentError, Problem, Spot, fault

TOKEN_BAD = fault(
    "token-bad",
    "A design token cannot be read",
    why="A colour or size that is silently dropped is a page that nobody designed.",
    mend="write it as the Design Tokens format says; docs/decisions/0020-look-and-tokens.md lists the types",
)

_JSON: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_REFERENCE: Final = re.compile(r"\{([^{}]+)\}")
_DEEPEST: Final = 20
_SRGB_CHANNELS: Final = 3
_UNITS: Final = ("rem", "em", "ch")

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One design decision with its place in the file."""

    name: str
    """Path in the file, joined by dots: `color.paper`."""
    type: str
    value: Any
    """The `$value` with references resolved."""
    spot: Spot

    @property
    def oklch(self) -> Oklch | None:
        """The colour as written, where it is written in OKLCH."""
        if self.type == "color" and self.value["colorSpace"] == "oklch":
            return Oklch(*self.value["components"])
        return None

    @property
    def css(self) -> str:
        """The value as CSS text; a colour is `#rrggbb`."""
        match self.type:
            case "color":
                return to_hex(self.oklch) if self.oklch else _srgb(self.value["components"])
            case "dimension":
                return f"{self.value['value']:g}{self.value['unit']}"
            case "fontFamily":
                return ",".join(_family(name) for name in self.value)
            case _:
                return f"{self.value:g}"


def _srgb(components: list[float]) -> str:
    return "#" + "".join(f"{round(min(1, max(0, c)) * 255):02x}" for c in components)


def _family(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z-]+", name) else json.dumps(name)


def builtin(name: str) -> str:
    """Give the text of a token file of the package, such as `base` or `themes/dark`."""
    return (files("a11y_content.design") / "tokens" / f"{name}.tokens.json").read_text("utf-8")


def load_tokens(text: str, file: str) -> tuple[dict[str, Token], dict[str, Any]]:
    """Read a token file; give its tokens by dotted name, and its `$extensions`.

    `file` is the name for messages. Raises `ContentError` with every problem found.
    """
    try:
        tree = json.loads(text, object_pairs_hook=_no_twins)
    except (json.JSONDecodeError, RecursionError) as error:
        spot = Spot(file, getattr(error, "lineno", 1), getattr(error, "colno", 1))
        raise ContentError([TOKEN_BAD.at(spot, f"not JSON: {getattr(error, 'msg', 'nested too deep')}")]) from None
    except ValueError as error:
        raise ContentError([TOKEN_BAD.at(Spot(file, 1, 1), str(error))]) from None
    if not isinstance(tree, dict):
        raise ContentError([TOKEN_BAD.at(Spot(file, 1, 1), "a token file is a JSON object")])
    spots = _spots(text, file)
    problems: list[Problem] = []
    raw = dict(_leaves(tree, spots, problems))
    tokens = {}
    for name, (kind, value, spot) in raw.items():
        kind_found, found = kind, value
        try:
            kind_found, found = _resolve(name, raw)
            _check(kind_found, found)
        except ValueError as error:
            problems.append(TOKEN_BAD.at(spot, f"token {name}: {error}"))
            continue
        tokens[name] = Token(name=name, type=kind_found, value=found, spot=spot)
    if problems:
        raise ContentError(problems)
    extensions = tree.get("$extensions")
    return tokens, extensions if isinstance(extensions, dict) else {}


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            msg = f"the key {key!r} is given twice"
            raise ValueError(msg)
        made[key] = value
    return made


_Leaf = tuple[str, Any, Spot]


def _leaves(tree: dict[str, Any], spots: Mapping[Path, Spot], problems: list[Problem]) -> Iterator[tuple[str, _Leaf]]:
    todo: list[tuple[Path, Any, str]] = [((), tree, "")]
    while todo:
        path, node, inherited = todo.pop()
        spot = spots.get(path, spots[()])
        if not isinstance(node, dict) or len(path) > _DEEPEST:
            problems.append(TOKEN_BAD.at(spot, f"{'.'.join(path)} is neither a token nor a group"))
            continue
        kind = str(node.get("$type", inherited))
        if "$value" in node:
            yield ".".join(path), (kind, node["$value"], spot)
            continue
        todo.extend(((*path, key), child, kind) for key, child in reversed(node.items()) if key[:1] != "$")


def _resolve(name: str, raw: Mapping[str, _Leaf]) -> tuple[str, Any]:
    seen = [name]
    kind, value, _ = raw[name]
    while isinstance(value, str) and (reference := _REFERENCE.fullmatch(value)):
        target = reference[1]
        if target in seen:
            msg = f"refers to itself: {' -> '.join([*seen, target])}"
            raise ValueError(msg)
        if target not in raw:
            msg = f"refers to {target}, which is not in the file"
            raise ValueError(msg)
        seen.append(target)
        kind, value, _ = raw[target]
    return kind, value


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check(kind: str, value: Any) -> None:
    match kind, value:
        case "color", {"colorSpace": "oklch" | "srgb", "components": [*parts]}:
            ok = len(parts) == _SRGB_CHANNELS and all(map(_number, parts)) and value.get("alpha", 1) == 1
            wanted = "three numbers, and no transparency: contrast is proved on solid colours"
        case "color", _:
            ok, wanted = False, 'like {"colorSpace": "oklch", "components": [0.5, 0.1, 200]}'
        case "dimension", {"value": size, "unit": unit}:
            ok, wanted = (
                _number(size) and unit in _UNITS,
                f"a number with one of the units {', '.join(_UNITS)}; never px",
            )
        case "fontFamily", [*names]:
            ok, wanted = bool(names) and all(isinstance(n, str) for n in names), "a list of names"
        case "number", size:
            ok, wanted = _number(size), "a number"
        case _:
            ok, wanted = False, "of the type color, dimension, fontFamily or number"
    if not ok:
        msg = f"the value {json.dumps(value)[:80]} is not {wanted}"
        raise ValueError(msg)


def _spots(text: str, file: str) -> dict[Path, Spot]:
    """Find the place of every key of a well-formed JSON text (`json` itself gives none)."""
    found: dict[Path, Spot] = {(): Spot(file, 1, 1)}
    path: list[str] = []
    opened: list[str] = []
    key = False
    for match in _JSON.finditer(text):
        mark = match.group()
        if mark in {"{", "["}:
            opened.append(mark)
            path.append("")
            key = mark == "{"
        elif mark in {"}", "]"}:
            opened.pop()
            path.pop()
        elif mark == ",":
            key = opened[-1] == "{"
        elif mark == ":":
            key = False
        elif key:
            path[-1] = json.loads(mark)
            start = match.start()
            line = text.count("\n", 0, start) + 1
            found[tuple(path)] = Spot(file, line, start - text.rfind("\n", 0, start))
    return found
