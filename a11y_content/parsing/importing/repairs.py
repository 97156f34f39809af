"""Repairs of an imported tree: what a check would refuse is mended where that can be honest, and each time told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from a11y_content.effort import tick
from a11y_content.model.inline import INLINES
from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.faults import (
    PICTURE_COPY,
    REPAIR_ATTRIBUTES,
    REPAIR_CITE,
    REPAIR_EMPTY,
)
from a11y_content.parsing.importing.lines import Lines
from a11y_content.parsing.importing.panels import mend_panels
from a11y_content.parsing.importing.tables import Tables
from a11y_content.parsing.markdown.marks import says, words_of
from a11y_content.parsing.plan import plan
from a11y_content.parsing.repair_faults import REPAIR_LINK, REPAIR_PICTURE, TEMPLATE
from a11y_content.parsing.writing.inlines import tidy, trim
from a11y_content.problem import Problem
from a11y_content.rules.addresses import plain, refusal, scheme

_TEMPLATE: Final = re.compile(
    r"\{\{<?[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}|\{:[^{}\n]{0,200}\}|<%[^%\n]{0,200}%>|\[\[[a-z]+[^\[\]\n]{0,200}\]\]"
)
_TEMPLATE_LINK: Final = re.compile(
    r"\[([^\[\]\n]{1,300})\]\(([^(){}\n]{0,300}\{\{[^{}()\n]{0,200}\}\}[^()\n]{0,300})\)"
)
_NUMBER: Final = re.compile(r"[+\d\s().\-/*#]*\d[\d\s().\-/*#]*(?:(?:ext\.?|x|;ext=)\s*\d+)?", re.IGNORECASE)
_STOPS: Final = (".", "!", "?", ":", ";", "…")
_SUFFIXES: Final = (
    "",
    ".md",
    ".markdown",
    ".txt",
    ".html",
    ".htm",
    "/index.md",
    "/README.md",
    "/index.html",
    "/manifest.json",
)


class Repairs:
    """Mends the blocks of one document; `path` is its file, beside which links and pictures are looked for."""

    def __init__(self, path: Path, references: set[str]) -> None:
        self.path = path
        self.references = references
        self.known: set[str] = set()
        """Paths that links may lead to although no such file is there yet."""
        self.headings = True
        """Whether a bold paragraph over text becomes a heading; the HTML door has judged that already."""
        self.problems: list[Problem] = []
        self._above = path.resolve().parents
        self._found: dict[str, bool] = {}
        self._mend: dict[str, Callable[[dict[str, Raw], Raw], list[Raw]]] = {
            "link": self._link,
            "phone": self._phone,
            "cite": self._cite,
            "figure": self._figure,
            "media": self._media,
            "paragraph": self._paragraph,
            "list": self._list,
        }
        self._links = {name for name in plan(INLINES["link"]).fields if name != "spot"}

    def blocks(self, root: Raw, title: str) -> None:
        """Mend all that is inside `root` in place; the words of `title` name tables that stand under no heading."""
        Tables(self.problems).mend(root, title)
        mend_panels(root, title, self.problems)
        Lines(self.problems, headings=self.headings).mend(root)
        inside: list[Raw] = []
        stack = [root]
        while stack:  # parents before children, so that the reverse mends children first
            raw = stack.pop()
            if isinstance(raw.value, list):
                inside.append(raw)
                stack.extend(raw.value)
            elif isinstance(raw.value, dict):
                stack.extend(raw.value.values())
        for raw in reversed(inside):
            tick()
            if isinstance(raw.value, list):
                made = [part for one in raw.value for part in self._one(one)]
                raw.value = self._sections(tidy(made) if any(isinstance(one.value, str) for one in made) else made)

    def _one(self, raw: Raw) -> list[Raw]:
        if isinstance(raw.value, dict) and raw.kind in self._mend:
            return self._mend[raw.kind](raw.value, raw)
        if isinstance(raw.value, str):
            raw.value = _TEMPLATE_LINK.sub(lambda found: self._template_link(found, raw), raw.value)
            for found in _TEMPLATE.finditer(raw.value):
                self.problems.append(TEMPLATE.at(raw.spot, f"“{found[0]}” stands in the text; it was kept"))
        return [raw]

    def _template_link(self, found: re.Match[str], raw: Raw) -> str:
        """Keep the words of a link that was none, since its address has the spaces of a placeholder in it."""
        said = f"“{found[1]}” led to `{found[2]}`: its address is made by a template"
        self.problems.append(REPAIR_LINK.at(raw.spot, said))
        return found[1]

    # ------------------------------------------------------------------------------------------------ inlines
    def _link(self, value: dict[str, Raw], raw: Raw) -> list[Raw]:
        for name in [name for name in value if name not in self._links and name != "kind"]:
            said = value.pop(name)
            self.problems.append(REPAIR_ATTRIBUTES.at(raw.spot, f"`{name}={said.value}` behind a link was left out"))
        href = str(value["href"].value or "")
        inlines = value["inlines"].value if isinstance(value["inlines"].value, list) else []
        words = words_of(inlines)
        why = self._refused(href)
        if any(one.kind == "link" for one in inlines):
            why = why or "another link stands inside it"
        if why:
            hidden = f" (and said, unseen, “{value['about'].value}”)" if "about" in value else ""
            self.problems.append(REPAIR_LINK.at(raw.spot, f"“{words}”{hidden} led to `{href}`: {why}"))
            return [*inlines, Raw(f" ({value['download'].value})", raw.spot)] if "download" in value else inlines
        if not words:
            value["inlines"] = Raw([Raw(href, raw.spot)], raw.spot)
        return [raw]

    def _refused(self, href: str) -> str:
        """Say why a link cannot stay, or give an empty string."""
        if not href.strip():
            return "it names no place"
        if _TEMPLATE.search(href):
            return "its address is made by a template"
        why = refusal(href)
        if why:
            return why
        text = plain(href)
        if scheme(text) or text.startswith(("#", "?")) or text.partition("#")[0] in self.known or self._is_there(text):
            return ""
        return "there is no such file beside this one"

    def _is_there(self, href: str) -> bool:
        """Look for the file of a relative address, and of an absolute one in the folders above, once for each."""
        path = re.split(r"[?#]", href, maxsplit=1)[0]
        if path not in self._found:
            self._found[path] = self._look(path)
        return self._found[path]

    def _look(self, path: str) -> bool:
        # The root of the disk is no site: /etc/hosts names no page.
        folders = self._above[:-1] if path.startswith("/") else self._above[:1]
        wanted = path.strip("/")
        for folder in folders:
            for suffix in _SUFFIXES:
                try:
                    if wanted and (folder / f"{wanted}{suffix}").is_file():
                        return True
                except (OSError, ValueError):  # too long a name, a zero byte
                    return False
        return False

    def _phone(self, value: dict[str, Raw], raw: Raw) -> list[Raw]:
        number = str(value["number"].value or "")
        if _NUMBER.fullmatch(number.strip()) and sum(letter.isdigit() for letter in number) > 1:
            return [raw]
        words = str(value["text"].value) if "text" in value else number
        self.problems.append(REPAIR_LINK.at(raw.spot, f"“{words}” led to `tel:{number}`: it cannot be dialled"))
        return [Raw(words, raw.spot)]

    def _cite(self, value: dict[str, Raw], raw: Raw) -> list[Raw]:
        ref = str(value["ref"].value)
        if ref in self.references:
            return [raw]
        self.problems.append(REPAIR_CITE.at(raw.spot, f"there is no note `{ref}`; its mark became “[^{ref}]”"))
        return [Raw(f"[^{ref}]", raw.spot)]

    # ------------------------------------------------------------------------------------------------ blocks
    def _figure(self, value: dict[str, Raw], raw: Raw) -> list[Raw]:
        src = str(value["src"].value) if "src" in value else ""
        alt = str(value["alt"].value or "") if "alt" in value else ""
        why = "it lies on another server" if scheme(src) or src.startswith("//") else ""
        why = why or ("" if src and self._is_there(src) else "its file is not there")
        if not why:
            said = f"`{src}` is not copied" if alt else f"`{src}` is not copied, and has no text alternative"
            self.problems.append(PICTURE_COPY.at(raw.spot, said))
            return [raw]
        kept = [Raw(alt, raw.spot)] if alt else []
        caption = value.get("caption")
        if caption is not None and caption.value and words_of([caption]) != alt:
            kept += [Raw(" " if alt.endswith(_STOPS) else ": ", raw.spot)] if kept else []
            kept += caption.value if isinstance(caption.value, list) else [caption]
        said = "its words were kept" if kept else "it has no text alternative to keep"
        credit = value.get("credit")
        said += f"; its credit was “{credit.value}”" if credit is not None and credit.value else ""
        self.problems.append(REPAIR_PICTURE.at(raw.spot, f"the picture `{src}` cannot be shown: {why}; {said}"))
        described = value["blocks"].value if "blocks" in value else []
        made = [Raw({"kind": Raw("paragraph"), "inlines": Raw(tidy(kept), raw.spot)}, raw.spot)] if kept else []
        return [*made, *(described if isinstance(described, list) else [])]

    def _media(self, value: dict[str, Raw], raw: Raw) -> list[Raw]:
        files = [value[name] for name in ("src", "poster") if name in value]
        for name in ("sources", "captions", "descriptions"):
            listed = value[name].value if name in value else []
            parts = listed if isinstance(listed, list) else []
            files += [one.value["src"] for one in parts if isinstance(one.value, dict) and "src" in one.value]
        for one in files:
            if not scheme(str(one.value)):
                self.problems.append(PICTURE_COPY.at(one.spot, f"`{one.value}` is not copied"))
        return [raw]

    @staticmethod
    def _paragraph(value: dict[str, Raw], raw: Raw) -> list[Raw]:
        _trim(value, "inlines")
        inlines = value["inlines"].value
        return [raw] if says(inlines if isinstance(inlines, list) else [value["inlines"]]) else []

    @staticmethod
    def _list(value: dict[str, Raw], raw: Raw) -> list[Raw]:
        """Take out items without words, and a list without items."""
        items = value["items"].value if isinstance(value["items"].value, list) else []
        for item in items:
            if isinstance(item.value, dict):
                _trim(item.value, "inlines")
        kept = [item for item in items if _says_something(item)]
        value["items"] = Raw(kept, value["items"].spot)
        return [raw] if kept else []

    def _sections(self, blocks: list[Raw]) -> list[Raw]:
        """Make paragraphs of the headings that have nothing under them, behind what stands before them."""
        made: list[Raw] = []
        for one in blocks:
            value = one.value
            if one.kind == "section" and isinstance(value, dict):
                _trim(value, "title")
            if one.kind != "section" or not isinstance(value, dict) or value["blocks"].value:
                made.append(one)
                continue
            words = words_of([value["title"]])
            if not words:
                continue
            self.problems.append(REPAIR_EMPTY.at(one.spot, f"nothing stands under the heading “{words}”"))
            _end_of(made).append(Raw({"kind": Raw("paragraph"), "inlines": value["title"]}, one.spot))
        return made


def _trim(fields: dict[str, Raw], name: str) -> None:
    """Take line breaks off the ends of a line; inside a title one becomes a space."""
    raw = fields.get(name)
    if raw is not None and isinstance(raw.value, list):
        items = raw.value
        if name == "title":
            items = [Raw(" ", one.spot) if one.kind == "line-break" else one for one in items]
        fields[name] = Raw(trim(items), raw.spot)


def _end_of(blocks: list[Raw]) -> list[Raw]:
    """Give the list that takes a paragraph after these blocks: inside the last section, where there is one."""
    while blocks and blocks[-1].kind == "section" and isinstance(blocks[-1].value, dict):
        inside = blocks[-1].value["blocks"].value
        if not isinstance(inside, list):
            break
        blocks = inside
    return blocks


def _says_something(item: Raw) -> bool:
    fields = item.value if isinstance(item.value, dict) else {}
    blocks = fields.get("blocks")
    inlines = fields["inlines"].value if "inlines" in fields else []
    return says(inlines if isinstance(inlines, list) else []) or bool(blocks and blocks.value)
