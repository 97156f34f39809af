"""The plugin, as its users meet it: in a pytest of its own."""

import json
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

MODES = "--a11y-modes=default;contrast=sepia"


@pytest.fixture
def pages(root: Path) -> Path:
    return root / "fixtures" / "pages"


def test_a_page_that_passes(pytester: pytest.Pytester, pages: Path) -> None:
    pytester.makepyfile(f"""
        def test_page(a11y):
            report = a11y({str(pages / "axe.passed.html")!r})
            assert report.ran.modes == ("default", "contrast=sepia")
    """)
    pytester.runpytest_subprocess(MODES).assert_outcomes(passed=1)


def test_a_failure_tells_code_element_line_modes_and_hint(pytester: pytest.Pytester, pages: Path) -> None:
    site = pytester.path / "public"
    site.mkdir()
    for name in ("axe.failed.html", "modes.css"):
        (site / name).write_text((pages / name).read_text("utf-8"), "utf-8")
    state = pytester.path / ".public.a11y-content"
    state.mkdir()
    (state / "source-map.json").write_text(json.dumps({"axe.failed.html": {"1": ["content/neck.md", 12, 1]}}))
    pytester.makepyfile("""
        def test_page(a11y):
            a11y("public/axe.failed.html")

        def test_other_modes(a11y):
            a11y("public/axe.failed.html", modes="default")
    """)
    (site / ".a11y-content").write_text("{}")
    result = pytester.runpytest_subprocess(MODES)
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(
        [
            "*AssertionError: not accessible in every mode*",
            "*axe.failed.html: error: Element has insufficient color contrast*axe/color-contrast, WCAG 1.4.3*",
            "*written at: content/neck.md:12:1*",
            "*element: #main > p*",
            "*modes: contrast=sepia*",
            "*hint: Elements must meet*",
        ]
    )
    assert "session.py" not in result.stdout.str(), "no traceback into our own code"


def test_the_marker_chooses_modes_and_one_browser_serves_all(pytester: pytest.Pytester, pages: Path) -> None:
    pytester.makepyfile(f"""
        import pytest

        PAGE = {str(pages / "axe.passed.html")!r}

        @pytest.mark.a11y(modes="text=200")
        def test_marked(a11y, a11y_session):
            assert a11y(PAGE).ran.modes == ("text=200",)
            pytest.browser = a11y_session._auditor._browser

        @pytest.mark.a11y
        def test_plain(a11y, a11y_session):
            assert a11y(PAGE, modes="default").ran.modes == ("default",)
            assert a11y_session._auditor._browser is pytest.browser
    """)
    pytester.runpytest_subprocess(MODES, "--strict-markers").assert_outcomes(passed=2)


def test_a_page_that_could_not_be_audited_fails(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        def test_page(a11y):
            a11y("http://127.0.0.1:9/", modes="default")
    """)
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*could not be audited*"])


def test_a_wrong_mode_is_one_line(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        def test_page(a11y):
            a11y("x.html")
    """)
    result = pytester.runpytest_subprocess("--a11y-modes=pars")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*--a11y-*: no set of modes 'pars'; did you mean 'pairs'?*"])


def test_a_run_without_audits_loads_no_selenium(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import sys

        def test_nothing():
            assert "selenium" not in sys.modules
    """)
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
