"""What `check` says of reading grades: the pages above the threshold with their longest sentences, and one line of all.

It is advice and never changes the exit status.
"""

from __future__ import annotations

import os
import re
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from a11y_content.model.document import Document
from a11y_content.problem import Problem, Spot, one_line
from a11y_content.rules.plain_language import JUDGED, READING_GRADE, Reading, Sentence, advise, read
from a11y_content.rules.survey import primary

_FIRST: Final = 6
"""So many words of a sentence find it again in the author's file."""
_FAR: Final = 60
"""Lines of a paragraph in which it is looked for."""


def wanted(given: bool | None) -> bool:
    """Decide whether grades are measured: as the flag says, and without one not where the environment says CI."""
    return not os.environ.get("CI") if given is None else given


class Grades:
    """The reading grades of one run of `check`."""

    def __init__(self) -> None:
        """Start with none."""
        self.readings: list[Reading] = []
        self.above: dict[str, Reading] = {}
        """Readings above the threshold, by the fingerprint of their problem."""

    def measure(self, documents: Iterable[Document], threshold: float) -> list[Problem]:
        """Measure documents; gives a problem for each above the threshold, at its longest sentence."""
        found = []
        for document in documents:
            reading = _located(read(document))
            self.readings.append(reading)
            problem = advise(reading, threshold)
            if problem is not None:
                self.above[problem.fingerprint] = reading
                found.append(problem)
        return found

    def details(self, problem: Problem) -> list[str]:
        """Give the lines that stand under a problem of this kind: its longest sentences, each at its place."""
        reading = self.above.get(problem.fingerprint) if problem.code == READING_GRADE.code else None
        if reading is None:
            return []
        return [one_line(f"    {one.spot}: {one.words} words: {one.text}", 160) for one in reading.longest]

    def summary(self) -> str:
        """Say in a line what was measured, and what was not and why."""
        grades = [one.grade for one in self.readings if one.grade is not None]
        silent = [one for one in self.readings if one.grade is None]
        foreign = sorted({one.lang for one in silent if primary(one.lang) not in JUDGED})
        short = sum(primary(one.lang) in JUDGED for one in silent)
        said = [
            f"{_pages(len(grades))} measured" + (f", median grade {statistics.median(grades):.1f}" if grades else "")
        ]
        if self.above:
            said.append(f"{len(self.above)} above the threshold")
        if short:
            said.append(f"{_pages(short)} with too few sentences")
        if foreign:
            said.append(f"no measure for {', '.join(f'`{one}`' for one in foreign)}")
        return "plain language: " + "; ".join(said)

    def as_json(self, problem: Problem) -> Mapping[str, Any]:
        """Give what JSON says of a problem of this kind beside the common fields."""
        reading = self.above.get(problem.fingerprint) if problem.code == READING_GRADE.code else None
        if reading is None:
            return {}
        return {
            "reading": {
                "grade": reading.grade,
                "sentences": reading.sentences,
                "words_counted": reading.counted,
                "words_left_out": reading.left_out,
                "longest": [
                    {"text": one.text, "words": one.words, "line": one.spot.line, "column": one.spot.column}
                    for one in reading.longest
                ],
            }
        }


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"


def _located(reading: Reading) -> Reading:
    """Find each sentence in the author's file: the model knows where its line of text begins."""
    files: dict[str, list[str]] = {}
    return replace(reading, longest=tuple(replace(one, spot=_spot(one, files)) for one in reading.longest))


def _spot(sentence: Sentence, files: dict[str, list[str]]) -> Spot:
    spot = sentence.spot
    if spot.file not in files:
        try:
            files[spot.file] = Path(spot.file).read_text("utf-8", errors="replace").splitlines()
        except OSError:
            files[spot.file] = []
    near = "\n".join(files[spot.file][max(spot.line - 1, 0) : spot.line - 1 + _FAR])
    words = map(re.escape, sentence.text.split()[:_FIRST])
    found = re.search(r"\W+".join(words), near) if near and spot.line else None
    if found is None:
        return spot
    before = near[: found.start()]
    return Spot(spot.file, spot.line + before.count("\n"), found.start() - before.rfind("\n"))
