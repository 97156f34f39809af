"""Checks of meaning and of the page as a whole: which element they name, in which modes, and how grave."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.problem import Level, Problem

MODES = "default;text=200;text=300;contrast=dark;contrast=sepia;viewport=320;media=print"
EVERY = tuple(MODES.split(";"))
CHECKS = ["link-targets", "heading-outline", "language", "accessibility-tree", "console", "csp", "third-party"]
MENU = """<details class="a11y-menu"><summary>Open Accessibility Menu</summary><form>
<label><input type="radio" name="contrast" value="auto" checked> auto</label>
<label><input type="radio" name="contrast" value="dark"> dark</label></form></details>"""

Told = dict[str, tuple[str, ...]]
Write = Callable[..., Path]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(checks=CHECKS, modes=MODES) as made:
        yield made


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a page with this body, with our menu where `own` says so."""

    def page(body: str, *, own: bool = False, head: str = "", lang: str = "en") -> Path:
        made = tmp_path / "page.html"
        made.write_text(
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Page</title>{head}</head>'
            f"<body>{MENU if own else ''}<main id=main>{body}</main></body></html>",
            "utf-8",
        )
        return made

    return page


def found(session: Session, page: Path, check: str, modes: str = MODES, **chosen: str) -> list[Problem]:
    report = session.audit(page, modes=modes, **chosen)
    assert report.failed == ()
    return [one for one in report.problems if one.code.partition("/")[0] == check]


def told(problems: list[Problem], code: str) -> Told:
    """Give the elements of one code with their modes."""
    return {one.selector: one.modes for one in problems if one.code == code}


@pytest.fixture
def failing(session: Session, root: Path) -> Callable[[str], list[Problem]]:
    return lambda check: found(session, root / "fixtures" / "pages" / f"{check}.failed.html", check)


def test_links_of_one_name_are_told_where_nothing_tells_them_apart(failing: Callable[[str], list[Problem]]) -> None:
    problems = failing("link-targets")
    assert told(problems, "link-targets") == {
        "#far": EVERY,
        "#ben": EVERY,
        "#picture": EVERY,
        "#main > iframe >>> #second": EVERY,
    }
    assert {one.level for one in problems} == {Level.REVIEW}
    assert problems[0].message == "“Clinics” leads to 2 places: /near.html, /far.html"


def test_words_around_links_are_enough_but_for_level_aaa_and_for_us(session: Session, write: Write) -> None:
    body = "<h1>A</h1><ul><li>Ana <a href=a.html>more</a></li><li id=b>Ben <a href=b.html>more</a></li></ul>"
    page = write(body)
    assert found(session, page, "link-targets", "default") == []
    strict = found(session, page, "link-targets", "default", standard="wcag22aaa")
    assert [(one.code, one.level, one.criterion) for one in strict] == [("link-targets/alone", Level.REVIEW, "2.4.9")]
    ours = found(session, write(body, own=True), "link-targets", "default")
    assert [(one.code, one.level) for one in ours] == [("link-targets/alone", Level.WARNING)]


def test_the_outline_is_read_with_closed_details_and_shadow_roots(failing: Callable[[str], list[Problem]]) -> None:
    problems = failing("heading-outline")
    assert told(problems, "heading-outline") == {
        "#skipped": EVERY,
        "#closed": EVERY,
        "#main > my-card >>> #shadow": EVERY,
        "#main > h4:nth-of-type(2)": ("contrast=dark",),
    }
    assert told(problems, "heading-outline/empty") == {"#empty": EVERY}
    assert told(problems, "heading-outline/several") == {"#second": EVERY}
    assert {one.level for one in problems} == {Level.WARNING}


def test_a_page_without_a_first_heading_is_told_and_a_frame_is_not(session: Session, write: Write) -> None:
    page = write("<h2>A</h2><iframe title=B srcdoc='<h3>B</h3><h5 id=deep>C</h5>'></iframe>")
    problems = found(session, page, "heading-outline", "default")
    assert told(problems, "heading-outline/first") == {"html": ("default",)}
    assert told(problems, "heading-outline") == {"#main > iframe >>> #deep": ("default",)}


def test_parts_in_another_language_are_to_be_reviewed(failing: Callable[[str], list[Problem]]) -> None:
    problems = failing("language")
    assert told(problems, "language/part") == {"#spanish": EVERY, "#german": EVERY, "#french > p": EVERY}
    assert {one.level for one in problems} == {Level.REVIEW}
    assert "seems to be Spanish (es), declared is English (en)" in problems[0].message


