"""A page is a complete document with its landmarks, its names and its heading order."""

import datetime as dt
import itertools
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from a11y_content.blocks.section import Section
from a11y_content.design.preferences import PREFERENCES
from a11y_content.model.document import Condition, Consent, Document, Index, LinkItem, Page, Story
from a11y_content.model.inline import plain
from a11y_content.model.site import Site
from a11y_content.problem import UsageError
from a11y_content.rendering import render, render_parts
from a11y_content.rendering.assets import site_assets
from tests.render.reading import Node, Read

PATHS = {
    "condition": "conditions/neck-pain.html",
    "story": "stories/ana.html",
    "index": "conditions.html",
    "page": "about.html",
}
KINDS = sorted(PATHS)


@pytest.fixture
def documents(condition: Condition, story: Story, index: Index, page: Page) -> dict[str, Document]:
    return {one.kind: one for one in (condition, story, index, page)}


@pytest.fixture
def drawn(documents: dict[str, Document], site: Site, tree: Read) -> Callable[..., Node]:
    def draw(kind: str, **options: object) -> Node:
        path = PATHS[kind]
        return tree(render(documents[kind], site, path=path, source=path.replace(".html", ".md"), **options))

    return draw


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("where", ["alone", "in a site"])
def test_a_page_parses_without_an_error_and_has_every_landmark_once(
    kind: str, where: str, documents: dict[str, Document], site: Site, tree: Read
) -> None:
    html = tree(render(documents[kind], None if where == "alone" else site, path=PATHS[kind]))
    body = html.one("body")
    assert [one.tag for one in body.elements if one.tag in {"header", "main", "footer"}] == ["header", "main", "footer"]
    assert len(list(html.all("h1"))) == 1
    assert html.one("main").attributes["id"] == "main"
    assert html.one("main").one("h1").text == documents[kind].heading


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_every_reference_to_one_resolves(kind: str, drawn: Callable[..., Node]) -> None:
    html = drawn(kind)
    ids = [one.attributes["id"] for one in html.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    inside = [one.attributes["href"][1:] for one in html.all("a") if one.attributes.get("href", "").startswith("#")]
    named = [one.attributes["aria-labelledby"] for one in html.all() if "aria-labelledby" in one.attributes]
    assert set(inside + named) <= set(ids)
    assert all(re.fullmatch(r"\S+", one) for one in ids)


@pytest.mark.parametrize("kind", KINDS)
def test_headings_never_skip_a_level(kind: str, drawn: Callable[..., Node]) -> None:
    levels = [int(one.tag[1]) for one in drawn(kind).all() if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_navigations_have_names_of_their_own(kind: str, drawn: Callable[..., Node]) -> None:
    html = drawn(kind)
    names = [
        one.attributes.get("aria-label") or html.one(id=one.attributes["aria-labelledby"]).text
        for one in html.all("nav")
    ]
    assert names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_styles_inline_and_nothing_comes_from_elsewhere(kind: str, drawn: Callable[..., Node]) -> None:
    html = drawn(kind, assets=site_assets())
    assert [one.tag for one in html.all() if "style" in one.attributes] == []
    loaded = [one.attributes.get("src", "") for one in html.all()]
    loaded += [one.attributes["href"] for one in html.all("link", rel="stylesheet")]
    assert [one for one in loaded if "//" in one] == []
    assert [name for one in html.all() for name in one.attributes if name.startswith("on")] == []


def test_the_skip_link_comes_first_and_then_the_menu(drawn: Callable[..., Node]) -> None:
    body = drawn("condition").one("body")
    assert (body.elements[0].tag, body.elements[0].attributes["href"]) == ("a", "#main")
    header = body.elements[1]
    assert header.elements[0].attributes["id"] == "a11y-menu"
    assert [one.attributes["class"] for one in header.elements] == [
        "a11y-menu",
        "a11y-header__brand",
        "a11y-nav",
        "a11y-languages",
    ]


def test_the_head_names_its_characters_first_and_never_holds_the_zoom(drawn: Callable[..., Node]) -> None:
    head = drawn("condition", assets=site_assets()).one("head")
    tags = [(one.tag, *one.attributes) for one in head.elements]
    assert tags[:4] == [("meta", "charset"), ("meta", "name", "content"), ("title",), ("script",)]
    assert head.one("meta", name="viewport").attributes["content"] == "width=device-width, initial-scale=1"
    assert head.one("title").text == "Neck pain - Example Clinic"
    assert head.one("link", rel="canonical").attributes["href"] == "https://clinic.example/conditions/neck-pain.html"
    assert [one.attributes["hreflang"] for one in head.all("link", rel="alternate")] == [
        "en",
        "es",
        "x-default",
    ]
    assert "defer" in next(one for one in head.all("script") if "src" in one.attributes).attributes


def test_a_page_alone_holds_its_style_and_its_script(page: Page, tree: Read) -> None:
    html = tree(render(page))
    assert "--a11y-paper" in html.one("style").text
    assert "a11yStore" in list(html.one("body").all("script"))[-1].text
    assert [one for one in html.all() if "src" in one.attributes] == []


def test_the_address_of_everything_is_relative_to_the_page(drawn: Callable[..., Node]) -> None:
    html = drawn("condition", assets=site_assets())
    links = {one.text: one.attributes["href"] for one in html.all("a")}
    assert links["Back pain"] == "../conditions/back-pain.html" or links["Back pain"] == "back-pain.html"
    assert links["Ana’s story about neck pain"] == "../stories/ana.html"
    assert links["Conditions"] == "../conditions.html"
    assert links["Leaflet"] == "../files/leaflet.pdf"
    assert links["Español"] == "../es/conditions/dolor.html"
    assert html.one("link", rel="stylesheet").attributes["href"].startswith("../assets/a11y.")


def test_a_picture_keeps_to_the_file_that_the_site_has_for_it(drawn: Callable[..., Node]) -> None:
    assert drawn("story").one("img").attributes["src"] == "ana.1a2b.jpg"


def test_the_breadcrumb_leads_from_home_to_the_page_itself(drawn: Callable[..., Node]) -> None:
    steps = drawn("condition").one("nav", class_="a11y-breadcrumb")
    assert [one.text for one in steps.all("li")] == ["Home", "Conditions A to Z", "Neck pain"]
    assert [one.attributes["href"] for one in steps.all("a")] == ["../index.html", "../conditions.html"]
    assert steps.one("span", aria_current="page").text == "Neck pain"


def test_the_navigation_marks_the_page_that_it_is_on(drawn: Callable[..., Node]) -> None:
    assert drawn("index").one("nav", class_="a11y-nav").one("a", aria_current="page").text == "Conditions"
    assert list(drawn("condition").one("nav", class_="a11y-nav").all("a", aria_current="page")) == []


def test_three_sections_get_a_list_and_two_do_not(condition: Condition, tree: Read) -> None:
    links = tree(render(condition)).one("nav", class_="a11y-contents").all("a")
    assert [(one.text, one.attributes["href"]) for one in links] == [
        ("Symptoms", "#symptoms"),
        ("Treatment", "#treatment"),
        ("Numbers", "#numbers"),
    ]
    short = replace(condition, sections=condition.sections[:2])
    assert list(tree(render(short)).all("nav", class_="a11y-contents")) == []


def test_a_condition_ends_with_its_reviews(condition: Condition, tree: Read) -> None:
    review = tree(render(condition)).one("div", class_="a11y-review")
    assert [one.text for one in review.all("p")] == [
        "Page last reviewed: January 31, 2026",
        "Next review due: January 31, 2028",
        "Reviewed by: Dr. Example, neurologist",
    ]
    assert [one.attributes["datetime"] for one in review.all("time")] == ["2026-01-31", "2028-01-31"]


def test_a_citation_leads_to_its_reference_and_back(condition: Condition, tree: Read) -> None:
    html = tree(render(condition))
    mark = html.one("sup").one("a")
    assert mark.text == "Reference 1"
    entry = html.one("li", id=mark.attributes["href"][1:])
    assert f"#{mark.attributes['id']}" in [one.attributes["href"] for one in entry.all("a")]


def test_a_story_says_whose_it_is_and_leads_back(story: Story, site: Site, tree: Read) -> None:
    html = tree(render(story, site, path="stories/ana.html", source="stories/ana.md"))
    assert [one.text for one in html.one("div", class_="a11y-byline").all("p")] == [
        "Told by Ana R.",
        "The name has been changed to protect privacy.",
        "Published: February 1, 2026",
    ]
    assert "Results differ" in html.one("p", class_="a11y-disclaimer").text
    assert "Neck pain" in [one.text for one in html.one("main").all("a")]
    assert html.one("div", class_="a11y-lede").text == "Every week a little more"


def test_words_that_a_story_says_anyway_are_not_put_before_it(story: Story, tree: Read) -> None:
    again = replace(story, quote="I could not turn my head")
    assert list(tree(render(again)).all("div", class_="a11y-lede")) == []


def test_consent_is_never_shown(story: Story) -> None:
    given = Consent(scope="all the marketing", given=dt.date(2026, 1, 1))
    assert "marketing" not in render(replace(story, consent=given))


def test_a_spanish_page_speaks_spanish_all_through(condition: Condition, site: Site, tree: Read) -> None:
    html = tree(render(replace(condition, lang="es", glossary=()), site, path="es/conditions/dolor.html"))
    assert html.attributes["lang"] == "es"
    assert html.one("summary").text == "Abrir el menú de accesibilidad"
    assert html.one("div", class_="a11y-review").text.startswith("Última revisión de la página: 31 de enero de 2026")
    assert html.one("p", class_="a11y-header__brand").text.startswith("Clínica de ejemplo")
    assert "magnetic resonance imaging" not in html.one("main").text


def test_a_mode_is_on_the_root_and_in_the_form(page: Page, tree: Read) -> None:
    html = tree(render(page, mode="text=200,contrast=high-dark"))
    assert html.attributes["data-a11y-text"] == "200"
    assert html.attributes["data-a11y-contrast"] == "high-dark"
    assert "data-a11y-motion" not in html.attributes
    checked = {
        one.attributes["name"]: one.attributes["value"] for one in html.all("input") if "checked" in one.attributes
    }
    assert checked == {row.name: "auto" for row in PREFERENCES} | {"text": "200", "contrast": "high-dark"}
    assert "open" not in html.one("details").attributes
    assert "open" in tree(render(page, mode="menu=open")).one("details").attributes


def test_a_mode_that_is_none_is_refused(page: Page) -> None:
    with pytest.raises(UsageError, match="did you mean 'text'"):
        render(page, mode="txt=200")


def test_a_page_is_a_string_that_template_engines_take_as_safe(page: Page) -> None:
    made = render(page)
    assert isinstance(made, str)
    assert made.__html__() == made
    assert type(made.__html__()) is str
    assert dict(made.source_map) == {}


def test_rendering_twice_gives_the_same_bytes(condition: Condition, site: Site) -> None:
    assert render(condition, site, path="conditions/neck-pain.html") == render(
        condition, site, path="conditions/neck-pain.html"
    )


def test_the_parts_are_those_of_the_page(condition: Condition, site: Site) -> None:
    options = {"path": "conditions/neck-pain.html", "source": "conditions/neck-pain.md", "assets": site_assets(site)}
    whole = render(condition, site, **options)
    parts = render_parts(condition, site, **options)
    for framed in (parts.skip_link, parts.menu, parts.main):
        frame, part = re.fullmatch(r"(<div [^>]*>)(.+)</div>", framed, re.DOTALL).groups()
        assert frame == '<div class="a11y-part" lang="en" dir="ltr">'
        assert part in whole
    assert parts.scripts in whole
    assert f"<title>{parts.title}</title>" in whole


def test_the_head_of_parts_leaves_to_a_template_what_it_has_already(condition: Condition, site: Site) -> None:
    assets = site_assets(site, csp_in_pages=True)
    options = {"path": "conditions/neck-pain.html", "source": "conditions/neck-pain.md", "assets": assets}
    lines = set(render(condition, site, **options).splitlines())
    own = [line for line in render_parts(condition, site, **options).head.splitlines() if line not in lines]
    assert own == [f'<link rel="stylesheet" href="../{assets.parts_stylesheet}">']
    for word in ("<title", "charset", "viewport", "http-equiv"):
        assert word not in render_parts(condition, site, **options).head


def test_a_page_finds_its_own_place_in_the_site(condition: Condition, site: Site) -> None:
    given = render(condition, site, path="conditions/neck-pain.html", source="conditions/neck-pain.md")
    assert render(condition, site) == given


def test_a_guide_lists_its_pages_and_marks_this_one(condition: Condition, site: Site, tree: Read) -> None:
    parts = (LinkItem(href="neck-pain.md", title="Overview"), LinkItem(href="back-pain.md"))
    guide = tree(render(replace(condition, parts=parts), site)).one("nav", class_="a11y-guide")
    assert guide.one("span", aria_current="page").text == "Overview"
    assert [one.text for one in guide.all("a")] == ["Back pain"]


def test_a_heading_of_marks_alone_still_has_an_id(page: Page, tree: Read) -> None:
    section = Section(title=plain("!!!"), blocks=page.body)
    assert tree(render(replace(page, body=(section, section)))).one("h2", id="part-2").text == "!!!"
