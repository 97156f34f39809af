"""What may be read and what may be replaced."""

import os
from pathlib import Path

import pytest

from a11y_content.problem import UsageError
from a11y_content.site.folders import MARKER, check_output, open_inside, scan
from a11y_content.site.survey import Job, read_documents, survey


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.md").write_text("text")
    return folder


def test_a_scan_parts_documents_from_files_and_leaves_hidden_ones_alone(content: Path) -> None:
    (content / "site.toml").write_text("")
    (content / ".git").mkdir()
    (content / ".git" / "x.md").write_text("")
    (content / "img").mkdir()
    (content / "img" / "neck.svg").write_text("<svg/>")
    found = scan(content)
    assert (found.documents, found.files, found.problems) == (["a.md"], ["img/neck.svg"], [])


def test_a_scan_refuses_a_link_that_leads_out(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (content / "b.txt").symlink_to(tmp_path / "secret.txt")
    found = scan(content)
    assert [p.code for p in found.problems] == ["link-outside"]
    assert found.documents == ["a.md"]


def test_a_link_to_a_folder_is_told_and_not_followed(content: Path) -> None:
    (content / "loop").symlink_to(content)
    found = scan(content)
    assert [(p.code, p.where.file) for p in found.problems] == [("link-outside", (content / "loop").as_posix())]
    assert (found.documents, found.files) == (["a.md"], [])


def test_what_cannot_be_copied_is_told(content: Path) -> None:
    os.mkfifo(content / "pipe.svg")
    (content / "gone.svg").symlink_to(content / "nothing.svg")
    found = scan(content)
    assert [p.code for p in found.problems] == ["file-unreadable", "file-unreadable"]
    assert found.files == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_read_is_told(content: Path) -> None:
    (content / "closed").mkdir(mode=0)
    assert [p.code for p in scan(content).problems] == ["file-unreadable"]


def test_a_folder_that_cannot_be_listed_is_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "closed").mkdir()
    listed = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = scan(content)
    assert [(p.code, p.where.file) for p in found.problems] == [("file-unreadable", (content / "closed").as_posix())]


def test_pages_of_another_make_are_never_copied(content: Path) -> None:
    for name in ("b.htm", "c.xhtml", "d.markdown"):
        (content / name).write_text("x")
    assert scan(content).files == []


def test_names_that_linux_allows_and_others_do_not_are_told(content: Path) -> None:
    names = ["con.svg", "a:b.svg", "end.", "tab\there.svg", "turn\u202eed.svg", "back\\slash.svg", " first.svg"]
    for name in [*names, "\udcff.svg"]:
        (content / name).write_text("x")
    found = scan(content)
    assert {p.code for p in found.problems} == {"name-unsafe"}
    assert (len(found.problems), found.files) == (len(names) + 1, [])
    assert all(p.line().isprintable() for p in found.problems)


def test_a_link_that_turns_outwards_after_the_scan_is_refused_when_it_is_opened(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (content / "inside.svg").write_text("<svg/>")
    link = content / "picture.svg"
    link.symlink_to(content / "inside.svg")
    assert scan(content).files == ["inside.svg", "picture.svg"]
    with open_inside(content, "picture.svg") as file:
        assert file.read() == b"<svg/>"
    link.unlink()
    link.symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="outside the content folder"):
        open_inside(content, "picture.svg")
    page = content / "b.md"
    page.symlink_to(tmp_path / "secret")
    (made,) = read_documents([Job(str(page), "b.md", "en", "page", str(content))])
    assert ([p.code for p in made.problems], made.document) == (["link-outside"], None)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x.svg").write_text("secret")
    (content / "folder").symlink_to(tmp_path / "folder")
    with pytest.raises(OSError, match="outside"):
        open_inside(content, "folder/x.svg")


@pytest.mark.parametrize("where", ["content", "content/out", "."])
def test_the_content_folder_and_what_holds_it_or_lies_in_it_is_never_replaced(
    content: Path, tmp_path: Path, where: str
) -> None:
    with pytest.raises(UsageError):
        check_output(content, tmp_path / where)


def test_a_folder_with_somebody_elses_files_is_never_replaced(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    check_output(content, out)
    (out / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="no build wrote"):
        check_output(content, out)
    (out / MARKER).write_text("build")
    check_output(content, out)


def test_a_file_and_a_symbolic_link_are_no_output_folder(content: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        check_output(content, tmp_path / "file")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="symbolic link"):
        check_output(content, tmp_path / "link")


def test_the_home_folder_is_never_replaced(content: Path) -> None:
    with pytest.raises(UsageError, match="home"):
        check_output(content, Path.home())


def test_a_link_that_leads_to_itself_is_a_problem(tmp_path: Path) -> None:
    for name in ("loop", "page.md", "themes.tokens.json"):
        (tmp_path / name).symlink_to(name)
    (tmp_path / "site.toml").write_text('title = "T"\nlang = "en"\n')
    told = {(one.code, Path(one.where.file).name) for one in survey(tmp_path).problems}
    assert {("file-unreadable", "loop"), ("file-unreadable", "page.md")} <= told
