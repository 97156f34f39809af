"""Whatever a document, a setting or a link names, nothing outside the content folder is opened or published (F4)."""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import pytest

import a11y_content as a11y
from a11y_content.cli import main
from a11y_content.parsing import parse
from a11y_content.problem import ContentError, Level
from tests.security.test_settings import toml

CANARY: Final = b"zymurgy canary"
PICTURE: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""One pixel of PNG; the canary stands behind its end, where no program looks."""
NAMES: Final = ("canary.png", "canary.svg", "canary.mp4", "canary.vtt", "canary.pdf", "canary.md", "canary.json")
WRITINGS: Final = (
    "../outside/{}", "a/../../outside/{}", "..//outside/{}", "/../outside/{}", "....//outside/{}", "./../outside/./{}",
    "..%2foutside%2f{}", "%2e%2e/outside/{}", "%2e%2e%2foutside%2f{}", "%252e%252e/outside/{}", "..%c0%afoutside/{}",
    "..\\outside\\{}", "..%5coutside%5c{}", "/abs/{}", "//localhost/abs/{}", "file:///abs/{}", "file:/abs/{}",
    "../outside/{}%00.png", "../outside/{}\x00", "..\t/outside/{}", "\u202e../outside/{}", ".\u200b./outside/{}",
    "\uff0e\uff0e/outside/{}", "C:\\outside\\{}", "C:/outside/{}", "\\\\?\\C:\\{}", "\\\\localhost\\c$\\{}",
    "/dev/stdin", "/proc/self/environ", "/etc/passwd", "con", "nul.png", "com1", "{}:$DATA", "~/{}", "$HOME/{}",
    "linked/{}", "link-{}", "chain-{}", "linked/../link-{}",
)  # fmt: skip
"""Ways to name a file beside the content folder, devices, and links that lie in the folder."""


class Watch:
    """Notes every file under a folder that this process opens; an audit hook sees what no wrapper would."""

    def __init__(self) -> None:
        self.folder = ""
        self.opened: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and self.folder and isinstance(given[0], str | bytes | os.PathLike):
            with suppress(ValueError):
                where = os.path.realpath(os.fsdecode(given[0]))
                if where.startswith((self.folder, "/etc/passwd", "/proc/self/environ")):
                    self.opened.append(where)

    @contextmanager
    def over(self, folder: Path) -> Iterator[list[str]]:
        """Watch a folder; the list fills while it is watched."""
        self.folder, self.opened = str(folder.resolve()), []
        try:
            yield self.opened
        finally:
            self.folder = ""


WATCH: Final = Watch()


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the content folder, every file with the canary in it; and the content folder with links to it."""
    folder, content = tmp_path / "outside", tmp_path / "content"
    folder.mkdir()
    content.mkdir()
    heads = {
        ".png": PICTURE,
        ".vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n",
        ".svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    texts = {
        ".md": b"---\ntitle: Words\nlang: en\nsummary: Words.\n---\n\n",
        ".json": b'{"kind": "page", "title": "x"}\n',
    }
    for name in NAMES:
        (folder / name).write_bytes((heads | texts).get(Path(name).suffix, b"") + CANARY)
        (content / f"link-{name}").symlink_to(folder / name)
        (content / f"chain-{name}").symlink_to(content / f"link-{name}")
    (folder / "site.toml").write_bytes(b'title = "zymurgy canary"\n')
    (folder / "dark.tokens.json").write_bytes(b'{"zymurgy canary": 1}')
    (content / "linked").symlink_to(folder)
    return folder


def _documents(text: str) -> dict[str, dict[str, Any]]:
    """Give documents that name a file in every way that a document can."""
    said = {"lang": "en", "summary": "Words.", "kind": "page"}
    film = {"kind": "media", "media": "video", "title": "Words", "silent": True, "transcript": "Words."}
    track = {"src": text, "lang": "en", "label": "English"}
    tracks = {"silent": False, "captions": [track], "descriptions": [track], "sources": [{"src": text}]}
    link = {"kind": "link", "href": text, "inlines": "a"}
    face = {"src": text, "alt": "A face"}
    consent = {"given": "2026-01-31", "scope": "web"}
    story = {"kind": "story", "title": "F", "person": "Ann", "consent": consent, "conditions": [{"href": text}]}
    return {
        "figure": {**said, "title": "A", "body": [{"kind": "figure", "src": text, "alt": "A picture"}]},
        "film": {**said, "title": "B", "body": [{**film, "src": text}]},
        "poster": {**said, "title": "C", "body": [{**film, "src": "film.mp4", "poster": text}]},
        "track": {**said, "title": "D", "body": [{**film, "src": "film.mp4", **tracks}]},
        "link": {**said, "title": "E", "body": [{"kind": "paragraph", "inlines": [link]}]},
        "story": {**said, **story, "image": face, "body": "a"},
        "related": {**said, "title": "G", "body": "a", "related": [{"href": text, "title": "a"}], "aliases": [text]},
    }  # fmt: skip


