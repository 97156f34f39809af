import pytest

from a11y_content.auditing.page_modes import Form, modes_of
from a11y_content.design.mode import mode_set
from a11y_content.design.preferences import PREFERENCES
from a11y_content.problem import UsageError

WHOLE: Form = [(row.name, row.values) for row in PREFERENCES]
SMALL: Form = [("contrast", ["dark", "light"]), ("text", ["200"])]


def ids(words: str, form: Form | None) -> list[str]:
    return [mode.id for mode in modes_of(words, form).modes]


def test_our_whole_menu_gives_the_modes_of_the_table() -> None:
    for name in ("each", "pairs"):
        assert modes_of(name, WHOLE).modes == tuple(mode_set(name))
    assert modes_of("each", WHOLE).failed == ()


def test_a_menu_with_fewer_rows_has_fewer_modes_in_the_order_of_the_table() -> None:
    chosen = [name for name in ids("each", SMALL) if name.startswith(("text", "contrast"))]
    assert chosen == ["text=200", "contrast=dark", "contrast=light"]
    assert {"menu=open", "prefers-contrast=more", "forced-colors=active"} <= set(ids("each", SMALL))
    assert not any("spacing" in name for name in ids("pairs", SMALL))


def test_a_row_of_its_own_and_a_value_of_its_own_are_modes_too() -> None:
    form: Form = [("glass", ["solid", "clear"]), ("text", ["200", "999"])]
    made = modes_of("each", form)
    assert [mode.id for mode in made.modes][1:5] == ["text=200", "text=999", "glass=solid", "glass=clear"]
    assert made.modes[3].attributes == {"data-a11y-glass": "solid"}
    assert "glass" in made.names


def test_a_page_without_our_menu_has_environments_alone() -> None:
    assert ids("each", None) == [mode.id for mode in mode_set("each", ())]
    assert "prefers-color-scheme=dark" in ids("each", None)
    assert "menu=open" not in ids("each", None)


def test_ids_stand_as_they_are_on_a_page_without_our_menu() -> None:
    assert ids("default;text=200,viewport=320", None) == ["default", "text=200,viewport=320"]


def test_what_the_menu_does_not_offer_is_a_failure_of_that_mode_alone() -> None:
    made = modes_of("default;text=200;text=300,spacing=wide", SMALL)
    assert [mode.id for mode in made.modes] == ["default", "text=200"]
    assert made.failed == (("text=300,spacing=wide", "the menu of the page does not offer text=300, spacing=wide"),)


def test_a_table_is_taken_instead_of_the_menu() -> None:
    assert modes_of("each", SMALL, PREFERENCES).modes == tuple(mode_set("each"))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ([("text", ["a,b=c"])], "cannot stand in the id"),
        ([("x" * 50, [])], "cannot stand in the id"),
        ([("zoom", ["200"])], "the name of an environment"),
        ([(f"n{i}", ["a"]) for i in range(31)], "more than 30"),
        ([("text", [str(i) for i in range(41)])], "40 values"),
    ],
)
def test_a_menu_that_no_modes_can_be_made_of_is_told_and_the_environments_are_still_tried(
    form: Form, said: str
) -> None:
    made = modes_of("each", form)
    assert [(name, said in reason) for name, reason in made.failed] == [("", True)]
    assert [mode.id for mode in made.modes] == [mode.id for mode in mode_set("each", ())]


def test_unknown_words_are_refused_as_ever() -> None:
    with pytest.raises(UsageError, match="did you mean 'contrast'"):
        modes_of("contrst=dark", SMALL)
