"""What an import repairs, moves or leaves out: each of them is told with its words and its line."""

from __future__ import annotations

from a11y_content.problem import Level, fault

FRONT_LEFT_OUT = fault(
    "front-left-out",
    "A field of another program was left out",
    why="It steered that program, and has no meaning here; its words are in this report only.",
    mend="if readers need it, write it into the text",
    level=Level.WARNING,
)
FRONT_MOVED = fault(
    "front-moved",
    "A field of another program was taken over under another name",
    why="What it meant there may differ from what it means here.",
    mend="check that it says what it should",
    level=Level.REVIEW,
)
FRONT_UNREAD = fault(
    "front-unread",
    "A line of the front matter could not be read",
    why="It is not the YAML that this program reads, so its value is in this report only.",
    mend="write it as `name: value`",
    level=Level.WARNING,
)
REPAIR_ATTRIBUTES = fault(
    "repair-attributes",
    "Marks of another program behind a link were left out",
    why="They steer a program that does not build this page.",
    mend="nothing, unless they said something to readers",
    level=Level.WARNING,
)
REPAIR_EMPTY = fault(
    "repair-empty",
    "A heading with nothing under it became a paragraph",
    why="People who move by headings land on it and find no text.",
    mend="write the text that belongs under it, or take its words out",
    level=Level.WARNING,
    criterion="1.3.1",
)
REPAIR_CITE = fault(
    "repair-cite",
    "A note that is not there became text",
    why="A mark that leads nowhere is a dead end.",
    mend="write the note, or take the mark out",
    level=Level.WARNING,
)
PICTURE_COPY = fault(
    "picture-copy",
    "A picture must be copied",
    why="An import writes content files and copies none; the page needs the picture's file.",
    mend="copy the file into the content folder, to the path that the page gives",
    level=Level.REVIEW,
)
WORDS_LOST = fault(
    "words-lost",
    "Words of the source are not in the document",
    why="An import must never lose anything in silence; it could be a warning or a dose.",
    mend="put the words where they belong",
)
