"""Makes the font files of the package: `python tools/fonts.py`, with npm and `pip install fonttools brotli`.

Only needed when the font has a new version. The files it writes are committed; building and using the package needs
neither npm nor fonttools. docs/decisions/0043-legible-font.md says why this font.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any, Final

PACKAGE: Final = "@fontsource-variable/inclusive-sans"
VERSION: Final = "5.3.0"
NAME: Final = "inclusive-sans"
FOLDER: Final = Path(__file__).parents[1] / "a11y_content" / "rendering" / "assets" / "fonts"
WEIGHTS: Final = (400, 700)
"""All that our pages use: the rest of the axis is cut off."""
MOST: Final = 60 * 1024

RANGES: Final = {
    "latin-ext": "U+100-17F,U+218-21B,U+1E9E",  # names from all over Europe; phonetics and the like are left out
    "vietnamese": "U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1B0,U+300-329,U+1EA0-1EF9,U+20AB",
    "latin": "U+0-FF,U+131,U+152-153,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2212",
}
"""`unicode-range` by subset of the package: its own ranges, shorter, since every page pays for these words. Where two
hold a character, browsers take the later one."""

LETTERS: Final = {
    "Spanish": "áéíóúüñ¿¡ªº",
    "French": "àâæçéèêëîïôœùûüÿ«»",
    "German": "äöüßẞ„“",
    "Portuguese": "áâãàçéêíóôõú",
    "Vietnamese": "ăâđêôơưàáãèéìíòóõùúýĩũ" + "".join(map(chr, range(0x1EA0, 0x1EFA))),
}
"""What each language needs beside ASCII; the tool stops where the font lacks a letter of it."""


def main() -> int:
    """Write the files, their licence, and the table that says which holds what."""
    try:
        import brotli  # noqa: F401, PLC0415  fonttools writes woff2 with it
        from fontTools.subset import Options  # noqa: F401, PLC0415
    except ImportError as missing:
        print(f"tools/fonts.py: {missing}; pip install fonttools brotli", file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory() as folder:
        source = unpacked(Path(folder))
        made, held = {}, set()
        for subset, covers in RANGES.items():
            data, letters = cut(source / "files" / f"{NAME}-{subset}-wght-normal.woff2", letters_of(covers))
            made[f"{NAME}-{subset}.woff2"] = (data, covers)
            held |= letters
        licence = (source / "LICENSE").read_text("utf-8")
    for language, letters in LETTERS.items():
        lacking = sorted({c for one in letters for c in (one, one.upper()) if len(c) == 1 and ord(c) not in held})
        if lacking:
            print(f"tools/fonts.py: {language} needs {' '.join(lacking)}", file=sys.stderr)
            return 1
    whole = sum(len(data) for data, _ in made.values())
    if whole > MOST:
        print(f"tools/fonts.py: {whole} bytes are more than {MOST}", file=sys.stderr)
        return 1
    write(made, licence)
    print(f"{FOLDER}: {len(made)} files, {whole} bytes")
    return 0


def unpacked(folder: Path) -> Path:
    """Fetch the package with npm, and unpack it."""
    command = ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"]
    name = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
    with tarfile.open(folder / name) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def cut(file: Path, wanted: set[int]) -> tuple[bytes, set[int]]:
    """Cut a file down to some characters and our weights; give it with the characters that it holds."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font: Any = TTFont(file, recalcTimestamp=False)
    letters = wanted & set(font.getBestCmap())
    narrow = instantiateVariableFont(font, {"wght": WEIGHTS})
    # The instancer leaves out glyphs without variations, which the subsetter looks for: written and read again, all is well.
    narrow.flavor = None
    between = io.BytesIO()
    narrow.save(between)
    between.seek(0)
    font = TTFont(between, recalcTimestamp=False)
    options = Options(hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True)
    options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk", "rvrn"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    said = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    font["name"].setName(said, 13, 3, 1, 0x409)
    font.flavor = "woff2"
    done = io.BytesIO()
    font.save(done)
    return done.getvalue(), letters


def letters_of(covers: str) -> set[int]:
    """Read CSS `unicode-range`."""
    spans = [span.removeprefix("U+").split("-") for span in covers.split(",")]
    return {letter for span in spans for letter in range(int(span[0], 16), int(span[-1], 16) + 1)}


def write(made: dict[str, tuple[bytes, str]], licence: str) -> None:
    """Write the files into the package."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (data, _) in made.items():
        (FOLDER / name).write_bytes(data)
    (FOLDER / "OFL.txt").write_text(licence, "utf-8", newline="\n")
    table = {
        "source": f"{PACKAGE} {VERSION}, cut by tools/fonts.py",
        "weight": f"{WEIGHTS[0]} {WEIGHTS[1]}",
        "ranges": {name: covers for name, (_, covers) in made.items()},
    }
    (FOLDER / "fonts.json").write_text(json.dumps(table, indent=2) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
