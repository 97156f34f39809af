"""Old encodings: read as the file says, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y_content.parsing.charsets import declared, decode_declared
from a11y_content.parsing.importing import import_file
from a11y_content.parsing.importing.folders import import_all

PAGE = '<html><head><meta charset="{}"><title>x</title></head><body><h1>Fièvre</h1><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1251", "cp1251"),
        ("no-such-thing", ""),
        ("hex", ""),
        ("zip", ""),
        ("utf-8", ""),
    ],
)
def test_the_encoding_is_what_the_file_says(said: str, encoding: str) -> None:
    assert declared(f"<meta http-equiv=Content-Type content='text/html; charset={said}'>".encode()) == encoding
    assert declared(f"<?xml version='1.0' encoding='{said}'?>".encode()) == encoding


def test_a_page_in_latin_1_that_says_so_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format("iso-8859-1", "“Voilà” coûte 5 €").encode("cp1252"))
    made = import_file(path, lang="fr")
    assert "“Voilà” coûte 5 €" in str(made.documents)
    assert [one.code for one in made.problems] == ["encoding-declared", "html-head"]
    assert import_all([path], lang="fr").documents


@pytest.mark.parametrize("said", ["utf-8", "zip", "no-such-thing", ""])
def test_a_page_that_does_not_say_or_is_wrong_is_refused(tmp_path: Path, said: str) -> None:
    data = PAGE.format(said, "coûte").encode("latin-1")
    assert decode_declared("page.html", data) is None
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert [one.code for one in import_file(path, lang="fr").problems] == ["encoding"]


def test_bytes_that_the_encoding_does_not_have_are_refused() -> None:
    assert decode_declared("page.html", b"<meta charset=windows-1252><p>\x81</p>") is None
