"""Abbreviations are written out at the first use in running text, and never in headings, links, controls or `alt`."""

from a11y_content.parsing import parse
from a11y_content.rendering import render
from tests.render.reading import Node, Read

BODY = """---
kind: page
title: MRI for beginners
lang: en
glossary:
  - {short: MRI, expansion: magnetic resonance imaging}
---

## Before the MRI

![A room with an MRI scanner](room.svg)

:::{cta} Book an MRI
:href: /book.md
:::

Read [about the MRI](/mri.md), where MRIs are shown.

:::{details} How an MRI is done
You lie still.
:::

The MRI is safe. The MRI is loud.
"""
WORDS = "magnetic resonance imaging"


def shown(tree: Node) -> Node:
    return tree.one("article")


def test_only_the_first_running_use_has_the_words(tree: Read) -> None:
    document, _ = parse(BODY)
    assert document is not None
    article = shown(tree(render(document)))
    for tag in ("h1", "h2", "a", "summary"):
        assert all(WORDS not in one.text.lower() for one in article.all(tag))
    assert article.one("img").attributes["alt"] == "A room with an MRI scanner"
    written = [one.text for one in article.all("p") if WORDS in one.text.lower()]
    assert written[0] == "The magnetic resonance imaging (MRI) is safe. The MRI is loud."
    assert len([text for text in written if "safe" in text]) == 1
