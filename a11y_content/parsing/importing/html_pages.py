"""Pages of HTML become documents: content out of the page, dates out of its head, links and pictures mended."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.document import document_tree, html_to_raw
from a11y_content.parsing.html.page_facts import Fact, page_facts
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.importing.adapters import Imported
from a11y_content.parsing.importing.faults import FRONT_LEFT_OUT, FRONT_MOVED
from a11y_content.parsing.importing.front import flat
from a11y_content.parsing.importing.html_words import html_words
from a11y_content.parsing.importing.making import settle
from a11y_content.parsing.importing.repairs import Repairs
from a11y_content.parsing.limits import FATAL
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.source import Source
from a11y_content.parsing.text.guess import GUESS_TITLE
from a11y_content.problem import Problem, Spot

_BODIES: Final = ("lede", "sections", "body", "intro")
_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_SITE: Final = re.compile(r"\s+[|–—·»:-]\s+")


def read_page(source: Source, path: Path, lang: str) -> Imported:
    """Read a page or fragment into a document, and mend its links and pictures: see `import_html`."""
    root, told = document_tree(source)
    if any(one.code in FATAL for one in told):
        return Imported(problems=told)
    counted, facts = html_words(root), page_facts(root)  # of the page as it stands: what follows changes the tree
    window = next((one for one in root.walk() if one.name == "title"), None)
    raw, problems = html_to_raw(source, tree=(root, told))
    fields = raw.value if isinstance(raw.value, dict) else {}
    _facts(fields, facts, problems)
    kind = fields.setdefault("kind", Raw("page", raw.spot))
    titled = "name" if kind.value == "condition" else "title"
    _title(fields, titled, path, raw.spot, window, problems)
    fields.setdefault("lang", Raw(lang, raw.spot))
    references = fields.get("references")
    found = references.value if references is not None and isinstance(references.value, list) else []
    ids = {str(one.value["id"].value) for one in found if isinstance(one.value, dict) and "id" in one.value}
    repairs = Repairs(path, ids)
    repairs.headings = False
    if references is not None:
        repairs.blocks(references, "")
    for name in _BODIES:
        if name in fields:
            repairs.blocks(fields[name], words_of([fields[titled]]))
            settle(fields[name])
    return Imported([(path.stem, Raw(fields, raw.spot, raw.keys))], [*problems, *repairs.problems], counted)


def _facts(fields: dict[str, Raw], facts: list[Fact], problems: list[Problem]) -> None:
    """Take over what the head says and the document does not: summary, date of publishing, date of review."""
    for fact in facts:
        said = f"`{fact.source}: {fact.words}`"
        if fact.field in {"site", "author", "modified"}:
            if fact.field != "site":
                problems.append(FRONT_LEFT_OUT.at(fact.spot, f"{said} was left out"))
            continue
        if fact.field in fields:
            kept = flat(fields[fact.field])
            if fact.words not in kept and kept not in fact.words:
                problems.append(FRONT_LEFT_OUT.at(fact.spot, f"{said} was left out; `{fact.field}` is “{kept}”"))
            continue
        value: Raw | None = Raw(fact.words, fact.spot)
        if fact.field in {"published", "review"}:
            found = _DATE.fullmatch(fact.words)
            value = Raw(found[1], fact.spot) if found else None
        if value is None:
            problems.append(FRONT_LEFT_OUT.at(fact.spot, f"{said} was left out; it is no date"))
            continue
        fields[fact.field] = Raw({"last": value}, fact.spot) if fact.field == "review" else value
        problems.append(FRONT_MOVED.at(fact.spot, f"{said} became `{fact.field}`"))


def _title(  # noqa: PLR0913, PLR0917  one title of six things
    fields: dict[str, Raw], titled: str, path: Path, spot: Spot, window: Node | None, problems: list[Problem]
) -> None:
    """Take the site's name off the title of the window; a page without any title is named by its file."""
    given = fields.get(titled)
    words_given = str(given.value).strip() if given is not None and given.value is not None else ""
    if not words_given:
        stem = re.sub(r"[\W_]+", " ", path.stem).strip()
        made = stem[:1].upper() + stem[1:] or "Untitled"
        fields[titled] = Raw(made, spot)
        problems.append(GUESS_TITLE.at(spot, f"the page has no title; the name of its file became one: “{made}”"))
        return
    if given is None or window is None or window.words() != words_given or given.spot != window.spot:
        return
    first = _SITE.split(words_given, maxsplit=1)
    problems.append(
        GUESS_TITLE.at(window.spot, f"the text has no main heading; the title of the window became one: “{first[0]}”")
    )
    if len(first) > 1:
        fields[titled] = Raw(first[0], window.spot)
        problems.append(FRONT_LEFT_OUT.at(window.spot, f"“{first[1]}” was left out of the title of the window"))
