"""Every code of content has a file that shows it and nothing else, and one beside it, almost the same, that is sound.

What no single file can show has its test elsewhere: codes of a site, an import, an audit, a design, a broken disk.
"""

import difflib
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

import a11y_content.blocks
import a11y_content.rules
from a11y_content.cli.explain_command import declare
from a11y_content.model.block import BLOCKS
from a11y_content.parsing import FORMATS, format_of, parse
from a11y_content.problem import FAULTS, Level, Problem
from tests.declared import declared

FIXTURES = Path(__file__).parents[2] / "fixtures"
IN_SITE = {
    "abbr-never-expanded",
    "asset-unknown",
    "file-refused",
    "link-self",
    "link-unknown",
    "story-orphan",
    "teaser-summary",
    "translation-lang",
}
"""What only a site can tell; the others show in a file alone."""
DOORS = ("parsing/importing/", "parsing/text/", "parsing/html/", "parsing/repair_faults.py", "parsing/toml_text.py")
"""Where foreign content is read: each guess and repair is tested on the input that it is made for."""
ABOVE = ("auditing/", "cli/", "design/", "preview/", "rendering/", "site/")
"""Packages that see more than one document, or no document at all."""
DISK = {
    "encoding", "file-binary", "file-empty", "file-folder", "file-missing", "file-unreadable",  # a broken disk
    "limit-markup", "limit-nodes", "limit-size", "limit-time",  # files too large to keep here
    "markup-lost",  # a tree that no door makes
}  # fmt: skip


SAYS = ("It holds no fault.", "It holds one fault.")
"""What the summaries of the two say of themselves: no difference that counts."""


def of_content() -> list[str]:
    return sorted(one.code for one in declared() if not one.path.startswith((*DOORS, *ABOVE)) and one.code not in DISK)


def fixture_of(code: str, folder: str) -> Path | None:
    return next(iter(sorted((FIXTURES / folder).glob(f"{code}.*"))), None)


@lru_cache(maxsize=1)
def named_in_tests() -> set[str]:
    """Every word of the tests that could be a code."""
    texts = [path.read_text("utf-8") for path in (FIXTURES.parent / "tests").rglob("*.py")]
    word = r"[a-z]+(?:-[a-z]+)*"  # and with a part after a stroke, as in `console/request`
    return {found for text in texts for form in (word, f"{word}/{word}") for found in re.findall(form, text)}


@pytest.mark.parametrize("folder", ["broken", "good"])
def test_every_code_has_a_fixture_that_fails_and_one_that_passes(folder: str) -> None:
    assert [code for code in of_content() if fixture_of(code, folder) is None] == []


def test_no_fixture_shows_a_code_that_is_gone() -> None:
    declare()
    names = {path.name.rpartition(".")[0] for folder in ("broken", "good") for path in (FIXTURES / folder).iterdir()}
    assert names - set(FAULTS) == set()


def test_what_no_file_can_show_is_tested_elsewhere() -> None:
    shown = {one.code for one in declared()} - set(of_content())
    assert [code for code in sorted(shown) if code not in named_in_tests()] == []


@pytest.mark.parametrize("code", of_content())
def test_the_broken_fixture_has_this_problem_and_no_other(code: str, judged: Callable[..., list[Problem]]) -> None:
    path = fixture_of(code, "broken")
    assert path is not None
    if format_of(path) not in FORMATS:
        pytest.skip(f"there is no door for {path.suffix}")
    found = judged(path, in_site=code in IN_SITE)
    assert code in {problem.code for problem in found}
    assert {problem.code for problem in found if problem.level is not Level.REVIEW} <= {code}
    assert all(problem.where.line > 0 and problem.where.column > 0 for problem in found)
    assert all(problem.hint for problem in found)


@pytest.mark.parametrize("code", of_content())
def test_the_good_fixture_has_no_problem(code: str, judged: Callable[..., list[Problem]]) -> None:
    path = fixture_of(code, "good")
    assert path is not None
    if format_of(path) not in FORMATS:
        pytest.skip(f"there is no door for {path.suffix}")
    assert [problem.line() for problem in judged(path, in_site=code in IN_SITE)] == []


@pytest.mark.parametrize("code", of_content())
def test_the_good_fixture_is_near_to_the_broken_one(code: str) -> None:
    good, broken = (fixture_of(code, folder) for folder in ("good", "broken"))
    assert good is not None
    assert broken is not None
    assert good.suffix == broken.suffix
    lines = [path.read_text("utf-8").replace(*SAYS).splitlines() for path in (good, broken)]
    changed = [line for line in difflib.ndiff(*lines) if line[0] in "+-"]
    assert 0 < len(changed) <= 6


@pytest.mark.parametrize("code", of_content())
def test_every_code_explains_itself(code: str) -> None:
    fault = FAULTS[code]
    assert fault.title[0].isupper()
    assert not fault.title.endswith(".")
    assert fault.why.endswith(".")
    assert fault.mend[0].islower()
    assert not fault.mend.endswith(".")


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_the_fixture_of_a_kind_holds_the_kind_and_no_problem(kind: str, judged: Callable[..., list[Problem]]) -> None:
    path = FIXTURES / "blocks" / f"{kind}.md"
    document, _ = parse(path.read_text("utf-8"), "markdown", path.name)
    assert document is not None
    survey = a11y_content.rules.Survey(document=document)
    assert kind in {getattr(part, "kind", "") for part, _ in survey.parts}
    assert judged(path, in_site=False) == []
