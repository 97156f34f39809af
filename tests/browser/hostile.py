"""A server of hostile and broken pages (`hostile_pages.py`)."""

import hashlib
import ssl
import subprocess
import threading
import time
import zlib
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.hostile_pages import BODIES, BODY, GOOD, HEAD, PIXEL, SCRIPTS

_KINDS = {
    "pdf": ("application/pdf", b"%PDF-1.4\n%%EOF\n"),
    "archive": ("application/zip", b"PK\x05\x06" + bytes(18)),
    "attachment": ("text/html", GOOD),
    "picture": ("image/gif", PIXEL),
    "text": ("text/plain", b"plain"),
    "xml": ("application/xml", b"<a/>"),
    "json": ("application/json", b"{}"),
    "empty": ("text/html", b""),
    "worker.js": ("text/javascript", b"onfetch = (e) => e.respondWith(new Response('taken'))"),
}
_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = urlsplit(self.path).path.strip("/")
        answer = getattr(self, "_" + name.replace("-", "_"), None)
        if answer is not None:
            answer()
        elif name in SCRIPTS:
            self._send(GOOD + f"<script>{SCRIPTS[name][0]}</script>".encode())
        elif name in BODIES:
            self._send(BODIES[name][0])
        elif name.startswith("status-"):
            self._send(GOOD if name not in {"status-204", "status-304"} else b"", status=int(name[7:]))
        else:
            kind, body = _KINDS.get(name, ("text/html", GOOD))
            self._send(
                body, kind, {"Content-Disposition": "attachment; filename=x.html"} if name == "attachment" else {}
            )

    def _send(
        self, body: bytes, kind: str = "text/html", more: dict[str, str] | None = None, status: int = 200
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status not in {204, 304}:
            self.send_header("Content-Length", str(len(body)))
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _start(self, *more: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in (("Content-Type", "text/html"), *more):
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = True

    def _reset(self) -> None:
        self.close_connection = True

    def _silent(self) -> None:
        self._wait()

    def _headers_only(self) -> None:
        self._start()
        self._wait()

    def _drip(self) -> None:
        self._start()
        for _ in self._ticks(0.1):
            self.wfile.write(b" ")

    def _drip_picture(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "image/gif")
        self.end_headers()
        self.close_connection = True
        self.wfile.write(PIXEL[:20])
        self._wait()

    def _bad_chunk(self) -> None:
        self._start(("Transfer-Encoding", "chunked"))
        self.wfile.write(b"5\r\n<html\r\nnonsense")

    def _short(self) -> None:
        self._start(("Content-Length", "100000"))
        self.wfile.write(GOOD)

    def _loop(self) -> None:
        self._send(b"", more={"Location": "/loop"}, status=302)

    def _moved(self) -> None:
        self._send(b"", more={"Location": "/good"}, status=302)

    def _elsewhere(self) -> None:
        port = self.server.server_address[1]
        self._send(b"", more={"Location": f"http://localhost:{port}/good"}, status=302)

    def _cookies(self) -> None:
        self.send_response(200)
        for number in range(60):
            self.send_header("Set-Cookie", f"c{number}={'x' * 3900}")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(GOOD)))
        self.end_headers()
        self.wfile.write(GOOD)

    def _refresh_header(self) -> None:
        self._send(GOOD, more={"Refresh": "0; url=/good"})

    def _sandboxed(self) -> None:
        self._send(GOOD, more={"Content-Security-Policy": "sandbox; default-src 'none'"})

    def _trusted(self) -> None:
        self._send(GOOD, more={"Content-Security-Policy": "require-trusted-types-for 'script'; trusted-types 'none'"})

    def _replaced(self) -> None:
        part = b"--x\r\nContent-Type: text/html\r\n\r\n" + GOOD + b"\r\n"
        self._send(part * 3 + b"--x--", "multipart/x-mixed-replace; boundary=x")

    def _bomb(self) -> None:
        self._start(("Content-Encoding", "gzip"))
        self.wfile.write(_bomb())

    def _socket(self) -> None:
        key = self.headers.get("Sec-WebSocket-Key", "").encode()
        accept = b64encode(hashlib.sha1(key + _GUID, usedforsecurity=False).digest()).decode()
        self.send_response(101)
        for name, value in (("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept)):
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = True
        for _ in self._ticks(0.01):
            self.wfile.write(b"\x81\x01x")

    def _wait(self) -> None:
        for _ in self._ticks(0.2):
            pass
        self.close_connection = True

    def _ticks(self, seconds: float) -> Iterator[None]:
        """Go on until the server ends, or for a minute."""
        end = time.monotonic() + 60
        while not _ended.wait(seconds) and time.monotonic() < end:
            yield

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


_ended = threading.Event()


def _bomb() -> bytes:
    """Give four gigabytes in one stream of gzip: what follows a first stream, Chromium does not read."""
    packer = zlib.compressobj(9, wbits=31)
    page = packer.compress(HEAD + BODY) + packer.flush(zlib.Z_FULL_FLUSH)
    part = packer.compress(b"<p>" + b"x" * (1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)
    return page + part * 256


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet: browsers hang up on what is served here."""


@contextmanager
def hostile_server(certificate: Path | None = None) -> Iterator[str]:
    """Serve the pages while the block runs; with a folder for a certificate that nobody knows, by https."""
    server = _Server(("127.0.0.1", 0), _Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(_certificate(certificate))
        server.socket = context.wrap_socket(server.socket, server_side=True)
    _ended.clear()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"{'http' if certificate is None else 'https'}://127.0.0.1:{server.server_address[1]}"
    finally:
        _ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _certificate(folder: Path) -> Path:
    file = folder / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=nobody"]
    subprocess.run([*command, "-keyout", file, "-out", folder / "c.pem"], check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + (folder / "c.pem").read_bytes())
    return file
