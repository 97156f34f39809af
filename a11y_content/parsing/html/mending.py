"""Mending: what only looks like a heading, a list, a link or a table of data becomes one, and is told."""

from __future__ import annotations

from a11y_content.parsing.html.attribute_words import tell_gone, words_in_attributes
from a11y_content.parsing.html.mending_advice import mend_advice
from a11y_content.parsing.html.mending_folds import mend_folds
from a11y_content.parsing.html.mending_headings import mend_headings
from a11y_content.parsing.html.mending_links import mend_links
from a11y_content.parsing.html.mending_lists import mend_lists
from a11y_content.parsing.html.mending_paragraphs import (
    mend_breaks,
    mend_indents,
    mend_nesting,
    mend_spaces,
    unwrap_looks,
)
from a11y_content.parsing.html.mending_parts import mend_parts
from a11y_content.parsing.html.mending_pictures import mend_pictures
from a11y_content.parsing.html.mending_tables import mend_tables
from a11y_content.parsing.html.tree import Node
from a11y_content.problem import Problem


def mend(root: Node) -> list[Problem]:
    """Mend a cleaned tree in place, and give a problem for each guess and repair at its place.

    Own markup of this program is left as it is. A do or don't list and a care card that is recognised by its words
    becomes own markup.
    """
    problems: list[Problem] = []
    noted = words_in_attributes(root)
    mend_nesting(root, problems)
    mend_spaces(root, problems)
    mend_folds(root, problems)
    mend_parts(root, problems)
    mend_tables(root, problems)
    mend_links(root, problems)
    mend_pictures(root, problems)
    mend_breaks(root, problems)
    mend_lists(root, problems)
    mend_indents(root, problems)
    mend_headings(root, problems)
    unwrap_looks(root)
    mend_spaces(root, problems)
    mend_advice(root, problems)
    problems += tell_gone(root, noted, problems)
    return sorted(dict.fromkeys(problems), key=lambda one: one.where)
