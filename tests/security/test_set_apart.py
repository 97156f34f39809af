"""Words that turn the order of letters round end with the words of their author, wherever others stand beside them."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from a11y_content.html import apart, closed
from a11y_content.model.site import Entry, Site
from a11y_content.parsing import parse
from a11y_content.parsing.build import build_document
from a11y_content.rendering import render
from tests.security import fields

TURNED = "\u202egnol\u2067"
"""An override and an isolate that nobody closes."""
DATE = {"last": "2026-01-31", "by": TURNED}
SITE = Site(
    title=TURNED,
    tagline=TURNED,
    lang="en",
    entries={"a/b.md": Entry(source="a/b.md", path="a/b.html", title=TURNED, lang="en", kind="condition")},
)


def _alone(page: str) -> list[str]:
    """Give the words that turn, and stand beside others in a line without an element that sets them apart."""
    found = []
    stack = [(JustHTML(page, sanitize=False).root, "")]
    blocks = {"li", "p", "h1", "h2", "h3", "dd", "dt", "td", "th", "title", "body", "main", "strong", "blockquote"}
    while stack:
        node, around = stack.pop()
        name = str(node.name)
        if name == "#text" and "\u202e" in str(node.data) and around != "bdi":
            line = node.parent
            while line is not None and str(line.name) not in blocks:
                line = line.parent
            words = line.to_text(separator="", strip=False) if line is not None else ""
            if words.strip() != TURNED:
                found.append(f"{name} in {around}: {words!r}")
        stack += [(one, name) for one in node.children or ()]
    return found


def _page(kind: str, **said: object) -> str:
    document, problems = build_document(fields.raw({"kind": kind, "lang": "en", "summary": "Words.", **said}))
    assert document is not None, problems
    return str(render(document, SITE, path="a/c.html", source="a/c.md"))


PAGES = {
    "condition": {"name": TURNED, "also_called": [TURNED], "sections": [], "review": DATE},
    "story": {"title": TURNED, "person": {"display": TURNED}, "body": "Words.", "published": "2026-01-31"},
    "index": {"title": TURNED, "items": [{"title": TURNED, "href": "/a/b.md"}]},
    "page": {
        "title": TURNED,
        "breadcrumb": [{"text": TURNED, "href": "/a/b.md"}],
        "body": [
            {"kind": "quote", "blocks": "Words.", "who": "Ann", "role": TURNED, "source": {"title": TURNED}},
            {"kind": "contact", "name": "Ann", "phones": [{"label": TURNED, "number": "+1 555 0100"}]},
            {"kind": "contact", "name": TURNED, "url": "https://a.example"},
            {"kind": "references", "links": [{"href": "/a/b.md", "title": TURNED, "text": "Words."}]},
        ],
    },
}


@pytest.mark.parametrize("kind", PAGES)
def test_words_beside_others_are_set_apart(kind: str) -> None:
    page = _page(kind, **PAGES[kind])
    assert "<bdi>" in page
    assert _alone(page.partition("<body>")[2]) == []


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("name", [TURNED, "שרה"])
def test_what_is_set_apart_is_read_back_as_it_was(kind: str, name: str) -> None:
    said = json.loads(json.dumps(PAGES[kind]).replace(json.dumps(TURNED), json.dumps(name)))
    document, _ = build_document(fields.raw({"kind": kind, "lang": "en", "summary": "Words.", **said}))
    assert document is not None
    page = str(render(document))
    again, _ = parse(page, "html", name="a.html")
    assert again is not None
    assert str(render(again)) == page


def test_words_that_are_not_set_apart_are_found() -> None:
    assert _alone(f"<p>By: {TURNED}, on Monday</p>")
    assert not _alone(f"<p>By: <bdi>{TURNED}</bdi>, on Monday</p><p>{TURNED}</p>")


def test_the_head_names_the_site_behind_a_closed_title() -> None:
    document, _ = build_document(fields.raw({"kind": "page", "title": TURNED, "lang": "en", "body": "Words."}))
    assert document is not None
    page = str(render(document, Site(title="Clinic", lang="en"), path="a.html"))
    assert f"<title>{TURNED}\u2069\u202c - Clinic</title>" in page


@pytest.mark.parametrize(
    ("text", "turn", "set_apart"),
    [
        ("Ann", "ltr", False),
        ("Zoë 😀", "ltr", False),
        ("שרה", "ltr", True),
        ("a\u202eb", "ltr", True),
        ("a\u2069", "ltr", True),
        ("שרה", "rtl", False),
        ("Ann", "rtl", True),
        ("12:30", "rtl", False),
    ],
)
def test_only_words_that_could_move_others_are_set_apart(text: str, turn: str, *, set_apart: bool) -> None:
    made = apart(text, turn)
    assert (made == text) is not set_apart
    assert isinstance(made, str) or (made is not None and made.tag == "bdi" and made.text == text)  # type: ignore[union-attr]


@given(st.text(st.sampled_from("ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069א")))
def test_closing_keeps_the_words_and_leaves_nothing_open(text: str) -> None:
    made = closed(text)
    assert made.startswith(text)
    assert closed(made) == made
    assert {unicodedata.bidirectional(one) for one in made[len(text) :]} <= {"PDF", "PDI"}
