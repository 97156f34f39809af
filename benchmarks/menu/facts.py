"""What can be counted once: bytes, requests, nodes, sizes, what is stored, what lies over the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from a11y_content.auditing.browser import PageError
from benchmarks.menu.host import Placement, packed, page
from benchmarks.menu.table import Values
from benchmarks.menu.tool import Tool
from benchmarks.menu.visit import Visit

_HOST = {"small.html", "spanish.html", "long.html", "strict.html", "host.css", "favicon.ico"}
_KINDS = {".js": "js", ".css": "css", ".json": "words", ".woff2": "fonts", ".woff": "fonts", ".ttf": "fonts"}
_WRONG = 0.01


def weigh(visit: Visit, folder: Path | None) -> Values:
    """Count what the menu fetches while it is loaded, opened and used for text."""
    visit.forget()
    for _ in visit.browser.events():
        pass
    visit.load()
    visit.choose_text()
    asked = list(dict.fromkeys(_requests(visit)))
    own = [name for name in asked if name.startswith(visit.address)]
    paths = [urlsplit(name).path.lstrip("/") for name in own]
    paths = [path for path in paths if path not in _HOST]
    foreign = [name for name in asked if not name.startswith(visit.address)]
    sizes = dict.fromkeys(("js", "css", "html", "fonts", "words"), 0)
    for path in paths:
        if path not in visit.files:
            raise PageError(f"the page asks for {path}, which its menu did not bring")
        sizes[_KINDS.get(Path(path).suffix, "html")] += visit.tool.counted(path, visit.files[path])
    uncounted = sum(packed(visit.files[path]) - visit.tool.counted(path, visit.files[path]) for path in paths)
    for kind, size in known(visit.tool, folder, foreign):
        sizes[kind] += size
    sizes["html"] += packed(visit.files["small.html"]) - packed(page(Placement()).encode())
    hosts = sorted({urlsplit(name).netloc for name in foreign})
    return {
        "bytes": sum(sizes.values()),
        **{f"bytes_{kind}": size for kind, size in sizes.items()},
        "bytes_whole": sum(sizes.values()) + uncounted,
        "requests": len(paths) + len(foreign),
        "foreign": len(foreign),
        "foreign_hosts": ", ".join(hosts),
    }


def elsewhere(visit: Visit) -> Values:
    """Count requests to other hosts on a page in Spanish, with its alternative typeface chosen where the menu has one."""
    visit.forget()
    for _ in visit.browser.events():
        pass
    visit.load("spanish.html")
    visit.open()
    for selector in visit.tool.typeface:
        visit.press(selector)
    visit.ask("quiet")
    foreign = [name for name in dict.fromkeys(_requests(visit)) if not name.startswith(visit.address)]
    return {
        "foreign_elsewhere": len(foreign),
        "elsewhere_hosts": ", ".join(sorted({urlsplit(name).netloc for name in foreign})),
    }


def known(tool: Tool, folder: Path | None, addresses: list[str]) -> Iterator[tuple[str, int]]:
    """Weigh foreign files that stand in the package too: the fetch fails here, a reader's browser would get them."""
    for address in addresses:
        for start, inside in tool.remote.items():
            file = (folder or Path()) / inside / address.removeprefix(start).partition("?")[0]
            if address.startswith(start) and file.is_file():
                yield _KINDS.get(file.suffix, "js"), packed(file.read_bytes())


def _requests(visit: Visit) -> Iterator[str]:
    for method, given in visit.browser.events():
        if method == "Network.requestWillBeSent" and given["request"]["url"].startswith("http"):
            yield given["request"]["url"]


def count(visit: Visit, bare_nodes: int) -> Values:
    """Count nodes, what lies over the page, what is stored before a choice; then choose, and count again."""
    visit.forget()
    visit.load()
    found: Values = {"stored": visit.ask("stored"), "nodes": visit.ask("nodes") - bare_nodes}
    closed = visit.ask("layer")
    visit.browser.cdp("Emulation.setEmulatedMedia", media="print")
    found["prints"] = visit.ask("brought") > 0
    visit.browser.cdp("Emulation.setEmulatedMedia", media="")
    visit.open()
    opened = visit.ask("layer")
    found |= {
        "nodes_open": visit.ask("nodes") - bare_nodes,
        "fixed": closed["fixed"],
        "z_index": max(closed["zIndex"], opened["zIndex"]),
    }
    return found


def text(visit: Visit, reloads: int) -> Values:
    """Choose text: whether everything grows alike, stays as chosen, and multiplies the reader's own default."""
    visit.forget()
    visit.load()
    plain, start = visit.ask("sizes"), visit.ask("start")
    visit.choose_text()
    if visit.chosen <= plain["p"]:
        raise PageError("the choice of text changed nothing")
    after, root = visit.ask("sizes"), visit.ask("start")
    grown = growth(plain, after)
    again, changed = grown, 0
    for _ in range(reloads):
        visit.load()
        visit.ask("sized", after["p"])
        now = visit.ask("sizes")
        again = growth(plain, now)
        changed += (now, visit.ask("start")) != (after, root)
    # The reader's browser has a default of 24 px: the stored choice must multiply that.
    visit.browser.cdp("Page.setFontSizes", fontSizes={"standard": 24})
    visit.load()
    own = visit.ask("sizes")["p"] / 24
    visit.browser.cdp("Page.setFontSizes", fontSizes={"standard": 16})
    return {
        "grown": told(grown),
        "grown_reloaded": told(again),
        "uneven": max(uneven(grown), uneven(again)),
        "reloads_changed": changed,
        "own_default": abs(own - grown["p"]) <= _WRONG,
        "root_style": "style=" in root and "style=" not in start,
    }


def growth(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    """Give each probe's size against its size before."""
    return {name: after[name] / size for name, size in before.items()}


def told(grown: Mapping[str, float]) -> str:
    """Write growth down: `p 1.50 a 2.25`."""
    return " ".join(f"{name} {ratio:.2f}" for name, ratio in grown.items())


def uneven(grown: Mapping[str, float]) -> float:
    """Give the largest growth over the smallest: 1 where everything grows alike."""
    return max(grown.values()) / min(grown.values())


def long_page(visit: Visit) -> Values:
    """Choose text on the long page: how many elements have a style of their own, which the page gave to none."""
    visit.forget()
    visit.load("long.html")
    visit.choose_text()
    return {"written": visit.ask("written")}
