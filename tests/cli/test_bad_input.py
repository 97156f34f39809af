"""Every row of bad input: one clear problem or refusal with its place, the right status, nothing half-written."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CONDITION, Ran

Run = Callable[..., Ran]
PAGE = "---\nkind: page\ntitle: A page\nsummary: A page.\n---\n\n"

ROWS = [
    ("unknown front-matter key", CONDITION.replace("summary:", "sumary: x\nsummary:"), "field-unknown", 5),
    ("misspelt fence", PAGE + ":::{caer} urgent Call\n- now\n:::\n", "fence-unknown", 7),
    ("misspelt urgency", PAGE + ":::{care} emergancy Call\n- now\n:::\n", "field-choice", 7),
    ("missing alt", PAGE + "![](neck.svg)\n", "alt-missing", 7),
    ("bad date", CONDITION.replace("2026-06-01", "2026-02-30"), "date-invalid", 7),
    ("unknown language", CONDITION.replace("lang: en", "lang: xq-zz-yy"), "lang-invalid", 4),
    ("duplicate keys", CONDITION.replace("lang: en", "lang: en\nlang: es"), "yaml-duplicate", 5),
    ("raw HTML block", PAGE + '<div onclick="x()">Hello there</div>\n', "raw-html", 7),
    ("raw HTML in a line", PAGE + "Hello <b>there</b>.\n", "raw-html", 7),
    ("link to nowhere", PAGE + "See [the leaflet on backs](back-pain.md).\n", "link-unknown", 7),
]


@pytest.mark.parametrize(("text", "code", "line"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_bad_document_is_one_located_problem_and_nothing_is_written(
    run: Run, content: Path, tmp_path: Path, text: str, code: str, line: int
) -> None:
    (content / "bad.md").write_text(text)
    ran = run("build", content, "-o", tmp_path / "site")
    assert ran.status == 1
    assert re.search(rf"bad\.md:{line}:\d+: error: .*\[{code}\]", ran.err), ran.err
    assert not (tmp_path / "site").exists()


def test_lang_no_is_norwegian(run: Run, content: Path, tmp_path: Path) -> None:
    (content / "norsk.md").write_text(
        "---\nkind: page\ntitle: Vondt i nakken\nlang: no\nsummary: Om nakken.\n---\n\nHei.\n"
    )
    assert run("build", content, "-o", tmp_path / "site").status == 0
    assert '<html lang="no"' in (tmp_path / "site" / "norsk.html").read_text()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "file-binary"),
        (PAGE.encode() + b"caf\xe9\n", "encoding"),
        (PAGE.encode() + b"word " * 2_200_000, "limit-size"),
        (PAGE.encode() + b">" * 10_000 + b" deep\n", "limit-depth"),
        (PAGE.encode() + b"- " * 10_000 + b"deep\n", "limit-depth"),
    ],
    ids=["empty file", "binary file", "invalid UTF-8", "10 MB of text", "10,000 nested quotes", "10,000 nested lists"],
)
def test_a_file_that_cannot_be_read_is_one_problem_that_names_it(
    run: Run, content: Path, tmp_path: Path, data: bytes, code: str
) -> None:
    (content / "bad.md").write_bytes(data)
    ran = run("check", content / "bad.md", "--lang", "en")
    assert ran.status == 1
    assert re.search(rf"bad\.md(:\d+:\d+)?: error: .*\[{code}\]", ran.out), ran.said
    assert run("build", content, "-o", tmp_path / "site").status == 1
    assert not (tmp_path / "site").exists()


def test_a_directory_given_for_a_file_is_said(run: Run, content: Path) -> None:
    ran = run("render", content)
    assert ran.status in (1, 2)
    assert "content" in ran.err
    assert "folder" in ran.err


def test_two_documents_with_one_address_are_both_named(run: Run, content: Path, tmp_path: Path) -> None:
    (content / "conditions" / "neck-pain.txt").write_text("Neck pain\n\nIt hurts.\n")
    ran = run("build", content, "-o", tmp_path / "site")
    assert ran.status == 1
    line = next(one for one in ran.err.splitlines() if "[address-taken]" in one)
    assert "neck-pain.md" in line
    assert "neck-pain.txt" in line


def test_an_output_folder_inside_the_content_folder_is_refused(run: Run, content: Path) -> None:
    ran = run("build", content, "-o", content / "site")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "inside the content folder" in ran.err
    assert not (content / "site").exists()


def test_an_output_folder_with_somebody_elses_files_is_left_alone(run: Run, content: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("years of work")
    ran = run("build", content, "-o", tmp_path / "site")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert [p.name for p in (tmp_path / "site").iterdir()] == ["thesis.txt"]


def test_a_broken_document_leaves_the_old_site_whole(run: Run, content: Path, tmp_path: Path) -> None:
    assert run("build", content, "-o", tmp_path / "site").status == 0
    before = {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    (content / "bad.md").write_text(PAGE + ":::{caer} urgent\n- x\n:::\n")
    assert run("build", content, "-o", tmp_path / "site").status == 1
    assert {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()} == before


def test_every_problem_of_a_file_is_told_at_once(run: Run, content: Path) -> None:
    text = CONDITION.replace("2026-06-01", "2026-02-30") + "\n:::{caer} urgent\n- x\n:::\n\n<b>x</b>\n\n![](a.svg)\n"
    (content / "bad.md").write_text(text)
    codes = set(re.findall(r"\[([a-z-]+)\]$", run("check", content / "bad.md").out, re.MULTILINE))
    assert {"date-invalid", "fence-unknown", "raw-html", "alt-missing"} <= codes
