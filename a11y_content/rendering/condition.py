"""A condition and a plain page as articles."""

from __future__ import annotations

from a11y_content.blocks.teasers import Teasers
from a11y_content.html import Child, el
from a11y_content.model.document import Condition, Page
from a11y_content.rendering.article import ending, guided, sections, title
from a11y_content.rendering.draw import Drawing


def condition(document: Condition, draw: Drawing) -> list[Child]:
    """Draw a condition: name, first words, sections, stories of patients, and the ends of every page."""
    name = title(document, draw)
    drawn: list[Child] = [name]
    if document.subtitle:
        # A group of heading and subtitle: a large line alone in front of paragraphs looks like a heading that is none.
        drawn = [el("hgroup", None, name, el("p", {"class": "a11y-subtitle"}, document.subtitle))]
    if document.also_called:
        names = ", ".join(document.also_called)
        drawn.append(draw.sentence("p", {"class": "a11y-also-called"}, "Also called: {names}", names=names))
    lede = [el("div", {"class": "a11y-lede"}, draw.blocks(document.lede))] if document.lede else []
    inside = [*lede, *sections(document.sections, draw)]
    if document.stories:
        inside.extend(draw.blocks((Teasers(title=draw.words("Patient stories"), links=document.stories),)))
    drawn.extend(guided(document, draw, inside))
    drawn.extend(ending(document, draw, document.related))
    return drawn


def page(document: Page, draw: Drawing) -> list[Child]:
    """Draw any other page."""
    inside = guided(document, draw, sections(document.body, draw))
    return [title(document, draw), *inside, *ending(document, draw, document.related)]
