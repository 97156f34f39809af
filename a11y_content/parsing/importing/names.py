"""Names of content files that every system can keep, and that stay in their folder."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from a11y_content.text.file_names import LONGEST_PATH, allowed, is_device

_LONGEST: Final = 160
"""Bytes of a name without its suffix; with one, and a number behind it, it may be published."""
_LONGEST_SLUG: Final = 60


def slug(words: str) -> str:
    """Make a file name of words: small letters and digits, joined by hyphens; empty where there are none."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(letter for letter in plain if not "\u0300" <= letter <= "\u036f")
    plain = re.sub(r"['’]", "", unicodedata.normalize("NFC", plain))
    made = re.sub(r"[\W_]+", "-", plain).strip("-")
    if len(made) > _LONGEST_SLUG:
        made = made[: _LONGEST_SLUG + 1].rpartition("-")[0] or made[:_LONGEST_SLUG]
    return made


def safe(path: str) -> str:
    """Give the path of a document, without suffix, with every part of it a name that can be kept.

    No part is empty, `.` or `..`, hidden, the name of a device, or longer than 160 bytes; a good name stays as it is.
    """
    parts = [_part(part) for part in path.split("/") if part not in {"", ".", ".."}] or ["document"]
    made = "/".join(parts)
    return parts[-1] if len(made.encode("utf-8", "replace")) > LONGEST_PATH // 2 else made


def _part(part: str) -> str:
    part = unicodedata.normalize("NFC", part)
    made = "".join(sign if allowed(sign) else "-" for sign in part).strip(" .")
    while len(made.encode("utf-8", "replace")) > _LONGEST:
        made = made[:-1]
    made = made.strip(" .") or "document"
    if is_device(made):
        stem, dot, rest = made.partition(".")
        made = f"{stem.rstrip(' ')}-page{dot}{rest}"
    return made


def free(path: str, taken: set[str]) -> str:
    """Give a path that no other document has, whatever the case of its letters: a number is put behind it."""
    number = 2
    made = path
    while _folded(made) in taken:
        made = f"{path}-{number}"
        number += 1
    taken.add(_folded(made))
    return made


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
