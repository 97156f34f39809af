"""NHS website content API: JSON in the words of schema.org, sections of named blocks with HTML in their text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final
from urllib.parse import SplitResult, urlsplit

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.adapters import Imported, Opened, importer
from a11y_content.parsing.importing.faults import ADDRESS_MOVED, ATTRIBUTION, SOURCE_ANSWER
from a11y_content.parsing.importing.making import TOP, Making, link, paragraph
from a11y_content.parsing.importing.names import slug
from a11y_content.parsing.importing.nhs_blocks import Blocks
from a11y_content.parsing.importing.nhs_copies import SILENT, said_once
from a11y_content.parsing.importing.records import day, many, part, said_words, text_of
from a11y_content.parsing.importing.words import count_strings
from a11y_content.problem import Spot

_TYPES: Final = frozenset({"MedicalWebPage", "WebPage", "Article", "HealthTopicContent"})
_PREFIX: Final = re.compile(r"^/nhs-website-content(?=/|$)")
_API: Final = "api.service.nhs.uk"
_SITE: Final = "https://www.nhs.uk"
_LETTERS: Final = 10
"""An index of more entries than this is grouped by letter."""
_PARTS: Final = ("mainEntityOfPage", "hasPart", "modules")


def _sniff(opened: Opened) -> bool:
    fields = opened.fields()
    kind = text_of(fields.get("@type"))
    if kind in _TYPES and any(name in fields for name in (*_PARTS, "significantLink", "relatedLink", "about")):
        return True
    return "modules" in fields or ("statusCode" in fields and "message" in fields)


@importer("nhs-api", suffixes=(".json",), sniff=_sniff)
def import_nhs_api(opened: Opened) -> Imported:
    """NHS website content API: pages, and lists of pages, as JSON."""
    root, problems = opened.json()
    made = Imported(problems=list(problems))
    fields = opened.fields()
    if root is None:
        return made
    if "statusCode" in fields and "message" in fields:
        status = text_of(fields["statusCode"])
        said = f"a server answered {status}: “{text_of(fields['message'])}”; there is no content in this file"
        made.problems.append(SOURCE_ANSWER.at(fields["message"].spot, said))
        made.words = []
        return made
    page = _Page(opened, made, fields, root.spot)
    made.documents.append(page.read())
    dropped = page.blocks.dropped
    made.words = [
        (spot, tuple(one - dropped.get(spot, Counter()) for one in counts))
        for spot, counts in count_strings(said_once(root))
    ]
    return made


class _Page:
    """Reads one response."""

    def __init__(self, opened: Opened, made: Imported, fields: dict[str, Raw], spot: Spot) -> None:
        self.opened = opened
        self.made = made
        self.fields = fields
        self.spot = spot
        self.about = fields.get("about")
        self.blocks = Blocks(opened, made)
        self.moved: list[str] = []

    def read(self) -> tuple[str, Raw]:
        """Give the name of the content file, and its document."""
        fields, blocks = self.fields, self.blocks
        title = fields.get("name") or part(self.about, "name") or fields.get("headline") or Raw("", self.spot)
        if not text_of(title).strip():
            title = Raw(self.opened.path.stem, self.spot)
        kind = "page"
        if any(text_of(one) == "Condition" for one in many(fields.get("genre"))):
            kind = "condition"
        for one in many(fields.get("mainEntityOfPage")):
            blocks.block(one, TOP)
        blocks.copies([one for name in ("hasPart", "modules") for one in many(fields.get(name))])
        items = self._items()
        if items and not blocks.flow.blocks:
            kind = "index"
        elif items:
            blocks.flow.open(Raw("More pages", self.spot))
            blocks.links(items, [], self.spot)
            items = []
        related = self._related()
        self._source(title)
        more: dict[str, Raw | None] = {
            "also_called": self._names(title),
            "review": self._review(),
            "codes": self._codes(),
            "breadcrumb": self._breadcrumb(),
        }
        self._machine(title)
        making = Making(self.opened, self.made.problems)
        if kind == "index":
            more["items"] = Raw(items, self.spot)
            more["by_letter"] = Raw(True, self.spot) if len(items) > _LETTERS else None  # noqa: FBT003  a value of the tree
            if related:  # an index has no related pages of its own
                blocks.flow.add([node("related", self.spot, links=related)])
                related = []
        document = making.document(
            kind,
            title,
            blocks.flow.blocks,
            summary=fields.get("description"),
            published=day(fields.get("datePublished")),
            related=Raw(related, self.spot) if related else None,
            **more,
        )
        self._addresses(document)
        return self._name(kind), document

    # ------------------------------------------------------------------------------------------------- fields
    def _items(self) -> list[Raw]:
        """Give the entries of a list of pages."""
        items = []
        for one in many(self.fields.get("significantLink")):
            items.append(self.blocks.link_item(one))
            self.blocks.aside_of(part(one, "mainEntityOfPage"))
        return items

    def _related(self) -> list[Raw]:
        """Give the links to other pages; links to this page and to further pages of a list are told."""
        own = {_web(text_of(self.fields.get(name))) for name in ("url", "webpage")}
        links = []
        for one in many(self.fields.get("relatedLink")):
            kind = text_of(part(one, "linkRelationship"))
            address = _web(text_of(part(one, "url")))
            self.blocks.aside_of(part(one, "mainEntityOfPage"))
            if kind == "Pagination" or address in own or not address:
                name = f"links to {'further pages of the list' if kind == 'Pagination' else 'the page itself'}"
                for field in ("name", "description", "alternativeHeadline"):
                    self.blocks.aside(name, part(one, field))
                continue
            self.blocks.aside("alternativeHeadline", part(one, "alternativeHeadline"))
            links.append(self.blocks.link_item(one))
        return links

    def _names(self, title: Raw) -> Raw | None:
        known = {said_words(text_of(title))}
        names = []
        given = [*many(self.fields.get("alternateName")), *many(part(self.about, "alternateName"))]
        for one in given:
            said = said_words(text_of(one))
            if said and said not in known:
                known.add(said)
                names.append(Raw(" ".join(text_of(one).split()), one.spot))
        return Raw(names, names[0].spot) if names else None

    def _review(self) -> Raw | None:
        dates = [day(one) for one in many(self.fields.get("lastReviewed"))]
        due = day(self.fields.get("reviewDue"))
        if not dates or dates[0] is None:
            self.blocks.aside("reviewDue", due)
            return None
        after = dates[1] if len(dates) > 1 else due
        made = {"last": dates[0]}
        if after is not None:
            made["next"] = after
        if due is not None and after is not None and due.value != after.value:
            self.blocks.aside("reviewDue", due)
        return Raw(made, dates[0].spot)

    def _codes(self) -> Raw | None:
        codes = [
            Raw({"value": value, "system": part(one, "codingSystem") or Raw("")}, one.spot)
            for one in many(self.fields.get("code"))
            if (value := part(one, "codeValue")) is not None and text_of(value).strip()
        ]
        return Raw(codes, codes[0].spot) if codes else None

    def _breadcrumb(self) -> Raw | None:
        """Give the steps above the page: of a list that counts from 0 and ends with the page itself."""
        steps = many(part(self.fields.get("breadcrumb"), "itemListElement"))
        steps.sort(key=lambda one: str(text_of(part(one, "position"))).zfill(6))
        own = _web(text_of(self.fields.get("url")))
        crumbs = []
        for one in steps:
            item = part(one, "item")
            name, address = part(item, "name"), _web(text_of(part(item, "@id")))
            self.blocks.aside("breadcrumb genre", part(item, "genre"))
            if name is None or not address or address == own:
                self.blocks.aside("breadcrumb", name)
                continue
            crumbs.append(Raw({"text": name, "href": Raw(address, name.spot)}, one.spot))
        return Raw(crumbs, crumbs[0].spot) if crumbs else None

    # ------------------------------------------------------------------------------------------------- the rest
    def _source(self, title: Raw) -> None:
        """Write at the end where the text comes from, and under which terms."""
        author = part(self.fields.get("author"), "name")
        holder = part(self.fields.get("copyrightHolder"), "name")
        page = text_of(self.fields.get("webpage")) or text_of(part(self.about, "webpage"))
        if author is None and holder is None:
            return
        spot = author.spot if author is not None else self.spot
        name = text_of(author or holder)
        words: list[Raw] = [Raw("This text comes from ", spot)]
        words.append(link(page, f"{name}: {text_of(title)}", spot) if page else Raw(name, spot))
        if holder is not None and holder is not author:
            words.append(Raw(f", © {text_of(holder)}", spot))
        terms = text_of(self.fields.get("license"))
        if terms:
            words += [Raw(". ", spot), link(terms, f"Terms of use of {name}", spot)]
        self.blocks.flow.add(
            [node("section", spot, title=[Raw("Source", spot)], blocks=[paragraph([*words, Raw(".", spot)], spot)])]
        )
        self.made.problems.append(ATTRIBUTION.at(spot, f"the section “Source” names {name}, as its terms ask"))

    def _machine(self, title: Raw) -> None:
        for name in ("genre", "keywords", "contentSubTypes", "alternativeHeadline"):
            self.blocks.aside(name, self.fields.get(name))
        modified = day(self.fields.get("dateModified"))
        self.blocks.aside("dateModified", modified)
        headline = self.fields.get("headline")
        if said_words(text_of(headline)) != said_words(text_of(title)):
            self.blocks.aside("headline", headline)
        if said_words(text_of(part(self.about, "name"))) != said_words(text_of(title)):
            self.blocks.aside("about", part(self.about, "name"))
        for name, value in self.fields.items():
            if name not in _KNOWN:
                self.blocks.aside(name, value)
        self.blocks.tell_asides(self.spot)

    def _addresses(self, document: Raw) -> None:
        """Turn addresses for programs into those of the website, and tell of them once."""
        stack = [document]
        while stack:
            raw = stack.pop()
            if isinstance(raw.value, list):
                stack.extend(raw.value)
            elif isinstance(raw.value, dict):
                href = raw.value.get("href")
                if href is not None and _API in text_of(href):
                    self.moved.append(text_of(href))
                    raw.value["href"] = Raw(_web(text_of(href)), href.spot)
                stack.extend(raw.value.values())
        if self.moved:
            said = f"{len(self.moved)} addresses such as `{self.moved[0]}` became `{_web(self.moved[0])}`"
            self.made.problems.append(ADDRESS_MOVED.at(self.spot, said))

    def _name(self, kind: str) -> str:
        """Name the content file as the page's address does: `conditions/acne`."""
        url = text_of(self.fields.get("url")) or text_of(part(self.about, "url"))
        steps = [slug(one) for one in _split(_web(url)).path.split("/")] if url else []
        steps = [one for one in steps if one]
        if not steps:
            return self.opened.path.stem
        return "/".join([*steps, "index"] if len(steps) == 1 or kind == "index" else steps)


_KNOWN: Final = frozenset({
    *SILENT, *_PARTS, "name", "about", "headline", "description", "significantLink", "relatedLink", "alternateName",
    "lastReviewed", "reviewDue", "code", "breadcrumb", "author", "copyrightHolder", "license", "genre", "keywords",
    "contentSubTypes", "alternativeHeadline", "dateModified", "datePublished",
})  # fmt: skip


def _split(url: str) -> SplitResult:
    """Take an address apart; what is none (`//[`) has no parts, and the rules refuse it."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _web(url: str) -> str:
    """Give the address of a page for readers; that of the API needs a key."""
    parts = _split(url)
    if parts.hostname != _API:
        return url
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{_SITE}{_PREFIX.sub('', parts.path) or '/'}{fragment}"
