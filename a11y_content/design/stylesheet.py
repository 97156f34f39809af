"""Write the CSS that follows from tokens, themes and the table of preferences: text in, text out.

A preference only sets custom properties; base, blocks, page and menu only read them. Three sublayers of `preferences`
stand for the three voices, the weakest first, so that no rule needs `!important` or a trick of specificity:

* `device`: where the reader has not chosen, the wishes of the device (`@media`);
* `chosen`: what the reader chose: a radio that is checked now (`:has`, which is how the menu works without JavaScript),
  else `data-a11y-NAME` on `<html>`, set by the boot script before first paint, or by the server;
* `forced`: the reader's own palette, before which every theme stands down.

At first paint the radios do not know the store yet, so a checked "auto" leaves the attribute its say. Without scripts
it takes back what the server stored: `revert-layer` falls to the device's wishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from a11y_content.design.preference import AUTO, Option, Preference
from a11y_content.design.preferences import PREFERENCES, preferences
from a11y_content.design.themes import FORCED, OWN, OWN_INK, OWN_PAPER, SWATCH, Theme, theme, theme_names
from a11y_content.design.token_values import families, generic
from a11y_content.design.tokens import builtin, load_tokens
from a11y_content.problem import UsageError

LAYERS: Final = ("tokens", "base", "blocks", "page", "menu", "preferences")
VOICES: Final = ("device", "chosen", "forced")
Themes = Mapping[str, Theme]
"""Themes that stand in for those of the package, by name."""
NONE: Final[Themes] = MappingProxyType({})


def stylesheet(table: tuple[Preference, ...] | None = None, themes: Themes = NONE, font: tuple[str, ...] = ()) -> str:
    """Give the CSS of tokens and preferences for a table (default: all rows), with a site's own themes and font.

    Raises `ContentError` where a theme breaks a pair, `UsageError` where options of a row with wishes set different
    properties (a wish would shine through a choice).
    """
    rows = preferences() if table is None else table
    for row in rows:
        _check_row(row, themes)
    options = [(row, option) for row in rows for option in row.options]
    return "\n".join(
        (
            f"@layer {','.join(LAYERS)};",
            _layer("tokens", _tokens(rows, themes, font)),
            _layer("menu", (_sample(row, option, themes) for row, option in options if not option.loads)),
            f"@layer {','.join(f'preferences.{voice}' for voice in VOICES)};",
            _layer("preferences.device", (_device(option, themes) for _, option in options if option.wishes)),
            _layer("preferences.chosen", (rule for row in rows for rule in _chosen(row, themes))),
            _layer("preferences.forced", (_forced(),)),
            "",
        )
    )


def properties(option: Option, themes: Themes = NONE) -> dict[str, str]:
    """Give every custom property that an option sets, those of its colours included."""
    made = dict(option.sets)
    if option.own:
        made["--a11y-scheme"] = "var(--a11y-own-scheme)"
        made.update((f"--a11y-{role}", colour) for role, colour in OWN.items())
    if option.theme:
        if option.theme not in themes and option.theme not in theme_names():
            raise UsageError(f"{option.value!r} needs the theme {option.theme!r}, which neither package nor site has")
        palette = themes.get(option.theme) or theme(option.theme)
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


def _check_row(row: Preference, themes: Themes) -> None:
    wanted = properties(ground(row), themes).keys()
    for option in row.options:
        if odd := wanted ^ properties(option, themes).keys():
            msg = f"the options of {row.name!r} must set the same properties; {option.value!r} differs in {sorted(odd)}"
            raise UsageError(msg)


def _tokens(table: Iterable[Preference], themes: Themes, font: tuple[str, ...]) -> list[str]:
    tokens, _ = load_tokens(builtin("base"), "a11y_content/design/tokens/base.tokens.json")
    made = {f"--a11y-{name.replace('.', '-')}": token.css for name, token in tokens.items()}
    if font:  # those of the package follow, unless the last word is one that every browser has
        own = families(font)
        made["--a11y-font"] = own if any(map(generic, font)) else f"{own},{made['--a11y-font']}"
    made |= {"--a11y-own-ink": OWN_INK, "--a11y-own-paper": OWN_PAPER, "--a11y-own-scheme": "light"}
    for row in (*PREFERENCES, *table):  # a site that leaves a row out still needs what it would set
        made |= properties(ground(row), themes)
    return [_rule(":root", made)]


def _coloured(option: Option) -> bool:
    return bool(option.theme) or option.own


def _device(option: Option, themes: Themes) -> str:
    wishes = " and ".join(f"({feature}:{value})" for feature, value in option.wishes)
    media = f"screen and {wishes}" if _coloured(option) else wishes
    return f"@media {media}{{{_rule(':root', properties(option, themes))}}}"


def _chosen(row: Preference, themes: Themes) -> Iterable[str]:
    # The attribute counts while no radio of the row says otherwise.
    unsaid = f":not(:has(.a11y-choice--{row.name} :checked:not([value={AUTO}])))"
    for option in row.options:
        radio, attribute = f":has(#a11y-{row.name}-{option.value}:checked)", f'[{row.attribute}="{option.value}"]'
        rule = _rule(f":root:is({radio},{attribute}{unsaid})", properties(option, themes))
        # Paper is light: a theme holds on screens only.
        yield f"@media screen{{{rule}}}" if _coloured(option) else rule
    taken_back = dict.fromkeys(properties(ground(row)), "revert-layer")
    yield f"@media (scripting:none){{{_rule(f':root:has(#a11y-{row.name}-{AUTO}:checked)', taken_back)}}}"


def _forced() -> str:
    colours = {"--a11y-scheme": "light dark"} | {f"--a11y-{role}": colour for role, colour in FORCED.items()}
    return f"@media (forced-colors:active){{{_rule(':root', colours)}}}"


def _sample(row: Preference, option: Option, themes: Themes) -> str:
    """Let a radio of the menu wear what it sets, so that it shows what it does."""
    worn = dict(option.sets)
    if _coloured(option):
        worn |= {f"--a11y-{role}": properties(option, themes)[f"--a11y-{role}"] for role in SWATCH}
    selectors = [f".a11y-choice--{row.name} .a11y-option--{option.value}"]
    if option is ground(row) and not option.theme:
        selectors.append(f".a11y-choice--{row.name} .a11y-option--{AUTO}")
    rule = _rule(",".join(selectors), worn)
    return f"@media (forced-colors:none){{{rule}}}" if _coloured(option) else rule


def _rule(selector: str, declarations: Mapping[str, str]) -> str:
    return (
        f"{selector}{{{';'.join(f'{name}:{value}' for name, value in declarations.items())}}}" if declarations else ""
    )


def _layer(name: str, rules: Iterable[str]) -> str:
    return f"@layer {name}{{\n" + "\n".join(filter(None, rules)) + "\n}"
