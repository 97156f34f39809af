"""Sources: an author's file as clean text, with the line and column of every place in it."""

from __future__ import annotations

import codecs
import re
import stat
from bisect import bisect_right
from itertools import islice
from pathlib import Path
from typing import Final

from a11y_content.parsing.limits import LIMIT_SIZE, MAX_BYTES, MAX_REPEATS
from a11y_content.problem import Level, Problem, Spot, fault

FILE_MISSING = fault(
    "file-missing",
    "There is no file at this path",
    why="Nothing can be read from a path that leads nowhere.",
    mend="check the path, and that the file was saved",
)
FILE_FOLDER = fault(
    "file-folder",
    "A folder was given where a file is wanted",
    why="A document is one file.",
    mend="give the path of one content file",
)
FILE_UNREADABLE = fault(
    "file-unreadable",
    "A file cannot be read",
    why="The system refused to open it, or it is not an ordinary file.",
    mend="check its permissions",
)
FILE_BINARY = fault(
    "file-binary",
    "A file is not text",
    why="Pictures, PDFs and office documents hold no text that this program could read.",
    mend="save the text as a .md or .txt file in UTF-8; put pictures and files beside the content and link to them",
)
FILE_EMPTY = fault(
    "file-empty",
    "A file is empty",
    why="An empty document would be published as a page without words.",
    mend="write the document, or remove the file",
)
ENCODING = fault(
    "encoding",
    "A file is not in UTF-8",
    why="Guessing an encoding turns letters into wrong ones; in a patient's name or a dose that matters.",
    mend="save the file as UTF-8",
)
CHARACTER = fault(
    "character-control",
    "A control character or broken character stands in the text",
    why="Browsers and screen readers drop or misread it.",
    mend="remove it; it was replaced by U+FFFD",
    level=Level.WARNING,
)

BIDI = fault(
    "character-bidi",
    "A character turns the order of the text around",
    why="What is seen is then not what is read out or copied: a dose or a name can show as another.",
    mend="take it out; write words in another language with `{lang=he}`, which sets their direction",
    level=Level.REVIEW,
)

