"""A few hundred broken inputs for each door; `python -m tests.fuzz` makes as many as one likes."""

import pytest

from tests.fuzz.target import DOORS, fuzz, inputs, smallest, trouble


@pytest.mark.parametrize("door", DOORS)
def test_no_input_raises_stalls_or_speaks_in_several_lines(door: str) -> None:
    assert [(kind, smallest(door, text, kind)) for text, kind in fuzz(door, 60, 1)] == []


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert list(inputs("markdown", 20, 7)) == list(inputs("markdown", 20, 7))
    assert list(inputs("markdown", 20, 7)) != list(inputs("markdown", 20, 8))


def test_a_door_that_raises_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> list[object]:
        if "q" in text:
            raise KeyError(text)
        return []

    monkeypatch.setitem(DOORS, "broken", broken)  # type: ignore[arg-type]
    assert trouble("broken", "abc") == ""
    kind = trouble("broken", "abcqdef")
    assert kind.startswith("KeyError in test_fuzz.py")
    assert smallest("broken", "abcqdef", kind) == "q"


@pytest.mark.parametrize(
    ("door", "text"),
    [
        ("inside importer nhs-api", "//[]"),
        ("html", "<a href=j><table><d><a>b"),
        ("html", '<TABLE><TD COLSPAN="2">><A ><TR><TD>><TD>C'),
        ("import html", '<TABLE ><TD>T<TR><TD>B<TD COLSPAN="2">a<A >'),
        ("inside markdown", '[a](b){href="c" kind="d" start="e" about="f" about="g"}'),
    ],
)
def test_what_was_found_once_stays_mended(door: str, text: str) -> None:
    assert trouble(door, text) == ""
