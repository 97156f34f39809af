"""The menu is made from the table: every value once, one choice each, small, and silent on load."""

import gzip

from a11y_content.design.preference import AUTO, Option, Preference
from a11y_content.design.preferences import PREFERENCES
from a11y_content.html import serialize, text_of
from a11y_content.model.document import Page
from a11y_content.model.site import Site
from a11y_content.rendering import render
from a11y_content.rendering.menu import menu
from tests.render.reading import Read

LARGEST = 2500
"""Bytes of the compressed form (R26)."""


def test_every_value_of_the_table_is_one_labelled_radio_and_auto_comes_first() -> None:
    form = menu(PREFERENCES, "en", {}).find("form")
    assert form is not None
    for row, fieldset in zip(PREFERENCES, form.findall("fieldset"), strict=True):
        radios = list(fieldset.iter("input"))
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
    assert [one.tag for one in made.iter() if one.get("role")] == ["p"]


def test_the_status_is_empty_on_load_and_knows_its_words() -> None:
    status = next(one for one in menu(PREFERENCES, "es", {}).iter("p") if one.get("role") == "status")
    assert text_of(status) == ""
    assert status.get("data-a11y-message") == "{label}: {value}"


def test_a_form_in_a_disclosure_is_never_sent() -> None:
    form = menu(PREFERENCES, "en", {}).find("form")
    assert form is not None
    assert form.get("method") == "dialog"
    assert form.get("action") is None


def test_the_menu_stays_small() -> None:
    text = serialize(menu(PREFERENCES, "es", {}))
    assert len(gzip.compress(text.encode(), mtime=0)) < LARGEST


def test_a_site_offers_the_preferences_that_it_chose(page: Page, tree: Read) -> None:
    html = tree(render(page, Site(title="Two", preferences=("motion", "text"))))
    assert [one.text for one in html.all("legend")] == ["Text size", "Movement"]
    boot = next(html.one("head").all("script")).text
    assert '{"text":[' in boot
    assert '"contrast"' not in boot
