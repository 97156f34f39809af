"""Measure the audit beside others.

python -m benchmarks.audit [--quick] [--marginal] [--rounds N] [--pages N] [--json FILE] [--docs]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from a11y_content.auditing.axe import find_axe
from benchmarks.audit import corpus, marginal


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit", description="The audit, beside others")
    parser.add_argument("--marginal", action="store_true", help="only what one more page costs, warm")
    parser.add_argument("--axe-only", action="store_true", help="of that, only axe")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=4)
    args = parser.parse_args(argv)
    axe = find_axe()
    with tempfile.TemporaryDirectory() as folder:
        pages = corpus.make(Path(folder), args.pages)
        for one in marginal.measure(pages, axe, args.rounds, everything=not args.axe_only):
            limit = f"(at most {one.limit})" if one.limit else ""
            print(
                f"{one.name:28} {one.seconds:8.3f} s  {one.least:7.3f} to {one.most:7.3f}  x {one.ratio:5.2f} {limit}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
