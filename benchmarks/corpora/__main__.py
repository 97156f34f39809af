"""Import, check and build real texts, and count what became of every word.

    python -m benchmarks.corpora --corpora DIR [--to md|json] [--only NAME ...] [--quick] [--json FILE] [--docs] [--keep DIR]
    python -m benchmarks.corpora --corpora DIR --sample 60       (the pages of a sample, all corpora in it, audited and validated too)

DIR (or the variable A11Y_CORPORA) holds one folder a corpus. Every source is imported, written as a content file, read back, checked, and
built: each corpus is a site. A word is a run of letters and digits, folded, counted as often as it stands in the source for readers (`words_in.py`
reads it with Python's own parsers); it is kept if its page shows it (the text of `main` with its addresses, alternatives and dates, the
title, the description), or if the message of a problem says it with file and line. Exit status 1 where there was a traceback, a word lost
without a report, a document that reads back differently, or an error in the sample.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.corpora.run import CORPORA, run
from benchmarks.corpora.sample import audit_sample, choose, validate_sample
from benchmarks.corpora.table import codes, table, write_docs

QUICK = 20


def main(argv: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.corpora", description="Real texts, and what became of them"
    )
    parser.add_argument(
        "--corpora", type=Path, default=os.environ.get("A11Y_CORPORA"), help="folder that holds the corpora"
    )
    parser.add_argument("--to", choices=("md", "json"), default="md", help="form of the content files (default md)")
    parser.add_argument("--only", nargs="+", choices=[one.name for one in CORPORA], default=[])
    parser.add_argument("--quick", action="store_true", help=f"the first {QUICK} files of each")
    parser.add_argument("--sample", type=int, default=0, help="audit and validate this many of the pages")
    parser.add_argument("--modes", default="each", help="modes of the audit of the sample (default each)")
    parser.add_argument("--json", type=Path, help="also write the counts here")
    parser.add_argument("--docs", action="store_true", help="also write docs/benchmarks/corpora.md")
    parser.add_argument("--keep", type=Path, help="make the content and the site in this new folder, and keep them")
    given = parser.parse_args(argv)
    if given.corpora is None or not Path(given.corpora).is_dir():
        parser.error(f"--corpora: give the folder that holds {', '.join(one.name for one in CORPORA)}")
    with tempfile.TemporaryDirectory() as scratch:
        work = given.keep or Path(scratch) / "corpora"
        if work.exists():
            parser.error(f"--keep {work}: is there already; give a new folder")
        work.mkdir(parents=True)
        tallies = run(Path(given.corpora), work, form=given.to, quick=QUICK * given.quick, only=tuple(given.only))
        lines = [table(tallies), codes(tallies)]
        print(*lines, sep="\n\n")
        bad = any(one.tracebacks or one.lost or one.differ for one in tallies) or not any(one.pages for one in tallies)
        if given.sample:
            pages = choose(tallies, given.sample)
            for judge in (validate_sample, lambda site, chosen: audit_sample(site, chosen, given.modes)):
                said, good = judge(work / "site", pages)
                lines.append(said)
                print("", said, sep="\n")
                bad = bad or not good
    for one in tallies:
        for what in ("tracebacks", "lost", "differ", "refused", "empty"):
            for line in getattr(one, what):
                print(f"{one.name}, {what}: {line}", file=sys.stderr)
    if given.json:
        given.json.write_text(json.dumps([vars(one) for one in tallies], indent=1, ensure_ascii=False), "utf-8")
    if given.docs:
        write_docs(tallies, lines, sys.argv[1:] if argv is None else argv)
    return int(bad)


if __name__ == "__main__":
    raise SystemExit(main())
