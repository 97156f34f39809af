"""Bombs under limits that the system holds: each in a process of its own, with so many seconds and bytes.

`python -m tests.security.limited DOOR [SIZE]` prints a line of JSON for each bomb of a door.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import a11y_content.parsing.html  # loaded before the fork, so that no bomb pays for them
import a11y_content.parsing.markdown  # noqa: F401
from a11y_content import rules
from a11y_content.parsing import FORMATS, parse
from a11y_content.parsing.importing import import_file
from a11y_content.problem import ContentError, Level
from a11y_content.rendering import render
from a11y_content.site.config import load_site
from tests.security.bombs import N, bombs
from tests.security.pages import ASSETS

CPU: Final = 20
"""Seconds after which the system ends the process: the tests demand fewer, and this keeps them from waiting."""
MEMORY: Final = 2_000_000_000
_FORMS: Final = {"yaml": "markdown", "json": "json", "markdown": "markdown", "html": "html", "text": "text"}
_FILES: Final = {
    "foreign markdown": "a.md",
    "html in markdown": "a.md",
    "html in json": "a.json",
    "xml": "a.xml",
    "toml": "site.toml",
}


def there(door: str) -> bool:
    """Tell whether the door is there."""
    return door in _FILES or _FORMS[door] in FORMATS


def read(door: str, text: str) -> dict[str, Any]:
    """Read a text through a door to a page; give codes of problems, how many have a place, and whether it is a page."""
    if door in _FILES:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / _FILES[door]
            file.write_text(text, "utf-8")
            problems = load_site(Path(folder))[1] if door == "toml" else import_file(file, lang="en").problems
        return _told(problems, page=False)
    document, problems = parse(text, format=_FORMS[door], name="a", lang="en", kind="page")
    page = False
    if document is not None and not any(one.level is Level.ERROR for one in problems):
        try:
            page = bool(render(document, assets=ASSETS))
        except ContentError as error:
            problems = [*problems, *error.problems]
    return _told(problems, page=page)


def _told(problems: list[Any], *, page: bool) -> dict[str, Any]:
    lines = [one.line() for one in problems[:2000]]
    return {
        "codes": sorted({one.code for one in problems}),
        "errors": sum(one.level is Level.ERROR for one in problems),
        "unplaced": sum(not one.where for one in problems),
        "longest": max(map(len, lines), default=0),
        "page": page,
    }


def limited(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Do work in a process of its own; give what it gave, its seconds and its megabytes, or what ended it."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            started = time.process_time()
            made = work()
            made["seconds"] = round(time.process_time() - started, 2)
        except BaseException as error:  # noqa: BLE001  whatever it is, it is what the test asks about
            made = {"raised": f"{type(error).__name__}: {error}"[:200]}
        with os.fdopen(into, "wb") as pipe:
            pipe.write(json.dumps(made).encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    if os.WIFSIGNALED(status):
        return {"killed": signal.Signals(os.WTERMSIG(status)).name}
    return {**json.loads(said), "megabytes": used.ru_maxrss // 1024}


def results(door: str, size: int = N) -> Iterator[dict[str, Any]]:
    """Give the result of every bomb of a door."""
    rules.check  # noqa: B018  loaded before the fork
    for name, make in bombs(size)[door].items():
        text = make()
        yield {"name": name, "size": len(text), **limited(lambda text=text: read(door, text))}


if __name__ == "__main__":
    parse("---\nkind: page\ntitle: a\nlang: en\n---\n\nWords.\n")  # every module that a document needs is loaded
    for result in results(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else N):
        print(json.dumps(result), flush=True)  # noqa: T201  this is what is asked for
