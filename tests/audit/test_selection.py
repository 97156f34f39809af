"""Shards together are the whole; what did not change is left out, and nobody guesses."""

import json
import subprocess
from pathlib import Path

import pytest

from a11y_content.auditing.ran import page_files
from a11y_content.auditing.selection import changed_since, part_of, shard
from a11y_content.auditing.target import Page
from a11y_content.problem import UsageError


def pages(*names: str, root: Path | None = None) -> tuple[Page, ...]:
    return tuple(Page(name=name, url=f"http://h/{name}", file=str(root / name) if root else "") for name in names)


@pytest.mark.parametrize("whole", [1, 2, 3, 4, 7, 40])
def test_the_parts_together_are_all_and_none_comes_twice(whole: int) -> None:
    every = pages(*(f"folder{n % 3}/{n}.html" for n in range(23)))
    parts = [shard(every, f"{n}/{whole}") for n in range(1, whole + 1)]
    assert sorted(page.name for part in parts for page in part) == sorted(page.name for page in every)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert [shard(every[::-1], f"{n}/{whole}")[::-1] for n in range(1, whole + 1)] == parts


@pytest.mark.parametrize("word", ["0/4", "5/4", "1", "1/", "a/b", "1/4/2", "-1/4", "1/0"])
def test_a_part_that_cannot_be_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="such as 1/4"):
        part_of(word)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    site = tmp_path / "public"
    site.mkdir()
    for name in ("a.html", "b.html", "ü c.html"):
        (site / name).write_text(f"<title>{name}</title>\r\n", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "public")
    git(tmp_path, "-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-qm", "x")
    return site


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True)


def test_pages_that_differ_from_a_revision_are_given(repository: Path) -> None:
    (repository / "b.html").write_text("<title>new</title>", "utf-8")
    (repository / "d.html").write_text("<title>d</title>", "utf-8")
    every = (*pages("a.html", "b.html", "ü c.html", "d.html", root=repository), *pages("https://example.org/"))
    assert [page.name for page in changed_since(every, "HEAD")] == ["b.html", "d.html", "https://example.org/"]
    assert changed_since(every, "") == every


def test_where_git_cannot_tell_a_sentence_says_so(repository: Path) -> None:
    here = pages("a.html", root=repository)
    for revision in ("nowhere", "--help", "HEAD\0", "HEAD:public"):
        with pytest.raises(UsageError, match="git cannot tell"):
            changed_since(here, revision)
    (repository.parent / "other").mkdir()
    (repository.parent / "other" / "x.html").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="none of these pages is in it"):
        changed_since(pages("x.html", root=repository.parent / "other"), "HEAD")
    with pytest.raises(UsageError, match="addresses are in no Git"):
        changed_since(pages("https://example.org/"), "HEAD")


def test_a_report_tells_what_changed_and_what_was_not_clean(tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "c.html", "d.html"):
        (tmp_path / name).write_text(name, "utf-8")
    every = pages("a.html", "b.html", "c.html", "d.html", root=tmp_path)
    files = {name: {"path": one.path, "digest": one.digest} for name, one in page_files(every).items()}
    file = tmp_path / "report.json"
    told = {"ran": {"files": files}, "problems": [{"page": "c.html"}], "failed": [{"page": "d.html"}]}
    file.write_text(json.dumps(told), "utf-8")
    (tmp_path / "b.html").write_text("other", "utf-8")
    assert [page.name for page in changed_since(every, str(file))] == ["b.html", "c.html", "d.html"]
    file.write_text("{}", "utf-8")
    with pytest.raises(UsageError, match=r"no report\.json"):
        changed_since(every, str(file))


def test_files_are_told_inside_the_working_folder_only(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a", "utf-8")
    here = pages("a.html", root=tmp_path)
    assert page_files(here, tmp_path)["a.html"].path == "a.html"
    assert page_files(here, tmp_path / "deeper")["a.html"].path == ""
    assert page_files(pages("gone.html", root=tmp_path)) == {}
