"""What mending guesses and repairs in the HTML of other systems; what other doors do too is in `repair_faults`."""

from __future__ import annotations

from a11y_content.problem import Level, fault

REPAIR_HEADING = fault(
    "repair-heading",
    "The level of a heading was repaired",
    why="People who move by headings look for a level that is missing, and think that they missed a part.",
    mend="check which part each heading belongs to",
    level=Level.WARNING,
    criterion="1.3.1",
)
REPAIR_LAYOUT = fault(
    "repair-layout",
    "A table that only placed things on the page was opened",
    why="Screen readers announce rows and columns that mean nothing, and the order of reading is not that of the eye.",
    mend="check that the parts stand in the right order",
    level=Level.WARNING,
    criterion="1.3.2",
)
GUESS_SCRIPT_LINK = fault(
    "guess-script-link",
    "A link was read out of a script",
    why="It only worked with a mouse and with scripts; now it is a link for everybody.",
    mend="check where it leads",
    level=Level.REVIEW,
    criterion="2.1.1",
)
REPAIR_LINK_PLACE = fault(
    "repair-link-place",
    "A link around a picture or several blocks was put on words",
    why="A screen reader would read the whole block, or the picture's address, as the name of the link.",
    mend="check that the words of the link say where it leads",
    level=Level.WARNING,
    criterion="2.4.4",
)
REPAIR_FOLD = fault(
    "repair-fold",
    "Folded text or tabs that needed scripts were opened",
    why="Without their scripts they would hide text from everybody.",
    mend="check that the parts stand in the right order, and that nothing most readers need is folded",
    level=Level.WARNING,
    criterion="4.1.2",
)
GUESS_TERMS = fault(
    "guess-terms",
    "Lines that begin with a bold word were read as terms and what is said of them",
    why="The pairs were only to be seen; a list of terms is read out as such.",
    mend="check the terms",
    level=Level.REVIEW,
    criterion="1.3.1",
)
REPAIR_INDENT = fault(
    "repair-indent",
    "A quotation that only moved text to the side was opened",
    why="Screen readers announce a quotation, and nobody is quoted.",
    mend="if somebody is quoted, make it a quotation again and say who",
    level=Level.WARNING,
    criterion="1.3.1",
)
REPAIR_BREAKS = fault(
    "repair-breaks",
    "Line breaks that stood for the ends of paragraphs were repaired",
    why="Screen readers jump from paragraph to paragraph, and would read it all as one.",
    mend="check where the paragraphs begin and end",
    level=Level.WARNING,
    criterion="1.3.1",
)
REPAIR_PICTURE_PLACE = fault(
    "repair-picture-place",
    "A picture was moved out of a line of text",
    why="It breaks the line when text grows, and its alternative is read in the middle of a sentence.",
    mend="check that it stands where it is meant to",
    level=Level.WARNING,
)
