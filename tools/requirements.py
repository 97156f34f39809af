"""Writes the table of requirements in docs/menu.md from the marks of the tests. `make golden` runs it.

A test says what it proves by `@pytest.mark.requirement("R3", "R4")`; a module says it of all its tests by `pytestmark`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
TARGET: Final = ROOT / "docs" / "menu.md"
FOLDERS: Final = ("tests/browser", "tests/engines", "tests/prove")
CHROMIUM: Final = "tests/browser"
START: Final = "<!-- requirements: written by tools/requirements.py -->"
END: Final = "<!-- end of requirements -->"


@dataclass(frozen=True)
class Requirement:
    """What the menu must do, and what of it only a person can judge."""

    says: str
    person: str = ""


REQUIREMENTS: Final = {
    "R1": Requirement("The menu is HTML of the server; without scripts it opens, and its choices hold on the page."),
    "R2": Requirement(
        "The opener says “Open Accessibility Menu”, comes right after the skip link, is 44 px high, stands out by 7:1, covers nothing.",
        "whether the words are understood, in each language",
    ),
    "R3": Requirement(
        "State told in step, one name in both states, Escape closes and gives the focus back, no trap, closed = no stops."
    ),
    "R4": Requirement("A disclosure, not a dialog: the page stays visible and usable; groups of native radios."),
    "R5": Requirement(
        "axe finds nothing and is unsure of nothing, in every pair of values, open and closed, 320 and 1280 px."
    ),
    "R6": Requirement(
        "Text from 100 to 300 % of the reader's own size, for all text alike, and the same after ten reloads."
    ),
    "R7": Requirement("At 320 px nothing is lost at any size: no sideways scrolling, nothing cut off or overlapping."),
    "R8": Requirement("Spacing as WCAG 1.4.12 has it, and more; letters and words move together."),
    "R9": Requirement(
        "At most 80 characters a line (40 in Chinese), never justified; one preset meets all of WCAG 1.4.8."
    ),
    "R10": Requirement(
        "Themes are palettes, proved when they are built; a pair below its ratio stops the build; no filters.",
        "whether each theme is pleasant to read for an hour",
    ),
    "R11": Requirement(
        "A pair of own colours with its ratio while picking; under 4.5 it is refused, and one that passes is offered."
    ),
    "R12": Requirement(
        "Reduced movement means none at all; the device's wish holds until the reader chooses otherwise."
    ),
    "R13": Requirement(
        "Under forced colours the themes stand down, the controls keep borders and states, and the menu says so."
    ),
    "R14": Requirement("Auto is the default of every setting, and follows the device while the page is open."),
    "R15": Requirement(
        "What was chosen is there before the first paint: no flash of other colours, no shift of layout."
    ),
    "R16": Requirement("Works under a strict Content-Security-Policy, by the emitted hash or with no inline script."),
    "R17": Requirement("No request beyond the page's own, no address of a third party."),
    "R18": Requirement(
        "Nothing is stored before a choice; one versioned key; what is damaged counts as nothing; no cookies."
    ),
    "R19": Requirement(
        "Paper: no menu, light colours, the chosen text size, addresses of links.", "whether the print looks typeset"
    ),
    "R20": Requirement(
        "One polite message for each change, none on load.",
        "how it sounds in JAWS, NVDA, VoiceOver and TalkBack",
    ),
    "R21": Requirement("Reset of one setting and of all; `<html>` is the same to the byte as before."),
    "R22": Requirement("Words and accessibility tree of the content are the same in every mode."),
    "R23": Requirement("The focus is seen on every stop and in every theme: by pixels, 2 px or more, 3:1."),
    "R24": Requirement(
        "Both directions of writing; every word from a catalogue; a missing one stops the build of the package.",
        "whether a native speaker finds the words natural",
    ),
    "R25": Requirement("Faces of the device; one self-hosted face, loaded once chosen; nothing is claimed for it."),
    "R26": Requirement("Budgets after gzip: head script 0.5 KB, script 3 KB, styles 5 KB, form 2.5 KB."),
    "R27": Requirement("No output says “compliant” or “certified”; the report says what ran and what needs a person."),
    "R28": Requirement("One table gives form, styles, script, schema, docs and modes; a new row is in all of them."),
    "R29": Requirement("An address shows a state (`?a11y=text:200`), and one command shows all states side by side."),
    "R30": Requirement(
        "The opener stands in the same place on every page; the state is the site's; a page can leave a setting out."
    ),
}


@dataclass(frozen=True, order=True)
class Proof:
    """A test and where it stands."""

    file: str
    name: str


def proofs(root: Path = ROOT) -> dict[str, list[Proof]]:
    """Give the tests by requirement, in the order of files and names."""
    found: dict[str, list[Proof]] = {}
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("test_*.py")):
            for ids, proof in _marked(file, file.relative_to(root).as_posix()):
                for one in ids:
                    found.setdefault(one, []).append(proof)
    return {one: sorted(set(tests)) for one, tests in found.items()}


def _marked(file: Path, shown: str) -> Iterator[tuple[list[str], Proof]]:
    tree = ast.parse(file.read_text("utf-8"))
    common = [
        one
        for node in tree.body
        if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "pytestmark" for t in node.targets)
        for one in _ids(node.value)
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            ids = [*common, *(one for decorator in node.decorator_list for one in _ids(decorator))]
            if ids:
                yield ids, Proof(shown, node.name)


def _ids(tree: ast.expr) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "requirement":
            yield from (str(one.value) for one in node.args if isinstance(one, ast.Constant))


def table(root: Path = ROOT) -> str:
    """Give the table as Markdown."""
    found = proofs(root)
    lines = ["| | the menu | proved by | a person must judge |", "|---|---|---|---|"]
    for one, requirement in REQUIREMENTS.items():
        tests = "<br>".join(f"[{_words(p.name)}](../{p.file})" for p in found.get(one, []))
        lines.append(f"| {one} | {requirement.says} | {tests} | {requirement.person} |")
    return "\n".join(lines)


def _words(name: str) -> str:
    return name.removeprefix("test_").replace("_", " ")


def page(text: str, root: Path = ROOT) -> str:
    """Give docs/menu.md with its table written anew."""
    head, rest = text.split(START, 1)
    return f"{head}{START}\n\n{table(root)}\n\n{END}{rest.split(END, 1)[1]}"


if __name__ == "__main__":
    TARGET.write_text(page(TARGET.read_text("utf-8")), "utf-8")
    sys.stderr.write("docs/menu.md: written\n")
