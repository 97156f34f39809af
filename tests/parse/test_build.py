"""From the located tree to the typed model: what can be built is built, and every problem is told at its place."""

import datetime as dt

import pytest

from a11y_content.blocks.paragraph import Paragraph
from a11y_content.model.block import BLOCKS
from a11y_content.model.document import DOCUMENTS, Condition, Page, Review, Story
from a11y_content.model.inline import INLINES, Text, words
from a11y_content.model.raw import Raw
from a11y_content.parsing import parse
from a11y_content.parsing.build import build_blocks, build_document
from a11y_content.parsing.plan import Want, plan
from a11y_content.problem import Level, Spot

HERE = Spot("a.json", 1, 1)


def raw(value: object) -> Raw:
    """Make a tree of plain values, all at one place."""
    if isinstance(value, dict):
        return Raw({name: raw(one) for name, one in value.items()}, HERE)
    if isinstance(value, list):
        return Raw([raw(one) for one in value], HERE)
    return Raw(value, HERE)  # type: ignore[arg-type]  # a scalar


PAGE = {"kind": "page", "title": "T", "lang": "en", "summary": "S.", "body": [{"kind": "paragraph", "inlines": ["a"]}]}


@pytest.mark.parametrize("cls", [*DOCUMENTS.values(), *BLOCKS.values(), *INLINES.values()])
def test_every_class_of_the_model_has_a_plan(cls: type) -> None:
    assert "spot" not in plan(cls).fields
    assert all(isinstance(one.want, Want) for one in plan(cls).fields.values())


def test_a_page_is_built_with_its_places() -> None:
    document, problems = build_document(raw(PAGE))
    assert problems == []
    assert isinstance(document, Page)
    assert document.body[0].inlines == (Text(text="a"),)  # type: ignore[attr-defined]  # a paragraph
    assert document.body[0].spot == HERE


@pytest.mark.parametrize(
    ("change", "code", "message", "hint"),
    [
        ({"titel": "T", "title": None}, "field-unknown", "page has no field `titel`", "did you mean `title`?"),
        ({"zzz": 1}, "field-unknown", "page has no field `zzz`", "its fields are"),
        ({"title": None}, "field-missing", "page needs `title`", "add `title`: text"),
        ({"title": {"a": 1}}, "field-type", "`title` must be text, found a record", ""),
        ({"title": True}, "field-type", "`title` must be text, found `true`", ""),
        ({"lang": "xx-yy-zz"}, "lang-invalid", "`xx-yy-zz` is not a language", ""),
        ({"lang": None}, "document-lang", "does not say its language", ""),
        ({"kind": "conditon"}, "kind-unknown", "`conditon` is not a kind of document", "did you mean `condition`?"),
        ({"published": "2026-02-30"}, "date-invalid", "there is no day 2026-02-30", ""),
        ({"published": "31/01/2026"}, "date-invalid", "`31/01/2026` is not a date", ""),
        ({"published": 20260131}, "date-invalid", "`20260131` is not a date", ""),
        ({"review": "2026-01-31"}, "field-type", "`review` must be a record", "last, next, by, role"),
        ({"review": {"by": "A"}}, "field-missing", "`review` needs `last`", ""),
        ({"glossary": "MRI"}, "field-type", "`glossary` must be a list", ""),
        ({"body": [{"kind": "paragraf"}]}, "kind-unknown", "`paragraf` is not a block", "did you mean `paragraph`?"),
        ({"body": [{"inlines": ["a"]}]}, "kind-unknown", "a block needs a `kind`", "the kinds are"),
        ({"body": ["a"]}, "field-type", "expected a block, found `a`", ""),
        ({"body": [{"kind": "paragraph", "inlines": [1]}]}, "field-type", "expected an inline, found `1`", ""),
        (
            {"body": [{"kind": "care", "urgency": "emergancy", "title": "T", "blocks": "a"}]},
            "field-choice",
            "one of non-urgent, urgent, emergency; found `emergancy`",
            "did you mean `emergency`?",
        ),
    ],
)
def test_a_wrong_value_is_told(change: dict[str, object], code: str, message: str, hint: str) -> None:
    _, problems = build_document(raw({**PAGE, **change}))
    found = [one for one in problems if one.code == code]
    assert found, problems
    assert message in found[0].message
    assert hint in found[0].hint
    assert found[0].where == HERE


def test_a_misspelt_field_is_not_also_missing() -> None:
    fields = {name: value for name, value in PAGE.items() if name != "title"}
    _, problems = build_document(raw({**fields, "titel": "T"}))
    assert [one.code for one in problems] == ["field-unknown"]


def test_all_problems_are_told_at_once_and_the_rest_is_built() -> None:
    body = [{"kind": "nothing"}, {"kind": "paragraph", "inlines": ["a", {"kind": "nought"}]}]
    document, problems = build_document(raw({**PAGE, "zzz": 1, "published": "never", "body": body}))
    assert sorted(one.code for one in problems) == ["date-invalid", "field-unknown", "kind-unknown", "kind-unknown"]
    assert isinstance(document, Page)
    assert [words(one.inlines) for one in document.body if isinstance(one, Paragraph)] == ["…", "a"]
    assert document.published is None


