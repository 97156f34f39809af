"""Pages at old addresses: text stays text, and a page in a language without a catalogue says which is which."""

import pytest

from a11y_content.model.site import Site
from a11y_content.problem import ContentError
from a11y_content.rendering.moved import moved_page
from tests.render.reading import Read

SITE = Site(title="</title><script>alert(1)</script>", base_url="https://example.org")


def test_a_hostile_title_is_text(tree: Read) -> None:
    page = tree(moved_page(SITE, "old/index.html", "new page's.html", tail='#a"b', title="</a><script>x</script>"))
    assert list(page.all("script")) == []
    assert page.one("title").text == "This page has moved - </title><script>alert(1)</script>"
    assert page.one("a").text == "</a><script>x</script>"
    assert page.one("a").attributes["href"] == '../new%20page%27s.html#a"b'
    assert page.one("meta", http_equiv="refresh").attributes["content"] == '0; url=../new%20page%27s.html#a"b'
    assert page.one("link", rel="canonical").attributes["href"] == "https://example.org/new%20page%27s.html"


@pytest.mark.parametrize("new", ["https:///x", "http://"])
def test_an_unsafe_address_is_refused(new: str) -> None:
    with pytest.raises(ContentError):
        moved_page(SITE, "old.html", new)


def test_words_in_english_say_so_and_the_title_its_own_language(tree: Read) -> None:
    page = tree(moved_page(SITE, "old.html", "he/new.html", lang="he", title="כאב ראש"))
    html = page.one("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == ("en", "ltr")
    link = page.one("a")
    assert (link.attributes["lang"], link.attributes["hreflang"], link.attributes["dir"]) == ("he", "he", "rtl")
