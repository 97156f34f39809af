"""What a build hands to a web server: the policy, the files that carry it, and pages from any kind of worker."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

import a11y_content as a11y
from a11y_content.cli.build_command import command
from a11y_content.design import preferences
from a11y_content.design.preference import Option, Preference
from a11y_content.rendering.assets import site_assets

CURSOR = Preference(
    name="cursor",
    label="Pointer",
    auto="Auto",
    criteria=("2.5.8",),
    options=(
        Option(value="standard", label="Standard", sets={"--a11y-cursor": "1"}),
        Option(value="big", label="Big pointer", sets={"--a11y-cursor": "2"}),
    ),
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "site.toml").write_text('title = "Example"\nlang = "en"\npreferences = ["text", "motion"]\n')
    (folder / "help.md").write_text("---\nkind: page\ntitle: Help\nlang: en\n---\n\nAsk us.\n")
    (folder / "more.md").write_text("---\nkind: page\ntitle: More\nlang: en\n---\n\nAsk more.\n")
    return folder


def files(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def policy_of(page: bytes) -> str:
    return page.decode().partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]


def test_every_page_and_the_files_of_the_hosts_say_the_policy_of_this_site(content: Path, tmp_path: Path) -> None:
    result = a11y.build(content, tmp_path / "site", csp=True)
    made = files(tmp_path / "site")
    pages = [data for name, data in made.items() if name.endswith(".html")]
    assert len(pages) > 1
    assert {policy_of(page) for page in pages} == {result.csp}
    assert all(page.index(b"<meta charset") < page.index(b"http-equiv") < page.index(b"<script") for page in pages)
    assert f"/*\n  Content-Security-Policy: {result.csp}\n".encode() in made["_headers"]
    assert f'Header always set Content-Security-Policy "{result.csp}"\n'.encode() in made[".htaccess"]
    assert result.csp == site_assets(a11y.load_site(content)[0]).csp
    assert result.csp != site_assets().csp  # other preferences, another script in the head, another hash
    assert {"_headers", ".htaccess"} <= set(result.written)


def test_without_an_inline_script_the_policy_holds_no_hash_and_no_page_a_script(content: Path, tmp_path: Path) -> None:
    result = a11y.build(content, tmp_path / "site", csp=True, inline_script=False)
    made = files(tmp_path / "site")
    assert "sha256" not in result.csp
    assert "script-src 'self';" in result.csp
    (first,) = (name for name in made if name.startswith("assets/a11y-boot."))
    for name, page in made.items():
        if name.endswith(".html"):
            assert b"<script>" not in page
            assert page.index(first.encode()) < page.index(b'rel="stylesheet"')
            assert f'<script src="{first}"></script>'.encode() in page


def test_another_delivery_makes_every_page_again_and_takes_away_what_it_does_not_need(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    a11y.build(content, out)
    plain = files(out)
    a11y.build(content, out, csp=True, inline_script=False)
    same = a11y.build(content, out, csp=True, inline_script=False)
    assert (same.written, same.removed) == ([], [])
    back = a11y.build(content, out)
    assert files(out) == plain
    assert {name for name in back.written if name.endswith(".html")} == {n for n in plain if n.endswith(".html")}
    assert {".htaccess", "_headers"} < set(back.removed)
    assert len(back.removed) == 3


def test_the_command_prints_the_policy_of_the_site_that_it_built(content: Path, tmp_path: Path) -> None:
    asked = [str(content), "-o", str(tmp_path / "site"), "--csp", "--no-inline-script"]
    ran = CliRunner().invoke(command, asked, catch_exceptions=False)
    assert ran.stdout == site_assets(a11y.load_site(content)[0], inline_script=False).csp + "\n"
    assert ran.stdout.strip() in (tmp_path / "site" / "_headers").read_text()


def test_the_licence_goes_where_the_font_goes_and_nowhere_else(content: Path, tmp_path: Path) -> None:
    a11y.build(content, tmp_path / "without")
    assert not [name for name in files(tmp_path / "without") if "legible" in name or name.endswith((".woff2", ".txt"))]
    (content / "site.toml").write_text('title = "Example"\nlang = "en"\npreferences = ["text", "font"]\n')
    a11y.build(content, tmp_path / "with")
    made = files(tmp_path / "with")
    assert len([name for name in made if name.endswith(".woff2")]) == 3
    (licence,) = (data for name, data in made.items() if name.endswith(".txt"))
    assert b"SIL OPEN FONT LICENSE Version 1.1" in licence


@contextmanager
def spawned() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


@pytest.mark.parametrize("how", ["jobs", "spawn"])
def test_a_row_added_at_run_time_reaches_the_pages_of_every_worker(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    (content / "site.toml").write_text('title = "Example"\nlang = "en"\n')
    a11y.build(content, tmp_path / "site")
    assert b"Big pointer" not in files(tmp_path / "site")["help.html"]
    monkeypatch.setattr(preferences, "_added", {})
    preferences.add_preference(CURSOR)
    if how == "jobs":
        a11y.build(content, tmp_path / "site", jobs=2)
    else:
        with spawned() as pool:
            a11y.build(content, tmp_path / "site", executor=pool)
    made = files(tmp_path / "site")
    assert all(b"Big pointer" in made[name] for name in ("help.html", "more.html"))
