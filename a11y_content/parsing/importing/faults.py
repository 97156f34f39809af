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
REPAIR_CARE = fault(
    "repair-care",
    "Folded text in a care card was opened",
    why="Whoever needs help now must not have to unfold what to look for.",
    mend="shorten it, or move what can wait out of the card",
    level=Level.WARNING,
)
GUESS_MEDIA_TITLE = fault(
    "guess-media-title",
    "The title of a film or recording was guessed",
    why="The title is the name of the player for everybody who cannot see it.",
    mend="say in the title what the film or recording is about",
    level=Level.REVIEW,
    criterion="2.4.6",
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
    "A picture, film or recording must be copied",
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
BLOCK_UNKNOWN = fault(
    "block-unknown",
    "A block of a kind that the importer does not know",
    why="Its words were kept as plain text, but what it was for (a warning, a choice, a tool) may be lost.",
    mend="check the text; tell the importer of the kind with `a11y.streamfield_block` or an importer of your own",
    level=Level.WARNING,
)
SOURCE_ANSWER = fault(
    "source-no-content",
    "The file is an answer of a server that holds no content",
    why="It says that the page could not be had; as a document it would be a page about an error.",
    mend="fetch the page again, and import the new file",
)
PART_DIFFERS = fault(
    "source-differs",
    "A second copy of the text in the source says something that the first does not",
    why="Nobody can tell which of the two is the one that readers were meant to see.",
    mend="keep the one that is right",
    level=Level.REVIEW,
)
ATTRIBUTION = fault(
    "attribution-kept",
    "Where the text comes from was written at its end",
    why="Its licence asks for it, and readers judge advice by who gives it.",
    mend="check it against the terms of the licence; text that you changed may have to say so",
    level=Level.REVIEW,
)
ADDRESS_MOVED = fault(
    "address-changed",
    "Addresses for programs became those of the pages for readers",
    why="An address that only programs may open shows an error to people.",
    mend="check where the links lead",
    level=Level.REVIEW,
    criterion="2.4.4",
)
INCLUDE_REFUSED = fault(
    "include-refused",
    "A part of the document could not be read",
    why="A part may only come from the document's own folder: else any file of the computer could be published.",
    mend="put the file into the folder of its manifest, and name it there without a path",
)
PART_UNUSED = fault(
    "part-unused",
    "A file of the document's folder is named nowhere in it",
    why="It was not on the old page, so it is not on the new one; somebody may have forgotten it.",
    mend="import it by itself if readers need it",
    level=Level.WARNING,
)
XML_SYNTAX = fault(
    "xml-syntax",
    "The XML cannot be read",
    why="What is not well formed has no certain meaning; reading on would mean guessing.",
    mend="mend the file, or export it again",
)
XML_UNSAFE = fault(
    "xml-doctype",
    "The XML declares a document type or entities",
    why="They can read other files, fetch addresses, or grow without end while they are read.",
    mend="remove the <!DOCTYPE ...> and write the characters themselves",
)
NAME_CHANGED = fault(
    "name-changed",
    "A file name of the source was changed",
    why="Not every system can keep such a name, or another document has it; links to it lead to the new name.",
    mend="rename the content file if you know a better name, before others link to it",
    level=Level.REVIEW,
)
