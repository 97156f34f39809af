"""Catalogues: interface strings in other languages, read from gettext `.po` files as they are."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from babel.messages.pofile import read_po

from a11y_content.text.language import script

ENGLISH: Final = "en"
_CACHED: Final = 256


@lru_cache(maxsize=1)
def catalogues() -> frozenset[str]:
    """Give the languages that have a catalogue (BCP 47), and English."""
    files = resources.files("a11y_content.text").joinpath("locales").iterdir()
    return frozenset(file.name[:-3].replace("_", "-") for file in files if file.name.endswith(".po")) | {ENGLISH}


@lru_cache(maxsize=_CACHED)
def interface_language(lang: str) -> str:
    """Give the language in which the interface of a page in `lang` speaks: `pt-BR` -> `pt`, `zh-CN` -> `zh-Hans`.

    Looked up (RFC 4647, 3.4) by the tag, then by its shorter forms, then by language and script; only catalogues in
    the script of the page count, so that `zh-TW` gets English and not characters that its readers do not use.
    """
    known = {tag.lower(): tag for tag in catalogues()}
    parts = lang.replace("_", "-").lower().split("-")
    usual = script(lang)
    shorter = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    for tag in (*shorter, f"{parts[0]}-{usual}".lower()):
        if tag in known and usual in {"", script(known[tag])}:
            return known[tag]
    return ENGLISH


@lru_cache(maxsize=_CACHED)
def other_language(lang: str) -> str:
    """Give the language that interface strings have to state on a page in `lang` (WCAG 3.1.2); empty for its own."""
    spoken = interface_language(lang)
    return "" if lang.replace("_", "-").lower().split("-")[0] == spoken.split("-")[0] else spoken


@lru_cache(maxsize=_CACHED)
def catalogue(lang: str) -> Mapping[str, str]:
    """Read the catalogue of one language as msgid to translation; untranslated and fuzzy entries are left out."""
    if lang == ENGLISH:
        return MappingProxyType({})
    file = resources.files("a11y_content.text").joinpath("locales", f"{lang.replace('-', '_')}.po")
    messages = read_po(io.BytesIO(file.read_bytes()), locale=lang.replace("-", "_"))
    pairs = ((m.id, m.string) for m in messages if m.id and m.string and not m.fuzzy)
    # Plural forms are lists; the interface has none.
    return MappingProxyType({id_: text for id_, text in pairs if isinstance(id_, str) and isinstance(text, str)})


@lru_cache(maxsize=_CACHED)
def _chain(lang: str) -> tuple[Mapping[str, str], ...]:
    """Give the catalogues to ask in turn: of `es-MX`, then of `es`."""
    found = interface_language(lang)
    tags = [found]
    while "-" in found:
        found = found.rpartition("-")[0]
        if found in catalogues():
            tags.append(found)
    return tuple(catalogue(tag) for tag in tags)


def say(lang: str, msgid: str, **values: object) -> str:
    """Give an interface string in a language (BCP 47), with `{names}` filled in; English where there is no translation.

    Without values the string comes as it is, braces and all. Raises `KeyError` for a name that no value fills.
    """
    text = msgid
    for messages in _chain(lang):
        if msgid in messages:
            text = messages[msgid]
            break
    return text.format(**values) if values else text
