"""What can be wrong with Markdown, and the reading that the Markdown modules share."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y_content.parsing.limits import FATAL
from a11y_content.parsing.source import Source
from a11y_content.problem import Fault, Level, Problem, Spot, fault

RAW_HTML = fault(
    "raw-html",
    "HTML stands in the text",
    why="HTML from authors carries looks, scripts and broken structure past every rule.",
    mend="write it in Markdown, or with one of the fences; the words were kept, the tags were not",
)
HEADING_ONE = fault(
    "heading-one",
    "A first-level heading stands in the text",
    why="A page has one main heading, and that is its name; a second one makes people think a new page began.",
    mend="begin it with `##`; the page's own heading is `name` or `title` in the front matter",
    criterion="1.3.1",
)
HEADING_SKIP = fault(
    "heading-skip",
    "A heading skips a level",
    why="People who move by headings look for the level between and think that they missed a part.",
    mend="use the level right below the heading above it",
    criterion="1.3.1",
)
HEADING_ATTRIBUTES = fault(
    "heading-attributes",
    "A heading carries an id or a class",
    why="Ids are made from the words of headings and stay the same over builds.",
    mend="remove the part in curly brackets",
)
MARKDOWN_CODE = fault(
    "markdown-code",
    "Code stands in the text",
    why="Screen readers spell code out. Four spaces in front of a line make code too.",
    mend="write it as text, or take the spaces away; a role has its name in front: {lang=es}`hola`",
)
MARKDOWN_RULE = fault(
    "markdown-rule",
    "A line is drawn across the text",
    why="A line says that something new begins, but not what; a heading says both.",
    mend="write a heading, or remove the line",
)
IMAGE_INLINE = fault(
    "image-inline",
    "A picture stands inside a line of text",
    why="It breaks the line when text grows, and its alternative is read in the middle of a sentence.",
    mend="put it in a paragraph of its own",
)
STRIKETHROUGH = fault(
    "strikethrough",
    "Text is struck through",
    why="Most screen readers do not say so: the words are read as if they held.",
    mend="remove the words, or say that they no longer hold",
)
LINK_TITLE = fault(
    "link-title",
    "A link has a tooltip",
    why="A tooltip does not reach touch, keyboard or most screen readers.",
    mend='say it in the text, or as {about="..."} behind the link',
    level=Level.WARNING,
)
LINK_UNDEFINED = fault(
    "link-undefined",
    "A reference link has no definition",
    why="The brackets are shown as text, and there is no link.",
    mend="add a line `[name]: address`, or write `[text](address)`",
    level=Level.WARNING,
)
LINK_UNUSED = fault(
    "link-unused",
    "The definition of a link is not used",
    why="It shows nowhere on the page.",
    mend="remove it, or use it",
    level=Level.WARNING,
)
ROLE_UNKNOWN = fault(
    "role-unknown",
    "A role that does not exist",
    why="The program does not know what the words are meant to be.",
    mend="use one of the roles that the message names",
)
FOOTNOTE_BLOCKS = fault(
    "footnote-blocks",
    "A footnote holds more than one paragraph",
    why="A reference is one entry of a list.",
    mend="make it one paragraph",
)
FENCE_UNKNOWN = fault(
    "fence-unknown",
    "A fence with a name that does not exist",
    why="What is not known cannot be shown.",
    mend="use one of the names that the message gives",
)
FENCE_OPEN = fault(
    "fence-open",
    "A fence is not closed",
    why="The rest of the page would be inside it.",
    mend="close it with a line of as many colons",
)
FENCE_STRAY = fault(
    "fence-stray",
    "A closing fence closes nothing",
    why="The fence that it was meant for is missing, or was closed before.",
    mend="remove it, or give an outer fence more colons than the fences inside it",
)
FENCE_BRACES = fault(
    "fence-braces",
    "A fence's name stands without curly brackets",
    why="Without them the name cannot be told from text.",
    mend="write `:::{name}`",
)
FENCE_BODY = fault(
    "fence-body",
    "The text inside a fence has the wrong form",
    why="The kind of block needs it in another form, and would leave it out.",
    mend="write what the message asks for",
)


@dataclass(slots=True)
class Reading:
    """One reading of one source: where it stands, what was wrong so far.

    `foreign`: the text was written for another program, so what is refused elsewhere is repaired here, with a warning.
    """

    source: Source
    foreign: bool = False
    problems: list[Problem] = field(default_factory=list)

    def tell(self, what: Fault, where: int | Spot, message: str, hint: str = "") -> None:
        """Note a problem at a byte offset or place."""
        spot = self.source.at_byte(where) if isinstance(where, int) else where
        self.problems.append(
            what.at(spot, message, hint, level=Level.WARNING if self.foreign and what.code not in FATAL else None)
        )
