"""What was made of pictures, kept by the hash of what they were made from, so that a second build makes nothing."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Final

FOLDER: Final = "files"
_NOTES: Final = "made.json"
_RECIPES: Final = ("rasters.py", "svg.py", "svg_styles.py")


@dataclass(slots=True)
class Made:
    """What was made of one file; bytes are named by their digest."""

    suffix: str = ""
    main: str = ""
    """Digest of what is published; empty where the file itself is, or nothing."""
    size: tuple[int, int] | None = None
    copies: list[tuple[int, str, str]] = field(default_factory=list)
    """Width, suffix and digest of each smaller copy."""
    told: list[tuple[str, int, str]] = field(default_factory=list)
    """Code, line and message of each problem."""
    refused: str = ""
    """Why nothing is published."""
    parts: dict[str, bytes] = field(default_factory=dict)
    """The bytes by digest; empty when it comes out of the store, which gives them one by one."""

    def keep(self, data: bytes) -> str:
        """Take bytes in; give their digest."""
        self.parts[name := digest(data)] = data
        return name


def digest(data: bytes) -> str:
    """Name some bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def key(kind: str, data: bytes) -> str:
    """Name what is made of a file: it depends on its bytes, on our code, and on the library that does it."""
    return hashlib.blake2b(data, digest_size=16, key=f"{kind}{_recipe()}".encode()[:64]).hexdigest()


@functools.cache
def _recipe() -> str:
    code = b"".join((Path(__file__).parent / name).read_bytes() for name in _RECIPES)
    try:
        library = metadata.version("pillow")
    except metadata.PackageNotFoundError:
        library = ""
    return f"{library}/{hashlib.blake2b(code, digest_size=16).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of made files. One that is cut or garbled counts as not there: it is made again."""

    folder: Path

    def get(self, name: str) -> Made | None:
        """Give what is known under a key, without the bytes."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            found: dict[str, Any] = json.loads((self.folder / name / _NOTES).read_text("utf-8"))
            size = found["size"]
            return Made(
                suffix=str(found["suffix"]),
                main=str(found["main"]),
                size=(int(size[0]), int(size[1])) if size else None,
                copies=[(int(width), str(suffix), str(part)) for width, suffix, part in found["copies"]],
                told=[(str(code), int(line), str(message)) for code, line, message in found["told"]],
                refused=str(found["refused"]),
            )
        return None

    def part(self, name: str, part: str) -> bytes | None:
        """Give bytes by key and digest, or None where they are not there or not what they were."""
        with contextlib.suppress(OSError):
            data = (self.folder / name / part).read_bytes()
            if digest(data) == part:
                return data
        return None

    def put(self, name: str, made: Made) -> None:
        """Keep what was made: whole or not at all; where it cannot be kept, the next build makes it again."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new = Path(tempfile.mkdtemp(prefix="new-", dir=self.folder))
            try:
                for part, data in made.parts.items():
                    (new / part).write_bytes(data)
                notes = {item: value for item, value in asdict(made).items() if item != "parts"}
                (new / _NOTES).write_text(json.dumps(notes), "utf-8")
                shutil.rmtree(self.folder / name, ignore_errors=True)
                os.replace(new, self.folder / name)  # noqa: PTH105  as one step, also over an empty folder
            finally:
                shutil.rmtree(new, ignore_errors=True)

    def sweep(self, used: Collection[str]) -> None:
        """Forget what no file of the content folder needs any more."""
        if self.folder.is_dir():
            for one in self.folder.iterdir():
                if one.name not in used:
                    shutil.rmtree(one, ignore_errors=True)
