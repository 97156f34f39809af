"""Sitemaps and sitemap indexes (sitemaps.org, protocol 0.9), also compressed; XML without DTD and without entities."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from lxml import etree

from a11y_content.auditing.targets.addresses import fault_of
from a11y_content.problem import UsageError, one_line

LARGEST: Final = 52_428_800
"""Bytes: the protocol's limit for a sitemap, uncompressed."""
MOST: Final = 100_000
"""Addresses of one audit: twice what the protocol allows for a sitemap."""
MOST_MAPS: Final = 1_000
_GZIP: Final = b"\x1f\x8b"
_WITH_HEADER: Final = 31
"""zlib's word for a gzip header and the widest window."""
_SHOWN: Final = 3


def is_sitemap(path: str) -> bool:
    """Tell by its ending whether a path is one of a sitemap."""
    return path.lower().endswith((".xml", ".xml.gz"))


def read_sitemap(name: str, data: bytes, get: Callable[[str], bytes]) -> tuple[str, ...]:
    """Give the addresses of a sitemap, or of all sitemaps that an index names; `get` fetches one of these.

    Raises `UsageError` for what is no sitemap, names no address, or names what is no whole address; and what `get`
    raises.
    """
    kind, found = _locations(name, data)
    if kind == "sitemapindex":
        if len(found) > MOST_MAPS:
            raise UsageError(f"{name}: the index names more than {MOST_MAPS:,} sitemaps")
        addresses: list[str] = []
        for address in found:
            inner, locations = _locations(address, get(address))
            if inner == "sitemapindex":
                raise UsageError(f"{address}: an index inside of an index, which the protocol does not know")
            addresses += locations
            _bound(name, addresses)
        found = addresses
    if not found:
        raise UsageError(f"{name}: the sitemap names no address")
    _bound(name, found)
    return tuple(dict.fromkeys(found))


def _bound(name: str, addresses: list[str]) -> None:
    if len(addresses) > MOST:
        raise UsageError(f"{name}: more than {MOST:,} addresses; audit a part of them, by a smaller sitemap")


def _locations(name: str, data: bytes) -> tuple[str, list[str]]:
    """Give the kind of a sitemap, and the addresses in it."""
    text = _unpacked(name, data)
    root = _parsed(name, text)
    kind = etree.QName(root).localname
    if kind not in {"urlset", "sitemapindex"}:
        raise UsageError(f"{name}: not a sitemap but <{one_line(kind)}>; a sitemap is a <urlset> or a <sitemapindex>")
    found, wrong = [], []
    for line, word in _words(root):
        fault = fault_of(word)
        if fault:
            wrong.append(f"line {line}: {fault}")
        else:
            found.append(word)
    if wrong:
        more = f" (and {len(wrong) - _SHOWN} more)" if len(wrong) > _SHOWN else ""
        raise UsageError(f"{name}: {'; '.join(wrong[:_SHOWN])}{more}")
    return kind, found


def _words(root: etree._Element) -> Iterator[tuple[int, str]]:
    for entry in root.iterchildren(tag=etree.Element):
        for child in entry.iterchildren(tag=etree.Element):
            if etree.QName(child).localname == "loc" and etree.QName(child).namespace == etree.QName(root).namespace:
                line: Any = child.sourceline
                yield int(line or 0), (child.text or "").strip()


def _parsed(name: str, text: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UsageError(f"{name}: not a sitemap: {one_line(str(error))}") from error
    info: Any = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise UsageError(f"{name}: has a document type declaration, which no sitemap needs; it is not read")
    return root


def _unpacked(name: str, data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return data
    unpacking = zlib.decompressobj(_WITH_HEADER)
    try:
        text = unpacking.decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise UsageError(f"{name}: damaged: {error}") from error
    if len(text) > LARGEST:
        raise UsageError(f"{name}: more than {LARGEST:,} bytes uncompressed")
    if not unpacking.eof:
        raise UsageError(f"{name}: damaged: it ends too soon")
    return text
