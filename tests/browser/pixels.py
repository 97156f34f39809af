"""Pictures of a page as pixels: contrast of single pixels, what changed, what stands out on its ground."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeVar

from PIL import Image, ImageChops
from selenium import webdriver

from a11y_content.design.contrast import ratio

Colour = tuple[int, int, int]
T = TypeVar("T")


_DRAWN: Final = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What was changed by a key or a script is drawn in the next frame."""


class Box(NamedTuple):
    """A rectangle of a page in CSS pixels."""

    left: float
    top: float
    width: float
    height: float

    def grown(self, by: int) -> Box:
        """Give the box in whole pixels with a margin on each side, cut at the page's left and upper edge."""
        left, top = max(0, math.floor(self.left) - by), max(0, math.floor(self.top) - by)
        right, bottom = math.ceil(self.left + self.width) + by, math.ceil(self.top + self.height) + by
        return Box(left, top, right - left, bottom - top)


def picture(driver: webdriver.Chrome, box: Box | None = None) -> Image.Image:
    """Take the picture of a box of the page, or of the whole window."""
    driver.execute_script(_DRAWN)
    options: dict[str, Any] = {"format": "png"}
    if box:
        options["clip"] = {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "scale": 1}
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", options)
    return Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")


def lasting(look: Callable[[], list[T]], times: int = 8) -> list[T]:
    """Give what a look at pictures finds, once it finds nothing or has looked so many times.

    Chromium may answer with a picture of a high window of which a part is not drawn yet; a fault stays in all of them.
    """
    found: list[T] = []
    for _ in range(times):
        found = look()
        if not found:
            break
    return found


def contrast(first: Colour, second: Colour) -> float:
    """Give the contrast ratio of two pixels."""
    return ratio(*(f"#{r:02x}{g:02x}{b:02x}" for r, g, b in (first, second)))


def changed(before: Image.Image, after: Image.Image, least: float = 3) -> int:
    """Count the pixels whose colour changed by this contrast ratio."""
    where = ImageChops.difference(before, after).getbbox()
    if where is None:
        return 0
    before, after = before.crop(where), after.crop(where)
    known: dict[tuple[Colour, Colour], bool] = {}
    count = 0
    for pair in zip(colours(before), colours(after), strict=True):
        if pair[0] != pair[1]:
            if pair not in known:
                known[pair] = contrast(*pair) >= least
            count += known[pair]
    return count


def colours(image: Image.Image) -> list[Colour]:
    """Give the pixels row after row."""
    raw = image.tobytes()
    return [(raw[i], raw[i + 1], raw[i + 2]) for i in range(0, len(raw), 3)]


def frame_stands_out(image: Image.Image, depth: int, least: float = 3) -> bool:
    """Tell whether, going in from each side, most rows or columns meet a pixel that stands out from the ground.

    The ground is the colour of the picture's corner; `depth` is how many pixels are looked at from each side.
    """
    width, height = image.size
    grid = colours(image)
    ground = grid[0]
    known: dict[Colour, bool] = {ground: False}

    def stands(x: int, y: int) -> bool:
        colour = grid[y * width + x]
        if colour not in known:
            known[colour] = contrast(colour, ground) >= least
        return known[colour]

    sides = (
        [any(stands(x, y) for y in range(depth)) for x in range(width)],
        [any(stands(x, height - 1 - y) for y in range(depth)) for x in range(width)],
        [any(stands(x, y) for x in range(depth)) for y in range(height)],
        [any(stands(width - 1 - x, y) for x in range(depth)) for y in range(height)],
    )
    return all(sum(side) >= 0.6 * len(side) for side in sides)
