"""Mending of HTML: folds, tabs, advice and care cards that are known by their words."""

from __future__ import annotations

import pytest

from a11y_content.parsing.html.mending import mend
from tests.parse.html_trees import TEXT, codes, mended, run, told, untouched


# ------------------------------------------------------------------------------------------------------ folds
def test_folded_text_becomes_details_or_stands_under_its_heading() -> None:
    bootstrap = (
        "<div class=card><div><button data-toggle=collapse data-target='#c'>Why?</button></div>"
        "<div id=c class=collapse><p>So.</p></div></div>"
    )
    left, problems = run(bootstrap, mend)
    assert left == "<div><details><summary>Why?</summary><div><p>So.</p></div></details></div>"
    assert codes(problems) == ["repair-fold"]
    headed = bootstrap.replace("<div><button", "<h2><button").replace("</button></div>", "</button></h2>")
    assert mended(headed) == "<div><h2>Why?</h2><div><p>So.</p></div></div>"


def test_tabs_become_sections_in_order() -> None:
    html = (
        "<h2>Knee</h2><ul role=tablist><li><a role=tab href=#a>Before</a><li><a role=tab href=#b>After</a></ul>"
        "<div id=a role=tabpanel><p>Rest.</p></div><div id=b role=tabpanel hidden><p>Walk.</p></div>"
    )
    left, problems = run(html, mend)
    assert left == "<h2>Knee</h2><h3>Before</h3><div><p>Rest.</p></div><h3>After</h3><div><p>Walk.</p></div>"
    assert codes(problems) == ["repair-fold", "repair-fold"]


def test_a_button_that_only_unfolds_goes_and_a_link_to_more_stays() -> None:
    left, problems = run("<p>Text <button aria-expanded=false>Read more</button></p>", mend)
    assert left == "<p>Text</p>"
    assert told(problems, "boilerplate-left-out") == ["1: left out: a button that unfolded text “Read more”"]
    untouched("<p>Text <a href='/more'>Read more</a></p>")
    untouched("<details><summary>Why?</summary><p>So.</p></details>")


# ------------------------------------------------------------------------------------------------------ advice
def test_lists_of_advice_are_known_by_their_words() -> None:
    left, problems = run("<h2>Do</h2><ul><li>rest</li></ul><h2>Don't</h2><ul><li>do not run</li></ul>", mend)
    assert left == (
        "<div class=advice--do><h2>Do</h2><ul class=advice__list><li>rest</li></ul></div>"
        "<div class=advice--dont><h2>Don’t</h2><ul class=advice__list><li>do not run</li></ul></div>"
    )
    assert codes(problems) == ["guess-advice", "guess-advice"]
    untouched("<h2>Do you smoke?</h2><ul><li>yes</li></ul>")
    untouched("<h2>Do</h2><p>Text</p>")


@pytest.mark.parametrize(
    ("title", "urgency"),
    [
        ("<span class=hidden>Non-urgent advice: </span>See a GP if:", "non-urgent"),
        ("Urgent advice: See a GP if:", "urgent"),
        ("Immediate action required: See a GP if:", "emergency"),
    ],
)
def test_a_care_card_is_known_by_its_words(title: str, urgency: str) -> None:
    left, problems = run(
        f"<div class=card><div><h2>{title}</h2></div><div><ul><li>it hurts</li></ul></div></div>{TEXT}", mend
    )
    assert f"<div class=care--{urgency}>" in left
    assert "See a GP if:</" in left
    assert left.endswith(f"</div></div></div>{TEXT}")
    assert codes(problems) == ["guess-advice"]


def test_whom_to_call_says_emergency_and_a_class_or_colour_says_nothing() -> None:
    left, problems = run(f"<h2>Call 999 if:</h2><ul><li>you faint</li></ul>{TEXT}", mend)
    assert left.startswith("<div class=care--emergency>")
    assert left.endswith(f"</div></div>{TEXT}")
    assert codes(problems) == ["guess-advice"]
    box = "<h2>See a GP if:</h2><ul><li>it hurts</li></ul>"
    untouched(f"<div class='nhsuk-card--care--urgent' style='color:red'>{box}</div>")
    untouched("<h2>Call 555-0100 if:</h2><ul><li>it hurts</li></ul>")


def test_folds_that_hold_each_other_end_and_keep_their_words() -> None:
    html = (
        "<div id=c><section role=tab aria-controls=c>One <div class='elementor-tab-title'>Two</div>"
        "<div class='accordion-content'><b data-toggle=collapse href='#c'>Three</b></div></section></div>"
    )
    left, _ = run(html, mend)
    assert all(word in left for word in ("One", "Two", "Three"))
