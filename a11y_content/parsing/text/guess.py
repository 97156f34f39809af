"""What the plain-text door guesses: each guess is a kind of problem of its own, so that a person can look at it."""

from __future__ import annotations

from collections import Counter

from a11y_content.parsing.limits import MAX_REPEATS
from a11y_content.problem import Fault, Level, Problem, Spot, fault

LEFT_OUT = fault(
    "left-out-control",
    "A line of the old page's controls was left out",
    why="The words of menus, skip links and cookie notices are not content. An overlay widget does not make a page "
    "accessible; this program's pages have a menu of their own.",
    mend="delete the line from the text; if it is content, write it in a sentence",
    level=Level.WARNING,
)
GUESS_KIND = fault(
    "guess-kind",
    "What the text is about was guessed",
    why="A page about a condition is listed, linked and described to search engines as one.",
    mend="say it in the front matter: `kind: condition`, or `kind: page`",
    level=Level.REVIEW,
)
GUESS_TITLE = fault(
    "guess-title",
    "The title was guessed",
    why="It is the first thing that everybody reads or hears of the page, and its name in lists.",
    mend="check that it names the page",
    level=Level.REVIEW,
)
GUESS_SUBTITLE = fault(
    "guess-subtitle",
    "A subtitle was guessed",
    why="A line under the title may also be a heading, which people move by; a subtitle is not.",
    mend="if it is a heading, write it as `## ` and the words",
    level=Level.REVIEW,
)
GUESS_SUMMARY = fault(
    "guess-summary",
    "The summary was guessed",
    why="Search results and lists of pages show it instead of the page.",
    mend="write one or two sentences that say what the page answers",
    level=Level.REVIEW,
)
GUESS_SECTION = fault(
    "guess-section-title",
    "The title of a section was guessed",
    why="The text begins anew here, but its heading is missing; people who move by headings would not find the part.",
    mend="check the words of the heading, and where its section begins",
    level=Level.REVIEW,
    criterion="2.4.6",
)
GUESS_GAP = fault(
    "guess-gap",
    "A gap in the text may stand for a lost heading",
    why="Where text was copied from a page, headings made of pictures or scripts leave such a gap.",
    mend="write the heading, or close the gap",
    level=Level.REVIEW,
)
GUESS_LINES = fault(
    "guess-lines",
    "The ends of lines were read as the ends of paragraphs",
    why="In plain text the end of a line may mean something, as in an address, or nothing.",
    mend="check where the paragraphs begin and end; a blank line says so for certain",
    level=Level.REVIEW,
)
GUESS_STORIES = fault(
    "guess-stories",
    "Text was read as the beginning of a patient's story",
    why="A name, some words and “Read full story” are a link to another page; the text alone does not say to which.",
    mend="check the name and the words",
    level=Level.REVIEW,
)
STORY_INCOMPLETE = fault(
    "story-incomplete",
    "Only the beginning of a story is there",
    why="The link promises the full story, and readers find the words that they know already.",
    mend="put the full text into the story's file, with the teller's consent; or take the teaser out",
    level=Level.REVIEW,
)
STORY_NO_TARGET = fault(
    "story-no-target",
    "The beginning of a story leads nowhere",
    why="“Read full story” is no link in plain text, so nobody can follow it.",
    mend="write the page in Markdown, the story as a file of its own, and a `:::{teasers}` that links to it",
    level=Level.WARNING,
    criterion="2.4.4",
)
GUESS_LINK = fault(
    "guess-link",
    "An address or number in the text was made a link",
    why="Links that are read out as addresses are hard to follow by ear.",
    mend="check where it leads, and give the link words of its own",
    level=Level.REVIEW,
    criterion="2.4.4",
)
REPAIR_PUNCTUATION = fault(
    "repair-punctuation",
    "Punctuation was repaired",
    why="Screen readers read doubled stops out, or pause at them as at the end of a sentence.",
    mend="check the sentence",
    level=Level.REVIEW,
)


class Guesses:
    """Collects the guesses of one text: of each kind the first few one by one, then how many more.

    `marks`: the text was written for this program, so its roles are read.
    """

    def __init__(self, name: str, *, marks: bool = False) -> None:
        self.name = name
        self.marks = marks
        self.roles = 0
        """How many roles were found so far."""
        self.problems: list[Problem] = []
        self._told: Counter[str] = Counter()
        self._last: dict[str, tuple[Fault, Spot]] = {}

    def tell(self, what: Fault, where: Spot, message: str, hint: str = "") -> bool:
        """Note a guess; False where it is only counted, so that the caller must not leave words out."""
        self._told[what.code] += 1
        if self._told[what.code] > MAX_REPEATS:
            self._last[what.code] = (what, where)
            return False
        self.problems.append(what.at(where, message, hint))
        return True

    def room(self, what: Fault) -> bool:
        """Tell whether one more of this kind would be told in words."""
        return self._told[what.code] < MAX_REPEATS

    def done(self) -> list[Problem]:
        """Give all problems in the order of their lines."""
        rest = [
            what.at(spot, f"{self._told[code] - MAX_REPEATS:,} more of these, the last one here")
            for code, (what, spot) in self._last.items()
        ]
        return sorted([*self.problems, *rest], key=lambda problem: problem.where)
