"""Our own pages read back: what our renderer made of a document is that document again, as far as a page shows it.

What no page shows (consent to a story, the ids of references, a film without sound) comes from the front matter only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from a11y_content.model.document import DOCUMENTS
from a11y_content.model.raw import Raw
from a11y_content.parsing.html import own_blocks, own_media, own_things  # noqa: F401  they register
from a11y_content.parsing.html.context import Reading
from a11y_content.parsing.html.flow import OWN, Reader
from a11y_content.parsing.html.own_data import linked_data
from a11y_content.parsing.html.own_ending import read_review, read_terms
from a11y_content.parsing.html.own_things import link_fields, listed
from a11y_content.parsing.html.own_words import head_and_rest, is_said, parts, text_of, unsay
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import HEADINGS, classes, find, has_class
from a11y_content.problem import Spot

_FRAME: Final = frozenset({"a11y-skip", "a11y-header", "a11y-breadcrumb", "a11y-footer", "a11y-menu"})
_KIND: Final = "a11y-article--"
Fields = dict[str, Raw]


def own_article(root: Node) -> Node | None:
    """Find the article of a page or fragment of ours; None where anything but our frame stands around it."""
    found: list[Node] = []
    stack = list(root.children)
    while stack:
        one = stack.pop()
        if one.name in {"head", "script", "style", "#comment"}:
            continue
        if not one.name and one.text.strip():
            return None
        if one.name == "article" and has_class(one, "a11y-article") and kind_of(one):
            found.append(one)
        elif not any(cls in _FRAME for cls in classes(one)):
            if one.name not in {"", "html", "body", "main", "div"}:
                return None
            stack.extend(one.children)
    return found[0] if len(found) == 1 else None


def kind_of(article: Node) -> str:
    """Give the kind of document that an article says it is; empty where it says none."""
    return next((cls.removeprefix(_KIND) for cls in classes(article) if cls.removeprefix(_KIND) in DOCUMENTS), "")


def read_own(root: Node, article: Node, reading: Reading) -> Fields:
    """Read an article of ours into the fields of its document, with what the page around it says."""
    reading.exact = not any(not one.name and "\n" in one.text and not one.text.strip() for one in article.walk())
    reader = Reader(reading, article)
    kind = kind_of(article)
    fields: Fields = {"kind": Raw(kind, article.spot)}
    rest = parts(article)
    _title(rest, fields, DOCUMENTS[kind].titled)
    _ending(reader, rest, fields, kind)
    reading.known = _shorts(fields)
    _KINDS[kind](reader, rest, fields, article.spot)
    if kind != "condition":
        fields.pop("parts", None)
    if reading.references:
        fields["references"] = Raw(reading.references, reading.references[0].spot)
    _around(root, article, fields)
    for name, raw in linked_data(root, fields).items():
        fields[name] = raw
    return fields


def _shorts(fields: Fields) -> frozenset[str]:
    """Give the short forms of the page's own words."""
    terms = fields["glossary"].value if "glossary" in fields else None
    found = (
        [one.value["short"].value for one in terms if isinstance(one.value, dict)] if isinstance(terms, list) else []
    )
    return frozenset(str(one) for one in found)


def _title(rest: list[Node], fields: Fields, titled: str) -> None:
    """Take the document's heading, and the subtitle in a group with it."""
    first = rest[0] if rest else None
    if first is None:
        return
    group = parts(first) if first.name == "hgroup" else [first]
    if group and group[0].name in HEADINGS:
        words = [part for part in group[0].children if not part.name]  # the topic of a guide comes from the guide
        fields[titled] = Raw("".join(part.text for part in words), group[0].spot)
        rest.pop(0)
        for line in group[1:]:
            fields["subtitle"] = Raw(text_of(line), line.spot)


