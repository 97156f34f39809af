"""Accessible health content: one typed source, a native accessibility menu, and the proof in a real browser.

import a11y_content as a11y

doc = a11y.load("content/conditions/asthma.md")
page = a11y.render(doc)
result = a11y.build("content/", "public/")
report = a11y.audit("public/", modes="pairs")
"""

from a11y_content.about import __version__
from a11y_content.audit import Report, audit
from a11y_content.model.document import Condition, Document, Index, Page, Story
from a11y_content.model.site import Site
from a11y_content.parsing import load, parse
from a11y_content.problem import ContentError, CouldNotRunError, Level, Problem, Spot, UsageError
from a11y_content.rendering import fragment, render, render_parts
from a11y_content.site import BuildResult, build, load_site

__all__ = [
    "BuildResult",
    "Condition",
    "ContentError",
    "CouldNotRunError",
    "Document",
    "Index",
    "Level",
    "Page",
    "Problem",
    "Report",
    "Site",
    "Spot",
    "Story",
    "UsageError",
    "__version__",
    "audit",
    "build",
    "fragment",
    "load",
    "load_site",
    "parse",
    "render",
    "render_parts",
]
