"""Whole sites of hostile words, as `build`, `preview`, `check` and `audit` write them, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from lxml import etree

import a11y_content as a11y
from a11y_content.auditing.report import WRITERS, Failure, Ran
from a11y_content.cli import main
from a11y_content.preview import write_static
from a11y_content.problem import Problem, Spot
from a11y_content.rendering.assets import site_assets, table_of
from a11y_content.rendering.scripts import boot
from a11y_content.reporting import Report  # which brings the format html along
from tests.security.browser_run import Run, Seen, running
from tests.security.emitted import published
from tests.security.hostile_site import hostile_content
from tests.security.test_data_in_pages import UNSAFE
from tests.security.vectors import share, texts, vectors

pytestmark = pytest.mark.browser
PARTS = 6
ATOM = "{http://www.w3.org/2005/Atom}"
FRAME = {"body": ["class"], "iframe": ["class", "loading", "src", "title"], "link": ["href", "rel"]}
"""What the page of a preview has beside the elements of a site."""


class Made:
    """A content folder, its site and its preview, beside each other."""

    def __init__(self, folder: Path, parts: int = PARTS) -> None:
        self.folder = folder
        self.names = hostile_content(folder / "content", share(texts(), 0, parts))
        self.result = a11y.build(folder / "content", folder / "site", jobs=1, strict=False)
        for odd in (folder / "content").iterdir():  # a preview is made of what has no errors
            if not odd.name.startswith(("page-", "site.toml")):
                odd.unlink()
        write_static(folder / "content", folder / "preview", document="page-1.json", modes="each")

    def pages(self, below: str, suffix: str = ".html") -> list[str]:
        """Give the files of a folder, as the browser asks for them."""
        files = sorted((self.folder / below).rglob(f"*{suffix}"))
        return [quote(one.relative_to(self.folder).as_posix(), safe="/'()&;") for one in files]

    def text(self, path: str) -> str:
        """Give the text of a file."""
        return (self.folder / unquote(path)).read_text("utf-8")

    def moved(self, path: str) -> bool:
        """Tell whether a page stands at an old address."""
        return 'http-equiv="refresh"' in self.text(path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def run(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with running(made.folder, tmp_path_factory.mktemp("profile")) as found:
        yield found


def allowed(more: dict[str, list[str]] | None = None) -> dict[str, list[str]]:
    both: dict[str, set[str]] = {}
    for elements in (*published().values(), more or {}):
        for name, attributes in elements.items():
            both.setdefault(name, set()).update(attributes)
    return {name: sorted(attributes) for name, attributes in both.items()}


def own() -> list[str]:
    assets = site_assets()
    return [*(f"{up}{one}" for up in ("", "../", "../../") for one in (assets.script, assets.boot)), boot(table_of())]


def did(found: Seen) -> list[str]:
    """Give what a page did: it ran, it led away, it asked others."""
    return [*map(str, found.executed), *found.navigated, *found.foreign]


def test_a_whole_site_runs_loads_and_leads_nowhere(made: Made, run: Run) -> None:
    assert {one.code for one in made.result.problems if one.level == "error"} <= {"name-unsafe"}
    pages = [one for one in made.pages("site") if not made.moved(one)]
    assert set(pages) >= {f"site/{name}.html" for name in made.names} | {"site/index.html", "site/conditions.html"}
    found = run.see(pages, allowed(), own())
    assert [*did(found), *found.dormant] == []


def test_a_site_with_a_title_that_is_not_escaped_is_found(made: Made, run: Run) -> None:
    page = (made.folder / "site/index.html").read_text("utf-8")
    for number, text in enumerate(("<img src=x onerror=hit(1)>", "<a href=javascript:hit(2)>x</a>")):
        (made.folder / f"planted-{number}.html").write_text(page.replace("</main>", f"{text}</main>", 1), "utf-8")
    found = run.see(["planted-0.html", "planted-1.html"], allowed(), own())
    assert found.executed == {1}
    assert [one for one in found.dormant if "address" in one]


def test_a_preview_runs_loads_and_leads_nowhere(made: Made, run: Run) -> None:
    found = run.see(["preview/index.html"], allowed(FRAME), own())
    assert [*did(found), *found.dormant] == []
    modes = made.pages("preview/site/modes")
    assert len(modes) >= 10
    # The menu is unfolded in one of the modes, and nowhere else.
    found = run.see(modes[::5], allowed({"details": ["open"]}), own())
    assert [*did(found), *found.dormant] == []


def test_a_preview_with_a_hostile_pane_is_found(made: Made, run: Run) -> None:
    page = (made.folder / "preview/index.html").read_text("utf-8")
    hostile = '<iframe srcdoc="<script>parent.hit(3)</script>"></iframe><a onclick=hit(1)>x</a></main>'
    (made.folder / "preview/planted.html").write_text(page.replace("</main>", hostile, 1), "utf-8")
    found = run.see(["preview/planted.html"], allowed(FRAME), own())
    assert found.executed == {3}
    assert len(found.dormant) == 2


def _redirects(made: Made, run: Run) -> Iterator[tuple[str, str, Seen, list[str]]]:
    """Load every page at an old address: where it leads, what ran on the way, and what could still run in it."""
    for path in [one for one in made.pages("site") if made.moved(one)][::3]:
        text = made.text(path)
        (target,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', text)
        yield path, target, run.see([path], allowed(), own()), run.scan(text, allowed(), own())


def test_pages_at_old_addresses_lead_to_the_new_ones_alone(made: Made, run: Run) -> None:
    seen = list(_redirects(made, run))
    assert len(seen) >= 4
    for path, target, found, dormant in seen:
        assert re.fullmatch(r"(\.\./)?[^/:]+\.html", target), path
        assert [*found.executed, *found.foreign, *dormant] == [], path
        assert all(f"{run.origin}/site/{target.removeprefix('../')}" in one for one in found.navigated), found.navigated


def test_an_old_address_with_a_hostile_page_is_found(made: Made, run: Run) -> None:
    page = (
        (made.folder / made.pages("site/old")[0])
        .read_text("utf-8")
        .replace("</title>", "</title><script>hit(4)</script>")
    )
    (made.folder / "site/old/planted.html").write_text(page, "utf-8")
    try:
        assert run.scan(page, allowed(), own())
        bare = re.sub(r"<meta http-equiv=.refresh.[^>]*>", "", page)
        (made.folder / "site/old/planted.html").write_text(bare, "utf-8")
        assert run.see(["site/old/planted.html"], allowed(), own()).executed == {4}
    finally:
        (made.folder / "site/old/planted.html").unlink()


def test_a_feed_opened_in_a_browser_runs_nothing(made: Made, run: Run) -> None:
    feed = etree.fromstring((made.folder / "site/feed.xml").read_bytes())
    assert all(str(one.tag).startswith(ATOM) for one in feed.iter())
    assert len(feed.findall(f"{ATOM}entry")) >= len(made.names)
    assert all(str(one.get("href")).startswith("https://example.org/a/") for one in feed.iter(f"{ATOM}link"))
    found = run.see(["site/feed.xml", "site/sitemap.xml"], allowed(), own())
    assert did(found) == []


def test_a_feed_with_markup_in_it_runs(made: Made, run: Run) -> None:
    """That a feed runs nothing says something only because browsers run what stands in XML."""
    text = (made.folder / "site/feed.xml").read_text("utf-8")
    planted = '<script xmlns="http://www.w3.org/1999/xhtml">hit(5)</script></feed>'
    (made.folder / "planted.xml").write_text(text.replace("</feed>", planted), "utf-8")
    assert run.see(["planted.xml"], allowed(), own()).executed == {5}


def _report() -> Report:
    said = [one.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for one in vectors()[::PARTS]]
    problems = tuple(
        Problem(
            code="axe/x", message=t, where=Spot(t, 1, 1), hint=t, page=t, selector=t, html=t, help_url=t, modes=(t,)
        )
        for t in said
    )
    ran = Ran(pages=tuple(dict.fromkeys(said)), modes=tuple(said[:9]), checks=("axe",))
    failed = tuple(Failure(page=text, mode=text, reason=text) for text in said)
    return Report(
        tool={"a11y_content": "0", "axe": "4", "browser": said[0]},
        ran=ran,
        problems=problems,
        failed=failed,
        seconds=1.0,
    )


def test_reports_of_an_audit_are_text_to_every_program(made: Made, run: Run) -> None:
    report = _report()
    written = {name: WRITERS[name](report) for name in WRITERS}
    assert set(written) >= {"text", "json", "junit"}
    assert not [line for line in written["text"].splitlines() if UNSAFE.search(line)]
    data = json.loads(written["json"].encode("utf-8"))
    assert [one["message"] for one in data["problems"]] == [one.message for one in report.problems]
    names = {one.tag for one in etree.fromstring(written["junit"].encode("utf-8")).iter()}
    assert names == {"testsuites", "testsuite", "testcase", "failure"}
    suffixes = {
        "junit": "xml",
        "json": "json",
        "text": "txt",
        "html": "html",
        "sarif": "sarif.json",
        "earl": "earl.json",
    }
    for name, suffix in suffixes.items():
        (made.folder / f"report.{suffix}").write_text(written[name], "utf-8")
    found = run.see([f"report.{suffix}" for suffix in suffixes.values()], allowed(), own())
    assert did(found) == []


def test_a_report_that_is_not_escaped_runs(made: Made, run: Run) -> None:
    text = WRITERS["junit"](replace(_report(), problems=(), failed=()))
    planted = '<img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="hit(6)"/></testsuites>'
    (made.folder / "planted-report.xml").write_text(text.replace("</testsuites>", planted), "utf-8")
    assert run.see(["planted-report.xml"], allowed(), own()).executed == {6}


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_what_check_says_of_hostile_content_is_text(form: str, made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = made.folder / "wrong"
    if not wrong.exists():
        wrong.mkdir()
        for number, one in enumerate(texts()[::25]):
            (wrong / f"a{number}.md").write_text(f"---\ntitle: {one.text}\n---\n\n{one.text}\n", "utf-8", "replace")
    with pytest.raises(SystemExit) as end:
        main(["check", "--format", form, "--no-plain-language", str(wrong)])
    said = capsys.readouterr()
    assert end.value.code == 1
    assert "Traceback" not in said.err
    if form in {"text", "github"}:
        assert len(said.out.splitlines()) > 100
        assert not [line for line in said.out.split("\n") if UNSAFE.search(re.sub(r"\x1b\[[0-9;]*m", "", line))]
    if form == "github":
        assert all(line.startswith("::") for line in said.out.strip().split("\n"))
    if form in {"json", "sarif"}:
        data = json.loads(said.out)
        results = data if form == "json" else data["runs"][0]["results"]
        assert len(results) > 100
    if form == "sarif":
        rules = data["runs"][0]["tool"]["driver"]["rules"]
        assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] and one["message"]["text"] for one in results)
        assert all(one["level"] in {"error", "warning", "note"} for one in results)
