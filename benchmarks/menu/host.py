"""The host pages: an invented page about health that every menu is put on, and a long one.

Each element of the page carries `data-host`, so that whatever has no such attribute was brought by the menu. The page sets
no colours and no sizes in px, and form controls inherit their font, as common resets do: no menu is tripped by it on purpose.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from pathlib import Path

LONG = 1000
"""Paragraphs of the long page."""
PROBES = ("p", "a", "em", "li", "div", "button", "input")
"""Elements whose text size is measured, each with an id `probe-NAME`: `a` stands in `p`, and `em` in that `a`."""
CSS = """
body { font: 1rem/1.5 sans-serif; margin: 0 auto; max-width: 45rem; padding: 1rem }
h1 { font-size: 2rem }
h2 { font-size: 1.5rem }
button, input { font: inherit }
nav a, button, input { display: inline-block; padding: .5rem }
"""
_SMALL = """
<h1>Looking after a sprained ankle</h1>
<p id="probe-p">Most sprains get better at home. <a id="probe-a" href="#rest">Rest and <em id="probe-em">gentle</em> movement</a> help.</p>
<h2 id="rest">In the first days</h2>
<ul><li id="probe-li">Put the foot up.</li><li>Cool it for some minutes.</li><li>Move it as far as it does not hurt.</li></ul>
<div id="probe-div">Ask for help when you cannot stand on the foot.</div>
<h2>Ask us</h2>
<p><label for="probe-input">Your question</label> <input id="probe-input"> <button id="probe-button" type="button">Send</button></p>
"""
_PARAGRAPH = "<p>Walk a little more each day, and <a href='#main'>stop <em>before</em> it hurts</a>.</p>\n"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Looking after a sprained ankle</title>
<link rel="stylesheet" href="host.css">
{head}
</head>
<body>
<a href="#main">Skip to main content</a>
<header>
{top}
<nav aria-label="Pages"><ul><li><a href="small.html">Home</a></li><li><a href="long.html">All advice</a></li></ul></nav>
</header>
<main id="main">
{main}
</main>
<footer><p>Example Clinic</p></footer>
{end}
</body>
</html>
"""
_HEAD, _TOP, _END = "\0head\0", "\0top\0", "\0end\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What a menu adds to a page: HTML text at three places, and files beside the page by path."""

    head: str = ""
    """After the page's own stylesheet, as docs/integrate.md and the other menus say."""
    top: str = ""
    """Right after the skip link, in the header."""
    end: str = ""
    """At the end of the body."""
    files: dict[str, bytes] = field(default_factory=dict)


def page(placed: Placement, *, paragraphs: int = 0) -> str:
    """Give the host page with a menu on it; with `paragraphs`, the long one."""
    frame = _PAGE.format(head=_HEAD, top=_TOP, end=_END, main=_SMALL + _PARAGRAPH * paragraphs)
    marked = re.sub(r"<([a-z][a-z0-9]*)(?=[\s>])", r"<\1 data-host", frame)
    return marked.replace(_HEAD, placed.head).replace(_TOP, placed.top).replace(_END, placed.end)


def site(placed: Placement, strict: Placement) -> dict[str, bytes]:
    """Give every file of a menu's site: the two pages, and the small one for a strict policy."""
    return {
        "small.html": page(placed).encode(),
        "spanish.html": page(placed).replace('lang="en"', 'lang="es"', 1).encode(),
        "long.html": page(placed, paragraphs=LONG).encode(),
        "strict.html": page(strict).encode(),
        "host.css": CSS.encode(),
        **placed.files,
        **strict.files,
    }


def packed(body: bytes) -> int:
    """Give the bytes after gzip at its best."""
    return len(gzip.compress(body, 9, mtime=0))


def package_file(folder: Path, path: str) -> bytes:
    """Read a file of an installed package."""
    return folder.joinpath(path).read_bytes()
