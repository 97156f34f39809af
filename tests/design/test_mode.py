import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.design.covering import covering_array
from a11y_content.design.environment import DESKTOP
from a11y_content.design.mode import Mode, Table, as_json, factors, mode_set, parse_mode
from a11y_content.design.preference import AUTO, Option, Preference
from a11y_content.design.preferences import PREFERENCES, add_preference
from a11y_content.problem import UsageError

EVERYWHERE = (
    "prefers-color-scheme=dark",
    "prefers-contrast=more",
    "prefers-reduced-motion=reduce",
    "forced-colors=active",
    "font-size=200",
    "zoom=200",
    "zoom=400",
    "viewport=320",
    "media=print",
)
NEVER = (
    {"zoom", "viewport"},
    {"font-size", "zoom"},
    {"font-size", "viewport"},
    {"media", "zoom"},
    {"media", "viewport"},
    {"media", "menu"},
)


def test_a_mode_is_named_after_what_it_sets_in_table_order() -> None:
    mode = parse_mode("contrast=high-dark, text=200")
    assert mode.id == "text=200,contrast=high-dark"
    assert mode.choices == (("text", "200"), ("contrast", "high-dark"))
    assert mode.attributes == {"data-a11y-text": "200", "data-a11y-contrast": "high-dark"}
    assert mode.viewport == DESKTOP


def test_environments_come_after_the_choices() -> None:
    mode = parse_mode("menu=open,viewport=320,forced-colors=active,text=300")
    assert mode.id == "text=300,forced-colors=active,viewport=320,menu=open"
    assert mode.media == (("forced-colors", "active"),)
    assert mode.viewport == (320, 640)
    assert mode.menu_open


def test_the_mode_without_choices_is_called_default() -> None:
    assert parse_mode("default") == Mode() == parse_mode("text=auto") == parse_mode("menu=closed")


@pytest.mark.parametrize("name", ["text=200,viewport=640x400", "viewport=1280x900", "prefers-contrast=less"])
def test_an_id_is_read_back_as_itself(name: str) -> None:
    assert parse_mode(name).id == name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("contrst=dark", "did you mean 'contrast'"),
        ("contrast=drak", "did you mean 'dark'"),
        ("text=201", "there are auto, 100"),
        ("forced-color=active", "did you mean 'forced-colors'"),
        ("viewport=wide", "320"),
        ("zoom=300", "there are 200, 400"),
        ("media=prnt", "did you mean 'print'"),
        ("font-size=150", "there are 200"),
        ("text=200,text=300", "twice"),
        ("text", "NAME=VALUE"),
        ("", "default"),
    ],
)
def test_a_wrong_mode_is_refused_with_what_was_meant(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_mode(name)


def test_each_holds_every_value_and_every_environment_alone() -> None:
    ids = [mode.id for mode in mode_set("each")]
    assert ids[0] == "default"
    for row in PREFERENCES:
        assert {f"{row.name}={value}" for value in row.values} <= set(ids)
    assert ids[-11:] == [
        "prefers-color-scheme=dark",
        "prefers-contrast=more",
        "prefers-color-scheme=dark,prefers-contrast=more",
        "prefers-reduced-motion=reduce",
        *(name for name in EVERYWHERE if not name.startswith("prefers-")),
        "menu=open",
    ]
    assert len(ids) == len(set(ids))


def test_environments_follow_the_table() -> None:
    row = Preference(
        name="glass",
        label="Glass",
        auto="Auto",
        criteria=("1.4.3",),
        options=(Option(value="solid", label="Solid", wishes=(("prefers-reduced-transparency", "reduce"),)),),
    )
    assert [m.id for m in mode_set("each", (row,))] == [
        "default",
        "glass=solid",
        "prefers-reduced-transparency=reduce",
        *EVERYWHERE,
        "menu=open",
    ]


def test_a_page_without_our_menu_has_environments_and_no_menu_to_open() -> None:
    assert [m.id for m in mode_set("each", ())] == ["default", *EVERYWHERE]
    assert not any(mode.menu_open or mode.choices for name in ("pairs", "all") for mode in mode_set(name, ()))


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("zoom=200", Mode("zoom=200", viewport=(640, 400), zoom=200)),
        ("zoom=400", Mode("zoom=400", viewport=(320, 200), zoom=400)),
        ("font-size=200", Mode("font-size=200", font_size=200)),
        ("media=print", Mode("media=print", printed=True)),
    ],
)
def test_zoom_font_size_and_paper_are_environments(name: str, mode: Mode) -> None:
    assert parse_mode(name) == mode


