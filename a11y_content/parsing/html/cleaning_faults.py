"""What cleaning takes out of a page: each kind is told with its words and its place."""

from __future__ import annotations

from a11y_content.problem import Level, fault

OVERLAY = fault(
    "overlay-left-out",
    "An accessibility widget was left out",
    why="A widget that is laid over a page cannot mend the page under it, and does not make a site conform to any "
    "standard; it gets in the way of the settings and programs that people have already.",
    mend="nothing: pages that this program builds have their own menu, and follow the reader's settings without it",
    level=Level.WARNING,
    help_url="https://overlayfactsheet.com/",
)
BOILERPLATE = fault(
    "boilerplate-left-out",
    "A part of the old page that is not its content was left out",
    why="Navigation, search, share buttons, notices and forms belong to the old site; inside a text they are noise.",
    mend="if readers need the words, write them into the text",
    level=Level.WARNING,
)
SCRIPT = fault(
    "script-left-out",
    "Scripts, styles or trackers of the old page were left out",
    why="They ran the old page, or told others who reads it. Pages of this program load nothing from elsewhere.",
    mend="nothing, unless a script wrote words that readers need",
    level=Level.WARNING,
)
GUESS_MAIN = fault(
    "guess-main",
    "Where the content of the page begins and ends was guessed",
    why="The old page does not mark it, so a part may be missing or too much.",
    mend="compare the text with the old page, and read what was left out",
    level=Level.REVIEW,
    criterion="1.3.1",
)
COMMENT = fault(
    "comment-left-out",
    "A comment in the HTML was left out",
    why="Readers never saw it, but it may say something to the next author.",
    mend="nothing, unless it says what is still to be done",
    level=Level.REVIEW,
)
SHORTCODE = fault(
    "shortcode-left-out",
    "A shortcode of the old system was left out",
    why="The old system put something in its place when the page was shown; here nothing would.",
    mend="look at the old page for what stood there, and write it",
    level=Level.WARNING,
)
EMBED = fault(
    "repair-embed",
    "Something embedded became a link or text",
    why="Pages that this program builds load nothing from other servers, which would learn who reads them.",
    mend="check the words of the link; put a film with its captions into the content folder if you may",
    level=Level.WARNING,
)
