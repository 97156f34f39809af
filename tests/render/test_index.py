"""Indexes: names in order, by letter, and never an empty list."""

from a11y_content.model.document import Index, LinkItem
from a11y_content.model.site import Site
from a11y_content.rendering import render
from tests.render.reading import Read


def test_an_index_lists_by_letter_without_marks_and_names_that_lead_elsewhere(
    index: Index, site: Site, tree: Read
) -> None:
    main = tree(render(index, site, path="conditions.html")).one("main")
    assert [one.text for one in main.all("h2")] == ["B", "E", "N", "S"]
    assert [one.text for one in main.all("li", class_="a11y-index__item")] == [
        "Back pain",
        "Épaule",
        "Neck pain",
        "Sore neck: see Neck pain",
    ]
    letters = main.one("nav", class_="a11y-letters")
    assert len(list(letters.all("li"))) == 26
    assert [one.text for one in letters.all("a")] == ["B", "E", "N", "S"]


def test_an_empty_index_says_so(index: Index, tree: Read) -> None:
    main = tree(render(index)).one("main")
    assert main.one("p").text == "There is nothing in this list yet."
    assert list(main.all("ul")) == []


def test_an_index_of_stories_is_a_list_of_teasers(site: Site, tree: Read) -> None:
    index = Index(lang="en", title="Stories", of="story")
    teaser = tree(render(index, site, path="stories.html")).one("li", class_="a11y-teaser")
    assert "Ana walks again" in teaser.text
    assert teaser.one("a").attributes["href"] == "stories/ana.html"


def test_an_author_s_own_items_take_their_names_from_their_pages(site: Site, tree: Read) -> None:
    items = (LinkItem(href="/conditions/back-pain.md"), LinkItem(href="https://example.org/", title="Elsewhere"))
    html = tree(render(Index(lang="en", title="Links", items=items), site))  # type: ignore[arg-type]
    assert [one.text for one in html.one("ul", class_="a11y-index").all("a")] == ["Back pain", "Elsewhere"]
