"""Citations: every mark has its reference, every reference its mark."""

from __future__ import annotations

from collections.abc import Iterator

from a11y_content.blocks.references import References
from a11y_content.model.inline import Cite, words
from a11y_content.problem import Level, Problem, fault
from a11y_content.registry import suggest
from a11y_content.rules.survey import Survey, rule

CITE_UNRESOLVED = fault(
    "cite-unresolved",
    "A citation has no reference",
    why="The mark promises a source that is not there.",
    mend="add the reference at the end of the file: `[^id]: Author. Title. Year.`",
)
REFERENCE_UNCITED = fault(
    "reference-uncited",
    "A reference is cited nowhere",
    why="Readers cannot tell which statement it supports.",
    mend="cite it in the text with `[^id]`, or take it out",
    level=Level.WARNING,
)
REFERENCE_DUPLICATE = fault(
    "reference-duplicate",
    "Two references have the same id",
    why="Marks in the text could mean either of them.",
    mend="give each its own id",
)
REFERENCES_EMPTY = fault(
    "references-empty",
    "A list of references is empty, or one of its entries",
    why="A heading or a number that promises a source stands over nothing.",
    mend="write the source, or take the entry or the block out",
)


@rule
def citations(survey: Survey) -> Iterator[Problem]:
    """Match marks and references both ways."""
    known: set[str] = set()
    for reference in survey.document.references:
        if reference.id and reference.id in known:
            yield REFERENCE_DUPLICATE.at(reference.spot, f"the id `{reference.id}` is given to two references")
        known.add(reference.id)
        if not words(reference.text):
            yield REFERENCES_EMPTY.at(reference.spot, f"the reference `{reference.id}` has no words")
    cited: set[str] = set()
    for cite, place in survey.of(Cite):
        cited.add(cite.ref)
        if cite.ref not in known:
            near = suggest(cite.ref, known)
            hint = f"did you mean `[^{near}]`?" if near else ""
            yield CITE_UNRESOLVED.at(place.spot, f"there is no reference `{cite.ref}`", hint)
    for reference in survey.document.references:
        if reference.id not in cited:
            name = reference.id or words(reference.text)[:60]
            spot = reference.spot or survey.document.spot
            yield REFERENCE_UNCITED.at(spot, f"nothing cites the reference “{name}”")
    for block, place in survey.of(References):
        if not block.links and not survey.document.references:
            yield REFERENCES_EMPTY.at(place.spot, "this page has no references to list")
