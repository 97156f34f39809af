"""Hostile words in every setting of site.toml: a located problem or a site, never a traceback, and the right exit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import a11y_content as a11y
from a11y_content.cli import main
from a11y_content.problem import ContentError, Level
from tests.security import fields

CONTENT: Final = "---\ntitle: Words\nlang: en\nsummary: Words.\npublished: 2026-01-31\n---\n\nWords.\n"
HOSTILE: Final = (
    "</title></style><script>hit(1)</script>",
    "javascript:hit(1)",
    "http://[",
    "//canary.example/1",
    "\\\\canary.example\\1",
    "a\x00b\x1b[31m\x9b2J",
    "\u202eab\u2066\u2028",
    "",
    " ",
    "../../../etc/passwd",
    "CON",
    "%00%2e%2e%2f",
    "\ufffe{0}%s{name}\\g<1>$1\r\nSet-Cookie: a",
    "x" * 5000,
)
ADDRESSES: Final = (
    "http://[", "https://[::1", "http://a:99999", "javascript:hit(1)//", "data:text/html,x", "https://a b", "//x",
    "https://a\x01b.example", "https://a\u202eb.example", "https://a\u2028b.example", 'https://a.example/"><script>',
    "https://user:word@a.example", "https://a.example\\@b.example", "https:/a.example", "http://\uff0f.example",
    "https://a.example/?a", "https://a.example/#a", "ftp://a.example", "https://", " ",
)  # fmt: skip


def toml(value: Any) -> str:
    """Write a value as TOML; its strings are written as JSON writes them, which both read alike."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)} = {toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def whole() -> dict[str, Any]:
    """Give settings with every field filled, two languages, a brand and redirects."""
    made = fields.settings(fields.tame)
    spoken = {"title": "Palabras", "tagline": "Palabras", "nav": made["nav"], "glossary": made["glossary"]}
    made |= {"languages": {"es": spoken}, "redirects": [{"from": "/old.html", "to": "words.md"}]}
    return made | {"brand": {"name": "Words", "accent": "#005ea5", "font": ["Arial"]}, "base_url": "https://a.example"}


def steps(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the way to every string of some settings."""
    if isinstance(value, dict | list):
        for name, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from steps(one, (*path, name))
    elif isinstance(value, str):
        yield path


def site(folder: Path, settings: dict[str, Any]) -> Path:
    """Write a content folder of one page."""
    folder.mkdir(exist_ok=True)
    (folder / "site.toml").write_text("".join(f"{json.dumps(k)} = {toml(v)}\n" for k, v in settings.items()), "utf-8")
    (folder / "words.md").write_text(CONTENT, "utf-8")
    return folder


def with_text(path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    """Give the settings with a text at one place."""
    made = whole()
    at: Any = made
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = text
    return made


PLACES: Final = tuple(steps(whole()))


def test_the_walk_finds_every_table_of_the_settings() -> None:
    assert {str(path[0]) for path in PLACES} >= {
        "title",
        "nav",
        "footer",
        "contact",
        "glossary",
        "languages",
        "redirects",
    }
    assert len(PLACES) >= 30


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_every_setting_is_read_or_refused_at_its_place(
    path: tuple[str | int, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One hostile text of the list for each place, another one each; the first ones stand in every place."""
    at = PLACES.index(path)
    for text in (*HOSTILE[:4], HOSTILE[4 + at % (len(HOSTILE) - 4)]):
        root = site(tmp_path / "content", with_text(path, text))
        with pytest.raises(SystemExit) as end:
            main(["check", "--format", "json", "--no-plain-language", str(root)])
        told = json.loads(capsys.readouterr().out)
        bad = [one for one in told if one["level"] == "error"]
        assert end.value.code == (1 if bad else 0), text
        assert all(one["where"] and one["where"]["line"] for one in bad), text
        try:
            built = a11y.build(root, tmp_path / "site", jobs=1, strict=False, csp=True)
        except ContentError as error:  # an address that would stand on every page
            refused = error.problems
        else:
            refused = [one for one in built.problems if one.level is Level.ERROR]
        assert bool(refused) is bool(bad), text
        assert all(one.where.line for one in refused), text


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_odd_base_url_is_refused_at_its_place_and_stands_in_no_page(text: str, tmp_path: Path) -> None:
    root = site(tmp_path / "content", whole() | {"base_url": text})
    result = a11y.build(root, tmp_path / "site", jobs=1, strict=False, csp=True)
    found = [one for one in result.problems if one.code == "base-url-invalid"]
    line = (root / "site.toml").read_text("utf-8").split("\n").index(f'"base_url" = {toml(text)}') + 1
    assert [(one.level, one.where.file, one.where.line) for one in found] == [
        (Level.ERROR, (root / "site.toml").as_posix(), line)
    ]
    assert not [one for one in ("sitemap.xml", "feed.xml") if (tmp_path / "site" / one).exists()]
    assert 'rel="canonical"' not in (tmp_path / "site" / "words.html").read_text("utf-8")


@pytest.mark.parametrize("text", ["https://a.example", "http://127.0.0.1:8000/b/", "https://a.example/a~b%20c"])
def test_a_sound_base_url_is_in_every_page(text: str, tmp_path: Path) -> None:
    root = site(tmp_path / "content", whole() | {"base_url": text})
    result = a11y.build(root, tmp_path / "site", jobs=1, strict=False)
    assert "base-url-invalid" not in {one.code for one in result.problems}
    assert f'href="{text.rstrip("/")}/words.html"' in (tmp_path / "site" / "words.html").read_text("utf-8")
