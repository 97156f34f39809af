"""What old systems write into HTML: lists of Word, unclosed headings, signs that mean “do not”."""

from __future__ import annotations

from a11y_content.parsing.html import html_to_raw
from a11y_content.parsing.html.conditionals import without_conditionals
from a11y_content.parsing.html.main_content import main_content
from a11y_content.parsing.html.mending import mend
from a11y_content.parsing.source import Source
from tests.parse.html_trees import codes, run, told, tree


def mended(html: str) -> str:
    return run(html, mend)[0]


# ------------------------------------------------------------------------------------------------------------- Word
def test_conditions_of_word_are_no_text_and_move_nothing() -> None:
    assert mended("<p><![if !supportLists]><b>a</b><![endif]>b</p>") == "<p><b>a</b>b</p>"
    text = "<?xml:namespace prefix = o />\n<p><![if gte mso 9]>x<![endif]></p>"
    left = without_conditionals(text)
    assert len(left) == len(text)
    assert left.split() == ["<p>", "x", "</p>"]


def test_conditions_in_comments_scripts_and_words_of_an_author_stay() -> None:
    for text in (
        "<!-- <![if x]> -->",
        "<script>'<![if x]>'</script>",
        "<p>3 <![x] 4</p>",
        "<?php words ?>",
        "a ![b](c)",
    ):
        assert without_conditionals(text) == text


def test_the_language_of_word_stands_on_the_body() -> None:
    raw, _ = html_to_raw(Source("page.html", "<html><body lang=de><p>Guten Tag</p></body></html>"))
    assert isinstance(raw.value, dict)
    assert raw.value["lang"].value == "de"


def test_lists_of_word_with_other_names_are_other_lists() -> None:
    item = "<p style='mso-list:{} level1 lfo1'><span style='mso-list:Ignore'>{}</span>{}</p>"
    html = item.format("l0", "·", "a") + item.format("l0", "·", "b") + item.format("l1", "1.", "c")
    assert mended(html) == "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>"


def test_notes_of_word_belong_to_its_content() -> None:
    notes = "<div style='mso-element:footnote-list'><p>[1] From a book.</p></div>"
    text = "<p>Many words of running text that fill most of this page, as they do.</p>" * 4
    root, _ = tree(f"<body><div>{text}</div>{notes}</body>")
    body = next(one for one in root.walk() if one.name == "body")
    assert main_content(body).node is body
    root, _ = tree(f"<body><div>{text}</div><div><p>[1] From a book.</p></div></body>")
    body = next(one for one in root.walk() if one.name == "body")
    assert main_content(body).node is not body


# --------------------------------------------------------------------------------------------------------- headings
def test_a_heading_that_nobody_closed_ends_where_a_block_begins() -> None:
    left, problems = run("<h2>Mumps<p>Mumps is catching.<ul><li>a<li>b</ul>", mend)
    assert left == "<h2>Mumps</h2><p>Mumps is catching.</p><ul><li>a</li><li>b</li></ul>"
    assert codes(problems) == ["repair-heading"]
    assert "“Mumps” was not closed" in problems[0].message


def test_a_box_that_holds_all_of_a_heading_is_no_end_of_it() -> None:
    left, problems = run("<h2><div>Mumps</div></h2><p>Text</p>", mend)
    assert left == "<h2><div>Mumps</div></h2><p>Text</p>"
    assert not problems


# ------------------------------------------------------------------------------------------------------------ lists
def test_a_cross_is_never_a_mere_bullet() -> None:
    html = "<p>✓ walk</p><p>✓ swim</p><p>✗ smoke</p><p>✗ drink</p>"
    assert mended(html) == "<ul><li>walk</li><li>swim</li></ul><ul><li>✗ smoke</li><li>✗ drink</li></ul>"
    assert mended("<p>✓ walk</p><p>✗ smoke</p>") == "<p>✓ walk</p><p>✗ smoke</p>"


