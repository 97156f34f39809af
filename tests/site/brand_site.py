"""Content folders with a brand, for the tests of brands and themes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from a11y_content.design.tokens import builtin
from a11y_content.model.site import Brand, Site
from a11y_content.problem import Problem
from a11y_content.rendering.assets import site_assets
from a11y_content.site import load_site

Content = Callable[..., Path]
PAGE = "---\nkind: page\ntitle: Hello\nlang: en\nsummary: Invented.\n---\n\nWords.\n"


def css(site: Path) -> str:
    return next(site.glob("assets/a11y.*.css")).read_text("utf-8")


def problems(folder: Path) -> list[Problem]:
    site, problems = load_site(folder)
    assert site.brand == Brand() or not problems
    return problems


def changed(name: str, **colours: str) -> str:
    tree = json.loads(builtin(f"themes/{name}"))
    for role, colour in colours.items():
        tree["color"][role.replace("_", "-")] = {"$value": colour}
    return json.dumps(tree, indent=2)


def asset(site: Site) -> str:
    assets = site_assets(site)
    return assets.files[assets.stylesheet].decode()
