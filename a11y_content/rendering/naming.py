"""Names of asset files: they hold a hash of the content, so that a browser may keep a file for ever."""

from __future__ import annotations

import hashlib
from typing import Final

FOLDER: Final = "assets"


def named(data: bytes, suffix: str, stem: str = "a11y") -> str:
    """Give the path in the site of a file with this content."""
    return f"{FOLDER}/{stem}.{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
