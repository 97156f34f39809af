"""Words in another language than the page's say so, wherever they come from (WCAG 3.1.2)."""

from dataclasses import replace

from lxml import html

from a11y_content.model.document import LinkItem, Page
from a11y_content.model.site import EmergencyNumber, Entry, Site, SiteContact
from a11y_content.parsing import parse
from a11y_content.rendering import render
from tests.render.reading import Read

BLOCKS = """---
kind: page
title: Page
lang: it
references:
  - {id: a, text: Studio}
---

Testo.[^a]

:::{advice} do
- bere
:::

:::{contact} Studio medico
:phones: ["+39 06 555 0100"]
:email: a@example.org
:address: [Via]
:hours: lunedì
:url: https://example.org/
:::

:::{cta} Prenotare
:href: https://example.org/prenotare
:phone: +39 06 555 0100
:::

:::{callout} note
Buongiorno.
:::

:::{figure} a.svg
:alt: Un collo
:complex: true
:credit: Noi
Descrizione lunga.
:::

:::{media} audio Respirare
:src: a.mp3
:reviewed: 2026-01-01
:text_alternative_of: Testo
Parole.
:::

:::{related}
- [Una pagina](https://example.org/page)
:::

:::{teasers} Storie
- [Mina](https://example.org/mina)
:::
"""
ENGLISH = (
    "Do", "Phone:", "Email:", "Address:", "Opening hours:", "Website of", "Call", "Information:", "Picture:",
    "Description of the picture:", "Transcript:", "The same is said in:", "Last reviewed:", "Related pages",
    "Read full story", "Back to text", ", reference 1", "Reference", "References",
)  # fmt: skip


def spoken(element: html.HtmlElement) -> str:
    """The language of an element: that of the nearest one around it that says one."""
    return str(element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))


def test_interface_words_without_a_translation_say_that_they_are_english() -> None:
    document, _ = parse(BLOCKS, name="page.md")
    assert document is not None
    main = html.document_fromstring(render(document)).get_element_by_id("main")
    pieces = [
        (text.strip(), spoken(text.getparent().getparent() if text.is_tail else text.getparent()))
        for text in main.xpath(".//text()[normalize-space()]")
    ]
    for words in ENGLISH:
        assert {lang for text, lang in pieces if text == words} == {"en"}, (words, pieces)
    for words in ("bere", "Studio medico", "Respirare", "Un collo", "Noi", "Testo"):
        assert "en" not in {lang for text, lang in pieces if text == words}, words


def test_a_card_in_another_language_keeps_the_language_of_its_link_words() -> None:
    document, _ = parse("---\ntitle: P\nlang: en\n---\n\n:::{teasers} Stories\n- /mina.md\n:::\n")
    assert document is not None
    mina = Entry(source="mina.md", path="mina.html", kind="story", title="Mina corre", lang="es", summary="Corro.")
    page = html.document_fromstring(render(document, Site(title="S", entries={"mina.md": mina}), path="p.html"))
    found = page.xpath("//a[contains(@class, 'a11y-teaser__link')]//text()[contains(., 'Read full story')]")
    assert [spoken(one.getparent()) for one in found] == ["en"]


def test_what_a_language_takes_over_from_the_site_says_its_own_language() -> None:
    common = {
        "tagline": "An example",
        "nav": (LinkItem(href="https://example.org/", title="Conditions"),),
        "footer": (LinkItem(href="https://example.org/about", title="About"),),
        "contact": SiteContact(hours="Monday"),
        "emergency": (EmergencyNumber(number="112", text="Call 112"),),
    }
    site = Site(title="Clinic", languages={"fr": Site(title="Clinique", lang="fr", **common)}, **common)  # type: ignore[arg-type]
    document, _ = parse("---\ntitle: P\nlang: fr\n---\n\nTexte.\n")
    assert document is not None
    page = html.document_fromstring(render(document, site, path="p.html"))
    for words in ("An example", "Conditions", "About", "Monday"):
        (found,) = page.xpath(f"//*[normalize-space(text()) = '{words}']")
        assert spoken(found) == "en", words
    (title,) = page.xpath("//*[@class = 'a11y-footer__title']")
    assert spoken(title) == "fr"


def test_an_arabic_page_runs_from_right_to_left_in_arabic_all_through(page: Page, tree: Read) -> None:
    drawn = tree(render(replace(page, lang="ar", title="آلام الرقبة", body=())))
    assert (drawn.attributes["lang"], drawn.attributes["dir"]) == ("ar", "rtl")
    assert [one.attributes for one in drawn.all("details") if {"lang", "dir"} & one.attributes.keys()] == []
    assert drawn.one("a", class_="a11y-skip").text == "الانتقال إلى المحتوى الرئيسي"


def test_a_chinese_page_says_no_language_twice(page: Page, tree: Read) -> None:
    drawn = tree(render(replace(page, lang="zh-CN", body=())))
    assert drawn.attributes["lang"] == "zh-CN"
    assert "lang" not in drawn.one("details").attributes
    assert "lang" not in drawn.one("a", class_="a11y-skip").attributes


def test_a_hebrew_page_runs_from_right_to_left_and_marks_what_is_english(page: Page, tree: Read) -> None:
    drawn = tree(render(replace(page, lang="he", title="כאבי צוואר")))
    assert (drawn.attributes["lang"], drawn.attributes["dir"]) == ("he", "rtl")
    menu = drawn.one("details")
    assert (menu.attributes["lang"], menu.attributes["dir"]) == ("en", "ltr")
    skip = drawn.one("a", class_="a11y-skip")
    assert (skip.attributes["lang"], skip.attributes["dir"]) == ("en", "ltr")
