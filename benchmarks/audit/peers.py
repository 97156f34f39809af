"""The other tools from npm, in a folder that git ignores, with the axe-core of this run: same rules, same maker."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from a11y_content.auditing.axe import AxeScript

CACHE = Path(__file__).parents[2] / "build" / "benchmarks" / "audit"
PACKAGES = {"pa11y-ci": "4.1.1", "@axe-core/cli": "4.13.0"}
_SECONDS = 300


class AbsentError(Exception):
    """A tool cannot be had; the message says why, for the table."""


@dataclass(frozen=True, kw_only=True)
class Peer:
    """An installed tool."""

    name: str
    version: str
    axe: str
    """Version of the axe-core inside."""
    program: Path


def fetch(name: str, program: str, axe: AxeScript, cache: Path = CACHE) -> Peer:
    """Install a tool with npm, its axe-core pinned to the version of `axe`; raises `AbsentError`."""
    version = PACKAGES[name]
    folder = cache / f"{name.replace('/', '-')}-{version}-axe-{axe}"
    installed = folder / "node_modules" / ".bin" / program
    if not installed.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        wish = {"private": True, "dependencies": {name: version}, "overrides": {"axe-core": str(axe)}}
        (folder / "package.json").write_text(json.dumps(wish), "utf-8")
        _npm(folder)
    inside = json.loads((folder / "node_modules" / "axe-core" / "package.json").read_text("utf-8"))
    return Peer(name=name, version=version, axe=inside["version"], program=installed)


def _npm(folder: Path) -> None:
    # Without scripts: they would download a browser and a driver of their own, and both are here.
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except FileNotFoundError:
        raise AbsentError("npm is not installed") from None
    except subprocess.TimeoutExpired:
        raise AbsentError(f"npm gave no answer within {_SECONDS} s") from None
    if done.returncode:
        shutil.rmtree(folder)
        code = re.search(r"\bE[A-Z0-9]{3,}\b", done.stderr)
        raise AbsentError(f"npm could not install it ({code[0] if code else 'unknown'})")
