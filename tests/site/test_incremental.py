"""A build after any edits gives the folder that a build from nothing gives, to the byte."""

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from a11y_content.site import build
from tests.examples import examples
from tests.site.three_languages import condition, page, translated, write

Edit = Callable[[Path], None]


def files(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def put(name: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")

    return edit


def swap(name: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        if (root / name).exists():
            (root / name).write_text((root / name).read_text("utf-8").replace(old, new), "utf-8")

    return edit


def drop(name: str) -> Edit:
    return lambda root: (root / name).unlink(missing_ok=True)


NECK = "conditions/neck.md"
EDITS: dict[str, Edit] = {
    "a new title": swap(NECK, "Neck pain", "A stiff neck"),
    "the old title": swap(NECK, "A stiff neck", "Neck pain"),
    "other words": swap("conditions/neck/exercises.md", "Daily.", "Twice a day."),
    "another heading": swap("conditions/neck/exercises.md", "How often", "How much"),
    "the heading again": swap("conditions/neck/exercises.md", "How much", "How often"),
    "a part renamed": swap("conditions/back/work.md", "title: Work", "title: Work and sport"),
    "a part less": swap("conditions/back.md", "parts: [back/rest.md, back/work.md]\n", ""),
    "a part broken": put("conditions/back/work.md", "---\nkind: page\ntitle: W\nsumary: S.\n---\n\nX.\n"),
    "a part that no door reads": put("conditions/back/work.md", "---\nkind: [\n---\n"),
    "the part again": put("conditions/back/work.md", page("Work")),
    "a newer review": swap("es/conditions/cuello.md", "2026-06-01", "2026-07-01"),
    "a translation more": put(
        "es/conditions/espalda.md", condition("Espalda", more=translated(en="/conditions/back.md"))
    ),
    "a translation gone": drop("es/conditions/cuello.md"),
    "a page more": put("new.md", page("New", more="aliases: [/newer]")),
    "a page gone": drop("new.md"),
    "a redirect more": swap("site.toml", "[languages.es]", '[[redirects]]\nfrom = "/a"\nto = "new.md"\n[languages.es]'),
    "another address": swap("site.toml", "example.org/health", "example.net"),
    "a guide of two": swap(
        "conditions/neck.md", "also_called", "parts: [/conditions/back/rest.md, neck/exercises.md]\nalso_called"
    ),
}


def test_every_edit_alone_gives_what_a_build_from_nothing_gives(tmp_path: Path) -> None:
    order = list(EDITS)
    random.Random(4).shuffle(order)  # noqa: S311  the same order each time
    compare(tmp_path, order)


@examples(2, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=3))
def test_any_edits_give_what_a_build_from_nothing_gives(names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        compare(Path(folder), names)


def compare(folder: Path, names: list[str]) -> None:
    content = write(folder / "content")
    build(content, folder / "site", strict=False)
    for name in names:
        EDITS[name](content)
        small = build(content, folder / "site", strict=False)
        whole = build(content, folder / "whole", strict=False, force=True)
        assert files(folder / "site") == files(folder / "whole"), name
        assert [p.line() for p in small.problems] == [p.line() for p in whole.problems], name


@pytest.mark.parametrize(
    ("edit", "shown"),
    [
        ("a part renamed", ["conditions/back.html", "conditions/back/rest.html", "conditions/back/work.html"]),
        ("a newer review", ["es/conditions/cuello.html", "es/feed.xml", "sitemap.xml"]),
        ("a translation gone", ["es/index.html", "sitemap.xml"]),
    ],
)
def test_an_edit_reaches_what_shows_it(tmp_path: Path, edit: str, shown: list[str]) -> None:
    content = write(tmp_path / "content")
    build(content, tmp_path / "site", strict=False)
    EDITS[edit](content)
    written = set(build(content, tmp_path / "site", strict=False).written)
    assert set(shown) <= written
    assert "stories/mina.html" not in written
