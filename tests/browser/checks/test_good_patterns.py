"""Sound patterns that look dangerous, and the fault that each is mistaken for: one page holds both."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.problem import Level
from tests.browser.checks.conftest import Found

WORDS = "<p>The library in the old town opens at nine and closes when the last reader leaves.</p>"
LINKS = "".join(f'<a href="/{number}">Area {number}</a> ' for number in range(8))
WIDE = "<button style=width:100%;height:100%>"
BAR = "<style>.bar{position:fixed;inset:auto 0 0;height:95vh;background:#036;color:#fff;overflow:hidden}</style>"
LONG = """<p class=dots>A title that is far too long for a narrow screen to hold</p>
<p class=wide id="told">A line that is far too long for a narrow screen to hold</p>"""
TOOLS = """<div role=toolbar aria-label=t><button>Bold</button><button tabindex=-1 id="two">Italic</button></div>
<script>two.onclick = () => {}</script>"""
PRINTED = f"""<style>@media print{{.off{{display:none}}}}</style><main><nav class=off>{LINKS}</nav>{WORDS}
<p class=off id="told">Bring your card</p></main>"""
BUTTON = """<style>.b{background:#036;color:#fff}@media print{.b{color:#222}}</style>
<main><h1>T</h1><p class=b>Words</p></main>"""
ICONS = """<p><a href="/a" aria-label="Read more">\u203a</a>
<a href="/b" aria-label="Read more" id="told">\u00bb</a></p>"""
SLIDES = """<style>.window{overflow:hidden;width:280px}.row{display:flex}.row>p{flex:0 0 100%}
.panel{position:fixed;left:100%;width:300px}.dots{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.wide{white-space:nowrap}</style>"""


@pytest.mark.parametrize(
    ("check", "modes", "body", "told"),
    [
        # What lies over the page in a layer of its own, and a frame that cuts its texts off.
        ("text-spacing", "default", f"{BAR}<div class=bar>{WORDS * 4}</div><main>{WORDS * 4}</main>", []),
        (
            "text-spacing",
            "default",
            f'{WORDS}<iframe title="t" style="height:60px" srcdoc="{WORDS * 9}"></iframe><p>After the frame</p>',
            [],
        ),
        (
            "target-size",
            "default",
            f"{BAR}<div class=bar>{WIDE}Agree</button></div><a href=/a style=display:block;height:18px>Rooms</a>",
            [],
        ),
        # A slide that waits, a panel beside the screen, dots; and a line that nobody cut.
        (
            "reflow",
            "viewport=320",
            f"{SLIDES}<div class=window><div class=row>{WORDS * 2}</div></div><div class=panel>{WORDS}</div>{LONG}",
            ["#told"],
        ),
        # Nothing to tab to behind the target: the first stop comes again.
        ("bypass-blocks", "default", f'<a href="#m">Skip to content</a>{LINKS}<main id=m>{WORDS}</main>', []),
        # Two icons with one name: what tells them apart is not the other's picture.
        (
            "link-targets",
            "default",
            ICONS,
            ["#told"],
        ),
        # One button of a toolbar takes the focus, arrow keys go on.
        (
            "keyboard-reachable",
            "default",
            TOOLS,
            [],
        ),
        # In an open dialog the first stop follows the last.
        (
            "tab-order",
            "default",
            "<dialog id=d><button>Delete</button> <button>Keep</button></dialog><script>d.showModal()</script>",
            [],
        ),
        # Navigation is of no use on paper; other words are.
        (
            "content-lost",
            "default;media=print",
            PRINTED,
            ["#told"],
        ),
        # Paper gets no backgrounds.
        (
            "axe",
            "media=print",
            BUTTON,
            [],
        ),
    ],
)
def test_a_sound_pattern_is_no_problem(page_of: Found, check: str, modes: str, body: str, told: list[str]) -> None:
    assert [one.selector for one in page_of(check, body, modes=modes)] == told


def test_a_table_that_makes_the_page_scroll_is_a_warning(page_of: Found) -> None:
    row = "".join(f"<th>Columnword{number}" for number in range(9))
    told = page_of("reflow", f"<table><tr>{row}</table><video width=400></video>", modes="viewport=320")
    assert {(one.code, one.level) for one in told} == {("reflow", Level.WARNING)}
    told = page_of("reflow", "<p>Words</p><video width=400></video>", modes="viewport=320")
    assert [(one.selector, one.level) for one in told] == [("body", Level.WARNING)]


def test_letters_of_drawings_and_letters_on_a_painted_line_are_measured(
    browser_session: Session, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        """<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><main><h1>Page</h1>
        <svg width="200" height="90"><rect width="200" height="40" fill="#036"/><rect y="50" width="200" height="40"
        fill="#9ab"/>
        <text x="8" y="26" fill="#fff">Good</text><text x="8" y="76" fill="#fff" id="pale">Pale</text>
        </svg>
        <p><a href="/a" style="color:#0645ad;background:linear-gradient(#036,#036) 0 100%/100% 2px no-repeat">by a
        gradient</a></p></main>""",
        "utf-8",
    )
    report = browser_session.audit(page, checks=["axe", "contrast-pixels"], modes="default;zoom=200")
    assert report.failed == ()
    assert {(one.code, one.selector) for one in report.problems if "contrast" in one.code} == {
        ("contrast-pixels", "#pale")
    }
