"""Inlines: every kind as its element; abbreviations explained once, where nothing is disturbed."""

import datetime as dt

import pytest

from a11y_content.blocks.care import Care
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.quote import Quote
from a11y_content.html import serialize
from a11y_content.model.block import Block
from a11y_content.model.document import Term
from a11y_content.model.inline import (
    INLINES,
    Abbr,
    Cite,
    Em,
    Inline,
    Lang,
    LineBreak,
    Link,
    Phone,
    Quoted,
    Strong,
    Sub,
    Sup,
    Text,
    Time,
    plain,
)
from a11y_content.problem import ContentError
from a11y_content.rendering.address import Place
from a11y_content.rendering.draw import Drawing

MRI = {"MRI": Term(short="MRI", expansion="magnetic resonance imaging")}


def drawn(*inlines: Inline | str, lang: str = "en", glossary: dict[str, Term] | None = None) -> str:
    draw = Drawing(Place(), lang, glossary=glossary)
    parts = tuple(Text(text=one) if isinstance(one, str) else one for one in inlines)
    return "".join(serialize(one) for one in draw.blocks([Paragraph(inlines=parts)]))[3:-4]


@pytest.mark.parametrize(
    ("inline", "html"),
    [
        (Text(text="a < b"), "a &lt; b"),
        (Strong(inlines=plain("now")), "<strong>now</strong>"),
        (Em(inlines=plain("you")), "<em>you</em>"),
        (
            Link(href="https://x.example/", inlines=plain("x"), lang="es"),
            '<a href="https://x.example/" hreflang="es">x</a>',
        ),
        (
            Link(href="a.pdf", inlines=plain("Leaflet"), download="PDF, 120 kB", about="on necks"),
            '<a href="a.pdf">Leaflet (PDF, 120 kB)<span class="a11y-hidden"> on necks</span></a>',
        ),
        (Abbr(short="CT"), "<abbr>CT</abbr>"),
        (Lang(tag="es", inlines=plain("dolor")), '<span lang="es">dolor</span>'),
        (Lang(tag="ar", inlines=plain("ألم")), '<span lang="ar" dir="rtl">ألم</span>'),
        (Time(date=dt.date(2026, 1, 31)), '<time datetime="2026-01-31">January 31, 2026</time>'),
        (Time(date=dt.date(2026, 1, 31), text="last Saturday"), '<time datetime="2026-01-31">last Saturday</time>'),
        (Phone(number="+1 (555) 0100"), '<a class="a11y-phone" href="tel:+15550100">+1 (555) 0100</a>'),
        (Sub(inlines=plain("2")), "<sub>2</sub>"),
        (Sup(inlines=plain("2")), "<sup>2</sup>"),
        (Cite(ref="nowhere"), '<sup class="a11y-cite">[nowhere]</sup>'),
        (Quoted(inlines=plain("ouch")), "<q>ouch</q>"),
        (LineBreak(), "<br>"),
    ],
)
def test_an_inline_is_drawn_as_its_element(inline: Inline, html: str) -> None:
    assert drawn(inline) == html


def test_every_kind_of_inline_can_be_drawn() -> None:
    given = {"text": "x", "inlines": plain("x"), "href": "#x", "short": "x", "tag": "es", "number": "1", "ref": "x"}
    given["date"] = dt.date(2026, 1, 1)
    for cls in INLINES.values():
        names = {name for name in cls.__dataclass_fields__ if name in given}
        assert drawn(cls(**{name: given[name] for name in names}))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "You may need MRI. MRI is safe.",
            "You may need magnetic resonance imaging (<abbr>MRI</abbr>). <abbr>MRI</abbr> is safe.",
        ),
        ("MRI is safe.", "Magnetic resonance imaging (<abbr>MRI</abbr>) is safe."),
        ("You may need an MRI.", "You may need an <abbr>MRI</abbr> (magnetic resonance imaging)."),
        ("Two MRIs, one MRI.", "Two <abbr>MRI</abbr>s, one magnetic resonance imaging (<abbr>MRI</abbr>)."),
        ("Magnetic resonance imaging (MRI) helps.", "Magnetic resonance imaging (<abbr>MRI</abbr>) helps."),
        ("An MRI (magnetic resonance imaging) helps.", "An <abbr>MRI</abbr> (magnetic resonance imaging) helps."),
        ("AMRIT and mri are no MRI", "AMRIT and mri are no magnetic resonance imaging (<abbr>MRI</abbr>)"),
    ],
)
def test_the_first_use_of_an_abbreviation_is_explained_in_the_text(text: str, html: str) -> None:
    assert drawn(text, glossary=MRI) == html


def test_headings_links_and_other_people_s_words_are_not_written_into() -> None:
    draw = Drawing(Place(), "en", glossary=MRI)
    assert serialize(draw.heading(plain("MRI"))) == '<h2 id="mri"><abbr>MRI</abbr></h2>'
    blocks: list[Block] = [
        Quote(blocks=(Paragraph(inlines=plain("MRI.")),), who=plain("Ana")),
        Paragraph(inlines=(Link(href="#x", inlines=plain("MRI")), Quoted(inlines=plain("MRI")))),
        Paragraph(inlines=plain("Any MRI")),
    ]
    html = "".join(serialize(one) for one in draw.blocks(blocks))
    assert html.count("magnetic resonance imaging") == 1
    assert html.endswith("<p>Any magnetic resonance imaging (<abbr>MRI</abbr>)</p>")


def test_words_of_another_language_are_left_alone() -> None:
    assert drawn(Lang(tag="es", inlines=plain("MRI")), glossary=MRI) == '<span lang="es">MRI</span>'


def test_digits_run_left_to_right_on_a_page_that_does_not() -> None:
    assert 'dir="ltr"' in drawn(Phone(number="+1 555 0100"), lang="ar")


def test_a_hundred_levels_are_drawn_and_more_are_refused() -> None:
    def nested(depth: int) -> Inline:
        made: Inline = Text(text="x")
        for _ in range(depth):
            made = Strong(inlines=(made,))
        return made

    assert drawn(nested(99)).count("<strong>") == 99
    with pytest.raises(ContentError, match="nested more than 100 levels"):
        drawn(nested(5000))


def test_a_heading_below_level_six_is_refused() -> None:
    draw = Drawing(Place(), "en", level=7)
    with pytest.raises(ContentError, match="would have level 7"):
        draw.heading("Deep")


def test_a_block_in_another_language_speaks_it() -> None:
    card = Care(urgency="urgent", title=plain("Llame hoy si:"), blocks=(Paragraph(inlines=plain("duele")),), lang="es")
    [made] = Drawing(Place(), "en").blocks([card])
    assert made.get("lang") == "es"
    assert "Consejo urgente:" in serialize(made)
    arabic = Paragraph(inlines=plain("ألم"), lang="ar")
    assert [one.get("dir") for one in Drawing(Place(), "en").blocks([arabic])] == ["rtl"]
