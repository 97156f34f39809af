"""Ids are made by the renderer, so no author can give one twice: on every page of the fixtures they differ."""

from pathlib import Path

import pytest

from a11y_content.parsing import parse
from a11y_content.problem import ContentError
from a11y_content.rendering import render
from tests.render.reading import Node, Read


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
