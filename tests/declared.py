"""Every declaration of a problem code in the source, read without importing it."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[1] / "a11y_content"


class Declared(NamedTuple):
    code: str
    path: str
    """Of the file inside the package, with `/`."""


def calls(name: str) -> Iterator[tuple[ast.Call, str]]:
    """Every call of a function or class by its bare name, with the path of its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name:
                yield node, path.relative_to(PACKAGE).as_posix()


@lru_cache(maxsize=1)
def declared() -> list[Declared]:
    """All codes; each is written out where it is declared, so that it can be searched for."""
    found = []
    for call, path in calls("fault"):
        first = call.args[0]
        assert isinstance(first, ast.Constant), f"{path}:{call.lineno}: write the code out"
        found.append(Declared(first.value, path))
    return found
