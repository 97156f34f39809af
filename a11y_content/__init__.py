"""Accessible health content: one typed source, a native accessibility menu, and the proof in a real browser.

    import a11y_content as a11y

    doc = a11y.load("content/conditions/asthma.md")
    page = a11y.render(doc)
    result = a11y.build("content/", "public/")
    report = a11y.audit("public/", modes="pairs")

Each name is loaded when it is first asked for: the pytest plugin comes with every run of pytest, also where nobody
audits.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from a11y_content.about import __version__

if TYPE_CHECKING:
    from a11y_content.design.preference import Option, Preference
    from a11y_content.design.preferences import add_preference
    from a11y_content.model.document import Condition, Document, Index, Page, Story
    from a11y_content.model.site import Site
    from a11y_content.parsing import load, parse
    from a11y_content.parsing.importing import Imported, Opened, importer, streamfield_block
    from a11y_content.parsing.writing import to_json
    from a11y_content.problem import ContentError, CouldNotRunError, Level, Problem, Spot, UsageError
    from a11y_content.rendering import fragment, render, render_parts
    from a11y_content.reporting import Report, audit
    from a11y_content.site import BuildResult, build, load_site

_HOMES = {
    "a11y_content.design.preference": ("Option", "Preference"),
    "a11y_content.design.preferences": ("add_preference",),
    "a11y_content.model.document": ("Condition", "Document", "Index", "Page", "Story"),
    "a11y_content.model.site": ("Site",),
    "a11y_content.parsing": ("load", "parse"),
    "a11y_content.parsing.importing": ("Imported", "Opened", "importer", "streamfield_block"),
    "a11y_content.parsing.writing": ("to_json",),
    "a11y_content.problem": ("ContentError", "CouldNotRunError", "Level", "Problem", "Spot", "UsageError"),
    "a11y_content.rendering": ("fragment", "render", "render_parts"),
    "a11y_content.reporting": ("Report", "audit"),
    "a11y_content.site": ("BuildResult", "build", "load_site"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "BuildResult",
    "Condition",
    "ContentError",
    "CouldNotRunError",
    "Document",
    "Imported",
    "Index",
    "Level",
    "Opened",
    "Option",
    "Page",
    "Preference",
    "Problem",
    "Report",
    "Site",
    "Spot",
    "Story",
    "UsageError",
    "__version__",
    "add_preference",
    "audit",
    "build",
    "fragment",
    "importer",
    "load",
    "load_site",
    "parse",
    "render",
    "render_parts",
    "streamfield_block",
    "to_json",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its module (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
