"""MedQuAD XML: questions on one subject, each with an answer whose lists and paragraphs were flattened."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from a11y_content.effort import tick
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.adapters import Imported, Opened, importer
from a11y_content.parsing.importing.faults import ATTRIBUTION, FRONT_LEFT_OUT, REPAIR_EMPTY
from a11y_content.parsing.importing.flattened import gaps, numbers, read_flat
from a11y_content.parsing.importing.making import Flow, Making, link, paragraph
from a11y_content.parsing.importing.names import slug
from a11y_content.parsing.importing.words import Words
from a11y_content.parsing.importing.xml import Element, read_xml, xml_words
from a11y_content.parsing.limits import LIMIT_NODES, MAX_NODES
from a11y_content.parsing.text.guess import REPAIR_PUNCTUATION, Guesses
from a11y_content.problem import Spot
from a11y_content.rules.addresses import refusal

_HEAD: Final = re.compile(r"<(?:Document|doc)\b[^<>]*>")
_PAIRS: Final = re.compile(r"<qapairs\b", re.IGNORECASE)
_MARK: Final = re.compile(r"\s+([?.!])")
_DOUBLED: Final = re.compile(r"([?!])(?:\s*\1)+")
_SYSTEM: Final = "UMLS"


def _sniff(opened: Opened) -> bool:
    text = opened.source.text
    return _HEAD.search(text, 0, 5000) is not None and _PAIRS.search(text) is not None


def _words(opened: Opened) -> Words:
    root, _ = read_xml(opened.source)
    return [] if root is None else xml_words(root, frozenset())


@importer("medquad", suffixes=(".xml",), sniff=_sniff, words=_words)
def import_medquad(opened: Opened) -> Imported:
    """MedQuAD XML: one condition, or page, of questions and answers."""
    root, problems = read_xml(opened.source)
    made = Imported(problems=problems)
    if root is None:
        return made
    if gaps(opened.source.text) > MAX_NODES // 2:
        said = f"the text has more than {MAX_NODES // 2:,} lines and gaps"
        made.problems.append(LIMIT_NODES.at(root.spot, said))
        return made
    focus = next(root.all("focus", "doctitle-focus", "doctitle"), None)
    title = _text(focus) if focus else Raw("", root.spot)
    if not title.value:
        title = Raw(opened.path.stem, root.spot)
    guesses = Guesses(opened.source.name)
    pairs = _Pairs(str(title.value), opened.lang, guesses)
    for pair in root.all("qapair", "pair"):
        pairs.take(pair)
    making = Making(opened, made.problems)
    _source(root, pairs.flow, making)
    annotations = {name: [_text(one) for one in root.all(name) if one.text.strip()] for name in ("category", "cui")}
    synonyms = [_text(one) for one in root.all("synonym") if one.text.strip()]
    categories = [str(one.value) for one in annotations["category"]]
    kind = "page" if any(one != "Disease" for one in categories) else "condition"
    cuis = [Raw({"value": one, "system": Raw(_SYSTEM, one.spot)}, one.spot) for one in annotations["cui"]]
    document = making.document(
        kind,
        title,
        pairs.done(),
        also_called=Raw(synonyms, synonyms[0].spot) if synonyms else None,
        codes=Raw(cuis, cuis[0].spot) if cuis else None,
    )
    _left_out(root, making)
    made.problems += guesses.done()
    made.words = pairs.left(xml_words(root, frozenset()))
    made.documents.append((slug(str(title.value)) or opened.path.stem, document))
    return made


def _text(element: Element) -> Raw:
    """Give the text of an element on one line, at the place of its first word."""
    text = element.text
    return Raw(" ".join(text.split()), element.at(len(text) - len(text.lstrip())))


class _Pairs:
    """Reads the questions and answers of one file."""

    def __init__(self, name: str, lang: str, guesses: Guesses) -> None:
        self.name, self.lang, self.guesses = name, lang, guesses
        self.flow = Flow()
        self.tidied: list[Raw] = []
        self.counted: dict[Spot, Counter[str]] = {}
        """Numbers of lists, which the page counts by itself, by the place of the answer."""

    def take(self, pair: Element) -> None:
        """Make a section of a question with its answers."""
        tick()
        question = next(pair.all("question"), None)
        title = _text(question) if question else Raw("", pair.spot)
        asked = _DOUBLED.sub(r"\1", _MARK.sub(r"\1", str(title.value)))
        if asked != title.value:
            self.tidied.append(title)
        blocks: list[Raw] = []
        for answer in pair.all("answer"):
            made = read_flat(answer.text, answer.at, self.name, self.lang, self.guesses)
            self.counted[_text(answer).spot] = Counter(numbers(made))
            blocks += made
        if asked and blocks:
            self.flow.add([node("section", title.spot, title=[Raw(asked, title.spot)], blocks=blocks)])
        elif asked:
            said = f"the question “{asked}” has no answer; it was left out"
            self.guesses.problems.append(REPAIR_EMPTY.at(title.spot, said))
        else:
            self.flow.add(blocks)

    def done(self) -> list[Raw]:
        """Tell of all that was put right, and give the blocks."""
        if self.tidied:
            first = self.tidied[0]
            said = f"the marks at the end of {len(self.tidied)} questions were put right, the first of “{first.value}”"
            self.guesses.tell(REPAIR_PUNCTUATION, first.spot, said)
        return self.flow.blocks

    def left(self, words: Words) -> Words:
        """Give the words of the file without the numbers of lists."""
        return [(spot, tuple(one - self.counted.get(spot, Counter()) for one in counts)) for spot, counts in words]


def _source(root: Element, flow: Flow, making: Making) -> None:
    """Write at the end where the text comes from."""
    source = root.attributes.get("source") or root.attributes.get("corpus") or ""
    url = root.attributes.get("url", "")
    if not source and not url:
        return
    spot = root.spot
    name = source or url
    known = bool(url) and not refusal(url)
    words: list[Raw] = [
        Raw("This text comes from ", spot),
        link(url, name, spot) if known else Raw(name, spot),
        Raw(".", spot),
    ]
    flow.add([node("section", spot, title=[Raw("Source", spot)], blocks=[paragraph(words, spot)])])
    making.problems.append(ATTRIBUTION.at(spot, f"the section “Source” names {name} and links to the page it is from"))


def _left_out(root: Element, making: Making) -> None:
    """Tell once of what only programs read."""
    said = [
        f"{one.name}: {' '.join(one.text.split())}"
        for one in root.all("semantictype", "semanticgroup", "category")
        if one.text.strip()
    ]
    if said:
        spot: Spot = next(root.all("semantictype", "semanticgroup", "category")).spot
        making.problems.append(FRONT_LEFT_OUT.at(spot, f"`{'; '.join(said)}` was left out"))
