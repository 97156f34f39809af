"""The article of a page: what all kinds of document share around their own parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from a11y_content.blocks.glossary import Glossary
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.references import References
from a11y_content.blocks.related import Related
from a11y_content.html import Child, Element, el
from a11y_content.model.block import Block
from a11y_content.model.document import Document, LinkItem, Review, Term
from a11y_content.model.inline import plain
from a11y_content.model.items import Fact
from a11y_content.rendering.draw import Drawing, Head
from a11y_content.rendering.guide import guide_list, guide_ways, steps, topic
from a11y_content.rendering.inlines import Wording
from a11y_content.rendering.navigation import contents

ENOUGH_FOR_CONTENTS = 3
"""From this many sections on, a page begins with a list of them."""


def title(document: Document, draw: Drawing) -> Element:
    """Make the heading of the page, one level above its sections; in a part of a guide its topic comes behind."""
    made = el(f"h{draw.level - 1}", None, document.heading, topic(draw.place))
    if document.spot:
        draw.spots.append((made, document.spot))
    return made


def sections(blocks: Iterable[Block], draw: Drawing) -> list[Child]:
    """Draw the blocks of a body, with a list of its sections before the first one where there are enough."""
    drawn: list[Child] = []
    heads: list[Head] = []
    first = 0
    for block in blocks:
        count = len(draw.heads)
        elements = draw.blocks((block,))
        if block.kind == "section" and len(draw.heads) > count:
            heads.append(draw.heads[count])
            first = first if len(heads) > 1 else len(drawn)
        drawn.extend(elements)
    # A home page is a list of ways already.
    if len(heads) >= ENOUGH_FOR_CONTENTS and posixpath.basename(draw.place.path) != "index.html":
        drawn.insert(first, contents(heads, draw))
    return drawn


def guided(document: Document, draw: Drawing, inside: Sequence[Child]) -> list[Child]:
    """Put the list of a guide's pages before what stands in one of them, and the way to the next page behind."""
    found = steps(document, draw.place)
    return [guide_list(found, draw), *inside, guide_ways(found, draw)] if found else [*inside]


def ending(document: Document, draw: Drawing, related: Sequence[LinkItem] = ()) -> list[Child]:
    """Draw what stands at the end of every page: related pages, references, words, dates of review."""
    drawn: list[Child] = []
    if related:
        drawn.extend(draw.blocks((Related(title=draw.words("Related pages"), links=tuple(related)),)))
    if draw.listed:
        drawn.extend(draw.blocks((References(title=draw.words("References")),)))
    if document.glossary:
        drawn.extend(glossary(document.glossary, draw))
    if document.review is not None:
        drawn.append(review(document.review, draw))
    return drawn


def glossary(terms: Iterable[Term], draw: Drawing) -> list[Element]:
    """Draw the abbreviations and terms that the page brings itself."""
    rows = tuple(Fact(term=plain(one.short, one.spot), blocks=(_meaning(one),)) for one in terms)
    with draw.wording(Wording(running=False, marked=False)):
        return draw.blocks((Glossary(title=draw.words("Words on this page"), rows=rows),))


def _meaning(term: Term) -> Paragraph:
    text = f"{term.expansion}: {term.definition}" if term.definition else term.expansion
    return Paragraph(inlines=plain(text, term.spot))


def review(review: Review, draw: Drawing) -> Element:
    """Make the dates of the last and the next review, and who did it: at the end, close to the content."""
    lines = [draw.sentence("p", None, "Page last reviewed: {date}", date=review.last)]
    if review.next is not None:
        lines.append(draw.sentence("p", None, "Next review due: {date}", date=review.next))
    if review.by:
        person = f"{review.by}, {review.role}" if review.role else review.by
        lines.append(draw.sentence("p", None, "Reviewed by: {person}", person=person))
    made = el("div", {"class": "a11y-review"}, lines)
    if review.spot:
        draw.spots.append((made, review.spot))
    return made
