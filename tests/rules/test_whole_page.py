"""Rules over lists, cards, stories, pictures and consents: where they speak, and where they are silent."""

import datetime as dt
from collections.abc import Callable

import pytest

from a11y_content import rules
from a11y_content.blocks.media import Media
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.model.document import Image, Page, Person, Story
from a11y_content.model.inline import plain
from a11y_content.model.site import Site

Codes = Callable[..., set[str]]
STORY = "kind: story\ntitle: x\nsummary: y\nperson: Ana\nconditions: [/a.md]\n"
CONSENT = "consent: {scope: website, given: 2026-01-31}\n"


def items(*lines: str) -> str:
    return "\n".join(f"- {line}" for line in lines)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("a stiff neck", "a headache", "pain"), False),
        (("It hurts.", "It burns.", "It is stiff."), False),
        (("a stiff neck", "a headache", "pain."), False),
        (("It hurts.", "a headache", "It is stiff."), True),
        (("Pain", "a headache", "Fever", "a cough"), True),
        (("MRI of the neck", "a blood test", "X-ray"), False),
        (("starts in the neck", "stays on one side", "gets worse"), False),
        (("a talk", "includes a look", "a test"), True),
        (("a talk", "includes a look"), False),
    ],
)
def test_items_of_a_list_are_made_alike(codes: Codes, lines: tuple[str, ...], *, found: bool) -> None:
    assert ("list-mixed" in codes(items(*lines))) is found


def test_verbs_are_known_by_language(codes: Codes) -> None:
    assert codes(items("una charla", "incluye una mirada", "una prueba"), lang="es") == set()


@pytest.mark.parametrize(
    ("title", "lang", "found"),
    [
        ("Call your doctor today if:", "en", False),
        ("Don’t wait: get help if:", "en", False),
        ("Red flags", "en", True),
        ("Llámenos hoy si:", "es", False),
        ("Señales de alarma", "es", True),
        ("Soita heti, jos:", "fi", False),
    ],
)
def test_a_care_card_says_what_to_do(codes: Codes, title: str, lang: str, *, found: bool) -> None:
    assert ("care-action" in codes(f":::{{care}} urgent {title}\nx\n:::", lang=lang)) is found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Stop letting pain run your life and request your appointment today.", True),
        ("- Call us if it gets worse\n- rest", True),
        ("[Request your appointment](/a.md) today.", False),
        ("Call us on {phone=+15550100}`555 0100`.", False),
        ("Call us.\n\n:::{cta} Call our nurses\n:phone: +1 555 0100\n:::", False),
        ("When you make an appointment, bring a friend.", False),
        ("You can call your doctor.", False),
    ],
)
def test_who_is_told_to_call_gets_the_number(codes: Codes, body: str, *, found: bool) -> None:
    assert ("call-no-target" in codes(body)) is found


def test_calls_are_judged_in_the_language_of_the_page(codes: Codes) -> None:
    assert "call-no-target" in codes("Pida su cita hoy.", lang="es")
    assert "call-no-target" not in codes("Request your appointment today.", lang="fi")


@pytest.mark.parametrize(
    ("body", "lang", "found"),
    [
        ("My neck hurt for a year.", "en", False),
        ("“It hurt me,” says Ana.", "en", False),
        ("Ana’s neck hurt for a year.", "en", True),
        ("Me dolía el cuello.", "es", False),
        ("Niska oli kipeä.", "fi", False),
    ],
)
def test_a_story_is_told_by_its_teller(codes: Codes, body: str, lang: str, *, found: bool) -> None:
    assert ("story-voice" in codes(body, front=STORY + CONSENT, lang=lang)) is found


def test_other_pages_need_no_teller(codes: Codes) -> None:
    assert codes("Ana’s neck hurt for a year.") == set()


def test_a_card_may_say_itself_what_the_story_does_not(codes: Codes, site: Site) -> None:
    card = ":::{{teasers}} Stories\n- [Ana](/stories/ana.md){}\n:::"
    assert codes(card.format(""), site=site) == {"teaser-summary"}
    assert codes(card.format(" She turns her head again."), site=site) == set()
    assert codes(card.format("")) == set()


@pytest.mark.parametrize(
    ("consent", "today", "found"),
    [
        ("given: 2026-01-31", dt.date(2026, 1, 31), set()),
        ("given: 2026-01-31", dt.date(2026, 1, 30), {"consent-dates"}),
        ("given: 2026-01-31", None, set()),
        ("given: 2026-01-31, expires: 2026-01-30", None, {"consent-dates"}),
    ],
)
def test_a_consent_is_given_before_it_ends(codes: Codes, consent: str, today: dt.date | None, found: set[str]) -> None:
    front = f"{STORY}consent: {{scope: website, {consent}}}\n"
    assert codes("My neck.", front=front, today=today) == found


