"""The command `import`: names, the form of files, all or nothing, what is refused."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from a11y_content.parsing.importing.stream import HANDLERS
from a11y_content.parsing.writing import files as writing
from a11y_content.problem import UsageError
from tests.cli.conftest import Ran

FOREIGN = Path(__file__).parents[2] / "fixtures" / "foreign"
OWN = """
import a11y_content as a11y

@a11y.streamfield_block("opening_hours")
def opening_hours(value, page):
    rows = [{"term": one["day"], "blocks": page.html(one["hours"])} for one in value["days"]]
    return {"kind": "facts", "title": value["heading"], "rows": rows}
"""


@pytest.fixture
def _own() -> Iterator[None]:
    """Takes the blocks away again that a test brings."""
    before = dict(HANDLERS)
    yield
    HANDLERS._things = before


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_of_all_forms_become_content_that_check_accepts(run: Callable[..., Ran], tmp_path: Path) -> None:
    out = tmp_path / "content"
    names = ["nhs-api.json", "streamfield.json", "medquad.xml", "wagtail-text.html"]
    made = run("import", *[str(FOREIGN / name) for name in names], "-o", str(out), "--report", str(tmp_path / "r.json"))
    assert made.status in {0, 1}
    assert set(tree(out)) >= {"conditions/heel-pain.md", "streamfield.md", "heel-spur.md", "site.toml"}
    codes = {one["code"] for one in json.loads((tmp_path / "r.json").read_text("utf-8"))}
    assert {"block-unknown", "urgency-unknown", "attribution-kept"} <= codes
    assert "content files written to" in made.err
    assert "attribution-kept" in made.err.splitlines()[-1]
    checked = run("check", str(out / "conditions" / "heel-pain.md"), str(out / "streamfield.md"))
    assert ": error:" not in checked.out + checked.err


def test_json_is_written_where_it_is_asked_for(run: Callable[..., Ran], tmp_path: Path) -> None:
    assert run("import", str(FOREIGN / "medquad.xml"), "--to", "json", "-o", str(tmp_path / "c")).status == 0
    assert json.loads((tmp_path / "c" / "heel-spur.json").read_text("utf-8"))["kind"] == "condition"


def test_an_importer_can_be_named_and_an_unknown_one_is_refused(run: Callable[..., Ran], tmp_path: Path) -> None:
    source = tmp_path / "a.data"
    source.write_text("A title\n\nWords of a page that was saved under an odd name.\n", "utf-8")
    assert run("import", str(source), "--from", "text", "-o", str(tmp_path / "c")).status == 0
    assert (tmp_path / "c" / "a.md").is_file()
    wrong = run("import", str(source), "--from", "txt", "-o", str(tmp_path / "d"))
    assert (wrong.status, wrong.err.count("\n")) == (2, 1)
    assert "no importer 'txt'; did you mean 'text'?" in wrong.err
    unknown = run("import", str(source), "-o", str(tmp_path / "d"))
    assert unknown.status == 1
    assert "[import-unknown]" in unknown.err
    assert not (tmp_path / "d").exists()


def test_help_lists_every_importer(run: Callable[..., Ran]) -> None:
    said = run("import", "--help").out
    assert all(name in said for name in ("nhs-api", "streamfield", "manifest", "medquad", "markdown", "text", "html"))


@pytest.mark.usefixtures("_own")
def test_a_site_brings_its_own_blocks(run: Callable[..., Ran], tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    own.write_text(OWN, "utf-8")
    source = tmp_path / "a.json"
    block = {"type": "opening_hours", "value": {"heading": "Hours", "days": [{"day": "Monday", "hours": "9 to 5"}]}}
    source.write_text(json.dumps([block]), "utf-8")
    made = run("import", str(source), "--with", str(own), "-o", str(tmp_path / "c"))
    assert made.status == 0, made.err
    assert "- **Monday:** 9 to 5" in (tmp_path / "c" / "a.md").read_text("utf-8")
    own.write_text("1 / 0", "utf-8")
    wrong = run("import", str(source), "--with", str(own), "-o", str(tmp_path / "d"))
    assert (wrong.status, wrong.err.count("\n")) == (2, 1)


def test_nothing_that_is_there_is_overwritten_without_force(run: Callable[..., Ran], tmp_path: Path) -> None:
    out = tmp_path / "c"
    arguments = ("import", str(FOREIGN / "streamfield.json"), str(FOREIGN / "medquad.xml"), "-o", str(out))
    assert run(*arguments).status == 0
    (out / "streamfield.md").write_text("mine", "utf-8")
    (out / "heel-spur.md").unlink()
    before = tree(out)
    again = run(*arguments)
    assert again.status == 2
    assert "is there already (--force overwrites it); nothing was written" in again.err
    assert tree(out) == before
    assert run(*arguments, "--force").status == 0
    assert tree(out)["streamfield.md"] != b"mine"


def test_the_tree_of_a_folder_is_kept_and_links_out_of_it_are_not_followed(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    source = tmp_path / "old"
    (source / "a" / "b").mkdir(parents=True)
    (source / "a" / "b" / "page.txt").write_text("A title\n\nWords of a page.\n", "utf-8")
    (tmp_path / "secret.txt").write_text("Secret words\n\nNobody reads them.\n", "utf-8")
    (source / "linked.txt").symlink_to(tmp_path / "secret.txt")
    made = run("import", str(source), "-o", str(tmp_path / "c"))
    assert set(tree(tmp_path / "c")) == {"a/b/page.md", "site.toml"}
    assert "[include-refused]" in made.err


# ------------------------------------------------------------------------------------------------------ all or nothing
@pytest.mark.parametrize("step", range(1, 8))
def test_a_disk_that_fails_at_any_step_leaves_the_folder_as_it_was(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "c"
    (out / "kept").mkdir(parents=True)
    (out / "a.md").write_text("old", "utf-8")
    before = tree(out)
    count = 0

    def failing(function: object) -> object:
        def called(self: Path, *arguments: object) -> object:
            nonlocal count
            count += 1
            if count == step:
                raise OSError(28, os.strerror(28), str(self))
            return function(self, *arguments)  # type: ignore[operator]

        return called

    monkeypatch.setattr(writing.Path, "write_text", failing(Path.write_text))
    monkeypatch.setattr(writing.Path, "replace", failing(Path.replace))
    given = {"a.md": "new", "b/c.md": "new", "d.md": "new"}
    with pytest.raises(OSError, match="No space"):
        writing.write_all(out, given)
    monkeypatch.undo()
    assert tree(out) == before
    assert sorted(path.name for path in out.iterdir()) == ["a.md", "kept"]
    writing.write_all(out, given)
    assert tree(out) == dict.fromkeys(["a.md", "b/c.md", "d.md"], b"new")


@pytest.mark.parametrize("name", ["../a.md", "/a.md", "linked/a.md", "a//b.md"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "c"
    out.mkdir()
    (out / "linked").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="leads out of"):
        writing.write_all(out, {"good.md": "x", name: "x"})
    assert tree(out) == {}
    assert not (tmp_path / "a.md").exists()
