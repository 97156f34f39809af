"""Doors: every way for a hostile text into a typed document. Those of formats that are not there yet are left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final

from a11y_content.model.document import Document
from a11y_content.parsing import FORMATS, parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing import IMPORTERS, Imported, import_source
from a11y_content.parsing.source import clean
from a11y_content.problem import Problem
from tests.security import fields

Made = tuple[list[Document], list[Problem]]
Door = Callable[[str], Made]
FRONT: Final = "---\nkind: page\ntitle: Words\nlang: en\nsummary: Words.\n---\n\n"


def _parsed(text: str, form: str, name: str) -> Made:
    document, problems = parse(text, format=form, name=name, lang="en")
    return ([document] if document is not None else []), problems


def _imported(text: str, name: str) -> Made:
    source, problems = clean(name, text)
    made: Imported = import_source(source, Path(name), lang="en")
    documents = [build_document(raw, lang="en")[0] for _, raw in made.documents]
    return [one for one in documents if one is not None], [*problems, *made.problems]


def _front(text: str, *, quoted: bool) -> Made:
    said = json.dumps(text, ensure_ascii=True) if quoted else text
    lines = [f"{name}: {said}" for name in ("title", "summary", "zzz")]
    made = "\n".join(
        ["---", "kind: page", "lang: en", *lines, f"glossary: [{{short: {said}, expansion: {said}}}]", "---"]
    )
    return _parsed(f"{made}\n\nWords.\n", "markdown", "front.md")


def _json(text: str) -> Iterator[str]:
    def fill(field: fields.Field) -> str | None:
        return text if field.want in fields.FREE and field.name not in fields.ADDRESS_FIELDS else None

    for document in fields.documents(fill):
        yield json.dumps(document, ensure_ascii=False)


def _json_door(text: str) -> Made:
    documents: list[Document] = []
    problems: list[Problem] = []
    for one in _json(text):
        made, more = _parsed(one, "json", "every.json")
        documents += made
        problems += more
    return documents, problems


def _json_page(text: str) -> Made:
    """Read a short page of JSON: for every vector, where a document with all fields is for a few."""
    words = {"kind": "paragraph", "inlines": [text, {"kind": "strong", "inlines": text}]}
    body = [words, {"kind": "section", "title": text, "blocks": [words]}]
    record = {"kind": "page", "title": f"Words {text}", "lang": "en", "summary": text, "body": body}
    return _parsed(json.dumps(record), "json", "a.json")


def _page(text: str) -> str:
    head = '<!DOCTYPE html><html lang="en"><head><title>Words</title></head><body><main><h1>Words</h1><p>Words.</p>'
    return f"{head}{text}<p>Words.</p></main></body></html>"


def _api(text: str) -> Made:
    """Read an answer of the NHS content API: schema.org names, HTML in the texts of named blocks."""
    blocks = [
        {"@type": "WebPageElement", "name": name, "headline": text, "text": f"<p>Words.</p>{text}", "description": text}
        for name in ("markdown", "Do", "Callout", "urgent", "table", "expander")
    ]
    page = {
        "@type": "MedicalWebPage",
        "name": text,
        "description": text,
        "url": text,
        "about": {"name": text, "alternateName": text},
        "author": {"name": text, "url": text},
        "relatedLink": [{"@type": "LinkRole", "url": text, "name": text, "linkRelationship": text}],
        "mainEntityOfPage": [{"@type": "WebPageElement", "headline": "Words", "hasPart": blocks}],
    }
    return _imported(json.dumps(page), "a.json")


def _manifest(text: str) -> Made:
    """Read a tree of components."""
    props = {"title": text, "text": text, "markdown": text, "src": text, "alt": text, "caption": text, "variant": text}
    parts = [
        {"type": name, "props": props, "component": name} for name in ("text", "callout", "reveal", "image", "tab")
    ]
    return _imported(json.dumps({"title": text, "description": text, "content": {"main": parts}}), "manifest.json")


def _xml(text: str) -> Made:
    """Read questions and answers in XML."""
    said = escape(text, quote=True)
    pair = f"<QAPair pid='1'><Question qid='{said}' qtype='{said}'>{said}</Question><Answer>{said}</Answer></QAPair>"
    made = f"<Document id='1' source='{said}' url='{said}'><Focus>{said}</Focus><QAPairs>{pair}</QAPairs></Document>"
    return _imported(made, "a.xml")


def _stream(text: str) -> Made:
    """Read a StreamField: blocks of type, value and id."""
    value = {"heading": text, "title": text, "body": f"<p>{text}</p>", "text": text, "url": text, "html": text}
    names = ("heading", "paragraph", "rich_text", "image", "quote", "raw_html", "care_card", "do_list", "unknown")
    flat = [{"type": name, "value": text, "id": text} for name in names]
    deep = [{"type": name, "value": value, "id": "1"} for name in names]
    return _imported(json.dumps({"title": text, "body": [*flat, *deep]}), "a.json")


def doors() -> Mapping[str, Door]:
    """Give every door by name."""
    made: dict[str, Door] = {
        "markdown": lambda text: _parsed(f"{FRONT}{text}\n", "markdown", "a.md"),
        "markdown in a list": lambda text: _parsed(f"{FRONT}- {text}\n- words\n", "markdown", "a.md"),
        "foreign markdown": lambda text: _imported(f"# Words\n\n{text}\n", "a.md"),
        "front matter": lambda text: _front(text, quoted=True),
        "front matter, bare": lambda text: _front(text, quoted=False),
        "text": lambda text: _parsed(f"Words\n\n{text}\n", "text", "a.txt"),
        "imported text": lambda text: _imported(f"Words\n\n{text}\n", "a.txt"),
    }
    if "json" in FORMATS:
        made["json"] = _json_door
        made["short json"] = _json_page
    if "html" in FORMATS:
        made["html"] = lambda text: _parsed(_page(text), "html", "a.html")
        made["html in an attribute"] = lambda text: _parsed(
            _page(f'<p title="{text}" lang="{text}">words</p>'), "html", "a.html"
        )
        made["imported html"] = lambda text: _imported(_page(text), "a.html")
    return made | {f"importer {name}": door for name, door in _IMPORTED.items() if name in IMPORTERS}


_IMPORTED: Final[dict[str, Door]] = {"nhs-api": _api, "manifest": _manifest, "medquad": _xml, "streamfield": _stream}
