"""Documents made as objects, and a reader of HTML that builds the tree of a browser."""

import datetime as dt
from types import MappingProxyType

import pytest
from justhtml import JustHTML

from a11y_content.blocks.care import Care
from a11y_content.blocks.list import List
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.quote import Quote
from a11y_content.blocks.section import Section
from a11y_content.blocks.table import Table
from a11y_content.model.document import (
    Condition,
    Image,
    Index,
    LinkItem,
    Page,
    Person,
    Reference,
    Review,
    Story,
    Term,
    Translation,
)
from a11y_content.model.inline import Cite, Inlines, Link, Phone, Strong, plain
from a11y_content.model.items import ListItem
from a11y_content.model.site import EmergencyNumber, Entry, Site, SiteContact
from a11y_content.problem import Spot
from tests.render.reading import Node, Read, node

FILE = "content/conditions/neck-pain.md"


def at(line: int, column: int = 1) -> Spot:
    return Spot(FILE, line, column)


def paragraph(line: int, *inlines: Inlines | str) -> Paragraph:
    parts = tuple(one for item in inlines for one in (plain(item, at(line)) if isinstance(item, str) else item))
    return Paragraph(inlines=parts, spot=at(line))


def section(line: int, title: str, *blocks: object) -> Section:
    return Section(title=plain(title, at(line)), blocks=tuple(blocks), spot=at(line))  # type: ignore[arg-type]


@pytest.fixture
def condition() -> Condition:
    link = Link(href="/stories/ana.md", inlines=plain("Ana’s story"), about="about neck pain", spot=at(21, 9))
    items = (ListItem(inlines=plain("rest", at(24))), ListItem(inlines=plain("walk", at(25))))
    return Condition(
        lang="en",
        name="Neck pain",
        summary="Pain in the neck & what helps.",
        also_called=("Sore neck",),
        subtitle="An example",
        lede=(paragraph(12, "The neck hurts."),),
        sections=(
            section(
                14,
                "Symptoms",
                paragraph(16, "MRI scans are rarely needed", (Cite(ref="study"),), ". A CT or an MRI may follow."),
                Care(
                    urgency="urgent",
                    title=plain("Call a doctor today if:", at(18)),
                    blocks=(paragraph(19, "an arm is weak: ", (Phone(number="+1 555 0100"),)),),
                    spot=at(18),
                ),
            ),
            section(20, "Treatment", paragraph(21, "Read ", (link,), "."), List(items=items, spot=at(24))),
            section(
                27,
                "Numbers",
                Table(
                    caption=plain("How long it lasts", at(28)),
                    columns=(plain("Kind"), plain("Weeks")),
                    rows=((plain("Short"), plain("2")), (plain("Long"), plain("12"))),
                    numeric=(2,),
                    spot=at(28),
                ),
            ),
        ),
        symptoms=("Stiff neck",),
        specialty="Musculoskeletal",
        references=(Reference(id="study", text=plain("A study of necks"), url="https://example.org/study"),),
        glossary=(Term(short="CT", expansion="computed tomography", definition="A scan in slices."),),
        review=Review(last=dt.date(2026, 1, 31), next=dt.date(2028, 1, 31), by="Dr. Example", role="neurologist"),
        stories=(LinkItem(href="/stories/ana.md"),),
        related=(LinkItem(href="back-pain.md"),),
        translations=(Translation(lang="es", href="/es/conditions/dolor.md"),),
        spot=at(1),
    )


@pytest.fixture
def story() -> Story:
    return Story(
        lang="en",
        title="Ana walks again",
        person=Person(display="Ana R.", name_changed=True),
        summary="How Ana found her way back.",
        quote="Every week a little more",
        body=(
            paragraph(9, "I could not turn my head."),
            Quote(blocks=(paragraph(11, "Try an MRI."),), who=plain("My doctor")),
        ),
        image=Image(src="ana.jpg", alt="Ana in a park"),
        conditions=(LinkItem(href="/conditions/neck-pain.md"),),
        published=dt.date(2026, 2, 1),
        note="Results differ from person to person.",
    )


@pytest.fixture
def index() -> Index:
    return Index(lang="en", title="Conditions A to Z", of="condition", by_letter=True)


@pytest.fixture
def page() -> Page:
    return Page(lang="en", title="About", body=(paragraph(3, (Strong(inlines=plain("We")),), " care."),))


@pytest.fixture
def site() -> Site:
    entries = (
        Entry(source="index.md", path="index.html", kind="page", title="Welcome", lang="en"),
        Entry(source="conditions.md", path="conditions.html", kind="index", title="Conditions A to Z", lang="en"),
        Entry(
            source="conditions/neck-pain.md",
            path="conditions/neck-pain.html",
            kind="condition",
            title="Neck pain",
            lang="en",
            also_called=("Sore neck",),
            translations=(("es", "es/conditions/dolor.html"),),
        ),
        Entry(
            source="conditions/back-pain.md",
            path="conditions/back-pain.html",
            kind="condition",
            title="Back pain",
            lang="en",
        ),
        Entry(
            source="conditions/epaule.md", path="conditions/epaule.html", kind="condition", title="Épaule", lang="en"
        ),
        Entry(
            source="stories/ana.md",
            path="stories/ana.html",
            kind="story",
            title="Ana walks again",
            lang="en",
            summary="How Ana found her way back.",
            person="Ana R.",
        ),
        Entry(source="es/index.md", path="es/index.html", kind="page", title="Inicio", lang="es"),
        Entry(
            source="es/conditions/dolor.md",
            path="es/conditions/dolor.html",
            kind="condition",
            title="Dolor de cuello",
            lang="es",
            translations=(("en", "conditions/neck-pain.html"),),
        ),
    )
    spanish = Site(title="Clínica de ejemplo", lang="es", nav=(LinkItem(href="es/index.md", title="Inicio"),))
    return Site(
        title="Example Clinic",
        base_url="https://clinic.example/",
        tagline="An invented clinic",
        nav=(LinkItem(href="conditions.md", title="Conditions"), LinkItem(href="conditions/back-pain.md")),
        footer=(LinkItem(href="files/leaflet.pdf", title="Leaflet"),),
        contact=SiteContact(
            name="Example Clinic", phone="+1 555 0100", email="hello@clinic.example", address=("1 Road", "Town")
        ),
        emergency=(EmergencyNumber(number="911", text="In an emergency, call 911"),),
        glossary=(Term(short="MRI", expansion="magnetic resonance imaging"),),
        languages=MappingProxyType({"es": spanish}),
        entries=MappingProxyType({one.source: one for one in entries}),
        files=MappingProxyType({"files/leaflet.pdf": "files/leaflet.pdf", "stories/ana.jpg": "stories/ana.1a2b.jpg"}),
    )


@pytest.fixture
def tree() -> Read:
    """Reads a whole page as a browser does and gives its `html`; a parse error fails the test."""

    def read(html: str) -> Node:
        parsed = JustHTML(html, sanitize=False, collect_errors=True, strict=False)
        assert parsed.errors == []
        return node(parsed.root).one("html")

    return read
