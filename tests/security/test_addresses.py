"""Addresses that could run or mislead are refused with their place, through every door that has links (S3)."""

from __future__ import annotations

import json

import pytest

from a11y_content.parsing import FORMATS, parse
from a11y_content.parsing.build import build_document
from a11y_content.problem import ContentError, Problem
from a11y_content.rendering import render
from a11y_content.rendering.address import safe
from a11y_content.rules.addresses import refuse
from tests.security import fields
from tests.security.doors import FRONT
from tests.security.pages import ASSETS
from tests.security.schemes import SCHEMES, WRITINGS
from tests.security.vectors import addresses

FINE = (
    "https://example.org/a?b=c#d",
    "http://example.org:8080/",
    "mailto:a@example.org",
    "tel:+15550100",
    "/a.md",
    "../a.md",
    "#a",
    "?a=b:c",
    "a/b:c",
    "./a:b",
    "",
)


def _refused(problems: list[Problem]) -> bool:
    """Tell whether an address was refused, at a place."""
    return any(one.code in {"link-scheme", "address-unsafe"} and one.where.line > 0 for one in problems)


def test_there_are_36_schemes_in_30_writings() -> None:
    assert (len(set(SCHEMES)), len(WRITINGS)) == (36, 30)


def test_the_rule_refuses_every_hostile_address_and_no_good_one() -> None:
    where = fields.raw("x").spot
    assert [one.name for one in addresses() if refuse(one.text, where) is None] == []
    assert [one for one in FINE if refuse(one, where) is not None] == []
    assert [safe(one) for one in FINE] == list(FINE)


def test_every_field_of_an_address_refuses_with_its_place() -> None:
    """Each field of every kind, by a share of the addresses: the file's line is said."""
    where = [one for one in fields.places() if one.address]
    assert len(where) >= 20
    given = addresses()
    missed = []
    for number, place in enumerate(where):
        for one in given[number :: len(where)]:
            _, problems = parse(json.dumps(place.with_text(one.text)), format="json", name="a.json")
            if not _refused(problems):
                missed.append(f"{place.name}: {one.name}")
    assert missed == []


MARKDOWN = ("[words](<{}>)", "[words][r]\n\n[r]: <{}>", "![words](<{}>)", ":::{{cta}} Words\n:href: '{}'\n:::")


@pytest.mark.parametrize("form", MARKDOWN)
def test_markdown_never_gives_a_script_address(form: str) -> None:
    """CommonMark reads entities and escapes itself: what it then says is what is judged."""
    for one in addresses()[::3]:
        if any(sign in one.text for sign in "\n\r<>'\\"):
            continue
        document, problems = parse(FRONT + form.format(one.text), name="a.md")
        assert _refused(problems) or not _runs(document), one.name


def _runs(document: object) -> bool:
    """Tell whether a document that was not refused has an address with a scheme in its page."""
    try:
        page = str(render(document, assets=ASSETS))  # type: ignore[arg-type]
    except ContentError:
        return False
    return any(f'="{scheme}:' in page.lower() for scheme in SCHEMES)


@pytest.mark.skipif("html" not in FORMATS, reason="there is no HTML door")
@pytest.mark.parametrize(
    "form", ['<p><a href="{}">words</a>', '<p><img src="{}" alt="words">', '<video src="{}"></video>']
)
def test_html_never_gives_a_script_address(form: str) -> None:
    head = '<html lang="en"><head><title>Words</title></head><body><main><h1>Words</h1>'
    for one in addresses()[::3]:
        if '"' not in one.text:
            document, problems = parse(f"{head}{form.format(one.text)}<p>Words.</main>", format="html", name="a.html")
            assert _refused(problems) or document is None or not _runs(document), one.name


def test_the_renderer_refuses_what_no_rule_has_judged() -> None:
    """Whoever builds documents in Python and skips the rules still gets no such page."""
    for one in addresses():
        document, _ = build_document(fields.raw(_linked(one.text)))
        assert not _runs(document), one.name


def _linked(href: str) -> dict[str, object]:
    link = {"kind": "link", "href": href, "inlines": "words"}
    return {"kind": "page", "title": "Words", "lang": "en", "body": [{"kind": "paragraph", "inlines": [link]}]}
