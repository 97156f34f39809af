"""Ids and levels of headings are made by the renderer: no id is there twice, and no level lies below the sixth."""

from pathlib import Path

import pytest

from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.section import Section
from a11y_content.model.document import Page
from a11y_content.model.inline import plain
from a11y_content.parsing import parse
from a11y_content.problem import ContentError
from a11y_content.rendering import render
from tests.render.reading import Node, Read


def test_headings_below_the_sixth_level_are_refused() -> None:
    block: Paragraph | Section = Paragraph(inlines=plain("Deep."))
    for _ in range(6):
        block = Section(title=plain("Deeper"), blocks=(block,))
    with pytest.raises(ContentError) as refused:
        render(Page(lang="en", title="x", body=(block,)))
    assert {problem.code for problem in refused.value.problems} & {"heading-level", "heading-depth"}


def ids(tree: Node) -> list[str]:
    return [one.attributes["id"] for one in tree.all() if "id" in one.attributes]


@pytest.mark.parametrize("folder", ["blocks", "good"])
def test_no_id_is_there_twice(root: Path, tree: Read, folder: str) -> None:
    seen = 0
    for path in sorted((root / "fixtures" / folder).glob("*.md")):
        document, _ = parse(path.read_text("utf-8"), name=path.name)
        if document is None:
            continue
        try:
            found = ids(tree(render(document)))
        except ContentError:
            continue
        assert len(found) == len(set(found)), path.name
        seen += len(found)
    assert seen > 100
