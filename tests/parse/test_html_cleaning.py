"""Cleaning of HTML: the content of a page is found, the rest goes, and every part that goes is told with its words."""

from __future__ import annotations

import pytest

from a11y_content.parsing.html.cleaning import clean
from a11y_content.parsing.html.main_content import main_content
from a11y_content.problem import Level
from tests.parse.html_trees import codes, run, told, tree

LONG = "This is running text about a knee that hurts, and it goes on for quite a while. "


def page(body: str) -> str:
    return f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"


# ------------------------------------------------------------------------------------------------------ main content
@pytest.mark.parametrize(
    "mark",
    ["main", "div role=main", "article", "div class='entry-content'", "div id=content", "div class='field--name-body'"],
)
def test_the_content_is_found_by_its_mark_and_the_rest_is_told(mark: str) -> None:
    name = mark.partition(" ")[0]
    html = page(f"<div><p>Before it.</p></div><{mark}><h1>Knee</h1><p>{LONG}</p></{name}><footer>After it.</footer>")
    left, problems = run(html, clean)
    assert left == f"<{name}><h1>Knee</h1><p>{LONG.strip()}</p></{name}>"
    assert told(problems, "boilerplate-left-out") == [
        "1: left out, outside the main content: a `div` “Before it.”",
        "1: left out, outside the main content: the foot of the page “After it.”",
    ]
    assert "guess-main" not in codes(problems)


def test_without_a_mark_the_densest_part_is_the_content_and_that_is_a_guess() -> None:
    html = page(f"<table><tr><td><a href=a>Home</a> We are open.<td><p>{LONG}<p>{LONG}</table>")
    left, problems = run(html, clean)
    assert left == f"<div><p>{LONG.strip()}</p><p>{LONG.strip()}</p></div>"
    assert told(problems, "guess-main") == [
        "1: the page does not mark its content; the part with 92% of its running text was taken"
    ]
    assert "Home We are open." in told(problems, "boilerplate-left-out")[0]


def test_a_mark_around_little_of_the_text_is_doubted() -> None:
    html = page(f"<main><p>{LONG}</p></main><div><p>{LONG * 3}</p></div>")
    assert told(run(html, clean)[1], "guess-main") == [
        "1: the part that is marked as the content has only 25% of the page's running text"
    ]


def test_the_main_heading_comes_along_from_the_head_of_the_page_but_the_name_of_the_site_does_not() -> None:
    left, _ = run(page(f"<header><h1>Knee</h1></header><main><p>{LONG}</p></main>"), clean)
    assert left.startswith("<h1>Knee</h1><main>")
    left, _ = run(page(f"<header><h1><a href='/'>Clinic</a></h1></header><main><p>{LONG}</p></main>"), clean)
    assert left.startswith("<main>")


def test_two_marks_are_decided_by_the_text_in_them() -> None:
    root, _ = tree(page(f"<main><p>Short text, but a text.</p></main><main><p>{LONG}</p></main>"))
    assert LONG.strip() in main_content(root).node.words()


def test_a_fragment_is_content_throughout() -> None:
    html = "<div><p>Text</p></div><footer>Source: a book</footer><div class=content><p>More</p></div>"
    left, problems = run(html, clean)
    assert left == "<div><p>Text</p></div><footer>Source: a book</footer><div><p>More</p></div>"
    assert problems == []


