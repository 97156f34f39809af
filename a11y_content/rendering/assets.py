"""Assets: the files that every page of a site links to, named by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from a11y_content.design.preference import Preference
from a11y_content.design.preferences import offered
from a11y_content.model.site import Site
from a11y_content.rendering.policy import csp
from a11y_content.rendering.scripts import boot, script
from a11y_content.rendering.styles import page_styles

FOLDER: Final = "assets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files of a site that every page links to, and its content security policy."""

    stylesheet: str
    """Path in the site, with a hash of the content in the name."""
    script: str
    """Path in the site of the menu's script."""
    files: Mapping[str, str]
    """Path in the site to content."""
    csp: str
    """The Content-Security-Policy under which every page of the site works, exactly."""


def table_of(site: Site | None = None) -> tuple[Preference, ...]:
    """Give the preferences that a site's menu offers; raises `UsageError` for a name that is not in the table."""
    return offered(site.preferences if site is not None else ())


def stylesheet(site: Site | None = None) -> str:
    """Give the whole stylesheet of a site as CSS text; without a site, with all preferences."""
    return page_styles(table_of(site))


def site_assets(site: Site | None = None) -> Assets:
    """Give the assets of a site, the file names carrying a hash of the content."""
    return _assets(table_of(site))


@lru_cache(maxsize=16)
def _assets(table: tuple[Preference, ...]) -> Assets:
    css, js = page_styles(table), script()
    css_path, js_path = _named(css, "css"), _named(js, "js")
    return Assets(
        stylesheet=css_path,
        script=js_path,
        files={css_path: css, js_path: js},
        csp=csp(scripts=[boot(table)]),
    )


def _named(text: str, suffix: str) -> str:
    return f"{FOLDER}/a11y.{hashlib.sha256(text.encode()).hexdigest()[:12]}.{suffix}"
