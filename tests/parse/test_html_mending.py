"""Mending of HTML: what only looks like a heading, a list, a paragraph or a table of data becomes one, and is told."""

from __future__ import annotations

import pytest

from a11y_content.parsing.html.mending import mend
from a11y_content.problem import Level
from tests.parse.html_trees import TEXT, codes, mended, run, told, untouched


# ------------------------------------------------------------------------------------------------------ headings
@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>What it is</strong></p>",
        "<p><b><u>What it is</u></b><br></p>",
        "<p><font size=5>What it is</font></p>",
        "<p><span style='font-size: 18pt'>What it is</span></p>",
        "<p><u>What it is</u></p>",
        "<div class='section-title'>What it is</div>",
        "<div role=heading aria-level=2>What it is</div>",
    ],
)
def test_a_line_that_looks_like_a_heading_over_text_becomes_one(line: str) -> None:
    left, problems = run(f"{line}{TEXT}", mend)
    assert left == f"<h2>What it is</h2>{TEXT}"
    assert codes(problems) == ([] if "role" in line else ["guess-heading"])


@pytest.mark.parametrize(
    "html",
    [
        f"<p><strong>You should rest for a week.</strong></p>{TEXT}",
        f"<p><strong>Note</strong></p>{TEXT}",
        f"<p><strong>Call 555-0100 now</strong></p>{TEXT}",
        f"<p><strong>Eastgate Practice</strong></p><p><strong>12 High Street</strong></p>{TEXT}",
        f"{TEXT}<p><strong>The last line</strong></p>",
        f"<p><strong>“I can walk again”</strong></p>{TEXT}",
        f"<p><strong>Rest</strong> is all you need</p>{TEXT}",
        "<p><strong>Bring these things along when you come to see us:</strong></p><ul><li>a pen</li></ul>",
        "<ul><li><p><b>One</b></p><p>Text.</p></li></ul>",
        "<p><strong>Above a heading</strong></p><h2>Real</h2><p>Text.</p>",
        f"<div class='a11y-callout'><p><strong>Own</strong></p>{TEXT}</div>",
    ],
)
def test_a_bold_paragraph_that_is_no_heading_stays(html: str) -> None:
    untouched(html)


def test_levels_follow_each_other_and_looks_are_ranked() -> None:
    bold = f"<p><b>Bold</b></p>{TEXT}<p><font size=6>Big</font></p>{TEXT}"
    html = f"<h1>T</h1><h3>A</h3>{TEXT}{bold}<h3>B</h3><h6>C</h6>"
    left, problems = run(html, mend)
    assert [one for one in left.split("<") if one.startswith("h")] == [
        "h1>T",
        "h2>A",
        "h3>Bold",
        "h3>Big",
        "h2>B",
        "h3>C",
    ]
    assert told(problems, "repair-heading") == [
        "1: “A” was an `h3` and became an `h2`",
        "1: “B” was an `h3` and became an `h2`",
        "1: “C” was an `h6` and became an `h3`",
    ]


def test_only_the_first_main_heading_stays_one() -> None:
    left, problems = run("<h1>A</h1><h2>a</h2><p>x</p><h1>B</h1><h2>b</h2><p>x</p>", mend)
    assert left == "<h1>A</h1><h2>a</h2><p>x</p><h2>B</h2><h3>b</h3><p>x</p>"
    assert len(told(problems, "repair-heading")) == 2


def test_levels_without_gaps_stay() -> None:
    untouched("<h2>A</h2><h3>B</h3><h3>C</h3><h2>D</h2>")


def test_large_letters_at_the_beginning_of_a_page_without_a_main_heading_become_it() -> None:
    page = f"<html><body><p><font size=6>Hay fever</font></p>{TEXT}</body></html>"
    assert mended(page) == f"<h1>Hay fever</h1>{TEXT}"
    assert mended(page.replace("<p><font", "<p>Hello.</p><p><font")).startswith("<p>Hello.</p><h2>")


