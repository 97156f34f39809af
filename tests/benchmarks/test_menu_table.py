"""The table, the verdict and the JSON of `python -m benchmarks.menu`: no browser, no network."""

from __future__ import annotations

import json
import math

import pytest

from benchmarks.menu.measures import MEASURES, TIMED, Best, Measure
from benchmarks.menu.table import Column, Value, cell, lost, markdown, plain, rows, verdict, winners

OURS = Column(
    name="ours", values={"bytes": 900, "script": 0.02, "script_wobble": 0.001, "no_js": True, "axe_wcag_open": 0}
)
OTHER = Column(
    name="other",
    version="1.2.3",
    values={"bytes": 1200, "script": 0.01, "script_wobble": 0.0, "no_js": False, "axe_wcag_open": 0},
    failures={"contrast": "it cannot be pressed"},
)
GONE = Column(name="gone", absent="not on npm")
BARE = Column(name="no menu", bare=True, values={"script": 0.0})
ALL = [OURS, OTHER, GONE, BARE]
ROW = {measure.key: measure for measure in MEASURES}


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        ("B", 12345, "12,345"),
        ("ms", 0.0123, "12 ms"),
        ("ms", math.inf, "never"),
        ("score", 0.1391, "0.139"),
        ("x", 1.5, "1.50"),
        ("", True, "yes"),
        ("", False, "no"),
        ("", None, "-"),
        ("", 0, "0"),
    ],
)
def test_a_cell_shows_value_and_unit(unit: str, value: Value, shown: str) -> None:
    assert cell(Measure("key", "Title", Best.LOW, unit), value) == shown


def test_the_lowest_wins_and_the_page_without_a_menu_never_does() -> None:
    assert winners(ROW["bytes"], ALL) == {"ours"}
    assert winners(ROW["script"], ALL) == {"other"}


def test_equals_win_together() -> None:
    assert winners(ROW["axe_wcag_open"], ALL) == {"ours", "other"}


def test_a_difference_within_the_slack_is_none() -> None:
    near = Column(name="near", values={"script": OTHER.values["script"] + ROW["script"].slack / 2})
    assert winners(ROW["script"], [OTHER, near]) == {"near", "other"}


def test_wobble_makes_equal_only_where_both_have_it() -> None:
    shaky = Column(name="shaky", values={"script": 0.02, "script_wobble": 0.5})
    assert winners(ROW["script"], [OTHER, shaky]) == {"other"}
    calm = Column(name="calm", values={"script": 0.01, "script_wobble": 0.5})
    assert winners(ROW["script"], [calm, shaky]) == {"calm", "shaky"}


def test_where_nobody_can_nobody_is_best() -> None:
    assert winners(ROW["no_js"], [OTHER]) == set()


def test_a_fact_has_no_best() -> None:
    facts = [measure for measure in MEASURES if measure.best is Best.NONE]
    assert facts
    columns = [Column(name=name, values={facts[0].key: value}) for name, value in (("a", 1), ("b", 2))]
    assert winners(facts[0], columns) == set()


def test_the_table_has_a_row_a_measure_and_says_who_is_absent() -> None:
    lines = markdown(ALL).splitlines()
    assert lines[0] == "| | ours | other 1.2.3 | no menu |"
    assert f"| {ROW['bytes'].title} | **900** | 1,200 | - |" in lines
    assert f"| {ROW['script'].title} | 20 ms | **10 ms** | 0 ms |" in lines
    assert lines[-1].startswith("| gone: not on npm |")
    assert len({line.count("|") for line in lines}) == 1


def test_the_terminal_shows_the_same_cells_with_a_star_for_the_best() -> None:
    text = plain(ALL)
    assert "*900" in text
    assert "**" not in text
    assert "gone: not on npm" in text


def test_the_verdict_names_each_row_that_is_lost_and_to_whom() -> None:
    assert lost(OURS, ALL) == [f"{ROW['script'].title}: 20 ms, where other has 10 ms"]
    assert "3 of 4 rows" in verdict(OURS, ALL)
    assert ROW["script"].title in verdict(OURS, ALL)
    assert verdict(OURS, [OURS]) == "ours is best or equal in every row."


def test_the_json_has_the_keys_that_every_benchmark_has() -> None:
    found = json.loads(json.dumps(rows(OURS, ALL)))
    assert all({"tool", "work", "seconds", "ratio"} <= set(row) for row in found)
    timed = {(row["tool"], row["work"]): row for row in found if row["work"] in TIMED}
    assert timed["other", "script"]["ratio"] == pytest.approx(0.5)
    assert timed["ours", "script"]["ratio"] == 1
    (other,) = (row for row in found if row["tool"] == "other" and row["work"] == "measures")
    assert other["measures"]["bytes"] == 1200
    assert other["failures"] == {"contrast": "it cannot be pressed"}
    (gone,) = (row for row in found if row["tool"] == "gone")
    assert gone["absent"] == "not on npm"


def test_a_choice_that_never_came_is_no_number_in_the_json() -> None:
    never = Column(name="never", values={"applied": math.inf})
    assert "Infinity" not in json.dumps(rows(OURS, [OURS, never]))


def test_every_key_is_said_once() -> None:
    assert len(ROW) == len(MEASURES)
    assert set(TIMED) <= set(ROW)
