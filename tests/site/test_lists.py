"""Lists from A to Z in a whole site: the letters of the language, other names, parts of the order that authors say."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from lxml import html

from a11y_content.site import build, survey
from a11y_content.text import collation
from tests.site.three_languages import condition

NAMES = ("Åskrädsla", "Ångström", "Ägglossning", "Öroninflammation", "Zoster", "Épilepsi", "apa", "2 råd", "10 råd")


@pytest.fixture
def swedish(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    root.mkdir()
    (root / "site.toml").write_text('title = "Klinik"\nlang = "sv"\nbase_url = "https://example.org"\n')
    for number, name in enumerate(NAMES):
        (root / f"c{number}.md").write_text(condition(name), "utf-8")
    return root


def listed(out: Path) -> tuple[list[str], list[str], list[str]]:
    main = html.document_fromstring((out / "conditions.html").read_bytes()).xpath("//main")[0]
    letters = main.xpath(".//nav[@class='a11y-letters']")[0]
    names = [one.text_content() for one in main.xpath(".//li[@class='a11y-index__item']")]
    return names, letters.xpath(".//a/text()"), letters.xpath(".//span/text()")


def codes(root: Path, *wanted: str) -> list[tuple[str, str]]:
    return [(p.code, Path(p.where.file).name) for p in survey(root).problems if p.code in wanted]


def test_a_list_stands_in_the_order_of_its_language(swedish: Path, tmp_path: Path) -> None:
    build(swedish, tmp_path / "site")
    names, letters, empty = listed(tmp_path / "site")
    expected = [
        "2 råd",
        "10 råd",
        "apa",
        "Épilepsi",
        "Zoster",
        "Ångström",
        "Åskrädsla",
        "Ägglossning",
        "Öroninflammation",
    ]
    assert names == expected
    assert letters == ["0-9", "A", "E", "Z", "Å", "Ä", "Ö"]
    assert "".join(empty) == "BCDFGHIJKLMNOPQRSTUVWXY"


def test_workers_sort_as_the_first_process_does(swedish: Path, tmp_path: Path) -> None:
    build(swedish, tmp_path / "one")
    with ProcessPoolExecutor(1) as executor:
        build(swedish, tmp_path / "two", executor=executor)
    assert (tmp_path / "one/conditions.html").read_bytes() == (tmp_path / "two/conditions.html").read_bytes()


def test_an_article_counts_unless_the_author_says_what_to_sort_by(swedish: Path, tmp_path: Path) -> None:
    (swedish / "the.md").write_text(condition("The flu"))
    (swedish / "a.md").write_text(condition("The cold", more="sort_as: cold"))
    build(swedish, tmp_path / "site")
    names, letters, _ = listed(tmp_path / "site")
    assert names.index("The cold") == names.index("apa") + 1
    assert names.index("The flu") == names.index("Zoster") - 1
    assert {"C", "T"} <= set(letters)


def test_another_name_of_two_conditions_is_told_and_one_that_says_nothing_new(swedish: Path) -> None:
    (swedish / "one.md").write_text(condition("One", more="also_called: [Same, zoster, one, Mine]"))
    (swedish / "two.md").write_text(condition("Two", more="also_called: [same]"))
    found = codes(swedish, "also-called-taken")
    assert found == [("also-called-taken", "one.md")] * 2 + [("also-called-taken", "two.md")]


def test_a_language_that_cannot_be_sorted_is_told(swedish: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = swedish / "site.toml"
    site.write_text(site.read_text("utf-8").replace('"sv"', '"zh-Hans"'))
    if collation._icu() is not None:
        assert codes(swedish, "collation-plain") == []
    monkeypatch.setattr(collation, "_icu", lambda: None)
    assert codes(swedish, "collation-plain") == [("collation-plain", "site.toml")]
    site.write_text(site.read_text("utf-8").replace('"zh-Hans"', '"sv"'))
    assert codes(swedish, "collation-plain") == []
