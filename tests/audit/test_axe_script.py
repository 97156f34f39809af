from pathlib import Path

import pytest

from a11y_content.auditing import axe
from a11y_content.auditing.axe import explain, find_axe
from a11y_content.problem import CouldNotRunError, UsageError


def write(path: Path, version: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"/*! axe v{version}\n * Copyright Deque */ (function(){{}})()")
    return path


def test_the_script_that_is_asked_for_is_used(tmp_path: Path) -> None:
    asked = write(tmp_path / "mine.js", "4.10.3")
    found = find_axe(asked)
    assert found.path == asked
    assert str(found) == "4.10.3"


def test_the_projects_own_script_comes_before_a_shipped_one(tmp_path: Path) -> None:
    own = write(tmp_path / "node_modules" / "axe-core" / "axe.min.js", "4.9.0")
    assert find_axe(beside=tmp_path / "deep" / "er").path == own


def test_the_newest_shipped_script_is_found(tmp_path: Path) -> None:
    assert find_axe(beside=tmp_path).version >= (4, 9, 0)


def test_an_old_script_is_refused_with_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRunError, match=r"3\.1\.1 .*older than 4\.9; install one with: pip install"):
        find_axe(write(tmp_path / "old.js", "3.1.1"))


def test_a_file_that_is_not_axe_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.js"
    other.write_text("alert('hello')")
    with pytest.raises(UsageError, match="not axe-core"):
        find_axe(other)
    with pytest.raises(UsageError, match="no such file"):
        find_axe(tmp_path / "nothing.js")


def test_no_script_anywhere_is_could_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(axe, "distributions", list)
    with pytest.raises(CouldNotRunError, match="pip install 'a11y-content"):
        find_axe(beside=tmp_path)


def test_a_rule_of_axe_is_explained_in_its_own_words() -> None:
    told = explain("axe/image-alt")
    assert told is not None
    assert told.title == "Images must have alternative text"
    assert told.help_url.endswith("/image-alt")
    assert explain("axe/no-such-rule") is None
