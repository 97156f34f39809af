"""A fingerprint names the element itself: edits elsewhere, and another look, leave it as it was."""

from dataclasses import replace

import pytest

from a11y_content.auditing.finding import Finding
from a11y_content.auditing.grouping import group
from a11y_content.auditing.target import Page
from a11y_content.design.mode import Mode
from a11y_content.problem import Level

PAGE = Page(name="a.html", url="http://127.0.0.1/a.html")
LINK = Finding(
    code="axe/link-name", message="m", selector="main > p:nth-of-type(2) > a", html='<a class="x" href="b.html">B'
)
BOX = Finding(code="reflow", message="m", selector="#wide > div:nth-of-type(3)", html='<div class="x">All the text')


def prints(*findings: Finding, page: Page = PAGE) -> list[str]:
    return [problem.fingerprint for problem in group(page, [(Mode(), one) for one in findings])]


@pytest.mark.parametrize(
    "edited",
    [
        replace(LINK, selector="main > p:nth-of-type(7) > a"),
        replace(LINK, html='<a href="b.html" class="other y" style="x" data-n="3">B'),
        replace(LINK, message="other words of a newer axe", hint="h"),
    ],
)
def test_an_unrelated_edit_keeps_it(edited: Finding) -> None:
    assert prints(edited) == prints(LINK)


@pytest.mark.parametrize(
    "edited",
    [
        replace(LINK, html='<a href="c.html">B'),
        replace(LINK, html='<a href="b.html">C'),
        replace(LINK, html='<button href="b.html">B'),
        replace(LINK, code="axe/color-contrast"),
        replace(LINK, level=Level.REVIEW),
    ],
)
def test_another_element_rule_or_certainty_is_another_one(edited: Finding) -> None:
    assert prints(edited) != prints(LINK)


def test_a_box_is_named_by_the_id_above_it_and_not_by_the_text_inside() -> None:
    edited = replace(BOX, selector="#wide > div:nth-of-type(9)", html='<div class="y">A paragraph before')
    assert prints(edited) == prints(BOX)
    assert prints(replace(edited, selector="#other > div")) != prints(BOX)


def test_equal_elements_are_counted() -> None:
    twins = [replace(LINK, selector=f"p:nth-of-type({n}) > a") for n in range(3)]
    made = prints(*twins)
    assert len(set(made)) == 3
    assert prints(*twins[:2]) == made[:2]


def test_another_page_keeps_it_apart_and_adds_nothing() -> None:
    assert prints(LINK, page=replace(PAGE, name="b.html")) != prints(LINK)


def test_odd_and_cut_markup_still_gives_one() -> None:
    for html in ("", "no tag", "<a", '<a href="' + "x" * 500, '<a title="a>b">t', "<p \x00=\x01>"):
        assert len(prints(replace(LINK, html=html))) == 1
