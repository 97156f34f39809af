"""Visual checks in a real browser: which element of their pages they name, in which modes, and how grave."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.problem import Level, Problem

MODES = {
    "resize-text": "default;zoom=200;text=200;font-size=200",
    "text-spacing": "default;viewport=320",
    "non-text-contrast": "default;contrast=dark",
    "forced-colors": "default;forced-colors=active;prefers-color-scheme=dark,forced-colors=active",
    "reduced-motion": "default;prefers-reduced-motion=reduce;motion=reduced",
    "autoplay": "default",
    "flash": "default;contrast=dark",
    "print": "default;media=print",
    "reflow": "default;viewport=320;zoom=400",
}
VISUAL = tuple(MODES)


@pytest.fixture(scope="module")
def with_axe() -> Iterator[Session]:
    with Session(checks=["axe", "contrast-pixels"], modes="default", standard="wcag22aaa") as made:
        yield made


@pytest.fixture(scope="module")
def fixtures(root: Path) -> Path:
    return root / "fixtures"


def found(session: Session, page: Path, check: str, modes: str = "default") -> list[Problem]:
    report = session.audit(page, modes=modes)
    assert report.failed == ()
    return [one for one in report.problems if one.code.partition("/")[0] == check]


def marked(problem: Problem) -> str:
    """Give the class of the element, or its whole start where it has none."""
    return problem.html.partition('class="')[2].partition('"')[0] or problem.html


@pytest.mark.parametrize("page", ["gradients", "photos", "veils", "shadows"])
def test_pixels_decide_what_axe_cannot_tell(with_axe: Session, fixtures: Path, page: str) -> None:
    file = fixtures / "contrast" / f"{page}.html"
    report = with_axe.audit(file)
    assert report.failed == ()
    verdicts = {"contrast-pixels": "failed", "axe/color-contrast": "review"}
    told = [(one.html, verdicts[one.code]) for one in report.problems if one.code in verdicts]
    for html, verdict in told:
        assert f'data-verdict="{verdict}"' in html
    text = file.read_text("utf-8")
    assert len(told) == text.count('data-verdict="failed"') + text.count('data-verdict="review"')
    assert text.count('data-verdict="passed"') > 0


def test_pixels_decide_about_text_in_fields(with_axe: Session, fixtures: Path) -> None:
    problems = found(with_axe, fixtures / "contrast" / "fields.html", "contrast-pixels")
    assert {marked(one) for one in problems if one.code == "contrast-pixels"} == {"pale chosen", "pale typed", "hint"}


def test_pixels_tell_both_numbers_and_the_theme(with_axe: Session, fixtures: Path) -> None:
    page = fixtures / "pages" / "contrast-pixels.failed.html"
    problems = found(with_axe, page, "contrast-pixels", "default;contrast=sepia;text=200")
    problems = [one for one in problems if one.code == "contrast-pixels"]
    assert {marked(one): one.modes for one in problems} == {
        "pale": ("default", "contrast=sepia", "text=200"),
        "themed": ("contrast=sepia",),
    }
    assert {one.level for one in problems} == {Level.ERROR}
    assert "2.19:1" in problems[0].message
    assert "less than 4.5:1" in problems[0].message


def test_enhanced_contrast_is_judged_by_its_own_numbers(with_axe: Session, fixtures: Path) -> None:
    problems = found(with_axe, fixtures / "contrast" / "gradients.html", "contrast-pixels")
    enhanced = {marked(one) for one in problems if one.code == "contrast-pixels/enhanced"}
    assert enhanced == {"between"}  # what fails the minimum is told once


@pytest.fixture(scope="module")
def visual() -> Iterator[Session]:
    with Session(checks=VISUAL, modes="default") as made:
        yield made


@pytest.mark.parametrize("verdict", ["passed", "inapplicable"])
@pytest.mark.parametrize("check", VISUAL)
def test_visual_checks_are_silent_where_nothing_is_wrong(
    visual: Session, fixtures: Path, check: str, verdict: str
) -> None:
    assert found(visual, fixtures / "pages" / f"{check}.{verdict}.html", check, MODES[check]) == []


def seen(session: Session, fixtures: Path, check: str) -> dict[str, tuple[Level, tuple[str, ...]]]:
    """Give level and modes of each problem of the failing page by the element's class."""
    problems = found(session, fixtures / "pages" / f"{check}.failed.html", check, MODES[check])
    return {marked(one): (one.level, one.modes) for one in problems}


def test_text_that_does_not_grow_is_found(visual: Session, fixtures: Path) -> None:
    assert seen(visual, fixtures, "resize-text") == {
        "<p>The size of these words hangs on the window.": (Level.ERROR, ("zoom=200", "text=200")),
        "pixels": (Level.ERROR, ("text=200",)),
        "partly": (Level.REVIEW, ("zoom=200", "text=200")),
    }


def test_text_that_wider_spacing_swallows_is_found(visual: Session, fixtures: Path) -> None:
    both = ("default", "viewport=320")
    assert seen(visual, fixtures, "text-spacing") == {
        "low": (Level.ERROR, both),
        "line": (Level.ERROR, both),
        "first": (Level.ERROR, both),
        "linked": (Level.REVIEW, both),
    }


