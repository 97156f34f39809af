"""Initials: whether a short form can be made of some words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"[^\W\d_]+")
SMALL: Final = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"])
"""Words that give no letter, as a rule."""
_ENDINGS: Final = frozenset("aeiouynrl")
"""Sounds that end the first part of a compound: electro-, hypo-, non-, hyper-."""
_FILLING: Final = 4
"""How many words without a letter of their own may stand among those that an abbreviation is made of."""
_LATIN: Final = re.compile("[a-z]")
_LONG: Final = 10
"""Letters of one word that may give several letters of its short form: erythropoietin, EPO."""
_TAIL: Final = 2
_CERTAIN: Final = 4
"""Letters that must all begin words before a tail of words may follow which give none: NIDDK, CDC."""


def folded(text: str) -> str:
    """Fold case and accents; `k` counts as `c`, since EKG is an electrocardiogram."""
    bare = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return "".join(bare).replace("k", "c")


@lru_cache(maxsize=4096)
def stands_for(short: str, expansion: str) -> bool:
    """Tell whether an abbreviation can be made of these words: its letters are found in them in order.

    The first must begin a word; each of the others begins a word, or a part of the word that gave the letter before it
    (electro-myo-graphy: E, M, G). The last word must give a letter too, but for a tail after initials that are certain.
    So EMG cannot be `electro-diagnosis`.
    Words of another script than the letters are not judged: MRI in an Arabic page is the English abbreviation.
    """
    letters = [c for c in folded(short) if c.isalpha()]
    if expansion and _LATIN.search(folded(short)) and not _LATIN.search(folded(expansion)):
        return True
    parts = [folded(part) for found in WORD.finditer(expansion) for part in _parts(found.group())]
    parts = parts[-len(letters) - _FILLING :]
    return bool(letters) and any(_match(letters, parts[start:]) for start in range(len(parts)))


def _parts(word: str) -> Iterable[str]:
    """Split an abbreviation inside an expansion into letters: VADIP is the VA Dental Insurance Program."""
    return word if word.isupper() else (word,)


def _match(letters: list[str], words: list[str]) -> bool:
    """Walk all ways to read the letters from the words; a stack instead of recursion."""
    if not words or words[0][0] != letters[0]:
        return False
    stack = [(1, 0, 0)]
    while stack:
        used, word, place = stack.pop()
        if used == len(letters):
            if word == len(words) - 1 or _may_follow(letters, words, word):
                return True
            continue
        stack.extend((used + 1, later, 0) for later in range(word + 1, len(words)) if words[later][0] == letters[used])
        text = words[word]
        stack.extend(
            (used + 1, word, at)
            for at in range(place + 1, len(text))
            if text[at] == letters[used] and (text[at - 1] in _ENDINGS or len(text) >= _LONG)
        )
    return False


def _may_follow(letters: list[str], words: list[str], last: int) -> bool:
    """Tell whether the words after the last letter may give none, as in `Disease Control and Prevention`."""
    tail = words[last + 1 :]
    initials = [word[0] for word in words[: last + 1] if word not in SMALL]
    if len(tail) > _TAIL or initials[-len(letters) :] != letters:
        return False
    return len(letters) >= _CERTAIN or tail[0] == "and"
