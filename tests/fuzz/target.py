"""Fuzz targets: what holds for any input of a door, and inputs made of fixtures cut, joined, nested and spoilt."""

from __future__ import annotations

import random
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from a11y_content.parsing import FORMATS, parse
from a11y_content.parsing.importing import IMPORTERS, import_source
from a11y_content.parsing.source import clean, decode
from a11y_content.parsing.toml_text import read_toml
from a11y_content.problem import ContentError, Problem
from a11y_content.rendering import render
from tests.security import fields
from tests.security.doors import Door, doors
from tests.security.pages import ASSETS
from tests.security.vectors import vectors

ROOT: Final = Path(__file__).parents[2]
SLOW: Final = 5.0
_PIECES: Final = (
    "\n", "\n\n", "    ", "\t", "- ", "1. ", "> ", "## ", "|", "|---|", "[", "](", "]", ")", "![", "[^1]",
    "*[A]: ", "***", ":::", ":::{care} urgent", ":::{table} ", "\n:a: ", "{q}`", "`", '{about="', '"}',
    "---\n", "a: &a [*a]\n", "<<: ", "!!x ", "<div>", "</div>", "<table><tr><td>", "<ul><li>", "<!--", "-->",
    "<![CDATA[", "<svg>", "<math>", "<template>", "<a href=javascript:x>", "<br>", "&amp;", "&#0;", "&#xD800;",
    "\x00", "\ud800", "\ufeff", "\u202e", "\u2028", "\x85", "\U0010ffff", '"', "'", "\\", "\\u0000", "\\ud800",
    "{", "}", "[1,", "null", "NaN", "1e999", "9" * 400, "2026-02-30", '"kind":', '"inlines":',
    "<?xml version='1.0'?>", "<!DOCTYPE a>", "&a;", "]]>", "=", "<QAPair>", "<Answer>", "%", "é", "漢",
)  # fmt: skip
Check = Callable[[str], list[Problem]]


def _parse(form: str) -> Check:
    def check(text: str) -> list[Problem]:
        document, problems = parse(text, format=form, name="f", lang="en", kind="page")
        if document is not None:
            try:
                render(document, assets=ASSETS)
            except ContentError as error:
                for one in error.problems:
                    one.line()
        return problems

    return check


def _import(name: str, by: str) -> Check:
    def check(text: str) -> list[Problem]:
        source, problems = clean(name, text)
        return [*problems, *import_source(source, Path(name), lang="en", by=by).problems]

    return check


def _bytes(text: str) -> list[Problem]:
    source, problems = decode(
        "f", text.encode("utf-16" if len(text) % 3 else "utf-8", "surrogatepass")[len(text) % 2 :]
    )
    return [*problems, *parse(source.text, name="f", lang="en")[1]]


def _filled(door: Door) -> Check:
    """Put an input inside a file that is otherwise whole, so that it comes far."""

    def check(text: str) -> list[Problem]:
        documents, problems = door(text[:1_500])
        for one in documents:
            with suppress(ContentError):
                render(one, assets=ASSETS)
        return problems

    return check


def _toml(text: str) -> list[Problem]:
    try:
        return read_toml(clean("f", text)[0])[1]
    except ValueError as error:
        assert type(error).__name__ == "TOMLDecodeError"  # noqa: PT017  a target for any program, not a test
        return []


_NAMES: Final = {"nhs-api": "a.json", "manifest": "manifest.json", "medquad": "a.xml", "streamfield": "a.json"}
_NAMES_ALSO: Final = {"markdown": "a.md", "text": "a.txt", "html": "a.html"}
DOORS: Final[dict[str, Check]] = {
    **{form: _parse(form) for form in FORMATS},
    **{f"import {by}": _import(name, by) for by, name in {**_NAMES, **_NAMES_ALSO}.items() if by in IMPORTERS},
    "bytes": _bytes,
    "toml": _toml,
    **{f"inside {name}": _filled(door) for name, door in doors().items()},
}


