"""Where pages are served for a Grid: at the address of this machine that its nodes can reach."""

from __future__ import annotations

import socket
from typing import Final
from urllib.parse import urlsplit

from a11y_content.problem import UsageError

_ANY_PORT: Final = 9


def reached_from(grid: str) -> str:
    """Give the address of the interface that leads to a Grid; nothing is sent. Raises `UsageError` for no address."""
    host = urlsplit(grid).hostname
    if urlsplit(grid).scheme not in {"http", "https"} or not host:
        raise UsageError("--grid needs the address of a Grid, such as http://127.0.0.1:4444")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, _ANY_PORT, type=socket.SOCK_DGRAM)[0]
        with socket.socket(family, kind, protocol) as way:
            way.connect(address)
            found: str = way.getsockname()[0]
    except OSError as error:
        raise UsageError(f"--grid: no way leads to {host}: {error.strerror or error}") from error
    return found
