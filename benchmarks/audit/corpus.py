"""What is audited: clean pages of the example clinic as `build` makes them, and the same with planted defects."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

import a11y_content as a11y

ROOT = Path(__file__).parents[2]
PAGES = 8
_THEMES = ("", "contrast=dark", "contrast=sepia", "contrast=high-dark")
_SIZES = ("", "text=150", "text=200")
_MOTION = ("", "motion=reduced")
_SPACING = ("", "spacing=wide")
_PLANTED = (  # each shows in some modes only, but for the last two
    ':root[data-a11y-contrast="sepia"] main p { color: #b9ab8d; }',
    ':root[data-a11y-text="200"] main h2 { display: none; }',
    ':root[data-a11y-contrast="dark"][data-a11y-spacing="wide"] main a { color: #333; }',
    "main li { color: #999; }",
)


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """A built site and its pages to audit."""

    folder: Path
    clean: tuple[str, ...]
    planted: tuple[str, ...]


def modes_of(number: int) -> tuple[str, ...]:
    """Give the ids of 1, 12 (themes, sizes) or 48 modes (with motion and spacing), the default first."""
    parts = {1: (), 12: (_SIZES, _THEMES), 48: (_SIZES, _THEMES, _MOTION, _SPACING)}[number]
    ids = (",".join(filter(None, one)) for one in itertools.product(*parts))
    return tuple(one or "default" for one in ids)


def address(page: str, mode: str) -> str:
    """Give the address under which a page opens in a mode: the preview of every page of ours."""
    if mode == "default":
        return page
    return f"{page}?a11y={mode.replace('=', ':')}"


def make(folder: Path, pages: int = PAGES) -> Corpus:
    """Build the example, and plant defects into copies of two pages."""
    site = folder / "site"
    done = a11y.build(ROOT / "examples" / "clinic", site)
    if done.errors:
        raise RuntimeError("the example does not build")
    found = sorted(
        path for path in (site / "conditions").rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()
    )
    clean = [path.relative_to(site).as_posix() for path in found[:pages]]
    planted = []
    for name in clean[:2]:
        path = site / name
        bad = path.with_name(f"planted-{path.name}")
        style = f"<style>{' '.join(_PLANTED)}</style></head>"
        text = path.read_text("utf-8").replace("</head>", style, 1)
        bad.write_text(text.replace("</main>", '<img src="../planted.png"></main>', 1), "utf-8")
        planted.append(bad.relative_to(site).as_posix())
    return Corpus(folder=site, clean=tuple(clean), planted=tuple(planted))
