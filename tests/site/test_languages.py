"""Languages of a site: sets of translations, their alternates, the switch that keeps the page, what is told."""

from pathlib import Path

import pytest
from lxml import etree, html

from a11y_content.site import build, survey
from tests.site.three_languages import SITE, condition, page, translated, write

BASE = "https://example.org/health/"
NECK = {
    "en": f"{BASE}conditions/neck.html",
    "es": f"{BASE}es/conditions/cuello.html",
    "ar": f"{BASE}ar/conditions/raqaba.html",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is, built once."""
    folder = tmp_path_factory.mktemp("three")
    build(write(folder / "content"), folder / "site")
    return folder / "site"


def read(out: Path, path: str) -> html.HtmlElement:
    return html.document_fromstring((out / path).read_bytes())


def alternates(out: Path, path: str) -> dict[str, str]:
    links = read(out, path).xpath("//link[@rel='alternate'][@hreflang]")
    return {one.get("hreflang"): one.get("href") for one in links}


def told(content: Path) -> list[tuple[str, str, int]]:
    found = [one for one in survey(content).problems if one.code.startswith(("translation", "link-"))]
    return [(one.code, Path(one.where.file).relative_to(content).as_posix(), one.where.line) for one in found]


def test_every_page_of_a_set_names_all_others_and_the_default(out: Path) -> None:
    for address in NECK.values():
        assert alternates(out, address.removeprefix(BASE)) == {**NECK, "x-default": NECK["en"]}


def test_home_pages_and_lists_are_sets_without_anybody_saying_so(out: Path) -> None:
    assert alternates(out, "es/index.html") == {
        "en": BASE, "es": f"{BASE}es/", "ar": f"{BASE}ar/", "x-default": BASE
    }  # fmt: skip
    assert alternates(out, "ar/conditions.html")["es"] == f"{BASE}es/conditions.html"
    assert alternates(out, "es/ayuda.html") == {}


def test_a_set_without_the_first_language_has_no_default(content: Path, tmp_path: Path) -> None:
    (content / "es/ayuda.md").write_text(page("Ayuda", more=translated(ar="/ar/help.md")))
    (content / "ar/help.md").write_text(page("مساعدة", more=translated(es="/es/ayuda.md")))
    build(content, tmp_path / "site")
    assert set(alternates(tmp_path / "site", "ar/help.html")) == {"es", "ar"}


def test_the_sitemap_says_what_the_pages_say(out: Path) -> None:
    for url in etree.parse(out / "sitemap.xml").iter("{*}url"):
        address = url.findtext("{*}loc") or ""
        path = address.removeprefix(BASE)
        path = f"{path}index.html" if not path or path.endswith("/") else path
        links = {one.get("hreflang"): one.get("href") for one in url.iter("{*}link")}
        assert links == alternates(out, path)


def test_the_switch_keeps_the_page_and_marks_its_language(out: Path) -> None:
    switch = read(out, "es/conditions/cuello.html").xpath("//nav[@class='a11y-languages']")[0]
    assert [
        (one.text_content(), one.get("lang"), one.get("hreflang"), one.get("dir"), one.get("href"))
        for one in switch.iter("a")
    ] == [
        ("English", "en", "en", None, "../../conditions/neck.html"),
        ("العربية", "ar", "ar", "rtl", "../../ar/conditions/raqaba.html"),
    ]
    assert [(one.text, one.get("lang")) for one in switch.xpath(".//*[@aria-current='true']")] == [("Español", "es")]


def test_the_switch_falls_back_to_the_home_page_and_says_so(out: Path) -> None:
    switch = read(out, "conditions/back.html").xpath("//nav[@class='a11y-languages']")[0]
    assert [(one.text_content(), one.get("href")) for one in switch.iter("a")] == [
        ("Español (Inicio)", "../es/index.html"),
        ("العربية (الصفحة الرئيسية)", "../ar/index.html"),
    ]


def test_a_site_of_one_language_has_no_switch(content: Path, tmp_path: Path) -> None:
    (content / "site.toml").write_text('title = "Clinic"\nlang = "en"\nbase_url = "https://example.org"\n')
    for path in (*content.glob("es/**/*.md"), *content.glob("ar/**/*.md")):
        path.unlink()
    (content / "conditions/neck.md").write_text(condition("Neck pain"))
    build(content, tmp_path / "site")
    assert read(tmp_path / "site", "conditions/neck.html").xpath("//nav[@class='a11y-languages']") == []


def test_a_translation_elsewhere_stands_in_switch_and_head(content: Path, tmp_path: Path) -> None:
    (content / "es/ayuda.md").write_text(page("Ayuda", more=translated(fr="https://example.fr/aide")))
    build(content, tmp_path / "site")
    assert alternates(tmp_path / "site", "es/ayuda.html") == {
        "es": f"{BASE}es/ayuda.html",
        "fr": "https://example.fr/aide",
    }
    assert "https://example.fr/aide" in read(tmp_path / "site", "es/ayuda.html").xpath(
        "//nav[@class='a11y-languages']//a/@href"
    )


def test_good_translations_are_not_told(content: Path) -> None:
    assert told(content) == []


def test_a_translation_said_on_one_side_only_is_told_there(content: Path) -> None:
    (content / "es/conditions/cuello.md").write_text(
        condition("Dolor de cuello", more=translated(ar="/ar/conditions/raqaba.md"))
    )
    assert told(content) == [("translation-one-sided", "conditions/neck.md", 9)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (translated(es="/es/conditions/cuello.md"), ("translation-twice", "conditions/other.md", 7)),
        (translated(en="/conditions/neck.md"), ("translation-twice", "conditions/other.md", 7)),
        (translated(es="/es/conditions/gone.md"), ("link-unknown", "conditions/other.md", 7)),
        (translated(es="/conditions/neck.md"), ("translation-lang", "conditions/other.md", 7)),
    ],
)
def test_a_translation_that_cannot_be_is_told(content: Path, more: str, expected: tuple[str, str, int]) -> None:
    (content / "conditions/other.md").write_text(condition("Other pain", more=more))
    assert expected in told(content)


def test_two_pages_of_one_language_do_not_take_the_way_from_each_other(content: Path, tmp_path: Path) -> None:
    (content / "conditions/other.md").write_text(
        condition("Other pain", more=translated(es="/es/conditions/cuello.md"))
    )
    build(content, tmp_path / "site")
    assert alternates(tmp_path / "site", "conditions/neck.html")["es"] == NECK["es"]
    assert alternates(tmp_path / "site", "es/conditions/cuello.html")["en"] == NECK["en"]


def test_a_refused_page_is_in_no_switch_no_list_and_no_alternate(content: Path, tmp_path: Path) -> None:
    path = content / "es/conditions/cuello.md"
    path.write_text(path.read_text("utf-8") + "\n[x](gone.md)\n", "utf-8")
    build(content, tmp_path / "site", strict=False)
    out = tmp_path / "site"
    assert not (out / "es/conditions/cuello.html").exists()
    assert "es" not in alternates(out, "conditions/neck.html")
    assert [str(path) for path in out.rglob("*.html") if b"cuello.html" in path.read_bytes()] == []
    assert b"cuello" not in (out / "sitemap.xml").read_bytes()


def test_a_language_of_the_table_without_pages_is_not_offered(content: Path, tmp_path: Path) -> None:
    (content / "site.toml").write_text(SITE + '\n[languages.vi]\ntitle = "Phòng khám"\n', "utf-8")
    build(content, tmp_path / "site")
    assert "vi" not in read(tmp_path / "site", "index.html").xpath("//nav[@class='a11y-languages']//@lang")


def test_a_page_in_the_english_of_a_country_is_not_offered_english_again(content: Path, tmp_path: Path) -> None:
    (content / "uk.md").write_text(page("For Britain", more="lang: en-GB"))
    build(content, tmp_path / "site")
    switch = read(tmp_path / "site", "uk.html").xpath("//nav[@class='a11y-languages']")[0]
    assert sorted(switch.xpath(".//@lang")) == ["ar", "en-GB", "es"]
