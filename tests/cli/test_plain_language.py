"""`check` and reading grades: readable, in JSON, from site.toml, and silent where a machine asks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from a11y_content.cli.check_command import command

Check = Callable[..., Result]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs `check`, outside of CI unless `ci` is given."""

    def run(*words: object, ci: str = "") -> Result:
        monkeypatch.setenv("CI", ci)
        return CliRunner().invoke(command, [str(word) for word in words], standalone_mode=False)

    return run


@pytest.fixture
def hard(root: Path) -> Path:
    return root / "fixtures" / "broken" / "reading-grade.md"


def test_a_hard_page_is_named_with_its_longest_sentences(check: Check, hard: Path) -> None:
    made = check(hard)
    assert made.return_value == 0
    assert "reading-grade" in made.stdout
    assert f"{hard.as_posix()}:9:1: 40 words: Pharmacological management" in made.stdout
    assert "1 page measured, median grade" in made.stderr
    assert "1 above the threshold" in made.stderr


def test_an_easy_page_is_counted_and_not_named(check: Check, root: Path) -> None:
    made = check(root / "fixtures" / "good" / "reading-grade.md")
    assert made.stdout == ""
    assert "1 page measured, median grade" in made.stderr


@pytest.mark.parametrize(
    ("words", "ci", "measured"),
    [
        ((), "", True),
        ((), "true", False),
        (("--plain-language",), "true", True),
        (("--no-plain-language",), "", False),
    ],
)
def test_it_is_off_where_a_machine_asks(
    check: Check, hard: Path, words: tuple[str, ...], ci: str, *, measured: bool
) -> None:
    made = check(hard, *words, ci=ci)
    assert ("reading-grade" in made.stdout) is measured
    assert ("plain language:" in made.stderr) is measured


def test_json_has_the_measures(check: Check, hard: Path) -> None:
    (row,) = json.loads(check(hard, "--format", "json").stdout)
    reading = row["reading"]
    assert row["code"] == "reading-grade"
    assert reading["grade"] > 9
    assert reading["words_counted"] > 100
    assert reading["words_left_out"] == 0
    assert reading["longest"][0]["line"] == 9


def test_the_site_gives_the_threshold_and_other_languages_are_told(check: Check, root: Path, tmp_path: Path) -> None:
    toml = 'title = "Clinic"\nbase_url = "https://example.org"\n[plain_language]\ngrade = {}\n'
    (tmp_path / "hard.md").write_text((root / "fixtures" / "broken" / "reading-grade.md").read_text("utf-8"), "utf-8")
    (tmp_path / "corto.md").write_text("---\ntitle: Corto\nlang: es\nsummary: Corto.\n---\n\nEs corto.\n", "utf-8")
    (tmp_path / "site.toml").write_text(toml.format(30), "utf-8")
    assert "reading-grade" not in check(tmp_path).stdout
    (tmp_path / "site.toml").write_text(toml.format(9), "utf-8")
    made = check(tmp_path)
    assert "reading-grade" in made.stdout
    assert "no measure for `es`" in made.stderr
