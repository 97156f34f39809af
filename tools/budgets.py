"""Weighs the menu: `python tools/budgets.py` prints what each part weighs in gzip, and exits 1 if one is too heavy."""

from __future__ import annotations

import sys

from a11y_content.rendering.budgets import weights


def main() -> int:
    """Print the table to standard output, a sentence for each fault to standard error."""
    found = list(weights())
    wide = max(len(one.part) for one in found)
    for one in found:
        print(f"{one.part:{wide}} {one.size:5} of {one.most} bytes")
    heavy = [one for one in found if one.size > one.most]
    for one in heavy:
        over = one.size - one.most
        print(f"{one.part} weighs {one.size} bytes in gzip, {over} more than its budget of {one.most}", file=sys.stderr)
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
