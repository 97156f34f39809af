"""The HTML door: what a browser would build, cleaned, mended and read into the located tree."""

from __future__ import annotations

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.cleaning import clean
from a11y_content.parsing.html.document import html_to_raw
from a11y_content.parsing.html.mending import mend
from a11y_content.parsing.html.reading import read_blocks
from a11y_content.parsing.html.tree import At, Node, read_tree
from a11y_content.parsing.limits import FATAL
from a11y_content.problem import Problem

__all__ = ["At", "Node", "html_blocks", "html_to_raw", "read_blocks", "read_tree"]


def html_blocks(text: str, at: At, *, level: int = 2) -> tuple[list[Raw], list[Problem]]:
    """Read a fragment of HTML that stands inside somebody else's file; `at` gives the place of an offset in it.

    `level` is the level that its first heading should have. No blocks where a limit is passed.
    """
    root, problems = read_tree(text, at, fragment=True)
    if any(one.code in FATAL for one in problems):
        return [], problems
    problems += clean(root)
    problems += mend(root)
    blocks, more = read_blocks(root, level=level - 1)
    return blocks, sorted(dict.fromkeys([*problems, *more]), key=lambda one: one.where)
