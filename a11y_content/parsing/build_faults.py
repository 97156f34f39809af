"""What can be wrong between the located tree of a door and the typed model."""

from __future__ import annotations

from a11y_content.problem import Level, fault

FIELD_UNKNOWN = fault(
    "field-unknown",
    "A field that this kind does not have",
    why="A misspelt name would leave its value out of the page in silence.",
    mend="correct the name, or remove the line",
)
FIELD_MISSING = fault(
    "field-missing",
    "A field that must be given is missing",
    why="The page needs it: for its name, for search, or for people who cannot see a part of it.",
    mend="add the field",
)
FIELD_TYPE = fault(
    "field-type",
    "A value of the wrong sort",
    why="It cannot be shown as it stands.",
    mend="write the sort of value that the message names",
)
FIELD_CHOICE = fault(
    "field-choice",
    "A word outside a closed set",
    why="A word that is not known has no look, no icon and no words for screen readers; urgency is never guessed.",
    mend="use one of the words that the message names",
)
DATE_INVALID = fault(
    "date-invalid",
    "A date that is not in the calendar",
    why="Readers judge by its date whether advice still holds.",
    mend="write year-month-day, such as 2026-01-31",
)
LANG_INVALID = fault(
    "lang-invalid",
    "A language tag that does not exist",
    why="Screen readers choose the voice by it, and read the words with the wrong one.",
    mend="write a BCP 47 tag, such as `en`, `es` or `pt-BR`",
    criterion="3.1.1",
)
KIND_UNKNOWN = fault(
    "kind-unknown",
    "A kind that does not exist",
    why="What is not known cannot be shown, and is never passed through.",
    mend="use one of the kinds that the message names",
)
DOCUMENT_LANG = fault(
    "document-lang",
    "A document without a language",
    why="Screen readers need the language to choose a voice.",
    mend="add `lang: en` to the front matter, or `lang` to site.toml",
    criterion="3.1.1",
)
MARKUP_LOST = fault(
    "markup-lost",
    "Marks stand where only plain text can be",
    why="This text goes to places that have no marks, such as a name or an attribute.",
    mend="write the text without emphasis, links and other marks",
    level=Level.WARNING,
)
