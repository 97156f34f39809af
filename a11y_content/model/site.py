"""A site: what `site.toml` says, and an entry for every document in it."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from a11y_content.model.document import LinkItem, Part, Term
from a11y_content.problem import NOWHERE, Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContact(Part):
    """How to reach the owner of the site; shown in the footer."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber(Part):
    """A number for emergencies; none is built in, since they differ by country."""

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What other pages may know of a document: enough to link, list and tease it."""

    source: str
    """Path of the content file inside the content folder, with `/`."""
    path: str
    """Path of the page inside the site, such as `conditions/neck-pain.html`."""
    kind: str
    title: str
    lang: str
    summary: str = ""
    also_called: tuple[str, ...] = ()
    person: str = ""
    quote: str = ""
    modified: str = ""
    """Date of last review or publication, ISO 8601, for the sitemap."""
    lists: str = ""
    """For an index: the kind of document that it lists."""
    translations: tuple[tuple[str, str], ...] = ()
    """(language, path of the page or address) of the same document in other languages."""
    sort_as: str = ""
    """What lists order it by, where that is not its title."""
    parts: tuple[tuple[str, str], ...] = ()
    """For the first page of a guide: (path of the page, title that the author gave or nothing) of the others."""
    guide: str = ""
    """For a part of a guide: the path of the guide's first page."""
    refused: bool = False
    """True where its document has errors: its page is not made, so nothing lists it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainLanguage(Part):
    """Above which reading grade a page is named in `check` (docs/plain-language.md)."""

    grade: int = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Part):
    """What an author says of a site in `site.toml`, and again for each further language under `languages`."""

    title: str
    lang: str = "en"
    base_url: str = ""
    tagline: str = ""
    nav: tuple[LinkItem, ...] = ()
    """Links of the header; `href` is a path to a content file, or an address."""
    footer: tuple[LinkItem, ...] = ()
    contact: SiteContact | None = None
    emergency: tuple[EmergencyNumber, ...] = ()
    glossary: tuple[Term, ...] = ()
    well_known: tuple[str, ...] = ()
    """Abbreviations that this site's readers know: no page has to explain them."""
    plain_language: PlainLanguage = field(default_factory=PlainLanguage)
    preferences: tuple[str, ...] = ()
    """Names of the preferences that the menu offers; empty means all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect(Part):
    """An address that pages had before, and what is there now (`from` and `to` in `[[redirects]]` of site.toml)."""

    old: str
    new: str
    to: Spot = field(default=NOWHERE, repr=False, compare=False)
    """Where its new address stands; `spot` is the place of the old one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandColour(Part):
    """A colour of a site's own, such as `#0b6e4f` for the role `accent`."""

    role: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandPalette(Part):
    """Colours of a site's own for one theme. A theme that the package has not needs `scheme` and `contrast` too."""

    theme: str
    colours: tuple[BrandColour, ...] = ()
    scheme: str = ""
    """`light` or `dark`."""
    contrast: str = ""
    """`normal` or `high`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand(Part):
    """A site's own look. `design/brand.py` holds its colours to the same pairs as those of the package."""

    font: tuple[str, ...] = ()
    """Font families that readers may have installed; nothing is downloaded."""
    palettes: tuple[BrandPalette, ...] = ()
    """Of two for one theme, the later one wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Settings):
    """A site's settings, and its documents by source path."""

    brand: Brand = field(default_factory=Brand)
    redirects: tuple[Redirect, ...] = ()

    languages: Mapping[str, Site] = field(default_factory=lambda: MappingProxyType({}))
    """Title, tagline, nav and footer in the site's other languages, by language."""
    file: str = "site.toml"
    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Every other file of the content folder (pictures, leaflets) by its path there, with its path in the site."""
    unread: tuple[str, ...] = ()
    """Paths of the content files that are documents and could not be made into one."""

    def spoken(self, lang: str) -> Site:
        """Give the site's words (title, tagline, nav, footer) in a language: of `es-MX`, of `es`, or its own."""
        tag = lang
        while tag:
            if tag in self.languages:
                return self.languages[tag]
            tag = tag.rpartition("-")[0]
        return self

    sizes: Mapping[str, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    """Width and height in CSS pixels of the pictures among the files, by their path in the content folder."""
    copies: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=lambda: MappingProxyType({}))
    """(path in the site, width) of the smaller copies of pictures, by the picture's path in the content folder."""
    refused: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Why a file of the content folder is not published, by its path there."""

    def find_file(self, href: str, base: str = "") -> str:
        """Give the path in the site of the file that `href` in the content file `base` names, or an empty string."""
        return self.files.get(self.file_of(href, base), "")

    def file_of(self, href: str, base: str = "") -> str:
        """Give the path in the content folder of the file that `href` names, or an empty string."""
        return next((where for where in _named(href, base) if where in self.files), "")

    def why_refused(self, href: str, base: str = "") -> str:
        """Say why the file that `href` names is not published, or give an empty string."""
        return next((self.refused[where] for where in _named(href, base) if where in self.refused), "")

    def find(self, href: str, base: str = "") -> Entry | None:
        """Find the entry that `href` in the content file `base` names, or None.

        `href` may be relative to the file that it stands in, or to the content folder; the suffix may be left out or be
        that of the page (`.html`), and a folder names its `index`.
        """
        return next((self.entries[name] for name in _sources(href, base) if name in self.entries), None)

    def find_unread(self, href: str, base: str = "") -> str:
        """Give the path of the document that `href` names and that could not be made, or an empty string."""
        return next((name for name in _sources(href, base) if name in self.unread), "") if self.unread else ""


DOCUMENT_SUFFIXES: Final = (".md", ".markdown", ".txt", ".json", ".html", ".htm", ".xhtml")
"""Of files that are documents; a test holds them to the doors (`FORMATS` of `parsing`)."""
_ENDS: Final = (*DOCUMENT_SUFFIXES, *(f"/index{suffix}" for suffix in DOCUMENT_SUFFIXES))


def _sources(href: str, base: str) -> Iterator[str]:
    """Go through the content files that `href` may name."""
    for where in _named(href, base):
        stem = where.removesuffix(".html")
        for name in (where, *(stem + end for end in _ENDS)):
            yield name.removeprefix("./")


def _named(href: str, base: str) -> Iterator[str]:
    """Go through the paths that `href` may name: from the file's own folder first, then from the content folder.

    An address writes a space as `%20` (RFC 3986), and authors write it as a space too, so both are tried;
    and so are both ways to write `é`, of which file systems choose one and keyboards the other.
    """
    path = href.partition("#")[0].partition("?")[0]
    if not path or ":" in path:
        return
    plain = unquote(path)
    forms = () if plain.isascii() else (unicodedata.normalize("NFC", plain), unicodedata.normalize("NFD", plain))
    for one in dict.fromkeys((path, plain, *forms)):
        for folder in ("",) if one.startswith("/") else (posixpath.dirname(base), ""):
            yield posixpath.normpath(posixpath.join(folder, one.lstrip("/")))
