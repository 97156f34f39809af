"""A server on loopback for one menu's site, from memory: all through gzip, nothing cached, a strict policy on one page."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'"
STRICT = "strict.html"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    files: Mapping[str, bytes]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        body = self.files.get(path)
        sent = gzip.compress(body or b"", 9, mtime=0)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(sent)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "no-store")
        if path == STRICT:
            self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Stay quiet: a browser that hangs up early is no news."""


@contextmanager
def served(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve files on a free port, which is an origin of its own, while the block runs; gives the address with `/` at its end."""
    server = _Server(("127.0.0.1", 0), type("_Files", (_Handler,), {"files": files}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