def test_a_section_whose_only_block_is_misspelt_is_not_called_empty() -> None:
    text = "---\ntitle: T\nlang: en\n---\n\n## A\n\n:::{{{}}} urgent Call if\n- it hurts\n:::\n"
    tree = (
        '{{"kind": "page", "title": "T", "lang": "en", "body": [{{"kind": "section", "title": "A", "blocks": [{}]}}]}}'
    )
    for wrong, form, codes in (
        (text.format("cair"), "markdown", ["fence-unknown"]),
        (tree.format('{"kind": "paragraf", "inlines": "a"}'), "json", ["kind-unknown"]),
        (tree.format('"a"'), "json", ["field-type"]),
        (tree.format(""), "json", ["section-empty"]),
    ):
        _, problems = parse(wrong, form)
        assert [one.code for one in problems if one.level is Level.ERROR] == codes


def test_rules_judge_what_there_is_of_a_document_that_cannot_be_built() -> None:
    body = "\n![](a.png)\n\n**Fake**\n\nText.\n"
    for front in ("name: A", "kind: conditon\nname: A\nsummary: S.", "summary: S."):
        document, problems = parse(f"---\nlang: en\n{front}\n---\n\n## A\n{body}", kind="condition")
        assert document is None
        found = [one.code for one in problems]
        assert {"alt-missing", "heading-fake"} < set(found)
        assert not {"review-missing", "condition-sections", "summary-empty"} & set(found)  # nothing of the gaps


def test_a_story_without_its_person_is_judged_too() -> None:
    _, problems = parse("---\ntitle: A\nlang: en\n---\n\n![](a.png)\n", kind="story")
    assert [one.code for one in problems if one.level is Level.ERROR] == ["field-missing", "alt-missing"]


def test_hints_say_what_to_write() -> None:
    _, problems = parse("---\nname: A\nlang: en\nsummary: S.\nalso_called: B\n---\n\n## A\n\na\n", kind="condition")
    assert [one.hint for one in problems if one.code == "field-type"] == [
        "put it into a list: in square brackets, or a line with `-`"
    ]
    _, problems = parse("---\ntitle: A\nlang: en\n---\n\n{nope}`x`\n")
    assert [one.hint.startswith("the roles are lang, time") for one in problems] == [True]


def test_the_language_of_the_site_stands_in() -> None:
    fields = {name: value for name, value in PAGE.items() if name != "lang"}
    document, problems = build_document(raw(fields), lang="es")
    assert problems == []
    assert document is not None
    assert document.lang == "es"


def test_a_bare_string_fills_the_field_that_a_record_names() -> None:
    document, problems = build_document(
        raw({"kind": "story", "title": "T", "lang": "en", "person": "Ana R.", "body": "a\n", "conditions": ["a.md"]})
    )
    assert problems == []
    assert isinstance(document, Story)
    assert document.person.display == "Ana R."
    assert document.conditions[0].href == "a.md"


def test_dates_and_records_are_typed() -> None:
    document, _ = build_document(raw({**PAGE, "review": {"last": "2026-01-31", "next": None}}))
    assert document is not None
    assert document.review == Review(last=dt.date(2026, 1, 31))


def test_marks_in_plain_text_are_a_warning_that_keeps_the_words() -> None:
    title = ["a ", {"kind": "em", "inlines": ["b"]}]
    document, (problem,) = build_document(raw({**PAGE, "title": title}))
    assert document is not None
    assert document.heading == "a b"
    assert (problem.code, problem.level) == ("markup-lost", Level.WARNING)


def test_depth_is_an_error_and_no_recursion() -> None:
    block: dict[str, object] = {"kind": "paragraph", "inlines": ["a"]}
    for _ in range(5000):
        block = {"kind": "list", "items": [{"blocks": [block]}]}
    tree = Raw(None)
    stack = [(tree, block)]
    while stack:
        target, value = stack.pop()
        if isinstance(value, dict):
            target.value = {name: Raw(None) for name in value}
            stack += [(target.value[name], one) for name, one in value.items()]  # type: ignore[misc]
        elif isinstance(value, list):
            target.value = [Raw(None) for _ in value]
            stack += list(zip(target.value, value, strict=True))  # type: ignore[arg-type]
        else:
            target.value = value
    _, problems = build_blocks(Raw([tree]))
    assert "limit-depth" in {one.code for one in problems}


def test_a_broken_front_matter_leaves_the_problems_of_the_text() -> None:
    document, problems = parse("---\ntitle: a: b\n---\n\n<b>x</b>\n", name="a.md")
    assert document is None
    assert [(one.code, one.where.line) for one in problems] == [
        ("yaml-syntax", 2),
        ("raw-html", 5),
        ("heading-fake", 5),
    ]


def test_a_condition_from_markdown_is_whole() -> None:
    text = (
        "---\nname: Stiff neck\nlang: en\nsummary: S.\ncodes: [{value: 1.10, system: X}]\n"
        "also_called: [Neck, 12]\nreview: {last: 2026-01-31}\n---\nLede.\n\n## A\n\na\n"
    )
    document, _ = parse(text, kind="condition")
    assert isinstance(document, Condition)
    assert document.codes[0].value == "1.10"
    assert document.also_called == ("Neck", "12")
    assert len(document.lede) == len(document.sections) == 1
