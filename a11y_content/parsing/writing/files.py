"""Writing many content files: all of them, or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from a11y_content.problem import UsageError


def write_all(root: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder by their paths inside it; a file that is there is replaced.

    All are written under other names first and then put in place. Where anything stands in the way, what was put in
    place is taken back and the folder is as it was; raises the `OSError` that says why, or `UsageError` for a path that
    leads out of the folder.
    """
    made = [one for one in (root, *root.parents) if not one.exists()]
    root.mkdir(parents=True, exist_ok=True)
    place = _Placing(root)
    try:
        place.all(files)
    except BaseException:
        place.undo()
        shutil.rmtree(place.staging, ignore_errors=True)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise
    shutil.rmtree(place.staging, ignore_errors=True)


class _Placing:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.staging = Path(tempfile.mkdtemp(prefix=".import-", dir=root))
        self.folders: list[Path] = []
        self.placed: list[tuple[Path, Path | None]] = []
        """What was put in place, with what stood there before."""

    def all(self, files: Mapping[str, str]) -> None:
        staged = []
        for number, (name, text) in enumerate(files.items()):
            new = self.staging / f"{number}.new"
            new.write_text(text, "utf-8")
            staged.append((new, self.staging / f"{number}.old", self._target(name)))
        for new, old, target in staged:
            self._folder(target.parent)
            kept = None
            if target.exists() or target.is_symlink():
                target.replace(old)
                kept = old
            self.placed.append((target, kept))
            new.replace(target)

    def _target(self, name: str) -> Path:
        """Give the path of a file; no part of it may be a link, or lead upwards."""
        target = self.root
        for part in name.split("/"):
            target /= part
            if part in {"", ".", ".."} or (target.is_symlink() and not target.is_file()):
                msg = f"{target}: leads out of {self.root}; nothing was written"
                raise UsageError(msg)
        return target

    def _folder(self, folder: Path) -> None:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir()
            self.folders.append(one)

    def undo(self) -> None:
        """Put everything back."""
        for target, old in reversed(self.placed):
            with suppress(OSError):
                if old is not None:
                    old.replace(target)
                else:
                    target.unlink(missing_ok=True)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()