@cache
def seeds(door: str) -> tuple[str, ...]:
    """Give the texts from which inputs of a door are made: fixtures, vectors, and documents with every field."""
    kind = door.removeprefix("import ")
    suffix = {"html": "html", "text": "txt", "medquad": "xml", "toml": "toml"}.get(kind, "md")
    files = [*(ROOT / "fixtures").rglob(f"*.{suffix}"), *(ROOT / "examples").rglob(f"*.{suffix}")]
    if door.startswith("inside"):
        files += (ROOT / "fixtures").rglob("*.html")
    made = [file.read_text("utf-8", "replace")[:4_000] for file in sorted(files)]
    if kind in {"json", "nhs-api", "manifest", "streamfield"}:
        import json  # noqa: PLC0415

        made = [json.dumps(one) for one in fields.documents(fields.tame)]
        made += [
            '{"@type":"MedicalWebPage","name":"a","hasPart":[{"@type":"WebPageElement","text":"<p>b</p>"}]}',
            '{"title":"a","content":{"main":[{"type":"text","props":{"markdown":"**b**"}}]}}',
            '{"title":"a","body":[{"type":"paragraph","value":"<p>b</p>","id":"1"}]}',
        ]
    if kind == "medquad":
        pair = "<QAPair><Question>a?</Question><Answer>b</Answer></QAPair>"
        made.append(f"<Document id='1' source='a' url='b'><Focus>c</Focus><QAPairs>{pair}</QAPairs></Document>")
    return tuple(made or ["a"])


def inputs(door: str, runs: int, seed: int) -> Iterator[str]:
    """Make inputs: a fixture with pieces cut out, doubled, moved, nested in each other and replaced."""
    dice = random.Random(f"{door} {seed}")  # noqa: S311  it must repeat, not be secret
    given = seeds(door)
    hostile = [one.text for one in vectors()]
    for _ in range(runs):
        text = dice.choice(given)
        start = dice.randrange(len(text) + 1)
        text = text[start : start + dice.randrange(40, 1500)] if dice.random() < 0.7 else text
        for _ in range(dice.randrange(1, 8)):
            at, to = sorted((dice.randrange(len(text) + 1), dice.randrange(len(text) + 1)))
            match dice.randrange(8):
                case 0:
                    text = text[:at] + text[min(to, at + 60) :]
                case 1:
                    text = text[:at] + dice.choice(_PIECES) * dice.choice((1, 1, 1, 2, 7, 70)) + text[at:]
                case 2:
                    text = text[:to] + text[at : min(to, at + 200)] * dice.choice((1, 1, 3)) + text[to:]
                case 3:
                    text = text[:at] + dice.choice(hostile)[:200] + text[at:]
                case 4:
                    other = dice.choice(given)
                    text = text[:at] + other[: dice.randrange(300)] + text[at:]
                case 5:
                    text = (
                        text[:at] + chr(dice.choice((dice.randrange(0x300), dice.randrange(0x110000)))) + text[at + 1 :]
                    )
                case 6:
                    text = text[:at] + "".join(dice.choice(_PIECES) for _ in range(dice.randrange(1, 12))) + text[to:]
                case _:
                    text = text[:at] + text[at:to][::-1] + text[to:]
        yield text[:8_000]


def trouble(door: str, text: str) -> str:
    """Say what is wrong with how a door takes an input; empty where nothing is."""
    started = time.process_time()
    try:
        problems = DOORS[door](text)
        for one in problems:
            line = one.line()
            if "\n" in line or len(line) > 500:
                return f"a message of several lines or {len(line)} characters: {one.code}"
            if not one.where.file:
                return f"a problem without a file: {one.code}"
    except Exception as error:  # noqa: BLE001  whatever it is, it is what was looked for
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno} {frame.name}"
    return "slow" if time.process_time() - started > SLOW else ""


def fuzz(door: str, runs: int, seed: int) -> Iterator[tuple[str, str]]:
    """Give the inputs that something is wrong with, and what."""
    for text in inputs(door, runs, seed):
        if kind := trouble(door, text):
            yield text, kind


def smallest(door: str, text: str, kind: str) -> str:
    """Cut an input as far as the trouble stays the same."""
    step = len(text) // 2
    while step:
        at = 0
        while at < len(text):
            less = text[:at] + text[at + step :]
            if trouble(door, less) == kind:
                text = less
            else:
                at += step
        step //= 2
    return text
