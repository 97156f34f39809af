"""The page of a report: our own shell, styles and menu around the list of problems, in one file that works alone."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from a11y_content.auditing.report import Report
from a11y_content.design.mode import Mode
from a11y_content.html import Child, Element, el, serialize
from a11y_content.rendering.address import Place
from a11y_content.rendering.assets import table_of
from a11y_content.rendering.policy import csp
from a11y_content.rendering.scripts import boot, script
from a11y_content.rendering.shell import chrome
from a11y_content.rendering.styles import page_styles
from a11y_content.reporting.filters import Filters
from a11y_content.reporting.problems import problems
from a11y_content.reporting.ran import known, not_audited, person, ran
from a11y_content.reporting.words import count, said

_LANG: Final = "en"
_CLAIM: Final = (
    "This report says what was measured, and nothing more. No program finds every barrier: where none was found, there"
    " may still be some."
)


def page(report: Report) -> str:
    """Give the whole document: what audited pages say comes in as text, and a policy forbids all that is not ours."""
    filters = Filters(report)
    own = _file("report.css") + filters.css()
    start = (boot(table_of()), page_styles(table_of()))
    menu_script, own_script = script(), _file("report.js")
    policy = csp(scripts=[start[0], menu_script, own_script], styles=[start[1], own])
    around = chrome(Place(site=None, path=""), _LANG, Mode())
    meta = {"http-equiv": "Content-Security-Policy", "content": policy.replace("img-src 'self'", "img-src data:")}
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en" dir="ltr">',
            "<head>",
            '<meta charset="utf-8">',
            serialize(el("meta", meta)),
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            serialize(el("title", None, _title(report))),
            f"<script>{start[0]}</script>",
            f"<style>{start[1]}</style>",
            f"<style>{own}</style>",
            "</head>",
            '<body class="a11y-report">',
            around.skip_link,
            around.header,
            "</header>",
            serialize(_main(report, filters)),
            around.footer,
            f"<script>{menu_script}</script>",
            f"<script>{own_script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


@lru_cache(maxsize=2)
def _file(name: str) -> str:
    return files("a11y_content.reporting").joinpath(name).read_text("utf-8")


def _title(report: Report) -> str:
    return f"Audit of {count(len(report.ran.pages), 'page')}: {_found(report)}"


def _found(report: Report) -> str:
    s = report.summary
    parts = [count(s["errors"], "error"), count(s["warnings"], "warning"), f"{s['reviews']:g} to review"]
    return ", ".join(parts)


def _main(report: Report, filters: Filters) -> Element:
    heading = el("h1", None, f"Audit of {count(len(report.ran.pages), 'page')}")
    parts: list[Child] = [heading, _summary(report), *not_audited(report)]
    parts += [*problems(report, filters), *known(report), *person(), *ran(report)]
    return el("main", {"id": "main", "class": "a11y-main"}, el("article", {"class": "a11y-article"}, parts))


def _summary(report: Report) -> Element:
    s = report.summary
    modes, checks = count(s["modes"], "mode"), count(len(report.ran.checks), "check")
    rows = [
        ("Errors", s["errors"], "error"),
        ("Warnings", s["warnings"], "warning"),
        ("To review", s["reviews"], "review"),
        ("Could not be audited", s["failed"], "failed"),
    ]
    tiles = [
        el(
            "div",
            {"class": f"a11y-report__tile a11y-report__tile--{kind if number else 'none'}"},
            el("dt", None, name),
            el("dd", None, f"{number:g}"),
        )
        for name, number, kind in rows
    ]
    used = " and ".join(filter(None, (f"axe {report.tool.get('axe', '')}", report.tool.get("browser", ""))))
    words = said(f"In {modes}, by {checks}, with {used}.")
    return el(
        "div",
        {"class": "a11y-report__summary"},
        el("p", {"class": "a11y-lede"}, words),
        el("dl", {"class": "a11y-report__tiles"}, tiles),
        el("p", None, _CLAIM),
    )
