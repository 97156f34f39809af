"""How somebody else's page stands: what is its default mode for an audit that takes it as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from a11y_content.design.environment import DESKTOP, FEATURES, USUAL
from a11y_content.design.mode import Mode

STAYS: Final = "the page of somebody else's browser is not loaded anew"
"""Why it cannot be opened twice."""
FACTS: Final = """
const features = arguments[0];
const found = Object.entries(features).map(([name, values]) =>
  [name, values.find((value) => matchMedia(`(${name}: ${value})`).matches)]);
const marks = [...document.documentElement.attributes].filter((one) => one.name.startsWith("data-a11y-"));
return {
  viewport: [innerWidth, innerHeight],
  ratio: devicePixelRatio,
  media: found.filter(([, value]) => value),
  choices: marks.map((one) => [one.name.slice("data-a11y-".length), one.value]),
  menuOpen: Boolean(document.querySelector("details.a11y-menu[open]")),
  document: `${performance.timeOrigin} ${location.href}`,
};
"""
"""A script: how the page stands."""
WISHES: Final = {name: [value for value in values if value != "light"] for name, values in FEATURES.items()}
"""Values of media features that are not the neutral one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How the page stands: what is its default mode for this audit."""

    viewport: tuple[int, int]
    zoom: int
    media: dict[str, str]
    choices: dict[str, str]
    menu_open: bool

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Stand:
        """Read what `FACTS` gives with `WISHES`."""
        return cls(
            viewport=tuple(facts["viewport"]),
            zoom=round(facts["ratio"] * USUAL),
            media=dict(facts["media"]),
            choices=dict(facts["choices"]),
            menu_open=facts["menuOpen"],
        )

    def mode(self, mode: Mode) -> Mode:
        """Give the mode as it is here: what it does not name stays as it stands."""
        usual = mode.zoom == USUAL and mode.viewport == DESKTOP
        return replace(
            mode,
            media=tuple({**self.media, **dict(mode.media)}.items()),
            viewport=self.viewport if usual else mode.viewport,
            zoom=self.zoom if mode.zoom == USUAL else mode.zoom,
        )

    def told(self, data: Any) -> Any:
        """Say to the page's scripts what a mode is here: the facts of modes, wherever they stand in the options."""
        if isinstance(data, list | tuple):
            return [self.told(one) for one in data]
        if not isinstance(data, dict):
            return data
        made = {name: self.told(value) for name, value in data.items()}
        if "attributes" in made:
            made["attributes"] = {f"data-a11y-{name}": value for name, value in self.choices.items()} | made[
                "attributes"
            ]
        if "isDefault" in made and "width" in made:
            made["choices"] = self.choices | made["choices"]
            made["media"] = self.media | made["media"]
            made["menuOpen"] = made["menuOpen"] or self.menu_open
            if made["zoom"] == USUAL and (made["width"], made["height"]) == DESKTOP:
                made["width"], made["height"] = self.viewport
            if made["zoom"] == USUAL:
                made["zoom"] = self.zoom
        return made
