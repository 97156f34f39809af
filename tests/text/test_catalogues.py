"""Every interface string has its translation, and what a catalogue says fits what the code fills in."""

import ast
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from a11y_content.design.preferences import PREFERENCES
from a11y_content.text import catalogues, interface_language, say
from a11y_content.text.catalogue import catalogue

PACKAGE = Path(str(resources.files("a11y_content")))
SPEAKING = {"say": (0, 1), "told": (0,), "words": (0,), "sentence": (2,)}
"""Functions and methods that take a msgid, and where it may stand among their arguments."""
HOLE = re.compile(r"\{(\w+)\}")
OTHERS = sorted(catalogues() - {"en"})


def strings(node: ast.expr, tables: dict[str, list[str]]) -> Iterator[str]:
    """What an expression can be: a string, either end of `a if b else c`, an entry of a table of the module."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp():
            yield from strings(node.body, tables)
            yield from strings(node.orelse, tables)
        case ast.BoolOp():
            for one in node.values:
                yield from strings(one, tables)
        case ast.Subscript(value=ast.Name(id=name)) if name in tables:
            yield from tables[name]
        case _:
            pass


def tables_of(tree: ast.Module) -> dict[str, list[str]]:
    found = {}
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and isinstance(node.value, ast.Dict):
            values = [v.value for v in node.value.values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
            found[node.target.id] = values
    return found


def said_in(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    tables = tables_of(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        method = isinstance(node.func, ast.Attribute)
        if name not in SPEAKING or (name == "words" and not method):
            continue
        for place in SPEAKING[name]:
            if place < len(node.args) and (name != "say" or place == (0 if method else 1)):
                yield from strings(node.args[place], tables)


def msgids() -> set[str]:
    found = {row.label for row in PREFERENCES} | {row.auto for row in PREFERENCES}
    found |= {option.label for row in PREFERENCES for option in row.options}
    for floor in ("blocks", "rendering", "site"):
        for file in (PACKAGE / floor).rglob("*.py"):
            found.update(said_in(file.read_text("utf-8")))
    return {one for one in found if re.search(r"[^\W\d_]", one)}


def test_the_search_sees_all_ways_of_saying() -> None:
    source = """
HIDDEN: dict[str, str] = {"a": "One"}
draw.say(HIDDEN[it.tone]); say(lang, "Two"); draw.say("Three" if x else "Four", a=1); draw.told("8")
draw.sentence("p", None, "Five {a}", a=1); draw.words("Six"); words(it.title); draw.heading(it.title or draw.say("7th"))
"""
    assert set(said_in(source)) == {"One", "Two", "Three", "Four", "Five {a}", "Six", "7th", "8"}


def test_the_code_says_what_the_contract_asks_for() -> None:
    assert {"Open Accessibility Menu", "Urgent advice:", "Text size", "Page last reviewed: {date}"} <= msgids()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_lacks_no_string_and_keeps_no_stale_one(lang: str) -> None:
    known = set(catalogue(lang))
    assert msgids() - known == set()
    assert known - msgids() == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_translation_fills_in_the_same_names(lang: str) -> None:
    differing = {m: t for m, t in catalogue(lang).items() if sorted(HOLE.findall(m)) != sorted(HOLE.findall(t))}
    assert differing == {}


def test_a_region_speaks_as_its_language_and_an_unknown_language_english() -> None:
    assert say("es-MX", "Home") == say("es", "Home") == "Inicio"
    assert say("xx", "Home") == say("en-GB", "Home") == "Home"
    assert [interface_language(lang) for lang in ("es-MX", "ES", "ar", "")] == ["es", "es", "en", "en"]


def test_values_are_filled_in_and_a_missing_one_is_an_error() -> None:
    assert say("es", "Told by {person}", person="{x}") == "Contado por {x}"
    assert say("en", "{label}: {value}") == "{label}: {value}"
    with pytest.raises(KeyError):
        say("en", "Told by {person}", other="Ana")
