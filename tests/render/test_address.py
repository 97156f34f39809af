"""Addresses: only four schemes, never another server by a trick, always relative inside a site."""

import pytest

from a11y_content.model.site import Site
from a11y_content.problem import ContentError
from a11y_content.rendering.address import Place, relative, safe
from a11y_content.rendering.ids import Ids, slug


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "javascript:123",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "blob:x",
        "file:///etc/passwd",
        "vbscript:x",
        "//host/x",
        "\\\\host",
        "/\\host",
        "\\/host",
        "/\t/host",
        "https:host",
        "http:///x",
        "about:blank",
        "x:y",
    ],
)
def test_an_address_that_could_run_or_mislead_is_refused(href: str) -> None:
    with pytest.raises(ContentError, match="address-unsafe"):
        safe(href)


@pytest.mark.parametrize(
    "href",
    [
        "https://x.example/a?b=c#d",
        "HTTP://x.example",
        "mailto:a@b.example",
        "tel:+1555",
        "a.md",
        "../a b.html",
        "#x",
        "?a=b:c",
        "a/b:c",
        "",
    ],
)
def test_an_honest_address_is_written_as_it_is(href: str) -> None:
    assert safe(href) == href


@pytest.mark.parametrize(
    ("path", "page", "address"),
    [
        ("a.html", "b.html", "a.html"),
        ("c/a.html", "c/b.html", "a.html"),
        ("a.html", "c/b.html", "../a.html"),
        ("d/a.html", "c/b/x.html", "../../d/a.html"),
        ("c/d/a.html", "c/b.html", "d/a.html"),
    ],
)
def test_pages_name_each_other_by_relative_paths(path: str, page: str, address: str) -> None:
    assert relative(path, page) == address


def test_a_link_to_a_content_file_leads_to_its_page_with_its_mark(site: Site) -> None:
    place = Place(site=site, path="conditions/neck-pain.html", source="conditions/neck-pain.md")
    for href in ("back-pain.md#care", "back-pain#care", "/conditions/back-pain.md#care"):
        address, entry = place.target(href)
        assert address == "back-pain.html#care"
        assert entry is not None
        assert entry.title == "Back pain"
    assert place.target("/files/leaflet.pdf") == ("../files/leaflet.pdf", None)
    assert place.target("#care") == ("#care", None)


def test_without_a_site_a_content_file_stands_for_the_page_beside_it() -> None:
    assert Place().target("back-pain.md?x#care")[0] == "back-pain.html?x#care"


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("What helps?", "what-helps"),
        ("¿Qué es?", "que-es"),
        ("Straße 5", "straße-5"),
        ("ألم الرقبة", "ألم-الرقبة"),
        ("गर्दन का दर्द", "गर्दन-का-दर्द"),
        ("首の痛み", "首の痛み"),
        ("목 통증", "목-통증"),
        ("***", "part"),
        ("a" * 40 + " " + "b" * 40, "a" * 40),
    ],
)
def test_an_id_keeps_the_letters_of_every_script(words: str, made: str) -> None:
    assert slug(words) == made


def test_ids_are_unique_and_leave_the_page_s_own_alone() -> None:
    ids = Ids()
    assert [ids.make(words) for words in ("Care", "Care", "main", "a11y menu", "Care 2")] == [
        "care",
        "care-2",
        "on-main",
        "on-a11y-menu",
        "care-2-2",
    ]
    assert Ids("x-").make("main") == "x-on-main"
