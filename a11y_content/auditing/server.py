"""A static server for one folder, on 127.0.0.1 but for a Grid: what an audit reads, and nothing outside of it."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from a11y_content.problem import UsageError

LOOPBACK: Final = "127.0.0.1"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


def locate(root: Path, address: str) -> Path | None:
    """Give the file or folder in `root` (a resolved path) that an address names, or `None`.

    Nothing outside of `root` is ever named: no `..`, no absolute path, no link that leads out.
    """
    path = unquote(urlsplit(address).path, errors="replace")
    parts = [part for part in path.split("/") if part not in {"", "."}]
    if "\0" in path or "\\" in path or ".." in parts:
        return None
    try:
        found = root.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return found if found == root or root in found.parents else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    # Head and body of an answer leave together: sent one by one, the second waits 40 ms for a word about the first.
    wbufsize = -1
    disable_nagle_algorithm = True
    root: Path

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is http.server's
        """Stay quiet."""

    def _answer(self, *, with_body: bool) -> None:
        found = locate(self.root, self.path)
        if found is not None and found.is_dir():
            address = urlsplit(self.path).path
            if not address.endswith("/"):
                self._send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"/{address.strip('/')}/"}, with_body=False)
                return
            found = locate(self.root, f"{address}index.html")
        if found is None or not found.is_file():
            self._send(HTTPStatus.NOT_FOUND, b"not found", {"Content-Type": "text/plain"}, with_body=with_body)
            return
        try:
            body = found.read_bytes()
        except OSError:
            self._send(HTTPStatus.FORBIDDEN, b"not readable", {"Content-Type": "text/plain"}, with_body=with_body)
            return
        kind = _TYPES.get(found.suffix.lower()) or mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        self._send(HTTPStatus.OK, body, {"Content-Type": kind}, with_body=with_body)

    def _send(self, status: HTTPStatus, body: bytes, headers: dict[str, str], *, with_body: bool) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header(
            "Cache-Control", "max-age=600" if "text/html" not in headers.get("Content-Type", "") else "no-store"
        )
        self.end_headers()
        if with_body:
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet: a browser that hangs up early is no news."""


@contextmanager
def serve(root: Path, *, host: str = LOOPBACK) -> Iterator[str]:
    """Serve a folder on a free port while the block runs; gives the address, such as `http://127.0.0.1:40123`.

    `host` is an address of this machine, such as the one under which browsers on other machines reach it: whoever
    reaches it can read the folder then. Raises `UsageError` where the machine does not have it.
    """
    handler = type("_RootedHandler", (_Handler,), {"root": root.resolve()})
    try:
        server = _Server((host, 0), handler)
    except OSError as error:
        raise UsageError(f"pages cannot be served at {host}: {error.strerror or error}") from error
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="a11y-server", daemon=True
    )
    thread.start()
    try:
        yield f"http://{host}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def address_of(path: str) -> str:
    """Quote a relative path with `/` for use in an address."""
    return quote(path, safe="/")
