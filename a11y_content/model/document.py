"""Documents: condition, story, index and page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from a11y_content.model.block import Blocks
from a11y_content.model.inline import Inlines
from a11y_content.problem import NOWHERE, Spot
from a11y_content.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Base of the small records inside documents and blocks. `shorthand` names the field that a bare string fills."""

    shorthand: ClassVar[str] = ""
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Part):
    """When the whole page was reviewed, when next, and by whom."""

    last: dt.date
    next: dt.date | None = None
    by: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Part):
    """Who tells a story: the name that is shown, never the real one behind it."""

    shorthand: ClassVar[str] = "display"
    display: str
    name_changed: bool = False
    """True where the name was changed; the page says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Part):
    """A story-teller's consent: never rendered; past `expires` the story is refused."""

    scope: str
    given: dt.date
    expires: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Part):
    """A source that the page cites by `id`."""

    shorthand: ClassVar[str] = "text"
    id: str = ""
    text: Inlines
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Part):
    """An abbreviation or term: `short`, what it stands for, and a definition."""

    short: str
    expansion: str
    definition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Part):
    """A medical code, such as `G44.86` in `ICD-10-CM`."""

    value: str
    system: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb(Part):
    """A step of the breadcrumb above this page."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Part):
    """The same document in another language: `href` is a path to a content file, or an address."""

    lang: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Part):
    """An address that a page had before, from the site's root: `/old/neck.html`."""

    shorthand: ClassVar[str] = "path"
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkItem(Part):
    """A link in a list of links: a path to a content file or an address; the title may come from the target."""

    shorthand: ClassVar[str] = "href"
    href: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexItem(Part):
    """An entry of an index."""

    shorthand: ClassVar[str] = "href"
    href: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What all documents share. `lang` is BCP 47 and comes from the site where a file does not say."""

    kind: ClassVar[str] = ""
    titled: ClassVar[str] = "title"
    """The field whose words are the page's `h1`."""
    lang: str
    summary: str = ""
    """One or two sentences, for search results, teasers and `<meta name="description">`."""
    review: Review | None = None
    translations: tuple[Translation, ...] = ()
    glossary: tuple[Term, ...] = ()
    """Abbreviations of this page, beside the site's."""
    references: tuple[Reference, ...] = ()
    breadcrumb: tuple[Crumb, ...] = ()
    """Steps above this page; empty lets the site make them."""
    published: dt.date | None = None
    aliases: tuple[Alias, ...] = ()
    """Addresses that lead here: those that the page had before."""
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)

    @property
    def heading(self) -> str:
        """The words of the page's `h1`."""
        return str(getattr(self, self.titled))


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Document):
    """A health condition."""

    kind: ClassVar[str] = "condition"
    titled: ClassVar[str] = "name"
    name: str
    summary: str
    subtitle: str = ""
    also_called: tuple[str, ...] = ()
    lede: Blocks = ()
    """Blocks before the first section."""
    sections: Blocks
    """At least one `Section`."""
    symptoms: tuple[str, ...] = ()
    """Names for structured data; never scraped from prose. So are the next three."""
    tests: tuple[str, ...] = ()
    treatments: tuple[str, ...] = ()
    risk_factors: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    specialty: str = ""
    """A schema.org MedicalSpecialty, such as `Neurologic`."""
    audience: Literal["patient", "clinician"] = "patient"
    related: tuple[LinkItem, ...] = ()
    stories: tuple[LinkItem, ...] = ()
    parts: tuple[LinkItem, ...] = ()
    """Pages of a guide in 2 to 8 parts, in their order. This page is its first; it may stand among them, with the title
    that it shall have there."""
    sort_as: str = ""
    """What lists order it by, where that is not its name: `flu` for "The flu"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Part):
    """A picture: `alt`, or `decorative: true`, or `alt` with a long description beside it."""

    shorthand: ClassVar[str] = "src"
    src: str
    alt: str = ""
    decorative: bool = False
    complex: bool = False
    """True where the picture needs a long description (a chart, a diagram)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Document):
    """A patient's story, in the first person."""

    kind: ClassVar[str] = "story"
    title: str
    person: Person
    body: Blocks
    quote: str = ""
    conditions: tuple[LinkItem, ...] = ()
    image: Image | None = None
    consent: Consent | None = None
    note: str = ""
    """A disclaimer in the clinic's words, such as that results differ from person to person."""
    related: tuple[LinkItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Index(Document):
    """A list of documents: all of a kind (`of`), or the items given."""

    kind: ClassVar[str] = "index"
    title: str
    of: Literal["", "condition", "story"] = ""
    """List every document of this kind in the page's language."""
    by_letter: bool = False
    """Group the items by first letter, with a list of letters at the top."""
    intro: Blocks = ()
    items: tuple[IndexItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Document):
    """Any other page: about, accessibility, contact, home."""

    kind: ClassVar[str] = "page"
    title: str
    body: Blocks
    related: tuple[LinkItem, ...] = ()


DOCUMENTS: Registry[type[Document]] = Registry("kind of document")
for _kind in (Condition, Story, Index, Page):
    DOCUMENTS.add(_kind.kind, _kind)
