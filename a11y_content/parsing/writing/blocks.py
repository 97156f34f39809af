"""Blocks as Markdown with colon fences, by the same declarations that the Markdown door reads them with."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.block import BLOCKS, Body
from a11y_content.model.raw import Raw
from a11y_content.parsing.limits import MAX_DEPTH
from a11y_content.parsing.plan import Want, plan
from a11y_content.parsing.writing.inlines import Style, address, inline_text, items_of, label
from a11y_content.parsing.writing.yaml import flow, quoted

_COLONS: Final = re.compile(r"^[ >*+\-\d.)]*(:{3,})\{", re.MULTILINE)
_DEEPEST_HEADING: Final = 6
_SHAPE_FIELDS: Final = {
    Body.BLOCKS: ("blocks",),
    Body.LIST: ("items",),
    Body.TITLED: ("items",),
    Body.TERMS: ("rows",),
    Body.LINKS: ("links",),
    Body.TABLE: ("columns", "rows"),
    Body.QUOTE: ("blocks",),
    Body.NONE: (),
}
_OWN: Final = {
    "paragraph": {"inlines"},
    "section": {"title", "blocks"},
    "list": {"items", "ordered", "start"},
}


class UnfitError(Exception):
    """A tree that Markdown cannot say, such as text that follows a section without belonging to it."""


def _may_follow(block: Raw) -> bool:
    """Tell whether a block may stand right under a line: a list of bullets, or one that counts from 1."""
    value = block.value
    return block.kind == "list" and isinstance(value, dict) and ("start" not in value or value["start"].value == 1)


class BlockWriter:
    """Writes blocks; `lang` is the document's language, for dates without words."""

    def __init__(self, lang: str) -> None:
        self.style = Style(lang=lang)
        self.line = Style(line=True, lang=lang)
        self.cell = Style(line=True, cell=True, lang=lang)

    def blocks(self, raw: Raw | None, heading: int = 2, depth: int = 0) -> list[str]:
        """Give the lines of blocks; raises `UnfitError` where Markdown cannot say them."""
        if depth > MAX_DEPTH:
            raise UnfitError
        lines: list[str] = []
        before = ""
        sections = False
        other = False
        for one in self._list(raw):
            kind = one.kind
            sections = sections or kind == "section"
            if sections and kind != "section":
                raise UnfitError
            other = not other if kind == before == "list" else False
            made = self._block(one, heading, depth, other=other)
            if made:
                lines.extend(["", *made] if lines else made)
                before = kind
        return lines

    @staticmethod
    def _list(raw: Raw | None) -> list[Raw]:
        """Give blocks as a list; a bare string is running text, as in the build."""
        if raw is None or raw.value is None or raw.value == "":
            return []
        if isinstance(raw.value, list):
            return raw.value
        return [raw] if raw.kind else [Raw({"kind": Raw("paragraph"), "inlines": raw}, raw.spot)]

    def _block(  # noqa: PLR0911  one way a kind
        self, one: Raw, heading: int, depth: int, *, other: bool
    ) -> list[str]:
        value = one.value
        if not isinstance(value, dict):
            return self._lines(inline_text([one], self.style))
        kind = one.kind
        if kind in _OWN:
            if value.keys() - _OWN[kind] - {"kind"}:
                raise UnfitError
            if kind == "paragraph":
                return self._lines(inline_text(items_of(value.get("inlines")), self.style))
            if kind == "section":
                return self._section(value, heading, depth)
            return self._items(value, depth, other=other)
        cls = BLOCKS.get(kind)
        if cls is None or cls.fence is None:
            raise UnfitError
        if kind == "quote" and value.keys() <= {"kind", "blocks", "who"}:
            return [f"> {line}".rstrip() for line in self._quote(value, depth)]
        if kind == "figure" and value.keys() <= {"kind", "src", "alt"} and "src" in value:
            alt = label(str(value["alt"].value or "")) if "alt" in value else ""
            return [f"![{alt}]({address(str(value['src'].value))})"]
        return self._fence(kind, value, depth)

    @staticmethod
    def _lines(text: str) -> list[str]:
        return text.split("\n") if text else []

    def _section(self, value: dict[str, Raw], heading: int, depth: int) -> list[str]:
        if heading > _DEEPEST_HEADING:
            raise UnfitError
        title = self._inlines(value.get("title"))
        head = f"{'#' * heading} {title}".rstrip()
        body = self.blocks(value.get("blocks"), heading + 1, depth + 1)
        return [head, "", *body] if body else [head]

    def _inlines(self, raw: Raw | None) -> str:
        return inline_text(items_of(raw), self.line)

    def _items(self, value: dict[str, Raw], depth: int, *, other: bool) -> list[str]:
        ordered = "ordered" in value and value["ordered"].value is True
        number = value["start"].value if "start" in value else 1
        if not isinstance(number, int) or not 0 <= number <= 999_999_999 - len(self._list(value.get("items"))):
            raise UnfitError
        lines: list[str] = []
        for place, item in enumerate(self._list(value.get("items"))):
            sign = (f"{number + place})" if other else f"{number + place}.") if ordered else ("*" if other else "-")
            made = self._item(item, len(sign) + 1, depth + 1)
            if lines and "" in lines[-len(made) :]:
                lines.append("")
            lines.extend([f"{sign} {made[0]}".rstrip(), *made[1:]])
        return lines

    def _item(self, item: Raw, indent: int, depth: int, head: list[str] | None = None) -> list[str]:
        """Give the lines of an item, all but the first indented."""
        fields = item.value if isinstance(item.value, dict) and not item.kind else {"inlines": item}
        if head is None:
            head = self._lines(inline_text(items_of(fields.get("inlines")), self.style))
        blocks = self._list(fields.get("blocks"))
        below = self.blocks(fields.get("blocks"), 2, depth)
        if head and below and not _may_follow(blocks[0]):
            head = [*head, ""]
        lines = [*head, *below] or [""]
        return [lines[0], *(f"{' ' * indent}{line}".rstrip() for line in lines[1:])]

    def _quote(self, value: dict[str, Raw], depth: int) -> list[str]:
        lines = self.blocks(value.get("blocks"), 2, depth + 1)
        who = self._inlines(value.get("who"))
        return [*lines, "", f"-- {who}"] if who else lines

    # ------------------------------------------------------------------------------------------------ fences
    def _fence(self, kind: str, value: dict[str, Raw], depth: int) -> list[str]:
        fence = BLOCKS[kind].fence
        if fence is None:
            raise UnfitError
        wanted = plan(BLOCKS[kind]).fields
        body = {fence.into} if fence.into else set(_SHAPE_FIELDS[fence.body])
        head = ["{" + kind + "}"]
        said = {"kind"}
        for place, name in enumerate(fence.argument):
            last = place == len(fence.argument) - 1
            word = self._argument(value.get(name), last=last, marks=wanted[name].want is Want.INLINES)
            if not word:
                break
            head.append(word)
            said.add(name)
        options = [
            f":{name}: {self._option(one, wanted[name].want if name in wanted else Want.TEXT)}".rstrip()
            for name, one in value.items()
            if name not in said | body and one.value is not None
        ]
        lines = self._body(fence.body, fence.into, value, depth + 1)
        colons = ":" * (max((len(run) for run in _COLONS.findall("\n".join(lines))), default=2) + 1)
        first = f"{colons}{' '.join(head)}"
        return [first, *options, *([""] if lines and options else []), *lines, colons]

    def _argument(self, raw: Raw | None, *, last: bool, marks: bool) -> str:
        """Give a field as a part of the opening line; empty where it must be an option."""
        if raw is None:
            return ""
        if marks:
            return self._inlines(raw)
        text = raw.value if isinstance(raw.value, str) else ""
        bare = bool(text) and text == text.strip() and "\n" not in text and "\t" not in text
        return text if bare and (last or " " not in text) else ""

    def _option(self, raw: Raw, want: Want) -> str:
        if want is Want.INLINES:
            return self._inlines(raw)
        text = raw.value
        if not isinstance(text, str):
            return flow(raw)
        bare = bool(text) and text == text.strip() and text[0] not in "[{\"'" and text.isprintable()
        return text if bare else quoted(text)

    def _body(self, shape: Body, into: str, value: dict[str, Raw], depth: int) -> list[str]:
        if shape is Body.BLOCKS:
            return self.blocks(value.get(into or "blocks"), 2, depth)
        if shape is Body.QUOTE:
            return self.blocks(value.get("blocks"), 2, depth)
        if shape is Body.TABLE:
            return self._table(value)
        if shape is Body.NONE:
            return []
        lines: list[str] = []
        for place, item in enumerate(self._list(value.get(into or _SHAPE_FIELDS[shape][0])), 1):
            sign = f"{place}." if shape is Body.TITLED else "-"
            made = self._shaped(shape, item, len(sign) + 1, depth)
            lines.extend([f"{sign} {made[0]}".rstrip(), *made[1:]])
        return lines

    def _shaped(self, shape: Body, item: Raw, indent: int, depth: int) -> list[str]:
        fields = item.value if isinstance(item.value, dict) and not item.kind else {}
        if shape is Body.LIST:
            return self._item(item, indent, depth)
        if shape is Body.TITLED:
            title = self._inlines(fields.get("title") if fields else item)
            return self._item(Raw(fields or {}), indent, depth, [title] if title else [])
        if shape is Body.TERMS:
            return self._term(fields, indent, depth)
        href = str((fields.get("href") or Raw("")).value or "") if fields else str(item.value)
        title, text = (str((fields.get(name) or Raw("")).value or "") for name in ("title", "text"))
        link = f"[{label(title or href)}]({address(href)})"
        return [f"{link}: {inline_text([Raw(text)], self.line)}" if text else link]

    def _term(self, fields: dict[str, Raw], indent: int, depth: int) -> list[str]:
        blocks = self._list(fields.get("blocks"))
        term = inline_text([*items_of(fields.get("term")), Raw(":")], Style(line=True, lang=self.style.lang))
        first = ""
        if blocks and blocks[0].kind == "paragraph" and isinstance(blocks[0].value, dict):
            first = self._inlines(blocks[0].value.get("inlines"))
            first = f": {first}" if first.startswith(("\\:", ":")) else first
            blocks = blocks[1:]
        return self._item(Raw({"blocks": Raw(blocks)}), indent, depth, [f"**{term}** {first}".rstrip()])

    def _table(self, value: dict[str, Raw]) -> list[str]:
        columns = self._list(value.get("columns"))
        if not columns:
            raise UnfitError
        head = self._row(columns)
        rows = [self._row(self._list(row)) for row in self._list(value.get("rows"))]
        return [head, "| " + " | ".join("---" for _ in columns) + " |", *rows]

    def _row(self, cells: list[Raw]) -> str:
        return "| " + " | ".join(inline_text(items_of(cell), self.cell) for cell in cells) + " |"
