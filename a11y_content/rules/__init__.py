"""Rules over whole documents: one file a topic. Rules of one kind of block alone stand beside its fields in `blocks/`.

Importing this package registers them all.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil

import a11y_content.blocks  # noqa: F401  registers every kind of block with its rules
from a11y_content.effort import tick
from a11y_content.model.block import Block, Context
from a11y_content.model.document import Document
from a11y_content.model.site import Site
from a11y_content.problem import Problem
from a11y_content.rules.survey import RULES, Survey

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")


def check(
    document: Document, site: Site | None = None, *, source: str = "", today: dt.date | None = None
) -> list[Problem]:
    """Give every problem of a document, sorted by place; never raises on content.

    `site` lets rules ask for other documents; `source` is the document's path in the content folder, from which its
    links count. `today` is the day on which reviews and consents are judged: without it none is, so that builds repeat.
    """
    survey = Survey(document=document, site=site, source=source, today=today)
    found: list[Problem] = []
    for block, place in survey.of(Block):
        found.extend(block.check(Context(document=document.kind, lang=place.lang, inside=place.inside)))
    for judge in RULES.values():
        tick()
        found.extend(judge(survey))
    return sorted(dict.fromkeys(found), key=lambda problem: (problem.where, problem.code))


__all__ = ["RULES", "Survey", "check"]
