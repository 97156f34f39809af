"""A server of hostile and broken pages, each with what an audit must say about it.

`AUDITED`: it is a page like others, in spite of all. `EITHER`: both are right, as long as it ends. Everything else is a
pattern of the reason that a named failure must give.
"""

# ruff: noqa: E501  a page is a line of the tables

import gzip
import hashlib
import re
import ssl
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

AUDITED = "audited"
EITHER = "either"
LATE = "no answer within"
LOAD = "could not be loaded|ERR_"
AWAY = "by itself"

HEAD = b"<!doctype html><html lang=en><title>Good</title>"
BODY = b"<main><h1>Good</h1><p><a href=/good>A link</a></p></main>"
GOOD = HEAD + BODY
PIXEL = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"

LOADED = "addEventListener('load', () => {%s})"
SCRIPTS: dict[str, tuple[str, str]] = {
    "moves": ("location.href = '/good'", AWAY),
    "moves-on-load": (LOADED % "location.href = '/good'", AWAY),
    "moves-later": (LOADED % "setTimeout(() => { location.href = '/good' }, 30)", f"{AWAY}|script failed|in the page"),
    "moves-away": ("location.href = 'http://localhost:' + location.port + '/good'", f"{AWAY}|another site"),
    "reloads": (LOADED % "setTimeout(() => location.reload(), 20)", f"{AWAY}|{LATE}|script failed|in the page|{LOAD}"),
    "reloads-at-once": ("location.reload()", f"{AWAY}|{LATE}|{LOAD}|script failed|in the page"),
    "hangs-at-once": ("for (;;) ;", LATE),
    "hangs-on-load": (LOADED % "for (;;) ;", LATE),
    "hangs-later": (LOADED % "setTimeout(() => { for (;;) ; }, 10)", LATE),
    "hangs-in-microtasks": (LOADED % "const again = () => Promise.resolve().then(again); again()", LATE),
    "storm-of-timers": ("setInterval(() => { const end = performance.now() + 40; while (performance.now() < end) ; }, 0)", EITHER),
    "storm-of-messages": ("onmessage = () => postMessage(0, '*'); postMessage(0, '*')", EITHER),
    "storm-of-states": ("let n = 0; setInterval(() => { for (let i = 0; i < 99; i += 1) history.pushState(n, '', `?${n += 1}`) }, 5)", EITHER),
    "storm-of-fetches": ("setInterval(() => { for (let i = 0; i < 20; i += 1) fetch(`/good?${i}`).catch(() => {}) }, 20)", EITHER),
    "storm-of-errors": ("setInterval(() => { for (let i = 0; i < 50; i += 1) console.error('again', i) }, 5)", AUDITED),
    "storm-of-windows": ("setInterval(() => open('/good'), 10)", AUDITED),
    "storm-of-elements": ("setInterval(() => document.body.append(document.createElement('p')), 1)", EITHER),
    "endless-alerts": ("for (;;) alert('again')", LATE),
    "asks": ("alert('hello'); confirm('really?'); prompt('who?'); print()", AUDITED),
    "asks-until-yes": ("while (!confirm('yes?')) ;", LATE),
    "asks-on-leaving": ("onbeforeunload = (event) => { event.preventDefault(); return 'stay' }", AUDITED),
    "hangs-on-leaving": ("onpagehide = onunload = onbeforeunload = () => { for (;;) ; }", AUDITED),
    "opens": ("open('/good')", AUDITED),
    "submits": ("const f = document.createElement('form'); f.target = '_blank'; f.action = '/good'; document.body.append(f); f.submit()", AUDITED),
    "throws": ("throw new Error('mine')", AUDITED),
    "debugger": ("debugger; setInterval(() => { debugger }, 10)", AUDITED),
    "writes-later": (LOADED % "setTimeout(() => { document.open(); document.write('<title>Other</title><main><h1>Other</h1></main>'); document.close() }, 20)", EITHER),
    "asks-for-rights": ("Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => {}); navigator.mediaDevices?.getUserMedia({audio: true}).catch(() => {})", AUDITED),
    "picks-files": ("const i = document.createElement('input'); i.type = 'file'; document.body.append(i); i.click()", AUDITED),
    "talks": ("const s = new WebSocket(`ws://${location.host}/socket`); s.onmessage = () => s.send('again')", AUDITED),
    "calls-programs": ("location.href = 'mailto:nobody@example.org'", EITHER),
    "forges": ("globalThis.axe = {run: () => Promise.resolve({violations: [], incomplete: []}), version: '99'}; globalThis.a11yContentAudit = {run: () => []}; Array.prototype.map = () => []; JSON.stringify = () => '{}'", EITHER),
    "eats-memory": ("const kept = []; setInterval(() => { for (let i = 0; i < 50; i += 1) kept.push(new Array(1e6).fill(Math.random())) }, 1)", EITHER),
    "takes-over": ("navigator.serviceWorker.register('/worker.js')", AUDITED),
    "keeps": ("localStorage.kept = 'yes'; document.cookie = 'kept=yes'", AUDITED),
}  # fmt: skip
"""Pages that differ by their script alone."""

