"""Pictures of pixels: what is made of each format and mode."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from a11y_content.site.rasters import LARGEST, Raster, RasterError, make
from tests.site.raster_files import encoded, exif, photo

CMYK = encoded(photo(400, 200).convert("CMYK"), "JPEG")
DEEP = encoded(Image.new("I;16", (400, 200), 40_000), "PNG")
CLEAR = Image.merge("RGBA", (*photo(500, 300).split(), Image.linear_gradient("L").resize((500, 300))))
FILES = {
    "jpeg": (encoded(photo(800, 400), "JPEG"), ".jpg"),
    "png": (encoded(photo(800, 400), "PNG"), ".png"),
    "png-palette": (encoded(photo(800, 400).quantize(32), "PNG"), ".png"),
    "png-clear": (encoded(CLEAR, "PNG"), ".png"),
    "png-bits": (encoded(photo(800, 400).convert("1"), "PNG"), ".png"),
    "png-deep": (DEEP, ".png"),
    "webp": (encoded(photo(800, 400), "WEBP"), ".webp"),
    "avif": (encoded(photo(800, 400), "AVIF"), ".avif"),
    "gif": (encoded(photo(800, 400).quantize(32), "GIF"), ".gif"),
    "cmyk": (CMYK, ".jpg"),
}


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def whole(data: bytes, made: Raster) -> Image.Image:
    return opened(made.data if made.data is not None else data)


@pytest.mark.parametrize("name", FILES)
def test_every_format_comes_out_whole_smaller_and_the_same_each_time(name: str) -> None:
    data, suffix = FILES[name]
    made = make(data)
    assert (made.suffix, made.personal, made.seconds) == (suffix, [], 0)
    image = whole(data, made)
    assert image.size == (made.width, made.height)
    assert image.mode not in {"CMYK", "I;16", "I"}
    assert [width for width, *_ in made.copies] == sorted(width for width, *_ in made.copies)
    for width, kind, copy in made.copies:
        assert opened(copy).width == width
        assert len(copy) < len(made.data or data)
        assert opened(copy).format == {".jpg": "JPEG", ".webp": "WEBP"}.get(kind, kind[1:].upper())
    again = make(data)
    assert (again.data, again.copies) == (made.data, made.copies)
    judged = make(data, judge=True)
    assert (judged.width, judged.height, judged.suffix) == (made.width, made.height, suffix)
    assert (judged.data, judged.copies) == (None, [])


def test_what_is_fit_to_be_published_stays_as_it_is() -> None:
    assert [name for name, (data, _) in FILES.items() if make(data).data is not None] == ["png-deep", "cmyk"]


def test_a_picture_is_turned_the_way_it_is_to_be_seen() -> None:
    image = Image.new("RGB", (60, 20), "white")
    image.paste("black", (0, 0, 20, 20))
    made = make(encoded(image, "JPEG", exif=exif(orientation=6), quality=95))
    judged = make(encoded(image, "JPEG", exif=exif(orientation=6)), judge=True)
    assert (judged.width, judged.height, judged.personal) == (20, 60, made.personal)
    turned = whole(b"", made)
    assert turned.size == (made.width, made.height) == (20, 60)
    assert turned.getpixel((10, 10))[0] < 40
    assert turned.getpixel((10, 50))[0] > 200
    assert not turned.getexif()


def test_colours_of_print_become_those_of_a_screen_and_deep_ones_keep_their_tone() -> None:
    made = make(encoded(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG", quality=95))
    red = whole(b"", made).getpixel((5, 5))
    assert red[0] > 200
    assert max(red[1:]) < 90
    assert abs(whole(b"", make(DEEP)).getpixel((5, 5)) - 40_000 // 257) <= 1


def test_a_profile_of_colour_stays_and_the_copies_have_it() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(photo(800, 400), "JPEG", icc_profile=profile, exif=exif(artist="Jo"))
    made = make(data)
    assert [opened(one).info.get("icc_profile") for one in (made.data, *(copy for _, _, copy in made.copies))] == [
        profile
    ] * (1 + len(made.copies))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_places_and_names_are_gone_from_every_format(kind: str) -> None:
    settings = {"exif": exif(artist="Jo Doe")}
    if kind == "PNG":
        settings["pnginfo"] = PngImagePlugin.PngInfo()
        settings["pnginfo"].add_text("Author", "Mrs X")
    if kind != "PNG":
        settings["xmp"] = b"<x><dc:creator>Mrs X</dc:creator><exif:GPSLatitude>1</exif:GPSLatitude></x>"
    made = make(encoded(photo(800, 400), kind, **settings))
    assert "the place where it was taken (GPS)" in made.personal
    assert {"Jo Doe", "Mrs X"} <= {one.split("“")[1].strip("”") for one in made.personal if "“" in one}
    for data in (made.data, *(copy for _, _, copy in made.copies)):
        assert data is not None
        assert not any(word in data for word in (b"Jo Doe", b"Mrs X", b"GPS", b"Exif"))
        assert make(data).data is None


def test_a_picture_that_is_wider_than_any_column_is_published_narrower() -> None:
    made = make(encoded(photo(4000, 1000), "JPEG"))
    assert (made.width, made.height) == (LARGEST, 640) == whole(b"", made).size
    assert [width for width, *_ in made.copies] == [320, 640, 960, 1280, 1920]


@pytest.mark.parametrize(
    ("loop", "duration", "long"), [(0, 100, True), (None, 100, False), (3, 1500, True), (1, 20, False)]
)
def test_how_long_an_animation_goes_on_is_known(loop: int | None, duration: int, long: bool) -> None:  # noqa: FBT001
    settings = {} if loop is None else {"loop": loop}
    frames = [photo(40, 40), photo(40, 40, 1)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=duration, **settings)
    made = make(data)
    assert (made.seconds > 5, made.data, made.copies) == (long, None, [])


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_other_formats_that_move_are_known_too(kind: str) -> None:
    frames = [photo(40, 40), photo(40, 40, 1)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=3000, loop=0)
    assert make(data).seconds > 5


@pytest.mark.parametrize(
    "data",
    [
        *(data[: len(data) // 2] for name, (data, _) in FILES.items() if name not in {"gif", "png-bits"}),
        *(b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"%!PS-Adobe-3.0 EPSF-3.0", b"<svg/>", encoded(photo(9, 9), "TIFF")),
        encoded(photo(9, 9), "BMP"),
    ],
)
def test_what_is_cut_short_or_of_another_kind_is_refused(data: bytes) -> None:
    with pytest.raises(RasterError, match="picture"):
        make(data)
    with pytest.raises(RasterError, match="picture"):
        make(data, judge=True)


@pytest.mark.parametrize("side", [8000, 14_000])
def test_a_bomb_is_refused_by_what_it_says_of_its_size(side: int) -> None:
    with pytest.raises(RasterError, match="million") as caught:
        make(encoded(Image.new("1", (side, side)), "PNG"))
    assert caught.value.huge


@given(st.sampled_from(sorted(FILES)), st.integers(0, 20_000), st.binary(min_size=1, max_size=40))
def test_a_garbled_file_is_refused_or_read_and_never_more(name: str, place: int, noise: bytes) -> None:
    data = bytearray(FILES[name][0])
    place %= len(data)
    data[place : place + len(noise)] = noise
    try:
        made = make(bytes(data), judge=True)
    except RasterError:
        return
    assert made.width > 0
