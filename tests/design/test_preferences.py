"""The table: rows can be added at run time, presets hold what the rows offer, and all that is derived knows them."""

import json

import pytest

from a11y_content.design import preferences as table
from a11y_content.design.mode import as_json, mode_set
from a11y_content.design.preference import Option, Preference
from a11y_content.design.preferences import PREFERENCES, PRESETS, add_preference, offered, preferences, presets
from a11y_content.design.schema import choices_schema
from a11y_content.design.stylesheet import stylesheet
from a11y_content.model.document import Document
from a11y_content.parsing import parse
from a11y_content.problem import UsageError
from a11y_content.rendering import render
from a11y_content.rendering.scripts import boot
from tools.reference import reference

POINTER = Preference(
    name="pointer",
    label="Pointer",
    auto="Auto",
    criteria=("2.5.8",),
    options=(
        Option(value="standard", label="Standard", sets={"--a11y-pointer": "1"}),
        Option(value="large", label="Large pointer", sets={"--a11y-pointer": "2"}),
    ),
)


def document() -> Document:
    found, problems = parse("---\nkind: page\ntitle: Parking\nlang: en\n---\n\nBehind the house.\n", format="markdown")
    assert found is not None, problems
    return found


@pytest.fixture
def pointer(monkeypatch: pytest.MonkeyPatch) -> Preference:
    monkeypatch.setattr(table, "_added", {})
    add_preference(POINTER)
    return POINTER


def test_a_row_added_at_run_time_is_in_all_that_is_derived(pointer: Preference) -> None:
    assert preferences()[-1] is pointer
    html = str(render(document(), mode="pointer=large"))
    assert 'data-a11y-pointer="large"' in html
    assert 'id="a11y-pointer-large"' in html
    assert "Large pointer" in html
    assert "--a11y-pointer:2" in html
    assert "--a11y-pointer:2" in stylesheet()
    assert "large" in boot(preferences())
    assert {"pointer": "large"} in [dict(mode.choices) for mode in mode_set("each")]
    assert any(("pointer", "large") in mode.choices and len(mode.choices) > 1 for mode in mode_set("pairs"))
    assert as_json(next(mode_set("pointer=large")))["attributes"] == {"data-a11y-pointer": "large"}
    assert choices_schema()["properties"]["pointer"]["oneOf"][1] == {"const": "large", "title": "Large pointer"}
    assert "| `pointer` | `standard` `large` | 2.5.8 |" in reference()


def test_without_it_nothing_knows_the_row() -> None:
    assert "pointer" not in boot(preferences())
    assert "data-a11y-pointer" not in stylesheet()
    with pytest.raises(UsageError, match="no preference or environment 'pointer'"):
        render(document(), mode="pointer=large")


@pytest.mark.usefixtures("pointer")
@pytest.mark.parametrize("name", ["text", "ink", "forget", "Two words", "auto"])
def test_a_name_that_is_taken_or_cannot_be_one_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        add_preference(Preference(name=name, label="x", auto="Auto", criteria=(), options=()))


def test_presets_set_what_the_table_offers_and_none_is_empty() -> None:
    values = {row.name: row.values for row in PREFERENCES}
    for preset in PRESETS:
        assert all(value in values[name] for name, value in preset.sets.items())
    assert [one.name for one in presets(PREFERENCES)] == ["easy-reading", "low-vision", "calm"]
    assert [dict(one.sets) for one in presets(offered(["motion"]))] == [{"motion": "reduced"}] * 2
    assert presets(offered(["font"])) == ()


def test_easy_reading_meets_the_numbers_of_wcag_1_4_8() -> None:
    easy = next(one for one in PRESETS if one.name == "easy-reading").sets
    spacing = next(row for row in PREFERENCES if row.name == "spacing")
    sets = next(option.sets for option in spacing.options if option.value == easy["spacing"])
    line, paragraph = float(sets["--a11y-line"]), float(sets["--a11y-paragraph"].removesuffix("em"))
    assert line >= 1.5
    assert paragraph >= 1.5 * line
    assert easy["width"] == "narrow"


def test_the_schema_is_json_and_refuses_what_is_not_offered() -> None:
    schema = json.loads(json.dumps(choices_schema()))
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["additionalProperties"] is False
    assert list(schema["properties"]) == [row.name for row in PREFERENCES]
