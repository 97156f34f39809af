"""The body of a plain text: headings, sections, paragraphs, lists and beginnings of stories."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.effort import tick
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.repair_faults import GUESS_HEADING
from a11y_content.parsing.text.guess import (
    GUESS_GAP,
    GUESS_LINES,
    GUESS_SECTION,
    GUESS_STORIES,
    Guesses,
)
from a11y_content.parsing.text.inlines import inlines, join, sentences
from a11y_content.parsing.text.lines import Chunk, ends_sentence, heading, mark, paragraphs
from a11y_content.parsing.text.lists import Lists
from a11y_content.parsing.text.stories import Teaser, cards, listed, slug, teaser
from a11y_content.parsing.text.words import topic

_LONGEST_HEADING: Final = 80
_HEADING_WORDS: Final = 12
_WORDS: Final = {
    "en": {"stories": "Patient stories", "about": "About {name}"},
    "es": {"stories": "Historias de pacientes", "about": "Acerca de {name}"},
}
_BLOCK: Final = Chunk([], 0)
"""Stands for blocks that are read already."""
_AFTER_LIST: Final = 2
"""After a list, a sentence leads into a new part if it names its topic within so many words."""


class Body:
    """Takes the chunks below the title, and gives blocks."""

    def __init__(self, guesses: Guesses, wide: int, name: str, lang: str, *, separate: bool) -> None:
        self.guesses = guesses
        self.wide = wide
        self.name = name
        self.lang = lang.partition("-")[0].lower()
        self.separate = separate
        self.first: Raw | None = None
        """The first paragraph, as one run of text."""
        self.stories: list[tuple[str, Teaser]] = []
        """Beginnings of stories with the names of their files (with `separate`)."""
        self._lede: list[Raw] = []
        self._sections: list[tuple[Raw, list[Raw]]] = []
        self._levels: list[tuple[int, list[Raw]]] = []
        """Level and blocks of each open section, outermost first."""
        self._names: set[str] = set()

    def parts(self) -> tuple[list[Raw], list[Raw]]:
        """Give the blocks before the first heading, and the sections; at least one section where there is any text."""
        lede, sections = self._lede, self._sections
        if not sections and lede:
            title = self._say("about")
            start = lede[1] if len(lede) > 1 else lede[0]
            said = f"the text has no headings; what follows was put under “{title}”"
            self.guesses.tell(GUESS_SECTION, start.spot, said)
            kept, rest = (lede[:1], lede[1:]) if len(lede) > 1 else ([], lede)
            lede, sections = kept, [(Raw([Raw(title, start.spot)], start.spot), rest)]
        return lede, [node("section", title.spot, title=title, blocks=blocks) for title, blocks in sections]

    def blocks(self) -> list[Raw]:
        """Give all blocks in order, sections among them."""
        sections = [node("section", title.spot, title=title, blocks=blocks) for title, blocks in self._sections]
        return [*self._lede, *sections]

    def put(self, blocks: list[Raw]) -> None:
        """Add blocks that are read already."""
        self._here.extend(blocks)

    def take(self, chunks: list[Chunk], *, followed: bool = False) -> None:
        """Read chunks; `followed`: blocks that are read already stand right behind them."""
        at = 0
        after_list = False
        while at < len(chunks):
            tick()
            chunk = chunks[at]
            count = self._teasers(chunks, at)
            if count:
                at += count
                after_list = False
                continue
            following = chunks[at + 1] if at + 1 < len(chunks) else _BLOCK if followed else None
            marked = heading(chunk.lines[0])
            if marked is not None:
                self._heading(chunk, *marked)
                after_list = False
                at += 1
                continue
            if mark(chunk.lines[0]) is not None and not self._numbered_heading(chunk, following):
                at = self._list(chunks, at)
                after_list = True
                continue
            if self._is_heading(chunk, following):
                text = join(chunk.lines, self.guesses)
                text.value = re.sub(r"^#{1,6} +", "", str(text.value))
                self.guesses.tell(GUESS_HEADING, text.spot, f"the short line “{text.value}” became a heading")
                self._open(Raw(inlines(text, self.guesses, links=False), text.spot))
            else:
                self._paragraphs(chunk, after_list=after_list)
            after_list = False
            at += 1

    @property
    def _here(self) -> list[Raw]:
        return self._levels[-1][1] if self._levels else self._lede

    def _heading(self, chunk: Chunk, level: int, words: str) -> None:
        """Open a section under a heading that the author marked."""
        run = join(chunk.lines, self.guesses, len(chunk.lines[0].text) - len(words))
        self._open(Raw(inlines(run, self.guesses, links=False), run.spot), level)

    def _open(self, title: Raw, level: int = 2) -> None:
        blocks: list[Raw] = []
        while self._levels and self._levels[-1][0] >= level:
            self._levels.pop()
        if self._levels:
            self._here.append(node("section", title.spot, title=title, blocks=blocks))
        else:
            self._sections.append((title, blocks))
        self._levels.append((level, blocks))

    def _say(self, what: str) -> str:
        return _WORDS.get(self.lang, _WORDS["en"])[what].format(name=self.name)

    def _teasers(self, chunks: list[Chunk], at: int) -> int:
        """Read beginnings of stories that follow each other; give how many chunks they took."""
        found: list[Teaser] = []
        start = at
        while at < len(chunks) and self.guesses.room(GUESS_STORIES):
            below = chunks[at + 1] if chunks[at].alone and at + 1 < len(chunks) else None
            one = teaser(chunks[at], below, self.guesses)
            if one is None:
                break
            found.append(one)
            at += 2 if chunks[at].alone else 1
        if found and self.separate:
            names = [self._name(one) for one in found]
            self.stories.extend(zip(names, found, strict=True))
            self._here.append(cards(found, names, self._say("stories")))
        elif found:
            self._here.append(listed(found, self.guesses))
        return at - start

    def _name(self, one: Teaser) -> str:
        name = f"stories/{slug(one.person) or 'story'}"
        number = 2
        free = name
        while free in self._names:
            free = f"{name}-{number}"
            number += 1
        self._names.add(free)
        return free

    def _list(self, chunks: list[Chunk], at: int) -> int:
        """Read a list with all that belongs to it; give where it ends."""
        lists = Lists(self.guesses)
        lists.chunk(chunks[at])
        at += 1
        while at < len(chunks) and chunks[at].gap < self.wide:
            following = chunks[at + 1] if chunks[at].alone and at + 1 < len(chunks) else None
            if teaser(chunks[at], following, Guesses("")) is not None:
                break
            if lists.goes_on(chunks[at]):
                lists.chunk(chunks[at])
            elif not lists.below(chunks[at]):
                break
            at += 1
        self._here.extend(lists.close())
        return at

    def _numbered_heading(self, chunk: Chunk, following: Chunk | None) -> bool:
        """Say whether a line such as “2. Diagnosis” is a heading: alone, short, and followed by text."""
        sign = mark(chunk.lines[0])
        return bool(sign and sign.number and self._is_heading(chunk, following))

    def _is_heading(self, chunk: Chunk, following: Chunk | None) -> bool:
        """Say whether a chunk is a short line without full stop above text that belongs to it."""
        line = chunk.lines[0]
        if not chunk.alone or following is None or len(line.text) > _LONGEST_HEADING:
            return False
        if line.text.startswith("#"):
            return True
        if len(line.text.split()) > _HEADING_WORDS or (ends_sentence(line.text) and not line.text.endswith("?")):
            return False
        if line.text[:1].islower() or not any(letter.isalpha() for letter in line.text):
            return False
        if following is _BLOCK or (mark(following.lines[0]) is not None and following.gap and not mark(line)):
            return True
        return not following.alone or ends_sentence(following.text) or len(following.text) > _LONGEST_HEADING

    def _paragraphs(self, chunk: Chunk, *, after_list: bool) -> None:
        groups = paragraphs(chunk.lines)
        if len(groups) > 1:
            said = f"{len(chunk.lines)} lines without a blank line between them became {len(groups)} paragraphs"
            self.guesses.tell(GUESS_LINES, chunk.spot, said)
        for place, lines in enumerate(groups):
            run = join(lines, self.guesses)
            if place == 0:
                self._lead_in(chunk, run, after_list=after_list)
            made = inlines(run, self.guesses)
            if self.first is None:
                self.first = Raw(words_of(made), run.spot) if "}`" in str(run.value) else run
            self._here.append(node("paragraph", run.spot, inlines=made))

    def _lead_in(self, chunk: Chunk, run: Raw, *, after_list: bool) -> None:
        """Open a section where a wide gap, or a list that ended, and the first words say that one begins."""
        gap = chunk.gap >= self.wide and bool(self._lede or self._sections)
        if not gap and not after_list:
            return
        sentence = sentences(str(run.value), 1, 0)
        named = topic(sentence if gap else " ".join(sentence.split()[:_AFTER_LIST]))
        if named is None or (after_list and not gap and not named.pattern.match(sentence)):
            if gap:
                self.guesses.tell(GUESS_GAP, run.spot, f"{chunk.gap} blank lines stand here; no heading was made")
            return
        title = named.title.format(name=self.name)
        why = f"{chunk.gap} blank lines and" if gap else "the end of a list and"
        self.guesses.tell(
            GUESS_SECTION,
            run.spot,
            f"{why} the words “{' '.join(sentence.split()[:8])}” begin a section: “{title}” was written",
        )
        self._open(Raw([Raw(title, run.spot)], run.spot))
