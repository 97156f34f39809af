"""The source map leads from an element of the page to the author's line, and leaves no trace in the page."""

import pickle

from a11y_content.model.document import Condition
from a11y_content.model.site import Site
from a11y_content.rendering import render
from tests.render.reading import Read


def test_every_path_names_the_element_that_its_place_made(condition: Condition, site: Site, tree: Read) -> None:
    page = render(condition, site, trace=True)
    main = tree(page).one("main")
    found = {path: (main.at(path), spot.line) for path, spot in page.source_map.items()}
    assert found[""][1] == 1
    lines = {line: [one.text for one, at in found.values() if at == line] for _, line in found.values()}
    assert lines[12] == ["The neck hurts."]
    assert lines[14][0].startswith("Symptoms")
    assert "Symptoms" in lines[14]
    assert "Urgent advice: Call a doctor today if:" in lines[18]
    assert any("How long it lasts" in text for text in lines[28])
    link = [(one.tag, one.attributes.get("href")) for one, line in found.values() if line == 21]
    assert ("a", "../stories/ana.html") in link


def test_a_page_travels_between_processes_with_its_map(condition: Condition) -> None:
    page = render(condition, trace=True)
    copy = pickle.loads(pickle.dumps(page))  # noqa: S301  our own bytes
    assert copy == page
    assert copy.source_map == page.source_map


def test_the_map_is_made_on_request_only_and_the_page_is_the_same(condition: Condition, site: Site) -> None:
    traced = render(condition, site, trace=True)
    assert dict(render(condition, site).source_map) == {}
    assert traced == render(condition, site)
    assert "content/conditions" not in traced
    assert "neck-pain.md" not in traced
