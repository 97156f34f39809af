"""Targets: what only a site can tell, such as whether the document behind a link exists."""

from __future__ import annotations

from collections.abc import Iterator

from a11y_content.model.document import Condition, Document, LinkItem, Story, Translation
from a11y_content.model.site import Site
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.registry import suggest
from a11y_content.rules.addresses import addresses_of, plain, refusal, scheme
from a11y_content.rules.survey import Survey, rule

LINK_UNKNOWN = fault(
    "link-unknown",
    "A link leads to a document that is not there",
    why="Readers follow it and land on an error page.",
    mend="give the path of a content file, from this file's folder or (with a leading `/`) from the content folder",
)
ASSET_UNKNOWN = fault(
    "asset-unknown",
    "A picture, film or track is not there",
    why="Readers see a hole, and captions that are promised never come.",
    mend="put the file into the content folder, or mend its path",
)
FILE_REFUSED = fault(
    "file-refused",
    "A page needs a file that is not published",
    why="Readers see a hole, or follow a link to an error page.",
    mend="mend the file as its own problem says, or take it out of the page",
)
LINK_SELF = fault(
    "link-self",
    "A page recommends itself",
    why="The link leads to where the reader already is.",
    mend="take the link out",
    level=Level.WARNING,
)
STORY_ORPHAN = fault(
    "story-orphan",
    "A story belongs to no condition",
    why="Nobody who reads about the condition is led to the story, and its readers find no way to what it is about.",
    mend="name the condition in the front matter: `conditions: [/conditions/neck-pain.md]`",
    level=Level.WARNING,
)
TRANSLATION_LANG = fault(
    "translation-lang",
    "A translation is in another language than it says",
    why="The link is read out in one language and leads to another.",
    mend="give the language of the document behind it, or the right document",
    criterion="3.1.2",
)


@rule
def targets(survey: Survey) -> Iterator[Problem]:
    """Look up every relative address in the site."""
    site = survey.site
    if site is None or not site.entries:
        return
    for name, value, spot in addresses_of(survey):
        text = plain(value)
        if not text or text.startswith(("#", "?")) or scheme(text) or refusal(text):
            continue
        if site.find_file(text, survey.source):
            continue
        if why := site.why_refused(text, survey.source):
            yield FILE_REFUSED.at(spot, f"the file “{value}” is not published: {why}")
        elif name in {"src", "poster"}:
            near = suggest(text.lstrip("/"), site.files)
            yield ASSET_UNKNOWN.at(spot, f"there is no file “{value}”", f"did you mean `/{near}`?" if near else "")
        elif unknown := missing_document(site, value, spot, survey.source):
            yield unknown


def missing_document(site: Site, href: str, spot: Spot, source: str = "") -> Problem | None:
    """Give the problem of a relative address that names no document of the site, or None."""
    text = plain(href)
    if any(site.find(one, source) is not None or site.find_unread(one, source) for one in (text, href)):
        return None  # as it stands, too: the name of a file may hold what looks like an entity
    return LINK_UNKNOWN.at(spot, f"there is no document “{href}”", _hint(site, text))


def _hint(site: Site, text: str) -> str:
    path = text.partition("#")[0].partition("?")[0]
    wanted = path.removesuffix(".html").removesuffix(".htm").rpartition("/")[2].removesuffix(".md")
    tails: dict[str, str] = {}
    for source in (*site.entries, *site.unread):
        tails.setdefault(source.rpartition("/")[2].rpartition(".")[0], source)
    near = wanted if wanted in tails else suggest(wanted, tails)
    return f"did you mean `/{tails[near]}`?" if near else ""


@rule
def own_links(survey: Survey) -> Iterator[Problem]:
    """Warn where a list of links names the page that it stands on."""
    if survey.site is None or not survey.source:
        return
    own = survey.site.entries.get(survey.source)
    guide = survey.document.parts if isinstance(survey.document, Condition) else ()  # may name its first page
    for part, place in survey.of(LinkItem):
        if own is not None and part not in guide and survey.site.find(part.href, survey.source) is own:
            yield LINK_SELF.at(place.spot, f"“{part.href}” is this page")


@rule
def translations(survey: Survey) -> Iterator[Problem]:
    """Compare the language that a translation claims with that of its document."""
    if survey.site is None:
        return
    for part, place in survey.of(Translation):
        entry = survey.site.find(part.href, survey.source)
        if entry is not None and entry.lang.lower() != part.lang.lower():
            yield TRANSLATION_LANG.at(place.spot, f"“{part.href}” is in `{entry.lang}`, not in `{part.lang}`")


@rule
def place_in_site(survey: Survey) -> Iterator[Problem]:
    """Warn of a story that names no condition."""
    document: Document = survey.document
    site = survey.site
    if site is None or not site.entries:
        return
    if isinstance(document, Story) and not document.conditions:
        yield STORY_ORPHAN.at(document.spot, f"the story “{document.title}” names no condition")
