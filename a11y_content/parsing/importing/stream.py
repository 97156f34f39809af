"""Reading a stream of blocks: what each kind is, its handler says (`stream_blocks`)."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any, Final

from a11y_content.model.raw import Raw, Scalar
from a11y_content.parsing.importing.adapters import Imported, Opened
from a11y_content.parsing.importing.faults import BLOCK_UNKNOWN, FRONT_LEFT_OUT, FRONT_MOVED
from a11y_content.parsing.importing.making import TOP
from a11y_content.parsing.importing.places import Inner
from a11y_content.parsing.importing.records import Records, many, text_of
from a11y_content.parsing.importing.richtext import Rewritten, rewrite
from a11y_content.parsing.json_text import inside, read_json
from a11y_content.problem import Spot
from a11y_content.registry import Registry, suggest

if TYPE_CHECKING:
    from a11y_content.parsing.importing.fixture import Fixture

SILENT: Final = frozenset({
    "id", "type", "heading_level", "heading_size", "column", "new_window", "internal_page", "link_page", "url",
    "external_url", "content_image", "image", "no_border", "level", "size", "page", "document", "link", "href",
    "table_header_choice", "first_row_is_table_header", "first_col_is_header", "cell", "mergeCells", "no_background",
})  # fmt: skip
"""Fields of blocks that steer how they look, or name other records."""
_DEEPEST: Final = 40
_WORD: Final = re.compile(r"[^\W\d_]")

HANDLERS: Registry[Any] = Registry("StreamField block")
"""What reads a block, by the name of its kind."""


def is_stream(raw: Raw) -> bool:
    """Tell whether a value is a list of blocks `{type, value}`."""
    if not isinstance(raw.value, list) or not raw.value:
        return False
    return all(
        isinstance(one.value, dict) and "value" in one.value and text_of(one.value.get("type")) for one in raw.value
    )


def stream_in(raw: Raw) -> bool:
    """Tell whether a value is a stream, or a string that looks like one."""
    return is_stream(raw) or (
        isinstance(raw.value, str) and raw.value.lstrip().startswith('[{"') and "type" in raw.value
    )


class Said(str):
    """A string that remembers where it stands."""

    __slots__ = ("raw",)
    raw: Raw


class Stream(Records):
    """Reads the streams of one page; `name` is that of its content file."""

    def __init__(self, opened: Opened, made: Imported, name: str, fixture: Fixture | None) -> None:
        super().__init__(opened, made)
        self.name = name
        self.fixture = fixture
        self.counted: list[Raw] = []
        """Strings that say something to readers."""
        self.path = ""
        self._depth = 0

    # ------------------------------------------------------------------------------------------------- values
    def read(self, raw: Raw, path: str) -> None:
        """Read a stream, which may be JSON inside a string."""
        if isinstance(raw.value, str):
            inner = Inner(self.opened.source.name, raw.value, self.at(raw))
            tree, problems = read_json(inner.source)
            self.made.problems += inner.problems(problems)
            if tree is None:
                self.counted.append(raw)
                self.add_html(raw)
                return
            self._nest(inner, tree)
            raw = tree
        self.stream(raw, path)

    def _nest(self, inner: Inner, tree: Raw) -> None:
        """Remember how to find the places of strings inside a string."""
        for outer, before in inner.raise_all(tree).items():
            within = inside(inner.source, before)
            self.nested[outer] = lambda offset, within=within: inner.lift(within(offset))  # type: ignore[misc]

    def stream(self, raw: Raw, path: str) -> None:
        """Read the blocks of a stream."""
        for number, one in enumerate(many(raw)):
            fields = one.value if isinstance(one.value, dict) else {}
            self.block(text_of(fields.get("type")), fields.get("value", Raw(None, one.spot)), one, f"{path}[{number}]")

    def block(self, kind: str, value: Raw, whole: Raw, path: str) -> None:
        """Read one block."""
        handler = HANDLERS.get(kind) or HANDLERS.get(kind.replace("-", "_").casefold())
        if self._depth >= _DEEPEST:
            handler = None
        before, self.path = self.path, path
        self._depth += 1
        if handler is None:
            near = suggest(kind, HANDLERS)
            hint = f"is it what is called `{near}` elsewhere? {BLOCK_UNKNOWN.mend}" if near else ""
            said = f"the block `{kind}` at `{path}` is not known; its words were kept as text"
            self.tell(BLOCK_UNKNOWN.at(whole.spot, said, hint))
            self.stand_out(f"the block `{kind}`", value, lambda: self._loose(value))
        else:
            if not value.spot:
                value.spot = whole.spot
            handler(self, value)
        self._depth -= 1
        self.path = before

    def _loose(self, root: Raw) -> None:
        """Keep what a block of an unknown kind says: streams in it as such, every other string as text."""
        stack = [root]
        while stack:
            raw = stack.pop()
            if is_stream(raw) and self._depth < _DEEPEST:
                self.stream(raw, self.path)
            elif isinstance(raw.value, dict):
                stack.extend(one for name, one in reversed(raw.value.items()) if name not in SILENT)
            elif isinstance(raw.value, list):
                stack.extend(reversed(raw.value))
            elif isinstance(raw.value, str) and _WORD.search(raw.value):
                self.add_html(self.count(raw), TOP + 1)

    # ------------------------------------------------------------------------------------------------- strings
    def count(self, raw: Raw | None) -> Raw | None:
        """Note a string that says something to readers."""
        if raw is not None and isinstance(raw.value, str):
            self.counted.append(raw)
        return raw

    def html(self, raw: Raw | None) -> list[Raw]:
        """Read HTML, with the links and pictures of Wagtail's own kinds in it."""
        text = text_of(raw)
        if raw is None or ("linktype" not in text and "embedtype" not in text):
            return super().html(raw)
        new: Rewritten = rewrite(text, self)
        held = Raw(new.text, raw.spot)
        at = self.at(raw)
        before = self.nested.get(raw.spot)
        self.nested[raw.spot] = lambda offset: at(new.back(offset))
        blocks = super().html(held)
        if before is None:
            del self.nested[raw.spot]
        else:
            self.nested[raw.spot] = before
        return blocks

    def field(self, name: str, raw: Raw) -> None:
        """Take over a field of the page that is no stream: a text of its own."""
        if isinstance(raw.value, str) and _WORD.search(raw.value):
            self.count(raw)
            self.add_html(raw)
            self.tell(FRONT_MOVED.at(raw.spot, f"the field `{name}` became text above the blocks"))
        elif isinstance(raw.value, dict | list) and raw.value:
            self.aside(name, raw)

    def tell_field(self, name: str, raw: Raw) -> None:
        """Tell of a field that has no place."""
        self.tell(FRONT_LEFT_OUT.at(raw.spot, f"`{name}: {text_of(raw)}` was left out"))

    # ------------------------------------------------------------------------------------------------- targets
    def target(self, url: Raw | None, page: Raw | None) -> str:
        """Give where a block leads: its address, or the content file of a page of the same site."""
        given = text_of(url).strip()
        return given or self.page(text_of(page))

    def page(self, number: str) -> str:
        """Give the path to the content file of a page, or an empty string."""
        name = self.fixture.name_of(number) if self.fixture is not None and number else ""
        return posixpath.relpath(name, posixpath.dirname(self.name) or ".") if name else ""

    def picture(self, number: str) -> str:
        """Give the file of a picture, or an empty string."""
        return self.fixture.picture_of(number) if self.fixture is not None else ""

    # ------------------------------------------------------------------------------------------------- own blocks
    def plain(self, raw: Raw) -> Any:
        """Give a value as plain Python, its strings with their places, for a handler of a site's own."""
        if isinstance(raw.value, dict):
            return {name: self.plain(one) for name, one in raw.value.items()}
        if isinstance(raw.value, list):
            return [self.plain(one) for one in raw.value]
        if isinstance(raw.value, str):
            said = Said(raw.value)
            said.raw = raw
            return said
        return raw.value

    def located(self, value: object, spot: Spot) -> Raw:
        """Give what a handler made (the JSON form of content) as a located tree."""
        if isinstance(value, Raw):
            return value
        if isinstance(value, dict):
            return Raw({str(name): self.located(one, spot) for name, one in value.items()}, spot)
        if isinstance(value, list | tuple):
            return Raw([self.located(one, spot) for one in value], spot)
        if isinstance(value, Said):
            return Raw(str(value), value.raw.spot)
        scalar: Scalar = value if isinstance(value, str | int | float | bool) else None
        return Raw(scalar, spot)
