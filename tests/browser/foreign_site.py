"""Pages that are not ours, on loopback, with and without our parts: one with a hard reset, one of Bootstrap."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import a11y_content as a11y
from a11y_content.rendering.assets import site_assets

HERE = Path(__file__).parent / "foreign"
_BLOCKS = Path(__file__).parents[2] / "fixtures" / "blocks"
_HEAD = "---\nkind: page\ntitle: Every kind of block\nlang: en\nsummary: An invented page.\n---\n\nNo medical advice.\n"
_PIXEL = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><path d="M0 0h8v6H0z"/></svg>'


@dataclass(frozen=True)
class Foreign:
    """A template of somebody else: its stylesheets, and what stands before and after our parts."""

    name: str
    sheets: tuple[str, ...]
    before: str
    after: str

    def page(self, parts: a11y.rendering.Parts | None) -> str:
        """Fill the template; without parts it is the page as its owners left it."""
        links = "".join(f'<link rel="stylesheet" href="/{sheet}">' for sheet in self.sheets)
        head = skip = menu = main = end = ""
        if parts is not None:
            head, skip, menu, main, end = parts.head, parts.skip_link, parts.menu, parts.main, parts.scripts
        return (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Foreign</title>'
            f'<meta name="viewport" content="width=device-width">{links}{head}</head>'
            f'<body id="page">{skip}<header>{menu}</header>{self.before}{main}{self.after}{end}</body></html>'
        )


_FORM = (
    '<form class="foreign"><fieldset><legend>Ask</legend><label>Name <input name="n"></label>'
    '<label><input type="radio" name="r" checked> One</label><select><option>A</option></select>'
    "<textarea></textarea><button>Send</button></fieldset></form>"
)
_PROSE = (
    '<h2>Somebody else</h2><p>Words with <a href="/other">a link</a>, <em>more</em> and <code>code</code>.</p>'
    "<ul><li>One</li></ul><ol><li>Two</li></ol><dl><dt>T</dt><dd>D</dd></dl><blockquote>Said</blockquote>"
    '<table><caption>C</caption><tr><th>H</th><td>1</td></tr></table><img alt="" src="/p.svg" width="8" height="6">'
    '<details open><summary>More</summary><p>Inside</p></details><svg width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    '<p hidden>Not shown</p><p role="status">Done</p><hr><kbd>K</kbd><sup>1</sup>'
)
RESET = Foreign(
    name="reset",
    sheets=("reset.css",),
    before=f'<div id="top" class="strip"><nav aria-label="Theirs"><a href="/">Home</a></nav>{_FORM}</div>',
    after=f'<div class="content">{_PROSE}</div>',
)
BOOTSTRAP = Foreign(
    name="bootstrap",
    sheets=("bootstrap.css",),
    before='<nav class="navbar bg-dark" data-bs-theme="dark" aria-label="Theirs"><div class="container">'
    '<a class="navbar-brand" href="/">Home</a><button class="btn btn-primary" >Log in</button></div></nav>',
    after=f'<div class="container"><div class="card"><div class="card-body">{_PROSE}</div></div>'
    f'<div class="alert alert-warning">{_FORM}</div></div>',
)


def document() -> a11y.Document:
    """Give one document that holds every kind of block: the fixtures one after another."""
    parts = [_HEAD]
    for file in sorted(_BLOCKS.glob("*.md")):
        body = re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8"), flags=re.DOTALL)
        lower = re.sub(r"^(#+ )", r"#\1", body, flags=re.MULTILINE)
        parts.append(f"## Example of {file.stem}\n\n{lower}")
    found, _ = a11y.parse("\n\n".join(parts), format="markdown", name="every.md")
    assert found is not None
    return found


def filled(bootstrap: bytes | None) -> tuple[dict[str, str], dict[str, bytes], str]:
    """Give all pages by name, the files that they link to, and the policy of the parts.

    `own` is a page of our own. A template stands there filled, `-alone` without our parts, with the `-menu` alone, and
    `-layered`, which is the planted case: with the stylesheet of our own pages, whose layers give way and whose
    elements are everybody's.
    """
    assets = site_assets()
    parts = a11y.render_parts(document(), assets=assets)
    layered = replace(parts, head=parts.head.replace(assets.parts_stylesheet, assets.stylesheet))
    pages = {"own": str(a11y.render(document(), assets=assets))}
    for foreign in (RESET, BOOTSTRAP):
        pages[foreign.name] = foreign.page(parts)
        pages[f"{foreign.name}-alone"] = foreign.page(None)
        pages[f"{foreign.name}-layered"] = foreign.page(layered)
        pages[f"{foreign.name}-menu"] = foreign.page(replace(parts, skip_link="", main=""))
    files = {**assets.files, **assets.parts_files, "reset.css": (HERE / "reset.css").read_bytes()}
    if bootstrap is not None:
        files["bootstrap.css"] = bootstrap
    return pages, files, parts.csp


@contextmanager
def served(pages: Mapping[str, str], files: Mapping[str, bytes], policy: str) -> Iterator[str]:
    """Serve pages and files, each page under the policy; give the address of the folder."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with a page, a file, or a picture for whatever else is asked for."""
            path = self.path.lstrip("/").partition("?")[0]
            kinds = {"css": "text/css", "js": "text/javascript", "woff2": "font/woff2"}
            kind, data = kinds.get(path.rpartition(".")[2], "image/svg+xml"), files.get(path, _PIXEL)
            if path in pages:
                kind, data = "text/html; charset=utf-8", pages[path].encode()
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Keep the output of the tests to the tests."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