def _ending(reader: Reader, rest: list[Node], fields: Fields, kind: str) -> None:
    """Take what stands at the end of every page: dates of review, words, references, related pages."""
    if rest and has_class(rest[-1], "a11y-review") and (review := read_review(rest[-1])):
        fields["review"] = Raw(review, rest.pop().spot)
    if rest and has_class(rest[-1], "a11y-glossary") and _headed(rest[-1], "Words on this page"):
        terms = read_terms(rest[-1])
        if terms:
            fields["glossary"] = Raw(terms, rest.pop().spot)
    if rest and has_class(rest[-1], "a11y-references") and _headed(rest[-1], "References"):
        made = OWN["a11y-references"](reader, rest[-1])
        if made and isinstance(made[0].value, dict) and "links" not in made[0].value:
            rest.pop()
        else:
            reader.reading.references.clear()
    if kind != "index" and (links := _links(rest, "Related pages")) is not None:
        fields["related"] = links


def _headed(one: Node, msgid: str) -> bool:
    head, _ = head_and_rest(one)
    return head is not None and is_said(head.words(), msgid)


def _links(rest: list[Node], msgid: str, cls: str = "a11y-related") -> Raw | None:
    """Take a list of links with a heading of ours off the end."""
    if not rest or not has_class(rest[-1], cls) or not _headed(rest[-1], msgid) or "lang" in rest[-1].attributes:
        return None
    _, inside = head_and_rest(rest[-1])
    links = listed(inside[0]) if len(inside) == 1 else None
    return Raw(links, rest.pop().spot) if links else None


# ---------------------------------------------------------------------------------------------------- kinds
def _condition(reader: Reader, rest: list[Node], fields: Fields, spot: Spot) -> None:
    if rest and has_class(rest[0], "a11y-also-called"):
        said = unsay(text_of(rest[0]), "Also called: {names}")
        if said is not None:
            names = [Raw(one, rest[0].spot) for one in said["names"].split(", ")]
            fields["also_called"] = Raw(names, rest.pop(0).spot)
    _guide(rest, fields)
    if rest and has_class(rest[0], "a11y-lede"):
        lede = rest.pop(0)
        fields["lede"] = Raw(reader.blocks(lede.children), lede.spot)
    if rest and has_class(rest[-1], "a11y-teasers") and _headed(rest[-1], "Patient stories"):
        made = OWN["a11y-teasers"](reader, rest[-1])
        if made and isinstance(made[0].value, dict):
            fields["stories"] = made[0].value["links"]
            rest.pop()
    fields["sections"] = Raw(reader.blocks(rest), rest[0].spot if rest else spot)


def _guide(rest: list[Node], fields: Fields) -> None:
    """Take the pages of a guide, but the one that is shown, and leave out the ways to the next and the one before."""
    if not rest or not has_class(rest[0], "a11y-guide"):
        return
    around = rest.pop(0)
    links = [link for link in around.walk() if link.name == "a"]
    made = [Raw(link_fields(one.get("href"), text_of(one), one.spot), one.spot) for one in links]
    fields["parts"] = Raw(made, around.spot)
    known = {one.get("href") for one in links}
    if rest and has_class(rest[-1], "a11y-ways"):
        ways = [link for link in rest[-1].walk() if link.name == "a"]
        said = ("Previous: {page}", "Next: {page}")
        if all(one.get("href") in known and any(is_said(one.words(), text) for text in said) for one in ways):
            rest.pop()


def _story(reader: Reader, rest: list[Node], fields: Fields, spot: Spot) -> None:
    if rest and has_class(rest[0], "a11y-byline"):
        _byline(rest.pop(0), fields)
    first = rest[0] if rest else None
    if first is not None and has_class(first, "a11y-figure") and find(first, "figcaption", "details") is None:
        made = OWN["a11y-figure"](reader, first)
        if made and isinstance(made[0].value, dict):
            known = {name: raw for name, raw in made[0].value.items() if name in {"src", "alt", "decorative"}}
            fields["image"] = Raw(known, rest.pop(0).spot)
    if rest and has_class(rest[0], "a11y-lede"):
        lede = rest.pop(0)
        fields["quote"] = Raw(text_of(lede), lede.spot)
    about = _links(rest, "Conditions in this story")
    if about is not None:
        fields["conditions"] = about
    if rest and has_class(rest[-1], "a11y-disclaimer"):
        fields["note"] = Raw(text_of(rest[-1]), rest.pop().spot)
    fields["body"] = Raw(reader.blocks(rest), spot)


