"""What redirects are written as: a page at each old address, and lines for hosts that redirect themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from a11y_content.model.site import Site
from a11y_content.rendering.assets import Assets
from a11y_content.rendering.moved import moved_page
from a11y_content.site.redirects import Moved, file_of


def redirect_pages(site: Site, moved: Iterable[Moved], assets: Assets) -> Iterator[tuple[str, bytes]]:
    """Give the page at each old address, by its path in the site."""
    policy = assets.csp if assets.csp_in_pages else ""
    for one in moved:
        if one.file:
            entry = one.entry
            lang, title = (entry.lang, entry.title) if entry is not None else ("", "")
            page = moved_page(
                site,
                one.file,
                one.url or one.path,
                tail=one.tail,
                lang=lang,
                title=title,
                stylesheet=assets.stylesheet,
                csp=policy,
            )
            yield one.file, page.encode("utf-8")


def redirect_lines(site: Site, moved: Iterable[Moved]) -> tuple[list[str], list[str]]:
    """Give the lines of `_redirects`, and those of `.htaccess` for mod_alias: permanent redirects (301)."""
    base = urlsplit(site.base_url).path.rstrip("/")
    plain, apache = [], []
    for one in moved:
        target = one.url or f"{base}/{quote(_shown(one.path))}{quote(one.tail, safe='#%')}"
        old = one.old.rstrip("/")
        olds = (f"{old}/", old) if file_of(one.old) != one.old and one.file else (old,)
        plain += [f"{quote(f'{base}/{name}')} {quote(target, safe=_URL)} 301" for name in olds]
        end = "/?$" if len(olds) > 1 else "$"
        pattern = re.escape(f"{base}/{old}")
        apache.append(f'RedirectMatch 301 "^{pattern}{end}" "{_apache(target)}"')
    return plain, apache


_URL = "/:?#[]@!$&'()*+,;=%~-._"
"""Characters that are left as they are in an address that is written already."""


def _shown(path: str) -> str:
    """Give the path as pages link to it from outside: an `index.html` is its folder."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def _apache(target: str) -> str:
    """Write an address so that neither a quotation mark nor `$1` means anything in it."""
    return quote(target, safe=_URL).replace("$", "%24")
