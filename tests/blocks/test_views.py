"""What each kind of block is to assistive technology: names, roles, headings, order."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest
from lxml import html

from a11y_content.blocks import table as module
from a11y_content.model.block import BLOCKS
from a11y_content.model.inline import dial
from a11y_content.model.site import Entry, Site
from a11y_content.view import VIEWS

Article = Callable[..., html.HtmlElement]
FIXTURES = Path(__file__).parents[2] / "fixtures" / "blocks"


def said(element: html.HtmlElement) -> str:
    """What is read out: all text but that of hidden parts."""
    return " ".join("".join(element.xpath(".//text()[not(ancestor::*[@aria-hidden='true'])]")).split())


def fixture(kind: str) -> str:
    return (FIXTURES / f"{kind}.md").read_text("utf-8").partition("\n---\n")[2]


def test_every_kind_has_a_view() -> None:
    assert set(VIEWS) == set(BLOCKS)


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_a_kind_carries_its_class_and_nothing_that_authors_may_not_write(article: Article, kind: str) -> None:
    drawn = article(fixture(kind))
    if kind != "paragraph":
        assert drawn.xpath(f"//*[starts-with(@class, 'a11y-{kind}')]")
    assert drawn.xpath(".//@style | .//@onclick | .//*[@role='alert'] | .//script | .//style | .//iframe") == []
    assert drawn.xpath(".//svg[not(@aria-hidden='true')] | .//svg[not(@focusable='false')]") == []
    ids = drawn.xpath(".//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_headings_go_down_one_level_at_a_time(article: Article, kind: str) -> None:
    headings = article(fixture(kind)).xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("urgency", "words"),
    [
        ("non-urgent", "Non-urgent advice: Call us if:"),
        ("urgent", "Urgent advice: Call us if:"),
        ("emergency", "Immediate action required: Call us if:"),
    ],
)
def test_a_care_card_says_its_urgency_in_its_heading(article: Article, urgency: str, words: str) -> None:
    drawn = article(f":::{{care}} {urgency} Call us if:\nYour arm feels weak.\n:::")
    (heading,) = drawn.xpath(f"//div[contains(@class, 'a11y-care--{urgency}')]//h2")
    assert said(heading) == words
    assert drawn.xpath("//*[contains(@class, 'a11y-care__word')]/ancestor-or-self::*[contains(@class, 'hidden')]") == []


def test_a_care_card_speaks_the_language_of_the_page(article: Article) -> None:
    (heading,) = article(":::{care} urgent Llame si:\nSiente débil el brazo.\n:::", lang="es").xpath("//h2")
    assert "Urgent" not in said(heading)


def test_advice_has_its_title_where_the_author_gives_none(article: Article) -> None:
    drawn = article(":::{advice} dont\n- do not drive\n- do not lift\n:::")
    assert said(drawn.xpath("//h2")[0]) == "Don’t"
    assert [said(item) for item in drawn.xpath("//ul[@role='list']/li")] == ["do not drive", "do not lift"]


def test_a_callout_without_title_is_told_by_a_hidden_word(article: Article) -> None:
    drawn = article(":::{callout} note\nIt is short.\n:::")
    assert [said(one) for one in drawn.xpath("//div[contains(@class, 'a11y-callout')]//p")] == [
        "Information:",
        "It is short.",
    ]
    assert drawn.xpath("//h2") == []


def test_a_decorative_picture_is_no_figure_and_has_an_empty_alternative(article: Article) -> None:
    drawn = article(":::{figure} line.svg\n:decorative: true\n:::")
    assert drawn.xpath("//figure") == []
    assert drawn.xpath("//img/@alt") == [""]


def test_a_long_description_is_there_for_everybody_and_named_after_the_picture(article: Article) -> None:
    drawn = article(":::{figure} c.svg\n:alt: Pain over a year\n:complex: true\nIt falls from eight to two.\n:::")
    (long,) = drawn.xpath("//details[preceding-sibling::figure]")
    assert said(long.xpath("summary")[0]) == "Description of the picture: Pain over a year"
    assert "It falls from eight to two." in said(long.xpath("div")[0])


def test_a_film_is_named_has_tracks_and_a_transcript_and_never_plays_by_itself(article: Article) -> None:
    drawn = article(fixture("media"))
    (film,) = drawn.xpath("//video")
    assert said(drawn.xpath(f"//*[@id='{film.get('aria-labelledby')}']")[0]) == "A stretch for the neck"
    assert film.get("controls") is not None
    assert film.get("autoplay") is None
    assert film.xpath(".//track/@kind | .//track/@srclang | .//track/@label") == ["captions", "en", "English"]
    assert drawn.xpath("//figure[.//video]/details/summary/text()") == ["Transcript: A stretch for the neck"]


def test_a_table_is_named_by_its_caption_and_has_headers(article: Article) -> None:
    drawn = article(fixture("table"))
    (made,) = drawn.xpath("//table")
    assert made.get("aria-labelledby") == made.xpath("caption/@id")[0]
    assert made.xpath("thead//th/@scope") == ["col"] * 3
    assert made.xpath("tbody//th/@scope") == ["row"] * 2
    assert made.xpath("descendant-or-self::*[@role]") == []  # ARIA in HTML allows none inside a table
    assert drawn.xpath("//*[@tabindex]") == []


def test_a_cell_carries_the_name_of_its_column_for_the_stacked_table(article: Article) -> None:
    assert article(fixture("table")).xpath("//td/@data-a11y-column") == ["Minutes", "Where"] * 2


@pytest.mark.parametrize(
    ("columns", "cells", "widths", "steps"),
    [
        (["a", "b"], ["1", "2"], [4, 4], 3),
        (["Cervicogenic", "b"], ["1", "word"], [10, 4], 5),
        (["a", "b"], ["one word", "some words that run on and on"], [4, 8], 4),
        (["a", "Electroencephalography"], ["1", "2"], [4, 11], 5),
        (["Cervicogenic"] * 5, ["1"] * 5, [10] * 5, 13),
    ],
)
def test_the_width_of_a_column_is_that_of_its_words(
    article: Article, columns: list[str], cells: list[str], widths: list[int], steps: int
) -> None:
    lines = (" | ".join(cells) for cells in (columns, ["---"] * len(columns), cells))
    drawn = article(":::{table} Example\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n:::")
    assert drawn.xpath("//thead//th/@class") == [f"a11y-table__width-{width}" for width in widths]
    assert drawn.xpath("//table/../@class") == [f"a11y-table__frame a11y-table__frame--{steps}"]


def test_every_class_of_a_width_is_styled() -> None:
    css = (Path(module.__file__).with_name("table.css")).read_text("utf-8")
    widths = {f".a11y-table__width-{width} " for width in range(module._NARROWEST, module._WIDEST + 1)}
    frames = {f".a11y-table__frame--{steps} " for steps in range(1, module._STEPS + 1)}
    assert {name for name in widths | frames if name not in css} == set()
    assert f"(width < {module._STEP}rem)" in css


def test_a_table_without_row_headers_has_cells_only(article: Article) -> None:
    drawn = article(":::{table} Times\n:row_header: false\n\n| a | b |\n|---|---|\n| 1 | 2 |\n:::")
    assert drawn.xpath("count(//tbody//td)") == 2


def test_who_is_quoted_stands_outside_the_quotation(article: Article) -> None:
    drawn = article(fixture("quote"))
    assert [said(one) for one in drawn.xpath("//blockquote/following-sibling::p")] == [
        "Ana, patient",
        "Dr. Example, pain doctor, An invented book about necks",
    ]
    assert drawn.xpath("//cite//text()") == ["An invented book about necks"]


def test_teasers_show_the_same_words_and_have_different_names(article: Article) -> None:
    drawn = article(fixture("teasers"))
    links = drawn.xpath("//li//a")
    assert [link.text for link in links] == ["Read full story"] * 2
    assert [link.text_content() for link in links] == ["Read full story: Ana’s story", "Read full story: Ben’s story"]
    assert drawn.xpath("//li/h3/text()") == ["Ana’s story", "Ben’s story"]
    assert all(len(card.xpath(".//a")) == 1 for card in drawn.xpath("//li"))


def test_a_teaser_takes_what_it_lacks_from_the_story(article: Article) -> None:
    story = Entry(
        source="stories/ana.md", path="stories/ana.html", kind="story", title="Ana’s story", lang="es", summary="Mejor."
    )
    site = Site(title="Example Clinic", entries=MappingProxyType({story.source: story}))
    drawn = article(":::{teasers} Stories\n- [](/stories/ana.md)\n:::", site=site)
    assert drawn.xpath("//li/@lang") == ["es"]
    assert drawn.xpath("//li/h3/text()") == ["Ana’s story"]
    assert drawn.xpath("//li//a/@href") == ["stories/ana.html"]
    assert "Mejor." in drawn.text_content()


def test_related_pages_are_a_landmark_named_by_its_heading(article: Article) -> None:
    drawn = article(fixture("related"))
    (nav,) = drawn.xpath("//nav")
    assert nav.xpath("h2/@id") == [nav.get("aria-labelledby")]


def test_a_reference_leads_back_to_where_it_is_cited(article: Article) -> None:
    drawn = article(fixture("references"))
    (mark,) = drawn.xpath("//sup/a")
    (back,) = drawn.xpath("//ol/li//a[contains(@class, 'back')]")
    assert back.get("href") == f"#{mark.get('id')}"
    assert mark.get("href") == f"#{back.xpath('ancestor::li/@id')[0]}"
    assert back.text_content() == "Back to text, reference 1"
    assert len(drawn.xpath("//ol")) == 1


def test_a_reference_cited_twice_has_two_ways_back_with_two_names(article: Article) -> None:
    drawn = article("One.[^a] Two.[^a]\n\n[^a]: An invented trial.")
    names = [link.text_content() for link in drawn.xpath("//a[contains(@class, 'back')]")]
    assert names == ["Back to text, reference 1, mention 1", "Back to text, reference 1, mention 2"]
    marks = drawn.xpath("//sup/a/@id")
    assert drawn.xpath("//a[contains(@class, 'back')]/@href") == [f"#{mark}" for mark in marks]


def test_a_step_has_a_heading_below_that_of_its_steps(article: Article) -> None:
    drawn = article(fixture("steps"))
    assert drawn.xpath("//ol/li/h3/text()") == ["Sit up straight", "Turn your head"]
    bare = article(":::{steps}\n1. Sit\n2. Turn\n:::")
    assert bare.xpath("//ol/li/h2/text()") == ["Sit", "Turn"]


def test_a_contact_says_in_words_what_each_line_is(article: Article) -> None:
    drawn = article(fixture("contact"))
    (address,) = drawn.xpath("//address")
    assert address.xpath(".//a/@href")[:2] == ["tel:+15550100", "tel:+15550101"]
    assert "Opening hours: Monday to Friday" in said(address)
    assert said(address.xpath(".//a")[-1]) == "Website of Example Clinic"


def test_a_call_to_action_shows_the_number_that_it_calls(article: Article) -> None:
    drawn = article(":::{cta} Call our nurses\n:phone: +1 555 0100\n:::")
    (link,) = drawn.xpath("//a")
    assert (link.get("href"), link.text_content()) == ("tel:+15550100", "Call our nurses +1 555 0100")
    assert (
        article(":::{cta} Call +1 555 0100\n:phone: +1 555 0100\n:::").xpath("//a")[0].text_content()
        == "Call +1 555 0100"
    )


def test_a_call_to_action_with_both_has_two_links(article: Article) -> None:
    drawn = article(":::{cta} Book a visit\n:href: book.md\n:phone: +1 555 0100\n:::")
    assert [link.text_content() for link in drawn.xpath("//a")] == ["Book a visit", "Call +1 555 0100"]


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("+1 (555) 010-0199", "tel:+15550100199"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("020 7946 0000 ext. 12", "tel:02079460000;ext=12"),
        ("988", "tel:988"),
    ],
)
def test_numbers_are_dialled_as_they_are_meant(number: str, address: str) -> None:
    assert dial(number) == address


def test_a_block_in_another_language_says_so(article: Article) -> None:
    drawn = article(":::{callout} important Atención\n:lang: es\nEs corto.\n:::")
    (callout,) = drawn.xpath("//div[contains(@class, 'a11y-callout--')]")
    assert callout.get("lang") == "es"
    assert said(callout).startswith("Importante:")
