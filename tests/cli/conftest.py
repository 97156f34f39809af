"""Running the command in this process, and a small content folder to break."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from a11y_content.cli import main

CONDITION = """---
kind: condition
name: Neck pain
lang: en
summary: Neck pain is common and mostly gets better.
review:
  last: 2026-06-01
---

## Symptoms

It hurts to turn the head.
"""


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs `a11y-content ARGUMENTS` and gives status and output; a traceback anywhere fails the test."""

    def call(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as end:
            main([str(one) for one in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return Ran(int(end.value.code or 0), out, err)

    return call


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder that builds: a site.toml, a home page and one condition."""
    folder = tmp_path / "content"
    (folder / "conditions").mkdir(parents=True)
    (folder / "site.toml").write_text('title = "Example"\nlang = "en"\nbase_url = "https://example.org"\n')
    (folder / "conditions" / "neck-pain.md").write_text(CONDITION)
    home = (
        "---\nkind: page\ntitle: Home\nsummary: Start here.\n---\n\nRead about [neck pain](conditions/neck-pain.md).\n"
    )
    (folder / "index.md").write_text(home)
    return folder
