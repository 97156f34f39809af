"""The elements and attributes of all pages are those that docs/security.md publishes (S2)."""

from __future__ import annotations

from pathlib import Path

import pytest

import a11y_content as a11y
from a11y_content.parsing import parse
from a11y_content.parsing.build import build_document
from a11y_content.problem import ContentError
from a11y_content.rendering import render
from a11y_content.view import icon
from tests.security import fields
from tests.security.emitted import DOCS, ZONES, Zones, beyond, emitted, published, written
from tests.security.vectors import texts

ROOT = Path(__file__).parents[2]
NEVER = (
    "applet", "audio", "base", "embed", "form", "frame", "frameset", "iframe", "link", "math", "meta",
    "noembed", "noframes", "noscript", "object", "param", "plaintext", "script", "style", "template",
    "textarea", "title", "xmp",
)  # fmt: skip
"""Elements that content can never bring, but for `audio`, which is our own player's."""


def pages(folder: Path) -> list[str]:
    """Give golden pages, the demo site, all fixtures, and documents with every field."""
    made = [file.read_text("utf-8") for file in sorted((ROOT / "fixtures" / "golden").rglob("*.html"))]
    a11y.build(ROOT / "examples" / "clinic", folder / "site", jobs=1)
    made += [file.read_text("utf-8") for file in sorted((folder / "site").rglob("*.html"))]
    for file in sorted((ROOT / "fixtures").glob("*/*.md")):
        document, _ = parse(file.read_text("utf-8"), name=file.name, lang="en")
        if document is not None:
            try:
                made.append(str(render(document)))
            except ContentError:
                continue
    for fill in (fields.tame, lambda _: None):
        for record in fields.documents(fill):
            document, _ = build_document(fields.raw(record))
            assert document is not None, record["kind"]
            made.append(str(render(document)))
    for media in ("video", "audio"):
        record = {"kind": "media", "media": media, "title": "Words", "src": "a.mp3", "transcript": "Words."}
        document, _ = build_document(fields.raw({"kind": "page", "title": "Words", "lang": "en", "body": [record]}))
        assert document is not None
        made.append(str(render(document)))
    return made


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Zones:
    return emitted(pages(tmp_path_factory.mktemp("closed")))


def test_the_list_is_that_of_the_pages(found: Zones, request: pytest.FixtureRequest) -> None:
    text = DOCS.read_text("utf-8")
    start, end = text.index(f"### {ZONES['content']}\n"), text.index("\n## ", text.index(f"### {ZONES['frame']}\n"))
    if request.config.getoption("--golden"):
        DOCS.write_text(text[:start] + written(found) + text[end:], "utf-8", newline="\n")
    assert beyond(found, published()) == []
    assert beyond(published(), found) == [], "on the list, and in no page"


def test_the_list_holds_nothing_that_content_may_never_bring() -> None:
    allowed = published()["content"]
    assert not set(NEVER) - {"audio"} & set(allowed)
    assert not [one for attributes in allowed.values() for one in attributes if one.startswith("on") or one == "style"]


@pytest.mark.parametrize("name", NEVER)
def test_no_element_of_an_author_comes_through(name: str) -> None:
    """Hostile text adds nothing to the zones of a page: its elements are those of tame text."""
    if name == "audio":
        pytest.skip("our own player is one")
    for text in (f"<{name}>x</{name}>", f"<{name} src=x onload=hit(1)>"):
        for form in ("markdown", "text"):
            document, _ = parse(f"Words\n\n{text}\n", format=form, name="a", lang="en", kind="page")
            if document is not None:
                assert name not in emitted([], [str(render(document)).partition("<main")[2]])["content"]


def test_hostile_fields_hold_the_elements_of_the_list() -> None:
    allowed = published()
    for one in texts()[::25]:
        for record in fields.documents(lambda field, text=one.text: _free(field, text)):
            document, _ = build_document(fields.raw(record))
            if document is not None:
                assert beyond(emitted([str(render(document))]), allowed) == [], one.name


def _free(field: fields.Field, text: str) -> str | None:
    return text if field.want in fields.FREE and field.name not in {*fields.ADDRESS_FIELDS, "ref"} else None


def test_every_svg_of_content_is_an_icon_of_ours(found: Zones) -> None:
    assert found["content"].get("path", set()) <= {"d", "fill"}
    made = icon("", "M0 0") if "svg" in found["content"] else None
    assert made is None or set(made.attrib) >= found["content"]["svg"] - {"class"}


def test_an_element_that_is_not_on_the_list_is_found() -> None:
    odd = emitted(["<main><p onclick=x>a</p><blink>b</blink></main><svg></svg>"])
    assert {one.partition(" ")[0] for one in beyond(odd, published())} == {"content:", "frame:"}
    assert "content: blink (the element)" in beyond(odd, published())
    assert "content: p onclick" in beyond(odd, published())
