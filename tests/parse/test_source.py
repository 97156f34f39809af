"""Bytes become text, or one clear problem."""

import os
from pathlib import Path

import pytest

from a11y_content.parsing import load, parse, read
from a11y_content.parsing.source import Source, clean, read_source
from a11y_content.problem import ContentError, Level, Spot, UsageError

PAGE = "---\nkind: page\ntitle: Ruhe\nlang: de\nsummary: Kurz.\n---\n\nÜber Nacht: 漢字 🙂\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_utf_16_with_a_mark_are_read(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(PAGE.encode(codec))
    assert read(path) == (PAGE, [])


@pytest.mark.parametrize(
    ("data", "code", "line", "column", "said"),
    [
        (b"", "file-empty", 0, 0, "empty"),
        (b" \n\n", "file-empty", 0, 0, "empty"),
        (b"abc\nd\x00ef", "file-binary", 2, 2, "byte 5"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file-binary", 3, 1, "byte 8"),
        ("first\nd\u00e9j\u00e0".encode("latin-1"), "encoding", 2, 2, "byte 7 (0xE9)"),
        ("é\r\né".encode() + b"\xff", "encoding", 2, 2, "byte 6 (0xFF)"),
        (b"\xff\xfea\x00b", "encoding", 1, 1, "UTF-16-LE"),
        (b"a" * 10_000_001, "limit-size", 0, 0, "10,000,000 bytes"),
        ("é".encode() * 5_000_001, "limit-size", 0, 0, "10,000,000 bytes"),
        (b"a" * 20_000_001, "limit-size", 0, 0, "20,000,000 bytes"),
    ],
)
def test_what_is_no_text_is_one_error(
    tmp_path: Path, data: bytes, code: str, line: int, column: int, said: str
) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(data)
    source, (problem,) = read_source(path, "page.md")
    assert source.text.strip() == ""
    assert (problem.code, problem.level) == (code, Level.ERROR)
    assert problem.where == Spot("page.md", line, column)
    assert said in problem.message


def test_a_folder_a_missing_file_and_a_pipe_are_one_error_each(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    found = [read(tmp_path / name)[1] for name in ("", "none.md", "pipe.md", "a\0b.md")]
    assert [[one.code for one in problems] for problems in found] == [
        ["file-folder"],
        ["file-missing"],
        ["file-unreadable"],
        ["file-unreadable"],
    ]


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\ufdd0", "\ufffe", "\U0001ffff"])
def test_a_character_that_is_no_text_becomes_a_replacement_with_a_warning(bad: str) -> None:
    source, (problem,) = clean("a.md", f"é\né{bad}c")
    assert source.text == "é\né\ufffdc"
    assert (problem.code, problem.level, problem.where) == ("character-control", Level.WARNING, Spot("a.md", 2, 2))
    assert f"U+{ord(bad):04X}" in problem.message


def test_tabs_soft_hyphens_and_bidi_marks_are_kept() -> None:
    text = "a\tb\u00adc\u200fd\u200e\u2028e"
    source, problems = clean("a.md", text)
    assert (source.text, problems) == (text, [])


def test_a_thousand_bad_characters_are_not_a_thousand_problems() -> None:
    source, problems = clean("a.md", "\x07" * 1000 + "end")
    assert source.text.endswith("end")
    assert len(problems) == 51
    assert "950 more" in problems[-1].message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_characters_whatever_ends_the_lines(end: str) -> None:
    source = Source("a.md", f"é漢🙂x{end}y")
    assert source.at(source.text.index("x")) == Spot("a.md", 1, 4)
    assert source.at(source.text.index("y")) == Spot("a.md", 2, 1)
    assert source.excerpt(Spot("a.md", 1, 4)) == "é漢🙂x"
    assert source.excerpt(Spot("a.md", 9, 1)) == ""


def test_load_gives_the_document_and_tells_its_kind_by_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "stories" / "es" / "ana.md"
    path.parent.mkdir(parents=True)
    path.write_text(
        "---\ntitle: Ana\nlang: es\nperson: {display: Ana, name_changed: true}\nsummary: Breve.\n"
        "consent: {scope: web, given: 2026-01-31}\n---\n\nMe duele el cuello.\n"
    )
    assert load(path).kind == "story"


def test_load_raises_every_problem_at_once(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("---\ntitel: Rest\nlang: english\n---\n\n# Rest\n\n:::{caer} urgent Call\nnow\n:::\n")
    with pytest.raises(ContentError) as raised:
        load(path)
    codes = {problem.code for problem in raised.value.problems}
    assert codes >= {"field-unknown", "lang-invalid", "heading-one", "fence-unknown"}
    with pytest.raises(ContentError, match="file-missing"):
        load(tmp_path / "none.md")


def test_an_unknown_format_or_suffix_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "page.docx").write_text("words")
    with pytest.raises(UsageError, match="markdown"):
        parse("words", "docx")
    with pytest.raises(UsageError, match=r"\.md"):
        load(tmp_path / "page.docx")
