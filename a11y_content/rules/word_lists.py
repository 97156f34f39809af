"""Words that rules look for, by language. A language that is not here is not judged: no finding beats a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


GENERIC_LINKS: Final[Mapping[str, frozenset[str]]] = {
    "en": _phrases(
        """
        click here | click | here | this | this link | this page | link | more | read more | learn more | find out
        more | see more | more info | more information | details | more details | continue | continue reading | read
        on | go | download | website | read full story | full story | read | view | view more | see here | tap here
        | info | page | article
        """
    ),
    "es": _phrases(
        """
        haga clic aquí | haz clic aquí | clic aquí | pulse aquí | aquí | este enlace | esta página | enlace | más |
        leer más | lea más | ver más | más información | más detalles | detalles | continuar | seguir leyendo |
        saber más | descargar | sitio web | leer | ver | página | lea la historia completa | leer la historia
        completa
        """
    ),
    "fr": _phrases(
        """
        cliquez ici | ici | ce lien | cette page | lien | plus | lire plus | lire la suite | en savoir plus | voir
        plus | plus d'informations | détails | continuer | télécharger | site web
        """
    ),
    "de": _phrases(
        """
        hier klicken | klicken sie hier | hier | dieser link | diese seite | link | mehr | mehr lesen | weiterlesen
        | mehr erfahren | weitere informationen | details | weiter | herunterladen | webseite | website
        """
    ),
}
"""Link texts that say nothing of where they lead (WCAG 2.4.4), in lower case."""

OVERLAYS: Final = (
    "open accessibility menu",
    "accessibility menu",
    "accessibility widget",
    "accessibility options",
    "accessibility tools",
    "accessibility adjustments",
    "open accessibility toolbar",
    "menú de accesibilidad",
    "abrir menú de accesibilidad",
    "userway",
    "accessibe",
    "audioeye",
    "equalweb",
    "recite me",
)
"""Words of an accessibility widget's opener, as they come along when a page is copied."""

PICTURE_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "image of",
        "picture of",
        "photo of",
        "photograph of",
        "graphic of",
        "a picture of",
        "an image of",
        "a photo of",
    ),
    "es": ("imagen de", "foto de", "fotografía de", "una imagen de", "una foto de", "gráfico de"),
    "fr": ("image de", "photo de", "photographie de", "une image de", "une photo de"),
    "de": ("bild von", "foto von", "ein bild von", "ein foto von", "abbildung von"),
}
"""Beginnings of alternative texts that repeat what a screen reader says already: that this is a picture."""

WELL_KNOWN: Final = _phrases(
    """
    US | USA | UK | EU | UN | TV | CD | DVD | PDF | CSV | OK | AM | PM | DNA | ID | GP | NHS | HIV | AIDS | FAQ |
    ATM | GPS | SMS | URL | QR | AI | IQ | DO | NOT | NO | YES | NEVER | AND | OR | ALL | IF | ONLY | MUST | ANY |
    NOW |
    PO | ET
    """
)
"""Abbreviations that more people know than know what they stand for; and words that people shout."""
