"""Fetch the packages of other menus with npm, once, into a folder that git ignores; nothing of theirs is run here."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
from pathlib import Path

CACHE = Path(__file__).parents[2] / "build" / "benchmarks" / "menu"
_SECONDS = 120


class AbsentError(Exception):
    """The package cannot be had; the message says why, for the table."""


def fetch(name: str, version: str, cache: Path = CACHE) -> Path:
    """Give the unpacked package of an exact version; raises `AbsentError`."""
    folder = cache / f"{name.replace('/', '-')}-{version}"
    if folder.is_dir():
        return folder / "package"
    cache.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(
            [
                "npm",
                "pack",
                "--loglevel=error",
                "--ignore-scripts",
                "--pack-destination",
                str(cache),
                f"{name}@{version}",
            ],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            cwd=cache,
            check=False,
        )
    except FileNotFoundError as error:
        raise AbsentError("npm is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise AbsentError(f"npm gave no answer within {_SECONDS} s") from error
    if done.returncode != 0:
        raise AbsentError(reason(done.stderr + done.stdout))
    packed, made = cache / done.stdout.split()[-1], folder.with_name(folder.name + ".part")
    shutil.rmtree(made, ignore_errors=True)
    with tarfile.open(packed) as archive:
        archive.extractall(made, filter="data")
    packed.unlink()
    made.rename(folder)  # all of it or nothing: an interrupted run leaves no half package
    return folder / "package"


def reason(said: str) -> str:
    """Say in a few words what npm said; no address of a registry is repeated."""
    code = re.search(r"\b(E[A-Z]*\d*|ENO[A-Z]+|ERR_[A-Z_]+)\b", said)
    if "E404" in said or "ETARGET" in said:
        return "not on npm"
    return f"npm could not fetch it ({code[1]})" if code else "npm could not fetch it"
