"""Builds the example clinic, audits it in every mode, and says what was measured and where to look."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CONTENT = Path("examples/clinic")
SITE = Path("build/demo/site")
REPORT = Path("build/demo/report.json")
PAGE = Path("build/demo/report.html")


def command(*arguments: str | Path) -> int:
    """Run a11y-content as its user does, and give its exit status."""
    words = ["a11y-content", *map(str, arguments)]
    print("$", " ".join(words), flush=True)
    return subprocess.run([Path(sys.executable).with_name(words[0]), *words[1:]], check=False).returncode


def tell(report: dict[str, Any]) -> None:
    """Print what the audit ran over and found."""
    ran, summary = report["ran"], report["summary"]
    print()
    print(f"pages     {len(ran['pages'])}")
    print(f"modes     {len(ran['modes'])}")
    levels = f"{summary['errors']} errors, {summary['warnings']} warnings, {summary['reviews']} for a person to look at"
    print(f"problems  {levels}")
    print(f"failed    {summary['failed']}")
    print(f"report    {REPORT}, and to read: {PAGE.resolve().as_uri()}")
    print(f"open      {(SITE / 'index.html').resolve().as_uri()}")
    print(f"or serve  python3 -m http.server --bind 127.0.0.1 --directory {SITE} 8000, then http://127.0.0.1:8000/")


def main() -> int:
    """Exit 0 only if the build and the audit both did."""
    REPORT.unlink(missing_ok=True)
    if status := command("build", CONTENT, "-o", SITE):
        return status
    status = command("audit", SITE, "--modes", "each", "--format", f"json={REPORT}", "--format", f"html={PAGE}")
    if REPORT.exists():
        tell(json.loads(REPORT.read_text("utf-8")))
    return status


if __name__ == "__main__":
    sys.exit(main())
