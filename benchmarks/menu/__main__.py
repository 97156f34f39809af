"""Measure our accessibility menu beside open-source menus from npm, in one browser run.

    python -m benchmarks.menu [--quick] [--rounds N] [--json FILE] [--docs]

Each menu stands on the same invented page with nothing else on it, on an origin of its own on loopback; every other host
leads nowhere, and what is asked of one is counted. Choices are made by pressing what a reader presses. What takes time is
measured in rounds that go from menu to menu, on a processor slowed four times, and the medians count. A menu that npm
does not have, or a part of the benchmark that fails with it, is said in the table.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from a11y_content.auditing.axe import find_axe
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.programs import find_programs
from benchmarks.menu.document import conditions, write
from benchmarks.menu.run import measure
from benchmarks.menu.table import plain, rows, verdict
from benchmarks.menu.tools import BARE, TOOLS

DOCS = Path(__file__).parents[2] / "docs" / "benchmarks" / "menu.md"
_ROUNDS = 5


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.menu", description="Accessibility menus, side by side")
    parser.add_argument(
        "--quick", action="store_true", help="one round, two reloads, no long page, no contrast, no other language"
    )
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"rounds of timed work (default {_ROUNDS})")
    parser.add_argument("--json", type=Path, help="also write the rows here")
    parser.add_argument("--docs", action="store_true", help=f"also write {DOCS.parent.name}/{DOCS.name}")
    args = parser.parse_args(argv)
    rounds = 1 if args.quick else args.rounds
    chosen = [f"--rounds {rounds}"] * (rounds != _ROUNDS and not args.quick) + ["--quick"] * args.quick
    command = " ".join(("python -m benchmarks.menu --docs", *chosen))
    started, script = time.monotonic(), find_axe()
    with ExitStack() as stack:
        browser = Chromium(find_programs(), only_loopback=True, timeout=60)
        stack.callback(browser.close)
        columns = measure(stack, browser, script, (*TOOLS, BARE), rounds=rounds, quick=args.quick)
        told = conditions(command, browser.versions(), script, rounds, time.monotonic() - started)
    ours = columns[0]
    print(plain(columns), told, verdict(ours, columns), sep="\n\n")
    for column in columns:
        for part, why in column.failures.items():
            print(f"{column.name}: {part}: {why}", file=sys.stderr)
    if args.json:
        args.json.write_text(json.dumps(rows(ours, columns), indent=1), "utf-8")
    if args.docs:
        write(DOCS, columns, told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
