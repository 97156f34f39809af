"""A small site, and a way to ask which problems a text has."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest

from a11y_content import rules
from a11y_content.model.document import Term
from a11y_content.model.site import Entry, Site
from a11y_content.parsing import format_of, parse_source
from a11y_content.parsing.source import clean
from a11y_content.problem import Problem
from a11y_content.rules.plain_language import advise, read

TODAY = dt.date(2026, 11, 22)
FRONT = {
    "page": "kind: page\ntitle: An invented example\nsummary: It is invented.\n",
    "condition": "kind: condition\nname: Neck pain\nsummary: Pain in the neck.\n"
    "review: {last: 2026-01-31, next: 2028-01-31, by: Dr. Example}\n",
    "story": "kind: story\ntitle: Ana’s story\nsummary: She turns her head again.\nperson: Ana\n"
    "consent: {scope: website, given: 2026-01-31}\nconditions: [/conditions/neck-pain.md]\n",
}


def entry(source: str, kind: str, title: str, lang: str = "en") -> Entry:
    return Entry(source=source, path=source.replace(".md", ".html"), kind=kind, title=title, lang=lang)


@pytest.fixture(scope="session")
def site() -> Site:
    """A site of five documents, a picture and an abbreviation; of the story nothing is said."""
    entries = [
        entry("exercises.md", "page", "Exercises"),
        entry("broken.md", "page", "A page with one fault"),
        entry("conditions/neck-pain.md", "condition", "Pain in the neck"),
        entry("es/ejercicios.md", "page", "Ejercicios", "es"),
        entry("stories/ana.md", "story", "Ana’s story"),
    ]
    return Site(
        title="Example Clinic",
        entries=MappingProxyType({one.source: one for one in entries}),
        glossary=(Term(short="TENS", expansion="transcutaneous electrical nerve stimulation"),),
        files=MappingProxyType({"images/neck.svg": "images/neck.1234.svg"}),
        refused=MappingProxyType({"images/cut.jpg": "cannot be read as a picture"}),
    )


def judge(text: str, site: Site | None, name: str = "broken.md", today: dt.date | None = TODAY) -> list[Problem]:
    source, problems = clean(name, text)
    document, more = parse_source(source, format_of(name), judge=False)
    problems = [*problems, *more]
    if document is not None:
        advice = advise(read(document))
        found = rules.check(document, site, source="broken.md", today=today)
        problems = [*problems, *found, *([advice] if advice else [])]
    return list(dict.fromkeys(problems))


@pytest.fixture
def codes() -> Callable[..., set[str]]:
    """Gives the codes of the problems of a Markdown body in a sound document of a kind."""

    def ask(
        body: str,
        kind: str = "page",
        *,
        front: str | None = None,
        lang: str = "en",
        site: Site | None = None,
        today: dt.date | None = TODAY,
    ) -> set[str]:
        head = FRONT[kind] if front is None else front
        return {problem.code for problem in judge(f"---\n{head}lang: {lang}\n---\n\n{body}\n", site, today=today)}

    return ask


@pytest.fixture
def judged(site: Site) -> Callable[..., list[Problem]]:
    """Gives the problems of a file, alone or as part of the site."""

    def ask(path: Path, *, in_site: bool) -> list[Problem]:
        return judge(path.read_text("utf-8"), site if in_site else None, path.name)

    return ask
