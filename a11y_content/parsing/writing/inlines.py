"""Inlines as Markdown that reads back as the same inlines."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from a11y_content.model.raw import Raw
from a11y_content.parsing.markdown.marks import ROLES
from a11y_content.text import date_words

_ALWAYS: Final = re.compile(r"[\\`*\[\]<~{]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_START: Final = re.compile(r"(?:[#>+=:|-]|\d{1,9}(?=[.)]))")
_SAFE_HREF: Final = re.compile(r"[A-Za-z0-9/.?=#%~+,;@:-][A-Za-z0-9/.?=#%~+,;@:_-]*")
_TICKS: Final = re.compile(r"`+")
_ENTITY: Final = re.compile(r"[&\"*_`\[\]<>\\~{}\n\t]")
_HASHES: Final = re.compile(r"(?<!\\)#+$")
_MARKS: Final = {"strong": "**", "em": "_"}
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Style(NamedTuple):
    """Where inlines stand: `line`: no line may end inside them; `cell`: in a table; `lang`: the language of dates."""

    line: bool = False
    cell: bool = False
    lang: str = "en"


class _Piece:
    """A part of a line: text that is still to be escaped, or finished Markdown."""

    __slots__ = ("made", "mark", "text")

    def __init__(self, text: str = "", made: str = "", mark: str = "") -> None:
        self.text, self.made, self.mark = text, made, mark


def items_of(raw: Raw | None) -> list[Raw]:
    """Give inlines as a list: a bare string or a single inline is a list of one."""
    if raw is None or raw.value is None:
        return []
    return raw.value if isinstance(raw.value, list) else [raw]


def tidy(items: list[Raw], around: frozenset[str] = frozenset()) -> list[Raw]:
    """Join what stands side by side and means the same, and take out marks inside a mark of their own kind."""
    made: list[Raw] = []
    for one in items:
        kind = one.kind
        value = one.value
        if kind in _MARKS and isinstance(value, dict):
            inside = tidy(items_of(value.get("inlines")), around | {kind})
            before, inside, after = _breaks(inside)
            for part in before:
                _add(made, part)
            if kind in around or not inside:
                for part in inside:
                    _add(made, part)
            else:
                _add(made, Raw({"kind": Raw(kind), "inlines": Raw(inside)}, one.spot))
            for part in after:
                _add(made, part)
        elif kind == "text" and isinstance(value, dict):
            _add(made, Raw(str(value["text"].value), one.spot))
        elif isinstance(value, dict) and "inlines" in value:
            inside = tidy(items_of(value["inlines"]), around)
            made.append(Raw({**value, "inlines": Raw(inside, value["inlines"].spot)}, one.spot))
        else:
            _add(made, one)
    return made


def _breaks(items: list[Raw]) -> tuple[list[Raw], list[Raw], list[Raw]]:
    """Part the line breaks at both ends from what stands between them."""
    first = next((place for place, one in enumerate(items) if one.kind != "line-break"), len(items))
    last = next((place for place in range(len(items), first, -1) if items[place - 1].kind != "line-break"), first)
    return items[:first], items[first:last], items[last:]


def trim(items: list[Raw]) -> list[Raw]:
    """Give inlines without line breaks and white space at their ends, where these show nothing."""
    made = tidy(items)
    while made and (made[0].kind == "line-break" or (isinstance(made[0].value, str) and not made[0].value.strip())):
        made.pop(0)
    while made and (made[-1].kind == "line-break" or (isinstance(made[-1].value, str) and not made[-1].value.strip())):
        made.pop()
    if made and isinstance(made[0].value, str):
        made[0] = Raw(made[0].value.lstrip(), made[0].spot)
    if made and isinstance(made[-1].value, str):
        made[-1] = Raw(made[-1].value.rstrip(), made[-1].spot)
    return made


def _add(made: list[Raw], one: Raw) -> None:
    last = made[-1] if made else None
    if one.value == "":
        return
    if last is not None and isinstance(last.value, str) and isinstance(one.value, str):
        made[-1] = Raw(last.value + one.value, last.spot)
    elif last is not None and one.kind in _MARKS and last.kind == one.kind:
        made[-1] = Raw({"kind": Raw(one.kind), "inlines": Raw(tidy(_inside(last) + _inside(one)))}, last.spot)
    else:
        made.append(one)


def _inside(raw: Raw) -> list[Raw]:
    return items_of(raw.value["inlines"]) if isinstance(raw.value, dict) else []


def inline_text(items: list[Raw], style: Style = Style()) -> str:  # noqa: B008  a constant
    """Give inlines as one line of Markdown, or as several where a line break is wanted and `style` allows it."""
    made = _join(_breaks(tidy(items))[1], style, outer=True)
    return _no_closing(made) if style.line else made


def _no_closing(text: str) -> str:
    """Escape signs at the end of a line that would be taken for the end of a heading."""
    return _HASHES.sub(lambda found: "\\#" * len(found[0]), text)


def label(text: str) -> str:
    """Give plain words as they stand in the square brackets of a link or picture."""
    return _join([Raw(text)], Style(line=True), outer=False) if text else ""


def _join(items: list[Raw], style: Style, *, outer: bool) -> str:
    pieces = [_piece(one, style) for one in items]
    out: list[str] = []
    fresh = outer and not style.cell
    for place, piece in enumerate(pieces):
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        if piece.made:
            out.append(piece.made)
            if piece.made.endswith(")") and after and after.made.startswith("{"):
                out.append('{about=""}')  # else the role behind a link would be read as the link's attributes
            fresh = piece.made.endswith("\n")
            continue
        ends = not after or after.made == "\\\n"
        text = _text(piece.text, before, after, start=fresh or not place, end=ends)
        out.append(_line_start(text) if fresh else text)
        fresh = False
    made = "".join(out)
    return made.replace("|", "&#124;") if style.cell and outer else made


def _text(text: str, before: _Piece | None, after: _Piece | None, *, start: bool, end: bool) -> str:
    """Escape a run of text, and turn into entities what the marks beside it or the ends of a line would swallow."""
    head = tail = ""
    lead = len(text) - len(text.lstrip()) if start else 0
    if lead:
        head, text = "".join(f"&#{ord(letter)};" for letter in text[:lead]), text[lead:]
    elif text and before is not None and _touches(before, text[0], first=False):
        head, text = f"&#{ord(text[0])};", text[1:]
    trail = len(text) - len(text.rstrip()) if end else 0
    if trail:
        tail, text = "".join(f"&#{ord(letter)};" for letter in text[-trail:]), text[:-trail]
    elif text and after is not None and (text[-1] in "\\!" or _touches(after, text[-1], first=True)):
        tail, text = f"&#{ord(text[-1])};", text[:-1]
    text = text.replace("[^", "\0")
    text = _ALWAYS.sub(r"\\\g<0>", text).replace("\0", "&#91;^")
    return head + text.replace("\n", "&#10;").replace("\t", "&#9;") + tail


def _touches(mark: _Piece, letter: str, *, first: bool) -> bool:
    """Say whether a letter beside a mark of emphasis would keep it from being read as one."""
    if not mark.mark or letter.isspace() or letter in _PUNCTUATION:
        return False
    inner = mark.made[len(mark.mark)] if first else mark.made[-len(mark.mark) - 1]
    return mark.mark == "_" or not inner.isalnum()


def _line_start(text: str) -> str:
    """Escape what would make the beginning of a line a heading, list, quotation, fence or table."""
    found = _START.match(text)
    if found is None:
        return text
    return f"{found[0]}\\{text[found.end() :]}" if found[0].isdigit() else f"\\{text}"


def _piece(one: Raw, style: Style) -> _Piece:  # noqa: PLR0911  one way a kind
    value = one.value
    if not isinstance(value, dict):
        return _Piece(text="" if value is None else str(value))
    kind = one.kind
    if kind in _MARKS:
        mark = _MARKS[kind]
        inside = _join(items_of(value.get("inlines")), style, outer=False)
        return _Piece(made=f"{mark}{inside}{mark}", mark=mark)
    if kind == "link":
        return _Piece(made=_link(value, style))
    if kind == "cite":
        return _Piece(made=f"[^{_word(value, 'ref')}]")
    if kind == "line-break":
        return _Piece(text=" ") if style.line or style.cell else _Piece(made="\\\n")
    if kind == "phone":
        text = _word(value, "text") or _word(value, "number")
        return _Piece(made=f"[{label(text)}]({address('tel:' + _word(value, 'number'))})")
    return _Piece(made=_role(kind, value, style))


def _role(kind: str, value: dict[str, Raw], style: Style) -> str:
    name, role = next(((name, role) for name, role in ROLES.items() if role.kind == kind), ("", None))
    if role is None:
        return ""
    if role.words == "inlines":
        said = _no_closing(_join(items_of(value.get("inlines")), style._replace(line=True), outer=False))
    else:
        said = " ".join(_word(value, role.words).split())
    if not said and kind == "time":
        said = _date(_word(value, "date"), style.lang)
    if not said:
        return ""
    head = f"{{{name}={_word(value, role.value)}}}" if role.value else f"{{{name}}}"
    ticks = "`" * (max((len(run) for run in _TICKS.findall(said)), default=0) + 1)
    pad = " " if said[0] in "` " or said[-1] in "` " else ""
    return f"{head}{ticks}{pad}{said}{pad}{ticks}"


def _date(text: str, lang: str) -> str:
    try:
        return date_words(dt.date.fromisoformat(text), lang)
    except ValueError:
        return text


def _link(value: dict[str, Raw], style: Style) -> str:
    inside = _join(items_of(value.get("inlines")), style, outer=False)
    more = [
        f'{name}="{_ENTITY.sub(lambda found: f"&#{ord(found[0])};", _word(value, name))}"'
        for name in value
        if name not in {"kind", "href", "inlines"} and _word(value, name)
    ]
    attributes = f"{{{' '.join(more)}}}" if more else ""
    return f"[{inside}]({address(_word(value, 'href'))}){attributes}"


def address(href: str) -> str:
    """Give an address as the target of a link or picture."""
    if _SAFE_HREF.fullmatch(href):
        return href
    escaped = re.sub(r"[\\<>&*_`\[\]{}|~\n\r\t]", lambda found: f"&#{ord(found[0])};", href)
    return f"<{escaped}>"


def _word(value: dict[str, Raw], name: str) -> str:
    one = value.get(name)
    return "" if one is None or one.value is None else str(one.value)
