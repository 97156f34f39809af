"""SVG files that try to run a script or to load a file: RUN stands for the script, LOAD for a file of another server."""
# ruff: noqa: E501 a file, a line

from __future__ import annotations

import base64
from typing import Final

NS: Final = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RECT: Final = '<rect width="50" height="50" fill="red"/>'
INNER: Final = f"<svg {NS} onload='RUN'><script>RUN</script></svg>"
PAGE: Final = "<script>RUN</script>"


def _svg(inside: str, more: str = "") -> str:
    return f'<svg {NS} viewBox="0 0 99 99" {more}>{inside}</svg>'


def _data(text: str, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(text.encode()).decode()}"


_HTML: Final = (
    '<foreignObject width="99" height="99"><body xmlns="http://www.w3.org/1999/xhtml">{}</body></foreignObject>'
)

SCRIPTS: Final = {
    "script": _svg("<script>RUN</script>"),
    "script-cdata": _svg('<script type="text/javascript"><![CDATA[RUN]]></script>'),
    "script-module": _svg('<script type="module">RUN</script>'),
    "script-href": _svg('<script href="LOAD"/>'),
    "script-xlink": _svg('<script xlink:href="LOAD"/>'),
    "script-data": _svg('<script href="data:text/javascript,RUN"/>'),
    "script-xhtml": _svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">RUN</h:script>'),
    "script-prefix": "<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><s:script>RUN</s:script></s:svg>",
    "script-in-defs": _svg("<defs><g><script>RUN</script></g></defs>" + RECT),
    "script-in-title": _svg('<title><script xmlns="http://www.w3.org/2000/svg">RUN</script></title>'),
    "script-in-text": _svg("<text>a<script>RUN</script>b</text>"),
    "script-in-metadata": _svg("<metadata><script>RUN</script></metadata>"),
    "script-in-unknown": _svg('<x:y xmlns:x="urn:x"><script>RUN</script></x:y>'),
    "script-in-a": _svg('<a href="#x"><script>RUN</script></a>'),
    "script-in-switch": _svg("<switch><g><script>RUN</script></g></switch>"),
    "onload": _svg(RECT, 'onload="RUN"'),
    "onload-nested": _svg(f'<svg onload="RUN">{RECT}</svg>'),
    "onload-escaped": _svg(RECT, 'onload="&#x52;UN"').replace("&#x52;UN", "/**/RUN"),
    "onload-g": _svg(f'<g onload="RUN">{RECT}</g>'),
    "onload-style": _svg('<style onload="RUN">x{}</style>'),
    "onload-image": _svg(f'<image onload="RUN" href="{_data("", "image/gif")}"/>'),
    "onerror-image": _svg('<image onerror="RUN" href="x:y"/>'),
    "onerror-script": _svg('<script onerror="RUN" href="/none"/>'),
    "onclick": _svg('<rect width="99" height="99" onclick="RUN"/>'),
    "onmouseover": _svg('<rect width="99" height="99" onmouseover="RUN"/>'),
    "onfocus": _svg('<rect width="99" height="99" tabindex="0" autofocus="" onfocus="RUN"/>'),
    "onbegin-animate": _svg('<rect width="9" height="9"><animate attributeName="x" dur="1s" onbegin="RUN"/></rect>'),
    "onbegin-set": _svg('<set attributeName="x" to="1" begin="0s" onbegin="RUN"/>'),
    "onend-animate": _svg('<rect><animate attributeName="x" dur="0.01s" onend="RUN"/></rect>'),
    "onrepeat": _svg('<rect><animate attributeName="x" dur="0.01s" repeatCount="2" onrepeat="RUN"/></rect>'),
    "onbegin-transform": _svg('<rect><animateTransform attributeName="transform" dur="1s" onbegin="RUN"/></rect>'),
    "onbegin-motion": _svg('<rect><animateMotion path="M0 0" dur="1s" onbegin="RUN"/></rect>'),
    "handler-tiny": _svg('<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">RUN</handler>'),
    "link-javascript": _svg('<a href="javascript:RUN"><rect width="99" height="99"/></a>'),
    "link-xlink": _svg('<a xlink:href="javascript:RUN"><rect width="99" height="99"/></a>'),
    "link-tab": _svg('<a href="java&#9;script:RUN"><rect width="99" height="99"/></a>'),
    "link-entity": '<!DOCTYPE svg [<!ENTITY j "javascript">]>'
    + _svg('<a href="&j;:RUN"><rect width="99" height="99"/></a>'),
    "link-animated": _svg(
        '<a id="a"><rect width="99" height="99"/><animate attributeName="href" to="javascript:RUN" fill="freeze" dur="1ms"/></a>'
    ),
    "link-set": _svg('<a><rect width="99" height="99"/><set attributeName="xlink:href" to="javascript:RUN"/></a>'),
    "animate-values": _svg(
        '<a><animate attributeName="href" values="javascript:RUN" begin="0s"/><rect width="99" height="99"/></a>'
    ),
    "foreign-script": _svg(_HTML.format(PAGE)),
    "foreign-img": _svg(_HTML.format('<img src="x:y" onerror="RUN"/>')),
    "foreign-iframe": _svg(
        _HTML.format(f'<iframe src="{_data(PAGE, "text/html")}" srcdoc="&lt;script&gt;parent.RUN&lt;/script&gt;"/>')
    ),
    "foreign-srcdoc": _svg(_HTML.format('<iframe srcdoc="&lt;script&gt;RUN&lt;/script&gt;"/>')),
    "foreign-object": _svg(_HTML.format(f'<object data="{_data(INNER, "image/svg+xml")}"/>')),
    "foreign-embed": _svg(_HTML.format('<embed src="LOAD"/>')),
    "foreign-meta": _svg(_HTML.format('<meta http-equiv="refresh" content="0;url=LOAD"/>')),
    "foreign-details": _svg(_HTML.format('<details open="" ontoggle="RUN">x</details>')),
    "foreign-in-switch": _svg(f"<switch>{_HTML.format(PAGE)}{RECT}</switch>"),
    "xhtml-root": f'<html xmlns="http://www.w3.org/1999/xhtml"><head>{PAGE}</head></html>',
    "xhtml-iframe": _svg(
        '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" srcdoc="&lt;script&gt;RUN&lt;/script&gt;"/>'
    ),
    "xhtml-img": _svg('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x:y" onerror="RUN"/>'),
    "xhtml-base": _svg(
        '<h:base xmlns:h="http://www.w3.org/1999/xhtml" href="LOAD"/><image href="x.png" width="9" height="9"/>'
    ),
    "xhtml-link": _svg('<h:link xmlns:h="http://www.w3.org/1999/xhtml" rel="stylesheet" href="LOAD"/>'),
    "stylesheet-xsl": f'<?xml-stylesheet type="text/xsl" href="LOAD"?>{_svg(RECT)}',
    "entity-script": f'<!DOCTYPE svg [<!ENTITY x "<script {NS.split()[0].replace(chr(34), chr(39))}>RUN</script>">]>'
    + _svg("&x;"),
    "attlist-onload": f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "RUN">]>{_svg(RECT)}',
    "no-name-space": '<svg viewBox="0 0 9 9"><script xmlns="http://www.w3.org/2000/svg">RUN</script></svg>',
    "comment-mutation": _svg(
        "<!--><script>RUN</script><!-- --><desc><![CDATA[</desc><script>RUN</script>]]></desc><script>RUN</script>"
    ),
}
"""Files that run a script when they are opened, clicked, focused or pointed at."""

