"""The marker `a11y`: what it says for one test."""

from __future__ import annotations

import pytest

from a11y_content.pytest_plugin.settings import Options

_OURS = "each_mode"


def marked(node: pytest.Item) -> Options:
    """Give the choices of the test's markers, the nearest one last; `a11y("default")` is `a11y(modes="default")`."""
    found: Options = {}
    for mark in reversed(list(node.iter_markers("a11y"))):
        found |= choices_of(mark)
    return found


def choices_of(mark: pytest.Mark) -> Options:
    """Give the choices of one marker; raises `pytest.UsageError` for more than one word without a name."""
    if len(mark.args) > 1:
        raise pytest.UsageError("marker a11y: only modes may stand without a name")
    modes: Options = {"modes": mark.args[0]} if mark.args else {}
    return modes | {name: value for name, value in mark.kwargs.items() if name != _OURS}
