"""The accessibility menu: one form, made from the table of preferences. It works without a script.

The script reads this form and knows nothing else; what it remembers goes by the form's names and values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from a11y_content.design.preference import AUTO, Preference
from a11y_content.html import Attributes, Element, el
from a11y_content.text import direction, other_language, say
from a11y_content.view import icon

STORE: Final = "a11y-content"
"""The key of localStorage."""
_PERSON: Final = (
    "M12 2a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM4 7l6 1.4v5L8 21.5l1.9.5L12 15l2.1 7l1.9-.5l-2-8.1v-5L20 7l-.4-2L12 6.6L4.4 5z"
)


def menu(table: tuple[Preference, ...], lang: str, choices: Mapping[str, str], *, opened: bool = False) -> Element:
    """Make the menu with these choices checked; a preference without a choice is on auto.

    `lang` is the page's language (BCP 47). A `details` is a disclosure by itself: name, state and keys come from the
    browser, and closed it holds nothing that takes focus.
    """
    other = other_language(lang)
    turned = direction(other) if other and direction(other) != direction(lang) else None
    person = icon("menu", _PERSON)
    return el(
        "details",
        {"class": "a11y-menu", "id": "a11y-menu", "open": opened, "lang": other or None, "dir": turned},
        el("summary", {"class": "a11y-menu__opener"}, person, el("span", None, say(lang, "Open Accessibility Menu"))),
        _form(table, lang, choices),
    )


def _form(table: tuple[Preference, ...], lang: str, choices: Mapping[str, str]) -> Element:
    kept = say(
        lang,
        "Auto follows the settings of your device. What you choose is kept on this device only, for this website only.",
    )
    return el(
        "form",
        # A form of this method outside a dialog is never sent: Enter on a radio does nothing, also without the script.
        {"class": "a11y-menu__form", "method": "dialog", "data-a11y-store": STORE},
        el("p", {"class": "a11y-menu__note"}, kept),
        [_fieldset(row, lang, choices.get(row.name, AUTO)) for row in table],
        el("button", {"type": "reset", "class": "a11y-menu__reset"}, say(lang, "Reset all")),
        el("p", {"class": "a11y-menu__status", "role": "status", "data-a11y-message": say(lang, "{label}: {value}")}),
    )


def _fieldset(row: Preference, lang: str, chosen: str) -> Element:
    labels = [(AUTO, row.auto), *((option.value, option.label) for option in row.options)]
    options = [_radio(row.name, value, say(lang, label), checked=value == chosen) for value, label in labels]
    return el(
        "fieldset",
        {"class": f"a11y-choice a11y-choice--{row.name}"},
        el("legend", None, say(lang, row.label)),
        el("div", {"class": "a11y-choice__options"}, options),
    )


def _radio(name: str, value: str, label: str, *, checked: bool) -> Element:
    identity = f"a11y-{name}-{value}"
    radio: Attributes = {"type": "radio", "name": name, "value": value, "id": identity, "checked": checked}
    named = {"class": f"a11y-option a11y-option--{value}"}
    return el("label", named, el("input", radio), el("span", None, label))
