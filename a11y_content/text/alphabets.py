"""Alphabets of languages and the order that follows from them, where ICU is not installed (docs/decisions/0066).

A letter that a language counts as its own has a place of its own (Swedish å after z); any other mark on a letter only
decides between words that are equal without it (German ä with a). That is the order of CLDR's collations for the
languages below, at their first three levels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LATIN: Final = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"
_SERBIAN: Final = "А Б В Г Д Ђ Е Ж З И Ј К Л Љ М Н Њ О П Р С Т Ћ У Ф Х Ц Ч Џ Ш"
_CROATIAN: Final = "A B C Č Ć D DŽ Đ E F G H I J K L LJ M N NJ O P Q R S Š T U V W X Y Z Ž"
_DANISH: Final = f"{_LATIN} Æ Ø Å (AA)"
_SWEDISH: Final = f"{_LATIN} Å Ä Ö"
_TURKISH: Final = "A B C Ç D E F G (Ğ) H I İ J K L M N O Ö P Q R S Ş T U Ü V W X Y Z"
ALPHABETS: Final[dict[str, str]] = {
    **dict.fromkeys(("en", "de", "fr", "pt", "it", "nl", "ca", "id", "ms", "sw", "ga"), _LATIN),
    **dict.fromkeys(("sv", "fi"), _SWEDISH),
    **dict.fromkeys(("da", "nb", "nn", "no"), _DANISH),
    **dict.fromkeys(("es", "gl"), _LATIN.replace("N", "N Ñ")),
    **dict.fromkeys(("hr", "bs", "sr-Latn"), _CROATIAN),
    **dict.fromkeys(("tr", "az"), _TURKISH),
    "pl": "A (Ą) B C Ć D E (Ę) F G H I J K L Ł M N (Ń) O Ó P Q R S Ś T U V W X Y Z Ź Ż",
    "cs": "A B C Č D E F G H CH I J K L M N O P Q R Ř S Š T U V W X Y Z Ž",
    "sk": "A Ä B C Č D E F G H CH I J K L M N O Ô P Q R Ř S Š T U V W X Y Z Ž",
    "sl": "A B C Č Ć D Đ E F G H I J K L M N O P Q R S Š T U V W X Y Z Ž",
    "hu": "A B C CS D DZ DZS E F G GY H I J K L LY M N NY O Ö (Ő) P Q R S SZ T TY U Ü (Ű) V W X Y Z ZS",
    "ro": "A Ă Â B C D E F G H I Î J K L M N O P Q R S Ș T Ț U V W X Y Z",
    "et": "A B C D E F G H I J K L M N O P Q R S Š Z Ž T U V W Õ Ä Ö Ü X Y",
    "vi": "A Ă Â B C D Đ E Ê F G H I J K L M N O Ô Ơ P Q R S T U Ư V W X Y Z",
    "ru": "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ (Ъ) Ы (Ь) Э Ю Я",
    "uk": "А Б В Г Ґ Д Е Є Ж З И І Ї Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ (Ь) Ю Я",
    "bg": "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ (Ь) Ю Я",
    "sr": _SERBIAN,
    "el": "Α Β Γ Δ Ε Ζ Η Θ Ι Κ Λ Μ Ν Ξ Ο Π Ρ Σ Τ Υ Φ Χ Ψ Ω",
    "ar": "(ء) (آ) ا ب ت (ة) ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي (ى)",
    "fa": "(ء) آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    "ur": "ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن (ں) و ہ (ھ) (ء) ی (ے)",
    "he": "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
}
"""Letters by language, in order; those in brackets are sorted and head no list."""

_TURKIC: Final = frozenset({"tr", "az"})
_SPREAD: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ς": "σ"}
    | {"ם": "מ", "ן": "נ", "ץ": "צ", "ף": "פ", "ך": "כ", "ş": "ș", "ţ": "ț"}
)
"""Letters that are a form of others where a language does not count them as its own."""

Key = tuple[tuple[tuple[int, int], ...], tuple[str, ...], str, str]
Cluster = tuple[str, str]
"""A letter, and its marks in order."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The order of one language. Without letters of its own it is that of Unicode's code points."""

    lang: str
    shown: tuple[str, ...]
    """Letters that may head a list."""
    units: dict[tuple[Cluster, ...], tuple[int, str]]
    """What is sorted as one letter, with its place and the letter that it is listed under."""
    longest: int

    def key(self, name: str) -> Key:
        """Give a key for sorting: letters, then marks, then case, then the name as written."""
        first: list[tuple[int, int]] = []
        second: list[str] = []
        for kind, place, marks, _ in self._parts(name):
            first.append((kind, place))
            second.append(marks)
        return tuple(first), tuple(second), name.swapcase(), name

    def letter(self, name: str) -> str:
        """Give the letter that a name is listed under; empty where it begins with none of this alphabet."""
        return next((shown for _, _, _, shown in self._parts(name)), "")

    def _parts(self, name: str) -> Iterator[tuple[int, int, str, str]]:
        """Go through a name: kind (space and signs, numbers, letters, other letters), place, marks, letter shown."""
        clusters = list(_clusters(name, turkic=self.lang in _TURKIC))
        at = 0
        while at < len(clusters):
            found = self._unit(clusters, at)
            if found is not None:
                length, place, marks, shown = found
                yield 2, place, marks, shown
                at += length
                continue
            base, marks = clusters[at]
            at += 1
            if base.isdecimal():
                digits = [base]
                while at < len(clusters) and clusters[at][0].isdecimal():
                    digits.append(clusters[at][0])
                    at += 1
                yield 1, int("".join(digits)), marks, ""
            elif base.isalnum():
                spread = base.translate(_SPREAD)
                if spread != base:
                    for one in spread:
                        whole = self._unit([(one, "")], 0)
                        yield (2, whole[1], base, whole[3]) if whole else (3, ord(one), base, "")
                else:
                    yield 3, ord(base), marks, ""
            else:
                yield 0, ord(base), marks, ""

    def _unit(self, clusters: list[Cluster], at: int) -> tuple[int, int, str, str] | None:
        """Find the longest letter of the alphabet at a place: (length, place, marks that it has beside, letter)."""
        for length in range(min(self.longest, len(clusters) - at), 0, -1):
            here = clusters[at : at + length]
            for wanted in _plainer(here):
                if wanted in self.units:
                    place, shown = self.units[wanted]
                    own = "".join(marks for _, marks in wanted)
                    beside = "".join(mark for _, marks in here for mark in marks if mark not in own)
                    return length, place, beside, shown
        return None


