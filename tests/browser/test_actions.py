"""Steps before the audit: done as a reader does them, and where they cannot be, the page has failed."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.auditing.report import Report

FORM = b"""<!doctype html><html lang=en><title>Form</title><style>
#late{display:none} .on #late{display:block} #cover{position:fixed;inset:0;background:#fff} .ok #cover{display:none}
</style><body><main id=main><h1>Form</h1>
<p id=bad style="color:#bbb;background:#fff" hidden>Faint text</p>
<form action=/home method=post><label>Name <input id=name value=old></label>
<label>Word <input id=word name=word type=password></label>
<label>Tongue <select id=tongue><option value=en>English<option value=de>German</select></label>
<label><input type=checkbox id=terms style="opacity:0"> Terms</label>
<button id=show type=button>Show</button><button id=off type=button disabled>Off</button>
<button id=go>Go</button></form>
<p id=late>Loaded at last</p><p id=told></p></main><div id=cover>Cookies <button id=yes>Yes</button></div>
<x-box></x-box><script>
const told = document.getElementById("told");
document.getElementById("yes").onclick = () => document.body.classList.add("ok");
document.getElementById("show").onclick = (event) => {
  if (!event.isTrusted) return;
  const [name, tongue, terms] = ["name", "tongue", "terms"].map((id) => document.getElementById(id));
  if (name.value === "Ada" && tongue.value === "de" && terms.checked) document.getElementById("bad").hidden = false;
  setTimeout(() => document.body.classList.add("on"), 200);
};
const box = document.querySelector("x-box").attachShadow({mode: "open"});
box.innerHTML = "<button id=in>Inner</button><span></span>";
box.querySelector("button").onclick = () => { box.querySelector("span").textContent = "pressed"; };
</script></body></html>"""
HOME = (
    b"<!doctype html><html lang=en><title>Home</title><main id=main><h1>Home</h1><p style='color:#bbb'>Faint</p></main>"
)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._send(200, FORM if self.path == "/form" else HOME)

    def do_POST(self) -> None:
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._send(500 if "broken" in form else 200, HOME)

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(modes="default", checks=["axe"], timeout=20) as made:
        yield made


@pytest.fixture
def audited(session: Session, base: str, tmp_path: Path) -> "Audited":
    return Audited(session, f"{base}/form", tmp_path / "actions.toml")


class Audited:
    def __init__(self, session: Session, url: str, file: Path) -> None:
        self._session, self._url, self._file = session, url, file

    def __call__(self, *steps: str, modes: str = "default") -> Report:
        self._file.write_text(f"[[actions]]\nsteps = [{', '.join(f'{{ {step} }}' for step in steps)}]\n", "utf-8")
        return self._session.audit(self._url, actions=self._file, modes=modes)


def faint(report: Report) -> list[str]:
    assert report.failed == ()
    return [one.selector for one in report.problems if one.code == "axe/color-contrast"]


STEPS = (
    'click = "#yes"',
    'type = "Ada", into = "#name"',
    'select = "German", in = "#tongue"',
    'check = "#terms"',
    'click = "x-box >>> #in"',
    'wait_for_text = "pressed", in = "x-box >>> span"',
    'click = "#show"',
    'wait_for = "#late"',
    'wait_until_gone = "#cover"',
    'scroll_to = "#go"',
)


def test_steps_are_done_before_the_audit_as_a_reader_does_them(audited: "Audited") -> None:
    assert faint(audited('click = "#yes"')) == []
    assert faint(audited(*STEPS)) == ["#bad"]


def test_a_login_leads_to_another_page_which_is_audited_instead(
    audited: "Audited", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_WORD", "secret")
    login = ('click = "#yes"', 'type_from = "AUDIT_WORD", into = "#word"', 'press = "Enter", in = "#word"')
    report = audited(*login, 'wait_for_address = "/home"', modes="default;forced-colors=active")
    assert len(faint(report)) == 1
    assert "secret" not in str(report.as_json())


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            ['click = "#nowhere", within = 0.2'],
            "actions.toml:2: click #nowhere: not within 0.2 seconds: #nowhere is not there",
        ),
        (['click = "#late", within = 0.2'], "#late is not visible"),
        (['click = "#show", within = 0.2'], "covers it"),
        (['click = "#yes"', 'click = "#off", within = 0.2'], "is disabled"),
        (['select = "French", in = "#tongue", within = 0.2'], "there is no option French"),
        (['wait_for_text = "never", within = 0.2'], '"never" is not there'),
        (['wait_until_gone = "#cover", within = 0.2'], "#cover is still there"),
        (['wait_for_address = "/other", within = 0.2'], "the page is at http"),
        (['type_from = "NO_SUCH_NAME", into = "#word"'], "no environment variable NO_SUCH_NAME"),
        (['click = "#yes"', 'click = "#go"', 'wait_for = "#late", within = 3'], "went"),
        (
            ['click = "#yes"', 'type = "broken", into = "#word"', 'click = "#go"', 'wait_for_address = "/home"'],
            "status 500|status",
        ),
    ],
)
def test_a_step_that_cannot_be_done_is_a_failure_of_the_page(audited: "Audited", steps: list[str], said: str) -> None:
    report = audited(*steps)
    assert [one.mode for one in report.failed] == [""]
    assert said.partition("|")[0] in report.failed[0].reason or said.partition("|")[2] in report.failed[0].reason
    assert report.exit_status == 3
