"""What stands in scripts, styles, feeds and reports cannot end them (S4, S5), and no message carries controls (L4)."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from lxml import etree

from a11y_content.cli import output
from a11y_content.design.contrast import read_colour
from a11y_content.design.token_values import families
from a11y_content.html import clean
from a11y_content.model.site import Brand, Site
from a11y_content.parsing.build import build_document
from a11y_content.problem import ContentError, Fault, Level, Problem, Spot
from a11y_content.rendering import render
from a11y_content.rendering.assets import stylesheet
from a11y_content.rendering.json_ld import escape
from tests.security import fields
from tests.security.vectors import texts, vectors

UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _problem(text: str) -> Problem:
    made = Fault(code="planted", title=text, why=text, mend=text, level=Level.WARNING)
    return made.at(Spot(text, 1, 1), text, text)


def test_json_in_a_script_is_the_same_value_and_cannot_end_it() -> None:
    for one in vectors():
        text = one.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        made = escape(json.dumps({"name": text}, ensure_ascii=False))
        assert not set("<>&\u2028\u2029") & set(made), one.name
        assert json.loads(made) == {"name": text}, one.name


def test_json_ld_of_a_page_holds_the_words_as_they_are() -> None:
    for one in texts()[::10]:
        record = {"kind": "page", "title": one.text or "x", "summary": one.text, "lang": "en", "body": "Words."}
        document, _ = build_document(fields.raw(record))
        if document is None:
            continue
        page = str(render(document))
        (found,) = DATA.findall(page)
        data = json.loads(found)
        assert data["description"].encode("utf-8", "replace") == one.text.encode("utf-8", "replace"), one.name
        assert page.count("<script") == 3, one.name


@pytest.mark.parametrize("one", [one for one in vectors() if one.group == "css"], ids=lambda one: repr(one.text[:30]))
def test_no_css_comes_in_as_a_colour_or_a_font(one: object) -> None:
    text = str(getattr(one, "text", ""))
    with pytest.raises(ValueError, match=r"."):
        read_colour(text)
    try:
        made = families([text])
    except ValueError:
        return
    assert not set("<>;{}()\\@") & set(made)


def test_every_text_is_no_colour() -> None:
    for one in texts():
        with pytest.raises(ValueError, match=r"."):
            read_colour(one.text)


def test_a_brand_that_skipped_the_rules_is_refused_by_the_stylesheet() -> None:

    for font in ("</style><script>hit(1)</script>", "x;}*{color:red", "url(//canary.example/1)"):
        with pytest.raises(ContentError, match="brand font"):
            stylesheet(Site(title="x", brand=Brand(font=(font,))))


def test_no_message_carries_control_characters_or_a_second_line() -> None:
    for one in vectors():
        line = _problem(one.text).line()
        assert not UNSAFE.search(line), one.name
        assert len(line) <= 500
        assert line.count("\n") == 0


def test_what_check_prints_has_no_control_characters() -> None:
    told = io.StringIO()
    with redirect_stderr(told):
        output.show([_problem(one.text) for one in texts()[::3]])
    assert not UNSAFE.search(re.sub(r"\x1b\[[0-9;]*m", "", told.getvalue()))


def test_what_check_writes_as_json_is_valid_utf_8() -> None:
    problems = [_problem(one.text) for one in vectors()]
    text = json.dumps(output.as_json(problems), ensure_ascii=False)
    assert len(json.loads(text)) == len(problems)


def test_xml_reports_are_well_formed() -> None:
    for one in vectors():
        text = clean(one.text).replace("\r", " ")
        made = etree.Element("failure", message=text)
        made.text = text
        assert etree.fromstring(etree.tostring(made)).text == text, one.name


def test_the_line_that_is_shown_is_the_authors_own(tmp_path: Path) -> None:
    """What some programs take for the end of a line (U+2028, form feed) is none in a place."""
    file = tmp_path / "a.md"
    file.write_text("first\u2028still first\x0cand still\nsecond \u202eline\n", "utf-8")
    told = io.StringIO()
    with redirect_stderr(told):
        output.show([Problem(code="a", message="m", where=Spot(str(file), 2, 3))])
    assert "    2 | second  line\n" in told.getvalue()