def _byline(one: Node, fields: Fields) -> None:
    """Read who tells a story, whether the name was changed, and when it was published."""
    person: Fields = {}
    for line in parts(one):
        said = unsay(text_of(line), "Told by {person}")
        date = find(line, "time")
        if date is not None:
            fields["published"] = Raw(date.get("datetime"), date.spot)
        elif said is not None:
            person["display"] = Raw(said["person"], line.spot)
        elif is_said(text_of(line), "The name has been changed to protect privacy."):
            person["name_changed"] = Raw(value=True, spot=line.spot)
    if person:
        fields["person"] = Raw(person, one.spot)


def _index(reader: Reader, rest: list[Node], fields: Fields, spot: Spot) -> None:
    if rest and has_class(rest[0], "a11y-lede"):
        lede = rest.pop(0)
        fields["intro"] = Raw(reader.blocks(lede.children), lede.spot)
    items: list[Raw] = []
    for one in rest:
        if has_class(one, "a11y-letters"):
            fields["by_letter"] = Raw(value=True, spot=one.spot)
        elif has_class(one, "a11y-teasers") and _headed(one, "All stories"):
            fields["of"] = Raw("story", one.spot)
            made = OWN["a11y-teasers"](reader, one)
            links = made[0].value["links"].value if made and isinstance(made[0].value, dict) else []
            items += links if isinstance(links, list) else []
        else:
            items += [_entry(row) for row in one.walk() if has_class(row, "a11y-index__item")]
    if items:
        fields["items"] = Raw(items, spot)


def _entry(row: Node) -> Raw:
    """Read one line of an index; another name of a page leads where the page's own name does."""
    link, text = find(row, "a"), find(row, "p", cls="a11y-index__text")
    href = Raw(link.get("href") if link is not None else "", row.spot)
    other = unsay(text_of(row), "{name}: see {link}") if text is None and link is not None else None
    if other is not None and link is not None and text_of(link) != text_of(row):
        return Raw(
            {"href": href, "title": Raw(other["name"], row.spot), "text": Raw(other["link"], row.spot)}, row.spot
        )
    fields = {"href": href, "title": Raw(text_of(link) if link is not None else text_of(row), row.spot)}
    if text is not None:
        fields["text"] = Raw(text_of(text), text.spot)
    return Raw(fields, row.spot)


def _page(reader: Reader, rest: list[Node], fields: Fields, spot: Spot) -> None:
    _guide(rest, fields)
    fields["body"] = Raw(reader.blocks(rest), rest[0].spot if rest else spot)


_KINDS: Final[dict[str, Callable[[Reader, list[Node], Fields, Spot], None]]] = {
    "condition": _condition, "story": _story, "index": _index, "page": _page,
}  # fmt: skip


# ---------------------------------------------------------------------------------------------------- around
def _around(root: Node, article: Node, fields: Fields) -> None:
    """Take what the page around an article says: its summary, its steps above, its other languages."""
    stack = list(root.children)
    while stack:
        one = stack.pop()
        if one is article:
            continue
        if one.name == "meta" and one.get("name") == "description" and one.attributes.get("content"):
            fields["summary"] = Raw(one.attributes["content"], one.spot)
        elif has_class(one, "a11y-breadcrumb"):
            links = [part for part in one.walk() if part.name == "a"]
            steps = [Raw({"text": Raw(text_of(a), a.spot), "href": Raw(a.get("href"), a.spot)}, a.spot) for a in links]
            fields["breadcrumb"] = Raw(steps, one.spot)
        elif has_class(one, "a11y-languages"):
            links = [part for part in one.walk() if part.name == "a"]
            tags = [
                Raw({"lang": Raw(a.get("hreflang"), a.spot), "href": Raw(a.get("href"), a.spot)}, a.spot) for a in links
            ]
            fields["translations"] = Raw(tags, one.spot)
        else:
            stack.extend(one.children)