def alphabet(lang: str, script: str = "") -> Alphabet:
    """Make the order of a language (BCP 47); `script` tells apart those that are written in two."""
    primary = lang.split("-", maxsplit=1)[0].lower()
    letters = ALPHABETS.get(f"{primary}-{script}", ALPHABETS.get(primary, "")).split()
    shown = tuple(one for one in letters if not one.startswith("("))
    units: dict[tuple[Cluster, ...], tuple[int, str]] = {}
    under = shown[0] if shown else ""
    for place, one in enumerate(letters):
        bare = one.strip("()")
        under = under if one.startswith("(") else one
        units[tuple(_clusters(bare, turkic=primary in _TURKIC))] = (place, under)
    return Alphabet(primary, shown, units, max((len(one) for one in units), default=1))


def _clusters(name: str, *, turkic: bool) -> Iterator[Cluster]:
    """Cut a name into letters in lower case and their marks."""
    lower = (name.replace("I", "ı").replace("İ", "i") if turkic else name).casefold()
    base, marks = "", ""
    for c in unicodedata.normalize("NFKD", lower):
        if base and unicodedata.combining(c):
            marks += c
            continue
        if base:
            yield base, marks
        base, marks = c, ""
    if base:
        yield base, marks


def _plainer(clusters: list[Cluster]) -> Iterator[tuple[Cluster, ...]]:
    """Give a run of letters as it is, with one mark less at its last letter, then with no mark there."""
    *before, (base, marks) = clusters
    kept = ["".join(m for at, m in enumerate(marks) if at != left) for left in range(len(marks))]
    for one in dict.fromkeys((marks, *kept, "")):
        yield (*((letter, "") if not own else (letter, own) for letter, own in before), (base, one))
