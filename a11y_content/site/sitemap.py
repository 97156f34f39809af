"""sitemap.xml, as sitemaps.org describes it, with the alternates of other languages."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from a11y_content.model.site import Entry, Site
from a11y_content.rendering.address import public

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMES: dict[str | None, str] = {None: _SITEMAP, "xhtml": _XHTML}


def sitemap(site: Site, entries: Iterable[Entry]) -> bytes:
    """Write the sitemap of a site as UTF-8 XML; addresses start with `base_url`, which the protocol requires."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_NAMES)  # type: ignore[arg-type]  # lxml takes None, its types do not know
    for entry in sorted(entries, key=lambda one: one.path):
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = public(site, entry.path)
        if entry.modified:
            etree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = entry.modified
        for lang, path in ((entry.lang, entry.path), *entry.translations) if entry.translations else ():
            link = etree.SubElement(url, f"{{{_XHTML}}}link")
            link.set("rel", "alternate")
            link.set("hreflang", lang)
            link.set("href", public(site, path))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
