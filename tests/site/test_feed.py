"""Feeds: Atom that a reader takes, with the dates of the content and nothing that could be markup."""

from pathlib import Path

import pytest
from lxml import etree, html

from a11y_content.model.site import Entry, Site
from a11y_content.rendering.feeds import MOST, feed_entries
from a11y_content.site import build
from a11y_content.site.feed import ATOM, feeds
from tests.site.three_languages import page, write

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
HOSTILE = (
    "</title><script>alert(1)</script>",
    "a & b &amp; ]]> <![CDATA[",
    "nul \0 bell \7 \ud800 \uffff",
    "\u202eevil\u2028",
)


def entry(number: int, *, lang: str = "en", date: str = "2026-06-01", **more: str) -> Entry:
    name = f"{'' if lang == 'en' else f'{lang}/'}p{number}"
    return Entry(
        source=f"{name}.md", path=f"{name}.html", lang=lang, modified=date, **{"kind": "page", "title": name, **more}
    )  # type: ignore[arg-type]


def made(*entries: Entry, base_url: str = "https://example.org/health") -> dict[str, etree._Element]:
    site = Site(
        title="Clinic",
        base_url=base_url,
        entries={one.source: one for one in entries},
        languages={"ar": Site(title="عيادة", lang="ar")},
    )
    return {path: etree.fromstring(data) for path, data in feeds(site, entries).items()}


def said(feed: etree._Element, name: str) -> list[str]:
    return [one.text or "" for one in feed.iter(f"{{{ATOM}}}{name}")]


def test_a_feed_holds_to_the_grammar_of_its_format() -> None:
    for feed in made(entry(1, summary="Words."), entry(2), entry(3, lang="ar")).values():
        GRAMMAR.assertValid(feed)


def test_the_grammar_refuses_a_feed_without_a_date() -> None:
    feed = made(entry(1))["feed.xml"]
    feed.remove(next(feed.iter(f"{{{ATOM}}}updated")))
    assert not GRAMMAR.validate(feed)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_is_text(text: str) -> None:
    feed = made(entry(1, title=text, summary=text), entry(2, title="after"))["feed.xml"]
    GRAMMAR.assertValid(feed)
    assert {one.tag for one in feed.iter()} <= {f"{{{ATOM}}}{name}" for name in (
        "feed", "id", "title", "updated", "link", "author", "name", "entry", "summary")}  # fmt: skip
    assert "after" in said(feed, "title")
    assert said(feed, "summary")[0].replace("\ufffd", "?") == "".join(
        "?" if c in "\0\7\ud800\uffff" else c for c in text
    )


def test_a_feed_is_of_one_language_newest_first_and_dated_by_the_content() -> None:
    found = made(entry(1, date="2026-01-02"), entry(2, date="2026-03-04"), entry(3, lang="ar", date="2025-01-01"))
    assert set(found) == {"feed.xml", "ar/feed.xml"}
    assert said(found["feed.xml"], "title") == ["Clinic", "p2", "p1"]
    assert said(found["feed.xml"], "updated")[0] == "2026-03-04T00:00:00Z"
    assert said(found["ar/feed.xml"], "title") == ["عيادة", "ar/p3"]
    assert said(found["ar/feed.xml"], "id") == [
        "https://example.org/health/ar/feed.xml",
        "https://example.org/health/ar/p3.html",
    ]
    assert found["ar/feed.xml"].get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"


def test_what_has_no_date_and_what_is_a_list_is_in_no_feed_and_the_newest_are() -> None:
    many = [entry(number, date=f"2026-01-{number % 28 + 1:02}") for number in range(MOST + 5)]
    undated, listed = entry(900, date=""), entry(901, kind="index")
    found = feed_entries([*many, undated, listed], "en")
    assert len(found) == MOST
    assert undated not in found
    assert listed not in found
    assert "ar/feed.xml" not in made(*many)


def test_without_an_address_there_is_no_feed_and_a_line_says_so(tmp_path: Path) -> None:
    assert made(entry(1), base_url="") == {}
    write(tmp_path / "content", site='title = "Clinic"\nlang = "en"\n[languages.es]\n[languages.ar]\n')
    result = build(tmp_path / "content", tmp_path / "site")
    assert [p.message for p in result.problems if p.code == "base-url-missing"] == [
        "there is no `base_url`: no sitemap.xml and no feed is written"
    ]
    assert not list((tmp_path / "site").rglob("feed.xml"))
    assert b"atom+xml" not in (tmp_path / "site" / "index.html").read_bytes()


def test_a_page_leads_to_the_feed_of_its_language(tmp_path: Path) -> None:
    content = write(tmp_path / "content")
    (content / "about.md").write_text(page("About"))
    build(content, tmp_path / "site")
    found = {}
    for path in ("about.html", "conditions/neck.html", "es/conditions/cuello.html"):
        tree = html.document_fromstring((tmp_path / "site" / path).read_bytes())
        found[path] = tree.xpath("//link[@type='application/atom+xml']/@href")
        assert all((tmp_path / "site" / path).parent.joinpath(one).is_file() for one in found[path])
    assert found == {
        "about.html": ["feed.xml"],
        "conditions/neck.html": ["../feed.xml"],
        "es/conditions/cuello.html": ["../feed.xml"],
    }
