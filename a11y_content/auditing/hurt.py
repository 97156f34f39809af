"""Whom it hurts when a success criterion is not met, for the criteria that rules of axe judge.

In our own words, after the sections "Benefits" of https://www.w3.org/WAI/WCAG22/Understanding/.
"""

from __future__ import annotations

from typing import Final

HURT: Final = {
    "1.1.1": "People who cannot see the picture, or have it switched off: a screen reader has nothing to read for it.",
    "1.2.1": "People who cannot hear the sound, or cannot see the video: what it tells never reaches them.",
    "1.2.2": "People who are deaf or hard of hearing, and everybody in a loud or a quiet place.",
    "1.3.1": "People who hear the page: without its structure they cannot tell a heading, a list or a table from text.",
    "1.3.4": "People whose device is fixed to a wheelchair or a bed, and who cannot turn it.",
    "1.3.5": "People who find writing hard, or do it with one finger: the browser cannot fill in the field for them.",
    "1.4.1": "People who see colours otherwise, or none: they do not find the link in the text around it.",
    "1.4.2": "People who listen to a screen reader: they cannot hear it over the sound.",
    "1.4.3": "People with low vision, older eyes, or the sun on the screen: they cannot make out the text.",
    "1.4.4": "People who need larger text: it is cut off, or the browser is kept from making it larger.",
    "1.4.6": "People with low vision who need more contrast than others: they cannot make out the text.",
    "1.4.10": "People who enlarge the page: they have to scroll sideways in every line.",
    "1.4.12": "People with dyslexia who set letters and lines wider apart: the text is cut off or overlaps.",
    "2.1.1": "People who do not use a mouse: they cannot reach or work it with the keyboard.",
    "2.2.1": "People who read, write or move slowly: time runs out on them.",
    "2.2.2": "People whom movement distracts or makes ill: it draws their eyes off the text and cannot be stopped.",
    "2.4.1": "People who hear the page or go through it by keys: on every page they pass the same links again.",
    "2.4.2": "People who hear the page, and all with many tabs open: they cannot tell which page this is.",
    "2.4.4": "People who hear the page and go from link to link: nothing says where this one leads.",
    "2.5.3": "People who speak to the computer: they say the words that they see, and nothing happens.",
    "2.5.8": "People whose hands tremble, or who use a thumb: they touch the one beside it.",
    "3.1.1": "People who hear the page: it is read to them with the sounds of another language.",
    "3.1.2": "People who hear the page: the foreign words are read with the sounds of the language around them.",
    "3.3.2": "People who hear the page, forget easily, or enlarge a part of it: nothing says what the field is for.",
    "4.1.2": "People who hear the page or speak to it: the control has no name, or says that it is something else.",
}
