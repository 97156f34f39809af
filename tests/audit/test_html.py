"""The report as a page: everything is in it, and nothing of an audited page gets out of its place."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from functools import cache

from lxml import html

from a11y_content.auditing.formats.text import shown_modes
from a11y_content.auditing.report import writer
from a11y_content.html import Element
from a11y_content.reporting import problems, words
from tests.audit.made_report import EVIL, PAGE, report
from tests.audit.test_formats import with_baseline
from tests.audit.test_report import BROKEN

PNG = b"\x89PNG\r\n\x1a\n"


@cache
def page() -> Element:
    made = report(EVIL, page=replace(PAGE, name='https://example.org/"><script>alert(1)</script>'), failed=BROKEN)
    ran = replace(made.ran, pages=("neck.html", "ok.html", "</title><script>alert(1)</script>"))
    made = replace(made, ran=ran, pictures={made.problems[0].fingerprint: PNG})
    return html.document_fromstring(writer("html")(made))


def by_class(of: Element, name: str) -> list[Element]:
    return [one for one in of.iter() if name in str(one.get("class", "")).split()]


def told(one: Element) -> str:
    return " ".join(" ".join(one.itertext()).split())


def test_a_hostile_page_stays_text() -> None:
    tree = page()
    assert len(tree.xpath("//script")) == 3
    assert len(tree.xpath("//style")) == 2
    assert not tree.xpath("//iframe | //object | //embed | //base | //link")
    for one in tree.iter():
        for name, value in one.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src"}:
                assert str(value).startswith(("http://", "https://", "#", "data:image/png;base64,"))
    text = tree.text_content()
    assert "<script>alert(1)</script>" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text)


def test_the_policy_allows_our_own_scripts_and_pictures_only() -> None:
    (policy,) = page().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    parts = dict(part.strip().split(" ", 1) for part in str(policy).split(";"))
    assert parts["default-src"] == "'none'"
    assert parts["img-src"] == "data:"
    assert parts["script-src"].count("sha256-") == 3
    assert parts["style-src"].count("sha256-") == 2


def test_each_problem_tells_what_where_and_how_to_mend() -> None:
    tree = html.document_fromstring(writer("html")(report()))
    ring = told(by_class(tree, "a11y-report__group")[0])
    for words_ in (
        "Error The keyboard's focus cannot be seen", "WCAG 2.4.7 Focus Visible, level AA", "Who it hurts People",
        "How to mend it Give :focus-visible", "explain focus-visible", "neck.html No ring", "content/neck.md:14:1",
        "all 2 modes",
    ):  # fmt: skip
        assert words_ in ring
    text = tree.text_content()
    assert "did not run on 1 page: the browser gives no keys" in " ".join(text.split()).lower()
    assert "needs a person" in text
    assert not re.search("complian(t|ce)|certified|no barriers", text)


def test_the_element_is_shown() -> None:
    (picture,) = page().xpath("//img")
    assert picture.get("src") == f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    assert picture.get("alt") == "The element in the mode contrast=dark"


def test_what_did_not_pass_is_said_first() -> None:
    assert next(told(one) for one in page().iter("h2")) == "Could not be audited"
    assert "status 500" in page().text_content()


def test_the_baseline_is_told() -> None:
    text = " ".join(html.document_fromstring(writer("html")(with_baseline(report()))).text_content().split())
    assert "until 2026-12-01: is mended" in text
    assert "reflow on neck.html" in text
    assert "ended on 2026-11-21" in text


def test_filters_offer_what_there_is_and_mark_every_problem() -> None:
    tree = page()
    filters = {one.get("id"): [str(o.get("value")) for o in one.iter("option")][1:] for one in tree.iter("select")}
    assert set(filters) == {"filter-level", "filter-code", "filter-criterion", "filter-mode"}
    for one in by_class(tree, "a11y-report__problem"):
        assert one.get("data-code") in filters["filter-code"]
        assert set(str(one.get("data-mode")).split()) <= set(filters["filter-mode"])
    assert len(by_class(tree, "a11y-report__reset")) == 1


def test_only_addresses_are_links() -> None:
    for name, links in {"https://example.org/a": 1, "javascript://x": 0, "a:b.html": 0, "http://[": 0}.items():
        tree = html.document_fromstring(writer("html")(report(page=replace(PAGE, name=name))))
        heading = next(tree.iter("h4"))
        assert told(heading) == name
        assert len(list(heading.iter("a"))) == links


def test_an_empty_report_is_no_praise() -> None:
    tree = html.document_fromstring(writer("html")(report(problems=())))
    assert "None was found by what ran" in tree.text_content()
    assert not tree.xpath("//form[contains(@class, 'a11y-report__filter')]")


def test_a_report_that_no_browser_could_hold_says_what_it_leaves_out() -> None:
    made = report()
    many = tuple(replace(made.problems[0], signature=str(n)) for n in range(problems.MOST + 1))
    text = writer("html")(replace(made, problems=many))
    assert f"{problems.MOST + 1} problems were found; the first {problems.MOST} are shown" in text
    assert text.count('<li class="a11y-report__problem"') == problems.MOST


def test_modes_are_said_shortly() -> None:
    every = tuple(f"text={n}" for n in range(20))
    assert words.modes(every, every) == "all 20 modes"
    assert words.modes(every[2:], every) == "all modes but text=0; text=1"
    assert words.modes(every[:2], every) == "text=0; text=1"
    assert words.modes(("default",), ("default",)) == "default"


def test_many_modes_are_counted_and_listed_in_a_disclosure() -> None:
    every = [f"text={number}" for number in range(20)]
    shown = words.modes(every[:9], every)
    assert isinstance(shown, Element)
    assert shown.tag == "details"
    assert told(shown).startswith("9 of 20 modes text=0; text=1; ")
    assert told(shown).endswith("text=8")
    assert shown_modes(every[:9], every) == "9 of 20 modes: text=0; text=1; text=2; text=3; …"
    assert shown_modes(every[:9]) == "9 modes: text=0; text=1; text=2; text=3; …"
    assert shown_modes((), every) == ""