BODIES: dict[str, tuple[bytes, str]] = {
    "refresh-at-once": (HEAD + b'<meta http-equiv=refresh content="0;url=/good">' + BODY, AWAY),
    "refresh-later": (HEAD + b'<meta http-equiv=refresh content="600;url=/good">' + BODY, AUDITED),
    "refresh-to-itself": (HEAD + b'<meta http-equiv=refresh content="0">' + BODY, f"{AWAY}|{LOAD}|{LATE}|script failed|in the page|ERR_"),
    "frames": (HEAD + b'<frameset cols="50%,50%"><frame src="/good" title=a><frame src="/good" title=b></frameset>', EITHER),
    "deep": (HEAD + BODY + b"<div>" * 100_000, EITHER),
    "moves-forever": (HEAD + b"<style>@keyframes k{to{transform:rotate(1turn)}}h1{animation:k 1s infinite}</style>" + BODY, AUDITED),
    "no-encoding": (HEAD + "<main><h1>Grüße €</h1></main>".encode("utf-16"), EITHER),
    "not-utf-8": (HEAD + b"<meta charset=utf-8><main><h1>\xff\xfe\xed\xa0\x80</h1></main>", AUDITED),
    "endless-frame": (GOOD + b"<iframe title=x src=/drip></iframe>", LATE),
    "endless-picture": (GOOD + b"<img alt='' src=/drip-picture>", LATE),
}  # fmt: skip
"""Pages that are what they are."""

OTHERS: dict[str, str] = {
    "good": AUDITED,
    "reset": LOAD,
    "silent": LATE,
    "headers-only": LATE,
    "drip": LATE,
    "bad-chunk": LOAD,
    "short": f"{LOAD}|no page",
    "loop": LOAD,
    "elsewhere": "another site",
    "moved": AUDITED,
    "status-204": "no page|status 204",
    "status-205": "no page|status 205|empty",
    "status-304": "status 304|no page",
    "status-401": f"status 401|{LOAD}",
    "status-403": "status 403",
    "status-404": "status 404",
    "status-500": "status 500",
    "status-503": "status 503",
    "pdf": f"not HTML|download|no page|{LOAD}",
    "archive": f"download|no page|{LOAD}",
    "attachment": f"download|no page|{LOAD}",
    "picture": "not HTML",
    "text": "text/plain, not HTML",
    "xml": "not HTML",
    "json": "not HTML",
    "empty": "empty page",
    "cookies": EITHER,
    "bomb": f"{LATE}|given up",
}
"""Pages whose answer itself is odd."""

EXPECTED: dict[str, str] = {
    **{name: says for name, (_, says) in SCRIPTS.items()},
    **{name: says for name, (_, says) in BODIES.items()},
    **OTHERS,
}
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
    return gzip.compress(HEAD + BODY + b"<p>x" * 100, 9) + gzip.compress(b"<p>" + b"x" * (1 << 30), 9) * 3


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


def as_expected(name: str, reason: str) -> bool:
    """Tell whether the reason of a failure (empty: audited) is what the page must get."""
    says = EXPECTED[name]
    if says == EITHER:
        return True
    return not reason if says == AUDITED else bool(reason and re.search(says, reason))
