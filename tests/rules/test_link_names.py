"""Names of links over a whole page: text, lists, teasers, references, contacts, header and footer."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from a11y_content import rules
from a11y_content.model.document import LinkItem
from a11y_content.model.site import Entry, Site
from a11y_content.parsing import parse
from a11y_content.problem import Level, Problem

Codes = Callable[..., set[str]]
HERE = "See [the leaflet](/a.md) at home.\n\n"


@pytest.mark.parametrize(
    "other",
    [
        "See [the leaflet](/b.md).",
        "See [The  leaflet](/b.md).",
        "## A [the leaflet](/b.md)\n\nText.",
        ":::{related} Read on\n- [The leaflet](/b.md)\n- [Necks](/c.md)\n:::",
        ":::{references} Sources\n- [The leaflet](https://example.org/b)\n:::",
        ":::{cta} The leaflet\n:href: /b.md\n:::",
        ":::{quote} Ana\n:source: {title: The leaflet, url: 'https://example.org/b'}\nIt helps.\n:::",
    ],
)
def test_the_same_words_to_another_place_are_found_wherever_they_stand(codes: Codes, other: str) -> None:
    assert codes(HERE + other) == {"link-ambiguous"}
    assert codes(HERE + other.replace("leaflet", "other leaflet")) == set()


@pytest.mark.parametrize(
    "other",
    [
        "See [the leaflet](/a.md).",
        "Read [the leaflet for children](/b.md).",
        ":::{teasers} Stories\n- [The leaflet](/b.md) It is a story.\n:::",
        ":::{contact} The leaflet\n:url: https://example.org/\n:::",
    ],
)
def test_the_same_place_or_another_whole_name_is_fine(codes: Codes, other: str) -> None:
    assert codes(HERE + other) == set()


def test_two_cards_with_one_title_are_found(codes: Codes) -> None:
    cards = ":::{teasers} Stories\n- [Ana](/a.md) She runs.\n- [Ana](/b.md) She walks.\n:::"
    assert codes(cards) == {"link-ambiguous"}


def test_one_number_s_words_call_nobody_else(codes: Codes) -> None:
    assert codes("Call [us](tel:911) or [us](tel:988) by day.") == {"link-ambiguous"}


def problems(body: str, site: Site) -> list[Problem]:
    document, _ = parse(f"---\ntitle: x\nlang: en\n---\n\n{body}\n")
    assert document is not None
    return rules.check(document, site, source="broken.md")


def test_words_of_the_header_that_lead_elsewhere_are_a_warning(site: Site) -> None:
    with_nav = replace(site, nav=(LinkItem(href="exercises.md", title="Neck work"),))
    (problem,) = problems("See [neck work](/conditions/neck-pain.md).", with_nav)
    assert (problem.code, problem.level) == ("link-ambiguous", Level.WARNING)
    assert problems("See [neck work](/exercises.md).", with_nav) == []


def test_two_documents_with_one_title_are_told_by_their_titles_and_not_by_links(site: Site) -> None:
    twins = [Entry(source=f"{n}.md", path=f"{n}.html", kind="page", title="Twins", lang="en") for n in "ab"]
    known = replace(site, entries=MappingProxyType({one.source: one for one in twins}))
    assert problems(":::{related} Read on\n- [](a.md)\n- [](b.md)\n:::", known) == []
    (problem,) = problems(":::{related} Read on\n- [Twins](a.md)\n- [](b.md)\n:::", known)
    assert problem.code == "link-ambiguous"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("See [exercises for the neck](/a.md) and [neck exercises](/a.md).", False),
        ("See [exercises for the neck](/a.md) and [what to avoid](/a.md).", True),
        ("See [exercises for the neck](/a.md) and [what to avoid](/a.md#avoid).", False),
        ("See [it](/a.md) and [exercises](/a.md).", False),
    ],
)
def test_one_place_under_two_names_is_asked_about(codes: Codes, body: str, *, found: bool) -> None:
    assert ("link-renamed" in codes(body)) is found