# ------------------------------------------------------------------------------------------------------ lists
@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>• one</p><p>• two</p>", "<ul><li>one</li><li>two</li></ul>"),
        ("<p>&bull;&nbsp; one</p>\n<p>&middot; <b>two</b></p>", "<ul><li>one</li><li><b>two</b></li></ul>"),
        ("<p>- one</p><p>- two</p>", "<ul><li>one</li><li>two</li></ul>"),
        ("<p>– one</p><p>– two</p><p>– three</p>", "<ul><li>one</li><li>two</li><li>three</li></ul>"),
        ("<p>* one<br>* two</p>", "<ul><li>one</li><li>two</li></ul>"),
        ("<p>You need:<br />1. a cup<br />2. a spoon</p>", "<p>You need:</p><ol><li>a cup</li><li>a spoon</li></ol>"),
        ("<p>a) one</p><p>b) two</p>", "<ol><li>one</li><li>two</li></ol>"),
        ("<p>3. one</p><p>4. two</p>", "<ol start=3><li>one</li><li>two</li></ol>"),
        ("<td>x</td><div>• one<br>• two<br></div>", "x<div><ul><li>one</li><li>two</li></ul></div>"),
    ],
)
def test_lines_with_signs_become_a_list(html: str, left: str) -> None:
    made, problems = run(html, mend)
    assert made == left
    assert codes(problems) == ["guess-list"]
    assert problems[0].level is Level.REVIEW


@pytest.mark.parametrize(
    "html",
    [
        "<p>– How are you?</p><p>– Fine, thank you.</p><p>– Good.</p>",
        "<p>— Come in.</p><p>— Thank you.</p>",
        "<p>- one line alone</p>",
        "<p>1. one</p><p>3. three</p>",
        "<p>2024 was good.</p><p>2025 was better.</p>",
        "<p>-5 degrees</p><p>-6 degrees</p>",
        "<p>1 High Street<br>2 Low Street</p>",
    ],
)
def test_a_dialogue_and_figures_are_no_list(html: str) -> None:
    untouched(html)


def test_items_of_word_become_a_list_by_their_levels() -> None:
    def item(level: int, sign: str, words: str) -> str:
        ignored = f"<span style='mso-list:Ignore'>{sign}<span>&nbsp; </span></span>"
        return f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>{ignored}{words}</p>\n"

    left, problems = run(item(1, "1.", "one") + item(2, "o", "below") + item(1, "2.", "two") + "<p>End</p>", mend)
    assert left == "<ol><li>one<ul><li>below</li></ul></li><li>two</li></ol><p>End</p>"
    assert [one.partition("with ")[2] for one in told(problems, "guess-list")] == [
        "“1.” became one", "“o” became one", "“2.” became one",
    ]  # fmt: skip


def test_bold_terms_become_a_list_of_terms_and_one_alone_does_not() -> None:
    left, problems = run("<p><strong>Hours:</strong> 8 to 5<br><strong>Phone</strong>: 12</p>", mend)
    assert left == "<dl><dt>Hours</dt><dd>8 to 5</dd><dt>Phone</dt><dd>12</dd></dl>"
    assert codes(problems) == ["guess-terms"]
    untouched("<p><strong>Hours:</strong> 8 to 5</p>")
    untouched("<p><strong>Hours:</strong> 8 to 5<br>and by phone</p>")


# ------------------------------------------------------------------------------------------------------ paragraphs
def test_two_breaks_end_a_paragraph_and_one_does_not() -> None:
    left, problems = run("<p>One<br><br>Two<br>lines<br></p>", mend)
    assert left == "<p>One</p><p>Two<br>lines</p>"
    assert codes(problems) == ["repair-breaks"]
    assert mended("<div>One<br><br><b>Two</b></div>") == "<div><p>One</p><p><b>Two</b></p></div>"
    untouched("<p>One<br>Two</p>")


def test_hard_spaces_and_what_is_empty_go() -> None:
    assert mended("<p>&nbsp;</p><p>5&nbsp;mg a&nbsp;&nbsp; day</p><p><b> </b></p><div><span></span></div>") == (
        "<p>5 mg a day</p>"  # the writing of the test folds the hard space
    )
    left, problems = run(f"<h2></h2>{TEXT}", mend)
    assert left == TEXT
    assert told(problems, "repair-heading") == ["1: a heading without words was left out"]


