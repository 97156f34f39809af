"""Every inline and block knows its line and column: in files of every line end, in any script, in every container."""

from collections.abc import Callable
from typing import Any

import pytest

from a11y_content.model.block import Block, walk
from a11y_content.model.document import Document, Part
from a11y_content.model.inline import Inline
from a11y_content.parsing import parse

HEAD = "---\nkind: page\ntitle: Places\nlang: en\nsummary: Places.\n---\n\n"

INLINES = [
    ("text", "two words", "two"),
    ("strong", "a **b** c", "**b"),
    ("em", "a *b* c", "*b"),
    ("link", "a [b](https://example.org) c", "[b"),
    ("link", "a <https://example.org> c", "<http"),
    ("link", "a [b][r] c\n\n[r]: https://example.org", "[b"),
    ("abbr", "a {abbr}`MRI` c", "{abbr"),
    ("lang", "a {lang=es}`hola` c", "{lang"),
    ("time", "a {time=2026-01-31}`today` c", "{time"),
    ("phone", "a [555 0100](tel:5550100) c", "[555"),
    ("phone", "a {phone=5550100}`555 0100` c", "{phone"),
    ("sub", "H{sub}`2` c", "{sub"),
    ("sup", "10{sup}`3` c", "{sup"),
    ("cite", "a[^n] c\n\n[^n]: Note.", "[^n] c"),
    ("quoted", "a {q}`b` c", "{q"),
    ("line-break", "a\\\nb", "\\"),
]
BLOCKS = [
    ("paragraph", "some text", "some"),
    ("list", "- one\n- two", "- one"),
    ("list", "7. one\n8. two", "7."),
    ("quote", "> they said", "> they"),
    ("table", "| a | b |\n|---|---|\n| c | d |", "| a"),
    ("figure", "![a thing](thing.svg)", "!["),
    ("section", "## Rest\n\nNow.", "## Rest"),
    ("care", ":::{care} urgent Call us\n:lang: es\nnow\n:::", ":::{care}"),
    ("advice", ":::{advice} do Rest\n- lie down\n:::", ":::{advice}"),
    ("callout", ":::{callout} note Rest\nnow\n:::", ":::{callout}"),
    ("details", ":::{details} Rest\nnow\n:::", ":::{details}"),
    ("steps", ":::{steps} Rest\n1. lie\n2. sleep\n:::", ":::{steps}"),
    ("figure", ":::{figure} thing.svg\n:alt: a thing\n:::", ":::{figure}"),
    ("media", ":::{media} audio Rest\n:src: rest.ogg\nwords\n:::", ":::{media}"),
    ("table", ":::{table} Rest\n| a | b |\n|---|---|\n| c | d |\n:::", ":::{table}"),
    ("quote", ":::{quote} Somebody\nwords\n:::", ":::{quote}"),
    ("facts", ":::{facts}\n- **a:** b\n:::", ":::{facts}"),
    ("contact", ":::{contact} Clinic\n:email: a@example.org\n:::", ":::{contact}"),
    ("cta", ":::{cta} Book a visit\n:href: visit.md\n:::", ":::{cta}"),
    ("teasers", ":::{teasers} Stories\n- a.md\n:::", ":::{teasers}"),
    ("related", ":::{related} More\n- a.md\n:::", ":::{related}"),
    ("references", ":::{references} Sources\n- [a](https://example.org)\n:::", ":::{references}"),
    ("glossary", ":::{glossary}\n- **a:** b\n:::", ":::{glossary}"),
]


def indented(by: str) -> Callable[[str], str]:
    return lambda text: "\n".join(by + line if line else line for line in text.split("\n"))


def fenced(text: str) -> str:
    return f"::::::{{details}} Outer\n:::::{{callout}} note Inner\n\n{text}\n:::::\n::::::"


SETTINGS: dict[str, Callable[[str], str]] = {
    "alone": str,
    "after other scripts": lambda text: f"Ärzte 漢字 🙂\n\n{text}",
    "in nested fences": fenced,
    "in a list": lambda text: "- first\n\n" + indented("  ")(text),
    "in a list of a list": lambda text: "1. one\n   - two\n\n" + indented("     ")(text),
    "in a quote": lambda text: "> first\n>\n" + indented("> ")(text).replace("\n\n", "\n>\n"),
}
ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def spots(document: Document) -> list[tuple[Any, int, int]]:
    parts = [part for part, _ in walk(document) if isinstance(part, Inline | Block | Part)]
    return [(part, part.spot.line, part.spot.column) for part in parts]


def place(text: str, offset: int) -> tuple[int, int]:
    head = text[:offset]
    return head.count("\n") + 1, offset - head.rfind("\n")


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize(("kind", "markdown", "needle"), INLINES + BLOCKS)
def test_a_part_stands_where_its_first_sign_stands(
    kind: str, markdown: str, needle: str, setting: str, end: str
) -> None:
    text = HEAD + SETTINGS[setting](markdown) + "\n"
    document, problems = parse(text.replace("\n", ENDS[end]), name="places.md")
    assert document is not None, problems
    found = [(line, column) for part, line, column in spots(document) if getattr(part, "kind", "") == kind]
    assert place(text, text.rindex(needle)) in found


@pytest.mark.parametrize(("kind", "markdown", "needle"), [row for row in INLINES[1:] if "\n" not in row[1]])
def test_marks_have_their_columns_behind_letters_of_several_bytes(kind: str, markdown: str, needle: str) -> None:
    text = f"{HEAD}Ärzte 漢字 🙂 **é** {markdown}\n"
    document, _ = parse(text, name="places.md")
    assert document is not None
    found = [(line, column) for part, line, column in spots(document) if getattr(part, "kind", "") == kind]
    assert place(text, text.rindex(needle)) in found


@pytest.mark.parametrize("markdown", ["a {lang=es}`uno **dos** tres` b", ":::{care} urgent Call **dos** us\nnow\n:::"])
def test_marks_inside_a_role_or_a_title_have_their_own_places(markdown: str) -> None:
    text = f"{HEAD}é {markdown}\n" if not markdown.startswith(":") else f"{HEAD}{markdown}\n"
    document, _ = parse(text)
    assert document is not None
    (found,) = [(line, column) for part, line, column in spots(document) if getattr(part, "kind", "") == "strong"]
    assert found == place(text, text.index("**dos"))


def test_marks_inside_an_option_have_their_own_places() -> None:
    text = f"{HEAD}:::{{figure}} a.svg\n:alt: é\n:caption: Ein é *sehr* schönes Bild\n:::\n"
    document, _ = parse(text)
    assert document is not None
    (found,) = [(line, column) for part, line, column in spots(document) if getattr(part, "kind", "") == "em"]
    assert found == place(text, text.index("*sehr"))


def test_items_cells_and_terms_have_places() -> None:
    text = f"{HEAD}- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n*[MRI]: magnetic resonance imaging\n"
    document, _ = parse(text)
    assert document is not None
    found = {type(part).__name__: (line, column) for part, line, column in spots(document)}
    assert found["ListItem"] == place(text, text.index("- two"))
    assert found["Term"] == place(text, text.index("MRI"))
    assert found["Text"] == place(text, text.index("d |"))


def test_a_long_line_has_right_columns_to_its_end() -> None:
    text = HEAD + "é **b** " * 3000 + "*end*\n"
    document, _ = parse(text)
    assert document is not None
    (found,) = [(line, column) for part, line, column in spots(document) if getattr(part, "kind", "") == "em"]
    assert found == place(text, text.index("*end"))
