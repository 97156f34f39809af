"""The menu is made from the table: every value once, one choice each, small, and silent on load."""

from a11y_content.design.preference import AUTO, Option, Preference
from a11y_content.design.preferences import PREFERENCES
from a11y_content.html import serialize, text_of
from a11y_content.model.document import Page
from a11y_content.model.site import Site
from a11y_content.rendering import render
from a11y_content.rendering.menu import menu
from tests.render.reading import Read


def test_every_value_of_the_table_is_one_labelled_radio_and_auto_comes_first() -> None:
    form = menu(PREFERENCES, "en", {}).find("form")
    assert form is not None
    for row, fieldset in zip(PREFERENCES, form.findall("fieldset"), strict=True):
        radios = [one for one in fieldset.iter("input") if one.get("type") == "radio"]
        assert [radio.get("value") for radio in radios] == [AUTO, *row.values]
        assert {radio.get("name") for radio in radios} == {row.name}
        assert [radio.get("id") for radio in radios] == [f"a11y-{row.name}-{radio.get('value')}" for radio in radios]
        assert [radio.get("value") for radio in radios if radio.get("checked") is not None] == [AUTO]
        assert all(text_of(label) for label in fieldset.iter("label"))
        assert text_of(fieldset[0]) == row.label


def test_a_new_row_of_the_table_is_all_that_a_new_preference_needs() -> None:
    row = Preference(
        name="rhythm", label="Rhythm", auto="Auto", criteria=("1.4.8",), options=(Option(value="slow", label="Slow"),)
    )
    form = menu((*PREFERENCES, row), "en", {"rhythm": "slow"})
    chosen = [radio for radio in form.iter("input") if radio.get("name") == "rhythm"]
    assert [(radio.get("value"), radio.get("checked")) for radio in chosen] == [("auto", None), ("slow", "")]


def test_the_menu_is_a_native_disclosure_whose_name_is_its_text() -> None:
    made = menu(PREFERENCES, "en", {})
    summary = made[0]
    assert (made.tag, summary.tag, text_of(summary)) == ("details", "summary", "Open Accessibility Menu")
    assert [one.get("aria-hidden") for one in summary.iter("svg")] == ["true"]
    assert [one.get("role") for one in made.iter() if one.get("role")] == ["group", "status"]


def test_the_status_is_empty_on_load_and_knows_its_words() -> None:
    status = next(one for one in menu(PREFERENCES, "es", {}).iter("p") if one.get("role") == "status")
    assert text_of(status) == ""
    assert status.get("data-a11y-message") == "{label}: {value}"


def test_a_form_in_a_disclosure_is_never_sent() -> None:
    form = menu(PREFERENCES, "en", {}).find("form")
    assert form is not None
    assert form.get("method") == "dialog"
    assert form.get("action") is None


def test_what_needs_the_script_is_hidden_until_the_script_takes_that_away() -> None:
    form = menu(PREFERENCES, "en", {}).find("form")
    assert form is not None
    hidden = {(one.get("class") or "").split()[0] for one in form.iter() if one.get("hidden") is not None}
    assert hidden == {"a11y-presets", "a11y-choice__reset", "a11y-pair", "a11y-pair__mend", "a11y-forget"}
    assert form[0].get("class") == "a11y-presets"
    assert [one.get("class") for one in form][-3:] == ["a11y-forget", "a11y-menu__reset", "a11y-menu__status"]


def test_a_preset_is_pressed_exactly_where_all_its_choices_are_made() -> None:
    def pressed(choices: dict[str, str]) -> list[str | None]:
        return [
            one.get("aria-pressed")
            for one in menu(PREFERENCES, "en", choices).iter("button")
            if one.get("aria-pressed")
        ]

    calm = {"contrast": "sepia", "motion": "reduced", "spacing": "wide"}
    assert pressed({}) == ["false", "false", "false"]
    assert pressed(calm) == pressed({**calm, "text": "200"}) == ["false", "false", "true"]
    assert pressed({"contrast": "sepia"}) == ["false", "false", "false"]


def test_a_form_offers_only_what_its_rows_hold() -> None:
    form = menu(PREFERENCES[2:3], "en", {})
    assert [one.get("data-a11y-sets") for one in form.iter("button") if one.get("data-a11y-sets")] == [
        "motion:reduced"
    ] * 2
    assert not [one for one in form.iter("input") if one.get("type") == "color"]
    assert "a11y-choice__forced" not in serialize(form)


def test_the_reset_of_a_row_says_which_row() -> None:
    words = [
        text_of(one) for one in menu(PREFERENCES, "en", {}).iter("button") if one.get("class") == "a11y-choice__reset"
    ]
    assert words == [f"Reset {row.label}" for row in PREFERENCES]


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert "least 4.5:1" in serialize(menu(PREFERENCES, "en", {}))
    assert "4,5:1" in serialize(menu(PREFERENCES, "de", {}))


def test_a_site_offers_the_preferences_that_it_chose(page: Page, tree: Read) -> None:
    html = tree(render(page, Site(title="Two", preferences=("motion", "text"))))
    assert [one.text for one in html.all("legend")] == ["Text size", "Movement"]
    boot = next(html.one("head").all("script")).text
    assert "text:(?:100|" in boot
    assert "contrast" not in boot
