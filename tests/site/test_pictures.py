"""Sizes of pictures."""

import struct
import zlib
from pathlib import Path

import pytest

from a11y_content.site.pictures import size


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(width) for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}/>'
ROWS = [
    ("a.png", _png(30, 20), (30, 20)),
    ("a.svg", SVG.format('width="64" height="52" viewBox="0 0 1 1"').encode(), (64, 52)),
    ("a.svg", SVG.format('viewBox="0 0 64.4 52"').encode(), (64, 52)),
    ("a.svg", SVG.format('width="100%" viewBox="0,0,64,52"').encode(), (64, 52)),
    ("a.svg", SVG.format("").encode(), None),
    ("a.svg", SVG.format('viewBox="0 0 a b"').encode(), None),
    ("a.svg", b"no <picture", None),
    ("a.png", b"no picture", None),
    ("a.pdf", b"%PDF-1.7", None),
]


@pytest.mark.parametrize(("name", "data", "expected"), ROWS)
def test_a_picture_has_the_size_that_its_file_says(
    tmp_path: Path, name: str, data: bytes, expected: tuple[int, int] | None
) -> None:
    (tmp_path / name).write_bytes(data)
    assert size(tmp_path / name) == expected


def test_an_svg_that_asks_for_another_file_gets_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("0 0 5 5")
    text = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{tmp_path}/secret">]><svg viewBox="&x;"/>'
    (tmp_path / "a.svg").write_text(text)
    assert size(tmp_path / "a.svg") is None
