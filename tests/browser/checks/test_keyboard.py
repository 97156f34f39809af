"""Checks of the keyboard in a real browser: which element they name, in which modes, and how grave."""

from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.problem import Level, Problem
from tests.browser.checks.conftest import Found


def named(problems: list[Problem], code: str = "") -> dict[str, Level]:
    """Give the class or the id of each element with the level, of one code."""
    return {
        (p.html.partition('class="')[2] or p.html.partition('id="')[2]).partition('"')[0]: p.level
        for p in problems
        if code in {"", p.code}
    }


@pytest.mark.parametrize("verdict", ["passed", "inapplicable"])
def test_strong_marks_of_the_focus_pass(failed_page: Found, verdict: str) -> None:
    assert failed_page("focus-appearance", verdict=verdict, standard="wcag22aaa") == []


def test_a_cover_is_found_also_where_it_lets_the_pointer_through(failed_page: Found) -> None:
    problems = failed_page("focus-obscured", standard="wcag22aaa")
    assert named(problems, "focus-obscured") == {"place ghosted": Level.ERROR, "place below": Level.ERROR}
    assert named(problems, "focus-obscured/partly") == {"place half": Level.ERROR}
    assert '`<div class="ghost">` lies over it' in problems[0].message


def test_a_cover_over_a_link_in_a_frame_is_found(page_of: Found) -> None:
    (problem,) = page_of(
        "focus-obscured",
        "<iframe title=Inner srcdoc='<title>Inner</title><p><a href=#a>Inner link</a>'></iframe><div></div>",
        style="div {position: fixed; inset: 0 0 50% 0; background: #fff}",
    )
    assert problem.selector == "body > iframe >>> body > p > a"
    assert problem.level is Level.ERROR


def test_a_small_cover_that_is_not_fixed_is_for_a_person_to_look_at(page_of: Found) -> None:
    (problem,) = page_of(
        "focus-obscured",
        "<main><p><a href=#a>Link</a></main><section><div></div></section>",
        style="div {position: absolute; top: 0; left: 0; width: 300px; height: 200px; background: #fff}",
    )
    assert problem.level is Level.REVIEW


def test_a_field_that_swallows_tab_is_a_trap(failed_page: Found) -> None:
    (problem,) = failed_page("keyboard-trap", modes="default;viewport=320")
    assert (problem.level, problem.selector) == (Level.ERROR, "#editor")
    assert problem.modes == ("default", "viewport=320")


RING = """<p><a href=#before>Before</a><div id=ring><a href=#a id=a>A</a> <a href=#b id=b>B</a></div>%s
<p><a href=#after>After</a><script>
document.getElementById("ring").addEventListener("focusout", (event) => {
  if (!event.relatedTarget?.closest("#ring")) setTimeout(() => document.getElementById("a").focus(), 20);
});</script>"""


def test_a_part_that_takes_the_focus_back_later_is_a_trap(page_of: Found) -> None:
    (problem,) = page_of("keyboard-trap", RING % "")
    assert problem.level is Level.ERROR
    assert problem.selector in {"#a", "#b"}


def test_a_trap_whose_page_names_a_key_is_to_be_reviewed(page_of: Found) -> None:
    (problem,) = page_of("keyboard-trap", RING % "<p>Press Ctrl + M to leave these links.")
    assert problem.level is Level.REVIEW
    assert "Ctrl + M" in problem.message


def test_a_step_against_the_order_is_sure_only_where_a_tabindex_makes_it(failed_page: Found) -> None:
    assert named(failed_page("tab-order")) == {"r2": Level.REVIEW, "m2": Level.REVIEW, "t2": Level.ERROR}


def test_rings_that_are_not_there_are_found_by_pictures(failed_page: Found, page_of: Found) -> None:
    assert set(named(failed_page("focus-visible", modes="contrast=dark"))) == {"plain", "clipped"}
    (problem,) = page_of(
        "focus-visible",
        "<div id=host><template shadowrootmode=open><style>a:focus-visible{outline:none}</style>"
        "<p><a href=#deep id=deep>Deep</a></template></div>",
    )
    assert (problem.level, problem.selector) == (Level.ERROR, "#host >>> #deep")


def test_what_moves_by_itself_is_no_sign_of_the_focus(browser_session: Session, root: Path) -> None:
    page = root / "fixtures" / "pages" / "focus-pixels.failed.html"
    report = browser_session.audit(page, checks=["focus-visible", "focus-pixels"])
    assert named(list(report.problems)) == {"clipped": Level.ERROR, "white": Level.ERROR, "none": Level.ERROR}


def test_weak_marks_of_the_focus_are_measured(failed_page: Found) -> None:
    problems = failed_page("focus-appearance", standard="wcag22aaa")
    assert named(problems) == {"pale": Level.ERROR, "thin": Level.ERROR, "yellow": Level.ERROR}
    assert "changes 0% of the pixels" in problems[0].message


def test_what_the_mouse_alone_can_press_is_found_in_frames_and_shadow_roots(failed_page: Found) -> None:
    problems = failed_page("keyboard-reachable")
    assert {p.selector: p.level for p in problems} == {
        "#pressed": Level.ERROR,
        "#role": Level.ERROR,
        "#silent": Level.ERROR,
        "#host >>> #deep": Level.ERROR,
        "#main > iframe >>> #inner": Level.ERROR,
        "#drag": Level.REVIEW,
    }


def test_small_targets_side_by_side_are_found_in_the_mode_that_shrinks_them(failed_page: Found) -> None:
    problems = failed_page("target-size", modes="default;text=200", standard="wcag22aaa")
    crowded = {named([p]).popitem()[0]: p.modes for p in problems if p.code == "target-size"}
    both = ("default", "text=200")
    assert crowded == {"b1": both, "b2": both, "l1": both, "l2": both, "g1": ("text=200",), "g2": ("text=200",)}
    assert {"s1", "s2", "g1"} <= set(named(problems, "target-size/enhanced"))


def test_a_link_that_scrolls_but_leaves_the_focus_behind_is_no_way_past(failed_page: Found, page_of: Found) -> None:
    (problem,) = failed_page("bypass-blocks")
    assert (problem.level, problem.selector) == (Level.ERROR, "#skip")
    links = "".join(f"<a href=#{number}>{number}</a> " for number in range(6))
    (missing,) = page_of("bypass-blocks", f"<a href=#nowhere>Skip</a>{links}<main><h1>Words</h1></main>")
    assert (missing.level, "not on the page" in missing.message) == (Level.WARNING, True)
    (none,) = page_of("bypass-blocks", f"{links}<p>Words.")
    assert (none.level, none.message.startswith("6 stops")) == (Level.ERROR, True)


def test_a_menu_that_breaks_its_contract_is_told_of_in_its_own_words(failed_page: Found) -> None:
    problems = {p.code: p for p in failed_page("menu")}
    assert set(problems) == {"menu", "menu/choice", "menu/kept"}
    assert "Escape inside does not close it" in problems["menu"].message
    assert "motion=reduced: the status says nothing of it" in problems["menu/choice"].message
    assert "text=200 is not on <html> when the page is loaded again" in problems["menu/kept"].message
    assert "the reset leaves data-a11y-text" in problems["menu/kept"].message
