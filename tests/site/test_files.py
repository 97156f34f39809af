"""Files that are no documents: which are published, as what, and what is said of the others."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

import a11y_content as a11y
from a11y_content.blocks.figure import SIZES
from a11y_content.site.captions import captions_fault
from a11y_content.site.publish import state_folder
from a11y_content.site.survey import survey
from tests.site.raster_files import encoded, exif, photo

PAGE = """---
kind: page
title: Pictures
lang: en
summary: An invented page.
---

![Waves](/wide.jpg)

![A dot](/dot.png)
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "site.toml").write_text('title = "Example"\nlang = "en"\nbase_url = "https://example.org"\n')
    (folder / "pictures.md").write_text(PAGE)
    (folder / "wide.jpg").write_bytes(encoded(photo(1600, 800), "JPEG"))
    (folder / "dot.png").write_bytes(encoded(photo(40, 20), "PNG"))
    return folder


def codes(content: Path) -> list[tuple[str, str, int]]:
    return [(p.code, Path(p.where.file).name, p.where.line) for p in survey(content).problems]


def pictures(page: Path) -> list[html.HtmlElement]:
    return list(html.parse(str(page)).getroot().iter("img"))


def test_a_picture_comes_in_the_width_that_a_reader_needs(content: Path, tmp_path: Path) -> None:
    result = a11y.build(content, tmp_path / "site", jobs=1)
    assert (result.errors, result.problems) == (0, [])
    wide, dot = pictures(tmp_path / "site" / "pictures.html")
    candidates = dict(reversed(one.split()) for one in wide.get("srcset").split(", "))
    assert list(candidates) == ["320w", "640w", "960w", "1280w", "1600w"]
    for width, address in candidates.items():
        with Image.open(tmp_path / "site" / address) as image:
            assert f"{image.width}w" == width
    assert (wide.get("width"), wide.get("height"), wide.get("src")) == ("1600", "800", candidates["1600w"])
    assert (wide.get("sizes"), wide.get("loading"), wide.get("decoding")) == (
        "(min-width: 60rem) 54rem, 100vw",
        None,
        "async",
    )
    assert (dot.get("srcset"), dot.get("sizes"), dot.get("loading")) == (None, None, "lazy")
    (content / "dot.png").write_bytes(encoded(photo(800, 400), "PNG"))
    a11y.build(content, tmp_path / "site", jobs=1)
    assert pictures(tmp_path / "site" / "pictures.html")[1].get("sizes") == f"auto, {SIZES}"


def test_the_width_that_browsers_are_told_is_that_of_the_column(root: Path) -> None:
    tokens = json.loads((root / "a11y_content/design/tokens/base.tokens.json").read_text("utf-8"))
    column = tokens["column"]["standard"]["$value"]
    assert f"{column['value']}{column['unit']}, 100vw" in SIZES


def test_a_second_build_makes_nothing_and_a_lost_or_garbled_store_changes_nothing(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    a11y.build(content, out, jobs=1)
    first = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    store = state_folder(out) / "files"
    for path in store.rglob("*"):
        if path.is_file():
            path.write_bytes(b"garbled")
    for path in out.glob("wide*"):
        path.unlink()
    again = a11y.build(content, out, jobs=1)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == first
    assert not [p for p in again.written if "dot" in p]
    (part,) = [
        path for path in store.rglob("*") if path.name.startswith(next(out.glob("wide-640*")).name.split(".")[1])
    ]
    part.write_bytes(b"cut")
    next(out.glob("wide-640*")).unlink()
    a11y.build(content, out, jobs=1)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == first
    from a11y_content.site import rasters  # noqa: PLC0415  only now: nothing else here may load it

    monkeypatch.setattr(rasters, "make", None)
    assert a11y.build(content, out, jobs=1).written == []
    (content / "wide.jpg").unlink()
    (content / "pictures.md").write_text(PAGE.replace("/wide.jpg", "/dot.png"))
    a11y.build(content, out, jobs=1)
    assert len(list(store.iterdir())) == 1


def test_an_executor_makes_the_same(content: Path, tmp_path: Path) -> None:
    a11y.build(content, tmp_path / "one", jobs=1)
    with ThreadPoolExecutor(2) as pool:
        a11y.build(content, tmp_path / "two", executor=pool)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name).glob("*") if p.is_file()} for name in ("one", "two"))
    assert one == two


def test_pillow_is_loaded_only_where_a_picture_is_made(content: Path, tmp_path: Path) -> None:
    build = (
        "import sys, a11y_content as a11y; a11y.build(sys.argv[1], sys.argv[2], jobs=1); print('PIL' in sys.modules)"
    )

    def loaded() -> str:
        ran = subprocess.run(
            [sys.executable, "-c", build, content, tmp_path / "site"], capture_output=True, text=True, check=True
        )
        return ran.stdout.strip()

    assert loaded() == "True"
    assert loaded() == "False"


