"""Text: the words of the interface in every language, and what a language tag means.

The English words are the keys (msgids) of the gettext catalogues in `text/locales/LANG.po`.
"""

from a11y_content.text.catalogue import catalogues, interface_language, other_language, say
from a11y_content.text.language import date_words, direction, is_language, language_name

__all__ = [
    "catalogues",
    "date_words",
    "direction",
    "interface_language",
    "is_language",
    "language_name",
    "other_language",
    "say",
]
