"""The parts of the audit's benchmark that need no browser."""

from __future__ import annotations

import pytest

from a11y_content.design.mode import mode_set
from benchmarks.audit import run, table
from benchmarks.audit.corpus import address, modes_of
from benchmarks.audit.marginal import LOOP, Marginal
from benchmarks.audit.run import OURS, PA11Y, WHOLE_MATRIX, Row


@pytest.mark.parametrize("number", [1, 12, 48])
def test_the_modes_are_as_many_as_they_say_and_all_known(number: int) -> None:
    ids = modes_of(number)
    assert len(set(ids)) == number
    assert [mode.id for mode in mode_set(";".join(ids))] == list(ids)
    assert ids[0] == "default"


def test_a_mode_of_a_page_has_an_address() -> None:
    assert address("a.html", "default") == "a.html"
    assert address("a.html", "text=200,contrast=dark") == "a.html?a11y=text:200,contrast:dark"


def rows() -> list[Row]:
    return [
        Row(tool=OURS, work=WHOLE_MATRIX, seconds=[10.0, 12.0, 11.0]),
        Row(tool=PA11Y, work=WHOLE_MATRIX, seconds=[330.0]),
        Row(tool="other", work=run.FULL[0], absent="npm is not installed"),
    ]


def test_the_table_tells_ratios_and_what_could_not_run() -> None:
    told = table.commands_table(rows())
    assert "| pa11y-ci | 330.0 | 41.25 | 0.859 | 30.00 | 1 |" in told
    assert "| other | npm is not installed |" in told


def warm(ratio: float) -> list[Marginal]:
    return [
        Marginal(name=LOOP, seconds=1.0, least=1.0, most=1.0, ratio=1.0),
        Marginal(name="axe, 48 modes", seconds=ratio, least=ratio, most=ratio, ratio=ratio),
    ]


@pytest.mark.parametrize(("ratio", "word"), [(1.5, "kept"), (1.51, "NOT kept")])
def test_each_promise_is_judged(ratio: float, word: str) -> None:
    first, second = table.verdicts(warm(ratio), rows(), WHOLE_MATRIX)
    assert first.endswith(f"at most 1.5 was promised: {word}.")
    assert second.endswith("pa11y-ci takes 30.0 times ours, 20 was promised: kept.")


def test_the_json_has_a_row_for_everything() -> None:
    found = table.as_json(warm(1.2), rows())
    assert {"tool", "work", "seconds", "ratio"} <= set.intersection(*(set(one) for one in found))
    assert found[3]["ratio"] == 30.0
    assert found[-1]["absent"] == "npm is not installed"
