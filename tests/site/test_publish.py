"""Publishing in one step."""

from pathlib import Path

import pytest

from a11y_content.problem import CouldNotRunError
from a11y_content.site import publish


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for text in ("one", "two"):
        with publish.staged(out) as stage:
            (stage / "index.html").write_text(text)
        assert (out / "index.html").read_text() == text
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_an_exception_leaves_the_old_folder_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with publish.staged(out) as stage:
        (stage / "index.html").write_text("old")
    with pytest.raises(KeyboardInterrupt), publish.staged(out) as stage:
        _stop_after_a_page(stage)
    assert (out / "index.html").read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def _stop_after_a_page(stage: Path) -> None:
    (stage / "index.html").write_text("half")
    raise KeyboardInterrupt


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".site.building-killed").mkdir()
    out = tmp_path / "site"
    with publish.staged(out) as stage:
        (stage / "index.html").write_text("new")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_site_caught_between_two_renames_is_put_back(tmp_path: Path) -> None:
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / "index.html").write_text("old")
    out = tmp_path / "site"
    with pytest.raises(KeyboardInterrupt), publish.staged(out):
        raise KeyboardInterrupt
    assert (out / "index.html").read_text() == "old"


def test_where_the_system_cannot_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    out = tmp_path / "site"
    for text in ("one", "two"):
        with publish.staged(out) as stage:
            (stage / "index.html").write_text(text)
    assert (out / "index.html").read_text() == "two"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_second_builder_is_told_that_the_folder_is_taken(tmp_path: Path) -> None:
    state = tmp_path / "state"
    with publish.locked(state), pytest.raises(CouldNotRunError, match="another build"), publish.locked(state):
        pass


def test_an_unchanged_file_is_taken_over_and_a_missing_one_is_said(tmp_path: Path) -> None:
    out, stage = tmp_path / "out", tmp_path / "stage"
    (out / "a").mkdir(parents=True)
    (out / "a" / "old").write_text("text")
    assert publish.link(out, stage, "a/old")
    assert (stage / "a" / "old").read_text() == "text"
    assert not publish.link(out, stage, "a/gone")


def test_a_link_in_the_old_site_is_never_taken_over(tmp_path: Path) -> None:
    out, stage = tmp_path / "out", tmp_path / "stage"
    out.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret").write_text("secret")
    (out / "page.html").symlink_to(tmp_path / "elsewhere" / "secret")
    (out / "folder").symlink_to(tmp_path / "elsewhere")
    assert not publish.link(out, stage, "page.html")
    assert not publish.link(out, stage, "folder/secret")
    assert not stage.exists()
