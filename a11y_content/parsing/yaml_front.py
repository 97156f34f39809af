"""Front matter: YAML 1.2 core scalars with their places, read from PyYAML's events.

No nodes and no objects are built by PyYAML, so bombs and deep nesting cost nothing: the events stop at the first
breach. Dates stay strings; the typed model turns them into dates.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from a11y_content.model.raw import Raw, Scalar
from a11y_content.parsing.limits import LIMIT_DEPTH, LIMIT_NODES, LIMIT_SIZE, MAX_YAML, MAX_YAML_DEPTH
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem, Spot, fault

YAML_SYNTAX = fault(
    "yaml-syntax",
    "Front matter is not valid YAML",
    why="Without the front matter nothing is known of the document: not its name, not its language.",
    mend="write `name: value` lines; put a value that holds `: ` or begins with a sign into quotes",
)
YAML_DUPLICATE = fault(
    "yaml-duplicate",
    "A field is given twice",
    why="YAML readers keep the last one in silence, and the first is lost.",
    mend="keep one of them",
)
YAML_EXTRA = fault(
    "yaml-extra",
    "Front matter uses a part of YAML that is not allowed",
    why="Anchors, aliases, merge keys and tags can be made to explode, and few people can read them.",
    mend="write the value out",
)
FRONT_OPEN = fault(
    "front-matter-open",
    "The front matter has no end",
    why="Everything after the first line would be read as fields.",
    mend="close it with a line `---`",
)

UNREAD: Final = frozenset({"yaml-syntax", "front-matter-open"})
"""Codes after which the fields of the front matter are not known."""
_Loader: Final = getattr(yaml, "CLoader", yaml.Loader)  # the C reader where PyYAML has it
_FIRST: Final = frozenset("nNtTfF~-0123456789")
_WORDS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_MAX_EVENTS: Final = 100_000
_BREAKS: Final = {0x2028: " ", 0x2029: " "}
"""Ends of lines to libyaml, but to no editor."""


def scalar(text: str) -> Scalar:
    """Give the value of a plain scalar: null, a boolean, a whole number, or text.

    Dates, `no`, `12:30`, `1.10` and `010` stay text: no letter of them may change.
    """
    if text and text[0] not in _FIRST:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _INT.fullmatch(text) else text


def split_front(source: Source) -> tuple[int, int, list[Problem]]:
    """Find the front matter: character offsets of the end of its YAML and of the start of the body; (0, 0): none."""
    text = source.text
    opening = _FENCE.match(text)
    if opening is None:
        return 0, 0, []
    closing = _FENCE.search(text, opening.end() + 1)
    if closing is None:
        spot = Spot(source.name, 1, 1)
        return 0, opening.end(), [FRONT_OPEN.at(spot, "this `---` opens a front matter that is never closed")]
    return closing.start(), closing.end(), []


def read_yaml(text: str, name: str, line: int = 1, column: int = 1) -> tuple[Raw | None, list[Problem]]:
    """Read one YAML document that starts at `line` and `column` of the file `name` into a located tree.

    None where it is empty or broken; every problem that can be told is told.
    """
    reader = _Reader(name, line, column)
    if len(text) > MAX_YAML:
        return None, [LIMIT_SIZE.at(Spot(name, line, column), f"the YAML has more than {MAX_YAML:,} characters")]
    text = text.translate(_BREAKS)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not reader.take(event):
                break
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = str(getattr(error, "problem", None) or "this cannot be read")
        began = getattr(error, "context_mark", None)
        if began is not None and "end of stream" in said:
            mark, said = began, "what begins here has no end"
        elif "cannot start any token" in said and _at(text, mark) == "\t":
            said = "a tab cannot indent; use spaces"
        spot = reader.spot(mark.line, mark.column) if mark is not None else Spot(name, line, column)
        reader.problems.append(YAML_SYNTAX.at(spot, f"the YAML cannot be read here: {said}"))
        return None, reader.problems
    return reader.root, reader.problems


def _at(text: str, mark: Any) -> str:
    """Give the character at a mark of PyYAML, or an empty string."""
    lines = text.split("\n")
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


class _Reader:
    """Builds the located tree, event by event, without recursion."""

    def __init__(self, name: str, line: int, column: int) -> None:
        self.name, self.line, self.column = name, line, column
        self.root: Raw | None = None
        self.problems: list[Problem] = []
        self.stack: list[tuple[Raw | None, str | None]] = []
        self.holder: Raw | None = None
        self.key: str | None = None
        self.key_spot = Spot(name, line, column)
        self.events = 0

    def spot(self, line: int, column: int) -> Spot:
        """Give the place in the file of a place in the YAML (both from 0)."""
        return Spot(self.name, self.line + line, column + (self.column if line == 0 else 1))

    def take(self, event: Any) -> bool:
        """Take one event; False stops."""
        self.events += 1
        mark = event.start_mark
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            spot = Spot(self.name, self.line + mark.line, mark.column + (self.column if mark.line == 0 else 1))
            if event.anchor is not None or event.tag is not None:
                self.extra(event, spot)
            if self.holder is not None and self.holder.value.__class__ is dict and self.key is None:
                self.take_key(event.value, spot, plain=not event.style)
            else:
                self.put(Raw(event.value if event.style else scalar(event.value), spot))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.holder, self.key = self.stack.pop()
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self.open(event, self.spot(mark.line, mark.column))
        elif kind is yaml.AliasEvent:
            spot = self.spot(mark.line, mark.column)
            self.problems.append(YAML_EXTRA.at(spot, f"the alias `*{event.anchor}` is not allowed"))
            if self.holder is not None and self.holder.value.__class__ is dict and self.key is None:
                self.take_key(f"*{event.anchor}", spot, plain=False)
            else:
                self.put(Raw(None, spot))
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            spot = self.spot(mark.line, mark.column)
            self.problems.append(YAML_SYNTAX.at(spot, "a second YAML document starts here"))
            return False
        if self.events > _MAX_EVENTS:
            spot = self.spot(mark.line, mark.column)
            self.problems.append(LIMIT_NODES.at(spot, f"the YAML has more than {_MAX_EVENTS:,} parts"))
            return False
        return True

    def extra(self, event: Any, spot: Spot) -> None:
        """Tell of an anchor or a tag."""
        what = f"the anchor `&{event.anchor}`" if event.anchor is not None else f"the tag `{event.tag}`"
        self.problems.append(YAML_EXTRA.at(spot, f"{what} is not allowed"))

    def take_key(self, word: str, spot: Spot, *, plain: bool) -> None:
        """Take the name of a field."""
        fields = self.holder.value if self.holder is not None else None
        if isinstance(fields, dict) and word in fields:
            first = self.holder.keys[word] if self.holder is not None else spot
            self.problems.append(YAML_DUPLICATE.at(spot, f"`{word}` is given twice; the first is in line {first.line}"))
            word = f"{word}\0{len(fields)}"  # the value is read for its own problems, then dropped
        elif plain and word == "<<":
            self.problems.append(YAML_EXTRA.at(spot, "the merge key `<<` is not allowed"))
            word = "<<\0"
        self.key, self.key_spot = word, spot

    def open(self, event: Any, spot: Spot) -> bool:
        """Take the start of a mapping or a list; False stops."""
        if len(self.stack) >= MAX_YAML_DEPTH:
            self.problems.append(LIMIT_DEPTH.at(spot, f"the YAML is nested more than {MAX_YAML_DEPTH} levels deep"))
            return False
        if event.anchor is not None or event.tag is not None:
            self.extra(event, spot)
        made = Raw({} if event.__class__ is yaml.MappingStartEvent else [], spot)
        holder, key = self.holder, self.key
        if holder is not None and holder.value.__class__ is dict and key is None:
            self.problems.append(YAML_SYNTAX.at(spot, "a name of a field must be a word"))
            self.stack.append((holder, "\0key"))  # its value follows and is dropped
        else:
            self.put(made)
            self.stack.append((holder, None))
        self.holder, self.key = made, None
        return True

    def put(self, made: Raw) -> None:
        """Put a value into the open mapping or list."""
        if self.holder is None:
            self.root = made
            return
        value = self.holder.value
        if isinstance(value, list):
            value.append(made)
        elif isinstance(value, dict) and self.key is not None:
            if "\0" not in self.key:
                value[self.key] = made
                self.holder.keys[self.key] = self.key_spot
            self.key = None