def test_a_quotation_that_only_indents_is_opened_and_a_real_one_stays() -> None:
    left, problems = run(f"<blockquote style='margin:0 0 0 40px; border: none'>{TEXT}</blockquote>", mend)
    assert (left, codes(problems)) == (TEXT, ["repair-indent"])
    untouched(f"<blockquote>{TEXT}</blockquote>")
    untouched("<blockquote cite='https://a.example'><ul><li>“One”</li></ul></blockquote>")


# ------------------------------------------------------------------------------------------------------ tables
@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<table role=presentation><tr><td>A<td>B<tr><td>C<td>D</table>", "it says so"),
        ("<table><tr><td>A<tr><td>B<tr><td>C<tr><td>D</table>", "no row has more than one cell"),
        ("<table><tr><td>A<td>B<td>C<td>D</table>", "it has only one row"),
        ("<table><tr><td><table><tr><td>A<td>B</table><td>C<tr><td>D<td></table>", "tables stand in its cells"),
    ],
)
def test_tables_for_layout_are_opened_in_reading_order(html: str, why: str) -> None:
    left, problems = run(html, mend)
    assert left == "<p>A</p><p>B</p><p>C</p><p>D</p>"
    assert any(why in one for one in told(problems, "repair-layout"))


def test_a_small_table_of_data_is_not_layout_and_gets_headers_with_the_grounds() -> None:
    left, problems = run("<table><tr><td>Drug<td>Dose<tr><td>Alpha<td>5 mg<tr><td>Beta<td>6 mg</table>", mend)
    head = "<thead><tr><th scope=col>Drug</th><th scope=col>Dose</th></tr></thead>"
    rows = "<tr><th scope=row>Alpha</th><td>5 mg</td></tr><tr><th scope=row>Beta</th><td>6 mg</td></tr>"
    assert left == f"<table>{head}<tbody>{rows}</tbody></table>"
    (problem,) = told(problems, "repair-table")
    assert "the first row became the header, since its cells are words: “Drug”, “Dose”" in problem
    assert "; the first cell of each row became its header" in problem


def test_a_good_table_stays_and_nothing_is_told() -> None:
    untouched(
        "<table><caption>Doses</caption><thead><tr><th scope=col>Drug</th><th scope=col>Dose</th></tr></thead>"
        "<tbody><tr><td>A</td><td>5</td></tr><tr><td>B</td><td>6</td></tr></tbody></table>"
    )


def test_spans_are_repeated_and_two_rows_of_headers_joined() -> None:
    html = (
        "<table><tr><th rowspan=2>Drug<th colspan=2>Dose<tr><th>Day<th>Night"
        "<tr><td>A<td colspan=2>5 mg<tr><td>B<td>6 mg<td>7 mg</table>"
    )
    left, problems = run(html, mend)
    assert "Drug</th><th scope=col>Dose:Day</th><th scope=col>Dose:Night</th>" in left
    assert "<tr><td>A</td><td>5 mg</td><td>5 mg</td></tr>" in left
    assert "1: cells over several rows or columns were repeated in each: “Drug”, “Dose”, “5 mg”" in told(
        problems, "repair-table"
    )


def test_a_caption_is_taken_from_the_line_before_from_a_figure_or_from_the_first_row() -> None:
    data = "<tr><th>A<th>B<tr><td>1<td>2<tr><td>3<td>4</table>"
    left, problems = run(f"<p>Text.</p><p><b>Table 2. Days</b></p><table>{data}", mend)
    assert left.startswith("<p>Text.</p><table><caption>Table 2. Days</caption>")
    assert codes(problems) == ["guess-caption"]
    assert "<caption>Days</caption>" in mended(f"<figure><table>{data}<figcaption>Days</figcaption></figure>")
    assert "<caption>Days</caption>" in mended(f"<table><tr><th colspan=2>Days{data}")
    assert "<caption>" not in mended(f"<p>A sentence before it.</p><table>{data}")


def test_names_with_what_is_said_of_them_become_a_list_of_terms() -> None:
    left, problems = run("<table><tr><th>Hours<td>8 to 5<tr><th>Phone<td>12</table>", mend)
    assert left == "<dl><dt>Hours</dt><dd>8 to 5</dd><dt>Phone</dt><dd>12</dd></dl>"
    assert codes(problems) == ["repair-table"]
