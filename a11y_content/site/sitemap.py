"""sitemap.xml, as sitemaps.org describes it, with the alternates of other languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lxml import etree

from a11y_content.model.site import Entry, Site
from a11y_content.rendering.address import public

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMES: dict[str | None, str] = {None: _SITEMAP, "xhtml": _XHTML}


def sitemap(site: Site, entries: Iterable[Entry]) -> bytes:
    """Write the sitemap of a site as UTF-8 XML; addresses start with `base_url`, which the protocol requires."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_NAMES)  # type: ignore[arg-type]  # lxml takes None, its types do not know
    known = sorted(entries, key=lambda one: one.path)
    paths = {entry.path for entry in known}
    for entry in known:
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = public(site, entry.path)
        if entry.modified:
            etree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = entry.modified
        for lang, address in _alternates(site, entry, paths):
            link = etree.SubElement(url, f"{{{_XHTML}}}link")
            link.set("rel", "alternate")
            link.set("hreflang", lang)
            link.set("href", address)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _alternates(site: Site, entry: Entry, paths: Collection[str]) -> list[tuple[str, str]]:
    """Give what the head of the page says too: all its languages, and `x-default` for readers of others."""
    there = [(lang, to) for lang, to in entry.translations if to in paths or to.startswith(("https://", "http://"))]
    both = [(lang, public(site, to) if to in paths else to) for lang, to in ((entry.lang, entry.path), *there)]
    first = next((to for lang, to in both if lang.lower() == site.lang.lower()), "")
    return [*both, *([("x-default", first)] if first else [])] if there else []
