"""Hostile addresses, generated: schemes by ways to write them (requirement S3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import quote

SCHEMES: Final = (
    "javascript", "vbscript", "data", "blob", "file", "livescript", "mocha", "jar", "about", "view-source",
    "filesystem", "ws", "wss", "ftp", "gopher", "intent", "chrome", "chrome-extension", "moz-extension",
    "resource", "ms-its", "mhtml", "mk", "res", "wyciwyg", "feed", "jscript", "ecmascript", "x-javascript",
    "sms", "market", "steam", "ssh", "telnet", "ldap", "cid",
)  # fmt: skip
_TAILS: Final = {
    "data": "text/html,<script>top.hit(§)</script>",
    "blob": "http://canary.example/§",
    "file": "///etc/passwd",
    "jar": "http://canary.example/§!/",
    "view-source": "http://canary.example/§",
    "feed": "javascript:hit(§)",
}


def _numbers(text: str, form: str, end: str = ";") -> str:
    return "".join(f"&#{ord(one):{form}}{end}" for one in text)


WRITINGS: Final[tuple[Callable[[str, str], str], ...]] = (
    lambda name, tail: f"{name}:{tail}",
    lambda name, tail: f"{name.upper()}:{tail}",
    lambda name, tail: "".join(one.upper() if at % 2 else one for at, one in enumerate(name)) + f":{tail}",
    lambda name, tail: f" {name}:{tail}",
    lambda name, tail: f"\n\t {name}:{tail}",
    lambda name, tail: f"\x01{name}:{tail}",
    lambda name, tail: f"\x1f\x00{name}:{tail}",
    lambda name, tail: f"{name[:2]}\t{name[2:]}:{tail}",
    lambda name, tail: f"{name[:1]}\n{name[1:]}:{tail}",
    lambda name, tail: f"{name[:3]}\r\n{name[3:]}:{tail}",
    lambda name, tail: f"{name}\t:{tail}",
    lambda name, tail: f"{name}\n:{tail}",
    lambda name, tail: f"{name}:\n{tail}",
    lambda name, tail: f"{name}&colon;{tail}",
    lambda name, tail: f"{name}&#58;{tail}",
    lambda name, tail: f"{name}&#x3a{tail}" if tail[:1] not in "0123456789abcdefABCDEF" else f"{name}&#x3a;{tail}",
    lambda name, tail: f"{name}&#0000058{tail}" if not tail[:1].isdigit() else f"{name}&#0000058;{tail}",
    lambda name, tail: f"{name}&amp;#58;{tail}",
    lambda name, tail: f"{name}&amp;amp;#58;{tail}",
    lambda name, tail: f"{_numbers(name, 'd')}:{tail}",
    lambda name, tail: f"{_numbers(name, '07d', '').replace('&#', '&#')}&#58;{tail}",
    lambda name, tail: f"{_numbers(name, 'x').replace('&#', '&#x')}&#x3A;{tail}",
    lambda name, tail: f"{name[:2]}&Tab;{name[2:]}:{tail}",
    lambda name, tail: f"{name[:2]}&NewLine;{name[2:]}&colon;{tail}",
    lambda name, tail: f"{name[:2]}&#9;{name[2:]}:{tail}",
    lambda name, tail: f"&#1;{name}:{tail}",
    lambda name, tail: f"&#32;&#10;{name}:{tail}",
    lambda name, tail: (
        f"{quote(name[:1], safe='') if not name[:1].isalpha() else '%' + format(ord(name[0]), '02x')}{name[1:]}:{tail}"
    ),
    lambda name, tail: f"{name}:%0a{tail}",
    lambda name, tail: f"{name}:/*--></title></style></script>*/{tail}",
)
ELSEWHERE: Final = (
    *(
        "//canary.example/§",
        "\\\\canary.example/§",
        "/\\canary.example/§",
        "\\/canary.example/§",
        "/\t/canary.example/§",
    ),
    *("\t//canary.example/§", "/\n/canary.example/§", "&#47;/canary.example/§", "&sol;&sol;canary.example/§"),
    *("///canary.example/§", "////canary.example/§", "http:canary.example/§", "https:/canary.example/§", "http:///x"),
    *("https:\\\\canary.example/§", "http:\\/canary.example", "https:", "http://", "https://?x", "https://#x"),
    *(
        "//",
        "\\\\",
        "/\\",
        ":x",
        "&colon;x",
        "a:b",
        "javascript:123",
        "1javascript:x/../hit(§)",
        "\u00a0javascript:hit(§)",
    ),
    *("java\u00adscript:hit(§)", "\u200bjavascript:hit(§)", "\ufeffjavascript:hit(§)", "\u2028javascript:hit(§)"),
)


def scheme_addresses() -> Iterator[str]:
    """Give every scheme in every writing."""
    for name in SCHEMES:
        tail = _TAILS.get(name, "hit(§)")
        for write in WRITINGS:
            yield write(name, tail)