LOADS: Final = {
    "stylesheet-css": f'<?xml-stylesheet type="text/css" href="LOAD"?>{_svg(RECT)}',
    "image-href": _svg('<image href="LOAD" width="9" height="9"/>'),
    "image-xlink": _svg('<image xlink:href="LOAD" width="9" height="9"/>'),
    "image-relative": _svg('<image href="/loaded/image-relative" width="9" height="9"/>'),
    "feimage": _svg(f'<filter id="f"><feImage href="LOAD"/></filter><g filter="url(#f)">{RECT}</g>'),
    "use-same-origin": _svg('<use href="/loaded/use-same-origin#x" width="9" height="9"/>'),
    "style-import": _svg("<style>@import 'LOAD';</style>" + RECT),
    "style-import-url": _svg("<style>@import url(LOAD);</style>" + RECT),
    "style-import-escaped": _svg("<style>@\\69mport 'LOAD';</style>" + RECT),
    "style-import-comment": _svg("<style>/* */@import/**/url('LOAD');</style>" + RECT),
    "style-url": _svg("<style>svg{background:url(LOAD)}</style>" + RECT),
    "style-url-escaped": _svg("<style>svg{background:u\\72l(LOAD)}</style>" + RECT),
    "style-image-set": _svg("<style>svg{background:image-set('LOAD' 1x)}</style>" + RECT),
    "style-cursor": _svg("<style>svg{cursor:url(LOAD),auto}</style>" + RECT),
    "style-font": _svg("<style>@font-face{font-family:x;src:url(LOAD)}text{font-family:x}</style><text y='9'>a</text>"),
    "style-mask": _svg("<style>rect{mask:url(LOAD#m)}</style>" + RECT),
    "style-in-media": _svg("<style>@media all{svg{background:url(LOAD)}}</style>" + RECT),
    "style-broken": _svg("<style>a{b:c}}{ svg{background:url(LOAD)}</style>" + RECT),
    "style-cdata": _svg("<style><![CDATA[svg{background:url(LOAD)}]]></style>" + RECT),
    "style-variable": _svg("<style>svg{--a:url(LOAD);background:var(--a)}</style>" + RECT),
    "style-content": _svg("<style>svg{list-style-image:url(LOAD);display:list-item}</style>" + RECT),
    "attribute-style": _svg(RECT, 'style="background:url(LOAD)"'),
    "attribute-style-escaped": _svg(RECT, 'style="background:\\75rl(LOAD)"'),
    "attribute-style-image-set": _svg(RECT, 'style="background-image:-webkit-image-set(url(LOAD) 1x)"'),
    "attribute-fill": _svg('<rect width="9" height="9" fill="url(LOAD#x)"/>'),
    "attribute-filter": _svg('<rect width="9" height="9" filter="url(LOAD#x)"/>'),
    "attribute-mask": _svg('<rect width="9" height="9" mask="url(LOAD#x)"/>'),
    "attribute-mask-escaped": _svg('<rect width="9" height="9" mask="u\\72l(LOAD#x)"/>'),
    "attribute-clip-path": _svg('<rect width="9" height="9" clip-path="url(LOAD#x)"/>'),
    "attribute-marker": _svg('<path d="M0 0 9 9" stroke="red" marker-end="url(LOAD#x)"/>'),
    "attribute-cursor": _svg('<rect width="99" height="99" cursor="url(LOAD), auto"/>'),
    "foreign-image": _svg(_HTML.format('<img src="LOAD"/>')),
    "foreign-style": _svg(_HTML.format('<div style="background:url(LOAD)">x</div>')),
    "foreign-video": _svg(_HTML.format('<video src="LOAD" autoplay=""/>')),
    "xhtml-audio": _svg('<h:audio xmlns:h="http://www.w3.org/1999/xhtml" src="LOAD" autoplay=""/>'),
    "animate-href": _svg(
        '<image width="9" height="9"><animate attributeName="href" to="LOAD" dur="1ms" fill="freeze"/></image>'
    ),
    "set-fill": _svg('<rect width="9" height="9"><set attributeName="mask" to="url(LOAD#x)"/></rect>'),
    "doctype-external": f'<!DOCTYPE svg SYSTEM "LOAD">{_svg(RECT)}',
    "entity-external": '<!DOCTYPE svg [<!ENTITY x SYSTEM "LOAD">]>' + _svg("<text>&x;</text>"),
}
"""Files that ask for another file."""


def written(name: str, other: str) -> bytes:
    """Give a file with what it runs and loads told by its name; `other` is the address of another server."""
    text = {**SCRIPTS, **LOADS}[name]
    run = f"navigator.sendBeacon('/ran/{name}')"
    return text.replace("RUN", run).replace("LOAD", f"{other}/loaded/{name}").encode()
