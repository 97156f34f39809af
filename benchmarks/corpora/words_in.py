"""The words that readers are meant to get from a source file, read without any of our own doors.

Python's own parsers read the formats here (`json`, `html.parser`, `xml.etree`), so that a fault of our readers cannot hide itself. What
steers a program (identifiers, addresses of an interface, names of types) is no word for readers; the lists below say what is taken for that.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from a11y_content.parsing.importing.words import source_words, words
from a11y_content.parsing.source import read_source

_MARKUP: Final = re.compile(r"<[A-Za-z/!]")
_SILENT: Final = frozenset({"script", "style", "template"})
_SPOKEN: Final = frozenset({"alt", "title", "aria-label"})
_INLINE: Final = frozenset({"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "u"})

_NHS_MACHINE: Final = frozenset({
    "@context", "@type", "@id", "url", "identifier", "logo", "email", "license", "position", "genre", "keywords",
    "linkRelationship", "hasHealthAspect", "dateModified", "datePublished", "lastReviewed", "reviewDue", "articleStatus",
    "contentSubTypes", "webpage", "copyrightHolder", "author", "codingSystem", "codeValue", "target", "hasPart",
    "breadcrumb", "statusCode", "modules", "potentialAction", "provider", "subjectOf",
})  # fmt: skip
"""`hasPart` repeats `mainEntityOfPage`; the rest steers the interface or names the publisher."""
_NHS_KINDS: Final = frozenset({"WebPageElement", "Question"})
"""`name` of these is the name of a kind of block."""
_NHS_LABEL: Final = re.compile(r"(<td[^>]*>\s*)<span[^>]*>\s*([^<>]*?)\s*</span>")
"""The name of its column at the head of a cell, for narrow screens; wide ones, and `th`, say it once."""
_BLOCK_MACHINE: Final = frozenset({
    "id", "type", "heading_level", "heading_size", "image", "internal_page", "external_url", "url", "new_window", "page",
    "float", "width", "column", "columns", "feature_right", "cellalign",
})  # fmt: skip
_MEANING: Final = re.compile(r"^\*\[[^\]\n]+\]:.*$", re.MULTILINE)
_MANIFEST_MACHINE: Final = frozenset({
    "type", "variant", "layout", "font", "srcset", "choicesOrigin", "returnPath", "nonEmergencyCallout", "compact",
    "src", "href", "url", "target", "className",
})  # fmt: skip


class _Words(HTMLParser):
    """Collects the text of HTML, block by block, and the attributes that people hear."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag not in _INLINE:
            self.parts.append(" ")
        self.parts += [f" {value} " for name, value in attrs if name in _SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def of_html(text: str) -> Counter[str]:
    """Count the words of a piece of HTML, or of plain text."""
    if not _MARKUP.search(text) and "&" not in text:
        return Counter(words(text))
    parser = _Words()
    parser.feed(text)
    parser.close()
    return Counter(words("".join(parser.parts)))


def of_strings(tree: Any, machine: Iterable[str], within: str = "") -> Iterator[str]:
    """Go through the strings of a JSON tree that are for readers: all but those under the names in `machine`."""
    if isinstance(tree, dict):
        kind = tree.get("@type") in _NHS_KINDS
        relation = f"Link to {tree.get('linkRelationship')}"
        for name, value in tree.items():
            if name not in machine and not (kind and name == "name") and value != relation:
                yield from of_strings(value, machine, name)
    elif isinstance(tree, list):
        for one in tree:
            yield from of_strings(one, machine, within)
    elif isinstance(tree, str):
        yield tree


def _counted(strings: Iterable[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for one in strings:
        counted += of_html(one)
    return counted


def nhs_api(path: Path) -> Counter[str]:
    """Count the words of a response of the NHS website content API."""
    strings = of_strings(json.loads(path.read_text("utf-8")), _NHS_MACHINE)
    return _counted(_NHS_LABEL.sub(r"\1", one) for one in strings)


def wagtail(path: Path) -> Counter[str]:
    """Count the words of the pages in a Django fixture: the blocks of each `body`, and the titles of those pages."""
    rows = json.loads(path.read_text("utf-8"))
    bodies = {row["pk"]: row["fields"]["body"] for row in rows if "pk" in row and "body" in row.get("fields", {})}
    counted: Counter[str] = Counter()
    for row in rows:
        if row["model"] == "wagtailcore.page" and row["pk"] in bodies:
            counted.update(words(row["fields"]["title"]))
    for body in bodies.values():
        tree = json.loads(body) if body.lstrip().startswith("[") else body
        counted += _counted(of_strings(tree, _BLOCK_MACHINE))
    return counted


def manifest(path: Path) -> Counter[str]:
    """Count the words of a manifest tree: of its strings, and of the Markdown files that it takes in."""
    texts = [
        read_source(path.parent / one.removeprefix("!file="))[0].text if one.startswith("!file=") else one
        for one in of_strings(json.loads(path.read_text("utf-8")), _MANIFEST_MACHINE)
    ]
    meanings = {line for text in texts for line in _MEANING.findall(text)}  # files of one page say the same one again
    return sum((_markdown_words(_MEANING.sub("", one)) for one in texts), Counter[str]()) + sum(
        (_markdown_words(one.strip()) for one in meanings), Counter[str]()
    )


def markdown(path: Path) -> Counter[str]:
    """Count the words of a Markdown file, its marks left out."""
    return _markdown_words(read_source(path)[0].text)


def _markdown_words(text: str) -> Counter[str]:
    return sum((readings[0] for readings in source_words(text, markdown=True)), Counter[str]())


def text(path: Path) -> Counter[str]:
    """Count the words of plain text."""
    return sum((readings[0] for readings in source_words(read_source(path)[0].text, markdown=False)), Counter[str]())


def medquad(path: Path) -> Counter[str]:
    """Count the words of the focus, the questions and the answers of a MedQuAD file."""
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314  our own copy of the corpus
    counted: Counter[str] = Counter()
    for name in ("Focus", "Synonym", "Question", "Answer"):
        for one in root.iter(name):
            counted.update(words("".join(one.itertext())))
    return counted
