"""HTML inside Markdown: a tokenizer that keeps every word and says which tags there were."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


@dataclass(slots=True)
class Tag:
    """One tag; `name` is empty for a comment, a declaration or an instruction."""

    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    closing: bool = False

    @property
    def void(self) -> bool:
        """Tell whether the element has no content."""
        return self.name in VOID


@dataclass(slots=True)
class Token:
    """A tag, a comment (`markup` alone) or a run of text, with its place inside the block: line and column from 0."""

    line: int
    column: int
    markup: str = ""
    tag: Tag | None = None
    text: str = ""


class _Tokens(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []

    def _note(self, markup: str = "", tag: Tag | None = None, text: str = "") -> None:
        line, column = self.getpos()
        self.tokens.append(Token(line - 1, column, markup, tag, text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(self.get_starttag_text() or "", Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._note(f"</{tag}>", Tag(tag, closing=True))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._note("", Tag(tag, closing=True))

    def handle_data(self, data: str) -> None:
        self._note(text=data)

    def handle_comment(self, data: str) -> None:
        self._note(f"<!--{data}-->", Tag())

    def handle_decl(self, decl: str) -> None:
        self._note(f"<!{decl}>", Tag())

    def handle_pi(self, data: str) -> None:
        self._note(f"<?{data}>", Tag())

    def unknown_decl(self, data: str) -> None:
        self._note(f"<![{data}]>", Tag())


def tokenize(markup: str) -> list[Token]:
    """Cut HTML into tags, comments and text; nothing of it is left out."""
    # html.parser looks for the end of a tag or comment again and again: what has none is text from the start
    end = markup.rfind(">") + 1
    comment = markup.find("<!--", markup.rfind("-->") + 1)
    end = min(end, comment) if comment >= 0 else end
    end = end if "<" in markup[end:] else len(markup)
    parser = _Tokens()
    try:
        parser.feed(markup[:end])
        parser.close()
    except (AssertionError, ValueError):  # html.parser gives up on some broken declarations
        parser.tokens.append(Token(0, 0, markup, Tag()))
        return parser.tokens
    if parser.rawdata:  # inside a script or style that is never closed, html.parser keeps the rest to itself
        parser.handle_data(parser.rawdata)
    if end < len(markup):
        line = markup.count("\n", 0, end)
        parser.tokens.append(Token(line, end - markup.rfind("\n", 0, end) - 1, text=unescape(markup[end:])))
    return parser.tokens


def read_tag(markup: str) -> Tag:
    """Read one tag; a `Tag` without a name where it is a comment or the like."""
    tokens = tokenize(markup)
    return next((one.tag for one in tokens if one.tag is not None), Tag())
