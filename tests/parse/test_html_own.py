"""Our own pages read back: rendering what was read changes no byte, and what was read says what was written."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_content.model.document import Condition, Document, Index, Page, Story
from a11y_content.model.site import Site
from a11y_content.parsing import kind_of, parse, parse_source
from a11y_content.parsing.html import html_to_raw
from a11y_content.parsing.source import Source, read_source
from a11y_content.problem import NOWHERE
from a11y_content.rendering import fragment, render, render_parts
from tests.render.conftest import condition, index, page, site, story  # noqa: F401  fixtures

ROOT = Path(__file__).parents[2]
BLOCKS = sorted((ROOT / "fixtures" / "blocks").glob("*.md"))
INLINES = [path for path in sorted((ROOT / "fixtures" / "inlines").glob("*.md")) if ".broken" not in path.name]
CLINIC = sorted((ROOT / "examples" / "clinic").rglob("*.md"))
WRITTEN: dict[str, Callable[[Document], str]] = {
    "fragment": fragment,
    "deep fragment": lambda document: fragment(document, base_level=2),
    "main": lambda document: render_parts(document).main,
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def document_of(path: Path) -> Document:
    made, problems = parse_source(read_source(path)[0], lang="en", kind=kind_of(path), judge=False)
    assert made is not None, [one.line() for one in problems]
    return made


def read_back(html: str, summary: str = "") -> Document:
    """Read a page; a part of one has no head, so that its summary comes from the front matter."""
    front = f"---\nsummary: {json.dumps(summary)}\n---\n" if summary else ""
    made, problems = parse_source(Source("a.html", front + html), "html", lang="en", judge=False)
    assert made is not None, [one.line() for one in problems]
    return made


@pytest.mark.parametrize("path", [*BLOCKS, *INLINES, *CLINIC], ids=named)
def test_a_page_that_is_read_and_rendered_again_is_the_same(path: Path) -> None:
    document = document_of(path)
    html = str(render(document))
    assert str(render(read_back(html))) == html


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("path", [*BLOCKS[::3], *INLINES[::4], *CLINIC[:24:8]], ids=named)
def test_a_part_of_a_page_too(path: Path, form: str) -> None:
    document = document_of(path)
    write = WRITTEN[form]
    html = write(document)
    again = write(replace(read_back(html, document.summary), lang=document.lang))
    assert again == html


@pytest.mark.parametrize("name", ["condition", "story", "page"])
def test_made_documents_with_every_field_too(name: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(name)
    html = str(render(document))
    assert str(render(read_back(html))) == html


def test_a_page_of_a_site_keeps_its_text_and_gives_up_the_frame(condition: Condition, site: Site) -> None:  # noqa: F811
    html = str(render(condition, site, path="conditions/neck-pain.html", source="conditions/neck-pain.md"))
    read, problems = parse(html, "html", "a.html")
    assert isinstance(read, Condition)
    assert read.name == "Neck pain"
    assert [words(one) for one in read.sections] == [words(one) for one in condition.sections]
    assert [step.text for step in read.breadcrumb] == ["Home", "Conditions A to Z"] or read.breadcrumb
    assert [one.title for one in read.stories] == ["Ana walks again"]
    assert [one.lang for one in read.translations] == ["es"]
    assert [one.code for one in problems if one.code.startswith("html-")] == []


def words(block: object) -> str:
    return " ".join(str(part.text) for part in getattr(block, "title", ()) if hasattr(part, "text"))


def test_what_a_page_does_not_show_comes_from_its_data(condition: Condition, story: Story) -> None:  # noqa: F811
    read = read_back(str(render(condition)))
    assert isinstance(read, Condition)
    assert read.symptoms == ("Stiff neck",)
    assert read.specialty == "Musculoskeletal"
    assert read.review is not None
    assert (read.review.by, read.review.role) == ("Dr. Example", "neurologist")
    assert read.references[0].url == "https://example.org/study"
    told = read_back(str(render(story)))
    assert isinstance(told, Story)
    assert told.published == dt.date(2026, 2, 1)
    assert told.person == story.person
    assert told.image == story.image


def test_what_stands_in_no_page_comes_from_the_front_matter(story: Story) -> None:  # noqa: F811
    html = str(render(story))
    assert getattr(read_back(html), "consent", None) is None
    front = "---\nconsent: {scope: website, given: 2026-01-01}\nlang: es\n---\n"
    read, _ = parse(front + html, "html", "a.html")
    assert isinstance(read, Story)
    assert read.consent is not None
    assert read.lang == "es"


def test_an_abbreviation_is_explained_once_however_often_a_page_is_read(condition: Condition) -> None:  # noqa: F811
    html = str(render(condition))
    assert html.count("computed tomography (") <= 1
    assert read_back(html).glossary == condition.glossary


def test_an_index_keeps_its_entries(index: Index) -> None:  # noqa: F811
    document, _ = parse(
        "---\nkind: index\ntitle: All\nlang: en\nby_letter: true\nitems:\n- {href: a.html, title: B, text: C}\n---\n",
        name="a.md",
    )
    assert document is not None
    read = read_back(str(render(document)))
    assert isinstance(read, Index)
    assert read.items == document.items  # type: ignore[attr-defined]
    assert read.by_letter
    assert isinstance(index, Index)


ARTICLE = '<article class="a11y-article a11y-article--page"><h1>T</h1>{}</article>'
FORGED = [
    ARTICLE.format('<nav class="a11y-contents"><h2>On this page</h2><ul><li><a href="#x">Secret</a></li></ul></nav>'),
    ARTICLE.format('<div class="a11y-review"><p>Secret</p></div>'),
    ARTICLE.format('<nav class="a11y-ways"><a href="x">Secret</a></nav>'),
    f"{ARTICLE.format('')}<p>Secret</p>",
    '<div class="a11y-figure"><img src="a.png" alt="A"><p>Secret</p></div>',
    '<div class="a11y-care a11y-care--urgent"><p>Secret</p></div>',
    '<div class="a11y-care a11y-care--soon"><div class="a11y-care__title"><h2>T</h2></div><div>Secret</div></div>',
    '<address class="a11y-contact"><strong class="a11y-contact__name">N</strong><p>Secret</p></address>',
    '<p class="a11y-cta"><b>Secret</b> more</p>',
    '<div class="a11y-table"><table><caption>C</caption><tr><td>Secret<ul><li>x</ul></table></div>',
    '<sup class="a11y-cite">Secret</sup>',
]


@pytest.mark.parametrize("forged", FORGED)
def test_markup_that_only_looks_like_ours_loses_no_word(forged: str) -> None:
    raw, problems = html_to_raw(Source("a.html", forged))
    assert "Secret" in json.dumps(raw.plain()) + "".join(one.message for one in problems)


def test_an_urgency_that_the_words_deny_makes_no_card() -> None:
    html = (
        '<div class="a11y-care a11y-care--urgent"><div class="a11y-care__title"><h2><span class="a11y-care__word">'
        'Non-urgent advice: </span>Call</h2></div><div class="a11y-care__body"><p>x</p></div></div>'
    )
    raw, _ = html_to_raw(Source("a.html", html))
    assert '"urgency": "urgent"' not in json.dumps(raw.plain())


def test_a_reference_that_leads_nowhere_is_kept_as_a_mark(page: Page) -> None:  # noqa: F811
    html = fragment(page).replace("care.", 'care<sup class="a11y-cite">[x]</sup>.')
    raw, _ = html_to_raw(Source("a.html", html))
    assert {"kind": "cite", "ref": "x"} in raw.plain()["body"][0]["inlines"]  # type: ignore[index]
    assert raw.spot != NOWHERE
