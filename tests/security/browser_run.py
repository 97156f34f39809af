"""Hostile pages in a real browser: who ran, what could still run, where the page went, and whom it asked."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final

from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException, UnexpectedAlertPresentException

from tests.browser.menu_site import chromium

CANARY: Final = "canary.example"
LISTEN: Final = """
    (() => {
        const found = [];
        window.hit = (number) => {
            found.push(String(number));
            try { if (top !== window) top.hit(number); } catch {}
        };
        window.a11yHits = found;
        for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => window.hit(0);
    })();
"""
SCAN: Final = """
    const [allowed, own, text, kind] = arguments, found = [];
    const root = text == null ? document : new DOMParser().parseFromString(text, kind);
    const urls = new Set(["href", "src", "action", "formaction", "xlink:href", "poster", "srcset", "data", "cite",
        "ping", "background", "manifest", "longdesc", "codebase", "profile", "usemap", "archive", "classid", "code"]);
    const bad = /^(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i;
    const look = (root) => {
        for (const one of root.querySelectorAll("*")) {
            const name = one.localName, html = one.namespaceURI === "http://www.w3.org/1999/xhtml";
            const say = (what) => found.push(`${what}: ${one.outerHTML.slice(0, 160)}`);
            if (one.shadowRoot) look(one.shadowRoot);
            if (one.content instanceof DocumentFragment) look(one.content);
            const icon = allowed[name] && one.closest("svg")?.getAttribute("aria-hidden") === "true";
            if (!html && !icon) { say("foreign"); continue; }
            if (!allowed[name]) { say("element"); continue; }
            const data = one.type === "application/ld+json";
            if (name === "script" && !data && !own.includes(one.getAttribute("src") ?? one.text)) say("script");
            for (const { name: key, value } of one.attributes) {
                if (/^on/i.test(key)) say("handler");
                else if (!allowed[name].includes(key) && !/^data-a11y-/.test(key)) say(`attribute ${key}`);
                const address = value.replace(/[\\t\\n\\r]/g, "").replace(/^[\\0- ]+/, "");
                if (urls.has(key) && bad.test(address)) say("address");
            }
        }
    };
    look(root);
    return found;
"""


@dataclass(slots=True)
class Seen:
    """What a run of pages did."""

    executed: set[int] = field(default_factory=set)
    dormant: list[str] = field(default_factory=list)
    navigated: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    """Messages of the browser about the content security policy."""


class _Files(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    policy = ""

    def end_headers(self) -> None:
        """Let pictures and films that are not there be asked for once only."""
        self.send_header("Cache-Control", "max-age=60")
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep the output of the tests to the tests."""


class Run:
    """A browser and a server of one folder; `see` loads pages of it and tells what they did."""

    def __init__(self, driver: webdriver.Chrome, origin: str, folder: Path) -> None:
        self.driver = driver
        self.origin = origin
        self.folder = folder

    def see(self, pages: Sequence[str], allowed: Mapping[str, Sequence[str]], own: Sequence[str]) -> Seen:
        """Load pages by their paths; `allowed` are the attributes of each element, `own` our scripts."""
        seen = Seen()
        for path in pages:
            address = f"{self.origin}/{path}"
            self._load(address, seen)
            try:
                if self.driver.current_url.partition("#")[0] != address:
                    seen.navigated.append(f"{path}: to {self.driver.current_url}")
                seen.executed.update(int(one) for one in self.driver.execute_script("return window.a11yHits || []"))
                seen.dormant += [f"{path}: {one}" for one in self.driver.execute_script(SCAN, allowed, list(own))]
            except UnexpectedAlertPresentException:
                seen.navigated.append(f"{path}: a dialogue stood in the way")
            self._requests(path, seen)
        return seen

    def scan(self, text: str, allowed: Mapping[str, Sequence[str]], own: Sequence[str] = ()) -> list[str]:
        """Look through the text of a page that leads on at once, so that it cannot be looked at where it stands."""
        found: list[str] = self.driver.execute_script(SCAN, allowed, list(own), text, "text/html")
        return found

    def _load(self, address: str, seen: Seen) -> None:
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        try:
            self.driver.get(address)
            # Handlers of errors and animations come after the load; two frames and a turn of the loop let them.
            self.driver.execute_async_script(
                "const done = arguments[0];"
                "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))"
            )
        except UnexpectedAlertPresentException:
            with suppress(NoAlertPresentException):
                self.driver.switch_to.alert.dismiss()
            seen.navigated.append(f"{address}: a dialogue stood in the way")

    def _requests(self, path: str, seen: Seen) -> None:
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            asked = message["params"]["request"]["url"]
            if not asked.startswith((f"{self.origin}/", "data:", "blob:", "about:", "chrome:")):
                seen.foreign.append(f"{path}: {asked}")
        for entry in self.driver.get_log("browser"):
            if "Content Security Policy" in entry["message"] or "Content-Security-Policy" in entry["message"]:
                seen.reports.append(f"{path}: {entry['message'][:300]}")


@contextmanager
def running(folder: Path, profile: Path, policy: str = "") -> Iterator[Run]:
    """Serve a folder on loopback, and start Chromium, for which every other host does not exist."""
    handler = type("Files", (_Files,), {"policy": policy})
    bound = functools.partial(handler, directory=str(folder))
    flags = (
        "host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "autoplay-policy=no-user-gesture-required",
        "disable-popup-blocking",
    )
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound) as server,
        chromium(profile, requests=True, flags=flags) as driver,
    ):
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        driver.set_page_load_timeout(60)
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": LISTEN})
        try:
            yield Run(driver, f"http://127.0.0.1:{server.server_port}", folder)
        finally:
            server.shutdown()
            thread.join()


def framed(documents: Sequence[str]) -> str:
    """Put whole documents each into a frame of its own: what one leaves open cannot swallow the next."""
    frames = "".join(f'<iframe srcdoc="{escape(one)}"></iframe>' for one in documents)
    return f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>{frames}</body></html>'
