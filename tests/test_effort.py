"""The clock of one document: what takes too long ends as a problem, and the collector of garbage is given back."""

import gc
from pathlib import Path

import pytest

from a11y_content.effort import OutOfTimeError, effort, tick
from a11y_content.parsing import format_of, parse
from a11y_content.parsing.importing import import_source
from a11y_content.parsing.source import Source


def test_no_clock_runs_outside() -> None:
    tick()


def test_a_tick_after_the_time_ends_the_work_and_one_before_does_not() -> None:
    with effort(60):
        tick()
    with pytest.raises(OutOfTimeError), effort(-1):
        tick()
    tick()


def test_an_outer_limit_stays_in_force() -> None:
    with pytest.raises(OutOfTimeError), effort(-1), effort(60):
        tick()


def test_the_collector_is_given_back() -> None:
    before = gc.get_threshold()
    with effort(60), effort(60):
        pass
    assert gc.get_threshold() == before


@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_a_document_that_takes_too_long_is_a_problem_and_no_document(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("a11y_content.parsing.effort", lambda: effort(-1))
    monkeypatch.setattr("a11y_content.parsing.importing.effort", lambda: effort(-1))
    name, text = f"a.{suffix}", "Text."
    made = import_source(Source(name, text), Path(name), lang="en")
    assert (made.documents, [one.code for one in made.problems]) == ([], ["limit-time"])
    assert made.problems[0].where.file == name
    document, problems = parse(text, format_of(name), name, lang="en", kind="page")
    assert document is None
    assert [one.code for one in problems] == ["limit-time"]
