"""Rules over `site.toml`: what its types cannot say. Its links and numbers stand on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from a11y_content.model.site import Entry, Settings, Site
from a11y_content.parsing import read
from a11y_content.parsing.source import CHARACTER
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.abbreviations import ABBR_MISMATCH, GLOSSARY_TWICE
from a11y_content.rules.addresses import PHONE_DIGITS, dialable, plain, refuse, scheme
from a11y_content.rules.initials import stands_for
from a11y_content.rules.targets import missing_document
from a11y_content.site.folders import leads_out
from a11y_content.site.toml_places import Path as KeyPath
from a11y_content.site.toml_places import nearest, places
from a11y_content.text import other_language
from a11y_content.text.collation import knows

BASE_URL_INVALID = fault(
    "base-url-invalid",
    "The public address of the site cannot be one",
    why="sitemap.xml, canonical addresses and structured data begin with it, and would lead nowhere.",
    mend="write the address of the home page's folder: `https://example.org` or `https://example.org/health`",
)
SITE_TITLE = fault(
    "site-title",
    "The site has no title",
    why="Every page names its site, and screen-reader users hear that name first.",
    mend='write `title = "Example Clinic"`',
    criterion="2.4.2",
)
INTERFACE_LANGUAGE = fault(
    "interface-language",
    "The words of the interface are not translated into a language of the site",
    why="The menu, the dates of reviews and the words around the content are then in English on pages in that "
    "language; they say so to screen readers.",
    mend="expect English there, or add a catalogue `a11y_content/text/locales/LANG.po`",
    level=Level.WARNING,
    criterion="3.1.2",
)
COLLATION_PLAIN = fault(
    "collation-plain",
    "Lists in a language are sorted by the numbers of its characters",
    why="Readers do not find a name where their dictionaries have it, and lists by letter have no letters.",
    mend="install ICU: `pip install 'a11y-content[collation]'`",
    level=Level.REVIEW,
)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_NO_URL: Final = re.compile(r"[\s\"<>\\^`{|}]")
"""What no address holds (RFC 3986); some browsers read a backslash as a slash."""
_SHARED: Final = ("nav", "footer", "contact", "emergency", "glossary")


class _Places:
    """Where the keys of a `site.toml` stand."""

    def __init__(self, file: str) -> None:
        path = Path(file)
        text, _ = ("", []) if leads_out(path.parent, path.name) else read(path)
        self._found = places(text, file)

    def __call__(self, *path: str | int) -> Spot:
        return nearest(self._found, path)


def check_settings(site: Site) -> list[Problem]:
    """Give what is wrong with the settings of a site that knows its documents; reads the places from its file."""
    at = _Places(site.file)
    found = [*_address(site, at), *_control(site, at)]
    for prefix, words in ((), site), *((("languages", tag), one) for tag, one in site.languages.items()):
        found += _words(words, site, prefix, at)
    return list(dict.fromkeys(found))


def _words(words: Settings, site: Site, prefix: KeyPath, at: _Places) -> Iterator[Problem]:
    """Judge what each language of a site says; what it took over from the main one is judged there."""
    if not words.title.strip():
        yield SITE_TITLE.at(at(*prefix, "title"), "the title is empty")
    if words.lang and other_language(words.lang):
        said = f"there is no catalogue of interface strings in `{words.lang}`; its pages have them in English"
        yield INTERFACE_LANGUAGE.at(at(*(prefix or ("lang",))), said)
    if words.lang and not knows(words.lang) and any(_sorted(entry, words.lang) for entry in site.entries.values()):
        said = f"names in `{words.lang}` are sorted by the numbers of their characters, since PyICU is not installed"
        yield COLLATION_PLAIN.at(at(*(prefix or ("lang",))), said)
    own = {name for name in _SHARED if not prefix or getattr(words, name) is not getattr(site, name)}
    for name in ("nav", "footer"):
        for index, link in enumerate(getattr(words, name) if name in own else ()):
            yield from _link(link.href, site, at(*prefix, name, index, "href"))
    if words.contact is not None and words.contact.phone and "contact" in own and not dialable(words.contact.phone):
        yield PHONE_DIGITS.at(at(*prefix, "contact", "phone"), f"“{words.contact.phone}” cannot be dialled")
    for index, one in enumerate(words.emergency if "emergency" in own else ()):
        if not dialable(one.number):
            yield PHONE_DIGITS.at(at(*prefix, "emergency", index, "number"), f"“{one.number}” cannot be dialled")
    if "glossary" in own:
        yield from _glossary(words, prefix, at)


def _glossary(words: Settings, prefix: KeyPath, at: _Places) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, term in enumerate(words.glossary):
        if term.short in seen:
            yield GLOSSARY_TWICE.at(at(*prefix, "glossary", index, "short"), f"“{term.short}” is explained twice")
        elif term.short.isupper() and not stands_for(term.short, term.expansion):
            said = f"“{term.expansion}” does not give the letters {term.short}"
            yield ABBR_MISMATCH.at(at(*prefix, "glossary", index, "expansion"), said)
        seen.add(term.short)


def _sorted(entry: Entry, lang: str) -> bool:
    return entry.lang == lang and entry.kind == "condition"


def _link(href: str, site: Site, spot: Spot) -> Iterator[Problem]:
    """Judge a link of the header or footer: as in a document, but always from the content folder."""
    text = plain(href)
    refused = refuse(href, spot)
    if refused is not None:
        yield refused
    elif text and not scheme(text) and not text.startswith(("#", "?")) and not site.find_file(text):
        unknown = missing_document(site, href, spot)
        if unknown is not None:
            yield unknown


def _address(site: Site, at: _Places) -> Iterator[Problem]:
    if not site.base_url:
        return
    try:
        parts = urlsplit(site.base_url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = None, None
    spot = at("base_url")
    web = parts is not None and parts.scheme in {"http", "https"} and "@" not in parts.netloc
    if parts is None or not host or not web or not site.base_url.isprintable() or _NO_URL.search(site.base_url):
        yield BASE_URL_INVALID.at(spot, f"“{site.base_url}” is not the http or https address of a folder")
    elif parts.query or parts.fragment or "?" in site.base_url or "#" in site.base_url:
        yield BASE_URL_INVALID.at(spot, f"“{site.base_url}” has a `?` or `#`; paths of pages are put behind it")


def _control(site: Site, at: _Places) -> Iterator[Problem]:
    """Tell of control characters that an escape of TOML brought in; the file itself was searched before."""
    for name in ("title", "tagline"):
        if _CONTROL.search(getattr(site, name)):
            yield CHARACTER.at(at(name), f"`{name}` holds a control character")
