"""Which names may be published."""

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.parsing.importing.names import safe as imported
from a11y_content.site.files import prepare_files
from a11y_content.site.folders import scan
from a11y_content.site.names import LONGEST, clashes, published, same_name, unsafe, unsafe_source

DEVICES = [
    "con",
    "CON.md",
    "nul.txt",
    "aux",
    "a/PRN/b.png",
    "com1.svg",
    "LPT9",
    "COM0",
    "com¹.txt",
    "nul .txt",
    "CONIN$",
]
PATHS = [
    "../x",
    "a/../x",
    "/etc/passwd",
    "a//b",
    "./a",
    "a/.",
    "",
    "C:/x",
    "c:x",
    "\\\\host\\share",
    "a\\b",
    "x:stream",
]
CHARACTERS = [
    "a\0b",
    "a\nb",
    "a\x7fb",
    "a\u202eb",
    "a\u200bb",
    "a\ufeffb",
    "a\u2028b",
    "a\ue000b",
    "a\ud800b",
    "a\x9bb",
]
ENDS = ["b.", "c ", " d", "e./f", "q?.md", "a*", "<a>", 'a"b', "a|b", "a`b", "a{b}", "a^b", "a" * (LONGEST + 1)]
SAFE = [
    "conditions/neck-pain.md",
    "ä.md",
    "console.md",
    "עמוד.md",
    "ألم.md",
    "疼痛.md",
    "a b (1).png",
    "100% #1.pdf",
    "a..b",
]


@pytest.mark.parametrize("name", [*DEVICES, *PATHS, *CHARACTERS, *ENDS, "x/" * 600 + "x"])
def test_a_name_that_some_system_refuses_or_changes_is_unsafe(name: str) -> None:
    assert unsafe(name)


@pytest.mark.parametrize("name", [*SAFE, "a" * LONGEST, ".htaccess", "_headers"])
def test_a_plain_name_is_safe(name: str) -> None:
    assert not unsafe(name)


def test_a_content_file_leaves_room_for_what_publishing_adds() -> None:
    assert not unsafe_source("ä" * 90)
    assert unsafe_source("ä" * 91)
    assert not unsafe_source("a" * 190 + "/b")


def test_names_that_a_file_system_may_take_for_one_are_the_same() -> None:
    assert same_name("\u00c4.html") == same_name("a\u0308.html")
    assert published("a\u0308.html") == "\u00e4.html"


def test_names_that_take_each_others_place_are_told_with_both_owners() -> None:
    claims = [("a.html", "a.md"), ("A.html", "A.md"), ("a.html/b.html", "a.html/b.md"), ("c/d/e.html", "1"), ("C", "2")]
    assert list(clashes(claims)) == [
        ("A.html", "A.md", "a.md"),
        ("a.html/b.html", "a.html/b.md", "a.md"),
        ("C", "2", "1"),
    ]
    assert list(clashes([("a.html", "a.md"), ("b.html", "b.md"), ("c/x", "1"), ("C/y", "2")])) == []


NAMES = st.text(st.characters(codec=None), max_size=30) | st.text("aA.:/\\ \u0301\u212a¹con", max_size=8)


@given(st.lists(NAMES, max_size=5).map("/".join))
def test_a_safe_name_stays_in_its_folder_on_every_system(path: str) -> None:
    if unsafe(path):
        return
    name = published(path)
    assert not unsafe(name)
    for part in name.split("/"):
        assert part not in {"", ".", ".."}
        assert part == part.strip(" ")
        assert not part.endswith(".")
        assert not set(part) & set('<>:"|?*\\')
        assert all(sign.isprintable() or unicodedata.category(sign) in {"Mc", "Mn", "Me"} for sign in part)
    folder = Path("/out")
    assert (folder / name).relative_to(folder).as_posix() == name


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(["con", "a:b", "é", "e\u0301"]))
def test_a_file_of_any_name_is_published_under_a_safe_one_or_told(name: str) -> None:
    """On a real file system: every name that it takes is in the lists of a scan or in its problems."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.csv")
        if "/" in name or "\0" in name or name.startswith("."):
            return
        path.write_text("1")
        found = scan(Path(folder))
        if found.problems:
            assert ([p.code for p in found.problems], found.files) == (["name-unsafe"], [])
            shown = "".join(p.line() for p in found.problems)
            assert not {unicodedata.category(sign) for sign in shown} & {"Cc", "Cs"}
            return
        (made,) = prepare_files(folder, folder, "", found.files)
        assert not unsafe(made.path)
        assert unicodedata.is_normalized("NFC", made.path)
        (Path(folder) / made.path).write_text("2")
        assert len(list(Path(folder).iterdir())) == 2


@given(st.lists(NAMES, max_size=6, unique=True))
def test_no_two_names_that_pass_are_one_on_a_system_that_folds_case(names: list[str]) -> None:
    claims = [(published(name), name) for name in names if not unsafe(name)]
    second = {owner for _, owner, _ in clashes(claims)}
    kept = [path for path, owner in claims if owner not in second]
    assert len({unicodedata.normalize("NFC", path).casefold() for path in kept}) == len(kept)


@given(st.lists(NAMES, max_size=5).map("/".join) | st.sampled_from([*DEVICES, *PATHS, *CHARACTERS, *ENDS, "x/" * 600]))
def test_an_imported_document_gets_a_name_that_can_be_published(path: str) -> None:
    assert not unsafe_source(f"{imported(path)}.markdown")
