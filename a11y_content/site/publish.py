"""Publishing: a folder is built beside the old one and exchanged with it in one step, under a kernel lock.

An interrupted build leaves the old site whole: until the exchange nothing of it is touched, and the exchange is one
system call (`renameat2` with `RENAME_EXCHANGE` on Linux, `renamex_np` with `RENAME_SWAP` on macOS). Elsewhere two
renames follow each other, and the next build puts the old folder back if it was stopped between them.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from a11y_content.problem import CouldNotRunError
from a11y_content.site.folders import real

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2


def state_folder(out: Path) -> Path:
    """Give the folder that keeps what a build must remember: beside the published one, never inside it."""
    out = out.resolve()
    return out.parent / f".{out.name}.a11y-content"


@contextlib.contextmanager
def locked(state: Path) -> Iterator[None]:
    """Hold the one builder's lock of an output folder; raises `CouldNotRunError` when another build holds it.

    A kernel lock, not a file's existence, so that a killed build leaves nothing to clear.
    """
    state.mkdir(parents=True, exist_ok=True)
    with (state / "lock").open("a") as handle:
        if not _lock(handle.fileno()):
            msg = (
                f"another build is writing to the same output folder (its lock is {state / 'lock'}); wait for it to end"
            )
            raise CouldNotRunError(msg)
        yield


def _lock(descriptor: int) -> bool:
    try:
        import fcntl  # noqa: PLC0415  not there on Windows
    except ImportError:
        import msvcrt  # noqa: PLC0415

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Give an empty folder beside `out`; at the end of the block it takes the place of `out`, all or nothing.

    On an exception the folder is removed and `out` stays as it was.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    _sweep(out)
    stage = Path(tempfile.mkdtemp(prefix=_prefix(out), dir=out.parent))
    try:
        yield stage
        stage.chmod(0o755)
        _replace(stage, out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _prefix(out: Path) -> str:
    return f".{out.name}.building-"


def _sweep(out: Path) -> None:
    """Clear what killed builds left; put an old site back that was caught between two renames. Needs the lock."""
    kept = out.parent / f".{out.name}.old"
    if kept.is_dir():
        if out.exists():
            shutil.rmtree(kept)
        else:
            kept.rename(out)
    for left in out.parent.glob(f"{_prefix(out)}*"):
        shutil.rmtree(left, ignore_errors=True)


def _replace(stage: Path, out: Path) -> None:
    _sync(stage)
    if not out.exists():
        stage.rename(out)
    elif not _exchange(stage, out):
        kept = out.parent / f".{out.name}.old"
        out.rename(kept)
        stage.rename(out)
        shutil.rmtree(kept)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system cannot."""
    library = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)  # type: ignore[union-attr]
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _EXCHANGE) == 0)  # type: ignore[union-attr]
    return False


def _sync(folder: Path) -> None:
    """Ask the system to write the staged files out before they take the old ones' place."""
    if hasattr(os, "sync"):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write(path: Path, data: bytes) -> None:
    """Write a new file and the folders above it; raises `CouldNotRunError` naming the path and the cause."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        msg = f"{path}: cannot be written: {error.strerror or error}"
        raise CouldNotRunError(msg) from error


def link(out: Path, stage: Path, path: str) -> bool:
    """Take an unchanged file over from the old site without copying it where possible; False when it is not there.

    A symbolic link that somebody put into the old site counts as not there: it would publish a file from elsewhere.
    """
    old, new = out / path, stage / path
    if real(old) != real(out) / path:
        return False
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copy2(old, new)
    return True
