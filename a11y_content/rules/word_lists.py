"""Words that rules look for, by language. A language that is not here is not judged: no finding beats a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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

CARE_ACTIONS: Final[Mapping[str, frozenset[str]]] = {
    "en": _words(
        """
        act arrange ask attend book bring call check come contact dial do don email find follow get give go keep leave
        make phone press put request ring say see seek sit speak stay stop take talk tell text try use visit wait wake
        """
    ),
    "es": _words(
        """
        acuda acude avise avisa busque busca consulte consulta contacte contacta contáctenos
        consúltenos dígale diga haga hable habla llame
        llámenos llama llamar marque marca pida pide pregunte pregunta solicite solicita tome toma use usa vaya ve
        visite visita
        """
    ),
    "fr": _words("allez appelez appeler consultez contactez demandez faites parlez prenez téléphonez voyez"),
    "de": _words("fragen gehen holen informieren kontaktieren rufen sagen sprechen suchen vereinbaren wählen wenden"),
}
"""Words of which the title of a care card holds one: they tell people what to do."""

VERBS_FIRST: Final[Mapping[str, frozenset[str]]] = {
    "en": _words(
        """
        affects begins causes comes feels gets goes happens has helps hurts includes including involves is lasts lets
        makes means needs occurs reduces requires shows spreads starts
        """
    ),
}
"""Words that begin what should follow the subject of a sentence: an item of a list that starts with one hangs in the
air beside items that do not."""

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
    PO | ET | RNA | FDA | CDC | NIH | WHO | KB | MB | GB | NEW
    """
)
"""Abbreviations that more people know than know what they stand for; and words that people shout."""

SMALL_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "en": _words(
        """
        a an and are as at be been but by can do for from had has have he her his how i if in into is it its may more
        my not of on or our she so some such than that the their them then there they this to was we were what when
        which who will with you your
        """
    ),
    "es": _words(
        """
        a al algo ante como con cuando de del desde donde el ella ellos en entre era es esa ese eso esta este está
        están ha han hay la las le les lo los más me mi muy no nos o para pero por porque puede que qué se ser si sin
        sobre son su sus también te tiene tu un una uno usted y ya
        """
    ),
    "fr": _words(
        """
        à au aux avec ce ces cette comme dans de des du elle en est et il ils je la le les leur mais me mon ne nous on
        ou où par pas plus pour qu que qui sa se ses si son sont sur un une vous votre
        """
    ),
    "de": _words(
        """
        als am an auch auf aus bei bis das dass dem den der des die ein eine einem einen einer er es für haben hat ich
        ihr ihre im in ist kann man mit nach nicht oder sein sich sie sind so über um und von war werden wenn wie wir
        wird zu zum zur
        """
    ),
}
"""The commonest small words of languages, by which a clause shows what it is written in."""
