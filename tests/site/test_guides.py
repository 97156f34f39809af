"""Guides: every part shows all parts, names the topic, and leads to the next one."""

from pathlib import Path

import pytest
from lxml import html

from a11y_content.site import build, survey
from tests.site.three_languages import condition, page, write


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is, built once."""
    folder = tmp_path_factory.mktemp("guides")
    build(write(folder / "content"), folder / "site")
    return folder / "site"


def read(out: Path, path: str) -> html.HtmlElement:
    return html.document_fromstring((out / path).read_bytes())


def told(content: Path) -> list[tuple[str, str, int, int]]:
    known = ("part", "link-unknown", "link-self", "title-duplicate", "name-taken")
    found = [one for one in survey(content).problems if one.code.startswith(known)]
    shown = [(one.where, Path(one.where.file).relative_to(content).as_posix(), one.code) for one in found]
    return [(code, path, where.line, where.column) for where, path, code in shown]


@pytest.mark.parametrize(
    ("path", "listed", "current", "ways"),
    [
        ("back.html", ["back/rest.html", "back/work.html"], "Back pain", ["Next: Rest"]),
        ("back/rest.html", ["../back.html", "work.html"], "Rest", ["Previous: Back pain", "Next: Work"]),
        ("back/work.html", ["../back.html", "rest.html"], "Work", ["Previous: Rest"]),
    ],
)
def test_every_part_lists_the_guide_in_order_and_leads_on(
    out: Path, path: str, listed: list[str], current: str, ways: list[str]
) -> None:
    article = read(out, f"conditions/{path}").xpath("//article")[0]
    (guide,) = article.xpath("nav[@aria-label='Pages in this guide']")
    assert guide.xpath("ol/li/a/@href") == listed
    assert guide.xpath("ol/li/span[@aria-current='page']/text()") == [current]
    assert [one.text_content() for one in guide.xpath("ol/li")] == ["Back pain", "Rest", "Work"]
    (nav,) = article.xpath("nav[@aria-label='Previous and next page']")
    assert [one.text_content() for one in nav.iter("a")] == ways
    order = [one.get("class", one.tag) for one in article]
    assert order.index("h1") < order.index("a11y-guide") < order.index("a11y-ways")


def test_the_heading_of_a_part_is_its_name_with_the_topic_inside(out: Path) -> None:
    part = read(out, "conditions/back/rest.html")
    assert [one.text_content() for one in part.iter("h1")] == ["Rest - Back pain"]
    assert part.findtext(".//title") == "Rest - Back pain - Clinic"
    assert part.xpath("//nav[@aria-label='Breadcrumb']//li//text()") == [
        "Home",
        "Conditions A to Z",
        "Back pain",
        "Rest",
    ]
    head = read(out, "conditions/back.html")
    assert [one.text_content() for one in head.iter("h1")] == ["Back pain"]


def test_the_first_page_may_stand_among_its_parts_under_another_name(content: Path, tmp_path: Path) -> None:
    more = "parts:\n  - {href: back.md, title: Overview}\n  - back/rest.md\n  - {href: back/work.md, title: Working}"
    (content / "conditions/back.md").write_text(condition("Back pain", more=more))
    assert told(content) == []
    build(content, tmp_path / "site")
    items = read(tmp_path / "site", "conditions/back/rest.html").xpath("//nav[@class='a11y-guide']//li")
    assert [one.text_content() for one in items] == ["Overview", "Rest", "Working"]


def test_lists_show_a_guide_once(content: Path, tmp_path: Path) -> None:
    (content / "conditions/back/work.md").write_text(condition("Work"))
    build(content, tmp_path / "site")
    names = read(tmp_path / "site", "conditions.html").xpath("//ul[@class='a11y-index']//a/text()")
    assert names == ["Back pain", "Neck pain", "Neck pain"]
    home = read(tmp_path / "site", "index.html").xpath("//main//a/text()")
    assert "Rest" not in home


def test_two_guides_may_have_a_part_of_one_name(content: Path) -> None:
    (content / "conditions/neck/rest.md").write_text(page("Rest", text="Lie down."))
    more = "parts: [neck/rest.md, neck/exercises.md]"
    (content / "conditions/neck.md").write_text(condition("Neck pain", more=more))
    (content / "es/conditions/cuello.md").unlink()
    (content / "ar/conditions/raqaba.md").unlink()
    assert told(content) == []


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("[neck/exercises.md, ../back/rest.md]", ("link-unknown", "conditions/neck.md", 6, 28)),
        ("[neck/exercises.md, back/rest.md]", ("part-taken", "conditions/neck.md", 6, 28)),
        ("[neck/exercises.md, neck/exercises.md]", ("part-taken", "conditions/neck.md", 6, 28)),
        ("[neck/exercises.md, back.md]", ("part-taken", "conditions/neck.md", 6, 28)),
        ("[neck/exercises.md, https://example.org/x]", ("part-outside", "conditions/neck.md", 6, 28)),
        ("[neck/exercises.md, ../es/ayuda.md]", ("part-lang", "conditions/neck.md", 6, 28)),
        ("[neck/exercises.md]", ("parts-count", "conditions/neck.md", 1, 1)),
    ],
)
def test_a_part_that_cannot_be_one_is_told_at_its_line(
    content: Path, parts: str, expected: tuple[str, str, int, int]
) -> None:
    (content / "conditions/neck.md").write_text(condition("Neck pain", more=f"parts: {parts}"))
    assert expected in told(content)


def test_a_refused_part_leaves_a_guide_that_leads_on(content: Path, tmp_path: Path) -> None:
    (content / "conditions/back/rest.md").write_text(page("Rest", text="[x](gone.md)"))
    build(content, tmp_path / "site", strict=False)
    nav = read(tmp_path / "site", "conditions/back.html").xpath("//nav[@class='a11y-ways']//a")
    assert [one.text_content() for one in nav] == ["Next: Work"]
