"""Pictures as pixels, without a browser."""

import io

import pytest
from PIL import Image

from a11y_content.auditing.pixels import Picture, luminance, ratio

WHITE = (255, 255, 255)
BLACK = (0, 0, 0)
GREY = (118, 118, 118)


def picture(width: int, height: int, *dots: tuple[int, int, tuple[int, int, int]]) -> Picture:
    image = Image.new("RGB", (width, height), WHITE)
    for x, y, colour in dots:
        image.putpixel((x, y), colour)
    file = io.BytesIO()
    image.save(file, "PNG")
    return Picture.read(file.getvalue())


def test_ratios_are_those_of_wcag() -> None:
    assert ratio(BLACK, WHITE) == ratio(WHITE, BLACK) == pytest.approx(21)
    assert ratio(GREY, WHITE) == pytest.approx(4.54, abs=0.01)
    assert ratio(GREY, GREY) == 1
    assert luminance(WHITE) == pytest.approx(1)


def test_a_picture_gives_its_pixels() -> None:
    one = picture(3, 2, (2, 1, BLACK))
    assert (one.width, one.height) == (3, 2)
    assert one.at(2, 1) == BLACK
    assert one.colours() == [WHITE] * 5 + [BLACK]
    assert one.cut(1, 1, 99, 99).colours() == [WHITE, BLACK]
    assert one.cut(5, 5, 9, 9).colours() == []
    with pytest.raises(IndexError, match="no pixel 3, 0"):
        one.at(3, 0)


def test_changes_are_counted_by_their_contrast() -> None:
    before = picture(4, 3)
    after = picture(4, 3, (1, 1, BLACK), (2, 1, (250, 250, 250)), (1, 2, GREY))
    assert before.changed(before) == 0
    assert before.changed(after) == 3
    assert before.changed(after, at_least=3) == 2
    assert before.changed(after, at_least=5) == 1
    assert before.bounds(before) is None
    assert before.bounds(after) == (1, 1, 3, 3)


def test_pictures_of_two_sizes_are_not_compared() -> None:
    with pytest.raises(ValueError, match="4 x 3 pixels cannot be told from 3 x 4"):
        picture(4, 3).changed(picture(3, 4))


def test_what_is_no_png_is_refused() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        Picture.read(b"GIF89a")
