"""Render: the only place that makes HTML. It takes typed documents, and trusts that the rules have passed them."""

from __future__ import annotations

from a11y_content.design.mode import Mode
from a11y_content.html import serialize
from a11y_content.model.document import Document
from a11y_content.model.site import Site
from a11y_content.problem import UsageError
from a11y_content.rendering.address import Place
from a11y_content.rendering.assets import Assets
from a11y_content.rendering.draw import Drawing
from a11y_content.rendering.page import Page, Parts, article, parts, render_page
from a11y_content.rules.abbreviations import terms_of

__all__ = ["Assets", "Page", "Parts", "fragment", "render", "render_parts"]

_HIGHEST, _LOWEST = 1, 5


def render(  # noqa: PLR0913  the contract of docs: one option, one argument
    document: Document,
    site: Site | None = None,
    *,
    mode: str | Mode = "",
    path: str = "",
    source: str = "",
    trace: bool = False,
    assets: Assets | None = None,
) -> Page:
    """Make one complete HTML5 document.

    `path` is the page's path in the site and `source` that of its content file in the content folder, both with `/`;
    left out, they are found in the site by the document's own place. `mode` is the id of a mode whose choices are set
    already (`text=200,contrast=high-dark`). With `trace` the page has a source map. `assets` are the site's files, to
    link to; without them the page holds its stylesheet and script itself. Raises `UsageError` for an unknown mode and
    `ContentError` for what cannot be written as HTML (an unsafe address, a seventh level of headings).
    """
    return render_page(document, _place(document, site, path, source), mode, assets, trace=trace)


def render_parts(  # noqa: PLR0913  as render
    document: Document,
    site: Site | None = None,
    *,
    mode: str | Mode = "",
    path: str = "",
    source: str = "",
    assets: Assets | None = None,
) -> Parts:
    """Give the parts of a page for a template of your own; arguments and errors as for `render`."""
    return parts(document, _place(document, site, path, source), mode, assets)


def fragment(  # noqa: PLR0913  as render
    document: Document,
    site: Site | None = None,
    *,
    base_level: int = 1,
    id_prefix: str = "",
    path: str = "",
    source: str = "",
) -> str:
    """Give the article alone, for a page of somebody else's.

    `base_level` (1 to 5) is the level of the document's own heading, `id_prefix` goes before every id so that several
    fragments can share a page. Raises `UsageError` for another level, `ContentError` as `render`.
    """
    if not _HIGHEST <= base_level <= _LOWEST:
        raise UsageError(f"base level {base_level} is not one of {_HIGHEST} to {_LOWEST}")
    place = _place(document, site, path, source)
    draw = Drawing(
        place,
        document.lang,
        glossary=terms_of(document, site),
        references=document.references,
        level=base_level + 1,
        id_prefix=id_prefix,
    )
    return serialize(article(document, draw))


def _place(document: Document, site: Site | None, path: str, source: str) -> Place:
    """Find out where a page stands: what the caller says, else the entry whose content file is the document's own."""
    if site is not None and not source and document.spot.file:
        file = document.spot.file.replace("\\", "/")
        found = [one for one in site.entries if file == one or file.endswith(f"/{one}")]
        source = max(found, key=len, default="")
    if site is not None and source and not path:
        entry = site.entries.get(source)
        path = entry.path if entry is not None else ""
    return Place(site=site, path=path, source=source)
