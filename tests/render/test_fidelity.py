"""What a browser builds from a page is what was drawn, whatever characters the author used."""

import json
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.section import Section
from a11y_content.html import Element, clean
from a11y_content.model.document import Condition, Index, Page, Person, Story
from a11y_content.model.inline import Link, Strong, Text, plain
from a11y_content.model.site import Site
from a11y_content.problem import ContentError
from a11y_content.rendering import fragment, render
from a11y_content.rendering.address import Place
from a11y_content.rendering.page import make
from tests.examples import examples
from tests.render.reading import Node, Read

NAUGHTY = [
    "</script><script>alert(1)</script>",
    "<!--",
    "]]>",
    "</title><h1>",
    "</style>",
    "\" onclick='x' \"",
    "&amp; &lt; &#0; &nosuch;",
    "a\u2028b\u2029c",
    "a\x00b\x08c\x1fd",
    "a\ud800b",
    "\ufeffx\ufffe",
    "\u202egnp.exe",
    "{{7*7}} ${x} {% x %} {0} {name}",
    "\U0001f600 e\u0301 \u0130",
    "javascript:alert(1)",
]


def shape(element: Element) -> list:
    """An element of lxml in the same form as a parsed one: addresses decoded, texts joined."""
    texts = [element.text or ""]
    made = [element.tag, {name: decoded(name, value) for name, value in element.items()}, texts]
    for child in element:
        made.append(shape(child))
        texts.append(child.tail or "")
    return made


def parsed_shape(node: Node) -> list:
    texts = [""]
    made = [node.tag, {name: decoded(name, value) for name, value in node.attributes.items()}, texts]
    for child in node.children:
        if isinstance(child, str):
            texts[-1] += child
        else:
            made.append(parsed_shape(child))
            texts.append("")
    return made


def decoded(name: str, value: str) -> str:
    return unquote(value) if name in {"href", "src"} else value


def test_a_browser_builds_exactly_the_tree_that_was_drawn(
    condition: Condition, story: Story, index: Index, page: Page, site: Site, tree: Read
) -> None:
    for document in (condition, story, index, page):
        place = Place(site=site, path="conditions/neck-pain.html", source="conditions/neck-pain.md")
        html = render(document, site, path=place.path, source=place.source)
        assert parsed_shape(tree(html).one("main")) == shape(make(document, place).main)


def filled(text: str) -> list:
    """Documents with one text in every field that an author fills."""
    body = (
        Paragraph(
            inlines=(Text(text=text), Strong(inlines=plain(text)), Link(href="#x", inlines=plain(text), about=text))
        ),
        Section(title=plain(text), blocks=(Paragraph(inlines=plain(text)),)),
    )
    return [
        Condition(
            lang="en", name=text, summary=text, subtitle=text, also_called=(text,), symptoms=(text,), sections=body[1:]
        ),
        Story(lang="en", title=text, person=Person(display=text), body=body, quote=text, note=text),
        Page(lang="en", title=text, summary=text, body=body),
    ]


@pytest.mark.parametrize("text", NAUGHTY)
def test_no_text_breaks_out_of_its_place(text: str, page: Page, tree: Read) -> None:
    usual = len(list(tree(render(page)).all("script")))
    for document in filled(text):
        html = tree(render(document))
        assert len(list(html.all("script"))) == usual
        assert [name for one in html.one("main").all() for name in one.attributes if name.startswith("on")] == []
        shown = " ".join(clean(text).split())
        assert html.one("h1").text == shown
        assert html.one("title").text == shown
        data = json.loads(html.one("script", type="application/ld+json").text)
        assert data["name"].encode("utf-8", "replace") == text.encode("utf-8", "replace")


@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=40))
def test_every_text_arrives_whole(text: str, tree: Read) -> None:
    for document in filled(text):
        html = tree(render(document))
        assert html.one("h1").text == " ".join(clean(text).split())
        assert html.one("main").text.count(" ".join(clean(text).split())) >= 1


@pytest.mark.parametrize("href", ["javascript:alert(1)", "//evil.example", "data:text/html,x"])
def test_an_unsafe_address_ends_the_rendering(href: str, page: Page) -> None:
    unsafe = replace(page, body=(Paragraph(inlines=(Link(href=href, inlines=plain("x")),)),))
    with pytest.raises(ContentError, match="address-unsafe"):
        render(unsafe)


def test_a_fragment_has_its_own_levels_and_ids(condition: Condition, tree: Read) -> None:
    alone = fragment(condition, base_level=3, id_prefix="a-")
    both = f"<!DOCTYPE html><html><body>{alone}{fragment(condition, base_level=3, id_prefix='b-')}</body></html>"
    html = tree(both)
    ids = [one.attributes["id"] for one in html.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    assert all(one.startswith(("a-", "b-")) for one in ids)
    assert [one.text for one in html.all("h3")] == ["Neck pain", "Neck pain"]
    assert list(html.all("h1")) == list(html.all("h2")) == []
    marks = [one.attributes["href"][1:] for one in html.all("a") if one.attributes["href"].startswith("#")]
    assert marks
    assert set(marks) <= set(ids)
