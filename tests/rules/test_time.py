"""Rules take time in step with the text: no pattern runs over it again and again."""

import time

import pytest

from a11y_content import rules
from a11y_content.blocks.care import Care
from a11y_content.blocks.figure import Figure
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.model.document import Page, Term
from a11y_content.model.inline import plain
from a11y_content.rules.plain_language import read

LENGTH = 20_000
TOKENS = [
    "AB ",
    "call us, ",
    "request your ",
    "((A",
    "¿",
    "gene ",
    "MRI (a b",
    "a (MRI) ",
    "Dr. A. ",
    "A! ",
    "1/1/",
    "der ",
]


@pytest.mark.parametrize("token", TOKENS)
def test_a_long_text_of_one_token_is_judged_at_once(token: str) -> None:
    text = (token * LENGTH)[:LENGTH]
    said = Paragraph(inlines=plain(text))
    card = Care(urgency="urgent", title=plain(text), blocks=(said,))
    page = Page(
        lang="en",
        title="x",
        body=(said, Figure(src="a.png", alt=text, caption=plain(text)), said, card),
        glossary=(Term(short="MRI", expansion="magnetic resonance imaging"),),
    )
    start = time.process_time()
    rules.check(page)
    read(page)
    assert time.process_time() - start < 2
