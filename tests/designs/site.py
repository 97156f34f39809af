"""Twenty invented pages in the styles of frameworks from npm, as one folder: `python -m tests.designs.site` says where.

The pages are written as careful developers write them, so that each problem found in one is a defect of its framework
or a false alarm: docs/false-alarms.md. The frameworks are not ours and not kept here: npm brings them into a folder
that git ignores.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parent / "pages"
FOLDER: Final = Path(__file__).parents[2] / "build" / "designs"
_SECONDS: Final = 120
_FRAMEWORKS: Final = {
    "@picocss/pico": "2.1.1",
    "@uswds/uswds": "3.13.0",
    "bootstrap": "5.3.8",
    "bulma": "1.0.4",
    "foundation-sites": "6.9.0",
    "govuk-frontend": "5.13.0",
    "jquery": "3.7.1",
}
_GOVUK: Final = "govuk-frontend/dist/govuk"
_FILES: Final = {
    "assets": f"{_GOVUK}/assets",
    "frameworks/bootstrap/css/bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "frameworks/bootstrap/js/bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "frameworks/bulma/css/bulma.min.css": "bulma/css/bulma.min.css",
    "frameworks/foundation/css/foundation.min.css": "foundation-sites/dist/css/foundation.min.css",
    "frameworks/foundation/js/foundation.min.js": "foundation-sites/dist/js/foundation.min.js",
    "frameworks/govuk/govuk-frontend.min.css": f"{_GOVUK}/govuk-frontend.min.css",
    "frameworks/govuk/govuk-frontend.min.js": f"{_GOVUK}/govuk-frontend.min.js",
    "frameworks/jquery/jquery.min.js": "jquery/dist/jquery.min.js",
    "frameworks/pico/css/pico.min.css": "@picocss/pico/css/pico.min.css",
    "frameworks/uswds/css/uswds.min.css": "@uswds/uswds/dist/css/uswds.min.css",
    "frameworks/uswds/fonts": "@uswds/uswds/dist/fonts",
    "frameworks/uswds/img": "@uswds/uswds/dist/img",
    "frameworks/uswds/js/uswds.min.js": "@uswds/uswds/dist/js/uswds.min.js",
}
"""Place beside the pages, and where npm puts it."""


class AbsentError(Exception):
    """The frameworks cannot be had; the message says why, for a skipped test."""


def make(folder: Path = FOLDER) -> Path:
    """Give a folder with all pages and what they link to, and nothing else; raises `AbsentError`.

    The frameworks are fetched once for each list of versions.
    """
    site, packages = folder / "site", folder / "packages"
    stamp = json.dumps(_FRAMEWORKS)
    if not (mark := folder / "versions.json").is_file() or mark.read_text("utf-8") != stamp:
        shutil.rmtree(folder, ignore_errors=True)
        packages.mkdir(parents=True)
        _fetch(packages)
        for place, source in _FILES.items():
            (target := site / place).parent.mkdir(parents=True, exist_ok=True)
            found = packages / "node_modules" / source
            (shutil.copytree if found.is_dir() else shutil.copyfile)(found, target)
        shutil.rmtree(packages)
        mark.write_text(stamp, "utf-8")
    for old in site.glob("*.html"):
        old.unlink()
    for page in PAGES.glob("*.html"):
        shutil.copyfile(page, site / page.name)
    return site


def _fetch(folder: Path) -> None:
    """Let npm put the packages there, without running anything of theirs."""
    command = ["npm", "install", "--prefix", str(folder), "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    wanted = [f"{name}@{version}" for name, version in _FRAMEWORKS.items()]
    try:
        subprocess.run([*command, "--omit=optional", *wanted], check=True, capture_output=True, timeout=_SECONDS)
    except FileNotFoundError:
        raise AbsentError("npm is not installed") from None
    except subprocess.TimeoutExpired:
        raise AbsentError(f"npm gave no answer within {_SECONDS} s") from None
    except subprocess.CalledProcessError:
        raise AbsentError("npm could not fetch the frameworks") from None


if __name__ == "__main__":
    print(make())  # noqa: T201  this is what the command is for
