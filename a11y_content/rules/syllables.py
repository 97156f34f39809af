"""Syllables of English words by rule: groups of vowels, less the silent ones, more where two vowels are two sounds.

No list of pronunciations: those that exist are under licences that a permissive library cannot take, or are downloaded
at run time. docs/decisions/0065-reading-grade.md says how near the count comes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_KNOWN: Final[dict[str, int]] = {
    word: count
    for count, words in {
        1: "ache eye whose",
        2: "being business client create cruel diet doing dying every evening fluid fuel going "
        "kneecap lion lying muscle people plaster poem quiet riot ruin science seeing someone trying "
        "platelet forehead chocolate",
        3: "another anyone cereal however idea media nausea nuclear radio somebody studio "
        "sciatic syncope recipe whatever everyone everything everywhere vietnam",
        4: "european dementia diabetes diabetic diarrhea diarrhoea everybody anemia sciatica",
    }.items()
    for word in words.split()
}
_ABBREVIATION: Final = 5
"""Letters of a word in capitals that is said letter by letter; a longer one is said as a word."""
_NOT_LETTERS: Final = re.compile("[^a-z]")
_NOT: Final = re.compile(r"(?:(?<=[^aeiourl])|(?<=ve))n't\Z")
_SHORTENED: Final = re.compile(r"'(?:s|re|ve|ll|d|m|t)?\Z")
_CONSONANT_Y: Final = re.compile(r"\Ay|(?<=[aeiou])y(?=[aeiou])")
_VOWELS: Final = re.compile("[aeiouy]+")

_SILENT: Final = re.compile(
    r"""
    (?<=[^aeiouy])(?<![^aeiouy]l)e\Z                       # hope, but: muscle
    | (?<=[^aeiouyscgxz])(?<![cs]h)(?<![^aeiouy]l)es\Z     # hopes, but: causes, patches
    | (?<=[dhkt]ach)es\Z                                  # headaches
    | (?<=[^aeiouytd])ed\Z                                 # hoped, but: treated
    | (?<=[gq])ue(?:s|d)?\Z                                # technique, fatigue
    | (?<=[aeiouy][^aeiouy])e(?=(?:ly|ment|ments|ness|less|ful|fully|some|ty)\Z)   # safely, movement
    | (?<=[rl][gv])e(?=ments?\Z)                           # enlargement
    | (?<=ic)a(?=lly\Z)                                    # specifically
    """,
    re.VERBOSE,
)
_SILENT_INSIDE: Final = re.compile(
    r"\A(?:base|care|eje|face|fore|guide|home|house|life|like|live|mile|pace|safe|side|some|there|time|where|wide)"
    r"(?=[^aeiouydr][a-z])(?!st\Z|n\Z|ns\Z|ful|less|ly|ness|ty|ning|ment)"
)
_APART: Final = re.compile(
    r"""
    (?<![tcs])(?<!mon)i(?=a(?!ge)) | i(?=at[ei])      # bacterial, but: special, marriage, pneumonia
    | (?<![tcs])i(?=an)                         # ovarian, but: physician
    | (?<=[^tcgxsv])i(?=ou)                     # serious, but: cautious
    | (?<=[bv])i(?=ou)                          # obvious
    | (?<![tcs])(?<!hav)i(?=o(?!us?|n)) | (?<=ant)i(?=o)          # radiology
    | i(?=um|ur|us\Z|et[yi]) | (?<=d)i(?=et) | (?<=sc)i(?=en)                         # calcium, radius
    | (?<![tc])i(?=en[ct])                      # experience, but: patient
    | (?<=[^aeiouy]{2})i(?=e(?:r|rs|st)\Z) | (?<=[aeiouy][^aeiouy])i(?=e(?:r|rs|st)\Z)   # easier
    | [aeiou](?=ing\Z)(?<!u) | (?<![gq])u(?=ing\Z)   # seeing, continuing
    | e(?=o(?!ns?\Z|u)) | (?<![gct])e(?=ou) | (?<=op)e(?=an) | e(?=um\Z|us\Z)      # video, museum
    | (?<=[aeiouy][^aeiouy])e(?=as?\Z) | (?<=[aeiouy][^aeiouy]{2})e(?=as?\Z)   # urea, cornea
    | (?<=[aeiouy][^aeiouy]{3})e(?=as?\Z) | (?<=cr)e(?=at)   # pancreas, creates
    | \Ar?e(?=act)
    | (?<![gq])u(?=al|at|ou|um|i?ty|en[cztd]) | u(?=itar|od)    # usual, influence, pituitary
    | a(?=o) | \Aco(?=op|or|ag) | o(?=act|ato|art|intest) | y(?=el|ing|o)   # aorta, coordinate, myelin
    | (?<=[aiouy])sm(?=s?\Z) | thm(?=s?\Z)      # spasm, rhythm
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Give the number of syllables of an English word, at least one; `MRI` is said letter by letter."""
    bare = word.replace("’", "'")
    if 1 < len(bare) <= _ABBREVIATION and bare.isupper():
        return len(bare)
    lower = bare.lower()
    extra = bool(_NOT.search(lower))
    plain = _NOT_LETTERS.sub("", _SHORTENED.sub("", lower.removesuffix("n't") if lower.endswith("n't") else lower))
    for one in (plain, plain.removesuffix("s")):
        if one in _KNOWN:
            return _KNOWN[one]
    plain = _CONSONANT_Y.sub("j", plain)
    count = len(_VOWELS.findall(plain)) + len(_APART.findall(plain))
    count -= len(_SILENT.findall(plain)) + len(_SILENT_INSIDE.findall(plain))
    return max(count, 1) + extra
