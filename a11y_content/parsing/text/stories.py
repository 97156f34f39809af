"""Beginnings of patients' stories in plain text: “Maria V.'s Story”, some words, “Read full story”."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.text.guess import (
    GUESS_STORIES,
    REPAIR_PUNCTUATION,
    STORY_INCOMPLETE,
    STORY_NO_TARGET,
    Guesses,
)
from a11y_content.parsing.text.inlines import inlines, join
from a11y_content.parsing.text.lines import Chunk, mark
from a11y_content.parsing.text.words import STORY_MORE, STORY_TITLE

_CUT: Final = re.compile(r"\s*(?:\.\s?\.\s?\.|…)[\s.]*$")
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Teaser:
    """The beginning of a story: its title, who tells it, its first words, and the words of the link that was lost."""

    title: Raw
    person: str
    text: Raw
    more: str


def teaser(title: Chunk, text: Chunk | None, guesses: Guesses) -> Teaser | None:
    """Read two chunks as the beginning of a story; None where they are not."""
    sign = mark(title.lines[0])
    skip = sign.width if sign else 0
    head = title.lines[0].text[skip:]
    found = STORY_TITLE.fullmatch(head)
    if found is None or len(head) > _LONGEST_NAME:
        return None
    lines = title.lines[1:]
    if not lines and text is not None and mark(text.lines[0]) is None:
        lines = text.lines
    if not lines or not STORY_MORE.search(" ".join(line.text for line in lines)):
        return None
    run = join(lines, guesses)
    said = str(run.value)
    more = STORY_MORE.search(said)
    if more is None:
        return None
    words = said[: more.start()]
    cut = _CUT.search(words)
    if cut:
        if cut[0] != " …":
            guesses.tell(REPAIR_PUNCTUATION, run.spot, f"“{words[-12:].strip()}”: the end of the teaser became “ …”")
        words = f"{words[: cut.start()]} …"
    person = found["a"] or found["b"]
    guesses.tell(
        GUESS_STORIES, title.spot, f"“{head}” was read as the story of {person}; its link says “{more[0].strip()}”"
    )
    name = Raw(head, join(title.lines[:1], guesses, skip).spot)
    return Teaser(name, person, Raw(words.strip(), run.spot), more[0].strip())


def slug(text: str) -> str:
    """Make a file name of words: small letters and digits, joined by hyphens; empty where there are none."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:60].rstrip("-")


def story(one: Teaser, *, lang: str, condition: str, guesses: Guesses) -> Raw:
    """Make the story's own document of what is there; `condition` is the path of the page that teased it."""
    spot = one.title.spot
    guesses.tell(
        STORY_INCOMPLETE,
        one.text.spot,
        f"the full text of “{one.title.value}” was not in the source; its file holds the teaser only",
    )
    made = node("story", spot, title=one.title, person=Raw({"display": Raw(one.person, spot)}, spot))
    if isinstance(made.value, dict):
        if lang:
            made.value["lang"] = Raw(lang, spot)
        made.value["summary"] = one.text
        if condition:
            made.value["conditions"] = Raw([Raw(condition, spot)], spot)
        made.value["body"] = Raw([node("paragraph", one.text.spot, inlines=inlines(one.text, guesses))], one.text.spot)
    return made


def listed(teasers: list[Teaser], guesses: Guesses) -> Raw:
    """Make a plain list of stories that have no page to lead to, with all their words."""
    items = []
    for one in teasers:
        guesses.tell(STORY_NO_TARGET, one.text.spot, f"“{one.more}” behind “{one.title.value}” leads nowhere")
        words = Raw(f"{one.text.value} {one.more}", one.text.spot)
        paragraph = node("paragraph", one.text.spot, inlines=inlines(words, guesses))
        items.append(
            Raw({"inlines": Raw([one.title], one.title.spot), "blocks": Raw([paragraph], words.spot)}, one.title.spot)
        )
    return node("list", teasers[0].title.spot, items=items)


def cards(teasers: list[Teaser], hrefs: list[str], title: str) -> Raw:
    """Make cards that lead to the stories' own pages."""
    links = [
        Raw({"href": Raw(href, one.title.spot), "title": one.title, "text": one.text}, one.title.spot)
        for one, href in zip(teasers, hrefs, strict=True)
    ]
    spot = teasers[0].title.spot
    return node("teasers", spot, title=[Raw(title, spot)], links=links)
