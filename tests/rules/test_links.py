"""Links: their words, their addresses, and the documents behind them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content import rules
from a11y_content.model.site import Site
from a11y_content.parsing import parse
from a11y_content.rules.addresses import plain, refusal, scheme

Codes = Callable[..., set[str]]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "java&#x0A;script:alert(1)",
        "&#106;avascript:alert(1)",
        "&amp;#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "javascript:123",
        "data:text/html,<script>",
        "vbscript:msgbox(1)",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "//example.org/x",
        "\\\\example.org\\x",
        "/\\example.org/x",
        "\\/example.org/x",
        "https:",
        "https:/example.org",
        "sms:+15550100",
        "1:2",
    ],
)
def test_an_unsafe_address_is_refused(href: str) -> None:
    assert refusal(href)


@pytest.mark.parametrize(
    "href",
    [
        "neck.md",
        "../neck.md#symptoms",
        "/conditions/neck.md",
        "#symptoms",
        "?a11y=text:200",
        "https://example.org/a:b",
        "HTTP://example.org",
        "mailto:hello@example.org",
        "tel:+15550100",
        "a/b:c",
    ],
)
def test_a_safe_address_is_let_through(href: str) -> None:
    assert refusal(href) == ""


@given(st.text(max_size=60))
def test_an_address_that_passes_has_an_allowed_scheme_or_none(href: str) -> None:
    if not refusal(href):
        assert scheme(href) in {"", "http", "https", "mailto", "tel"}
        assert not plain(href).startswith(("//", "\\"))


@pytest.mark.parametrize("body", ["[here](a.md)", "See [Read more…](a.md).", "[ This link ](a.md)"])
def test_generic_words_are_found(codes: Codes, body: str) -> None:
    assert codes(body) == {"link-generic"}


def test_generic_words_are_judged_in_the_language_of_the_page(codes: Codes) -> None:
    assert "link-generic" in codes("Vea [aquí](a.md).", lang="es")
    assert "link-generic" not in codes("Vea [here](a.md).", lang="es")
    assert "link-generic" not in codes("Katso [täältä](a.md).", lang="fi")


def test_the_same_words_to_the_same_place_are_fine(codes: Codes) -> None:
    assert codes("See [the exercises](a.md) and again [The exercises](./a.md).") == set()


def test_the_same_words_to_two_parts_of_a_page_are_not(codes: Codes) -> None:
    assert codes("See [the exercises](a.md#one) and [the exercises](a.md#two).") == {"link-ambiguous"}


def test_two_ways_to_write_one_document_are_one_target(codes: Codes, site: Site) -> None:
    assert codes("See [necks](conditions/neck-pain.md) and [necks](/conditions/neck-pain).", site=site) == set()


def test_teasers_with_the_same_visible_words_are_told_apart_by_their_titles(codes: Codes) -> None:
    assert codes(":::{teasers} Stories\n- [Ana](/a.md)\n- [Ben](/b.md)\n:::") == set()


def test_teasers_whose_titles_only_the_site_knows_are_not_compared_without_it(codes: Codes) -> None:
    assert codes(":::{teasers} Stories\n- [](/a.md)\n- [](/b.md)\n:::") == set()


def test_a_link_to_a_file_may_say_its_type_in_its_words(codes: Codes) -> None:
    assert codes("Print [the exercises (PDF, 120 kB)](a.pdf).") == set()
    assert codes("Print [the exercises](a.docx).") == {"file-link-no-type"}
    assert codes("Read [the exercises](a.md).") == set()


def test_a_missing_document_gets_a_suggestion(site: Site) -> None:
    document, _ = parse("---\ntitle: x\nlang: en\n---\n\nSee [necks](neck-pains.md).\n")
    assert document is not None
    (problem,) = rules.check(document, site, source="broken.md")
    assert problem.code == "link-unknown"
    assert problem.hint == "did you mean `/conditions/neck-pain.md`?"
    assert (problem.where.line, problem.where.column) == (6, 5)


def test_without_a_site_nobody_knows_which_documents_there_are(codes: Codes) -> None:
    assert codes("See [necks](nowhere.md).") == set()


def test_marks_addresses_and_files_of_the_site_are_not_looked_up_as_documents(codes: Codes, site: Site) -> None:
    body = "See [one](#symptoms), [two](https://example.org/), [three](tel:911) and [a drawing](images/neck.svg)."
    assert codes(body, site=site) == set()


@pytest.mark.parametrize(
    "number", ["911", "+1 (555) 010-0199", "020 7946 0000 ext. 12", "+44 (0)20 7946 0000", "*123#"]
)
def test_numbers_as_people_write_them_can_be_dialled(codes: Codes, number: str) -> None:
    assert codes(f":::{{cta}} Call our nurses\n:phone: '{number}'\n:::") == set()


@pytest.mark.parametrize("number", ["1-800-NECKS", "call us", "5"])
def test_words_cannot_be_dialled(codes: Codes, number: str) -> None:
    assert codes(f":::{{cta}} Call our nurses\n:phone: '{number}'\n:::") == {"phone-digits"}
