"""Keys: names of what a build is made of, so that the next one knows what it may take over."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
from pathlib import Path

from a11y_content.about import __version__
from a11y_content.model.site import Site
from a11y_content.rendering.assets import Assets, table_of
from a11y_content.site.folders import MARKER
from a11y_content.site.survey import Survey
from a11y_content.text.collation import engine


def build_id(found: Survey, assets: Assets) -> str:
    """Name a build by what it is made of, not by when or where: the same content gives the same folder to the byte."""
    parts = [
        __version__,
        repr(found.site),
        repr((sorted(assets.files), assets.csp, assets.csp_in_pages)),
        *(f"{name}={source.digest}" for name, source in sorted(found.sources.items())),
    ]
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


def published_build(out: Path) -> str:
    """Read the name of the build that a folder holds; empty where it holds none."""
    try:
        return (out / MARKER).read_text("utf-8").split("\n", 1)[0]
    except (OSError, UnicodeDecodeError):
        return ""


def site_key(site: Site, assets: Assets, today: dt.date | None) -> str:
    """A digest of all that every page depends on. A file's name holds the hash of it, the policy that of the script."""
    linked = (sorted(assets.files), assets.csp, assets.csp_in_pages)
    parts = (__version__, _code(), engine(), repr(site), repr(table_of(site)), repr(today), repr(linked))
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


@functools.cache
def _code() -> str:
    """Sizes and times of our own files: a changed renderer makes every page again, also between releases."""
    package = Path(__file__).parent.parent
    files = [p for suffix in ("py", "po") for p in sorted(package.rglob(f"*.{suffix}"))]
    return repr([(p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in files])