def _fill(content: Path, text: str) -> None:
    for name, made in _documents(text).items():
        (content / f"{name}.json").write_text(json.dumps(made), "utf-8")
    clean = text.replace("\x00", "%00").replace("\t", "%09")
    (content / "words.md").write_text(
        f"---\ntitle: W\nlang: en\nsummary: S.\n---\n\n![a]({clean})\n\n[b](<{clean}>)\n", "utf-8"
    )
    (content / "page.html").write_text(
        f'<html lang="en"><title>H</title><h1>H</h1><p><img src="{clean}" alt="a"></p><video src="{clean}"></video>',
        "utf-8",
    )
    settings = {
        "title": "T",
        "lang": "en",
        "nav": [{"title": "a", "href": text}],
        "redirects": [{"from": text, "to": text}],
    }
    (content / "site.toml").write_text(
        "".join(f"{name} = {toml(value)}\n" for name, value in settings.items()), "utf-8"
    )


def _published(folder: Path) -> list[str]:
    """Give the files that hold the canary."""
    return [one.name for one in folder.rglob("*") if one.is_file() and CANARY in one.read_bytes()]


@pytest.mark.parametrize("writing", WRITINGS, ids=ascii)
def test_nothing_outside_is_opened_or_published(writing: str, outside: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    for name in NAMES[:: 3 if writing != "link-{}" else 1]:
        text = writing.format(name).replace("/abs", str(outside))
        _fill(content, text)
        with WATCH.over(outside) as opened:
            with suppress(ContentError):  # an address of site.toml that would stand on every page
                a11y.build(content, tmp_path / "site", jobs=1, strict=False)
            with pytest.raises(SystemExit):
                main(["check", "--format", "json", "--no-plain-language", str(content)])
        assert opened == [], text
        assert _published(tmp_path / "site") == [], text


@pytest.mark.usefixtures("outside")
def test_links_are_told(tmp_path: Path) -> None:
    content = tmp_path / "content"
    _fill(content, "a.png")
    found = a11y.build(content, tmp_path / "site", jobs=1, strict=False).problems
    told = {Path(one.where.file).name for one in found if one.code == "link-outside"}
    assert told >= {"linked", *(f"{kind}-{name}" for kind in ("link", "chain") for name in NAMES)}


@pytest.mark.parametrize("name", ["site.toml", "themes/dark.tokens.json", "themes"])
def test_settings_and_themes_that_are_links_to_the_outside_are_not_read(
    name: str, outside: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    _fill(content, "a.png")
    link = content / name
    link.unlink(missing_ok=True)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside if name == "themes" else outside / link.name)
    with WATCH.over(outside) as opened, suppress(ContentError):
        result = a11y.build(content, tmp_path / "site", jobs=1, strict=False)
        assert [one for one in result.problems if one.code == "link-outside" and Path(one.where.file).name == link.name]
    assert opened == []
    assert _published(tmp_path / "site") == []


def test_what_is_opened_or_published_is_seen(outside: Path, tmp_path: Path) -> None:
    """The two watches can fail: a file that is read, also through a link, and one that is copied."""
    with WATCH.over(outside) as opened:
        (outside / NAMES[0]).read_bytes()
        with (tmp_path / "content" / f"chain-{NAMES[1]}").open("rb"):
            pass
        os.close(os.open(outside / NAMES[2], os.O_RDONLY))
    assert [Path(one).name for one in opened] == list(NAMES[:3])
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.png").write_bytes((outside / NAMES[0]).read_bytes())
    assert _published(tmp_path / "site") == ["a.png"]


def test_a_file_inside_is_published(tmp_path: Path) -> None:
    """What is refused outside is taken inside: the test does not pass because nothing is ever published."""
    content = tmp_path / "content"
    content.mkdir()
    _fill(content, "a.pdf")
    (content / "a.pdf").write_bytes(CANARY)
    a11y.build(content, tmp_path / "site", jobs=1, strict=False)
    assert len(_published(tmp_path / "site")) == 1


def test_the_documents_are_sound_but_for_the_files_that_they_name() -> None:
    for name, made in _documents("a.png").items():
        document, problems = parse(json.dumps(made), "json", name=name)
        assert document is not None
        assert [one.code for one in problems if one.level is Level.ERROR] == [], name
