"""Redirects: addresses that pages had before, from `[[redirects]]` of site.toml and `aliases` of front matter."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import unquote

from a11y_content.model.site import Entry, Site
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.addresses import plain, refuse, scheme
from a11y_content.rules.targets import missing_document
from a11y_content.site.names import same_name, unsafe
from a11y_content.site.ties import Tie

REDIRECT_FROM = fault(
    "redirect-from",
    "A redirect starts where no page of this site can have been",
    why="A site can answer only for addresses below its own, and a page for no `?` and no `#`.",
    mend="give the old path from the site's root: `/old/neck-pain.html`",
)
REDIRECT_TAKEN = fault(
    "redirect-taken",
    "A redirect starts at an address that is in use",
    why="Only one of the two can be there: the redirect would take the other's place, or never work.",
    mend="take the redirect out, or give the page another name",
)
REDIRECT_LOOP = fault(
    "redirect-loop",
    "Redirects lead back to where they start",
    why="Browsers give up after some rounds and show an error.",
    mend="let one of them lead to a page",
)
REDIRECT_CHAIN = fault(
    "redirect-chain",
    "A redirect leads to another redirect",
    why="The end of the chain is written, but it breaks for readers of the old address when one of its links is taken "
    "out.",
    mend="name the page at the end",
    level=Level.WARNING,
)
REDIRECT_HOST = fault(
    "redirect-host",
    "A redirect needs the host's help",
    why="A static file under this name would not be shown as a page, so only hosts that read `_redirects` or "
    "`.htaccess` follow it; `build --csp` writes these.",
    mend="build with `--csp` for such a host, or redirect there",
    level=Level.REVIEW,
)

_PAGES: Final = (".html", ".htm")
_INDEX: Final = "index.html"
_SUFFIX: Final = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_OWN: Final = ("sitemap.xml", "_headers", "_redirects", ".htaccess", ".a11y-content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A redirect that is written."""

    old: str
    """The old address as a path in the site, not percent-encoded; a folder ends in `/`."""
    file: str
    """The file to write there; empty where no file would be a page."""
    entry: Entry | None = None
    """The document that it leads to."""
    path: str = ""
    """Path in the site that it leads to, or empty."""
    url: str = ""
    """Address outside the site that it leads to, or empty."""
    tail: str = ""
    """The mark that the author put behind the path."""


class _Row(NamedTuple):
    old: str
    new: str
    spot: Spot
    to: Spot
    entry: Entry | None


def redirects(
    site: Site, ties: Mapping[str, Iterable[Tie]], taken: Iterable[str]
) -> tuple[tuple[Moved, ...], list[Problem]]:
    """Give the redirects of a site, and what is wrong with the others.

    `taken` are the paths of all files that the site has anyway. A row with a problem that is an error is left out.
    """
    problems: list[Problem] = []
    used = {same_name(path): path for path in (*taken, *_OWN)}
    rows: dict[str, _Row] = {}
    for row in _rows(site, ties):
        old = _old(row.old, site)
        file = file_of(old)
        said = _wrong(row.old, old) if old is not None else "lies outside this site"
        if old is None or said:
            problems.append(REDIRECT_FROM.at(row.spot, f"the old address “{row.old}” {said}"))
        elif clash := _clash(file or old, used):
            problems.append(REDIRECT_TAKEN.at(row.spot, f"“{row.old}” is the address of {clash}"))
        else:
            used[same_name(file or old)] = f"another redirect ({row.spot})"
            rows[old] = row
            if not file:
                problems.append(REDIRECT_HOST.at(row.spot, f"“{row.old}” is no name of a page"))
    made = [_follow(old, row, rows, site, problems) for old, row in rows.items()]
    return tuple(one for one in made if one is not None), problems


def file_of(old: str | None) -> str:
    """Give the file that answers for an address on any host; empty where none is taken for a page."""
    if old is None or _SUFFIX.search(old):
        return old if old is not None and old.lower().endswith(_PAGES) else ""
    return posixpath.join(old, _INDEX)


