"""Text and marks of a line of HTML, as raw inlines."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.context import Reading, runs
from a11y_content.parsing.html.faults import (
    HTML_ATTRIBUTE,
    HTML_BLOCK,
    HTML_CONTROL,
    HTML_EMBEDDED,
    HTML_IMAGE,
    HTML_LEFT_OUT,
    HTML_LOOKS,
    HTML_UNKNOWN,
)
from a11y_content.parsing.html.gathered import Frame, Gathered
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import (
    BLOCKS,
    CONTROLS,
    EMBEDDED,
    LOOKS,
    PLAIN,
    SILENT,
    elements,
    has_class,
    is_unseen,
    lang_of,
    solid,
)
from a11y_content.parsing.markdown.faults import STRIKETHROUGH
from a11y_content.parsing.markdown.marks import says, words_of
from a11y_content.problem import Spot

_MARKS: Final = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "sub": "sub", "sup": "sup", "q": "quoted"}
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=\Z|[T ])")
_LEAVES: Final = frozenset({"br", "hr", "img", "input"})
_FILE: Final = re.compile(r" \(((?:PDF|DOCX?|ODT|RTF|XLSX?|CSV|PPTX?|ODP|ZIP|EPUB|TXT|MP3|MP4)(?:, [^()]{1,30})?)\)\Z")
_CITED: Final = re.compile(r"#.*?a11y-reference-(\d+)\Z")
_PUSHED: Final = frozenset({"submit", "reset", "button"})


class Line(Gathered):
    """Reads the nodes of one line; what cannot stand in it is told, or waits in `pictures`."""

    def __init__(self, reading: Reading, *, pictures: bool = False, foreign: bool = False) -> None:
        super().__init__(reading)
        self.pictures: list[Node] | None = [] if pictures else None
        self.foreign = foreign or reading.foreign
        self.frames: list[Frame] = []

    def read(self, nodes: list[Node], spot: Spot) -> list[Raw]:
        """Give the inlines of nodes, white space folded as a browser folds it."""
        out: list[Raw] = []
        self.frames = [Frame(Node("", spot), nodes, out, foreign=self.foreign)]
        while True:
            frame = self.frames[-1]
            if frame.nodes:
                self._take(frame.nodes.pop(), frame)
            elif len(self.frames) > 1:
                self.frames.pop()
                self._end(frame, self.frames[-1].out)
            else:
                break
        self.trim()
        return out

    # ------------------------------------------------------------------------------------------------ elements
    def _take(self, node: Node, frame: Frame) -> None:
        name = node.name
        if not name:
            self.text(node.text, node.spot, frame.out)
        elif name[0] != "#" and not self.reading.hides(node):
            if name in _LEAVES:
                self._leaf(node, frame.out)
            elif name in EMBEDDED or name == "video":
                self._embedded(node)
            elif name not in SILENT:
                self._open(node, frame)

    def _open(self, node: Node, frame: Frame) -> None:
        """Go into an element, unless it is read as a whole."""
        name, out = node.name, frame.out
        if name == "a" and self._address(node, frame):
            return
        if name in {"abbr", "acronym"} and self._abbreviation(node, frame):
            return
        if name == "time" and self._time(node, out):
            return
        if name == "sup" and self._cite(node, out):
            return
        if is_unseen(node) and _is_link(frame.node) and frame.out and not any(map(_shows, frame.nodes)):
            frame.after = spoken(self.reading, node).removeprefix(" ")
            return
        self._tell(node)
        if name in BLOCKS and frame.out:
            self.text(" ", node.spot, out)
        lang = lang_of(node)
        foreign = frame.foreign or bool(lang and lang != self.reading.lang)
        self.frames.append(Frame(node, node.children, [], foreign=foreign))

    def _tell(self, node: Node) -> None:
        """Tell what of an element does not stay."""
        name, reading = node.name, self.reading
        if node.attributes and name not in {"a", "abbr", "acronym"}:
            reading.attributes(node)
        if name in LOOKS:
            if name in {"s", "strike", "del"}:
                words = node.words()
                if words:
                    reading.tell(STRIKETHROUGH, node.spot, f"“{words}” is struck through")
            else:
                reading.tell(HTML_LOOKS, node.spot, f"`<{name}>` has no meaning here; its words were kept", once=name)
        elif name in CONTROLS:
            reading.tell(HTML_CONTROL, node.spot, f"`<{name}>` was taken apart; its words were kept", once=name)
        elif name in {"ul", "ol", "dl", "table", "blockquote", "menu"} or name in _HEADED:
            reading.tell(HTML_BLOCK, node.spot, f"`<{name}>` stands inside a line; its words were kept", once=name)
        elif name not in PLAIN and name not in _MARKS and name not in _READ and name not in BLOCKS:
            reading.tell(HTML_UNKNOWN, node.spot, f"`<{name}>` is not known; what stands in it was kept", once=name)

    def _embedded(self, node: Node) -> None:
        """Tell of what is embedded, where it came from, and what it says."""
        source = node.get("src") or node.get("data") or node.get("href")
        came = f" with `{source}`" if source else ""
        said = f"`<{node.name}>`{came} was left out"
        before = len(self.reading.problems)
        self.reading.drop(node, HTML_EMBEDDED, said)
        if len(self.reading.problems) == before and (source or node.name not in {"svg", "math", "area"}):
            self.reading.tell(HTML_EMBEDDED, node.spot, said)
        self.reading.attributes(node, "title", "aria-label")
        if node.name == "area" and node.get("alt"):
            self.reading.tell(HTML_EMBEDDED, node.spot, f"a part of a picture says “{node.get('alt')}”")

    def _end(self, frame: Frame, out: list[Raw]) -> None:
        """Close an element: its mark around what stands in it."""
        node, inside = frame.node, frame.out
        lang = lang_of(node)
        if lang and says(inside) and (lang != self.reading.lang or (node.name == "span" and self.reading.exact)):
            inside = [_made("lang", node.spot, tag=Raw(lang, node.spot), inlines=Raw(inside, node.spot))]
        kind = _MARKS.get(node.name)
        if _is_link(node):
            out.append(self._link(frame, inside))
        elif kind is None or not says(inside):
            self.join(inside, out)
        else:
            out.append(_made(kind, node.spot, inlines=Raw(inside, node.spot)))
        if node.name in BLOCKS or node.name == "option":
            self.text(" ", node.spot, out)

    # ------------------------------------------------------------------------------------------------ links
    def _link(self, frame: Frame, inside: list[Raw]) -> Raw:
        node, spot = frame.node, frame.node.spot
        fields = {"href": Raw(node.attributes["href"].strip(), spot), "inlines": Raw(inside, spot)}
        about = frame.after or self._label(node, words_of(inside))
        last = inside[-1] if inside else None
        found = _FILE.search(last.value) if last is not None and isinstance(last.value, str) else None
        if last is not None and found is not None and (found.start() or len(inside) > 1):
            fields["download"] = Raw(found[1], spot)
            last.value = found.string[: found.start()]
            inside[:] = [one for one in inside if one.value]
        if about:
            fields["about"] = Raw(about, spot)
        if node.get("hreflang"):
            fields["lang"] = Raw(node.get("hreflang"), spot)
        return _made("link", spot, **fields)

    def _label(self, node: Node, words: str) -> str:
        """Give what a link's hidden name says more than its text; anything else that it says is told."""
        label = " ".join(node.get("aria-label").split())
        if not label or label.casefold() == words.casefold():
            return ""
        if words and label.casefold().startswith(f"{words.casefold()} "):
            return label[len(words) :].strip()
        if label.casefold() not in words.casefold():
            self.reading.tell(HTML_ATTRIBUTE, node.spot, f"`aria-label` of `<a>` says “{label}”")
        return ""

    def _address(self, node: Node, frame: Frame) -> bool:
        """Read a telephone link as a whole; tell of what other links have beside their words."""
        href = node.attributes.get("href", "").strip()
        self.reading.attributes(node, *(("aria-label",) if _is_link(node) else ()))
        if href[:4].lower() != "tel:" or runs(href):
            return False
        inner = Line(self.reading)
        words = words_of(inner.read(node.children, node.spot))
        fields = {"number": Raw(href[4:].strip(), node.spot)}
        if words:
            fields["text"] = Raw(words, node.spot)
        self.add("phone", node.spot, frame.out, **fields)
        return True

    # ------------------------------------------------------------------------------------------------ other wholes
    def _abbreviation(self, node: Node, frame: Frame) -> bool:
        short, meaning = node.words(), " ".join(node.get("title").split())
        if not short or any(one.name and one.name not in {"span", "b", "strong"} for one in node.children):
            self.reading.attributes(node)
            return False
        self.reading.attributes(node, "title")
        if meaning and self.reading.terms.setdefault(short, (meaning, node.spot))[0] != meaning:
            self.reading.tell(HTML_ATTRIBUTE, node.spot, f"“{short}” is explained once more, as “{meaning}”")
        before = frame.out[-1].value if frame.out else ""
        joined = isinstance(before, str) and before[-1:].isalnum()
        if short in self.reading.known and not frame.foreign and not joined:
            self.text(short, node.spot, frame.out)  # in running text it is found again, and explained as it was
        else:
            self.add("abbr", node.spot, frame.out, short=Raw(short, node.spot))
        return True

    def _time(self, node: Node, out: list[Raw]) -> bool:
        found = _DATE.match(node.get("datetime"))
        words = spoken(self.reading, node)
        if found is None or not words or "lang" in node.attributes:
            return False
        self.reading.attributes(node)
        self.add("time", node.spot, out, date=Raw(found[0], node.spot), text=Raw(words, node.spot))
        return True

    def _cite(self, node: Node, out: list[Raw]) -> bool:
        """Read a mark that our own pages put where a reference is cited."""
        if not has_class(node, "a11y-cite"):
            return False
        inside = elements(node)
        said = node.words()
        if not inside and said[:1] == "[" and said[-1:] == "]":
            self.add("cite", node.spot, out, ref=Raw(said[1:-1], node.spot))
            return True
        found = _CITED.search(inside[0].get("href")) if len(inside) == 1 and len(solid(node)) == 1 else None
        if found is None or said.rpartition(" ")[2] != found[1]:
            return False
        self.add("cite", node.spot, out, ref=Raw(found[1], node.spot))
        return True

    def _leaf(self, node: Node, out: list[Raw]) -> None:
        """Take an element that has nothing inside."""
        if node.name in {"br", "hr"}:
            self.reading.attributes(node)
        if node.name == "br":
            self.trim()
            self.add("line-break", node.spot, out)
            self.gap = True
        elif node.name == "input":
            self._input(node, out)
        elif node.name == "hr":
            self.reading.tell(HTML_LOOKS, node.spot, "`<hr>` draws a line across the text")
        else:
            self._image(node, out)

    def _image(self, node: Node, out: list[Raw]) -> None:
        """Put a picture aside, or keep its words where none can stand."""
        if self.pictures is not None and all(one.node.name != "a" for one in self.frames):
            self.pictures.append(node)
            return
        alt, source = " ".join(node.get("alt").split()), node.get("src")
        self.reading.attributes(node)
        kept = "its words were kept as text" if alt else "it says no words"
        self.reading.tell(HTML_IMAGE, node.spot, f"the picture `{source}` stands inside a line; {kept}")
        if alt:
            self.text(f" {alt} ", node.spot, out)

    def _input(self, node: Node, out: list[Raw]) -> None:
        kind = node.get("type").lower()
        self.reading.attributes(node)
        if kind == "hidden":
            return
        said = node.get("value") if kind in _PUSHED else node.get("alt") if kind == "image" else ""
        if said:
            self.text(f" {said} ", node.spot, out)
        elif node.get("value") and kind not in {"checkbox", "radio"}:
            self.reading.tell(HTML_LEFT_OUT, node.spot, f"a field says “{node.get('value')}”")
        self.reading.tell(HTML_CONTROL, node.spot, "`<input>` was taken apart; its words were kept", once="input")


def spoken(reading: Reading, node: Node) -> str:
    """Give the text inside a node, white space folded unless every space counts."""
    return "".join(one.text for one in node.walk() if not one.name) if reading.exact else node.words()


def _made(kind: str, spot: Spot, **fields: Raw) -> Raw:
    return Raw({"kind": Raw(kind, spot), **fields}, spot)


def _is_link(node: Node) -> bool:
    return node.name == "a" and "href" in node.attributes


def _shows(node: Node) -> bool:
    """Tell whether a node has words, or a picture with words."""
    return bool(node.text.strip()) if not node.name else bool(node.words()) or node.name == "img"


_READ: Final = frozenset({"abbr", "acronym", "time"})
_HEADED: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
