"""`audit TARGET...`: pages in a real browser, in every mode of a set."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any, Final

import click

from a11y_content.auditing.baseline import Baseline, read_baseline
from a11y_content.auditing.report import WRITERS
from a11y_content.cli import audit_output
from a11y_content.cli.sections import SectionCommand, configured, section
from a11y_content.problem import one_line
from a11y_content.reporting import audit

CONFIGURATION: Final = Path("a11y-audit.toml")
_SHOWN: Final = 40
_DATE: Final = click.DateTime(["%Y-%m-%d"])
_FILE: Final = click.Path(path_type=Path, dir_okay=False)

_pages, _what = section("Which pages"), section("What is checked")
_access, _result = section("How pages are reached"), section("What comes of it")
_known, _how = section("Known problems"), section("How it runs")


@click.command("audit", cls=SectionCommand)
@click.argument("targets", nargs=-1, required=True)
@_pages("--include", multiple=True, metavar="PATTERN", help="Only pages like this; repeatable.")
@_pages("--exclude", multiple=True, metavar="PATTERN", help="Leave pages like this out; repeatable.")
@_pages("--shard", default="", metavar="N/ALL", help="One part of the pages, such as 1/4.")
@_pages(
    "--changed-since", default="", metavar="REV", help="Only pages that differ from a Git revision or a report.json."
)
@_pages("--at", default="", metavar="URL", help="Audit what a sitemap lists at this site, such as a preview of it.")
@_what("--modes", default="each", help="default, each, pairs, all, or mode ids joined by ; (default: each).")
@_what("--checks", default="", help="Names of checks, joined by commas (default: all of the standard).")
@_what("--standard", default="wcag22aa", help="WCAG version and level (default: wcag22aa).")
@_what("--axe-script", type=_FILE, help="The axe-core script to use.")
@_what("--exhaustive", is_flag=True, help="Run every check anew in every mode, also where nothing can differ.")
@_access("--actions", type=_FILE, help="What is done on pages before they are audited (TOML).")
@_access("--header", "headers", multiple=True, metavar="NAME:VALUE", help="Request header; repeatable.")
@_access("--cookie", "cookies", multiple=True, metavar="NAME=VALUE", help="Cookie; repeatable.")
@_access("--auth", default="", envvar="A11Y_AUTH", metavar="USER:PASSWORD", help="Or in A11Y_AUTH, where none sees it.")
@_result(
    "--format", "forms", multiple=True, metavar="NAME[=PATH]", help=f"{', '.join(WRITERS)}; repeatable (default: text)."
)
@_result(
    "--fail-on", type=click.Choice(["error", "warning", "review"]), default="error", help="Least level that fails."
)
@_result("--pictures/--no-pictures", default=None, help="Photograph elements (default: where a report is html).")
@_known("--baseline", type=_FILE, help="File of known problems: only others count.")
@_known("--update-baseline", is_flag=True, help="Write all that is found into it, and take out what is gone.")
@_known("--baseline-reason", default="", metavar="WORDS", help="Reason of what is written.")
@_known("--baseline-expires", type=_DATE, help="Its last day (default: in 180 days).")
@_known("--fail-on-stale", is_flag=True, help="Fail where a known problem is not there any more.")
@_how("--workers", type=click.IntRange(min=1), help="Browsers side by side.")
@_how("--browser", default="chromium", metavar="NAME", help="chromium, firefox or webkit (default: chromium).")
@_how("--grid", default="", metavar="URL", help="Use the browsers of this Selenium Grid.")
@_how("--serve", default="", metavar="HOST", help="This machine's address for the Grid (default: found out).")
@_how("--timeout", type=click.FloatRange(min=1), default=30.0, help="Seconds for a load and for a step (default: 30).")
@_how("--retries", type=click.IntRange(min=0), default=2, help="New browsers for a page whose browser dies.")
@_how(
    "--config",
    type=_FILE,
    default=lambda: CONFIGURATION if CONFIGURATION.is_file() else None,
    callback=configured,
    is_eager=True,
    expose_value=False,
    help=f"Defaults of these options as TOML (default: {CONFIGURATION}, where it is).",
)
def command(
    targets: tuple[str, ...],
    checks: str,
    forms: tuple[str, ...],
    headers: tuple[str, ...],
    cookies: tuple[str, ...],
    pictures: bool | None,
    baseline: Path | None,
    update_baseline: bool,
    baseline_reason: str,
    baseline_expires: dt.datetime | None,
    **chosen: Any,
) -> int:
    """Audit folders, HTML files, addresses and sitemaps in a real browser; `-` reads a list from standard input.

    Exit status: 0 clean, 1 problems, 2 used wrongly, 3 not everything could be audited.
    """
    if (update_baseline or chosen["fail_on_stale"]) and baseline is None:
        raise click.UsageError("say which file: --baseline FILE", click.get_current_context())
    outputs = audit_output.outputs(forms)
    known = Baseline(file=str(baseline)) if baseline is not None and not baseline.exists() else None
    if known is None and baseline is not None:
        known = read_baseline(baseline)
    choices = {
        **chosen,
        "checks": [name.strip() for name in checks.split(",") if name.strip(" ,")] or ([checks] if checks else None),
        "headers": dict(_pair("--header", one, ":") for one in headers),
        "cookies": dict(_pair("--cookie", one, "=") for one in cookies),
        "baseline": baseline if not update_baseline or (baseline is not None and baseline.exists()) else None,
        "pictures": any(name == "html" for name, _ in outputs) if pictures is None else pictures,
    }
    with click.progressbar(
        length=1, label="audit", file=sys.stderr, hidden=not sys.stderr.isatty(), item_show_func=_shown
    ) as bar:

        def progress(done: int, whole: int, page: str) -> None:
            bar.length = whole
            bar.update(done - bar.pos, page)

        report = audit(targets, progress=progress, **choices)
    audit_output.write(report, outputs)
    if update_baseline and known is not None:
        return audit_output.renew(report, known, baseline_reason, baseline_expires)
    return report.exit_status


def _shown(page: str | None) -> str:
    """Give the page's name as it fits beside the bar: its end says more than its beginning."""
    name = one_line(page or "")
    return name if len(name) <= _SHOWN else f"…{name[1 - _SHOWN :]}"


def _pair(option: str, word: str, between: str) -> tuple[str, str]:
    """Part a name from its value; the value is a secret and never said."""
    name, found, value = word.partition(between)
    if not found or not name.strip():
        wanted = f"NAME{between}VALUE"
        raise click.UsageError(f"{option} needs {wanted}", click.get_current_context())
    return name.strip(), value.strip()
