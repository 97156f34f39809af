"""The words by which the plain-text door knows what a line is, in the languages that it knows."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_CONTROLS: Final = (
    r"(?:open|show|toggle|close|hide) (?:the )?accessibility (?:menu|tools?|toolbar|options|settings|widget)"
    r"|accessibility (?:menu|tools?|toolbar|options|settings|widget|adjustments)"
    r"|(?:press|click) .{0,40}accessibility (?:menu|widget|options)"
    r"|(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|search|footer)|skip (?:main |this )?navigation"
    r"|enable accessibility|use (?:a )?screen[- ]reader mode"
    r"|(?:accept|reject|allow|decline)(?: all)?(?: the)? cookies?|cookie (?:settings|preferences|notice)|manage cookies"
    r"|(?:this (?:web)?site|we) uses? cookies(?: .{0,160})?"
    r"|(?:open|toggle|close) (?:the )?(?:main |mobile )?(?:menu|navigation)|back to top|print this page"
    r"|abrir (?:el )?menú de accesibilidad|menú de accesibilidad|opciones de accesibilidad"
    r"|(?:saltar|ir) al contenido(?: principal)?|aceptar(?: todas)?(?: las)? cookies|volver arriba"
    r"|usamos cookies(?: .{0,160})?"
)
CONTROL: Final = re.compile(rf"\W*(?:{_CONTROLS})\W*", re.IGNORECASE)
"""A whole line that belongs to the controls of a web page, not to its text."""


class Topic(NamedTuple):
    """A part that texts about conditions have: how its first sentence begins, and its title."""

    pattern: re.Pattern[str]
    title: str


def _topic(words: str, title: str) -> Topic:
    return Topic(re.compile(rf"\b(?:{words})", re.IGNORECASE), title)


TOPICS: Final = (
    _topic(r"living with\b", "Living with {name}"),
    _topic(r"when to (?:see|call)\b", "When to see a doctor"),
    _topic(r"risk factors?\b", "Risk factors"),
    _topic(r"symptoms?\b|signs of\b", "Symptoms"),
    _topic(r"diagnos(?:is|es|e|ed|ing|tic)\b", "Diagnosis"),
    _topic(r"treat(?:ments?|ed|ing)?\b|therap(?:y|ies)\b", "Treatment"),
    _topic(r"causes?\b|caused by\b", "Causes"),
    _topic(r"prevent(?:ion|ing|ed)?\b", "Prevention"),
    _topic(r"complications?\b", "Complications"),
    _topic(r"outlook\b|prognosis\b|recover(?:y|ing)\b", "Outlook"),
    _topic(r"vivir con\b", "Vivir con {name}"),
    _topic(r"factores de riesgo\b", "Factores de riesgo"),
    _topic(r"síntomas?\b", "Síntomas"),
    _topic(r"diagn[óo]stic\w+", "Diagnóstico"),
    _topic(r"tratamientos?\b|tratar\b", "Tratamiento"),
    _topic(r"causas?\b", "Causas"),
    _topic(r"prevención\b|prevenir\b", "Prevención"),
)
NEAR: Final = 4
"""A lead-in names its topic within so many words."""
MEDICAL: Final = (
    re.compile(r"\b(?:symptoms?|síntomas?)\b", re.IGNORECASE),
    re.compile(r"\b(?:diagnos\w+|diagnóstic\w+)\b", re.IGNORECASE),
    re.compile(r"\b(?:treat(?:ments?|ed|ing)?|tratamientos?)\b", re.IGNORECASE),
    re.compile(r"\b(?:causes?|caused|causas?)\b", re.IGNORECASE),
    re.compile(r"\b(?:doctors?|physicians?|clinicians?|médic[oa]s?)\b", re.IGNORECASE),
    re.compile(r"\b(?:disease|disorder|syndrome|condition|illness|enfermedad|trastorno|síndrome)\b", re.IGNORECASE),
    re.compile(r"\b(?:pain|dolor)\b", re.IGNORECASE),
)
MEDICAL_ENOUGH: Final = 4
"""A text that has so many of these is taken for one about a condition."""

STORY_TITLE: Final = re.compile(
    r"(?P<a>.{1,60}?)(?:['’]s|(?<=s)['’]) (?:story|journey)|(?:la )?historia de (?P<b>.{1,60})", re.IGNORECASE
)
STORY_MORE: Final = re.compile(
    r"\s*\b(?:read|see|view|hear|watch|learn) (?:\S{1,30} )?(?:full|whole|complete|entire)? ?(?:story|journey|more)\W*$"
    r"|\s*\b(?:leer|lea|ver) (?:la |toda la )?(?:historia(?: completa)?|más)\W*$",
    re.IGNORECASE,
)
QUESTION: Final = re.compile(
    r"(?:what|why|when|who|how|where|which|can|do|does|is|are|should)\b.*|¿.*|qué .*|cómo .*|cuándo .*", re.IGNORECASE
)


def topic(sentence: str) -> Topic | None:
    """Give the topic that a sentence leads into, or None: the one that its first few words name."""
    head = " ".join(sentence.split()[:NEAR])
    found = [(hit.start(), one) for one in TOPICS if (hit := one.pattern.search(head))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def is_medical(text: str) -> bool:
    """Tell whether a text speaks of symptoms, diagnosis, treatment and the like often enough."""
    return sum(pattern.search(text) is not None for pattern in MEDICAL) >= MEDICAL_ENOUGH
