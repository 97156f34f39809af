"""Assets: the one stylesheet and the one script of a site, named by their content, and what the head prints inline."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from a11y_content.design.preferences import Preference, offered
from a11y_content.design.stylesheet import stylesheet as design_stylesheet
from a11y_content.model.site import Site

FOLDER: Final = "assets"
WHITELIST: Final = "A11Y_CHOICES"
"""Name in boot.js that stands for the JSON object of preferences and their values."""
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_FLOORS: Final = (("base.css", "blocks"), ("page.css", ""), ("menu.css", ""), ("print.css", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The files of a site that every page links to, and its content security policy."""

    stylesheet: str
    """Path in the site, with a hash of the content in the name."""
    script: str
    """Path in the site of the menu's script."""
    files: Mapping[str, str]
    """Path in the site to content."""
    csp: str
    """The Content-Security-Policy under which every page of the site works, exactly."""


def stylesheet(site: Site | None = None) -> str:
    """Give the whole stylesheet of a site as CSS text; without a site, with all preferences."""
    return _stylesheet(_names(site))


def script() -> str:
    """Give the menu's script: it reads the form that it finds, and knows no table."""
    return _without_comments(_file("menu.js"))


def boot(table: Iterable[Preference]) -> str:
    """Give the script of the page head, that puts the reader's choices on `<html>` before the first paint."""
    choices = {row.name: list(row.values) for row in table}
    printed = json.dumps(choices, separators=(",", ":"))
    return _without_comments(_file("boot.js")).replace(WHITELIST, printed).strip()


def site_assets(site: Site | None = None) -> Assets:
    """Give the assets of a site, the file names carrying a hash of the content."""
    return _assets(_names(site))


def table_of(site: Site | None) -> tuple[Preference, ...]:
    """Give the preferences that a site's menu offers; raises `UsageError` for a name that is not in the table."""
    return offered(_names(site))


def csp(*, scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """Write the Content-Security-Policy for pages with these inline scripts and styles, and files of their own site.

    Source: CSP Level 3, `hash-source`; nothing else may load, no form may be sent, no base address set.
    """
    script_sources = " ".join(["'self'", *map(_sha256, scripts)])
    style_sources = " ".join(["'self'", *map(_sha256, styles)])
    return (
        f"default-src 'none'; script-src {script_sources}; style-src {style_sources}; img-src 'self'; "
        "media-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _sha256(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _names(site: Site | None) -> tuple[str, ...]:
    return tuple(site.preferences) if site is not None else ()


@lru_cache(maxsize=16)
def _stylesheet(names: tuple[str, ...]) -> str:
    parts = [design_stylesheet(offered(names))]
    for file, after in _FLOORS:
        parts.append(_file(file))
        if after:
            parts.extend(_block_styles())
    return _without_comments("\n".join(parts))


def _block_styles() -> list[str]:
    folder = resources.files("a11y_content.blocks")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".css")), key=lambda file: file.name)
    return [file.read_text(encoding="utf-8") for file in files]


@lru_cache(maxsize=16)
def _assets(names: tuple[str, ...]) -> Assets:
    css, js = _stylesheet(names), script()
    css_path, js_path = _named(css, "css"), _named(js, "js")
    return Assets(
        stylesheet=css_path,
        script=js_path,
        files={css_path: css, js_path: js},
        csp=csp(scripts=[boot(offered(names))]),
    )


def _named(text: str, suffix: str) -> str:
    return f"{FOLDER}/a11y.{hashlib.sha256(text.encode()).hexdigest()[:12]}.{suffix}"


@lru_cache(maxsize=16)
def _file(name: str) -> str:
    return resources.files("a11y_content.rendering").joinpath("assets", name).read_text(encoding="utf-8")


def _without_comments(text: str) -> str:
    """Leave out block comments, whole-line `//` comments, indentation and empty lines: half of the bytes, no risk."""
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
