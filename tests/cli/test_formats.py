"""What other programs get of the problems of content: one shape each, with the author's place in it."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]

PAGE = "---\ntitle: A page\nsummary: Words.\n---\n\nSee ![](no%20such.png) and 100 % of <b>tags</b>.\n"
ODD = "50 %, a b é.md"


@pytest.fixture
def told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/site.toml").write_text('title = "T"\nlang = "en"\nbase_url = "https://clinic.example"\n')
    Path("content", ODD).write_text(PAGE)

    def check(form: str) -> str:
        ran = run("check", "content", "--format", form)
        assert ran.status == 1, ran.said
        return ran.out

    return check


def test_sarif_names_the_rule_the_place_and_what_to_do(told: Callable[[str], str]) -> None:
    log = json.loads(told("sarif"))
    rows = json.loads(told("json"))
    assert log["version"] == "2.1.0"
    (run_,) = log["runs"]
    rules = run_["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert [one["ruleId"] for one in run_["results"]] == [row["code"] for row in rows] != []
    for one, row in zip(run_["results"], rows, strict=True):
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["level"] == {"error": "error", "warning": "warning", "review": "note"}[row["level"]]
        assert one["message"]["text"] == f"{row['message']}\n{row['hint']}"
        (place,) = one["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri) == row["where"]["file"]
        assert uri.isascii()
        assert not {" ", ":", ","} & set(uri)
        if row["where"]["line"]:
            region = {"startLine": row["where"]["line"], "startColumn": row["where"]["column"]}
            assert place["physicalLocation"]["region"] == region
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules)


def test_sarif_of_clean_content_is_a_run_without_results(run: Run, tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "clinic")).status == 0
    ran = run("check", str(tmp_path / "clinic"), "--format", "sarif")
    assert ran.status == 0
    assert json.loads(ran.out)["runs"][0]["results"] == []


def test_a_file_elsewhere_has_an_address_of_its_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / ODD).write_text(PAGE)
    ran = run("check", str(tmp_path / ODD), "--format", "sarif")
    place = json.loads(ran.out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == (tmp_path / ODD).as_uri()


def test_github_gets_one_line_a_problem_whose_signs_end_nothing(told: Callable[[str], str]) -> None:
    rows = json.loads(told("json"))
    lines = told("github").splitlines()
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        _, command, message = line.split("::", 2)
        kind, _, rest = command.partition(" ")
        assert kind == {"error": "error", "warning": "warning", "review": "notice"}[row["level"]]
        values = dict(one.split("=", 1) for one in rest.split(","))
        assert values.keys() == {"file", "line", "col", "title"}
        assert unquote(values["file"]) == row["where"]["file"]
        assert (values["line"], values["title"]) == (str(row["where"]["line"] or 1), row["code"])
        assert unquote(message).startswith(row["message"])


def test_a_folder_whose_only_file_has_a_bad_name_is_told_of_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/con.md").write_text(PAGE)
    for command in (
        ("check", str(tmp_path / "content")),
        ("build", str(tmp_path / "content"), "-o", str(tmp_path / "out")),
    ):
        ran = run(*command)
        assert ran.status == 1, ran.said
        assert "[name-unsafe]" in ran.said
