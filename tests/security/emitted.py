"""The closed list of elements and attributes: what docs/security.md publishes, and what pages really hold (S2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from justhtml import JustHTML

DOCS: Final = Path(__file__).parents[2] / "docs" / "security.md"
ZONES: Final = {"content": "In `main`", "menu": "In the menu", "frame": "Around them"}
_ROW: Final = re.compile(r"^\| `([a-z0-9]+)` \| ([^|]*)\|$", re.MULTILINE)

Zones = dict[str, dict[str, set[str]]]


def emitted(pages: Iterable[str], content: Iterable[str] = ()) -> Zones:
    """Give the attributes of every element by zone, out of whole pages and of fragments of content."""
    found: Zones = {zone: {} for zone in ZONES}
    for page in pages:
        _walk(JustHTML(page, sanitize=False).root, "frame", found)
    for part in content:
        _walk(JustHTML(f"<main>{part}</main>", sanitize=False).root, "frame", found)
    return found


def _walk(root: object, zone: str, found: Zones) -> None:
    stack = [(root, zone)]
    while stack:
        node, where = stack.pop()
        name = str(getattr(node, "name", ""))
        given: Mapping[str, str | None] = getattr(node, "attrs", None) or {}
        if name and not name.startswith(("#", "!")):
            if name == "main":
                where = "content"
            elif given.get("id") == "a11y-menu":
                where = "menu"
            found[where].setdefault(name, set()).update(given)
        stack.extend((child, where) for child in getattr(node, "children", None) or ())


def published() -> Zones:
    """Read the list in docs/security.md."""
    text = DOCS.read_text("utf-8")
    made: Zones = {}
    for zone, title in ZONES.items():
        part = text.partition(f"### {title}\n")[2].partition("\n#")[0]
        made[zone] = {name: set(re.findall(r"`([^`]+)`", cells)) for name, cells in _ROW.findall(part)}
    return made


def written(zones: Zones) -> str:
    """Write the list as it stands in docs/security.md."""
    return "\n".join(_tables(zones))


def _tables(zones: Zones) -> Iterator[str]:
    for zone, title in ZONES.items():
        yield f"### {title}\n\n| Element | Attributes |\n| --- | --- |"
        for name, attributes in sorted(zones[zone].items()):
            yield f"| `{name}` | {' '.join(f'`{one}`' for one in sorted(attributes)) or 'none'} |"
        yield ""


def beyond(zones: Zones, allowed: Zones) -> list[str]:
    """Give what is in pages and not on the list."""
    return [
        f"{zone}: {name} {one}"
        for zone, elements in zones.items()
        for name, attributes in elements.items()
        for one in (attributes - allowed[zone].get(name, set()) if name in allowed[zone] else {"(the element)"})
    ]
