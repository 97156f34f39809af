"""A whole HTML document: front matter, what its head says, its title, and the text below them."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.document import DOCUMENTS
from a11y_content.model.raw import Raw
from a11y_content.parsing.html import reading as _reading  # noqa: F401  it loads what reads which element
from a11y_content.parsing.html.cleaning import clean
from a11y_content.parsing.html.context import Reading, parts_of
from a11y_content.parsing.html.faults import HTML_HEAD
from a11y_content.parsing.html.flow import Reader
from a11y_content.parsing.html.mending import mend
from a11y_content.parsing.html.own import own_article, read_own
from a11y_content.parsing.html.tree import Node, read_tree
from a11y_content.parsing.html.vocabulary import elements, find, is_hidden, lang_of
from a11y_content.parsing.limits import FATAL
from a11y_content.parsing.plan import Want, plan
from a11y_content.parsing.source import Source
from a11y_content.parsing.yaml_front import YAML_DUPLICATE, YAML_SYNTAX, read_yaml, split_front
from a11y_content.problem import Problem, Spot

_WHOLE: Final = re.compile(r"<(?:!doctype|html|head|body|title|meta)\b", re.IGNORECASE)
_SAID: Final = frozenset({Want.TEXT, Want.DATE, Want.CHOICE})
BODIES: Final = ("body", "intro", "lede", "sections")


def document_tree(source: Source) -> tuple[Node, list[Problem]]:
    """Parse a document without its front matter; places are those of the file. Errors as `read_tree` gives them."""
    end, start, _ = split_front(source)
    start = start if end else 0
    text = source.text[start:]
    return read_tree(text, lambda offset: source.at(start + offset), fragment=_WHOLE.search(text) is None)


def html_to_raw(
    source: Source, kind: str = "", tree: tuple[Node, list[Problem]] | None = None
) -> tuple[Raw, list[Problem]]:
    """Read an HTML document, whole or a part of one, into the located tree: the door.

    Fields come from the front matter (YAML between lines of `---` before the HTML); where it does not say, language,
    title and summary come from the HTML. `kind` is the kind of document where the front matter does not say, `tree`
    what `document_tree` gave where the caller has it already; it is changed.
    """
    front, problems = _front(source)
    root, more = tree or document_tree(source)
    problems += more
    if any(one.code in FATAL for one in problems):
        return front, problems
    fields = dict(front.value) if isinstance(front.value, dict) else {}
    reading = Reading(lang=_language(root, fields))
    article = own_article(root)
    if article is not None:
        made = read_own(root, article, reading)
    else:
        made = _foreign(root, fields, reading, front.kind or kind or "page")
    problems += reading.problems
    raw = _document(made, fields, front, problems)
    return raw, sorted(dict.fromkeys(problems), key=lambda one: one.where)


def _front(source: Source) -> tuple[Raw, list[Problem]]:
    """Read the fields of the front matter."""
    start = Spot(source.name, 1, 1)
    front = Raw({}, start)
    end, _, problems = split_front(source)
    if end:
        made, more = read_yaml(source.text[:end], source.name)
        problems += more
        if made is not None and isinstance(made.value, dict):
            front = made
        elif made is not None and made.value is not None:
            problems.append(YAML_SYNTAX.at(made.spot, "the front matter must be lines of `name: value`"))
    front.spot = start
    return front, problems


def _language(root: Node, fields: dict[str, Raw]) -> str:
    """Give the document's language: of the front matter, of `html` or `body`, or of the one element around all."""
    said = fields["lang"].value if "lang" in fields else None
    if isinstance(said, str) and said:
        return said
    html = next((one for one in root.children if one.name == "html"), None)
    around = elements(html if html is not None else root)
    outer = html if html is not None else (around[0] if len(around) == 1 else None)
    if html is not None and not lang_of(html):  # Word and Outlook say it of the body
        outer = next((one for one in around if one.name == "body"), None)
    if outer is not None and lang_of(outer):
        fields["lang"] = Raw(lang_of(outer), outer.spot)
        return lang_of(outer)
    return ""


