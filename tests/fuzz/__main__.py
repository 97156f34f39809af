"""`python -m tests.fuzz DOOR --runs N --seed S`: broken input for one door; whatever raises or stalls is shown.

The seed is printed, and the same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.fuzz.target import DOORS, fuzz, smallest


def main() -> int:
    """Run; the exit status is 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("door", choices=[*DOORS, "all"])
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    found = 0
    for door in DOORS if given.door == "all" else [given.door]:
        started = time.process_time()
        bad = list(fuzz(door, given.runs, given.seed))
        seconds = time.process_time() - started
        sys.stdout.write(f"{door}: {given.runs:,} inputs, seed {given.seed}, {seconds:.0f} s, {len(bad)} found\n")
        for one in {kind: (text, kind) for text, kind in reversed(bad)}.values():
            sys.stdout.write(f"  {one[1]}\n  {smallest(door, *one)!r}\n")
        sys.stdout.flush()
        found += len(bad)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
