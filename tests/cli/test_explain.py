"""`explain` answers for every code that the program can print: its own, read from the source, and those of axe."""

import ast
import re

import pytest

from a11y_content.auditing.axe import explain, find_axe
from a11y_content.cli.explain_command import declare
from a11y_content.problem import FAULTS
from tests.declared import calls, declared

CRITERION = re.compile(r"[1-4]\.[1-5]\.\d{1,2}")
COMPUTED = {"self.code", "first.code", "fault.code"}
"""Codes that come from a declared kind of problem."""


@pytest.fixture(scope="module", autouse=True)
def _declared() -> None:
    declare()


def test_the_list_is_that_of_the_source() -> None:
    codes = [one.code for one in declared()]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(FAULTS)


def test_no_problem_is_made_with_a_code_of_its_own() -> None:
    for name in ("Problem", "Finding"):
        for call, path in calls(name):
            for one in call.keywords:
                if one.arg != "code":
                    continue
                assert _comes_from_a_fault(one.value), f"{path}:{call.lineno}"


def _comes_from_a_fault(code: ast.expr) -> bool:
    match code:
        case ast.Constant(value=str() as written):
            return written in FAULTS
        case ast.JoinedStr(values=[ast.Constant(value="axe/"), _]):
            return True
        case _:
            return ast.unparse(code) in COMPUTED


def test_no_code_is_changed_on_its_way() -> None:
    changed = [(path, one.value) for call, path in calls("replace") for one in call.keywords if one.arg == "code"]
    assert changed == []


@pytest.mark.parametrize("code", [one.code for one in declared()])
def test_every_code_is_explained_in_sentences(code: str) -> None:
    fault = FAULTS[code]
    assert re.fullmatch(r"[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*", code)
    assert fault.title[0].isupper() or fault.title.startswith("site.toml")
    assert not fault.title.endswith(".")
    assert fault.why.endswith((".", "!"))
    assert fault.mend
    assert not fault.mend.endswith(".")
    assert fault.criterion == "" or CRITERION.fullmatch(fault.criterion)


def test_every_rule_of_axe_is_explained() -> None:
    text = find_axe().path.read_text("utf-8")
    rules = text[text.index("rules:[{id:") : text.index("checks:[{id:")]
    names = re.findall(r'[\[,]\{id:"([a-z0-9-]+)"', rules)
    assert len(names) > 90
    assert [name for name in names if explain(f"axe/{name}") is None] == []