def test_pale_fields_and_icons_are_found_in_their_theme(visual: Session, fixtures: Path) -> None:
    assert seen(visual, fixtures, "non-text-contrast") == {
        "pale": (Level.ERROR, ("default",)),
        "own": (Level.ERROR, ("default",)),
        "icon": (Level.ERROR, ("default",)),
        "themed": (Level.ERROR, ("contrast=dark",)),
        "hinted": (Level.REVIEW, ("default",)),
    }


def test_what_forced_colours_take_away_is_found(visual: Session, fixtures: Path) -> None:
    light, dark = MODES["forced-colors"].split(";")[1:]
    assert seen(visual, fixtures, "forced-colors") == {
        "shadowed": (Level.ERROR, (light, dark)),
        "switch": (Level.ERROR, (light, dark)),
        "mask": (Level.ERROR, (light, dark)),
        "toggle": (Level.ERROR, (light, dark)),
        "bar": (Level.ERROR, (light, dark)),
        "drawn": (Level.ERROR, (light,)),
        "kept": (Level.ERROR, (light,)),
        "pictured": (Level.REVIEW, (light,)),
    }


def test_whatever_moves_is_found(visual: Session, fixtures: Path) -> None:
    page = fixtures / "pages" / "reduced-motion.failed.html"
    problems = found(visual, page, "reduced-motion", MODES["reduced-motion"])
    asked = ("prefers-reduced-motion=reduce", "motion=reduced")
    always = [marked(one) for one in problems if (one.code, one.level) == ("reduced-motion/moving", Level.REVIEW)]
    moving = ["drift", "long", "pseudo", "script", "waapi", "image", "drawing", "canvas"]
    assert sorted(always) == sorted(moving)
    though = {marked(one): (one.level, one.modes) for one in problems if one.code == "reduced-motion"}
    assert though.pop(next(name for name in though if name.startswith("<body>"))) == (Level.WARNING, asked)
    assert though == dict.fromkeys(moving, (Level.WARNING, asked))


def test_sound_that_begins_by_itself_is_found(visual: Session, fixtures: Path) -> None:
    assert seen(visual, fixtures, "autoplay") == {
        "loud": (Level.ERROR, ("default",)),
        "controlled": (Level.REVIEW, ("default",)),
        "film": (Level.REVIEW, ("default",)),
        "frame": (Level.REVIEW, ("default",)),
    }


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("bars", {"top": ("reflow/bars", Level.WARNING), "bottom": ("reflow/bars", Level.WARNING)}),
        ("empty", {"<body>": ("reflow", Level.WARNING)}),
        ("picture", {"<body>": ("reflow", Level.ERROR)}),
        ("leftward", {"wide": ("reflow", Level.ERROR)}),
    ],
)
def test_what_a_narrow_screen_does_to_a_page_is_found(
    visual: Session, fixtures: Path, page: str, told: dict[str, tuple[str, Level]]
) -> None:
    problems = found(visual, fixtures / "reflow" / f"{page}.html", "reflow", "viewport=320")
    assert {marked(one).partition(">")[0].replace("<body", "<body>"): (one.code, one.level) for one in problems} == told


def test_a_page_that_is_drawn_twice_is_found(visual: Session, fixtures: Path) -> None:
    problems = found(visual, fixtures / "pages" / "flash.failed.html", "flash", MODES["flash"])
    assert {one.code: (one.level, one.modes) for one in problems} == {
        "flash": (Level.ERROR, ("contrast=dark",)),
        "flash/shift": (Level.WARNING, ("contrast=dark",)),
    }


def test_what_paper_does_not_show_is_found(visual: Session, fixtures: Path) -> None:
    on_paper = (Level.WARNING, ("media=print",))
    assert seen(visual, fixtures, "print") == {"cut": on_paper, "pale": on_paper, "bar": on_paper}


def test_shadow_roots_and_frames_are_looked_into(visual: Session, fixtures: Path) -> None:
    modes = "default;zoom=200;viewport=320;forced-colors=active;prefers-reduced-motion=reduce"
    report = visual.audit(fixtures / "deep" / "deep.html", modes=modes)
    assert report.failed == ()
    told = {(one.code, one.selector.partition(" >>> ")[0], marked(one)) for one in report.problems}
    expected = {
        ("resize-text", "window"),
        ("text-spacing", "line"),
        ("non-text-contrast", "pale"),
        ("forced-colors", "ring"),
        ("reduced-motion", "drift"),
        ("reduced-motion/moving", "drift"),
        ("reflow", "wide"),
    }
    assert told == {(code, place, name) for code, name in expected for place in ("#host", "#frame")}


def test_words_that_narrow_screens_hide_by_design_are_to_be_reviewed(with_axe: Session, fixtures: Path) -> None:
    report = with_axe.audit(fixtures / "reflow" / "hidden.html", modes="default;viewport=320", checks=["content-lost"])
    assert report.failed == ()
    assert {marked(one): (one.level, one.modes) for one in report.problems} == {
        "gone": (Level.REVIEW, ("viewport=320",)),
        "cut": (Level.ERROR, ("viewport=320",)),
    }
