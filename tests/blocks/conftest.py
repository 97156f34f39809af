"""Draws the Markdown of a test as the page does, and gives its article for XPath."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import html

from a11y_content.model.site import Site
from a11y_content.parsing import parse
from a11y_content.rendering import render


@pytest.fixture
def article() -> Callable[..., html.HtmlElement]:
    """Gives the article of a page with this Markdown body."""

    def draw(body: str, lang: str = "en", site: Site | None = None) -> html.HtmlElement:
        document, _ = parse(f"---\nkind: page\ntitle: An invented example\nlang: {lang}\n---\n\n{body}\n")
        assert document is not None
        (found,) = html.fromstring(render(document, site)).xpath("//article")
        return deepcopy(found)  # a tree of its own, so that `//` finds nothing of the page around it

    return draw
