"""The plugin, as its users meet it: in a pytest of its own."""

import json
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

MODES = "--a11y-modes=default;contrast=sepia"
AXE = "--a11y-checks=axe"


@pytest.fixture
def pages(root: Path) -> Path:
    return root / "fixtures" / "pages"


@pytest.fixture
def site(pytester: pytest.Pytester, pages: Path) -> Path:
    """A built site with a page that passes, a page that fails, and the lines where its author wrote it."""
    site = pytester.path / "public"
    site.mkdir()
    for name in ("axe.failed.html", "axe.passed.html", "modes.css"):
        (site / name).write_text((pages / name).read_text("utf-8"), "utf-8")
    state = pytester.path / ".public.a11y-content"
    state.mkdir()
    (state / "source-map.json").write_text(json.dumps({"axe.failed.html": {"1": ["content/neck.md", 12, 1]}}))
    (site / ".a11y-content").write_text("{}")
    return site


@pytest.mark.usefixtures("site")
def test_a_failure_tells_code_element_line_modes_and_hint(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        test_neck="""
        def test_page(a11y):
            a11y("public/axe.failed.html")
    """
    )
    result = pytester.runpytest_subprocess(MODES, AXE)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "E*AssertionError: axe.failed.html: 2 problems in 2 of 2 modes: axe/color-contrast, axe/image-alt*",
            "*axe.failed.html: error: Element has insufficient color contrast*axe/color-contrast, WCAG 1.4.3*",
            "*written at: content/neck.md:12:1*",
            "*element: #main > p*",
            "*modes: contrast=sepia*",
            "*hint: Elements must meet*",
            "*1 page in 2 modes: 2 errors, *",
            "FAILED test_neck.py::test_page - AssertionError: axe.failed.html: 2 problem*",
        ]
    )
    assert "session.py" not in result.stdout.str(), "no traceback into our own code"


@pytest.mark.usefixtures("site")
def test_one_browser_serves_every_way_to_audit(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import functools, http.server, threading, types
        from pathlib import Path
        import pytest

        TEXT = Path("public/axe.passed.html").read_text().replace("modes.css", "/nowhere.css")

        @pytest.fixture(autouse=True)
        def one_browser(request, a11y):
            yield
            browser = a11y._browsers._session._auditor._browser
            assert getattr(pytest, "browser", browser) is browser
            pytest.browser = browser

        @pytest.mark.a11y(modes="text=200")
        def test_marked(a11y):
            assert a11y("public/axe.passed.html").ran.modes == ("text=200",)

        @pytest.mark.a11y(fail_on="review", checks=["axe"])
        def test_here_and_now(a11y):
            report = a11y.assert_clean("public/axe.passed.html", modes="default", checks=["reflow"], fail_on="error")
            assert (report.ran.modes, report.ran.checks) == (("default",), ("reflow",))

        def test_a_report_fails_nothing(a11y):
            assert a11y.report(Path("public")).summary["errors"] == 2

        def test_html_text(a11y):
            assert a11y(TEXT).ran.pages == ("test_html_text.html",)

        def test_a_live_server(a11y):
            handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory="public")
            with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
                threading.Thread(target=server.serve_forever).start()
                url = f"http://127.0.0.1:{server.server_port}/axe.passed.html"
                assert a11y(types.SimpleNamespace(url=url)).ran.pages == (url,)
                server.shutdown()

        def test_a_page_that_cannot_be_audited(a11y):
            with pytest.raises(AssertionError, match="^http://127.0.0.1:9/: could not be audited: "):
                a11y("http://127.0.0.1:9/")
    """)
    result = pytester.runpytest_subprocess("--a11y-modes=default;contrast=sepia", AXE, "--strict-markers")
    result.assert_outcomes(passed=6)


@pytest.mark.usefixtures("site")
def test_workers_of_xdist_make_one_report(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.mark.a11y(each_mode=True)
        @pytest.mark.parametrize("page", ["passed", "failed"])
        def test_page(a11y, page):
            a11y(f"public/axe.{page}.html")
    """)
    made = pytester.path / "made.json"
    words = ("-n", "2", "--a11y-report", "json=made.json", "--a11y-report", "junit=made.xml")
    result = pytester.runpytest_subprocess(MODES, AXE, *words)
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines(["*2 pages in 2 modes: 2 errors, *", "a11y: json report in *made.json"])
    report = json.loads(made.read_text("utf-8"))
    assert sorted(report["ran"]["pages"]) == ["axe.failed.html", "axe.passed.html"]
    assert sorted(report["ran"]["modes"]) == ["contrast=sepia", "default"]
    modes = {one["code"]: sorted(one["modes"]) for one in report["problems"]}
    assert modes == {"axe/color-contrast": ["contrast=sepia"], "axe/image-alt": ["contrast=sepia", "default"]}
    assert "testsuite" in (pytester.path / "made.xml").read_text("utf-8")


@pytest.mark.usefixtures("site")
def test_html_files_become_tests(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess(MODES, AXE, "--a11y-collect", "public", "-m", "a11y")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*a11y: axe.failed.html*", "axe.failed.html: 2 problems in 2 of 2 modes*"])