def test_the_dot_of_japanese_and_chinese_lists_is_a_sign() -> None:
    assert mended("<p>・流鼻涕<br>・咳嗽</p>") == "<ul><li>流鼻涕</li><li>咳嗽</li></ul>"


# ----------------------------------------------------------------------------------------------------------- tables
def test_paragraphs_and_items_of_a_cell_become_its_lines() -> None:
    head = "<table><thead><tr><th>Week<th>Do</thead>"
    html = f"{head}<tr><td>6<td><p>Drive</p><p>Swim</p><tr><td>7<td><ul><li>Run<li>Jump</ul></table>"
    left, problems = run(html, mend)
    assert "<td>Drive<br>Swim</td>" in left
    assert "<td>Run<br>Jump</td>" in left
    assert "a list in a cell became lines: “Run Jump”" in " ".join(told(problems, "repair-table"))


def test_boxes_that_say_that_they_are_a_list_become_one() -> None:
    item = "<div role=listitem>{}</div>"
    assert mended(f"<div role=list>{item.format('a')} {item.format('b')}</div>") == "<ul><li>a</li><li>b</li></ul>"
    assert mended("<div role=list><p>a</p></div>") == "<div><p>a</p></div>"


def test_a_list_of_parts_with_headings_is_opened_and_one_of_headings_alone_stays() -> None:
    left, problems = run("<ul><li><h3>Is it sore?</h3><p>No.</p><li><h3>Is it long?</h3><p>No.</p></ul>", mend)
    assert left == "<div><h2>Is it sore?</h2><p>No.</p></div><div><h2>Is it long?</h2><p>No.</p></div>"
    assert "a list whose items have headings was opened: “Is it sore?” is the first" in problems[0].message
    assert "<ul>" in mended("<ul><li><h3>Is it sore?</h3><li><h3>Is it long?</h3></ul>")
    assert "<ul>" in mended("<ul><li>Words</li><li><h3>Is it long?</h3><p>No.</p></ul>")


# --------------------------------------------------------------------------------------------- lines and pictures
def test_the_lines_of_text_with_shown_line_ends_stay_lines() -> None:
    assert mended("<pre>Mon  9-5\nTue <b>9-6</b>\n</pre>") == "<p>Mon  9-5<br>Tue<b>9-6</b></p>".replace("  ", " ")
    assert mended("<pre>One line</pre>") == "<p>One line</p>"


def test_running_text_is_a_block() -> None:
    assert mended("<p>Before</p><marquee>News</marquee><p>After</p>") == "<p>Before</p><div>News</div><p>After</p>"


def test_a_heading_that_is_a_picture_has_the_words_of_the_picture() -> None:
    left, problems = run("<h2><img src=t.gif alt='What helps'></h2><p>Rest.</p>", mend)
    assert left == "<h2>What helps</h2><figure><img src=t.gif></figure><p>Rest.</p>"
    assert codes(problems) == ["repair-picture-place"]
    assert "<h2>" not in mended("<h2><img src=t.gif alt=''></h2><p>Rest.</p>")


def test_each_picture_of_a_gallery_keeps_its_own_caption() -> None:
    one = "<figure><img src=a.jpg alt=A><figcaption>First</figcaption></figure>"
    two = "<figure><img src=b.jpg alt=B></figure>"
    html = f"<h1>T</h1><figure>{one}{two}<figcaption>Both</figcaption></figure>"
    raw, problems = html_to_raw(Source("page.html", html))
    assert isinstance(raw.value, dict)
    body = raw.value["body"].value
    assert isinstance(body, list)
    captions = [
        str(one.value["caption"]) if isinstance(one.value, dict) and "caption" in one.value else "" for one in body
    ]
    assert ["First" in captions[0], captions[1], body[2].kind] == [True, "", "paragraph"]
    assert [one.message for one in problems] == ["the caption “Both” became a paragraph"]
