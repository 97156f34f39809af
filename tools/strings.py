"""Looks for interface strings that a catalogue lacks, keeps for nothing, or fills in with other names.

`python tools/strings.py` prints them and exits 1 if there are any. The build of the package asks `faults`, so that
nothing is released with a string that some readers get in another language.

The package is read, not imported: this works before it is installed, and sees what no test draws.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from babel.messages.pofile import read_po

PACKAGE: Final = Path(__file__).parents[1] / "a11y_content"
SPEAKING: Final = {"say": (0, 1), "told": (0,), "words": (0,), "sentence": (2,)}
"""Functions and methods that take a msgid, and where it may stand among their arguments."""
FLOORS: Final = ("blocks", "rendering", "site")
"""Folders of the package that speak to readers."""
TABLE: Final = "design/preferences.py"
LABELS: Final = frozenset({"label", "auto"})
"""What in the table of preferences is read by people: of rows, options and presets."""
HOLE: Final = re.compile(r"\{(\w+)\}")


def _strings(node: ast.expr, tables: dict[str, list[str]]) -> Iterator[str]:
    """Give what an expression can be: a string, either end of `a if b else c`, a name or an entry of a table."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp():
            yield from _strings(node.body, tables)
            yield from _strings(node.orelse, tables)
        case ast.BoolOp():
            for one in node.values:
                yield from _strings(one, tables)
        case ast.Name(id=name) | ast.Subscript(value=ast.Name(id=name)) if name in tables:
            yield from tables[name]
        case _:
            pass


def _tables(tree: ast.Module) -> dict[str, list[str]]:
    """Give the strings that each name of a module stands for, alone or as the values of a table."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        match node:
            case (
                ast.AnnAssign(target=ast.Name(id=name), value=value)
                | ast.Assign(targets=[ast.Name(id=name)], value=value)
            ):
                parts = value.values if isinstance(value, ast.Dict) else [value]
                told = [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                found.setdefault(name, []).extend(told)
            case _:
                pass
    return found


def said_in(source: str) -> Iterator[str]:
    """Give the msgids that a module says."""
    tree = ast.parse(source)
    tables = _tables(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        method = isinstance(node.func, ast.Attribute)
        if name not in SPEAKING or (name == "words" and not method):
            continue
        for place in SPEAKING[name]:
            if place < len(node.args) and (name != "say" or place == (0 if method else 1)):
                yield from _strings(node.args[place], tables)


def labels_in(source: str) -> Iterator[str]:
    """Give the words of the table of preferences."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg in LABELS:
            yield from _strings(node.value, {})


def msgids(package: Path = PACKAGE) -> set[str]:
    """Give every interface string of the package; what holds no letter is the same in all languages."""
    found = set(labels_in((package / TABLE).read_text("utf-8")))
    for floor in FLOORS:
        for file in sorted((package / floor).rglob("*.py")):
            found.update(said_in(file.read_text("utf-8")))
    return {one for one in found if re.search(r"[^\W\d_]", one)}


def translated(package: Path = PACKAGE) -> dict[str, dict[str, str]]:
    """Give the translation of each msgid by language (BCP 47); a fuzzy one counts as none, as when it is shown."""
    found = {}
    for file in sorted((package / "text" / "locales").glob("*.po")):
        messages = read_po(io.BytesIO(file.read_bytes()), locale=file.stem)
        known = {str(m.id): str(m.string) for m in messages if m.id and m.string and not m.fuzzy}
        found[file.stem.replace("_", "-")] = known
    return found


def missing(package: Path = PACKAGE) -> dict[str, set[str]]:
    """Give the msgids without a translation by language; a language that lacks none is left out."""
    wanted = msgids(package)
    return {lang: lacking for lang, known in translated(package).items() if (lacking := wanted - known.keys())}


def stale(package: Path = PACKAGE) -> dict[str, set[str]]:
    """Give the msgids that a catalogue translates and nobody says, by language."""
    wanted = msgids(package)
    return {lang: unsaid for lang, known in translated(package).items() if (unsaid := known.keys() - wanted)}


def differing(package: Path = PACKAGE) -> dict[str, set[str]]:
    """Give the msgids whose translation has other `{names}` to fill in, by language."""
    found = {}
    for lang, known in translated(package).items():
        odd = {m for m, text in known.items() if sorted(HOLE.findall(m)) != sorted(HOLE.findall(text))}
        if odd:
            found[lang] = odd
    return found


def faults(package: Path = PACKAGE) -> list[str]:
    """Give every fault as a line: the catalogue, what is wrong with it, the English string."""
    kinds = {
        "lacks a translation of": partial(missing, package),
        "translates what nobody says:": partial(stale, package),
        "fills in other names in": partial(differing, package),
    }
    return [
        f"text/locales/{lang.replace('-', '_')}.po {wrong} “{msgid}”"
        for wrong, find in kinds.items()
        for lang, odd in find().items()
        for msgid in sorted(odd)
    ]


def main() -> int:
    """Exit 0 only if every catalogue has every string."""
    found = faults()
    for line in found:
        print(line)
    said = f"{len(msgids())} strings, English and {len(translated())} catalogues: {len(found)} faults"
    print(said, file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
