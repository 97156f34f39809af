"""The Nu HTML checker (npm package `vnu-jar`) over many pages in one Java process.

`python -m tests.markup.nu FILE_OR_FOLDER...` prints what it finds; it exits 1 where there are errors, 3 where it cannot
run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

JAR = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NO_JAVA = "Java is not on this machine: install the Debian package default-jre-headless; `make test` does where apt can"
NO_JAR = "the npm package vnu-jar is not in node_modules: `make setup` installs it"

# What it reads wrongly. Its reader of CSS knows neither container queries nor sums with custom properties (Biome lints
# our CSS). To it, nothing is the 'self' of a file, and data (JSON-LD) counts as a script; tests/browser hold our pages
# against their policy in Chromium.
NOT_JUDGED = ("CSS: ", "Resource violates Content Security Policy", "Inline script violates Content Security Policy")

_SHORT_RUN = ("-Xss8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # half the work of what pays in long runs


class NuMissingError(RuntimeError):
    """The checker, or the Java that it needs, is not on this machine; the message says what to install."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One message of the checker, at its place in a page."""

    page: str
    line: int
    is_error: bool
    message: str
    extract: str = ""

    def __str__(self) -> str:
        level = "error" if self.is_error else "warning"
        return f"{self.page}:{self.line}: {level}: {self.message} {self.extract!r}"


def missing() -> str:
    """Say why the checker cannot run here, or give an empty string."""
    if not shutil.which("java"):
        return NO_JAVA
    return "" if JAR.is_file() else NO_JAR


def pages(*places: Path) -> list[Path]:
    """Give the HTML files among some files and folders."""
    found = [[place] if place.is_file() else sorted(place.rglob("*.html")) for place in places]
    return [page for some in found for page in some]


def messages(files: Iterable[Path]) -> list[Message]:
    """Check HTML files.

    Raises `NuMissingError` where the checker is not here, `RuntimeError` when it does not run or leaves a file out.
    """
    if reason := missing():
        raise NuMissingError(reason)
    files = [file.resolve() for file in files]
    if not files:
        return []
    command = ["java", *_SHORT_RUN, "-jar", str(JAR), "--format", "json", "--stdout", "--verbose", *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        said = json.loads(ran.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"the Nu checker gave no report (status {ran.returncode}): {ran.stderr[-500:]}") from error
    if len(ran.stderr.splitlines()) < len(files):  # --verbose names each file that it reads
        raise RuntimeError(f"the Nu checker left files out: {len(files)} given, read are\n{ran.stderr}")
    return sorted(_message(one) for one in said if not str(one["message"]).startswith(NOT_JUDGED))


def _message(message: dict[str, object]) -> Message:
    return Message(
        page=unquote(urlsplit(str(message.get("url", ""))).path),
        line=int(str(message.get("lastLine", 0))),
        is_error=message["type"] != "info",
        message=str(message["message"]),
        extract=str(message.get("extract", "")),
    )


def main(places: list[str]) -> int:
    """Check the pages that the command line names."""
    files = pages(*map(Path, places))
    try:
        found = messages(files)
    except NuMissingError as error:
        sys.stderr.write(f"nu: {error}\n")
        return 3
    sys.stdout.writelines(f"{one}\n" for one in found)
    errors = sum(one.is_error for one in found)
    sys.stderr.write(f"nu: {len(files)} pages, {errors} errors, {len(found) - errors} warnings\n")
    return 1 if errors or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
