"""A content folder whose titles, names, summaries, aliases and settings are hostile, and what is made of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from tests.security.test_settings import toml
from tests.security.vectors import Vector

TOGETHER: Final = 12
"""Vectors in one title: a page is loaded for each document, so not one for each vector."""
NAMES: Final = (
    "<img src=x onerror=hit(1)>",
    "a&quot; onerror=hit(1) b",
    "a' autofocus onfocus=hit(1) '",
    "javascript:hit(1)",
    "#%3Cscript%3Ehit(1)",
    "..%2f..%2fa",
    "{{7*7}}${7*7}",
    "\u202egnp",
    "con",
    "a?b=c",
    "-rf",
    "</title><script>hit(1)",
)
"""Names of files; a slash cannot be in one."""


def hostile_content(folder: Path, given: Sequence[Vector]) -> list[str]:
    """Write the folder: a document for every few vectors; give their names without suffix."""
    folder.mkdir(parents=True)
    groups = [given[start : start + TOGETHER] for start in range(0, len(given), TOGETHER)]
    texts = [_characters(" ".join(one.text for one in group)) for group in groups]
    names = [f"page-{number}" for number in range(len(texts))]
    for number, text in enumerate(texts):
        made = _document(text, texts[(number + 1) % len(texts)], number)
        (folder / f"page-{number}.json").write_text(json.dumps(made), "utf-8")
    for number, name in enumerate(NAMES):
        if "/" not in name:
            made = _document(name, name, 1000 + number)
            (folder / f"{name}.json").write_text(json.dumps(made), "utf-8")
    (folder / "site.toml").write_text(_settings(texts, names), "utf-8")
    return names


def _characters(text: str) -> str:
    """Leave halves of characters out: TOML cannot write them (in JSON they are told)."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _document(text: str, other: str, number: int) -> dict[str, Any]:
    said = {"lang": "en", "summary": other, "aliases": [f"/old/{number}.html"], "published": "2026-01-31"}
    words = {"kind": "paragraph", "inlines": other}
    part = {"kind": "section", "title": text, "blocks": [words]}
    shown = "x" + text  # a title that is only white space is none
    if number % 2:
        by = {"last": "2026-01-31", "by": text, "role": other}
        return {"kind": "page", "title": shown, "body": [part], "review": by, **said}
    return {"kind": "condition", "name": shown, "also_called": [other], "subtitle": text, "sections": [part], **said}


def _settings(texts: Sequence[str], names: Sequence[str]) -> str:
    first, second = texts[0], texts[-1]
    links = [{"title": text, "href": f"/{name}.json"} for text, name in zip(texts[:6], names, strict=False)]
    spoken = {"title": second, "tagline": first, "footer": links, "contact": {"name": second, "hours": first}}
    made = {
        "title": first,
        "lang": "en",
        "base_url": "https://example.org/a",
        "tagline": second,
        "nav": links,
        "footer": links,
        "contact": {"name": first, "address": [second, first], "phone": "+1 555 0100", "hours": second},
        "emergency": [{"text": first, "number": "+1 555 0100"}],
        "glossary": [{"short": "XSS", "expansion": second, "definition": first}],
        "languages": {"es": spoken},
        "redirects": [{"from": f"/{name}.html", "to": f"{names[0]}.json"} for name in ("a b", "old", "a'b&amp;")],
    }
    return "".join(f"{name} = {toml(value)}\n" for name, value in made.items())