def test_what_a_picture_says_about_people_is_taken_out_and_told(content: Path, tmp_path: Path) -> None:
    (content / "wide.jpg").write_bytes(encoded(photo(400, 200), "JPEG", exif=exif(artist="Jo Doe"), comment=b"Mrs X"))
    result = a11y.build(content, tmp_path / "site", jobs=1)
    (told,) = result.problems
    assert (told.code, str(told.level), Path(told.where.file).name) == ("picture-data", "warning", "wide.jpg")
    assert all(words in told.message for words in ("GPS", "Jo Doe", "Mrs X"))
    for path in (tmp_path / "site").glob("wide*"):
        assert not any(words in path.read_bytes() for words in (b"Exif", b"Jo Doe", b"Mrs X"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("wide.jpg", b"\xff\xd8\xff\xe0 no picture", "picture-broken"),
        ("wide.jpg", encoded(photo(99, 99), "JPEG")[:900], "picture-broken"),
        ("wide.jpg", b"", "picture-broken"),
        ("wide.jpg", encoded(Image.new("1", (9000, 9000)), "PNG"), "picture-huge"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_at_the_file_and_where_a_page_needs_it(
    content: Path, name: str, data: bytes, code: str
) -> None:
    (content / name).write_bytes(data)
    assert codes(content) == [("file-refused", "pictures.md", 8), (code, "wide.jpg", 0)]


def test_what_moves_for_long_is_told_and_stays_whole(content: Path) -> None:
    frames = [photo(60, 60), photo(60, 60, 1)]
    (content / "dot.gif").write_bytes(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], loop=0))
    assert codes(content) == [("picture-moves", "dot.gif", 0)]
    once = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=2000)
    (content / "dot.gif").write_bytes(once)
    assert codes(content) == []


def test_an_svg_is_published_as_we_write_it(content: Path, tmp_path: Path) -> None:
    (content / "a.svg").write_text(SVG.format("\n<script>x</script><rect/>"))
    result = a11y.build(content, tmp_path / "site", jobs=1)
    assert [(p.code, p.where.line) for p in result.problems] == [("svg-cleaned", 2)]
    (made,) = (tmp_path / "site").glob("a.*.svg")
    assert made.read_text() == SVG.format("<rect/>") + "\n"
    (content / "a.svg").write_text(SVG.format("\n<g>"))
    assert codes(content) == [("svg-refused", "a.svg", 2)]
    (content / "a.svg").write_text(SVG.format("\n<g onclick='x'/>" * 20))
    assert [code for code, *_ in codes(content)] == ["svg-cleaned"] * 9


@pytest.mark.parametrize("name", ["a.pdf", "a.mp4", "a.webm", "a.csv", "a.mp3", "A.DOCX"])
def test_a_file_that_nothing_runs_is_published_as_it_is(content: Path, tmp_path: Path, name: str) -> None:
    (content / name).write_bytes(b"data")
    result = a11y.build(content, tmp_path / "site", jobs=1)
    assert len(list((tmp_path / "site").glob("[aA].*"))) == 1
    assert {(p.code, str(p.level)) for p in result.problems} <= {("file-document", "review")}


@pytest.mark.parametrize(
    "name", ["a.js", "a.exe", "a.svgz", "a.php", "a.xml", "a.css", "a.ttf", "a.zip", "a.tiff", "a", "a.vtt.js"]
)
def test_a_file_of_another_kind_is_left_out_and_told(content: Path, tmp_path: Path, name: str) -> None:
    (content / name).write_bytes(b"data")
    result = a11y.build(content, tmp_path / "site", jobs=1)
    assert [(p.code, Path(p.where.file).name) for p in result.problems] == [("file-kind", name)]
    assert not list((tmp_path / "site").glob("a.*"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("1\n00:00:01,000 --> 00:00:02,000\nHello", 1),
        ("WEBVTT", 1),
        ("WEBVTT\n\n00:01 --> 00:02\nHello", 3),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHello", 3),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nH\xe4llo", 4),
    ],
)
def test_a_track_that_no_player_shows_is_told_at_its_line(content: Path, text: str, line: int) -> None:
    data = text.encode("latin-1")
    assert (captions_fault(data) or (0, ""))[0] == line
    (content / "a.vtt").write_bytes(data)
    assert codes(content) == [("captions-broken", "a.vtt", line)]


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT - a film\r\n\r\nNOTE x\r\n\r\n00:01.000 --> 00:02.000 line:0\r\nHi",
        "\ufeffWEBVTT\n\n1\n01:00:01.000 --> 01:00:02.000\nHi",
    ],
)
def test_a_track_that_players_show_passes(text: str) -> None:
    assert captions_fault(text.encode()) is None


def test_names_that_some_system_takes_for_one_are_told_with_both_files(content: Path, tmp_path: Path) -> None:
    for name in ("a.csv", "A.csv", "e\u0301.csv", "\u00e9.csv"):
        (content / name).write_text("1")
    (content / "pictures.html").mkdir()
    (content / "pictures.html" / "b.csv").write_text("1")
    result = a11y.build(content, tmp_path / "site", jobs=1)
    assert [p.code for p in result.problems] == ["name-collision"] * 3
    said = " ".join(p.line() for p in result.problems)
    assert all(name in said for name in ("a.csv", "A.csv", "e\u0301.csv", "\u00e9.csv", "pictures.md", "b.csv"))
    assert result.refused
    assert not (tmp_path / "site").exists()
    with pytest.raises(a11y.UsageError, match=r"csv"):
        a11y.build(content, tmp_path / "site", jobs=1, strict=False)
    assert not (tmp_path / "site").exists()


def test_files_are_named_as_documents_are(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "dot.png").write_bytes(b"no picture")
    (content / "leaflet.rst").write_text("words")
    monkeypatch.chdir(content)
    told = {(p.code, p.where.file) for p in survey(Path()).problems}
    assert told == {("picture-broken", "dot.png"), ("file-kind", "leaflet.rst"), ("file-refused", "pictures.md")}


def test_a_document_with_errors_is_still_one_that_was_meant(content: Path) -> None:
    (content / "neck.md").write_text("---\ntitel: Neck\n---\n\nWords.\n")
    (content / "links.md").write_text("---\ntitle: Links\nsummary: Words.\n---\n\nSee [the neck](nek.md).\n")
    hints = [p.hint for p in survey(content).problems if p.code == "link-unknown"]
    assert hints == ["did you mean `/neck.md`?"]