def test_a_film_cannot_be_reviewed_tomorrow(codes: Codes) -> None:
    film = ":::{media} video A stretch\n:src: a.mp4\n:silent: true\n:reviewed: 2026-12-31\nShe turns.\n:::"
    assert codes(film) == {"review-dates"}
    assert codes(film, today=None) == set()


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "A nerve between two bones.", True),
        ("A nerve between two bones.", "", True),
        ("", "You see here a nerve between two bones of the neck.", True),
        ("## A nerve between two bones", "Text.", True),
        ("", "Nerves are thin.", False),
        ("A nerve between two bones.\n\nMore.", "", False),
    ],
)
def test_alt_does_not_repeat_what_stands_beside(codes: Codes, before: str, after: str, *, found: bool) -> None:
    body = f"{before}\n\n![A nerve between two bones](neck.svg)\n\n{after}"
    assert ("alt-repeats-text" in codes(body)) is found


@pytest.mark.parametrize(
    ("alt", "caption", "found"),
    [
        ("A neck", "A neck.", True),
        ("A neck", "A neck has seven bones.", False),
        ("A neck from the left side", "Here is a neck from the left side, as doctors draw it.", True),
        ("A neck from the left side", "The left side of a neck.", False),
    ],
)
def test_alt_does_not_repeat_the_caption(codes: Codes, alt: str, caption: str, *, found: bool) -> None:
    assert ("alt-equals-caption" in codes(f'![{alt}](neck.svg "{caption}")')) is found


def test_a_story_s_picture_has_no_room_for_a_long_description() -> None:
    story = Story(
        lang="en",
        title="x",
        summary="y",
        person=Person(display="Ana"),
        body=(Paragraph(inlines=plain("I drew it.")),),
        image=Image(src="a.svg", alt="A chart", complex=True),
    )
    assert "alt-complex" in {problem.code for problem in rules.check(story)}


def test_a_film_without_a_name_is_refused() -> None:
    film = Media(media="video", title=plain(" "), src="a.mp4", silent=True, transcript=(Paragraph(inlines=plain("x")),))
    assert [problem.code for problem in rules.check(Page(lang="en", title="x", body=(film,)))] == ["name-missing"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Eat before TENS.", False),
        ("## TENS\n\nEat first.", True),
        ("Some TENSs are old.", True),
        ("Read [about TENS](/a.md).", True),
        ("> We use TENS.\n>\n> -- Ana", True),
        ("We use transcutaneous electrical nerve stimulation (TENS).", False),
        ("## TENS\n\nTENS is safe.", False),
        ("Eat first.", False),
        ("## TENS\n\n*[TENS]: transcutaneous electrical nerve stimulation\n\nEat first.", False),
    ],
)
def test_an_abbreviation_of_the_site_is_written_out_somewhere(
    codes: Codes, site: Site, body: str, *, found: bool
) -> None:
    assert ("abbr-never-expanded" in codes(body, site=replace_entries(site))) is found


def replace_entries(site: Site) -> Site:
    """The site without its documents: links of the examples lead nowhere."""
    return Site(title=site.title, glossary=site.glossary)


def test_readers_of_a_site_may_know_an_abbreviation(codes: Codes) -> None:
    assert codes("Ask the VAMC today.", site=Site(title="x")) == {"abbr-unexpanded"}
    assert codes("Ask the VAMC today.", site=Site(title="x", well_known=("VAMC",))) == set()


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Puede mandar su solicitud por correo a esta dirección de la clínica.", "en", True),
        ("Le médecin vous explique ce que vous pouvez faire pour aller mieux.", "en", True),
        ("You can send us a letter if you have a question about the clinic.", "es", True),
        ("Ask for the Clínica de la Columna del Sur.", "en", False),
        ("The endometrium (EN-do-ME-tre-um) and the la-de-da-en-el of it all.", "en", False),
        ("Puede mandar su solicitud por correo a esta dirección de la clínica.", "es", False),
        ("Puede mandar su solicitud por correo a esta dirección de la clínica.", "fi", False),
    ],
)
def test_a_clause_in_another_language_says_so(codes: Codes, text: str, lang: str, *, found: bool) -> None:
    assert ("lang-part" in codes(text, lang=lang)) is found


def test_a_page_may_not_explain_an_abbreviation_twice(codes: Codes) -> None:
    twice = "An MRI.\n\n*[MRI]: magnetic resonance imaging\n\n*[MRI]: magnetic resonance images"
    assert codes(twice) == {"glossary-duplicate"}


@pytest.mark.parametrize("href", ["", "#", " "])
def test_a_link_leads_somewhere(codes: Codes, href: str) -> None:
    assert codes(f"See [the leaflet](<{href}>).") == {"link-nowhere"}
    assert codes("See [the leaflet](#symptoms).") == set()