# ------------------------------------------------------------------------------------------------------ boilerplate
@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<nav><a href=/>Home</a></nav>", "navigation “Home”"),
        ("<div class='yoast-breadcrumb'><a href=/>Home</a> » Knee</div>", "a breadcrumb “Home » Knee”"),
        ("<a href='#main'>Skip to main content</a>", "a skip link “Skip to main content”"),
        ("<div role=search><label>Find</label></div>", "a search form “Find”"),
        ("<ul class='addtoany_list'><li><a href=x>Share</a></li></ul>", "buttons to share the page “Share”"),
        ("<a href='https://www.facebook.com/sharer/?u=x'>Share on Facebook</a>", "buttons to share the page “Share on"),
        ("<div id='CookieBar' class='cookie-bar'>We use them</div>", "a cookie notice “We use them”"),
        ("<p>We use cookies to count visits. <button>Accept</button></p>", "a cookie notice “We use cookies"),
        ("<div class='mc4wp-form'>Our letter</div>", "a sign-up form of a newsletter “Our letter”"),
        ("<div class='yarpp'>More posts</div>", "links to other posts “More posts”"),
        ("<p class='post-meta'>By Ann</p>", "notes of the old system on the post “By Ann”"),
        ("<p>Posted in <a href=x>Knees</a></p>", "notes of the old system on the post “Posted in Knees”"),
        ("<span class='edit-link'><a href=x>Change</a></span>", "links for editors “Change”"),
        ("<ins class='adsbygoogle'>Buy</ins>", "advertising “Buy”"),
        ("<div id='ez-toc-container' class='ez-toc'>Contents</div>", "a table of contents"),
        ("<form action=/send><label>Name</label><input type=submit value=Send></form>", "a form (`/send`) “Name Send”"),
        ("<select><option>One</option></select>", "a field of a form “One”"),
        ("<p><a href='#top'>Back to top</a></p>", "a link to the top of the page"),
    ],
)  # fmt: skip
def test_boilerplate_is_left_out_with_its_words(html: str, what: str) -> None:
    left, problems = run(f"<p>Text</p>{html}<p>End</p>", clean)
    assert left == "<p>Text</p><p>End</p>"
    assert [one for one in told(problems, "boilerplate-left-out") if what in one] != []


@pytest.mark.parametrize(
    "html",
    [
        "<h2 class='breadcrumb'>Bread</h2>",
        "<p class='social-anxiety'>Social anxiety</p>",
        "<p>Share your worries with <a href='/friends'>a friend</a>.</p>",
        "<a href='mailto:ask@clinic.example'>Email</a>",
        "<p>We use cookies and milk as a reward.</p>",
        "<p>Published by <a href='https://who.example'>an agency</a> in 2019.</p>",
        "<a href='/top'>Back to top tips</a>",
        "<div class='shared-decisions'>Shared</div>",
        f"<div class='related-news'><p>{LONG * 8}</p></div>",
        "<div class='a11y-related'><nav>Own</nav></div>",
    ],
)
def test_content_that_only_looks_like_boilerplate_stays(html: str) -> None:
    html = html.replace("'", "")
    before, _ = run(html)
    left, problems = run(html, clean)
    assert left == before
    assert problems == []


def test_a_form_around_the_whole_page_is_opened() -> None:
    left, problems = run(f"<form id=aspnetForm><h1>Knee</h1><p>{LONG}</p><input type=hidden></form>", clean)
    assert left == f"<h1>Knee</h1><p>{LONG.strip()}</p>"
    assert problems == []


# ------------------------------------------------------------------------------------------------------ widgets
@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<script src='https://acsbapp.com/apps/app/dist/js/app.js'></script>", "accessiBe"),
        ("<div id=userwayAccessibilityIcon>A</div>", "UserWay"),
        ("<script src='https://wsmcdn.audioeye.com/aem.js'></script>", "AudioEye"),
        ("<div id=INDmenu-btn>A</div>", "EqualWeb"),
        ("<div class=asw-menu-btn>A</div>", "Sienna"),
        ("<a class=reciteme href='#'>Listen</a>", "Recite Me"),
        ("<div id=wp_access_helper_container class=wahcontainer>A</div>", "WP Accessibility Helper"),
        ("<nav id=pojo-a11y-toolbar>A</nav>", "One Click Accessibility"),
        ("<button>Open Accessibility Menu</button>", "an accessibility widget “Open Accessibility Menu”"),
        ("<a href='#' aria-label='Accessibility options'></a>", "an accessibility widget “Accessibility options”"),
    ],
)
def test_accessibility_widgets_are_left_out_by_name(html: str, name: str) -> None:
    left, problems = run(f"<p>Text</p>{html}", clean)
    assert left == "<p>Text</p>"
    (problem,) = problems
    assert (problem.code, problem.level) == ("overlay-left-out", Level.WARNING)
    assert name in problem.message


