"""Measure our audit beside pa11y-ci, @axe-core/cli and a plain Selenium loop, on one corpus in one run.

python -m benchmarks.audit [--quick] [--marginal] [--matrix] [--rounds N] [--pages N] [--json FILE] [--docs]

First what one more page costs with one warm browser (`--marginal` measures nothing else, `--axe-only` no other checks);
then whole commands, cold, in 1, 12 and 48 modes with 1 and 2 workers. `--matrix` runs 8 pages in 48 modes by pa11y-ci
too, some fifteen minutes. The tools come from npm into build/benchmarks/audit; one that cannot be had is a row that
says so.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from a11y_content.auditing.axe import find_axe
from benchmarks.audit import corpus, marginal, run, table

DOCS = Path(__file__).parents[2] / "docs" / "benchmarks" / "audit.md"


def main(argv: list[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit", description="The audit, beside others")
    parser.add_argument("--quick", action="store_true", help="two pages, one round, no 48 modes of others")
    parser.add_argument("--marginal", action="store_true", help="only what one more page costs, warm")
    parser.add_argument("--axe-only", action="store_true", help="of that, only axe")
    parser.add_argument(
        "--matrix", action="store_true", help="8 pages in 48 modes by pa11y-ci too, and nothing left out"
    )
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the warm measurement (default 3)")
    parser.add_argument("--pages", type=int, default=4, help="pages of the warm measurement (default 4)")
    parser.add_argument("--json", type=Path, help="also write the rows here")
    parser.add_argument("--docs", action="store_true", help=f"also write {DOCS.parent.name}/{DOCS.name}")
    args = parser.parse_args(argv)
    if args.quick:
        args.rounds, args.pages = 1, 2
    axe = find_axe()
    with tempfile.TemporaryDirectory() as folder:
        made = corpus.make(Path(folder))
        warm = marginal.measure(made, axe, args.rounds, pages=args.pages, everything=not args.axe_only)
        print(table.marginal_table(warm), flush=True)
        rows, peers = [], []
        if not args.marginal:
            works = (*(run.QUICK if args.quick else run.FULL), *([run.WHOLE_MATRIX] if args.matrix else []))
            rows, peers = run.measure(made, axe, works)
            print("", table.commands_table(rows), sep="\n")
    said = "\n".join(f"* {one}" for one in table.verdicts(warm, rows, run.WHOLE_MATRIX))
    command = " ".join(["python -m benchmarks.audit", *(sys.argv[1:] if argv is None else argv)])
    told = table.conditions(command, axe, (f"{name} {version}" for name, version in marginal.versions()), peers)
    print("", said, "", told, sep="\n")
    if args.json:
        args.json.write_text(json.dumps(table.as_json(warm, rows), indent=1), "utf-8")
    if args.docs:
        table.write_docs(DOCS, [told, table.marginal_table(warm), table.commands_table(rows), said])
    return 0


if __name__ == "__main__":
    sys.exit(main())
