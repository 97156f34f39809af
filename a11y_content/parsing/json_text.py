"""The JSON door: JSON (RFC 8259) in which every value and every key knows its place.

Read without recursion, token by token, so that no depth or size of input can end in a traceback.
"""

from __future__ import annotations

import re
from collections import Counter
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # in C, and typeshed does not list it
from typing import Final

from a11y_content.model.raw import Raw, Scalar
from a11y_content.parsing.json_faults import JSON_DUPLICATE, JSON_SYNTAX, UNREAD, odd
from a11y_content.parsing.json_places import At, inside, offsets
from a11y_content.parsing.limits import LIMIT_DEPTH, LIMIT_NODES, MAX_JSON_DEPTH, MAX_JSON_VALUES, MAX_REPEATS
from a11y_content.parsing.source import BAD, CHARACTER, Source
from a11y_content.problem import Fault, Problem, Spot

__all__ = ["UNREAD", "At", "inside", "json_to_raw", "read_json"]

_SPACE: Final = re.compile(r"[ \t\n]+")
_COMMENT: Final = re.compile(r"//[^\n]*|#[^\n]*|/\*(?s:.*?)\*/")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?(?![\w.+-])")
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_WORD: Final = re.compile(r"[^\s\[\]{},:\"']{1,40}")
_LITERALS: Final[dict[str, Scalar]] = {"true": True, "false": False, "null": None}
_NEARLY: Final[dict[str, tuple[Scalar, str]]] = {
    "True": (True, "write `true`"),
    "False": (False, "write `false`"),
    "None": (None, "write `null`, or leave the field out"),
    "undefined": (None, "write `null`, or leave the field out"),
    "NaN": (None, "JSON has no such number"),
    "Infinity": (None, "JSON has no such number"),
    "-Infinity": (None, "JSON has no such number"),
}
"""Words of other languages: what is meant is plain, so that reading goes on and tells the other problems too."""
_LONGEST: Final = 20


class _StopError(Exception):
    """The text cannot be read further; the problem that says why has been told."""


