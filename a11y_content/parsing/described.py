"""What the code says of the model's classes and fields: their docstrings, for schemas and the reference."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from typing import Any


def about(cls: type[Any]) -> str:
    """Give the first paragraph of a class's docstring, on one line."""
    return " ".join(inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0].split())


_TOLD: dict[type[Any], dict[str, str]] = {}


def fields_told(cls: type[Any]) -> dict[str, str]:
    """Give the strings that stand under the fields of a class and its bases; none where the source is not there."""
    if cls in _TOLD:
        return _TOLD[cls]
    found = _TOLD[cls] = {}
    for one in reversed(cls.__mro__[:-1]):
        try:
            body = ast.parse(textwrap.dedent(inspect.getsource(one))).body[0]
        except (OSError, TypeError, SyntaxError):
            continue
        for field, text in itertools.pairwise(getattr(body, "body", [])):
            if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
                found[ast.unparse(field.target)] = " ".join(str(text.value.value).split())
    return found