_TURNS: Final = re.compile(
    "[\u202a-\u202e\u2066-\u2069]"
    r"|(?<!\\)(?:\\\\)*\\(?:u|U0000)(?:202[A-Ea-e]|206[6-9])"
    r"|&#(?:0*(?:823[4-8]|829[4-7])(?![0-9])|[xX]0*(?:202[A-Ea-e]|206[6-9])(?![0-9A-Fa-f]));?"
)
r"""Characters that turn the order round, as such or as escapes of JSON, YAML, TOML (`\u202e`) and HTML (`&#8238;`)."""
_TURN_BEGINS: Final = (b"\xe2\x80", b"\xe2\x81", b"\\u20", b"\\U0000", b"&#")
BAD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
"""Characters that are no text: controls, lone surrogates, noncharacters."""
_GOOD: Final = bytes([9, 10, 13, *range(32, 127)])
_CONTINUED: Final = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that begin no character."""
_STEP: Final = 1024
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Source:
    r"""Text with a name. Line ends are `\\n` whatever the file had, so columns are right in CRLF files too.

    `data` is the text in UTF-8; parsers that count in bytes use `at_byte`.
    """

    __slots__ = ("_ascii", "_counts", "_lines", "_starts", "data", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.name = name
        self.text = text
        self.data = text.encode("utf-8", "surrogatepass")
        self._ascii = len(self.data) == len(text)
        self._starts: list[int] | None = None
        self._counts: list[int] = []
        self._lines: list[int] = []
        """Character offsets at which lines start, where they are asked for and differ from `starts`."""

    @property
    def starts(self) -> list[int]:
        """Byte offsets at which lines start."""
        if self._starts is None:
            self._starts = [0]
            self._starts.extend(found.end() for found in re.finditer(b"\n", self.data))
        return self._starts

    def at_byte(self, offset: int) -> Spot:
        """Give the place of a byte offset into `data`."""
        starts = self._starts or self.starts
        line = bisect_right(starts, offset)
        start = starts[line - 1]
        if self._ascii:
            return Spot(self.name, line, offset - start + 1)
        if offset - start <= _STEP:
            return Spot(self.name, line, len(self.data[start:offset].translate(None, _CONTINUED)) + 1)
        return Spot(self.name, line, self._characters(offset) - self._characters(start) + 1)

    def _characters(self, offset: int) -> int:
        """Count the characters before a byte offset, from a count at every `_STEP` bytes: a line may have megabytes."""
        if not self._counts:
            self._counts.append(0)
            for start in range(0, len(self.data), _STEP):
                part = self.data[start : start + _STEP].translate(None, _CONTINUED)
                self._counts.append(self._counts[-1] + len(part))
        step = offset // _STEP
        return self._counts[step] + len(self.data[step * _STEP : offset].translate(None, _CONTINUED))

    def at(self, offset: int) -> Spot:
        """Give the place of a character offset into `text`."""
        if self._ascii:
            return self.at_byte(offset)
        if not self._lines:
            self._lines = [0, *(found.end() for found in re.finditer("\n", self.text))]
        line = bisect_right(self._lines, offset)
        return Spot(self.name, line, offset - self._lines[line - 1] + 1)

    def excerpt(self, spot: Spot) -> str:
        """Give the line that a place is in, without its end; empty where the place is outside."""
        starts = self.starts
        if not 0 < spot.line <= len(starts):
            return ""
        end = starts[spot.line] - 1 if spot.line < len(starts) else len(self.data)
        return self.data[starts[spot.line - 1] : end].decode("utf-8", "replace")


def clean(name: str, text: str) -> tuple[Source, list[Problem]]:
    """Make a `Source`; control characters, lone surrogates and noncharacters become U+FFFD, each with a warning."""
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_BYTES or (len(text) * 4 > MAX_BYTES and len(text.encode("utf-8", "replace")) > MAX_BYTES):
        return Source(name, ""), [LIMIT_SIZE.at(Spot(name), f"the text has more than {MAX_BYTES:,} bytes")]
    source = Source(name, text)
    turned = _turned(source)
    odd = source.data.translate(None, _GOOD)  # a search of the whole text with `BAD` costs as much as the Markdown
    if not odd or BAD.search("".join(set(odd.decode("utf-8", "surrogatepass")))) is None:
        return source, turned
    found = list(islice(BAD.finditer(source.text), MAX_REPEATS + 1))
    problems = [
        CHARACTER.at(source.at(hit.start()), f"the character U+{ord(hit[0]):04X} is not text")
        for hit in found[:MAX_REPEATS]
    ]
    text, count = BAD.subn("\ufffd", source.text)
    if count > MAX_REPEATS:
        said = f"{count - MAX_REPEATS:,} more such characters follow"
        problems.append(CHARACTER.at(source.at(found[MAX_REPEATS].start()), said))
    return Source(name, text), [*problems, *turned]


def _turned(source: Source) -> list[Problem]:
    """Tell of characters that turn the order of letters round: they stay, and a person must look (CVE-2021-42574)."""
    if not any(begin in source.data for begin in _TURN_BEGINS):
        return []
    problems = []
    for hit in islice(_TURNS.finditer(source.text), MAX_REPEATS):
        sign = hit[0].replace("\\\\", "")  # pairs of backslashes before an escape are text
        name = f"U+{ord(sign):04X}" if len(sign) == 1 else f"`{sign}`"
        said = f"the character {name} changes the order in which letters are shown"
        problems.append(BIDI.at(source.at(hit.start()), said))
    return problems


def decode(name: str, data: bytes) -> tuple[Source, list[Problem]]:
    """Turn bytes into a `Source`: UTF-8, or UTF-16 with a byte order mark; anything else is an error, never a guess."""
    codec, start = next(((codec, len(bom)) for bom, codec in _BOMS if data.startswith(bom)), ("utf-8", 0))
    if codec == "utf-8" and b"\0" in data:
        where = data.index(b"\0")
        message = f"this is not a text file: byte {where:,} is zero"
        return Source(name, ""), [FILE_BINARY.at(Spot(name, *_line(data, where)), message)]
    try:
        text = data[start:].decode(codec, "surrogatepass" if codec != "utf-8" else "strict")
    except UnicodeDecodeError as error:
        where = start + error.start
        message = f"byte {where:,} (0x{data[where]:02X}) is not valid {codec.upper()}"
        place = _line(data, where) if codec == "utf-8" else (1, 1)
        return Source(name, ""), [ENCODING.at(Spot(name, *place), message)]
    return clean(name, text)


def _line(data: bytes, offset: int) -> tuple[int, int]:
    head = data[:offset]
    last = max(head.rfind(b"\n"), head.rfind(b"\r")) + 1
    line = len(re.findall(b"\r\n|\n|\r", head)) + 1
    return line, len(head[last:].decode("utf-8", "replace")) + 1


def read_source(path: str | Path, name: str = "") -> tuple[Source, list[Problem]]:
    """Read a file; `name` is how problems call it (default: the path). Where nothing can be read, the text is empty.

    Anything that stands in the way is one problem: never an exception.
    """
    path = Path(path)
    name = name or str(path)
    nothing = Source(name, "")
    here = Spot(name)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return nothing, [FILE_FOLDER.at(here, "this is a folder, not a content file")]
        if not stat.S_ISREG(mode):  # reading a pipe would wait for ever
            return nothing, [FILE_UNREADABLE.at(here, "this is not an ordinary file")]
        with path.open("rb") as stream:
            data = stream.read(2 * MAX_BYTES + 1)  # UTF-16 may need twice the bytes of UTF-8
    except FileNotFoundError:
        return nothing, [FILE_MISSING.at(here, "there is no such file")]
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "the path has a zero byte"
        return nothing, [FILE_UNREADABLE.at(here, f"the file cannot be read: {reason}")]
    if len(data) > 2 * MAX_BYTES:
        return nothing, [LIMIT_SIZE.at(here, f"the file has more than {2 * MAX_BYTES:,} bytes")]
    source, problems = decode(name, data)
    if not problems and not source.text.strip():
        problems = [FILE_EMPTY.at(here, "the file is empty")]
    return source, problems
