"""Markup that two parsers read in two ways: namespaces and raw text inside each other (mutation XSS)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tests.security.markup import RAW


def nestings() -> Iterator[str]:
    """Give namespaces and raw text nested so that one parser sees text where another sees a tag (mutation XSS)."""
    payload = "<img src=x onerror=hit(§)>"
    inner = {
        "svg": ("desc", "title", "foreignObject"),
        "math": ("mtext", "mi", "annotation-xml", "mglyph", "malignmark"),
    }
    for outer, points in inner.items():
        for point, raw in product(points, RAW):
            yield f'<{outer}><{point}><{raw}><a id="</{raw}>{payload}">'
        for raw in RAW:
            yield f"<{outer}></p><{raw}><!--</{raw}>{payload}--></{raw}>"
            yield f"<{outer}><{raw}><![CDATA[</{raw}>{payload}]]></{raw}></{outer}>"
    for raw in RAW:
        yield f'<{raw}><p title="</{raw}>{payload}">'
        yield f"<noscript><{raw}></noscript>{payload}</{raw}>"
        yield f"<table><td><{raw}></table>{payload}"
        yield f"<select><{raw}></select>{payload}</{raw}>"
    yield f"<form><math><mtext></form><form><mglyph><style></math>{payload}"
    yield f"<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style>{payload}'>"
    yield f'<math><mtext><table><mglyph><style><math title="{payload}">'
    yield f"<math><mtext><table><mglyph><style><!--</style>{payload}-->"
    yield f"<math><annotation-xml encoding=text/html><style><a title='</style>{payload}'>"
    yield f"<svg></p><style><a id='</style>{payload}'>"
    yield f"<svg><p><style><g title='</style>{payload}'>"
    yield f"<a><p><a><table><a><style></a><!--</style>{payload}-->"
    yield f"<noscript><p title='</noscript>{payload}'>"
    yield "<!--><p title='--><script>hit(§)</script>'>"
    yield f"<a title='&lt;/a&gt;{payload}'>x</a>"
    yield "<p><a href='x&quot;&gt;&lt;img src=x onerror=hit(§)&gt;'>x"
    yield "<listing>&lt;img src=x onerror=hit(§)&gt;</listing>"
    yield "<xmp><img alt='</xmp><img src=x onerror=hit(§)>'>"
    yield "<plaintext><img src=x onerror=hit(§)>"
    yield "<div>" * 600 + "<math><style><img src=x onerror=hit(§)>"
    yield "<b><p>" * 40 + payload
    yield "<table><tr><td>" * 30 + "<svg><style><script>hit(§)</script>"