def _rows(site: Site, ties: Mapping[str, Iterable[Tie]]) -> Iterator[_Row]:
    for one in site.redirects:
        yield _Row(one.old, one.new, one.spot, one.to, None)
    for source, found in sorted(ties.items()):
        entry = site.entries.get(source)
        if entry is not None and not entry.refused:
            yield from (_Row(tie.href, "", tie.spot, tie.spot, entry) for tie in found if tie.kind == "alias")


def _old(text: str, site: Site) -> str | None:
    """Give an old address as a path in the site; None where it is not in it."""
    path = plain(text)
    if scheme(path):
        base = site.base_url.rstrip("/")
        if not base or not path.startswith(f"{base}/"):
            return None
        path = path[len(base) :]
    if path.startswith("//") or "\\" in path:
        return None
    return unicodedata.normalize("NFC", unquote(path.removeprefix("/")))


def _wrong(text: str, old: str) -> str:
    if not old:
        return "is the home page"
    if "?" in plain(text) or "#" in plain(text):
        return "has a `?` or `#`, which a page does not get to see"
    steps = old.removesuffix("/").split("/")
    if any(step in {"", ".", ".."} for step in steps):
        return "has an empty step, `.` or `..`"
    if any(step.startswith(".") for step in steps):
        return "has a step that begins with a dot"
    return unsafe(old.removesuffix("/"))


def _clash(file: str, used: Mapping[str, str]) -> str:
    """Name what a file would take the place of: the same name, or a file where a folder is needed."""
    folded = same_name(file)
    steps = folded.split("/")
    for count in range(1, len(steps) + 1):
        known = used.get("/".join(steps[:count]))
        if known is not None:
            return known
    return next((known for name, known in used.items() if name.startswith(f"{folded}/")), "")


def _follow(old: str, row: _Row, rows: Mapping[str, _Row], site: Site, problems: list[Problem]) -> Moved | None:
    """Find where a redirect ends; with an error, None."""
    seen, here = [old], row
    while then := _next(here, rows, site):
        if then in seen:
            way = " to ".join(f"/{one}" for one in (*seen, then))
            problems.append(REDIRECT_LOOP.at(row.spot, f"the redirect goes from {way}"))
            return None
        seen.append(then)
        here = rows[then]
    if here is not row:
        problems.append(REDIRECT_CHAIN.at(row.to, f"“{row.new}” is itself redirected"))
    return _end(old, here, site, problems)


def _next(here: _Row, rows: Mapping[str, _Row], site: Site) -> str:
    """Give the old address of the redirect that this one leads to, or an empty string."""
    path = plain(here.new).partition("#")[0]
    if here.entry is not None or scheme(path) or site.find(path) is not None or site.find_file(path):
        return ""
    wanted = same_name((_old(path, site) or "").rstrip("/"))
    return next((one for one in rows if wanted and same_name(one.rstrip("/")) == wanted), "")


def _end(old: str, here: _Row, site: Site, problems: list[Problem]) -> Moved | None:
    """Make the redirect to what a row names itself; with an error, None."""
    file, text, spot = file_of(old), plain(here.new), here.to
    path, _, mark = text.partition("#")
    entry = here.entry or (site.find(path) if path else None)
    found = site.find_file(path)
    if scheme(text):
        bad = refuse(here.new, spot)
        if bad is None and scheme(text) in {"http", "https"}:
            return Moved(old=old, file=file, url=text)
        problems.append(bad or REDIRECT_FROM.at(spot, f"“{here.new}” is no address of a page"))
    elif entry is not None and not entry.refused:
        return Moved(old=old, file=file, entry=entry, path=entry.path, tail=f"#{mark}" if mark else "")
    elif entry is None and found:
        return Moved(old=old, file=file, path=found, tail=f"#{mark}" if mark else "")
    elif entry is None and (missing := missing_document(site, here.new, spot)) is not None:
        problems.append(missing)
    return None
