"""The order of names by language, by ICU and by our own rules."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.text import collation
from a11y_content.text.alphabets import ALPHABETS
from a11y_content.text.collation import DIGITS, SIGNS, Order

ROWS = {
    "en": "2nd opinion|10 tips|Ångström|asthma|back pain|backache|Épaule|epilepsy|¿Qué?|The flu|Type 2|Type 10|x-ray",
    "sv": "apa|Épaule|zoster|Ångström|åskrädsla|ägglossning|öroninflammation",
    "da": "angst|zoster|æggestok|øre|åreknuder",
    "de": "Ångström|Arger|Ärger|Ast|Ohr|Öl|Straße|Strauß|Übelkeit|Ulkus",
    "es": "ángel|chico|czar|llama|lz|nube|nz|ñandú|ñu|ojo",
    "cs": "cihla|czar|čas|hrad|chřipka|ruka|řeka|sum|šok",
    "pl": "czas|ćma|luk|lz|łuk|zysk|źle|żaba",
    "tr": "can|cz|çay|Irak|ırk|ısı|içki|iz|sal|şal",
    "hu": "cukor|cz|csont|orr|ödéma|só|szem",
    "hr": "cz|čaj|ćup|dz|džep|đak|lz|ljubav|nz|njuška",
    "vi": "an|ăn|âm|da|đau đầu|ong|ông|ơn|ưu",
    "fr": "cote|coté|côte|côté|élan|ère|œdème",
    "ru": "ёж|ёлка|ель|икота|йод|яд",
    "el": "άγχος|αίμα|βήχας|ξηρός|πόνος|ωτίτιδα",
    "ar": "التهاب|الصداع|ألم|بواسير|تعب|ثعلبة|حساسية|عرق النسا|يد",
    "fa": "بدن|پا|چشم|ژن|کمر|گوش",
    "he": "אלרגיה|בטן|כאב|שפעת|תא",
}
"""Names in the order in which readers of the language look for them."""
LETTERS = [
    ("en", "Épaule", "E"), ("en", "Ångström", "A"),
    ("sv", "Ångström", "Å"), ("sv", "Épaule", "E"), ("de", "Übelkeit", "U"),
    ("es", "ñandú", "Ñ"), ("es", "chico", "C"), ("cs", "chřipka", "CH"), ("da", "Aarhus", "Å"), ("hr", "ljubav", "LJ"),
    ("vi", "đau đầu", "Đ"), ("tr", "içki", "İ"), ("el", "ωτίτιδα", "Ω"), ("ru", "ёж", "Е"), ("ar", "ألم", "ا"),
    ("ar", "آلام", "ا"), ("ar", "إصابة", "ا"), ("ar", "MRI", "M"), ("he", "כאב", "כ"), ("en", "2nd opinion", DIGITS),
    ("en", "¿Qué?", "Q"), ("en", "…", SIGNS), ("en", "", SIGNS), ("ar", "٢ نصائح", DIGITS), ("en", "ألم", "أ"),
]  # fmt: skip
SHOWN = {"en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "es": "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ", "sv": "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ",
         "el": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"}  # fmt: skip


@pytest.fixture(params=["icu", "own"])
def order(request: pytest.FixtureRequest) -> Callable[[str], Order]:
    if request.param == "own":
        return collation._Own
    icu = collation._icu()
    if icu is None:
        pytest.skip("PyICU is not installed")
    return lambda lang: collation._Icu(icu, lang)


@pytest.mark.parametrize("lang", ROWS)
def test_names_stand_where_readers_of_the_language_look(order: Callable[[str], Order], lang: str) -> None:
    names = ROWS[lang].split("|")
    mixed = random.Random(7).sample(names, len(names))  # noqa: S311  the same each time
    assert sorted(mixed, key=order(lang).key) == names


@pytest.mark.parametrize(("lang", "name", "letter"), LETTERS)
def test_a_name_stands_under_a_letter_of_its_language(
    order: Callable[[str], Order], lang: str, name: str, letter: str
) -> None:
    assert order(lang).letter(name).upper() in {letter, letter.upper()}


@pytest.mark.parametrize("lang", SHOWN)
def test_the_letters_shown_are_the_alphabet_of_the_language(order: Callable[[str], Order], lang: str) -> None:
    assert "".join(order(lang).letters) == SHOWN[lang]


@pytest.mark.skipif(collation._icu() is None, reason="PyICU is not installed")
@pytest.mark.parametrize(
    ("lang", "names", "letters"),
    [
        ("zh-Hans", ["偏头痛", "头痛", "哮喘", "坐骨神经痛"], ["P", "T", "X", "Z"]),
        ("zh-Hant", ["小兒", "手痛", "頭痛"], ["3劃", "4劃", "16劃"]),
        ("ja", ["あたま", "いたみ", "かぜ"], ["あ", "あ", "か"]),
        ("ko", ["감기", "두통"], ["ㄱ", "ㄷ"]),
    ],
)
def test_icu_sorts_what_has_no_alphabet(lang: str, names: list[str], letters: list[str]) -> None:
    told = collation._Icu(collation._icu(), lang)
    assert sorted(random.Random(7).sample(names, len(names)), key=told.key) == names  # noqa: S311
    assert [told.letter(name) for name in names] == letters


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(collation, "_icu", lambda: None)
    for cached in (collation.order, collation.engine):
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in (collation.order, collation.engine):
        cached.cache_clear()


@pytest.mark.usefixtures("without_icu")
def test_without_icu_our_own_rules_sort_and_say_what_they_do_not_know() -> None:
    assert collation.engine() == "own rules"
    assert [collation.knows(lang) for lang in ("en", "sv-FI", "ar-EG", "sr-Latn", "zh-Hans", "ja")] == [
        True, True, True, True, False, False
    ]  # fmt: skip
    assert collation.order("sv").letter("Ångström") == "Å"
    assert collation.order("zh-Hans").letters == ()


def test_every_alphabet_of_ours_sorts_its_own_letters() -> None:
    for lang in ALPHABETS:
        told = collation._Own(lang)
        assert sorted(told.letters, key=told.key) == list(told.letters), lang
        assert [told.letter(one) for one in told.letters] == list(told.letters), lang


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["en", "sv", "tr", "vi", "ar", "zh-Hans", "x-no"]))
def test_any_two_texts_have_an_order_and_a_letter(one: str, other: str, lang: str) -> None:
    told = (collation._Own(lang), collation.order(lang))
    for by in told:
        assert (by.key(one) < by.key(other)) == (one != other and not by.key(other) < by.key(one))
        assert by.letter(one)


def sorted_there(lang: str, names: list[str]) -> list[str]:
    return sorted(names, key=collation.order(lang).key)


def test_another_process_sorts_alike() -> None:
    names = [name for row in ROWS.values() for name in row.split("|")]
    with ProcessPoolExecutor(1) as pool:
        assert pool.submit(sorted_there, "sv", names).result() == sorted_there("sv", names)