def test_a_page_in_another_language_is_told_once(session: Session, write: Write) -> None:
    body = (
        "<p>Lleve siempre su inhalador y úselo en cuanto le falte el aire.</p>"
        "<p>Llame al médico por la mañana si tuvo que usarlo de noche.</p><p>Keep calm.</p>"
    )
    problems = found(session, write(body), "language", "default")
    assert [(one.code, one.selector) for one in problems] == [("language", "html")]
    assert "most of the page seems to be Spanish (es)" in problems[0].message


def test_without_its_library_the_check_is_skipped_and_says_so(
    session: Session, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    report = session.audit(write("<p>Words.</p>"), modes="default")
    assert [(one.check, one.reason) for one in report.ran.skipped] == [
        ("language", "no py3langid: pip install 'a11y-content[language]'")
    ]


def test_what_a_mode_takes_from_a_screen_reader_is_found_in_that_mode(
    failing: Callable[[str], list[Problem]],
) -> None:
    problems = failing("accessibility-tree")
    assert told(problems, "accessibility-tree") == {
        "#part": ("text=200",),
        "#call": ("text=300",),
        "#lost": ("contrast=dark",),
        "#main > my-card >>> #inner": ("contrast=sepia",),
    }
    assert told(problems, "accessibility-tree/added") == {"#call": ("text=300",), "#extra": ("contrast=dark",)}
    assert {one.level for one in problems} == {Level.REVIEW}


def test_on_our_pages_every_mode_must_say_the_same(session: Session, write: Write) -> None:
    style = "<style>[data-a11y-contrast=dark] #a {display: none} @media (width < 400px) {#b {display: none}}</style>"
    body = "<p id=a>Keep calm.</p><nav id=b><a href=c.html>Read on</a></nav>"
    modes = "default;contrast=dark;viewport=320"
    ours = found(session, write(body, own=True, head=style), "accessibility-tree", modes)
    assert told(ours, "accessibility-tree") == {"#a": ("contrast=dark",), "#b": ("viewport=320",)}
    assert {one.level for one in ours} == {Level.ERROR}
    other = found(session, write(body, head=style), "accessibility-tree", modes)
    assert told(other, "accessibility-tree") == {"#a": ("contrast=dark",)}


def test_errors_exceptions_and_missing_files_are_told_with_their_places(
    failing: Callable[[str], list[Problem]],
) -> None:
    problems = failing("console")
    words = {one.code: one.message for one in problems}
    assert "the store is not there" in words["console"]
    assert "console.failed.html:13" in words["console"]
    broken = [one.message for one in problems if one.code == "console/exception"]
    assert len(broken) == 2
    assert all(any(words in one for one in broken) for words in ("start is not defined", "late and unseen"))
    assert told(problems, "console/request") == {"#gone": EVERY}
    assert "no-such-picture.png does not come: status 404" in words["console/request"]
    assert {one.level for one in problems} == {Level.WARNING}


def test_a_violated_policy_is_a_warning_and_on_our_pages_an_error(
    session: Session, write: Write, failing: Callable[[str], list[Problem]]
) -> None:
    problems = failing("csp")
    assert {one.level for one in problems} == {Level.WARNING}
    assert "style-src" in problems[0].message
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    ours = found(session, write("<p style='color: red'>Words.</p>", own=True, head=policy), "csp", "default")
    assert {one.level for one in ours} == {Level.ERROR}


def test_other_hosts_are_told_once_each_with_the_element_that_asks(
    session: Session, write: Write, failing: Callable[[str], list[Problem]]
) -> None:
    problems = failing("third-party")
    assert told(problems, "third-party") == {"#greeting": EVERY, "#lazy": EVERY, "html": EVERY}
    assert {one.level for one in problems} == {Level.REVIEW}
    head = '<link rel="dns-prefetch" href="https://fonts.example"><link rel="preconnect" href="https://fonts.example">'
    ours = found(session, write("<p>Words.</p>", own=True, head=head), "third-party", "default")
    assert [(one.level, one.message) for one in ours] == [
        (Level.ERROR, "fonts.example: link rel=dns-prefetch https://fonts.example/")
    ]


def test_what_only_a_mode_asks_for_is_told_too(session: Session, write: Write) -> None:
    style = "<style>[data-a11y-contrast=dark] p {background: url(http://pictures.example/dark.png)}</style>"
    page = write("<p>Words.</p>", head=style)
    report = session.audit(page, modes="default;contrast=dark")
    assert sorted(one.code for one in report.problems) == ["console/request", "third-party"]
    assert all("pictures.example" in one.message for one in report.problems)
    assert session.audit(page, modes="default").problems == ()