def test_a_mode_has_one_width() -> None:
    with pytest.raises(UsageError, match="zoom and viewport"):
        parse_mode("zoom=200,viewport=320")


@pytest.mark.parametrize("table", [PREFERENCES, ()])
def test_every_pair_of_values_that_a_reader_can_meet_stands_in_some_mode_of_pairs(table: Table) -> None:
    modes = list(mode_set("pairs", table))
    found: set[object] = set()
    for mode in modes:
        said = dict(part.split("=") for part in mode.id.split(",")) if mode.id != "default" else {}
        found |= set(itertools.combinations({name: said.get(name, AUTO) for name in factors(table)}.items(), 2))
    for (a, values_a), (b, values_b) in itertools.combinations(factors(table).items(), 2):
        for pair in itertools.product(values_a, values_b):
            never = AUTO not in pair and {a, b} in NEVER
            assert (((a, pair[0]), (b, pair[1])) in found) is not never
    assert modes == list(mode_set("pairs", table))
    assert len(modes) == (64 if table else 12), "64 is the least there can be: 8 text sizes times 8 contrasts"


def test_all_leaves_out_what_no_reader_meets() -> None:
    modes = list(mode_set("all", ()))
    assert len({mode.id for mode in modes}) == len(modes) == 2**4 * 7
    assert not any(mode.printed and mode.zoom > 100 for mode in modes)


@given(st.lists(st.integers(1, 9), min_size=0, max_size=9))
def test_a_covering_array_covers_all_pairs(sizes: list[int]) -> None:
    rows = covering_array(sizes)
    for i, j in itertools.combinations(range(len(sizes)), 2):
        assert {(row[i], row[j]) for row in rows} == set(itertools.product(range(sizes[i]), range(sizes[j])))
    largest = [*sorted(sizes, reverse=True)[:2], 1, 1]
    assert len(rows) >= largest[0] * largest[1]


@given(st.lists(st.integers(2, 5), min_size=3, max_size=6), st.sets(st.tuples(st.integers(0, 2), st.integers(1, 4))))
def test_a_covering_array_keeps_apart_what_is_never_together(sizes: list[int], foes: set[tuple[int, int]]) -> None:
    never = [((factor, value), (2, 1)) for factor, value in foes if factor < 2 and value < sizes[factor]]
    rows = covering_array(sizes, never)
    for i, j in itertools.combinations(range(len(sizes)), 2):
        wanted = set(itertools.product(range(sizes[i]), range(sizes[j])))
        wanted -= {(value, 1) for (factor, value), _ in never if (factor, j) == (i, 2)}
        assert {(row[i], row[j]) for row in rows} == wanted


def test_a_factor_without_values_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        covering_array([2, 0])


def test_all_is_made_lazily() -> None:
    first = list(itertools.islice(mode_set("all"), 3))
    assert first[0].id == "default"
    assert len({mode.id for mode in first}) == 3


def test_sets_and_ids_can_be_mixed_and_come_once() -> None:
    assert [m.id for m in mode_set("default; text=200,contrast=dark ;default")] == ["default", "text=200,contrast=dark"]
    assert [m.id for m in mode_set("default,viewport=320")] == ["default", "viewport=320"]


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(UsageError, match="did you mean 'pairs'"):
        list(mode_set("pair"))


def test_a_mode_as_json_says_all_that_an_audit_needs() -> None:
    assert as_json(parse_mode("text=200,forced-colors=active,viewport=320")) == {
        "id": "text=200,forced-colors=active,viewport=320",
        "attributes": {"data-a11y-text": "200"},
        "media": {"forced-colors": "active"},
        "viewport": [320, 640],
        "menu_open": False,
        "zoom": 100,
        "font_size": 100,
        "printed": False,
    }


def test_no_preference_is_named_as_an_environment() -> None:
    with pytest.raises(UsageError, match="'zoom' names an environment"):
        add_preference(Preference(name="zoom", label="Zoom", auto="Auto", criteria=("1.4.4",), options=()))
