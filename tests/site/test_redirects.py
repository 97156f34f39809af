"""Redirects: what is written for them, and which are refused before anything is."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from a11y_content.site import build, survey
from tests.site.three_languages import condition, page

HEAD = 'title = "Clinic"\nlang = "en"\nbase_url = "https://example.org/health"\n[languages.es]\n[languages.ar]\n'
ROW = '[[redirects]]\nfrom = "{}"\nto = "{}"\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    for name, text in (
        ("site.toml", HEAD),
        ("conditions/neck.md", condition("Neck pain", more="aliases: [/neck-pain]")),
        ("es/ayuda.md", page("Ayuda", more="review: {last: 2026-06-01}")),
        ("ar/help.md", page("مساعدة")),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def rows(content: Path, *pairs: tuple[str, str]) -> None:
    (content / "site.toml").write_text(HEAD + "".join(ROW.format(*pair) for pair in pairs), "utf-8")


def told(content: Path) -> list[tuple[str, int]]:
    found = [one for one in survey(content).problems if one.where.file.endswith("site.toml")]
    return [(one.code, one.where.line) for one in found]


@pytest.mark.parametrize(
    ("old", "file"),
    [
        ("/old.html", "old.html"),
        ("/old", "old/index.html"),
        ("old/", "old/index.html"),
        ("/a/b/Old.HTM", "a/b/Old.HTM"),
        ("/caf%C3%A9 bar", "café bar/index.html"),
        ("https://example.org/health/old", "old/index.html"),
    ],
)
def test_an_old_address_becomes_a_page_that_leads_on(content: Path, tmp_path: Path, old: str, file: str) -> None:
    rows(content, (old, "conditions/neck.md#symptoms"))
    result = build(content, tmp_path / "site", strict=True)
    assert told(content) == []
    assert file in result.written
    tree = html.document_fromstring((tmp_path / "site" / file).read_bytes())
    (refresh,) = tree.xpath("//meta[@http-equiv='refresh']/@content")
    (link,) = tree.xpath("//main//a/@href")
    assert refresh == f"0; url={link}"
    base = "https://example.org/health/"
    assert urljoin(base + file, link) == f"{base}conditions/neck.html#symptoms"
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{base}conditions/neck.html"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//main//a/text()") == ["Neck pain"]
    assert not tree.xpath("//script")


def test_a_redirect_speaks_the_language_of_the_page_behind_it(content: Path, tmp_path: Path) -> None:
    (content / "ar/help.md").write_text(page("مساعدة", more="aliases: [/ar/old, /ar/older.html]"), "utf-8")
    (content / "es/ayuda.md").write_text(page("Ayuda", more="aliases:\n  - /es/vieja\n"), "utf-8")
    build(content, tmp_path / "site")
    arabic = html.document_fromstring((tmp_path / "site" / "ar/old/index.html").read_bytes())
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert arabic.xpath("//h1/text()") == ["نُقلت هذه الصفحة"]
    assert (tmp_path / "site" / "ar/older.html").is_file()
    spanish = html.document_fromstring((tmp_path / "site" / "es/vieja/index.html").read_bytes())
    assert spanish.findtext(".//title") == "Esta página ha cambiado de dirección - Clinic"


def test_no_redirect_is_listed_anywhere(content: Path, tmp_path: Path) -> None:
    rows(content, ("/old.html", "conditions/neck.md"))
    build(content, tmp_path / "site")
    for path in ("sitemap.xml", "feed.xml", "index.html", "conditions.html"):
        assert b"old" not in (tmp_path / "site" / path).read_bytes()


def test_hosts_that_redirect_themselves_get_their_lines(content: Path, tmp_path: Path) -> None:
    rows(
        content,
        ("/old pain.html", "conditions/neck.md"),
        ("/was", "https://example.net/a?b=1&c=$1"),
        ("/x.php", "es/ayuda.md"),
    )
    build(content, tmp_path / "site", csp=True)
    out = tmp_path / "site"
    assert (out / "_redirects").read_text().splitlines() == [
        "/health/old%20pain.html /health/conditions/neck.html 301",
        "/health/was/ https://example.net/a?b=1&c=$1 301",
        "/health/was https://example.net/a?b=1&c=$1 301",
        "/health/x.php /health/es/ayuda.html 301",
        "/health/neck-pain/ /health/conditions/neck.html 301",
        "/health/neck-pain /health/conditions/neck.html 301",
    ]
    access = (out / ".htaccess").read_text()
    assert r'  RedirectMatch 301 "^/health/old\ pain\.html$" "/health/conditions/neck.html"' in access
    assert r'  RedirectMatch 301 "^/health/was/?$" "https://example.net/a?b=1&c=%241"' in access
    assert not (out / "x.php").exists()
    assert "Content-Security-Policy" in (out / "old pain.html").read_text()
    assert told(content) == [("redirect-host", 13)]


def test_without_headers_files_there_are_pages_alone(content: Path, tmp_path: Path) -> None:
    rows(content, ("/old.html", "conditions/neck.md"))
    build(content, tmp_path / "site")
    assert not (tmp_path / "site" / "_redirects").exists()
    assert not (tmp_path / "site" / ".htaccess").exists()


def test_a_chain_is_told_and_written_as_its_end(content: Path, tmp_path: Path) -> None:
    rows(content, ("/a", "/b/"), ("/b", "c.html"), ("/c.html", "conditions/neck.md"))
    assert told(content) == [("redirect-chain", 8), ("redirect-chain", 11)]
    build(content, tmp_path / "site")
    for path in ("a/index.html", "b/index.html", "c.html"):
        assert b"conditions/neck.html" in (tmp_path / "site" / path).read_bytes()


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (
            [("/a", "/b"), ("/b", "/a")],
            [("redirect-loop", 7), ("redirect-loop", 10)],
        ),
        ([("/a", "/a")], [("redirect-loop", 7)]),
        ([("/a", "conditions/nack.md")], [("link-unknown", 8)]),
        ([("/a", "javascript:alert(1)")], [("link-scheme", 8)]),
        ([("/a", "mailto:a@example.org")], [("redirect-from", 8)]),
        ([("/conditions/neck.html", "es/ayuda.md")], [("redirect-taken", 7)]),
        ([("/CONDITIONS/neck.HTML", "es/ayuda.md")], [("redirect-taken", 7)]),
        ([("/conditions.html/x", "es/ayuda.md")], [("redirect-taken", 7)]),
        ([("/sitemap.xml", "es/ayuda.md")], [("redirect-taken", 7)]),
        ([("/a", "es/ayuda.md"), ("/A/", "es/ayuda.md")], [("redirect-taken", 10)]),
        ([("/es/feed.xml", "es/ayuda.md")], [("redirect-taken", 7)]),
        ([("/?p=12", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/a#b", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("../x.html", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/a/../../x.html", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/%2e%2e/x.html", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("//evil.example/x", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("https://evil.example/x", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("https://example.org/x", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("C:/x.html", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/a%5c..%5cx.html", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/con.html", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/.git/config.html", "es/ayuda.md")], [("redirect-from", 7)]),
        ([("/a%00.html", "es/ayuda.md")], [("redirect-from", 7)]),
    ],
)
def test_a_redirect_that_cannot_be_is_told(
    content: Path, pairs: list[tuple[str, str]], expected: list[tuple[str, int]]
) -> None:
    rows(content, *pairs)
    assert sorted(told(content)) == sorted(expected)


def test_no_redirect_is_written_outside_the_site(content: Path, tmp_path: Path) -> None:
    hostile = ("../x.html", "/a/../../x.html", "/%2e%2e/x.html", "//evil.example/x", "C:/x.html", "/a%00.html")
    rows(content, *((old, "es/ayuda.md") for old in hostile))
    outside = set(tmp_path.iterdir())
    result = build(content, tmp_path / "site", strict=False)
    assert {path.name for path in set(tmp_path.iterdir()) - outside} == {"site", ".site.a11y-content"}
    assert not [path for path in result.written if path.split("/")[-1] == "x.html" or path.startswith("a/")]


def test_an_alias_that_cannot_be_is_told_in_its_document(content: Path) -> None:
    (content / "es/ayuda.md").write_text(page("Ayuda", more="aliases:\n  - /es/a\n  - /conditions/neck.html"), "utf-8")
    found = [
        (p.code, Path(p.where.file).name, p.where.line, p.where.column)
        for p in survey(content).problems
        if p.code.startswith("redirect")
    ]
    assert found == [("redirect-taken", "ayuda.md", 7, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[redirects]]\nform = "/a"\nto = "b"\n', ["field-unknown", "field-missing"]),
        ('[[redirects]]\nfrom = "/a"\n', ["field-missing"]),
        ('[[redirects]]\nfrom = 1\nto = "b"\n', ["field-missing"]),
        ('[redirects]\n"/a" = "b"\n', ["field-type"]),
    ],
)
def test_a_row_that_is_no_redirect_is_told(content: Path, text: str, expected: list[str]) -> None:
    (content / "site.toml").write_text(HEAD + text)
    assert sorted(code for code, _ in told(content)) == sorted(expected)
