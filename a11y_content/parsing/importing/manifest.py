"""Manifest trees: a folder for each page, its components in `manifest.json`, their text in Markdown files beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.adapters import Imported, Opened, importer
from a11y_content.parsing.importing.faults import (
    BLOCK_UNKNOWN,
    FRONT_LEFT_OUT,
    INCLUDE_REFUSED,
    PART_DIFFERS,
    PART_UNUSED,
)
from a11y_content.parsing.importing.fragments import Fragment, advised, unsure
from a11y_content.parsing.importing.front import flat
from a11y_content.parsing.importing.making import TOP, Flow, Making, paragraph
from a11y_content.parsing.importing.places import Inner
from a11y_content.parsing.importing.words import Words, json_words, text_words
from a11y_content.parsing.json_text import inside
from a11y_content.parsing.source import Source, read_source
from a11y_content.problem import Level, Problem, Spot

_FILE: Final = "!file="
_NAME: Final = re.compile(r"[^/\\:\x00-\x1f]+")
_WIDTH: Final = re.compile(r"(\S+)(?:\s+(\d+)w)?")
_MACHINE: Final = ("layout", "choicesOrigin", "returnPath", "nonEmergencyCallout", "font")
_SILENT: Final = frozenset({"type", "variant", "srcset", "value", *_MACHINE})
_QUIET: Final = frozenset({"info"})
_DEEPEST: Final = 20


def _sniff(opened: Opened) -> bool:
    fields = opened.fields()
    return "title" in fields and "content" in fields and isinstance(fields["content"].value, dict)


@importer("manifest", suffixes=("manifest.json",), sniff=_sniff, parts=(".md",))
def import_manifest(opened: Opened) -> Imported:
    """Manifest trees: a folder a page, with manifest.json and the Markdown files that it includes."""
    root, problems = opened.json()
    made = Imported(problems=list(problems))
    if root is None:
        return made
    reader = _Reader(opened, made)
    fields = opened.fields()
    content = fields["content"].value if "content" in fields else None
    for area in content.values() if isinstance(content, dict) else ():
        reader.components(area, 0)
    folder = opened.path.resolve().parent
    title = fields.get("title") or Raw(folder.name, root.spot)
    if not isinstance(title.value, str) or not title.value.strip():
        title = Raw(folder.name, root.spot)
    making = Making(opened, made.problems)
    document = making.document(
        "condition" if folder.parent.name == "conditions" else "page",
        title,
        reader.flow.blocks,
        summary=fields.get("description"),
        glossary=Raw(list(reader.glossary.values()), root.spot),
        references=Raw(reader.references, root.spot),
    )
    for name, value in fields.items():
        if name not in {"title", "description", "content", *_MACHINE}:
            making.leave_out(name, value)
    said = "; ".join(f"{name}: {flat(fields[name])}" for name in _MACHINE if name in fields)
    if said:
        made.problems.append(FRONT_LEFT_OUT.at(root.spot, f"`{said}` was left out"))
    reader.unused(folder)
    said_once = [one for one in reader.words if (one[0].file, one[0].line) not in reader.again]
    made.words = [*json_words(root, _SILENT), *said_once]
    made.documents.append((folder.name, document))
    return made


class _Reader:
    """Reads components into blocks."""

    def __init__(self, opened: Opened, made: Imported) -> None:
        self.opened = opened
        self.made = made
        self.flow = Flow()
        self.words: Words = []
        self.glossary: dict[str, Raw] = {}
        self.references: list[Raw] = []
        self.again: set[tuple[str, int]] = set()
        """Lines that only repeat what another part says of an abbreviation."""
        self._read: dict[str, Callable[[dict[str, Raw], Raw, int], None]] = {
            "text": self._text,
            "callout": self._callout,
            "reveal": self._reveal,
            "image": self._image,
            "tab": self._tab,
        }

    def tell(self, problem: Problem) -> None:
        self.made.problems.append(problem)

    # ------------------------------------------------------------------------------------------------- the tree
    def components(self, raw: Raw, depth: int) -> None:
        """Read a list of components, or one."""
        for one in raw.value if isinstance(raw.value, list) else [raw]:
            fields = one.value if isinstance(one.value, dict) else {}
            props = fields["props"].value if "props" in fields else None
            kind = str(fields["type"].value) if "type" in fields else ""
            if not kind or not isinstance(props, dict) or depth > _DEEPEST:
                self._unknown(kind, one)
            elif kind in self._read:
                self._read[kind](props, one, depth)
            elif kind.replace("_", "").casefold() in {"splitcontent", "splitarea", "gallery", "tabs", "panel"}:
                for name in ("header", "children", "body", "footer"):  # boxes and columns: their parts in reading order
                    if name in props:
                        self.components(props[name], depth + 1)
            else:
                self._unknown(kind, one)

    def _inside(self, raw: Raw | None, depth: int) -> list[Raw]:
        """Read components into blocks of their own."""
        outer, self.flow = self.flow, Flow()
        if raw is not None:
            self.components(raw, depth + 1)
        blocks, self.flow = self.flow.blocks, outer
        return blocks

    def _unknown(self, kind: str, raw: Raw) -> None:
        """Keep the words of a component that is not known, each string a paragraph."""
        self.tell(BLOCK_UNKNOWN.at(raw.spot, f"the component `{kind or 'without type'}` is not known"))
        stack = [raw]
        while stack:
            one = stack.pop()
            if isinstance(one.value, dict):
                stack.extend(value for name, value in reversed(one.value.items()) if name not in _SILENT - {"value"})
            elif isinstance(one.value, list):
                stack.extend(reversed(one.value))
            elif isinstance(one.value, str) and one.value.startswith(_FILE):
                self._markdown(one)
            elif isinstance(one.value, str) and one.value.strip():
                self.flow.add([paragraph([Raw(one.value, one.spot)], one.spot)])

    # ------------------------------------------------------------------------------------------------- text
    def _text(self, props: dict[str, Raw], raw: Raw, depth: int) -> None:
        if "value" in props:
            self._markdown(props["value"])

    def _markdown(self, raw: Raw) -> None:
        """Read Markdown: of the file that is named, or of the string itself."""
        text = str(raw.value or "")
        if text.startswith(_FILE):
            source = self._include(text.removeprefix(_FILE).strip(), raw.spot)
            if source is not None:
                fragment = Fragment(source)
                self.words += text_words(source, markdown=True)
                self._add(fragment, fragment.problems)
            return
        inner = Inner(self.opened.source.name, text, inside(self.opened.source, raw.spot))
        fragment = Fragment(inner.source)
        whole = Raw([*fragment.blocks, *fragment.glossary, *fragment.references])
        self.words += [(raw.spot, counts) for _, counts in text_words(inner.source, markdown=True)]
        inner.raise_all(whole)
        self._add(fragment, inner.problems(fragment.problems))

    def _add(self, fragment: Fragment, problems: list[Problem]) -> None:
        self.made.problems += problems
        for term in fragment.glossary:
            self._term(term, term.value if isinstance(term.value, dict) else {})
        self.references += fragment.references
        self.flow.add(advised(fragment.blocks), fragment.level)

    def _term(self, term: Raw, fields: dict[str, Raw]) -> None:
        """Take an abbreviation once; many parts say the same ones."""
        short, expansion = (str(fields[name].value) for name in ("short", "expansion"))
        known = self.glossary.setdefault(short, term)
        if known is not term:
            given = flat(known.value["expansion"]) if isinstance(known.value, dict) else ""
            if given == " ".join(expansion.split()):
                self.again.add((term.spot.file, term.spot.line))
            else:
                said = f"`{short}` stands for “{given}” above, and here for “{expansion}”"
                self.tell(PART_DIFFERS.at(term.spot, said))

    def _include(self, name: str, spot: Spot) -> Source | None:
        """Open a part: a file right in the folder of the manifest, and nothing else."""
        path = self.opened.path.parent / name if _NAME.fullmatch(name) and name not in {".", ".."} else None
        if path is None or path.is_symlink():
            why = "leads out of the folder" if path is None else "is a link to somewhere else"
            self.tell(INCLUDE_REFUSED.at(spot, f"`{name}` {why}; it was not read"))
            return None
        source, problems = read_source(path)
        if any(one.level is Level.ERROR for one in problems):
            why = "; ".join(one.message for one in problems)
            if all(one.code == "file-empty" for one in problems):
                self.made.parts.append(path)
                return None
            self.tell(INCLUDE_REFUSED.at(spot, f"`{name}` could not be read: {why}"))
            return None
        self.made.problems += problems
        self.made.parts.append(path)
        return source

    def unused(self, folder: Path) -> None:
        """Tell of parts that no component names."""
        used = {path.name for path in self.made.parts}
        beside = sorted(path.name for path in folder.glob("*.md") if path.name not in used)
        for name in beside:
            said = f"`{name}` lies in the folder, but no component names it; it was not imported"
            self.tell(PART_UNUSED.at(Spot(self.opened.source.name, 1, 1), said))

    # ------------------------------------------------------------------------------------------------- components
    def _callout(self, props: dict[str, Raw], raw: Raw, depth: int) -> None:
        blocks = self._inside(props.get("children"), depth)
        variant = str(props["variant"].value) if "variant" in props else "callout"
        if blocks:
            made, problem = unsure(variant, blocks, raw.spot, quiet=variant in _QUIET)
            self.tell(problem)
            self.flow.add(made)

    def _reveal(self, props: dict[str, Raw], raw: Raw, depth: int) -> None:
        summary = props.get("summary") or Raw("", raw.spot)
        blocks = self._inside(props.get("children"), depth)
        self.flow.add([node("details", raw.spot, summary=[summary], blocks=blocks)])

    def _tab(self, props: dict[str, Raw], raw: Raw, depth: int) -> None:
        """Make a section of a tab: what is behind tabs is found by nobody who reads straight on."""
        label = props.get("label") or Raw("", raw.spot)
        blocks = self._inside(props.get("children"), depth)
        self.flow.add([node("section", raw.spot, title=[label], blocks=blocks)], TOP + 1)

    def _image(self, props: dict[str, Raw], raw: Raw, depth: int) -> None:
        widths: list[tuple[int, str]] = []
        for one in props["srcset"].value if "srcset" in props and isinstance(props["srcset"].value, list) else []:
            found = _WIDTH.match(str(one.value))
            if found:
                widths.append((int(found[2] or 0), found[1]))
        src = max(widths)[1] if widths else str((props.get("src") or Raw("")).value or "")
        fields: dict[str, Raw] = {"src": Raw(src, raw.spot)}
        alt = props.get("alt")
        if alt is not None and alt.value:
            fields["alt"] = alt
        elif alt is not None:
            fields["decorative"] = Raw(True, alt.spot)  # noqa: FBT003  a value of the tree
        caption = props.get("caption")
        if caption is not None and caption.value:
            fields["caption"] = Raw([caption], caption.spot)
        self.flow.add([node("figure", raw.spot, **fields)])
