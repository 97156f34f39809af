"""Writes docs/checks.md from the registry of checks. `make golden` runs it; a test holds the two equal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import a11y_content.auditing  # noqa: F401  registers the checks
from a11y_content.auditing.axe import LEAST
from a11y_content.auditing.check import CHECKS, Check, Reads, by_default, everywhere, narrow
from a11y_content.auditing.checks.axe import STANDARDS
from a11y_content.problem import FAULTS, Fault

TARGET: Final = Path(__file__).parents[1] / "docs" / "checks.md"

INTRODUCTION: Final = """# Checks

Written by `make golden` from the checks themselves; a test holds the two equal. [audit.md](audit.md) tells how an audit goes,
[audit-vs-others.md](audit-vs-others.md) what other tools do. `a11y-content audit --checks NAME,NAME` picks some;
`a11y-content explain CODE` says why a problem matters and how to mend it.

Three levels: **error** is sure, **warning** is best practice or our policy, **review** is for a person to look at. None of the checks, and not
all of them together, can say that a page is accessible: what each cannot see is written beside it."""

AXE: Final = """## How axe-core is used

Every rule of axe-core with a tag of the chosen standard runs in every mode, and its best practices as warnings; experimental and deprecated rules
do not. The script has to be {least} or newer, and every report names its version. What axe calls `incomplete` (it cannot tell) is a review, never
dropped and never an error; `contrast-pixels` then looks at the pixels. Contrast is not asked on paper and in forced colours, where axe reads colours that nobody
sees. Rules that read structure run once for every state of structure and presence, the others once for every state that they depend on
([why that gives the same](decisions/0032-reuse-between-modes.md)). Frames of the same site and open shadow roots are covered.

| `--standard` | tags |
|---|---|
{standards}"""

_WHERE: Final = {everywhere: "every mode", by_default: "the default mode", narrow: "320 CSS pixels wide or less"}
_READS: Final = {
    Reads.PAGE: "nothing that a mode changes: once a page",
    Reads.PRESENCE: "structure and what is rendered: once for every state of these",
    Reads.WHOLE: "layout and paint: once for every state of the page",
    Reads.MODE: "more than the page's state: anew in every mode",
}


def page() -> str:
    """Give the whole page."""
    checks = sorted(CHECKS.values(), key=lambda one: one.name)
    standards = "\n".join(f"| `{name}` | {' '.join(f'`{tag}`' for tag in tags)} |" for name, tags in STANDARDS.items())
    least = ".".join(map(str, LEAST))
    parts = [
        INTRODUCTION,
        _table(("check", "WCAG", "its level", "finds", "modes"), (_row(one) for one in checks)),
        AXE.format(least=least, standards=standards),
        *(_section(one) for one in checks),
    ]
    return "\n\n".join(parts) + "\n"


def _row(check: Check) -> tuple[str, ...]:
    name = f"[`{check.name}`](#{check.name})"
    return name, _criteria(check), check.conformance or "-", check.fault.title, _where(check)


def _criteria(check: Check) -> str:
    if check.name == "axe":
        return "as the rule says"
    found = dict.fromkeys(one.criterion for one in codes(check) if one.criterion)
    return ", ".join(found) or "-"


def _where(check: Check) -> str:
    if check.where in _WHERE:
        return _WHERE[check.where]
    words = (check.where.__doc__ or "").strip().partition("\n")[0].rstrip(".")
    return words[:1].lower() + words[1:]


def codes(check: Check) -> list[Fault]:
    """Give the kinds of problem that a check tells: that of its name first."""
    more = [one for code, one in sorted(FAULTS.items()) if code.startswith(f"{check.name}/")]
    return [check.fault, *more]


def _section(check: Check) -> str:
    facts = [
        ("runs in", _where(check) + (", on pages with our menu" if check.own else "")),
        ("depends on", _READS[check.reads]),
        ("needs of the browser", ", ".join(sorted(check.needs))),
        ("compares with", "the default mode" if check.baseline else ""),
        ("afterwards", "the page is loaded anew" if check.disturbs else ""),
        ("decides what is left to review by", ", ".join(f"`{code}`" for code in check.resolves)),
        ("is silent where the same element has", ", ".join(f"`{code}`" for code in check.echoes)),
        ("tried on", _fixtures(check)),
    ]
    told = [(f"`{one.code}`", str(one.level), one.criterion, _link(one)) for one in codes(check)]
    return "\n\n".join(
        [
            f"## {check.name}",
            check.measures,
            f"**Cannot see:** {check.cannot_see}",
            "\n".join(f"* {name}: {words}" for name, words in facts if words),
            _table(("code", "level", "WCAG", "finds"), told),
        ]
    )


def _link(fault: Fault) -> str:
    return f"{fault.title} ([more]({fault.help_url}))" if fault.help_url else fault.title


def _fixtures(check: Check) -> str:
    return ", ".join(
        f"[{verdict}](../fixtures/pages/{check.name}.{verdict}.html)"
        for verdict in ("passed", "failed", "inapplicable")
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
    sys.stderr.write(f"{TARGET.relative_to(TARGET.parents[1])}: written\n")
