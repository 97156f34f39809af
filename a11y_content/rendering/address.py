"""Addresses: which may be written at all, and how one page of a site names another (always relative)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import quote

from a11y_content.model.site import Entry, Site
from a11y_content.problem import NOWHERE, ContentError, Spot, fault

ADDRESS_UNSAFE = fault(
    "address-unsafe",
    "An address cannot be written into a page",
    why="It could run a script, or lead to another server than it seems to.",
    mend="use http, https, mailto, tel, or a path inside the content folder",
    help_url="https://url.spec.whatwg.org/#concept-basic-url-parser",
)

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_DROPPED: Final = re.compile(r"[\t\n\r]")
"""Browsers drop these anywhere in an address before they read it (WHATWG URL, basic parser, step 3)."""
_ENDS: Final = "".join(map(chr, range(0x21)))
_WEB: Final = re.compile(r"https?://[^/\\?#]", re.IGNORECASE)
_ALLOWED: Final = frozenset({"http", "https", "mailto", "tel"})


def safe(href: str, where: Spot = NOWHERE) -> str:
    """Give `href` as a browser reads it; raises `ContentError` for what is not http(s), mailto, tel or relative."""
    text = _DROPPED.sub("", href.strip(_ENDS))
    scheme = _SCHEME.match(text)
    if scheme:
        name = scheme[1].lower()
        fine = name in _ALLOWED and (name not in {"http", "https"} or bool(_WEB.match(text)))
    else:
        # `//host`, `\\host` and `/\host` lead to another server, and a colon before the first slash reads as a scheme.
        fine = "\\" not in text and not text.startswith("//") and ":" not in re.split(r"[/?#]", text, maxsplit=1)[0]
    if not fine:
        raise ContentError([ADDRESS_UNSAFE.at(where, f"the address “{href}” cannot be written into a page")])
    return text


def has_scheme(href: str) -> bool:
    """Tell whether an address names its scheme (`https:`, `mailto:`)."""
    return bool(_SCHEME.match(href))


def relative(path: str, page: str) -> str:
    """Give the address of the site's file `path` as the page `page` writes it (both from the site's root).

    The path is percent-encoded (RFC 3986), since a `#`, `?` or `%` of a file's name would end or change it.
    """
    steps, base = path.split("/"), page.split("/")[:-1]
    common = 0
    for step, folder in zip(steps[:-1], base, strict=False):
        if step != folder:
            break
        common += 1
    return "../" * (len(base) - common) + quote("/".join(steps[common:]))


def public(site: Site, path: str) -> str:
    """Give the public address of the site's file `path`; an `index.html` is its folder. Empty without a `base_url`."""
    if not site.base_url:
        return ""
    folder = path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
    return f"{site.base_url.rstrip('/')}/{quote(folder)}"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a page stands: in which site, under which path, and which content file it comes from."""

    site: Site | None = None
    path: str = ""
    """Path of the page in the site, such as `conditions/neck-pain.html`; empty counts as the root."""
    source: str = ""
    """Path of the content file in the content folder; links count from its folder."""

    @cached_property
    def root(self) -> str:
        """What leads from the page to the site's root: empty, `../`, `../../` ..."""
        return "../" * self.path.count("/")

    @cached_property
    def entry(self) -> Entry | None:
        """The page's own entry."""
        return self.site.entries.get(self.source) if self.site and self.source else None

    def target(self, href: str, where: Spot = NOWHERE) -> tuple[str, Entry | None]:
        """Give the address to write for `href`, and the entry that it names if it is ours.

        Raises `ContentError` for an unsafe address.
        """
        text = safe(href, where)
        if not text or text.startswith("#") or has_scheme(text):
            return text, None
        path = text.partition("#")[0].partition("?")[0]
        tail = text[len(path) :]
        if self.site is not None:
            entry = self.site.find(text, self.source)
            if entry is not None:
                return relative(entry.path, self.path) + tail, entry
            file = self.site.find_file(text, self.source)
            if file:
                return relative(file, self.path) + tail, None
        # Not one of ours as far as we know (a single document has no site): the page beside the content file.
        return (path[:-3] + ".html" if path.endswith(".md") else path) + tail, None

    def asset(self, src: str, where: Spot = NOWHERE) -> str:
        """Give the address to write for a picture or a film; raises `ContentError` for an unsafe one."""
        text = safe(src, where)
        file = self.site.find_file(text, self.source) if self.site is not None else ""
        return relative(file, self.path) if file else text

    def copies(self, src: str) -> tuple[tuple[str, int], ...]:
        """Give address and width of a picture's smaller copies, from narrow to wide."""
        if self.site is None:
            return ()
        copies = self.site.copies.get(self.site.file_of(src, self.source), ())
        return tuple((relative(path, self.path), width) for path, width in copies)

    def size(self, src: str) -> tuple[int, int] | None:
        """Give the natural size of a picture in CSS pixels, or None where it is not known."""
        return self.site.sizes.get(self.site.file_of(src, self.source)) if self.site is not None else None