@pytest.mark.parametrize(
    "html",
    [
        "<p>Our accessibility options are listed on the door of the clinic, and by phone.</p>",
        "<h2>Accessibility tools</h2>",
        f"<div id=accessibility-menu><p>{LONG * 6}</p></div>",
        "<a href='/accessibility'>Accessibility statement</a>",
    ],
)
def test_text_about_accessibility_stays(html: str) -> None:
    html = html.replace("'", "")
    assert run(html, clean) == (run(html)[0], [])


def test_scripts_are_told_once_and_trackers_one_by_one() -> None:
    html = page(
        "<script src=/a.js></script><style>p{}</style><script>fbq('init')</script><noscript><img height=1 src="
        "'https://www.facebook.com/tr?id=1'></noscript><p>Text</p><img src=/p.gif width=1 height=1 alt=''>"
        "<template><p>Later</p></template>"
    )
    left, problems = run(html, clean)
    assert left == "<p>Text</p>"
    told_scripts = "\n".join(told(problems, "script-left-out"))
    assert "1: left out: 2 scripts and styles of the old page: `/a.js`, `style`" in told_scripts
    assert told_scripts.count("the Facebook pixel (a tracker)") == 2
    assert "1: left out: a picture of one pixel: `/p.gif`" in told_scripts
    assert "1: left out: a template that scripts fill “Later”" in told_scripts


def test_the_name_of_a_drawing_stays_and_that_of_the_window_goes() -> None:
    assert "Chart" in run("<p>Text</p><svg><title>Chart</title></svg>", clean)[0]
    assert "T" not in run(page("<p>text</p>"), clean)[0]


def test_comments_of_machines_are_silent_and_those_of_people_are_told() -> None:
    machines = '<!-- wp:paragraph {"dropCap":true} --><p>Text</p><!-- /wp:paragraph --><!--more-->'
    html = f"{machines}<!-- ask Ann about the dose -->"
    left, problems = run(html, clean)
    assert left == "<p>Text</p>"
    assert told(problems, "comment-left-out") == ["1: left out: the comment “ask Ann about the dose”"]


# ------------------------------------------------------------------------------------------------------ embeds
def test_shortcodes_are_told_and_the_words_between_them_stay() -> None:
    html = "<p>[su_box title=\"Tip\"]Rest.[/su_box] It helps [sic] [1] [gallery ids='1,2'] and [row] of seats.</p>"
    left, problems = run(html, clean)
    assert left == "<p>Rest. It helps [sic] [1] and [row] of seats.</p>"
    assert told(problems, "shortcode-left-out") == [
        "1: left out: `[su_box title=\"Tip\"]`, `[/su_box]`, `[gallery ids='1,2']`"
    ]


def test_a_caption_in_a_shortcode_becomes_that_of_a_figure() -> None:
    left, problems = run("[caption id=a width=300]<img src=a.jpg alt=Arm> An arm.[/caption] After", clean)
    assert left == "<figure><img src=a.jpg alt=Arm><figcaption>An arm.</figcaption></figure>After"
    assert codes(problems) == ["shortcode-left-out"]


FILM = "https://f.example/1"


@pytest.mark.parametrize(
    ("html", "left", "code"),
    [
        (f"<iframe src={FILM} title=Film></iframe>", f"<p><a href={FILM}>Film</a></p>", "repair-embed"),
        ("<iframe src=//f.example/1></iframe>", f"<p><a href={FILM}>{FILM}</a></p>", "repair-embed"),
        ("<object data='javascript:x'>Words</object>", "Words", "repair-embed"),
        ("<embed embedtype=image id=3 alt='A foot'>", "<p>A foot</p>", "repair-picture"),
        ("<drupal-media alt=A data-caption=B></drupal-media>", "<p>A</p><p>B</p>", "repair-picture"),
        ("<p>See <a linktype=page id=3>feet</a>.</p>", "<p>See<span>feet</span>.</p>", "repair-link"),
    ],
)
def test_what_is_embedded_becomes_a_link_or_its_words(html: str, left: str, code: str) -> None:
    made, problems = run(html, clean)
    assert made == left
    assert codes(problems) == [code]
