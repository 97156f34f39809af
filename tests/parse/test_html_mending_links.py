"""Mending of HTML: links that are scripts or lead nowhere, and pictures inside paragraphs."""

from __future__ import annotations

import pytest

from a11y_content.parsing.html.mending import mend
from tests.parse.html_trees import TEXT, codes, mended, run, told, untouched


# ------------------------------------------------------------------------------------------------------ links
@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<a href='#' onclick=\"window.open('/map'); return false\">Map</a>", "<a href=/map>Map</a>"),
        ("<a href=\"javascript:location.href='https://a.example/'\">Map</a>", "<a href=https://a.example/>Map</a>"),
        ("<button onclick=\"location='/map'\">Map</button>", "<a href=/map>Map</a>"),
        ("<input type=button value=Map onclick=\"location.assign('/map')\">", "<a href=/map>Map</a>"),
        ("<div data-href=/map>Map</div>", "<div><a href=/map>Map</a></div>"),
    ],
)
def test_an_address_in_a_script_becomes_that_of_a_link(html: str, left: str) -> None:
    made, problems = run(html, mend)
    assert made == left
    assert codes(problems) == ["guess-script-link"]


@pytest.mark.parametrize(
    "script", ["location='javascript:alert(1)'", "window.open(address)", "open('data:text/html,x')", "track('/map')"]
)
def test_a_script_that_gives_no_safe_address_makes_no_link(script: str) -> None:
    left, problems = run(f'<a href="#" onclick="{script}">Map</a>', mend)
    assert left == "Map"
    assert codes(problems) == ["repair-link"]


def test_links_to_nowhere_and_without_words_are_taken_out_and_told() -> None:
    left, problems = run(
        "<p><a href='#'>Top</a> <a href='/x'></a> <a name=here>Here</a> <a href='#part'>Part</a></p>", mend
    )
    assert left == "<p>TopHere<a href=#part>Part</a></p>"
    assert told(problems, "repair-link") == [
        "1: “Top” led to `#`: it names no place",
        "1: a link without words led to `/x`; it was left out",
    ]


def test_a_link_with_a_hidden_name_shows_it() -> None:
    left, problems = run("<a href=/f aria-label='Our page'><i class=icon></i></a>", mend)
    assert (left, codes(problems)) == ("<a href=/f>Our page</a>", ["repair-link-place"])


def test_a_link_around_blocks_goes_to_their_heading_and_one_on_a_picture_behind_it() -> None:
    left, problems = run(f"<a href=/x><h2>Knees</h2>{TEXT}</a>", mend)
    assert (left, codes(problems)) == (f"<h2><a href=/x>Knees</a></h2>{TEXT}", ["repair-link-place"])
    left, _ = run("<div><a href=/x><img src=a.jpg alt='Our clinic'></a></div>", mend)
    assert left == "<div><img src=a.jpg alt=Our clinic><p><a href=/x>Our clinic</a></p></div>"
    left, problems = run("<figure><a href=b.jpg><img src=a.jpg alt=Knee></a></figure>", mend)
    assert (left, codes(problems)) == ("<figure><img src=a.jpg alt=Knee></figure>", ["repair-link"])
    untouched("<p><a href=/x>A <b>good</b> link</a></p>")


# ------------------------------------------------------------------------------------------------------ pictures
def test_pictures_leave_paragraphs_and_captions_join_them() -> None:
    assert mended("<p><img src=a.jpg alt=A></p>") == "<figure><img src=a.jpg alt=A></figure>"
    left, problems = run("<p>Before <img src=a.jpg alt=A> after.</p>", mend)
    assert left == "<p>Before after.</p><figure><img src=a.jpg alt=A></figure>".replace("Before after", "Beforeafter")
    assert codes(problems) == ["repair-picture-place"]
    box = "<div class=wp-caption><img src=a.jpg alt=A><p class=wp-caption-text>An <b>arm</b></p></div>"
    assert mended(box) == "<figure><img src=a.jpg alt=A><figcaption>An<b>arm</b></figcaption></figure>"
    assert mended("<p>Fine <img class=emoji alt=🙂 src=x.png></p>") == "<p>Fine🙂</p>"
    assert mended("<img src='data:image/gif;base64,x' data-src=a.jpg alt=A>") == "<img src=a.jpg alt=A>"
