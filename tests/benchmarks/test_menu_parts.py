"""The parts of `python -m benchmarks.menu` that need no browser and no network."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from benchmarks.menu import facts, timing
from benchmarks.menu.access import sorted_findings
from benchmarks.menu.host import LONG, PROBES, Placement, packed, page, site
from benchmarks.menu.peers import AbsentError, fetch, reason
from benchmarks.menu.serving import STRICT
from benchmarks.menu.tool import Tool
from benchmarks.menu.tools import BARE, TOOLS


def test_whatever_the_host_brings_is_marked_and_what_a_menu_brings_is_not() -> None:
    text = page(Placement(head="<style></style>", top="<button>Open</button>", end="<script></script>"))
    assert "<p data-host" in text
    assert "<html data-host" in text
    for brought in ("<style></style>", "<button>Open</button>", "<script></script>"):
        assert brought in text
    assert not re.search(r"<(?!style|/|script|!|button>Open)\w+(?! data-host)[\s>]", text)


def test_every_probe_stands_on_the_page_once() -> None:
    text = page(Placement())
    assert [text.count(f'id="probe-{name}"') for name in PROBES] == [1] * len(PROBES)


def test_a_site_has_its_pages_and_the_files_of_both_placements() -> None:
    files = site(Placement(files={"a.js": b"1"}), Placement(end="<script src=b.js></script>", files={"b.js": b"2"}))
    assert {"small.html", "long.html", "spanish.html", STRICT, "host.css", "a.js", "b.js"} == set(files)
    assert files["long.html"].count(b"<p data-host>") > LONG
    assert b"b.js" in files[STRICT]
    assert b'lang="es"' in files["spanish.html"]


@pytest.mark.parametrize(
    ("sizes", "seconds"),
    [
        ([[50, 24]], 0),
        ([[500, 24]], 0),
        ([[50, 16], [90, 24]], 0),
        ([[50, 16], [160, 24]], 0.06),
        ([[50, 16]], math.inf),
        ([[50, 24], [160, 28]], math.inf),
        ([], math.inf),
    ],
)
def test_the_choice_is_late_by_the_time_after_the_first_paint(sizes: list[list[float]], seconds: float) -> None:
    assert timing.applied(sizes, 100, 24) == pytest.approx(seconds)


def test_counters_add_compiling_to_script_and_style_to_layout() -> None:
    names = ("ScriptDuration", "V8CompileDuration", "LayoutDuration", "RecalcStyleDuration", "Nodes")
    made = timing.counters(
        [{"name": name, "value": value} for name, value in zip(names, (1, 2, 4, 8, 99), strict=True)]
    )
    assert made == {"script": 3, "layout": 12}


def test_growth_that_compounds_is_uneven() -> None:
    assert facts.uneven({"p": 1.5, "em": 1.5}) == 1
    assert facts.uneven({"p": 1.5, "em": 3.0}) == 2


def test_foreign_files_weigh_what_they_weigh_in_the_package(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_bytes(b"{}" * 500)
    tool = Tool(name="tool", remote={"https://cdn.example/words/": ""})
    asked = [
        "https://cdn.example/words/en.json?v=1",
        "https://cdn.example/words/gone.json",
        "https://other.example/en.json",
    ]
    assert list(facts.known(tool, tmp_path, asked)) == [("words", packed(b"{}" * 500))]


def test_findings_of_axe_are_sorted_by_kind_and_counted_by_element() -> None:
    def rule(name: str, nodes: int, *tags: str) -> dict[str, object]:
        return {"id": name, "tags": list(tags), "nodes": [{}] * nodes}

    answer = {
        "violations": [rule("color-contrast", 2, "wcag2aa"), rule("region", 3, "best-practice")],
        "incomplete": [rule("color-contrast", 1, "wcag2aa")],
    }
    assert sorted_findings(answer) == {
        "wcag": {"color-contrast": 2},
        "practice": {"region": 3},
        "incomplete": {"color-contrast": 1},
    }


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("npm error code E404\nnpm error 404 Not Found - GET https://registry.example/thing", "not on npm"),
        ("npm error code ETARGET", "not on npm"),
        ("npm error code ENOTFOUND\nnpm error network", "npm could not fetch it (ENOTFOUND)"),
        ("", "npm could not fetch it"),
    ],
)
def test_the_reason_is_short_and_names_no_host(said: str, words: str) -> None:
    assert reason(said) == words


def test_a_package_that_is_in_the_cache_needs_no_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "thing-1.0.0" / "package").mkdir(parents=True)
    assert fetch("thing", "1.0.0", tmp_path) == tmp_path / "thing-1.0.0" / "package"
    with pytest.raises(AbsentError, match="npm is not installed"):
        fetch("other", "1.0.0", tmp_path)


def test_ours_comes_first_every_other_is_pinned_and_only_one_page_has_no_menu() -> None:
    ours, *others = TOOLS
    assert not ours.package
    assert all(tool.package and tool.version for tool in others)
    assert len({tool.name for tool in (*TOOLS, BARE)}) == len(TOOLS) + 1
    assert [tool.bare for tool in (*TOOLS, BARE)] == [False] * len(TOOLS) + [True]
    assert {"sienna-accessibility", "free-accessibility-menu", "accessible-web-widget"} <= {
        tool.package for tool in others
    }


def test_our_parts_are_put_on_the_page_with_every_file_that_they_ask_for() -> None:
    ours = TOOLS[0]
    assert ours.strict is not None
    for placed in (ours.place(Path()), ours.strict(Path())):
        text = page(placed)
        asked = [name for name in re.findall(r'(?:src|href)="(assets/[^"]*)"', text) if name]
        assert asked
        assert set(asked) <= set(placed.files)
        assert "a11y-menu__opener" in text
    assert "<script>" not in page(ours.strict(Path()))
