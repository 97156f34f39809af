"""Colour arithmetic against values that others published."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11y_content.design.contrast import (
    NEAREST_STEPS,
    Oklch,
    luminance,
    nearest,
    ratio,
    read_colour,
    to_hex,
    to_oklch,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "known"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that passes on white
        ("#777777", "#ffffff", 4.48),
        ("#ffff00", "#000000", 19.56),
        ("#5b4636", "#f4ecd8", 7.51),
    ],
)
def test_ratios_are_the_published_ones(first: str, second: str, known: float) -> None:
    assert ratio(first, second) == pytest.approx(known, abs=0.005)


@given(COLOURS, COLOURS)
def test_a_ratio_is_symmetric_and_between_1_and_21(first: str, second: str) -> None:
    assert 1 <= ratio(first, second) == ratio(second, first) <= 21


@pytest.mark.parametrize(
    ("colour", "known"),
    [
        (Oklch(1, 0, 0), "#ffffff"),
        (Oklch(0, 0, 0), "#000000"),
        (Oklch(0.627955, 0.257683, 29.2339), "#ff0000"),
        (Oklch(0.967983, 0.211006, 109.7692), "#ffff00"),
        (Oklch(0.452014, 0.313214, 264.052), "#0000ff"),
    ],
)
def test_oklch_becomes_the_srgb_of_css_color_4(colour: Oklch, known: str) -> None:
    assert to_hex(colour) == known


def test_a_colour_outside_of_srgb_keeps_its_lightness_and_loses_chroma() -> None:
    wild = to_hex(Oklch(0.8, 0.4, 150))
    tame = to_hex(Oklch(0.8, 0.1, 150))
    assert wild != tame
    assert luminance(wild) == pytest.approx(luminance(tame), abs=0.05)


@settings(deadline=None)
@given(st.floats(0, 1), st.floats(0, 0.3), st.floats(0, 360), COLOURS)
def test_the_nearest_colour_passes_wherever_black_or_white_does(
    lightness: float, chroma: float, hue: float, ground: str
) -> None:
    found = nearest(Oklch(lightness, chroma, hue), ground, 4.5)
    possible = max(ratio("#000000", ground), ratio("#ffffff", ground)) >= 4.5
    assert bool(found) == possible
    assert not found or ratio(found, ground) >= 4.5


def test_a_colour_that_passes_is_its_own_nearest() -> None:
    assert nearest(Oklch(0.3, 0.05, 60), "#ffffff", 4.5) == to_hex(Oklch(0.3, 0.05, 60))


@settings(deadline=None)  # hundreds of colours are tried
@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5, 7.0]))
def test_the_nearest_colour_passes_has_the_same_hue_and_none_nearer_passes(
    front: str, ground: str, least: float
) -> None:
    colour = to_oklch(front)
    found = nearest(colour, ground, least)
    if not found:
        assert max(ratio("#000000", ground), ratio("#ffffff", ground)) < least
        return
    assert ratio(found, ground) >= least
    near = to_oklch(found)
    if near.chroma > 0.04:  # of a colour that is nearly grey, 8 bits do not hold the hue
        assert min(abs(near.hue - colour.hue), 360 - abs(near.hue - colour.hue)) < 6
    for step in range(NEAREST_STEPS):
        lighter, darker = (colour.lightness + sign * step / NEAREST_STEPS for sign in (1, -1))
        steps = {to_hex(colour._replace(lightness=min(1.0, max(0.0, one)))) for one in (lighter, darker)}
        if found in steps:
            break
        assert all(ratio(one, ground) < least for one in steps)  # what is nearer does not pass


@given(COLOURS)
def test_a_colour_goes_to_oklch_and_back_unchanged(colour: str) -> None:
    assert to_hex(to_oklch(colour)) == colour


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("#0B6E4F", "#0b6e4f"),
        ("#0af", "#00aaff"),
        (" oklch(0.48 0.1 160) ", "#176e4a"),
        ("oklch(48% .1 160deg)", "#176e4a"),
    ],
)
def test_colours_are_read_as_authors_write_them(text: str, known: str) -> None:
    assert read_colour(text)[0] == known


@pytest.mark.parametrize(
    "text", ["", "red", "#12", "#12345", "#12345678", "rgb(0 0 0)", "oklch(48 0.1 160)", "oklch(.5 9 1)"]
)
def test_colours_that_cannot_be_read_say_how_to_write_them(text: str) -> None:
    with pytest.raises(ValueError, match="such as #0b6e4f or oklch"):
        read_colour(text)


def test_other_spellings_of_a_colour_are_refused() -> None:
    with pytest.raises(ValueError, match="not a colour"):
        luminance("red")
