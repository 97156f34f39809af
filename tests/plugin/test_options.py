"""The plugin without a browser: what it adds, what it refuses, what it collects."""

import re
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


def test_a_run_without_audits_loads_neither_selenium_nor_the_audit(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import sys

        def test_nothing():
            loaded = [name for name in sys.modules if name.startswith(("selenium", "a11y_content.auditing"))]
            assert loaded == []
    """)
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_names_of_other_plugins_stay_free(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.mark.parametrize("name", ["axe", "driver", "selenium", "page"])
        def test_names(request, name):
            with pytest.raises(pytest.FixtureLookupError):
                request.getfixturevalue(name)
    """)
    pytester.runpytest().assert_outcomes(passed=4)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--a11y-modes=pars"], "--a11y-*: no set of modes 'pars'; did you mean 'pairs'?"),
        (["--a11y-checks=reflo"], "--a11y-*: no check 'reflo'; did you mean 'reflow'?"),
        (["--a11y-standard=wcag22"], "--a11y-*: no standard 'wcag22'"),
        (["--a11y-fail-on=fatal"], "--a11y-*: no level 'fatal'"),
        (["--a11y-timeout=soon"], "--a11y-timeout soon: this is no number"),
        (["--a11y-timeout=0"], "--a11y-*: a timeout of 0 seconds leaves no time"),
    ],
)
def test_a_wrong_option_is_one_line(pytester: pytest.Pytester, words: list[str], said: str) -> None:
    pytester.makepyfile("def test_page(a11y): a11y('x.html')")
    result = pytester.runpytest(*words)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"*{said.replace('[', '[[]')}*"])


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("sarif", "write FORMAT=PATH"),
        ("sarf=a.sarif", "no report format 'sarf'; did you mean 'sarif'?"),
    ],
)
def test_a_wrong_report_stops_the_run_at_its_beginning(pytester: pytest.Pytester, word: str, said: str) -> None:
    pytester.makepyfile("def test_page(): pass")
    result = pytester.runpytest(f"--a11y-report={word}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"*{said}*"])


def test_a_report_of_nothing_is_not_written(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_page(): pass")
    result = pytester.runpytest("--a11y-report=json=a.json")
    result.stdout.fnmatch_lines(["a11y: nothing was audited, so no report is written"])
    assert not (pytester.path / "a.json").exists()


def test_ini_options_and_an_overridden_fixture_and_the_marker(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\na11y_modes = default\na11y_checks = reflow, axe\na11y_baseline = known.json\n")
    pytester.makeconftest("""
        import pytest

        @pytest.fixture
        def a11y_options(a11y_options):
            return {**a11y_options, "fail_on": "warning"}
    """)
    pytester.makepyfile("""
        import pytest

        def test_plain(a11y, a11y_options, pytestconfig):
            assert a11y_options["checks"] == ("reflow", "axe")
            assert a11y_options["baseline"] == str(pytestconfig.rootpath / "known.json")
            assert a11y._chosen["fail_on"] == "warning"
            assert a11y._chosen["modes"] == "default"

        @pytest.mark.a11y("text=200", checks=["axe"])
        class TestMarked:
            def test_outer(self, a11y):
                assert (a11y._chosen["modes"], a11y._chosen["checks"]) == ("text=200", ["axe"])

            @pytest.mark.a11y(modes="pairs")
            def test_nearer(self, a11y):
                assert (a11y._chosen["modes"], a11y._chosen["checks"]) == ("pairs", ["axe"])
    """)
    pytester.runpytest("--strict-markers").assert_outcomes(passed=3)
    pytester.makepyfile(test_said="def test_said(a11y): assert a11y._chosen['modes'] == 'each'")
    pytester.runpytest("--a11y-modes=each", "test_said.py").assert_outcomes(passed=1)


def test_a_marker_that_says_too_much(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.mark.a11y("default", "each")
        def test_two(a11y): pass

        @pytest.mark.a11y(chekcs=["axe"])
        def test_unknown(a11y): pass
    """)
    result = pytester.runpytest()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*only modes may stand without a name*", "*unexpected keyword argument 'chekcs'*"])


def test_a_test_of_every_mode(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import pytest

        @pytest.mark.a11y(modes="default;text=200;contrast=dark", each_mode=True)
        def test_marked(a11y, request):
            assert a11y._chosen["modes"] == request.node.callspec.params["a11y_mode"]

        def test_taken(a11y, a11y_mode):
            assert a11y._chosen["modes"] == a11y_mode

        @pytest.mark.a11y(each_mode=True)
        def test_that_audits_nothing():
            pass
    """)
    result = pytester.runpytest("-v", "--a11y-modes=default;forced-colors=active")
    result.assert_outcomes(passed=6)
    result.stdout.fnmatch_lines(["*test_marked[[]text=200]*", "*test_taken[[]forced-colors=active]*"])


def test_html_files_are_collected_only_when_asked(pytester: pytest.Pytester) -> None:
    (pytester.path / "one.html").write_text("<p>1</p>")
    assert pytester.runpytest("--collect-only").ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result = pytester.runpytest("--collect-only", "--a11y-collect", "-m", "a11y")
    result.stdout.fnmatch_lines(["*one.html*", "*1 test collected*"])


@pytest.mark.parametrize("thing", ["7", "object()", "type('Page', (), {'url': 'http://x/', 'evaluate': print})()"])
def test_what_cannot_be_audited(pytester: pytest.Pytester, thing: str) -> None:
    pytester.makepyfile(f"def test_it(a11y): a11y({thing})")
    result = pytester.runpytest()
    result.stdout.fnmatch_lines(["*cannot be audited; give a path, HTML text, an address or a driver*"])
    result.assert_outcomes(failed=1)


def test_the_guide_names_every_option(pytester: pytest.Pytester, root: Path) -> None:
    guide = (root / "docs" / "pytest.md").read_text("utf-8")
    told = pytester.runpytest("--help").stdout.str()
    words = set(re.findall(r"--a11y-[\w-]+|\ba11y_\w+(?= \()", told))
    assert len(words) > 12
    assert sorted(word for word in words if f"`{word}" not in guide) == []
