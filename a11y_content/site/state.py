"""What a build remembers: a manifest of sources and pages, and the map from page elements to the author's lines.

Kept in a state folder beside the published one, since public pages carry no trace of their sources. A state that is
cut, garbled, of another version or of another build is treated as no state: the next build is then a full one.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from a11y_content.model.site import Entry
from a11y_content.problem import Level, Problem, Spot
from a11y_content.site.ties import Tie

MANIFEST: Final = "manifest.json"
SOURCE_MAP: Final = "source-map.json"
_SCHEMA: Final = "a11y-content/manifest/1"

PageMap = dict[str, tuple[str, int, int]]
"""From the path of child indexes below `<main>` to (file, line, column)."""


@dataclass(slots=True)
class Source:
    """What is remembered of one document."""

    digest: str
    entry: Entry | None
    problems: list[Problem] = field(default_factory=list)
    ties: tuple[Tie, ...] = ()
    marks: tuple[str, ...] | None = None
    """Ids in its page, where a link asked for them."""


@dataclass(slots=True)
class State:
    """A whole manifest."""

    build: str = ""
    """Id of the build, equal to the one in the published marker."""
    site: str = ""
    """Digest of all that every page depends on: settings, entries, assets, version."""
    sources: dict[str, Source] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    """From a page's path to its source."""
    source_map: dict[str, PageMap] = field(default_factory=dict)


def read(folder: Path, build: str) -> State:
    """Read the state that belongs to the published build `build`; an unusable one gives an empty state."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        if found["schema"] == _SCHEMA and build and found["build"] == build:
            pages = json.loads((folder / SOURCE_MAP).read_text("utf-8"))
            return State(
                build=found["build"],
                site=found["site"],
                sources={name: _source(item) for name, item in found["sources"].items()},
                pages=found["pages"],
                source_map={
                    page: {k: (str(f), int(n), int(c)) for k, (f, n, c) in m.items()} for page, m in pages.items()
                },
            )
    return State()


def write(folder: Path, state: State) -> None:
    """Write the state: each file whole, or the one before stays."""
    manifest = {
        "schema": _SCHEMA,
        "build": state.build,
        "site": state.site,
        "sources": {name: _plain(item) for name, item in state.sources.items()},
        "pages": state.pages,
    }
    for name, content in ((SOURCE_MAP, state.source_map), (MANIFEST, manifest)):
        new = folder / f"{name}.new"
        new.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
        new.replace(folder / name)


def _plain(source: Source) -> dict[str, Any]:
    return {
        "digest": source.digest,
        "entry": asdict(source.entry) if source.entry else None,
        "problems": [{**asdict(p), "level": str(p.level)} for p in source.problems],
        "ties": [
            (one.kind, one.href, (one.spot.file, one.spot.line, one.spot.column), one.word) for one in source.ties
        ],
        "marks": source.marks,
    }


def _source(item: dict[str, Any]) -> Source:
    entry = item["entry"]
    return Source(
        digest=item["digest"],
        entry=None if entry is None else _entry(entry),
        problems=[_problem(p) for p in item["problems"]],
        ties=tuple(Tie(kind, href, Spot(*spot), word) for kind, href, spot, word in item["ties"]),
        marks=None if item["marks"] is None else tuple(item["marks"]),
    )


def _entry(item: dict[str, Any]) -> Entry:
    item = {**item, "also_called": tuple(item["also_called"])}
    for name in ("translations", "parts"):
        item[name] = tuple((one, other) for one, other in item[name])
    return Entry(**item)


def _problem(item: dict[str, Any]) -> Problem:
    where = item["where"]
    return Problem(
        **{
            **item,
            "level": Level(item["level"]),
            "where": Spot(where["file"], where["line"], where["column"]),
            "modes": tuple(item["modes"]),
        }
    )
