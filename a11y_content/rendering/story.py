"""A patient's story as an article."""

from __future__ import annotations

from a11y_content.blocks.figure import Figure
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.quote import Quote
from a11y_content.blocks.related import Related
from a11y_content.html import Child, el, text_of
from a11y_content.model.document import Story
from a11y_content.model.inline import plain
from a11y_content.rendering.article import ending, title
from a11y_content.rendering.draw import Drawing


def story(document: Story, draw: Drawing) -> list[Child]:
    """Draw a story: title, who tells it, the words, and the way back to its conditions. Consent is never shown."""
    drawn: list[Child] = [title(document, draw), _byline(document, draw)]
    picture = document.image
    if picture is not None:
        figure = Figure(
            src=picture.src,
            alt=picture.alt,
            decorative=picture.decorative,
            complex=picture.complex,
            spot=picture.spot,
        )
        drawn.extend(draw.blocks((figure,)))
    body = draw.blocks(document.body)
    if document.quote and not any(" ".join(document.quote.split()) in text_of(one) for one in body):
        # Words that the story says anyway are not put before it again: nobody wants to hear them twice.
        said = Quote(blocks=(Paragraph(inlines=plain(document.quote)),), spot=document.spot)
        drawn.append(el("div", {"class": "a11y-lede"}, draw.blocks((said,))))
    drawn.extend(body)
    if document.note:
        drawn.append(el("p", {"class": "a11y-disclaimer"}, document.note))
    if document.conditions:
        about = Related(title=draw.words("Conditions in this story"), links=document.conditions)
        drawn.extend(draw.blocks((about,)))
    drawn.extend(ending(document, draw, document.related))
    return drawn


def _byline(document: Story, draw: Drawing) -> Child:
    lines = [draw.sentence("p", None, "Told by {person}", person=document.person.display)]
    if document.person.name_changed:
        lines.append(draw.sentence("p", None, "The name has been changed to protect privacy."))
    if document.published is not None:
        lines.append(draw.sentence("p", None, "Published: {date}", date=document.published))
    return el("div", {"class": "a11y-byline"}, lines)
