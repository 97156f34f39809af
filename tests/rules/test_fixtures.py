"""Every code that a block or a rule declares has a file that shows it, and shows nothing else."""

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import a11y_content.blocks
import a11y_content.rules
from a11y_content.model.block import BLOCKS
from a11y_content.parsing import FORMATS, format_of, parse
from a11y_content.problem import FAULTS, Fault, Problem

FIXTURES = Path(__file__).parents[2] / "fixtures"
IN_SITE = {"asset-unknown", "link-self", "link-unknown", "story-orphan", "translation-lang"}
"""What only a site can tell; the others show in a file alone."""


def declared(package: ModuleType) -> dict[str, Fault]:
    modules = (importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__))
    faults = (value for module in modules for value in vars(module).values() if isinstance(value, Fault))
    return {fault.code: fault for fault in faults}


OURS = declared(a11y_content.blocks) | declared(a11y_content.rules)


def fixture_of(code: str) -> Path | None:
    found = sorted((FIXTURES / "broken").glob(f"{code}.*"))
    return found[0] if found else None


def test_every_code_has_a_broken_fixture() -> None:
    assert [code for code in sorted(OURS) if fixture_of(code) is None] == []


@pytest.mark.parametrize("code", sorted(OURS))
def test_the_broken_fixture_has_this_problem_and_no_other(code: str, judged: Callable[..., list[Problem]]) -> None:
    path = fixture_of(code)
    assert path is not None
    if format_of(path) not in FORMATS:
        pytest.skip(f"there is no door for {path.suffix}")
    found = judged(path, in_site=code in IN_SITE)
    assert {problem.code for problem in found} == {code}
    assert all(problem.where.line > 0 and problem.where.column > 0 for problem in found)
    assert all(problem.hint for problem in found)


@pytest.mark.parametrize("code", sorted(OURS))
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
