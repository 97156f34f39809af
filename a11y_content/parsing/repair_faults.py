"""Guesses and repairs that more than one door makes: each is declared here once."""

from __future__ import annotations

from a11y_content.problem import Level, fault

GUESS_CAPTION = fault(
    "guess-caption",
    "The caption of a table was guessed",
    why="The caption is the table's name for everybody who cannot see the page.",
    mend="say in the caption what the table shows",
    level=Level.REVIEW,
    criterion="1.3.1",
)
REPAIR_TABLE = fault(
    "repair-table",
    "A table was repaired",
    why="Screen readers read the header with every cell; in an uneven table they read the wrong one.",
    mend="check the table, cell by cell",
    level=Level.REVIEW,
    criterion="1.3.1",
)
REPAIR_LINK = fault(
    "repair-link",
    "A link was taken out, and its words were kept",
    why="It would have led to an error page, or to where this program does not let pages lead.",
    mend="link to where it leads now, or leave the words as they are",
    level=Level.WARNING,
    criterion="2.4.4",
)
REPAIR_PICTURE = fault(
    "repair-picture",
    "A picture that cannot be shown became text",
    why="Its file is not beside the text, or lies on another server; readers would see a hole.",
    mend="put the file into the content folder, and the picture back",
    level=Level.WARNING,
    criterion="1.1.1",
)
TEMPLATE = fault(
    "template-placeholder",
    "A placeholder of a template stands in the text",
    why="The program that filled it in does not build this page, so readers would see the placeholder.",
    mend="write what stood in its place",
    level=Level.WARNING,
)
GUESS_HEADING = fault(
    "guess-heading",
    "A short line was read as a heading",
    why="It was not marked as a heading; a wrong one misleads people who move by headings.",
    mend="check that the words name the part below them",
    level=Level.REVIEW,
    criterion="1.3.1",
)
GUESS_LIST = fault(
    "guess-list",
    "Lines were read as a list",
    why="Signs in front of lines are not read out as a list; a list is.",
    mend="check where the list begins and ends",
    level=Level.REVIEW,
    criterion="1.3.1",
)
URGENCY_UNKNOWN = fault(
    "urgency-unknown",
    "How urgent this advice is, the source does not say in words",
    why="Neither a colour nor the name of a style can be trusted: taken for less urgent, advice comes too late.",
    mend="decide with the people who wrote it: `:::{care} emergency`, `urgent` or `non-urgent`, or leave it a callout",
    level=Level.REVIEW,
    criterion="1.3.3",
)
HTML_UNCLOSED = fault(
    "html-unclosed",
    "An element of HTML that hides its text is never closed",
    why="Browsers take everything behind it for its text, to the end of the page: readers never see the words.",
    mend="close it where it ends, such as with `</style>`, or remove it",
)
GUESS_ADVICE = fault(
    "guess-advice",
    "A list of things to do or not to do, or a care card, was recognised by its words",
    why="Such lists and cards are shown and read out in a way of their own, so a wrong one misleads.",
    mend="check the urgency, and that each item says what its heading promises",
    level=Level.REVIEW,
)
ENCODING_DECLARED = fault(
    "encoding-declared",
    "A file in an old encoding was read as it says itself",
    why="Pages often say the wrong encoding, and then letters turn into others: in a name or a dose that matters.",
    mend="look at letters with accents, at quotation marks and dashes",
    level=Level.REVIEW,
)
