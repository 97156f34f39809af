"""Ours: the parts that the package makes for somebody else's template, put where docs say that they belong."""

from __future__ import annotations

import re

import a11y_content as a11y
from a11y_content.rendering.assets import site_assets
from a11y_content.rendering.budgets import weights
from benchmarks.menu.host import Placement, packed
from benchmarks.menu.tool import Tool

_DOCUMENT = "---\nkind: condition\nname: Sprained ankle\nlang: en\nsummary: What helps.\n---\n\nRest helps.\n"
_OURS = re.compile(r'<script(?: src="[^"]*")?>.*?</script>|<link[^>]*rel="stylesheet"[^>]*>', re.DOTALL)


def _placed(*, inline: bool) -> Placement:
    """Take scripts, stylesheet and menu out of the parts of a page: its article and its metadata are not the menu's."""
    site = a11y.Site(title="Example Clinic", lang="en")
    assets = site_assets(site, inline_script=inline)
    document, problems = a11y.parse(_DOCUMENT)
    if document is None:
        raise RuntimeError(f"our own example is refused: {problems}")
    made = a11y.render_parts(document, site, assets=assets)
    head = "\n".join(_OURS.findall(made.head))
    return Placement(head=f"{head}\n{made.scripts}", top=made.menu, files=dict(assets.parts_files))


def _counted(path: str, body: bytes) -> int:
    """Count the styles of menu and preferences, as the package's own budget cuts them out of the sheet of a whole page."""
    if not path.endswith(".css"):
        return packed(body)
    return next(one.size for one in weights() if "styles" in one.part)


TOOL = Tool(
    name="a11y-content",
    place=lambda _: _placed(inline=True),
    strict=lambda _: _placed(inline=False),
    opener=".a11y-menu__opener",
    panel=".a11y-menu__form",
    text=("#a11y-text-150",),
    contrast=("#a11y-contrast-high-dark",),
    typeface=("#a11y-font-legible",),
    counted=_counted,
)
