"""Assets: the files that every page of a site links to, named by their content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from a11y_content.design.preference import Preference
from a11y_content.design.preferences import offered
from a11y_content.model.site import Brand, Site
from a11y_content.rendering.fonts import font_faces, font_files
from a11y_content.rendering.naming import named
from a11y_content.rendering.parts_styles import parts_styles
from a11y_content.rendering.policy import csp
from a11y_content.rendering.scripts import boot, script
from a11y_content.rendering.styles import NO_BRAND, page_styles


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files of a site that every page links to, and its content security policy."""

    stylesheet: str
    """Path in the site, with a hash of the content in the name."""
    script: str
    """Path in the site of the menu's script."""
    boot: str = ""
    """Path in the site of the script of the head, or empty where each page holds it."""
    files: Mapping[str, bytes]
    """Path in the site to content."""
    parts_stylesheet: str = ""
    """Path of the stylesheet for parts in somebody else's template."""
    parts_files: Mapping[str, bytes] = field(default_factory=dict)
    """Path to content of the files that parts link to; a site of our own pages has no use for them."""
    csp: str
    """The Content-Security-Policy under which every page of the site works, exactly."""
    csp_in_pages: bool = False
    """Whether each page says the policy itself, in a meta element."""


def table_of(site: Site | None = None) -> tuple[Preference, ...]:
    """Give the preferences that a site's menu offers; raises `UsageError` for a name that is not in the table."""
    return offered(site.preferences if site is not None else ())


def brand_of(site: Site | None = None) -> Brand:
    """Give a site's brand, an empty one without a site."""
    return site.brand if site is not None else NO_BRAND


def stylesheet(site: Site | None = None) -> str:
    """Give the whole stylesheet of a site as CSS text, without fonts; without a site, with all preferences."""
    return page_styles(table_of(site), brand_of(site))


def site_assets(site: Site | None = None, *, inline_script: bool = True, csp_in_pages: bool = False) -> Assets:
    """Give the assets of a site, the file names carrying a hash of the content.

    Without `inline_script` no page holds a script of its own: that of the head is a file too, which costs a request
    before the first paint, and the policy needs no hash. With `csp_in_pages` each page says the policy in a meta
    element, for hosts where nobody can set headers.
    """
    return _assets(table_of(site), brand_of(site), inline_script, csp_in_pages)


@lru_cache(maxsize=16)
def _assets(  # the key of the cache
    table: tuple[Preference, ...],
    brand: Brand,
    inline_script: bool,  # noqa: FBT001
    csp_in_pages: bool,  # noqa: FBT001
) -> Assets:
    faces = font_faces(table)
    texts = (page_styles(table, brand) + faces, parts_styles(table, brand) + faces, script(), boot(table))
    css, parts, js, first = (text.encode() for text in texts)
    css_path, parts_path, js_path = named(css, "css"), named(parts, "css", "a11y-parts"), named(js, "js")
    boot_path = "" if inline_script else named(first, "js", "a11y-boot")
    others = {js_path: js, **({boot_path: first} if boot_path else {}), **font_files(table)}
    return Assets(
        stylesheet=css_path,
        parts_stylesheet=parts_path,
        script=js_path,
        boot=boot_path,
        files={css_path: css, **others},
        parts_files={parts_path: parts, **others},
        csp=csp(scripts=[boot(table)] if inline_script else []),
        csp_in_pages=csp_in_pages,
    )
