"""One page that holds every kind of block: all fixtures of blocks under one heading after another."""

from __future__ import annotations

import re
from pathlib import Path

import a11y_content as a11y

FIXTURES = Path(__file__).parents[2] / "fixtures" / "blocks"
HEAD = """---
kind: page
title: Every kind of block
lang: en
summary: An invented page.
---

This page is an invented example, and no medical advice.
"""


def every_block(folder: Path) -> str:
    """Write the page into a folder; give its address. What the fixtures refer to (films, pictures) is not there."""
    parts = [HEAD]
    for file in sorted(FIXTURES.glob("*.md")):
        body = re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8"), flags=re.DOTALL)
        lower = re.sub(r"^(#+ )", r"#\1", body, flags=re.MULTILINE)
        parts.append(f"## Example of {file.stem}\n\n{lower}")
    document, _ = a11y.parse("\n\n".join(parts), format="markdown", name="every.md")
    assert document is not None
    target = folder / "every.html"
    target.write_text(a11y.render(document), "utf-8")
    return target.as_uri()
