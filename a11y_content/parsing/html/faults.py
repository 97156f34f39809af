"""What HTML holds that the model has no place for: words are kept or told, each with its place."""

from __future__ import annotations

from a11y_content.problem import Level, fault

HTML_LOOKS = fault(
    "html-looks",
    "HTML marks text in a way that has no meaning here",
    why="Underlines, colours, small letters and lines are seen by some readers, and say nothing to the others.",
    mend="say in words or with a heading what the mark was meant to say",
    level=Level.WARNING,
)
HTML_UNKNOWN = fault(
    "html-unknown",
    "HTML has an element that is not known",
    why="What is not known is never passed through; only its words can be.",
    mend="check that its words still make sense",
    level=Level.WARNING,
)
HTML_EMBEDDED = fault(
    "html-embedded",
    "Something embedded was left out",
    why="It comes from another program or server, which a page here neither runs nor loads.",
    mend="say in the text what it shows, or link to it",
    level=Level.WARNING,
)
HTML_CONTROL = fault(
    "html-control",
    "A form or a control was taken apart",
    why="A page of content sends nothing anywhere; a button that does nothing misleads.",
    mend="link to the page with the form, or give the telephone number; the words were kept as text",
    level=Level.WARNING,
)
HTML_LEFT_OUT = fault(
    "html-left-out",
    "Words of a control were left out",
    why="They belong to a field or a player that is not there any more.",
    mend="write them into the text if readers need them",
    level=Level.WARNING,
)
HTML_HIDDEN = fault(
    "html-hidden",
    "Hidden text was left out",
    why="It was hidden from some readers or from all: what is worth reading is worth reading for everybody.",
    mend="write it into the text if readers need it",
    level=Level.WARNING,
)
HTML_ATTRIBUTE = fault(
    "html-attribute",
    "Words stand in an attribute",
    why="Tooltips and labels reach some readers and not others, and differ from what everybody sees.",
    mend="write them into the text if they say more than the text does",
    level=Level.WARNING,
)
HTML_SCRIPT = fault(
    "html-script",
    "HTML holds a script",
    why="Content cannot run programs in a reader's browser: none of them comes through.",
    mend="remove it; if it led somewhere, write a link",
    level=Level.WARNING,
)
HTML_TABLE = fault(
    "html-table",
    "A table was put in order",
    why="Screen readers read rows and columns with one header each; cells over several of them are repeated.",
    mend="check the table, cell by cell",
    level=Level.REVIEW,
    criterion="1.3.1",
)
HTML_HEAD = fault(
    "html-head",
    "A title or description of an HTML page was not taken over",
    why="The page is named by its main heading; what names it otherwise shows in no text.",
    mend="write it into the front matter if it says more",
    level=Level.WARNING,
)
HTML_IMAGE = fault(
    "html-image",
    "A picture was moved or became text",
    why="A picture inside a line breaks it when text grows, and its alternative is read in the middle of a sentence.",
    mend="look where it stands now",
    level=Level.WARNING,
)
HTML_BLOCK = fault(
    "html-block",
    "Something was written in a form that has no place there",
    why="Lists inside cells, headings inside summaries and the like are read out as one line.",
    mend="check that its words still make sense",
    level=Level.WARNING,
)
