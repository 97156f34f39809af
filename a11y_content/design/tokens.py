"""Design tokens: read the Design Tokens Community Group's JSON format, resolve references, say where an error stands.

Format: https://www.designtokens.org/tr/2025.10/format/. Read: groups, `$type` (inherited), `$root`, `$extends`,
`$value`, references to whole tokens (`{palette.ink}`, or `$ref` with a JSON pointer). Which types: `token_values`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Final
from urllib.parse import unquote

from a11y_content.design.contrast import Oklch
from a11y_content.design.token_places import places
from a11y_content.design.token_values import value_of
from a11y_content.problem import ContentError, Problem, Spot, fault
from a11y_content.registry import suggest

TOKEN_BAD = fault(
    "token-bad",
    "A design token cannot be read",
    why="A colour or size that is silently dropped is a page that nobody designed.",
    mend="write it as the Design Tokens format says; docs/themes.md lists what is read",
)

SUFFIX: Final = ".tokens.json"
_REFERENCE: Final = re.compile(r"\{([^{}]+)\}")
_DEEPEST: Final = 20
_LONGEST: Final = 300_000
_MOST: Final = 3_000
_ROOT: Final = "$root"
_KNOWN: Final = ("$value", "$ref", "$type", "$description", "$deprecated", "$extensions", "$extends", _ROOT)
_OF_FILES: Final = ("$schema", "$themes", "$metadata")
"""Properties of a whole file: the format's, and those of Tokens Studio, which hold no values."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One design decision with its place in the file."""

    name: str
    """Path in the file, joined by dots: `color.paper`; `$root` at its end is left out."""
    type: str
    css: str
    """The value as CSS text; a colour is `#rrggbb`."""
    oklch: Oklch | None
    """The colour as written, where it is one."""
    refers: str
    """Name of the token that this one refers to; empty where it has a value of its own."""
    spot: Spot


def builtin(name: str) -> str:
    """Give the text of a token file of the package, such as `base` or `themes/dark`."""
    return (files("a11y_content.design") / "tokens" / f"{name}{SUFFIX}").read_text("utf-8")


def load_tokens(text: str, file: str) -> tuple[dict[str, Token], dict[str, Any]]:
    """Read a token file; give its tokens by dotted name, and its `$extensions`.

    `file` is the name for messages. Raises `ContentError` with every problem found.
    """
    tree = _json(text, file)
    spots, twins = places(text, file, _DEEPEST + 1)
    problems = [TOKEN_BAD.at(spot, f"the key {key!r} is given twice") for key, spot in twins]
    raw = {leaf.name: leaf for leaf in _Walk(_node((), tree, spots), problems).leaves()}
    tokens = {}
    for name, leaf in raw.items():
        try:
            kind, value = _resolve(leaf, raw)
            made = value_of(kind, value)
        except ValueError as error:
            problems.append(TOKEN_BAD.at(leaf.spot, f"token {name}: {error}"))
            continue
        shown = name.removesuffix(f".{_ROOT}")
        refers = (_target(leaf.value) or "").removesuffix(f".{_ROOT}")
        tokens[shown] = Token(name=shown, type=kind, css=made.css, oklch=made.oklch, refers=refers, spot=leaf.spot)
    if problems:
        raise ContentError(problems)
    extensions = tree.get("$extensions")
    return tokens, extensions if isinstance(extensions, dict) else {}


def _json(text: str, file: str) -> dict[str, Any]:
    """Read JSON; raises `ContentError` for what is none, is too long, or is no object."""
    start = Spot(file, 1, 1)
    if len(text) > _LONGEST:
        raise ContentError([TOKEN_BAD.at(start, f"the file is longer than {_LONGEST:,} characters")])
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        raise ContentError([TOKEN_BAD.at(Spot(file, error.lineno, error.colno), f"not JSON: {error.msg}")]) from None
    except RecursionError:
        raise ContentError([TOKEN_BAD.at(start, "not JSON: nested too deep")]) from None
    except ValueError as error:  # a number of thousands of digits
        raise ContentError([TOKEN_BAD.at(start, f"not JSON: {error}")]) from None
    if not isinstance(tree, dict):
        raise ContentError([TOKEN_BAD.at(start, "a token file is a JSON object")])
    return tree