def _foreign(root: Node, fields: dict[str, Raw], reading: Reading, kind: str) -> dict[str, Raw]:
    """Read a document of any origin: its head, its first heading, its blocks."""
    made: dict[str, Raw] = {}
    titles = _head(root, kind, made)
    reading.problems += clean(root)
    reading.problems += mend(root)
    cls = DOCUMENTS.get(kind) or DOCUMENTS["page"]
    titled = cls.titled
    given = " ".join(str(fields[titled].value).split()) if titled in fields else ""
    _title(root, made, titled, given)
    shown = given or (str(made[titled].value) if titled in made else "")
    if titles and not shown:
        shown = titles[0].words()
        made[titled] = Raw(shown, titles[0].spot)
    for one in titles:
        if one.words().casefold() != shown.casefold():
            for part in parts_of(one.words()):
                reading.tell(HTML_HEAD, one.spot, f"the title of the window is “{part}”")
    blocks = Reader(reading, root).blocks(root.children, level=1)
    first = blocks[0].spot if blocks else root.spot
    if "sections" in plan(cls).fields:
        count = next((i for i, one in enumerate(blocks) if one.kind == "section"), len(blocks))
        if blocks[:count]:
            made["lede"] = Raw(blocks[:count], first)
        made["sections"] = Raw(blocks[count:], blocks[count].spot if blocks[count:] else first)
    else:
        made["body" if "body" in plan(cls).fields else "intro"] = Raw(blocks, first)
    terms = [
        Raw({"short": Raw(short, spot), "expansion": Raw(words, spot)}, spot)
        for short, (words, spot) in reading.terms.items()
    ]
    if terms:
        made["glossary"] = Raw(terms, terms[0].spot)
    return made


def _head(root: Node, kind: str, made: dict[str, Raw]) -> list[Node]:
    """Take fields from the `meta` elements; give the `title` elements, of which a browser shows the first."""
    known = plan(DOCUMENTS.get(kind) or DOCUMENTS["page"]).fields
    titles: list[Node] = []
    stack = [root]
    while stack:
        one = stack.pop()
        if one.name == "title" and one.words():
            titles.append(one)
        elif one.name == "meta" and one.get("content"):
            name = one.get("name").lower().replace("-", "_")
            field = known.get({"description": "summary"}.get(name, name))
            if field is not None and field.want in _SAID and field.name not in {"title", "name", "lang"}:
                made.setdefault(field.name, Raw(" ".join(one.get("content").split()), one.spot))
        elif one.name not in {"svg", "math", "template"}:
            stack.extend(reversed(one.children))
    return titles


def _title(root: Node, made: dict[str, Raw], titled: str, given: str) -> None:
    """Take the first main heading out of the tree where it is the title, or can be."""
    stack = [(one, root) for one in reversed(root.children)]
    while stack:
        one, parent = stack.pop()
        if one.name == "h1" and one.words() and not is_hidden(one):
            words = one.words()
            if not given or words.casefold() == given.casefold():
                parent.children = [child for child in parent.children if child is not one]
                picture = find(one, "img", "picture")
                if picture is not None:
                    parent.children.insert(0, picture)
                if not given:
                    made[titled] = Raw(words, one.spot)
            return
        if not is_hidden(one):
            stack.extend((child, one) for child in reversed(one.children))


def _document(made: dict[str, Raw], fields: dict[str, Raw], front: Raw, problems: list[Problem]) -> Raw:
    """Put the fields of the front matter over those of the HTML; lists of both are joined."""
    for name, raw in made.items():
        given = fields.get(name)
        if given is None or given.value is None:
            fields[name] = raw
        elif name in {"glossary", "references"} and isinstance(given.value, list) and isinstance(raw.value, list):
            fields[name] = Raw([*given.value, *raw.value], given.spot)
        elif name in BODIES and raw.value:
            said = f"`{name}` is given in the front matter and as the text below it"
            problems.append(YAML_DUPLICATE.at(given.spot, said))
    return Raw(fields, front.spot, front.keys)
