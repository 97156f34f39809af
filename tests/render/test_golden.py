"""Whole pages of every kind as they were when somebody last looked at them."""

from collections.abc import Callable

import pytest

from a11y_content.model.site import Site
from a11y_content.rendering import render
from a11y_content.rendering.assets import Assets

PATHS = {"condition": "conditions/neck-pain", "story": "stories/ana", "index": "conditions", "page": "about"}
ASSETS = Assets(stylesheet="assets/a11y.css", script="assets/a11y.js", files={}, csp="")


@pytest.mark.parametrize("kind", sorted(PATHS))
def test_a_page_is_the_one_that_was_looked_at(
    kind: str, request: pytest.FixtureRequest, site: Site, golden: Callable[[str, str], None]
) -> None:
    document = request.getfixturevalue(kind)
    path = PATHS[kind]
    html = render(document, site, path=f"{path}.html", source=f"{path}.md", assets=ASSETS)
    golden(f"render/{kind}.html", html.replace("><", ">\n<"))
