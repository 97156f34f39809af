"""Files in an old encoding: read where the file itself says which, and never by a guess."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from a11y_content.parsing.repair_faults import ENCODING_DECLARED
from a11y_content.parsing.source import Source, clean, read_source
from a11y_content.problem import Problem, Spot

_DECLARED: Final = re.compile(
    rb"<meta\b[^<>]*\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml\b[^<>]*\bencoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml", ".xml"})
_LOOKED: Final = 4096
_WESTERN: Final = frozenset({"ascii", "iso8859-1", "cp1252"})
"""What browsers read as windows-1252, whatever of these a page says."""


_KNOWN: Final = re.compile(
    r"ascii|cp\d+|iso8859-\d+|iso2022_jp|koi8-[ru]|mac-\w+|gb\w+|tis-620|big5\w*|euc_\w+|shift_jis\w*"
)
"""Encodings of pages, as Python calls them: others unpack archives, or are no encodings of text."""


def declared(data: bytes) -> str:
    """Give the encoding that a file of HTML or XML says, as Python calls it; empty where it says none that is known."""
    found = _DECLARED.search(data[:_LOOKED])
    if found is None:
        return ""
    try:
        known = codecs.lookup((found[1] or found[2]).decode("ascii"))
    except LookupError:
        return ""
    if not _KNOWN.fullmatch(known.name):
        return ""
    return "cp1252" if known.name in _WESTERN else known.name


def decode_declared(name: str, data: bytes) -> tuple[Source, list[Problem]] | None:
    """Read bytes that are no UTF-8 as their file says, and tell of it; None where it does not say, or is wrong."""
    encoding = declared(data)
    if not encoding:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    source, problems = clean(name, text)
    shown = "windows-1252" if encoding == "cp1252" else encoding
    told = f"the file was read as {shown}, since it says so (or an old name of it)"
    return source, [ENCODING_DECLARED.at(Spot(name, 1, 1), told), *problems]


def read_declared(path: Path) -> tuple[Source, list[Problem]]:
    """Read a file as `read_source` does, but one of HTML or XML in the encoding that it says, where it is no UTF-8."""
    source, problems = read_source(path)
    if path.suffix.lower() in _SUFFIXES and any(one.code == "encoding" for one in problems):
        return decode_declared(str(path), path.read_bytes()) or (source, problems)
    return source, problems
