"""The accessibility menu: one form, made from the table of preferences. It works without a script.

The script reads this form and knows nothing else; what it remembers goes by the form's names and values, what it says
by the form's words. What needs the script is `hidden`, and the script takes that away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from babel.numbers import format_decimal

from a11y_content.design.preference import AUTO, Preference, Preset
from a11y_content.design.preferences import presets
from a11y_content.design.themes import LEAST, OWN_INK, OWN_PAPER
from a11y_content.html import Attributes, Element, el
from a11y_content.text import direction, interface_language, other_language, say
from a11y_content.view import icon

STORE: Final = "a11y-content"
"""The key of localStorage and sessionStorage."""
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
    told = {"message": say(lang, "{label}: {value}"), "on": say(lang, "On"), "off": say(lang, "Off")}
    return el(
        "form",
        # A form of this method outside a dialog is never sent: Enter on a radio does nothing, also without the script.
        {"class": "a11y-menu__form", "method": "dialog", "data-a11y-store": STORE},
        _presets(presets(table), lang, choices),
        el("p", {"class": "a11y-menu__note"}, kept),
        [_fieldset(row, lang, choices.get(row.name, AUTO)) for row in table],
        _forget(lang),
        el("button", {"type": "reset", "class": "a11y-menu__reset"}, say(lang, "Reset all")),
        el("p", {"class": "a11y-menu__status", "role": "status", **_data(told)}),
    )


def _presets(made: tuple[Preset, ...], lang: str, choices: Mapping[str, str]) -> Element | None:
    if not made:
        return None
    buttons = []
    for preset in made:
        sets = ",".join(f"{name}:{value}" for name, value in preset.sets.items())
        pressed = "true" if preset.sets.items() <= choices.items() else "false"
        button: Attributes = {"type": "button", "class": "a11y-preset", "data-a11y-sets": sets, "aria-pressed": pressed}
        buttons.append(el("button", button, say(lang, preset.label)))
    named: Attributes = {"class": "a11y-presets", "role": "group", "aria-labelledby": "a11y-presets", "hidden": True}
    return el("div", named, el("p", {"id": "a11y-presets"}, say(lang, "Presets")), buttons)


def _fieldset(row: Preference, lang: str, chosen: str) -> Element:
    labels = [(AUTO, row.auto), *((option.value, option.label) for option in row.options)]
    options = [_radio(row.name, value, say(lang, label), checked=value == chosen) for value, label in labels]
    named = say(lang, row.label)
    hidden = el("span", {"class": "a11y-hidden"}, f" {named}")
    reset: Attributes = {"type": "button", "class": "a11y-choice__reset", "hidden": True}
    return el(
        "fieldset",
        {"class": f"a11y-choice a11y-choice--{row.name}"},
        el("legend", None, named),
        el("button", reset, say(lang, "Reset"), hidden),
        el("div", {"class": "a11y-choice__options"}, options),
        _forced(row, lang),
        [_pair(row.name, option.value, lang) for option in row.options if option.own],
    )


def _radio(name: str, value: str, label: str, *, checked: bool) -> Element:
    identity = f"a11y-{name}-{value}"
    radio: Attributes = {"type": "radio", "name": name, "value": value, "id": identity, "checked": checked}
    named = {"class": f"a11y-option a11y-option--{value}"}
    return el("label", named, el("input", radio), el("span", None, label))


def _forced(row: Preference, lang: str) -> Element | None:
    """Say that colours stand down under a forced palette; the stylesheet shows it there and nowhere else."""
    if not any(option.theme or option.own for option in row.options):
        return None
    words = "Your device sets the colours now. A choice of colours here shows once that ends."
    return el("p", {"class": "a11y-choice__forced"}, say(lang, words))


def _pair(name: str, value: str, lang: str) -> Element:
    """Make the two colours that the reader picks, shown while the radio with this name and value is chosen."""
    least = format_decimal(LEAST["text"][0], locale=interface_language(lang).replace("-", "_"), numbering_system="latn")
    low = say(
        lang,
        "Contrast {ratio}:1 is too low: text needs at least {least}:1. The page keeps the colours that it had.",
        ratio="{ratio}",
        least=least,
    )
    told = {"message": say(lang, "Contrast {ratio}:1"), "low": low}
    return el(
        "div",
        {"class": "a11y-pair", "data-a11y-with": f"a11y-{name}-{value}", "hidden": True},
        _colour("ink", OWN_INK, say(lang, "Text colour")),
        _colour("paper", OWN_PAPER, say(lang, "Background colour")),
        el("p", {"class": "a11y-pair__ratio", **_data(told)}),
        el(
            "button",
            {
                "type": "button",
                "class": "a11y-pair__mend",
                **_data({"message": say(lang, "Use {colour} instead")}),
                "hidden": True,
            },
        ),
    )


def _colour(name: str, value: str, label: str) -> Element:
    """Make a picker, and a field for the same colour as text: WebKit's Tab key passes by a picker (bug 266285)."""
    picker: Attributes = {"type": "color", "name": name, "value": value}
    code: Attributes = {
        "class": "a11y-pair__code",
        "value": value,
        "pattern": "#[\\da-fA-F]{6}",
        "required": True,  # a pattern lets an empty field pass
        "aria-label": f"{label} #",
        "autocomplete": "off",
        "spellcheck": "false",
    }
    named = el("label", {"class": "a11y-pair__colour"}, el("input", picker), el("span", None, label))
    return el("div", {"class": "a11y-pair__row"}, named, el("input", code))


def _forget(lang: str) -> Element:
    box: Attributes = {"type": "checkbox", "name": "forget"}
    return el(
        "label",
        {"class": "a11y-forget", "hidden": True},
        el("input", box),
        el("span", None, say(lang, "Do not remember on this device")),
        " ",
        el("small", None, say(lang, "Your choices end when you close this tab.")),
    )


def _data(words: Mapping[str, str]) -> dict[str, str]:
    return {f"data-a11y-{name}": text for name, text in words.items()}
