"""Bombs: small or large files made to take a program's time, memory or stack. All are made here, by door."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Final

FRONT: Final = "---\nkind: page\ntitle: Any\nlang: en\nsummary: Any.\n---\n\n"
N: Final = 25_000
Make = Callable[[], str]


def _front(yaml: str) -> str:
    return f"---\nkind: page\ntitle: Any\nlang: en\n{yaml}\n---\n\nWords.\n"


def _laughs(levels: int, each: int) -> str:
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * each)}]" for n in range(1, levels)]
    return "\n".join(lines)


YAML: Final[dict[str, str]] = {
    "laughs": _laughs(9, 9),
    "quadratic": "a: &a " + "x" * 20_000 + "\nb: [" + ", ".join(["*a"] * 5_000) + "]",
    "merge": "a0: &a0 {k: v}\n" + "\n".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 9)),
    "merge of itself": "a: &a\n  <<: *a",
    "alias of itself": "a: &a [*a]",
    "alias of a map in itself": "a: &a {b: *a}",
    "alias unknown": "a: *b",
    "anchor alone": "a: &a x",
    "anchors": "\n".join(f"a{n}: &a x" for n in range(5_000)),
    "alias as a name": "a: &a x\n*a : y",
    "tag python": "a: !!python/object/apply:os.system [echo]",
    "tag of a name": "a: !!python/name:os.system",
    "tag binary": "a: !!binary aGVsbG8=",
    "tag set": "a: !!set {x, y}",
    "tag omap": "a: !!omap [x: y]",
    "tag of its own": "a: !mine x",
    "tag of its own map": "a: !mine {b: c}",
    "tag directive": "%TAG !e! tag:x,2000:\n---\na: !e!b c",
    "version directive": "%YAML 9.9\n---\na: b",
    "tag verbatim": "a: !<tag:yaml.org,2002:python/none> x",
    "flow lists": "a: " + "[" * 30_000,
    "flow maps": "a: " + "{a: " * 12_000,
    "flow both": "a: " + "[{a: " * 10_000,
    "block lists": "a:\n" + "- " * 30_000 + "x",
    "block maps": "".join(" " * n + "a:\n" for n in range(300)),
    "64 levels and one": "a: " + "[" * 65 + "]" * 65,
    "closed without opening": "a: " + "]" * 30_000,
    "names twice": "a: 1\n" * 10_000,
    "names twice, quoted": "a: 1\n'a': 2\n\"a\": 3",
    "names complex": "? [a, b]\n: c\n? {d: e}\n: f",
    "many names": "".join(f"k{n}: 1\n" for n in range(6_000)),
    "date of no calendar": "published: 2026-02-30",
    "date beyond": "published: 9999-99-99",
    "date with a time": "published: 2001-12-14t21:59:43.10-99:99",
    "number of many digits": "a: " + "9" * 60_000,
    "number with an exponent": "a: 1e999999999",
    "base 60": "a: " + "59:" * 20_000 + "59",
    "one long name": "k" * 60_000 + ": 1",
    "one long quoted value": "a: '" + "''" * 30_000 + "'",
    "escapes": 'a: "' + "\\x00" * 10_000 + '"',
    "block scalar": "a: |\n" + " x\n" * 15_000,
    "comments": "#" * 30_000 + "\n" + "# x\n" * 5_000,
    "second document": "a: b\n--- \nc: d",
    "tabs": "\ta: b\n\t\tc: d",
    "commas": "a: [" + "," * 30_000 + "]",
    "colons": ": " * 20_000,
    "dashes": "- - - " * 10_000,
}


def _page(body: str) -> str:
    return '{"kind": "page", "title": "Any", "lang": "en", "body": ' + body + "}"


JSON: Final[dict[str, Make]] = {
    "deep lists": lambda: _page("[" * 100_000 + "]" * 100_000),
    "deep lists, open": lambda: "[" * 1_000_000,
    "deep maps": lambda: '{"a":' * 100_000 + "1" + "}" * 100_000,
    "64 levels and one": lambda: _page("[" * 65 + "]" * 65),
    "deep blocks": lambda: _page('[{"kind":"quote","blocks":' * 5_000 + '"x"' + "}]" * 5_000),
    "deep inlines": lambda: _page('[{"kind":"paragraph","inlines":' + '[{"kind":"em","inlines":' * 5_000),
    "names twice": lambda: '{"kind": "page", "kind": "page", "title": "a", "title": "b"}',
    "names twice, many": lambda: "{" + ",".join(['"a": 1'] * 100_000) + "}",
    "NaN": lambda: _page("NaN"),
    "Infinity": lambda: _page("[-Infinity, Infinity]"),
    "number of many digits": lambda: _page("9" * 1_000_000),
    "number with an exponent": lambda: _page("1e999999"),
    "lone surrogate": lambda: _page('"a\\ud800b"'),
    "escapes": lambda: _page('"' + "\\u0000" * 1_000_000 + '"'),
    "backslashes": lambda: _page('"' + "\\" * 1_000_001),
    "one long string": lambda: _page(json.dumps("word " * 1_900_000)),
    "many values": lambda: _page("[" + "1," * 3_000_000 + "1]"),
    "many blocks": lambda: _page("[" + ",".join(['{"kind":"paragraph","inlines":"x"}'] * 150_000) + "]"),
    "commas": lambda: "[" + "," * 1_000_000,
    "not JSON": lambda: "x" * 9_000_000,
    "comments": lambda: "/*" * 1_000_000,
    "nothing behind": lambda: _page('"x"') + " " * 5_000_000 + "]",
}

MARKDOWN: Final[dict[str, Callable[[int], str]]] = {
    "nested quotes": lambda n: "> " * n + "a",
    "nested lists": lambda n: "".join("  " * (i % 500) + "- a\n" for i in range(n // 50)),
    "nested dashes": lambda n: "- " * n + "a",
    "nested numbers": lambda n: "1. " * n + "a",
    "stars": lambda n: "*" * n + "a" + "*" * n,
    "stars alternating": lambda n: "*a **a " * n,
    "stars and underscores": lambda n: "*a_ " * n,
    "stars closing": lambda n: "a** " * n,
    "stars opening": lambda n: "a **b" + "c* " * n,
    "open links": lambda n: "[a](b" * n,
    "open angle links": lambda n: "[a](<b" * n,
    "brackets": lambda n: "[" * n + "a" + "]" * n,
    "closing brackets": lambda n: "a](" * n,
    "images": lambda n: "![[]()" * n,
    "references": lambda n: "".join(f"[a{i}]: u{i}\n" for i in range(n // 10)) + "[a1] " * n,
    "reference of references": lambda n: "[a]: u\n" * n,
    "footnotes": lambda n: (
        "".join(f"[^{i}]: x\n\n" for i in range(n // 10)) + "".join(f"[^{i}]" for i in range(n // 10))
    ),
    "footnote in itself": lambda n: "a[^1]\n\n" + "[^1]: x[^1]\n\n" * (n // 20),
    "backticks": lambda n: "".join("e" + "`" * i for i in range(int((2 * n) ** 0.5))),
    "backticks open": lambda n: "`a " * n,
    "code fences": lambda n: "```\n" * n,
    "entities": lambda n: "&" * n + "&#1234567;" * (n // 10) + "&a" * n,
    "escapes": lambda n: "\\*" * n,
    "open tags": lambda n: "<a " * n,
    "open comments": lambda n: "a <!-- " * n,
    "open declarations": lambda n: "a <!A " * n,
    "open instructions": lambda n: "a <? " * n,
    "autolinks": lambda n: "<http://a" * n,
    "tables": lambda n: "| a " * n + "|\n" + "|---" * n + "|\n" + "| b |\n" * 20,
    "table rows": lambda n: "| a | b |\n|---|---|\n" + "| c | d |\n" * n,
    "table wide": lambda n: "|" * n + "\n" + "|-" * n + "|\n" + "|x" * n,
    "headings": lambda n: "# " * n,
    "underlined headings": lambda n: "a\n---\n\n" * n,
    "rules": lambda n: "***\n" * n,
    "colons": lambda n: ":" * n + "{care}\na\n" + ":" * n,
    "fences": lambda n: ":::{details} a\n" * n,
    "fences and ends": lambda n: ":::{details} a\nb\n:::\n" * (n // 5),
    "options": lambda n: ":::{care} urgent x\n" + ":a: b\n" * n + ":::",
    "roles": lambda n: "{q}`a` " * n,
    "roles open": lambda n: "{q}`" * n,
    "terms": lambda n: "".join(f"*[A{i}]: b\n" for i in range(n // 10)) + "A1 " * n,
    "attributes": lambda n: '[a](b){about="' * n,
    "link with attributes": lambda n: "[a](b){" + 'a="b" ' * n + "}",
    "one line of spaces": lambda n: "a" + " " * n + "b" + "\t" * n + "c",
    "blank lines": lambda n: "a" + "\n" * n + "b",
    "strikes": lambda n: "~~a " * n,
    "hard breaks": lambda n: "a  \n" * n,
}

HTML: Final[dict[str, Callable[[int], str]]] = {
    "divs": lambda n: "<div>" * n + "deep",
    "spans": lambda n: "<p>" + "<span>" * n + "deep",
    "bold unclosed": lambda n: "<b>a<p>" * n,
    "fonts": lambda n: "<font><p>" * n,
    "formatting in tables": lambda n: "<table><b>" * (n // 5),
    "tables in tables": lambda n: "<table><tr><td>" * n,
    "lists": lambda n: "<ul><li>" * n,
    "definition lists": lambda n: "<dl><dt>a<dd>" * n,
    "quotes": lambda n: "<blockquote>" * n,
    "details": lambda n: "<details><summary>a</summary>" * n,
    "selects": lambda n: "<select><option>" * n,
    "less than": lambda n: "<" * n,
    "less than, broken": lambda n: ("<" * 9_000 + "a") * (n // 9_000 + 1),
    "open tags": lambda n: "<a " * n,
    "attributes": lambda n: "<p " + " ".join(f"a{i}=b" for i in range(n)) + ">x",
    "attributes twice": lambda n: "<p " + "a=b " * n + ">x",
    "one attribute": lambda n: '<p title="' + "x" * n * 20 + '">x',
    "one text": lambda n: "<p>" + "word " * n * 4,
    "paragraphs": lambda n: "<p>a" * n,
    "comments": lambda n: "<!--" * n,
    "comments closed": lambda n: "<!-- a -->" * n,
    "entities": lambda n: "&amp" * n + "&#x110000;" * (n // 10),
    "declarations": lambda n: "<!DOCTYPE " * n,
    "cdata": lambda n: "<svg>" + "<![CDATA[" * n,
    "svg": lambda n: "<svg>" * n,
    "math": lambda n: "<math><mi>" * n,
    "templates": lambda n: "<template>" * n,
    "script": lambda n: "<script>" * n,
    "textarea": lambda n: "<textarea>" + "<p>" * n,
    "table rows": lambda n: "<table><caption>c</caption><tr><th>a</th></tr>" + "<tr><td>b</td></tr>" * n,
    "table columns": lambda n: "<table><tr>" + "<td>a" * n + "</table>",
    "spans of cells": lambda n: "<table><tr>" + "<td colspan=1000 rowspan=65534>a" * (n // 10) + "</table>",
    "headings": lambda n: "<h2>a</h2>" * n,
    "headings skipping": lambda n: "<h6>a</h6><p>b</p><h2>a</h2><p>b</p>" * (n // 10),
    "breaks": lambda n: "<p>" + "a<br>" * n,
    "links": lambda n: "<a href=x>a" * n,
    "shortcodes": lambda n: "[a]" * n + "[/a]" * n,
    "classes": lambda n: "<div class='" + "a " * n + "'>x</div>",
    "styles": lambda n: "<p style='" + "a:b;" * n + "'>x</p>",
    "bodies": lambda n: "<body a=b><html c=d>" * n,
}


def _xml(inside: str, before: str = "") -> str:
    return f"<?xml version='1.0'?>{before}<Document id='1' source='a' url='b'><Focus>a</Focus>{inside}</Document>"


_ENTITIES = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
XML: Final[dict[str, Make]] = {
    "laughs": lambda: _xml("&a9;", f"<!DOCTYPE Document [<!ENTITY a0 'lol'>{_ENTITIES}]>"),
    "quadratic": lambda: _xml("&a;" * 50_000, f"<!DOCTYPE Document [<!ENTITY a '{'x' * 50_000}'>]>"),
    "file": lambda: _xml("&a;", "<!DOCTYPE Document [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
    "web": lambda: _xml("&a;", "<!DOCTYPE Document [<!ENTITY a SYSTEM 'http://canary.example/1'>]>"),
    "parameter": lambda: _xml("", "<!DOCTYPE Document [<!ENTITY % a SYSTEM 'http://canary.example/1'> %a;]>"),
    "type from elsewhere": lambda: _xml("", "<!DOCTYPE Document SYSTEM 'http://canary.example/1.dtd'>"),
    "type alone": lambda: _xml("", "<!DOCTYPE Document>"),
    "deep": lambda: _xml("<a>" * 100_000),
    "wide": lambda: _xml("<a/>" * 400_000),
    "attributes": lambda: _xml("<a " + " ".join(f"a{n}='b'" for n in range(100_000)) + "/>"),
    "pairs": lambda: _xml(
        "<QAPairs>" + "<QAPair><Question>a?</Question><Answer>b.</Answer></QAPair>" * 40_000 + "</QAPairs>"
    ),
    "one text": lambda: _xml(
        f"<QAPairs><QAPair><Question>a?</Question><Answer>{'word ' * 1_500_000}</Answer></QAPair></QAPairs>"
    ),
    "cut off": lambda: _xml("<QAPairs>" * 50)[:-300],
    "unknown entity": lambda: _xml("&nothing;"),
    "encoding": lambda: _xml("").replace("version='1.0'", "version='1.0' encoding='utf-16'"),
}

TEXT: Final[dict[str, Make]] = {
    "one line": lambda: "word " * 1_900_000,
    "lines": lambda: "word\n" * 1_500_000,
    "blank lines": lambda: "a\n\n" * 1_000_000,
    "dashes": lambda: "- " * 500_000,
    "indents": lambda: "".join(" " * (n % 2_000) + "- a\n" for n in range(4_000)),
    "capitals": lambda: "AAAA BBBB\n\n" * 100_000,
    "colons": lambda: "A:\nb\n\n" * 100_000,
    "numbers": lambda: "".join(f"{n}. a\n" for n in range(200_000)),
    "spaces": lambda: "a" + " " * 5_000_000 + "b",
    "quotes": lambda: '"' * 2_000_000,
    "urls": lambda: "http://a.example " * 100_000,
    "brackets": lambda: "(" * 1_000_000 + ")" * 1_000_000,
    "underlines": lambda: "a\n===\n\n" * 150_000,
    "tables": lambda: "a\tb\tc\n" * 200_000,
    "controls": lambda: "\x07" * 3_000_000,
}

TOML: Final[dict[str, Make]] = {
    "deep lists": lambda: 'title = "a"\nlang = "en"\nx = ' + "[" * 100_000,
    "deep lists, closed": lambda: 'title = "a"\nlang = "en"\nx = ' + "[" * 900 + "]" * 900,
    "deep maps": lambda: 'title = "a"\nlang = "en"\nx = ' + "{a = " * 50_000,
    "deep names": lambda: 'title = "a"\nlang = "en"\n' + ".".join(["a"] * 20_000) + " = 1",
    "deep tables": lambda: 'title = "a"\nlang = "en"\n[' + ".".join(["a"] * 20_000) + "]",
    "number of many digits": lambda: 'title = "a"\nlang = "en"\nx = ' + "9" * 100_000,
    "date of no calendar": lambda: 'title = "a"\nlang = "en"\nx = 2026-02-30',
    "names": lambda: 'title = "a"\nlang = "en"\n' + "".join(f"a{n} = 1\n" for n in range(50_000)),
    "tables": lambda: 'title = "a"\nlang = "en"\n' + "[[nav]]\nhref='x'\n" * 5_000,
    "one line": lambda: 'title = "' + "x" * 5_000_000 + '"',
}


def bombs(size: int = N) -> Mapping[str, Mapping[str, Make]]:
    """Give every bomb by door and name; `size` is that of the families that have one."""
    return {
        "yaml": {name: lambda yaml=yaml: _front(yaml) for name, yaml in YAML.items()},
        "json": JSON,
        "markdown": {name: lambda make=make: FRONT + make(size) for name, make in MARKDOWN.items()},
        "foreign markdown": {name: lambda make=make: "# a\n\n" + make(size) for name, make in MARKDOWN.items()},
        "html": {name: lambda make=make: _html(make(size)) for name, make in HTML.items()},
        "html in markdown": {name: lambda make=make: f"# a\n\n{make(size)}\n" for name, make in HTML.items()},
        "html in json": {name: lambda make=make: _answer(make(size)) for name, make in HTML.items()},
        "xml": XML,
        "text": TEXT,
        "toml": TOML,
    }


def _html(inside: str) -> str:
    head = '<!DOCTYPE html><html lang="en"><head><title>Any</title></head><body><main><h1>Any</h1>'
    return f"{head}{inside}<p>Words.</p></main></body></html>"


def _answer(inside: str) -> str:
    part = {"@type": "WebPageElement", "name": "markdown", "text": inside}
    return json.dumps({"@type": "MedicalWebPage", "name": "Any", "mainEntityOfPage": [part]})
