"""Hostile text for the syntaxes around HTML: Markdown, YAML, TOML, JSON, CSS, file names, and characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.security.markup import CANARY

_TAG: Final = "<img src=x onerror=hit(§)>"
_SCRIPT: Final = "<script>hit(§)</script>"


def markdown() -> Iterator[str]:
    """Give Markdown whose links, pictures, blocks and fences carry scripts."""
    addresses = (
        "javascript:hit(§)",
        "data:text/html,<script>hit(§)</script>",
        "vbscript:hit(§)",
        CANARY,
        "java\tscript:hit(§)",
    )
    for to in addresses:
        tame = to.replace("\t", "&Tab;")
        yield f"[words]({tame})"
        yield f"[words](<{tame}>)"
        yield f"[words][r]\n\n[r]: {tame}"
        yield f"![words]({tame})"
        yield f"<{tame}>"
        yield f'[words](/x "title")[more]({tame} \'"onfocus=hit(§) autofocus\')'
        yield f":::{{cta}} Words\n:href: {tame}\n:::"
        yield f":::{{figure}} {tame}\n:alt: words\n:::"
        yield f":::{{media}} video Words\n:src: {tame}\n:captions: [{{src: '{tame}'}}]\n:::"
        yield f":::{{related}} Words\n- [more]({tame})\n:::"
    for raw in (
        _TAG,
        _SCRIPT,
        "<svg onload=hit(§)>",
        "<iframe src=javascript:hit(§)>",
        "<a href=javascript:hit(§)>x</a>",
    ):
        yield f"words {raw} words"
        yield f"\n\n{raw}\n\nwords"
        yield f"- {raw}\n- b"
        yield f"> {raw}"
        yield f"## {raw}"
        yield f"| {raw} | b |\n|---|---|\n| {raw} | d |"
        yield f"```{raw}\n{raw}\n```"
        yield f"`{raw}`"
        yield f"words[^n]\n\n[^n]: {raw}"
        yield f"*[{raw}]: {raw}\n\n{raw}"
        yield f":::{{care}} urgent {raw}\n- {raw}\n:::"
        yield f":::{{details}} {raw}\n{raw}\n:::"
        yield f":::{{contact}} {raw}\n:email: '{raw}'\n:address: ['{raw}']\n:url: '{raw}'\n:::"
        yield f":::{{table}} {raw}\n| a | b |\n|---|---|\n| {raw} | d |\n:::"
        yield f"{{lang=es}}`{raw}` {{q}}`{raw}` {{tel=1}}`{raw}`"
        yield f"[words](/x){{about=\"{raw}\" download='{raw}'}}"
        yield f"![{raw}]({raw} '{raw}')"
        yield f"[{raw}](/x)"
    yield from (
        "[a](javascript:hit(§)",
        "[a](  javascript:hit(§) )",
        "[a](javascript&#58;hit(§))",
        "[a](JaVaScRiPt:hit(§))",
    )
    yield from (
        "[a](\\javascript:hit(§))",
        "[a](javas%63ript:hit(§))",
        "![a](x)(javascript:hit(§))",
        "[a]:javascript:hit(§)\n\n[a]",
    )
    yield from ("<javascript:hit(§)>", '<https://x.example/" onfocus=hit(§) autofocus>', '<a@x.example"onload=hit(§)>')
    yield from (
        "[a](<javascript:hit(§)>)",
        '[a](#" onfocus=hit(§) autofocus x=")',
        "[![a](javascript:hit(§))](javascript:hit(§))",
    )
    yield "<!--\n\n-->" + _TAG
    yield "<![CDATA[\n" + _TAG + "\n]]>"
    yield "<div\nonmouseover=hit(§)\n>words</div>"
    yield "<details open\nontoggle=hit(§)>\n\nwords\n\n</details>"
    yield ":::{care} urgent\n" + _TAG + "\n::: <script>hit(§)</script>"


def data() -> Iterator[str]:
    """Give values that end a YAML, TOML or JSON string, a script, or an attribute of the page around."""
    yield from ("</script>" + _SCRIPT, "<!--<script>", "<!--<script>--></script>" + _SCRIPT, "</ScRiPt\n>" + _SCRIPT)
    yield from (
        "]]>" + _TAG,
        "\\u003c/script\\u003e" + _SCRIPT,
        '"};hit(§);//',
        "\u2028hit(§)\u2029",
        "*/hit(§)/*",
        "';hit(§);'",
    )
    yield from (
        '","@type":"Thing","x":"',
        '\\"});hit(§)//',
        "${hit(§)}",
        "{{hit(§)}}",
        "{{constructor.constructor('hit(§)')()}}",
    )
    yield from (
        "{% raw %}" + _SCRIPT,
        "<%= hit(§) %>",
        "#{hit(§)}",
        "<!--#exec cmd='x'-->",
        "%0d%0aX: y",
        "a\r\nSet-Cookie: x=1",
    )
    yield from (
        "!!python/object/apply:os.system [x]",
        "&a *a",
        "<<: *a",
        "| \n  x",
        "'''\nx",
        '"""\nx',
        "[x]\nlang = 'y'",
    )
    yield from (
        "--- \n" + _SCRIPT,
        "...\n" + _SCRIPT,
        "# " + _SCRIPT,
        "? " + _SCRIPT,
        "=cmd|' /C calc'!A0",
        "+1+1",
        "@SUM(1)",
    )


def css() -> Iterator[str]:
    """Give values for the colours, fonts and sizes of a brand, none of which is one."""
    for tail in (
        *("</style><script>hit(§)</script>", f"url({CANARY})", f"@import '{CANARY}'", "}*{display:none}", ";color:red"),
        *(
            "/*",
            "*/",
            "\\",
            "\\3c/style\\3e",
            "<!--",
            "expression(hit(§))",
            "var(--x)",
            "env(x)",
            "attr(x)",
            "\n}",
            "\x00",
        ),
        *(f"image-set('{CANARY}')", "calc(1px)", "!important", "'", '"', "{", "<svg onload=hit(§)>", "&lt;/style&gt;"),
    ):
        yield tail
        yield f"#0b6e4f{tail}"


def characters() -> Iterator[str]:
    """Give control, bidi, joining and broken characters around a tag, each with a marker behind."""
    for code in (
        *range(0x20), 0x7F, *range(0x80, 0xA0), 0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
        *range(0x2060, 0x2070), 0xFEFF, 0xFFF9, 0xFFFB, 0xFFFC, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF, 0xFDD0, 0x1FFFE,
        0xE0001, 0xE0041, 0x10FFFF, 0x1D173, 0x115F, 0x3164, 0x034F,
    ):  # fmt: skip
        yield f"a{chr(code)}b<{chr(code)}img src=x {chr(code)}onerror=hit(§)>end"


def names() -> Iterator[str]:
    """Give names of files that break out of a page, an address or a folder."""
    yield from (
        "<img src=x onerror=hit(§)>",
        '"onfocus=hit(§) autofocus',
        "javascript:hit(§)",
        "a&b<c>d",
        "a'b\"c",
        "a#b?c%d",
    )
    yield from (
        "%2e%2e%2fx",
        "a\u202eb",
        "a\u2066b",
        "-rf",
        "a;hit(§)",
        "`hit(§)`",
        "$(hit)",
        "a|b",
        "</title><svg onload=hit(§)>",
    )
