"""The command used rightly and wrongly."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from a11y_content.problem import FAULTS
from tests.cli.conftest import Ran

Run = Callable[..., Ran]


@pytest.mark.parametrize(
    "arguments",
    [
        ("buld", "x"),
        ("build", "nowhere", "-o", "out"),
        ("build", "."),
        ("check", "nowhere.md"),
        ("check", "--format", "pdf", "."),
        ("render", "-"),
        ("render", "nowhere.md"),
        ("render", "."),
        ("render", "-", "--from", "docx"),
        ("render", "page.md", "-o", "."),
        ("check", "--lang", "english", "page.md"),
        ("render", "--lang", "english", "page.md"),
        ("import", "--lang", "english", "page.md", "-o", "out"),
        ("modes", "nowhere"),
        ("modes", "page.md"),
        ("explain", "alt-misssing"),
        ("modes", "--set", "paris"),
        ("modes", "--set", "text=20"),
        ("import", "nowhere.txt", "-o", "out"),
        ("audit", "nowhere"),
        ("audit", ".", "--format", "pdf"),
        ("preview", "nowhere", "--static", "out"),
    ],
    ids=" ".join,
)
def test_a_wrong_word_path_or_flag_is_one_line_and_status_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text("---\ntitle: A page\n---\n\nWords.\n")
    ran = run(*arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1), ran.said


def test_a_near_miss_is_asked_back(run: Run) -> None:
    assert "did you mean 'build'" in run("buld").err
    assert "did you mean 'alt-missing'" in run("explain", "alt-misssing").err


def test_init_builds_clean_and_shows_every_kind(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "new").status == 0
    checked = run("check", tmp_path / "new")
    assert (checked.status, checked.out) == (0, "")
    assert run("build", tmp_path / "new", "-o", tmp_path / "site").status == 0
    pages = {p.relative_to(tmp_path / "site").as_posix() for p in (tmp_path / "site").rglob("*.html")}
    assert {"index.html", "conditions.html", "stories.html", "conditions/asthma.html", "stories/mina.html"} <= pages


def test_init_leaves_a_full_folder_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("")
    assert run("init", tmp_path).status == 2


def test_explain_answers_for_every_code(run: Run) -> None:
    run("explain")
    assert len(FAULTS) > 40
    for code, fault in FAULTS.items():
        ran = run("explain", code)
        assert ran.status == 0
        assert fault.title in ran.out
        assert "Why: " in ran.out
        assert "Mend: " in ran.out


def test_modes_gives_machines_what_the_contract_names(run: Run) -> None:
    modes = json.loads(run("modes", "--set", "each", "--format", "json").out)
    assert modes[0]["id"] == "default"
    assert all({"id", "attributes", "media", "viewport"} <= set(mode) for mode in modes)
    assert {"text=200", "contrast=sepia", "motion=reduced", "spacing=wide", "forced-colors=active", "viewport=320"} <= {
        mode["id"] for mode in modes
    }


def test_render_reads_standard_input_and_puts_the_choices_on_html(run: Run, content: Path) -> None:
    ran = run("render", content / "conditions" / "neck-pain.md", "--mode", "text=200,contrast=high-dark")
    assert ran.status == 0
    assert ran.out.lower().startswith("<!doctype html>")
    assert 'data-a11y-text="200"' in ran.out
    assert 'data-a11y-contrast="high-dark"' in ran.out


def test_a_fragment_is_the_article_only(run: Run, content: Path) -> None:
    ran = run("render", content / "conditions" / "neck-pain.md", "--fragment")
    assert ran.out.lstrip().startswith("<article")
    assert "<html" not in ran.out


def test_check_gives_json_for_machines(run: Run, content: Path) -> None:
    (content / "bad.md").write_text("---\nkind: page\ntitle: T\nlang: en\nsummary: S.\n---\n\n![](a.svg)\n")
    ran = run("check", content / "bad.md", "--format", "json")
    problem = next(one for one in json.loads(ran.out) if one["code"] == "alt-missing")
    assert problem["where"]["line"] == 8
    assert problem["level"] == "error"
    assert ran.status == 1


def test_a_build_without_changes_writes_nothing_again(run: Run, content: Path, tmp_path: Path) -> None:
    run("build", content, "-o", tmp_path / "site", "--date", "2026-11-01")
    ran = run("build", content, "-o", tmp_path / "site", "--date", "2026-11-01")
    assert "(0 written, 3 unchanged)" in ran.err


def test_modes_of_a_folder_without_settings_are_a_problem(run: Run, tmp_path: Path) -> None:
    ran = run("modes", tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert "[site-missing]" in ran.err


def process(*arguments: str, folder: Path, **settings: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "a11y_content", *arguments]
    environment = {**os.environ, **settings}
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def test_a_pipe_that_is_closed_early_is_neither_a_problem_nor_a_word(tmp_path: Path) -> None:
    with process("modes", "--set", "all", folder=tmp_path) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (3, b"")


def test_results_are_utf_8_and_talk_is_readable_whatever_the_terminal_speaks(content: Path) -> None:
    (content / "page.md").write_text("---\ntitle: \u0627\u0644\nlang: ar\n---\n\n\u0627\u0644 <b>\n", "utf-8")
    with process("check", "page.md", folder=content, PYTHONIOENCODING="latin-1") as running:
        out, err = running.communicate()
    assert running.returncode == 1
    assert b"\\u0627" in out
    assert b"fault of a11y-content" not in err
    (content / "page.md").write_text("---\ntitle: \u0627\u0644\nlang: ar\n---\n\n\u0627\u0644\n", "utf-8")
    with process("render", "page.md", folder=content, PYTHONIOENCODING="latin-1") as running:
        out, _ = running.communicate()
    assert "<h1>\u0627\u0644</h1>" in out.decode("utf-8")


def test_schema_prints_the_choices_of_the_menu_as_json_schema(run: Run) -> None:
    ran = run("schema")
    schema = json.loads(ran.out)
    assert ran.status == 0
    assert {"const": "high-dark", "title": "High contrast, dark"} in schema["properties"]["contrast"]["oneOf"]
    assert run("schema", "--kind", "nothing").status == 2
