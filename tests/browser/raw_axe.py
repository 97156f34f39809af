"""axe as an outsider runs it: every rule there is, on the page as it is, with nothing of our audit between the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from selenium import webdriver

from a11y_content.auditing.axe import AxeScript
from a11y_content.design import themes
from a11y_content.design.mode import Mode
from a11y_content.design.preferences import CONTRAST, PREFERENCES
from tests.browser.menu_site import size

LEFT_OUT: Final = {
    "hidden-content": "a reminder, not a test: it cannot tell of anything that is hidden. What our menu hides in one"
    " state is shown in another one (own colours, marks to reset), and is looked at there",
    "audio-caption": "deprecated: it cannot tell of any recording without a track of captions, which no browser shows"
    " for a recording. The words are in the page, and `check` demands them",
}
"""Rules that can only say "incomplete", with the reason why their word is not asked for."""
ENHANCED: Final = "color-contrast-enhanced"
"""7:1, which only the themes of high contrast promise."""

STATES: Final = tuple((width, is_open) for width in (320, 1280) for is_open in (False, True))
"""Widths in CSS pixels, with the menu closed and open."""
HEIGHTS: Final = {320: 640, 1280: 800}

RUN: Final = """
const [attributes, names, isOpen, left, done] = arguments;
(async () => {
  const root = document.documentElement;
  const menus = [...document.querySelectorAll('details.a11y-menu')];
  for (const menu of menus) menu.open = true;
  for (const name of names) {
    const value = attributes[`data-a11y-${name}`] ?? '';
    // By the radio, so that the menu's script shows what belongs to the choice, and by the attribute anyway.
    const radio = document.getElementById(`a11y-${name}-${value || 'auto'}`);
    if (radio && !radio.checked) {
      radio.checked = true;
      radio.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (value) root.setAttribute(`data-a11y-${name}`, value);
    else root.removeAttribute(`data-a11y-${name}`);
  }
  for (const menu of menus) menu.open = isOpen;
  scrollTo(0, 0);
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const animation of document.getAnimations()) animation.finish();
  const values = axe.getRules().map((rule) => rule.ruleId).filter((rule) => !left.includes(rule));
  const options = { resultTypes: ['violations', 'incomplete'], runOnly: { type: 'rule', values } };
  const { violations, incomplete, passes } = await axe.run(document, options);
  const said = ({ any = [], all = [], none = [] }) => [...any, ...all, ...none].map((one) => one.message).join('; ');
  const told = (kind, rules) => rules.flatMap((rule) => (rule.nodes.length ? rule.nodes : [{ target: ['?'] }])
    .map((node) => [kind, rule.id, node.target.join(' '), said(node)].join(' | ')));
  done([passes.length, [...told('violation', violations), ...told('incomplete', incomplete)]]);
})().catch((error) => done([0, [`failed | ${error}`]]));
"""
ENOUGH: Final = 30
"""Rules that pass on any page of ours: fewer, and axe did not run."""


def theme(mode: Mode) -> str:
    """Give the theme that holds in a mode: the reader's choice, else the last one that the device wishes for."""
    media = set(mode.media)
    wished = [option.theme for option in CONTRAST.options if option.wishes and media.issuperset(option.wishes)]
    return dict(mode.choices).get(CONTRAST.name, wished[-1] if wished else "light")


def left_out(mode: Mode) -> list[str]:
    """Give the rules that are not asked in a mode."""
    name = theme(mode)
    high = name in themes.theme_names() and themes.theme(name).high
    return [*LEFT_OUT, *([] if high else [ENHANCED])]


def open_page(driver: webdriver.Chrome, address: str, script: AxeScript) -> None:
    """Load a page and put axe into it, once for all modes."""
    driver.set_script_timeout(120)
    driver.get(address)
    driver.execute_script(script.path.read_text("utf-8"))


def findings(
    driver: webdriver.Chrome, modes: Iterable[Mode], states: Iterable[tuple[int, bool]] = STATES
) -> Iterator[str]:
    """Give all that axe says of the open page: violations and what it could not tell, in every mode and state."""
    names = [row.name for row in PREFERENCES]
    states = tuple(states)
    for mode in modes:
        features = [{"name": name, "value": value} for name, value in mode.media]
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
        for width, is_open in states:
            size(driver, width, HEIGHTS[width])
            passed, told = driver.execute_async_script(RUN, mode.attributes, names, is_open, left_out(mode))
            where = f"{mode.id} at {width} px, menu {'open' if is_open else 'closed'}"
            if passed < ENOUGH:
                yield f"{where}: only {passed} rules passed, so axe did not see the page"
            yield from (f"{where}: {one}" for one in told)


def states_of(modes: Iterable[Mode]) -> list[Mode]:
    """Give the modes without those that differ in width and menu only: both are tried in every one."""
    return list({(mode.choices, mode.media): mode for mode in modes}.values())