class _Reader:
    """Reads one JSON text; `problems` holds what was wrong with it."""

    def __init__(self, source: Source) -> None:
        self.name, self.text = source.name, source.text
        self.problems: list[Problem] = []
        self.told: Counter[str] = Counter()
        self.more: dict[str, tuple[Fault, Spot]] = {}
        self.at = 0
        self.line = 1
        self.start = 0
        """Offset of the first character of the line."""
        self.count = 0

    def spot(self, offset: int | None = None) -> Spot:
        """Give the place of an offset in the line that is being read."""
        return Spot(self.name, self.line, (self.at if offset is None else offset) - self.start + 1)

    def note(self, what: Fault, spot: Spot, message: str, hint: str = "") -> None:
        """Tell of a fault; of each kind the first ones are told one by one, then how many more."""
        self.told[what.code] += 1
        if self.told[what.code] <= MAX_REPEATS:
            self.problems.append(what.at(spot, message, hint))
        else:
            self.more[what.code] = (what, spot)

    def done(self) -> list[Problem]:
        """Give all problems."""
        for code, (what, spot) in self.more.items():
            self.problems.append(what.at(spot, f"{self.told[code] - MAX_REPEATS:,} more of these, the last one here"))
        return self.problems

    def tell(self, message: str, hint: str = "", spot: Spot | None = None) -> None:
        """Tell of a fault of writing."""
        self.note(JSON_SYNTAX, spot or self.spot(), message, hint)

    def stop(self, message: str, hint: str = "", spot: Spot | None = None) -> _StopError:
        """Tell of a fault after which nothing can be read; to be raised."""
        self.problems.append(JSON_SYNTAX.at(spot or self.spot(), message, hint))
        return _StopError()

    # ------------------------------------------------------------------------------------------------ between values
    def skip(self) -> str:
        """Go to the next sign that is no white space, and give it; empty at the end."""
        text = self.text
        while True:
            found = _SPACE.match(text, self.at)
            if found is not None:
                self._pass(found.end())
            sign = text[self.at : self.at + 1]
            if sign not in {"/", "#"}:
                return sign
            comment = _COMMENT.match(text, self.at)
            if comment is None:
                return sign
            self.tell("JSON has no comments", "remove it, or put the words into a field of the document")
            self._pass(comment.end())

    def _pass(self, end: int) -> None:
        lines = self.text.count("\n", self.at, end)
        if lines:
            self.line += lines
            self.start = self.text.rindex("\n", self.at, end) + 1
        self.at = end

    def found(self) -> str:
        """Say what stands here, for a message."""
        sign = self.text[self.at : self.at + 1]
        if not sign:
            return "the file ends here"
        word = _WORD.match(self.text, self.at)
        said = word[0] if word else sign
        if sign == '"':
            said = self.text[self.at : self.at + _LONGEST].partition("\n")[0]
            end = said.find('"', 1)
            said = said[: end + 1] if end > 0 else f"{said}…"
        return f"found `{said}`"

    # ------------------------------------------------------------------------------------------------------- values
    def scalar(self, sign: str) -> Scalar:
        """Read a string, a number or a word."""
        if sign == '"':
            return self.string()
        found = _NUMBER.match(self.text, self.at)
        if found is not None:
            self.at = found.end()
            # `1.10` stays `1.10`, and no digit of a long number is lost: such numbers stay text
            return int(found[0]) if _WHOLE.fullmatch(found[0]) else found[0]
        word = _WORD.match(self.text, self.at)
        said = word[0] if word else sign
        if said in _LITERALS:
            self.at += len(said)
            return _LITERALS[said]
        if said in _NEARLY:
            value, hint = _NEARLY[said]
            self.tell(f"`{said}` is not JSON", hint)
            self.at += len(said)
            return value
        raise self.stop(*odd(sign, said, self.found()))

    def string(self) -> str:
        """Read a string; the place of what is wrong in it is that of the sign itself."""
        first = self.at
        try:
            value, self.at = scanstring(self.text, first + 1, True)  # noqa: FBT003  positional in C
        except JSONDecodeError as error:
            raise self._unfit(first, error) from None
        if self.at - first - 2 != len(value) and BAD.search(value):
            self._mend(value, first)
            return BAD.sub("\ufffd", value)
        return str(value)

    def _unfit(self, first: int, error: JSONDecodeError) -> _StopError:
        spot = self.spot(first)
        if error.msg.startswith("Unterminated"):
            return self.stop("this text has no closing quote", 'close it with `"` on the same line', spot)
        if error.msg.startswith("Invalid control"):
            sign = self.text[error.pos]
            if sign == "\n":
                return self.stop("this text goes on to the next line", "write \\n for a line end inside a text", spot)
            return self.stop("a tab stands in this text", "write \\t for a tab inside a text", self.spot(error.pos))
        said = self.text[error.pos : error.pos + 2] if error.msg.startswith("Invalid \\escape") else "\\u"
        spot = self.spot(self.text.rfind("\\", first, error.pos + 1))
        return self.stop(f"`{said}` begins no escape of JSON", "write \\\\ for a backslash, \\u00e9 for é", spot)

    def _mend(self, value: str, first: int) -> None:
        """Tell of escapes that stand for no character of text."""
        at = offsets(self.text, first)
        for found in BAD.finditer(value):
            spot = self.spot(at(found.start()))
            self.note(CHARACTER, spot, f"the character U+{ord(found[0]):04X} is not text")

    # --------------------------------------------------------------------------------------------------------- tree
    def read(self) -> Raw:
        """Read the whole text; raises `_StopError` where it cannot be read to its end."""
        stack: list[Raw] = []
        keys: list[str] = []
        """The key that each open record is at; empty for a list."""
        sign = self.skip()
        while True:
            made = self._value(sign, len(stack))
            if stack:
                self._put(stack[-1], keys[-1], made)
            if made.value.__class__ is dict or made.value.__class__ is list:
                stack.append(made)
                keys.append("")
                sign = self.skip()
                if sign != ("}" if made.value.__class__ is dict else "]"):
                    sign = self._next(made, keys, sign)
                    continue
                self.at += 1
                stack.pop()
                keys.pop()
            root = made
            while stack:  # a value has ended: what comes behind it
                holder = stack[-1]
                close = "}" if holder.value.__class__ is dict else "]"
                sign = self._behind(holder, close)
                if sign != close:
                    sign = self._next(holder, keys, sign)
                    break
                self.at += 1
                root = stack.pop()
                keys.pop()
            else:
                if self.skip():
                    self.tell(f"the document has ended, but more follows: {self.found()}", "remove what follows")
                return root

    def _value(self, sign: str, depth: int) -> Raw:
        self.count += 1
        spot = self.spot()
        if self.count > MAX_JSON_VALUES:
            self.problems.append(LIMIT_NODES.at(spot, f"the JSON has more than {MAX_JSON_VALUES:,} values"))
            raise _StopError
        if sign not in {"{", "["}:
            return Raw(self.scalar(sign), spot)
        if depth >= MAX_JSON_DEPTH:
            said = f"the JSON is nested more than {MAX_JSON_DEPTH} levels deep"
            self.problems.append(LIMIT_DEPTH.at(spot, said))
            raise _StopError
        self.at += 1
        return Raw({} if sign == "{" else [], spot)

    @staticmethod
    def _put(holder: Raw, key: str, made: Raw) -> None:
        value = holder.value
        if isinstance(value, list):
            value.append(made)
        elif isinstance(value, dict) and not key.startswith("\0"):
            value[key] = made

    def _behind(self, holder: Raw, close: str) -> str:
        """Read the comma between two values; give the sign after it, or `close`."""
        sign = self.skip()
        if sign == close:
            return sign
        if sign != ",":
            opened = f"the `{'{' if close == '}' else '['}` of line {holder.spot.line}"
            hint = f"put a comma between two values; {opened} is still open" if sign else f"close {opened}"
            raise self.stop(f"expected `,` or `{close}` here; {self.found()}", hint)
        comma = self.spot()
        self.at += 1
        sign = self.skip()
        if sign == close:
            self.tell(f"a comma stands before `{close}`", "remove it", comma)
        return sign

    def _next(self, holder: Raw, keys: list[str], sign: str) -> str:
        """Read the key of a record's next value; give the sign with which the value begins."""
        if not isinstance(holder.value, dict):
            return sign
        spot = self.spot()
        if sign != '"':
            said = f"expected the name of a field or `}}`; {self.found()}"
            raise self.stop(said, 'names of fields stand in double quotes: {"kind": "page"}')
        key = self.string()
        if key in holder.keys:
            first = holder.keys[key]
            said = f"`{key[:60]}` is given twice; the first is in line {first.line}"
            self.note(JSON_DUPLICATE, spot, said)
            key = "\0"  # its value is read for its own problems, then dropped
        else:
            holder.keys[key] = spot
        keys[-1] = key
        if self.skip() != ":":
            raise self.stop(f"expected `:` behind the name of the field; {self.found()}", 'write {"name": value}')
        self.at += 1
        return self.skip()


def read_json(source: Source) -> tuple[Raw | None, list[Problem]]:
    """Read any JSON; None where it cannot be read to its end. Every problem has its place. Never raises on content.

    A number that is not whole, or has more than 18 digits, stays the text that the author wrote.
    """
    reader = _Reader(source)
    try:
        return reader.read(), reader.done()
    except _StopError:
        return None, reader.done()


def json_to_raw(source: Source, kind: str = "") -> tuple[Raw, list[Problem]]:  # noqa: ARG001  the shape of a door
    """Read a document written as JSON: the tree of the model, `{"kind": "condition", ...}`.

    The build puts `kind` in where the text says none. After a fault of writing (`UNREAD`) the fields are not known.
    """
    raw, problems = read_json(source)
    return (Raw({}, Spot(source.name, 1, 1)) if raw is None else raw), problems