@dataclass(slots=True)
class _Node:
    """A token or a group, before references."""

    path: Path
    spot: Spot
    given: dict[str, Any]
    """Its `$` properties; for what is no object, the value under an empty key."""
    kids: dict[str, _Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Leaf:
    name: str
    type: str
    value: Any
    spot: Spot


def _node(path: Path, raw: Any, spots: Mapping[Path, Spot]) -> _Node:
    """Make the tree of nodes; the depth is held, so that Python's stack is never at stake."""
    spot = spots.get(path, spots[path[:1]] if path[:1] in spots else spots[()])
    if not isinstance(raw, dict) or len(path) > _DEEPEST:
        return _Node(path, spot, {"": "nested too deep" if isinstance(raw, dict) else raw})
    kids = {key: _node((*path, key), one, spots) for key, one in raw.items() if key[:1] != "$" or key == _ROOT}
    return _Node(path, spot, {key: one for key, one in raw.items() if key not in kids}, kids)


class _Walk:
    """Goes through the tree of nodes, follows `$extends`, and tells what is no token and no group."""

    def __init__(self, tree: _Node, problems: list[Problem]) -> None:
        self._tree = tree
        self._problems = problems
        self._left = _MOST

    def leaves(self) -> Iterator[_Leaf]:
        """Give every token with its inherited type."""
        todo: list[tuple[Path, _Node, str]] = [((), self._tree, "")]
        while todo:
            path, node, inherited = todo.pop()
            if self._left < 0 or len(path) > _DEEPEST:
                what = f"{_DEEPEST} levels" if self._left >= 0 else f"{_MOST:,} tokens"
                self._problems.append(
                    TOKEN_BAD.at(node.spot, f"the file has more than {what}, counting what $extends brings")
                )
                return
            if not self._sound(path, node):
                continue
            kind = str(node.given.get("$type", inherited))
            if "$value" in node.given or "$ref" in node.given:
                value = node.given.get("$value", {"$ref": node.given.get("$ref")})
                yield _Leaf(".".join(path), kind, value, node.spot)
                continue
            group = self._extended(node, [])
            kind = str(group.given.get("$type", inherited))
            self._left -= len(group.kids)
            todo.extend(((*path, key), child, kind) for key, child in reversed(group.kids.items()))

    def _sound(self, path: Path, node: _Node) -> bool:
        said = ""
        name = ".".join(path)
        token = "$value" in node.given or "$ref" in node.given
        known = (*_KNOWN, *_OF_FILES) if not path else _KNOWN
        unknown = [key for key in node.given if key and key not in known]
        if "" in node.given:
            legacy = path[-1] in {"value", "type"} and isinstance(node.given[""], str)
            older = f"; an older form of Tokens Studio: export it as W3C DTCG, with `${path[-1]}`" if legacy else ""
            said = f"{name} is neither a token nor a group{older}"
        elif unknown:
            near = suggest(unknown[0], known)
            said = f"{name or 'the file'} has an unknown property {unknown[0]}" + (
                f"; did you mean {near}?" if near else ""
            )
        elif path and (set("{}.") & set(path[-1]) or not path[-1]):
            said = f"the name {path[-1]!r} is empty or holds a full stop or a brace, which references are made of"
        elif token and node.kids:
            said = f"{name} is a token and a group at once; give the group's own value as $root"
        elif "$value" in node.given and "$ref" in node.given:
            said = f"{name} has both $value and $ref; choose one"
        elif not isinstance(node.given.get("$type", ""), str):
            said = f"the $type of {name} is not a word"
        if said:
            self._problems.append(TOKEN_BAD.at(node.spot, said))
        return not said

    def _extended(self, node: _Node, seen: list[Path]) -> _Node:
        """Give a group with what it takes over from the group that it extends; its own tokens win."""
        if "$extends" not in node.given:
            return node
        given = node.given["$extends"]
        target = _target(given) or _target({"$ref": given})
        base = self._find(target) if target else None
        said = ""
        if node.path in seen or len(seen) > _DEEPEST:
            said = f"$extends leads in a circle: {' -> '.join('.'.join(path) for path in [*seen, node.path])}"
        elif base is None or "$value" in base.given or "$ref" in base.given:
            said = f"$extends names {json.dumps(given)[:60]}, which is no group of the file"
        if said or base is None:
            self._problems.append(TOKEN_BAD.at(node.spot, said))
            return node
        return _merged(self._extended(base, [*seen, node.path]), node)

    def _find(self, name: str) -> _Node | None:
        node: _Node | None = self._tree
        for key in name.split("."):
            node = node.kids.get(key) if node else None
        return node


def _merged(base: _Node, own: _Node) -> _Node:
    kids = dict(base.kids)
    for key, child in own.kids.items():
        both = key in kids and kids[key].kids and child.kids
        kids[key] = _merged(kids[key], child) if both else child
    return _Node(own.path, own.spot, {**base.given, **own.given}, kids)


def _target(value: Any) -> str | None:
    """Give the name of the token that a value refers to, or None where it is no reference."""
    if isinstance(value, str):
        found = _REFERENCE.fullmatch(value)
        return found[1] if found else None
    if isinstance(value, dict) and isinstance(value.get("$ref"), str) and value["$ref"].startswith("#/"):
        steps = [unquote(step).replace("~1", "/").replace("~0", "~") for step in value["$ref"][2:].split("/")]
        return ".".join(steps[:-1] if steps[-1] == "$value" else steps)
    return None


def _resolve(leaf: _Leaf, raw: Mapping[str, _Leaf]) -> tuple[str, Any]:
    """Follow a reference to a value; a token's own type wins, then that of what it refers to."""
    seen = [leaf.name]
    found = leaf
    while (target := _target(found.value)) is not None:
        if target in seen or len(seen) > _DEEPEST:
            what = "refers to itself" if target in seen else "refers on and on"
            msg = f"{what}: {' -> '.join([*seen, target])}"
            raise ValueError(msg)
        if target not in raw:
            raise ValueError(_missing(target, raw))
        seen.append(target)
        found = raw[target]
    if isinstance(found.value, dict) and "$ref" in found.value:
        given = json.dumps(found.value["$ref"])[:60]
        msg = f"$ref is {given}; a pointer to a token of this file was expected, such as #/color/ink"
        raise ValueError(msg)
    return found.type, found.value


def _missing(target: str, raw: Mapping[str, _Leaf]) -> str:
    if f"{target}.{_ROOT}" in raw:
        return f"refers to the group {target}; write {{{target}.{_ROOT}}}"
    if "$value" in target:
        return f"refers to a part of a token ({target[:60]}); only whole tokens can be referred to"
    near = suggest(target, raw)
    return f"refers to {target}, which is not in the file" + (f"; did you mean {near}?" if near else "")
