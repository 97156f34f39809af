"""Write the CSS that follows from tokens, themes and the table of preferences: text in, text out.

A preference only sets custom properties; base, blocks, page and menu only read them. Four sublayers of `preferences`
stand for the four voices, the weakest first, so that no rule needs `!important` or a trick of specificity:

* `device`: where the reader has not chosen, the wishes of the device (`@media`);
* `stored`: `data-a11y-NAME` on `<html>`, set by the boot script before first paint, or by the server;
* `chosen`: a radio that is checked now (`:has`), which is how the menu works without JavaScript;
* `forced`: the reader's own palette, before which every theme stands down.

A checked "auto" radio says nothing while scripts run (at first paint the radios do not know the store yet). Without
scripts it takes back what the server stored: `revert-layer` falls to the device's wishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from a11y_content.design.preferences import AUTO, PREFERENCES, Option, Preference
from a11y_content.design.themes import FORCED, SWATCH, theme
from a11y_content.design.tokens import builtin, load_tokens
from a11y_content.problem import UsageError

LAYERS = ("tokens", "base", "blocks", "page", "menu", "preferences")
VOICES = ("device", "stored", "chosen", "forced")


def stylesheet(table: tuple[Preference, ...] = PREFERENCES) -> str:
    """Give the CSS of tokens and preferences for a table.

    Raises `ContentError` where a theme breaks a pair, `UsageError` where options of a row with wishes set different
    properties (a wish would shine through a choice).
    """
    for row in table:
        _check_row(row)
    return "\n".join(
        (
            f"@layer {','.join(LAYERS)};",
            _layer("tokens", _tokens(table)),
            _layer("menu", (_sample(row, option) for row in table for option in row.options)),
            f"@layer {','.join(f'preferences.{voice}' for voice in VOICES)};",
            _layer("preferences.device", (_device(option) for row in table for option in row.options if option.wishes)),
            _layer("preferences.stored", (rule for row in table for rule in _stored(row))),
            _layer("preferences.chosen", (rule for row in table for rule in _chosen(row))),
            _layer("preferences.forced", (_forced(),)),
            "",
        )
    )


def properties(option: Option) -> dict[str, str]:
    """Give every custom property that an option sets, those of its theme included."""
    made = dict(option.sets)
    if option.theme:
        palette = theme(option.theme)
        made["--a11y-scheme"] = palette.scheme
        made.update((f"--a11y-{role}", colour) for role, colour in palette.colours.items())
    return made


def ground(row: Preference) -> Option:
    """Give the option that auto means where the device wishes nothing: the first one without wishes."""
    for option in row.options:
        if not option.wishes:
            return option
    msg = f"the preference {row.name!r} has no option without wishes, so auto would mean nothing"
    raise UsageError(msg)


def _check_row(row: Preference) -> None:
    wanted = properties(ground(row)).keys()
    for option in row.options:
        if odd := wanted ^ properties(option).keys():
            msg = f"the options of {row.name!r} must set the same properties; {option.value!r} differs in {sorted(odd)}"
            raise UsageError(msg)


def _tokens(table: Iterable[Preference]) -> list[str]:
    tokens, _ = load_tokens(builtin("base"), "a11y_content/design/tokens/base.tokens.json")
    made = {f"--a11y-{name.replace('.', '-')}": token.css for name, token in tokens.items()}
    made |= properties(Option(value="", label="", theme="light"))
    for row in (*PREFERENCES, *table):  # a site that leaves a row out still needs what it would set
        made |= properties(ground(row))
    return [_rule(":root", made)]


def _on_screen(option: Option, rule: str) -> str:
    """Paper is light: a theme holds on screens only."""
    return f"@media screen{{{rule}}}" if option.theme else rule


def _device(option: Option) -> str:
    wishes = " and ".join(f"({feature}:{value})" for feature, value in option.wishes)
    media = f"screen and {wishes}" if option.theme else wishes
    return f"@media {media}{{{_rule(':root', properties(option))}}}"


def _stored(row: Preference) -> Iterable[str]:
    for option in row.options:
        yield _on_screen(option, _rule(f':root[{row.attribute}="{option.value}"]', properties(option)))
    taken_back = dict.fromkeys(properties(ground(row)), "revert-layer")
    yield f"@media (scripting:none){{{_rule(f':root:has(#a11y-{row.name}-{AUTO}:checked)', taken_back)}}}"


def _chosen(row: Preference) -> Iterable[str]:
    for option in row.options:
        yield _on_screen(option, _rule(f":root:has(#a11y-{row.name}-{option.value}:checked)", properties(option)))


def _forced() -> str:
    colours = {"--a11y-scheme": "light dark"} | {f"--a11y-{role}": colour for role, colour in FORCED.items()}
    return f"@media (forced-colors:active){{{_rule(':root', colours)}}}"


def _sample(row: Preference, option: Option) -> str:
    """Let a radio of the menu wear what it sets, so that it shows what it does."""
    worn = dict(option.sets)
    if option.theme:
        colours = theme(option.theme).colours
        worn |= {f"--a11y-{role}": colours[role] for role in SWATCH}
    selectors = [f".a11y-choice--{row.name} .a11y-option--{option.value}"]
    if option is ground(row) and not option.theme:
        selectors.append(f".a11y-choice--{row.name} .a11y-option--{AUTO}")
    rule = _rule(",".join(selectors), worn)
    return f"@media (forced-colors:none){{{rule}}}" if option.theme else rule


def _rule(selector: str, declarations: Mapping[str, str]) -> str:
    return (
        f"{selector}{{{';'.join(f'{name}:{value}' for name, value in declarations.items())}}}" if declarations else ""
    )


def _layer(name: str, rules: Iterable[str]) -> str:
    return f"@layer {name}{{\n" + "\n".join(filter(None, rules)) + "\n}"
