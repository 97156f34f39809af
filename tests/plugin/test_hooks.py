"""The hooks of pre-commit and the GitHub action: every command and option in them is there."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from a11y_content.cli import group

STUB = '#!/bin/sh\nprintf "%s\\n" "$@" >"$SEEN"\nexit "${ENDS:-0}"\n'


def command(name: str) -> click.Command:
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def hooks(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(root / ".pre-commit-hooks.yaml")
    return found


def test_the_hooks_are_what_they_are_called(root: Path) -> None:
    assert [hook["id"] for hook in hooks(root)] == ["a11y-check", "a11y-audit"]


@pytest.mark.parametrize("number", [0, 1])
def test_a_hook_starts_a_command_that_is_there(root: Path, number: int, tmp_path: Path, monkeypatch: Any) -> None:
    hook = hooks(root)[number]
    assert {"id", "name", "entry", "language", "pass_filenames"} <= set(hook)
    program, name = hook["entry"].split()
    assert program == "a11y-content"
    for folder in ("content", "public"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    command(name).make_context(name, list(hook["args"]))
    pattern = hook.get("files", "")
    assert not pattern or re.search(pattern, "content/asthma.md")


def step(root: Path, name: str) -> dict[str, Any]:
    steps: list[dict[str, Any]] = read(root / "action.yml")["runs"]["steps"]
    return next(one for one in steps if one.get("name") == name)


def test_every_input_is_used_and_no_other(root: Path) -> None:
    action = read(root / "action.yml")
    text = (root / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action["inputs"])
    assert all(one["description"] for one in action["inputs"].values())


def test_no_input_becomes_text_of_a_script(root: Path) -> None:
    steps = read(root / "action.yml")["runs"]["steps"]
    assert [one["run"] for one in steps if "${{" in one.get("run", "")] == []
    assert all(one.get("shell") == "bash" for one in steps if "run" in one)


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        ({}, 0),
        (
            {
                "CHECKS": "axe,reflow",
                "BASELINE": "known.json",
                "SHARD": "1/2",
                "WORKERS": "1",
                "CHANGED_SINCE": "HEAD",
                "REPORTS": "html=a.html\njunit=a.xml",
                "TARGETS": "public\nhttps://example.org/sitemap.xml\n--odd $(touch hacked)",
            },
            1,
        ),
    ],
)
def test_the_action_says_what_the_command_understands(
    root: Path, tmp_path: Path, given: dict[str, str], ends: int
) -> None:
    inputs = read(root / "action.yml")["inputs"]
    audit = step(root, "Audit")
    names = {variable: re.findall(r"inputs\.([\w-]+)", value)[0] for variable, value in audit["env"].items()}
    values = {variable: inputs[name].get("default", "public") for variable, name in names.items()} | given
    stub = tmp_path / "bin" / "a11y-content"
    stub.parent.mkdir()
    stub.write_text(STUB, "utf-8")
    stub.chmod(0o755)
    seen, output = tmp_path / "seen", tmp_path / "output"
    environment = {
        "PATH": f"{stub.parent}{os.pathsep}{os.environ['PATH']}",
        "SEEN": str(seen),
        "GITHUB_OUTPUT": str(output),
        "ENDS": str(ends),
    }
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", audit["run"]], cwd=tmp_path, env=environment | values, check=False
    )
    assert (done.returncode, output.read_text("utf-8")) == (ends, f"status={ends}\n")
    words = seen.read_text("utf-8").splitlines()
    assert words[0] == "audit"
    assert not (tmp_path / "hacked").exists()
    context = command("audit").make_context("audit", words[1:])
    targets = [one for one in values["TARGETS"].splitlines() if one]
    assert list(context.params["targets"]) == targets
    assert words[-len(targets) :] == targets
