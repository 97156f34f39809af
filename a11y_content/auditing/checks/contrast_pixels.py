"""Contrast by pixels: what axe cannot tell on gradients, pictures, veils and shadows (WCAG 1.4.3, 1.4.6).

Four pictures of a strip of the page: as it is; without its letters (the ground as it shines through everything); with
white letters and with black ones. Where these two differ most is the core of a letter, whatever opacity, filter or veil
lies over it: there the first picture is compared with the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from a11y_content.auditing.check import Need, Visit, resolver
from a11y_content.auditing.finding import Finding, found
from a11y_content.auditing.letters import Looks, span
from a11y_content.auditing.pixels import Picture
from a11y_content.problem import Level, fault

CONTRAST = "axe/color-contrast"
ENHANCED = "axe/color-contrast-enhanced"

CONTRAST_PIXELS = fault(
    "contrast-pixels",
    "Text does not stand out enough from the picture, gradient or veil behind it",
    why="People with low vision, and everybody in bright light, cannot read letters that are nearly as bright as what"
    " lies behind them; a mean over the picture does not help where one word stands on a bright spot.",
    mend="put an opaque or darker ground behind the text, or choose a colour that stands out from every part of it",
    criterion="1.4.3",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum",
)

CONTRAST_PIXELS_ENHANCED = fault(
    "contrast-pixels/enhanced",
    "Text over a picture, gradient or veil has less than the enhanced contrast",
    why="With a contrast of 7:1 people read who have lost about as much sight as most have at eighty, without help.",
    mend="put an opaque ground behind the text, or choose colours that stand further apart",
    criterion="1.4.6",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/contrast-enhanced",
)

_FAULTS: Final = {CONTRAST: CONTRAST_PIXELS, ENHANCED: CONTRAST_PIXELS_ENHANCED}
_LEAST: Final = {CONTRAST: (4.5, 3.0), ENHANCED: (7.0, 4.5)}
"""Ratios for ordinary and for large text."""
_SEEN: Final = 1.05
"""Below this ratio nobody sees that there is text."""
_OPEN: Final = "open"


@resolver(
    CONTRAST_PIXELS,
    of=(CONTRAST, ENHANCED),
    conformance="AA",
    measures="Pictures of the text as it is, without letters, with white and with black ones: the contrast at the core"
    " of every letter, the best pixel of each, the worst letter of the text; for large text and small.",
    cannot_see="Text over a video and over what moves otherwise, text that is covered, text that nobody can see (it may"
    " be meant so), text that only its shadow sets off: these stay to be reviewed. A veil that a pseudo box lays over"
    " text of which axe is sure. At most 48 letters of a text are measured, evenly spread, without their feet.",
    needs=frozenset({Need.PIXELS}),
)
def contrast_pixels(visit: Visit, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Measure each text that axe was unsure of: what passes goes, what fails is an error, all else stays."""
    selectors = list(dict.fromkeys(one.selector for one in findings if one.selector))
    answer = visit.call("contrast-pixels", selectors=selectors, reuse=visit.settings.reuse)
    texts = answer["texts"]
    judged: dict[int, Any] = {}
    try:
        for strip in range(answer["strips"]):
            judged.update(_measure(visit, strip))
    finally:
        visit.call("contrast-pixels/judged", judged=list(judged.items()))
    for index, verdict in judged.items():
        texts[index]["verdict"] = verdict
    by_selector = dict(zip(selectors, texts, strict=True))
    for one in findings:
        left = list(_decided(one, by_selector.get(one.selector), one.code))
        if not left and one.code == CONTRAST and visit.settings.standard.endswith("aaa"):
            # axe does not ask for the enhanced contrast where it could not tell the minimum.
            left = list(_decided(one, by_selector.get(one.selector), ENHANCED))
        yield from left


def _measure(visit: Visit, strip: int) -> Iterator[tuple[int, Any]]:
    aimed = visit.call("contrast-pixels/aim", strip=strip)
    if aimed is None:
        return
    pictures = {}
    looks = ["", "hidden", "white", "black", *(["unshadowed"] if aimed["shadow"] else [])]
    for look in looks:
        visit.call("contrast-pixels/paint", **{"as": look})
        pictures[look] = Picture.read(visit.pixels(aimed["box"]))
    scale = pictures[""].width / aimed["box"]["width"]
    looks_with = Looks(pictures[""], pictures["hidden"], pictures["white"], pictures["black"])
    looks_without = replace(looks_with, bare=pictures.get("unshadowed", pictures["hidden"]))
    for text in aimed["texts"]:
        boxes = [[round(edge * scale) for edge in box] for box in text["boxes"]]
        paint = {"strength": text["strength"], "filtered": text["filtered"], "sparse": text["sparse"]}
        first = span(looks_with, boxes, **paint)
        second = span(looks_without, boxes, **paint) if text["shadow"] else first
        yield text["index"], _OPEN if first is None or second is None else [first, second]


def _decided(one: Finding, text: dict[str, Any] | None, asked: str) -> Iterator[Finding]:
    """Decide a finding by the ratios that the code `asked` wants."""
    if text is None or not isinstance(text["verdict"], list):
        yield one
        return
    least = _LEAST[asked][text["large"]]
    (worst, best), (worst_without, _) = sorted([round(value, 2) for value in letters] for letters in text["verdict"])
    if worst >= least:
        return
    said = f"a contrast of {worst:.2f}:1 at its worst letter, less than {least:g}:1"
    doubt = ""
    if worst_without >= least:
        doubt = ", but only because of its shadow"
    elif best < _SEEN:
        doubt = ": nobody sees this text, which may be meant so"
    elif text["single"]:
        doubt = ", if this is text and not an ornament"
    if doubt and asked == one.code:
        yield replace(one, message=f"cannot tell: {said}{doubt}")
        return
    seen = {"selector": one.selector, "html": one.html, "path": one.path}
    told = f"cannot tell: {said}{doubt}" if doubt else said
    yield found(_FAULTS[asked], seen, told, level=Level.REVIEW if doubt else None)
