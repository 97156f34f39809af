"""`site.toml`: the settings of a site, each problem at its line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from a11y_content.design.preferences import offered
from a11y_content.model.raw import Raw
from a11y_content.model.site import Redirect, Settings, Site
from a11y_content.parsing import read
from a11y_content.parsing.build_faults import FIELD_MISSING, FIELD_TYPE, FIELD_UNKNOWN
from a11y_content.parsing.builder import Builder
from a11y_content.parsing.plan import plan
from a11y_content.parsing.source import Source
from a11y_content.parsing.toml_text import read_toml
from a11y_content.problem import Level, Problem, Spot, UsageError, fault
from a11y_content.registry import suggest
from a11y_content.site.brand import read_brand, with_brand
from a11y_content.site.folders import LINK_OUTSIDE, SITE_FILE, leads_out
from a11y_content.site.toml_places import Path as KeyPath
from a11y_content.site.toml_places import nearest, places

SITE_MISSING = fault(
    "site-missing",
    "The content folder has no site.toml",
    why="Every page names its site, and screen-reader users hear that name first.",
    mend="write a site.toml with at least `title` and `lang`",
)
SITE_SYNTAX = fault(
    "site-syntax",
    "site.toml is not TOML",
    why="None of its settings can be read.",
    mend="see https://toml.io for how TOML is written",
)
BASE_URL_MISSING = fault(
    "base-url-missing",
    "site.toml does not say the public address of the site",
    why="sitemap.xml, feeds, canonical addresses and structured data need whole addresses, and are left out without.",
    mend='add `base_url = "https://example.org"`',
    level=Level.WARNING,
)
PREFERENCE_UNKNOWN = fault(
    "preference-unknown",
    "site.toml offers a preference that does not exist",
    why="The menu would lack what the site means to offer.",
    mend="use the names that `a11y-content modes` prints",
)

_PER_LANGUAGE: Final = ("tagline", "nav", "footer", "contact", "emergency", "glossary")
"""What a further language may say in its own words; what it leaves out is as in the main language."""
SPOKEN: Final = frozenset({"title", *_PER_LANGUAGE})
"""The fields of a table under `languages`."""
REDIRECT: Final = ("from", "to")
"""The fields of a table under `redirects`: an old path from the site's root; a content file, file or address."""


def load_site(folder: Path) -> tuple[Site, list[Problem]]:
    """Read the settings of a content folder; with problems, what could be read and defaults for the rest."""
    path = folder / SITE_FILE
    shown = path.as_posix()
    fallback = Site(title=folder.resolve().name, file=shown)
    if not path.is_file():
        return fallback, [SITE_MISSING.at(Spot(folder.as_posix()), f"there is no {SITE_FILE} in {folder}")]
    if leads_out(folder, SITE_FILE):
        return fallback, [LINK_OUTSIDE.at(Spot(shown), f"{SITE_FILE} is a link to a file outside the content folder")]
    text, problems = read(path)
    if not text:
        return fallback, problems or [SITE_MISSING.at(Spot(shown), f"{SITE_FILE} is empty")]
    try:
        values, beyond = read_toml(Source(shown, text))
    except tomllib.TOMLDecodeError as error:
        return fallback, [*problems, _syntax(error, text, shown)]
    if values is None:
        return fallback, [*problems, *beyond]
    raw = _raw(values, (), places(text, shown))
    builder = Builder()
    made, brand = _site(raw, builder, fallback)
    look, wrong = read_brand(brand, folder)
    if made is not fallback:
        made = with_brand(made, look)
    if not made.base_url and made is not fallback:
        problems = [
            *problems,
            BASE_URL_MISSING.at(raw.spot, "there is no `base_url`: no sitemap.xml and no feed is written"),
        ]
    return made, [*problems, *builder.problems, *wrong, *_preferences(made, raw)]


def _site(raw: Raw, builder: Builder, fallback: Site) -> tuple[Site, Raw | None]:
    """Build the site; `languages` and `brand` are tables of tables, which the general builder does not know."""
    values: dict[str, Raw] = dict(raw.value) if isinstance(raw.value, dict) else {}
    languages, brand = values.pop("languages", None), values.pop("brand", None)
    moved = list(_redirects(values.pop("redirects", None), builder))
    made = builder.record(plan(Settings), Raw(values, raw.spot, raw.keys), "site.toml", values)
    if not isinstance(made, Settings):
        return fallback, brand
    site = Site(**_values(made), file=fallback.file)
    tables = _table(languages, "languages", builder)
    spoken = {tag: _language(tag, one, site, builder) for tag, one in tables.items()}
    spoken = {tag: replace(one, redirects=tuple(moved)) for tag, one in spoken.items()}
    return replace(site, languages=spoken, redirects=tuple(moved)), brand


def _redirects(raw: Raw | None, builder: Builder) -> Iterator[Redirect]:
    """Read `[[redirects]]`: their `from` is no name that a field could have."""
    if raw is None:
        return
    if not isinstance(raw.value, list):
        builder.problems.append(FIELD_TYPE.at(raw.spot, "`redirects` must be a list: write `[[redirects]]`"))
        return
    for one in raw.value:
        given = one.value if isinstance(one.value, dict) else {}
        for name in given.keys() - set(REDIRECT):
            near = suggest(name, REDIRECT)
            hint = f"did you mean `{near}`?" if near else f"a redirect has {' and '.join(REDIRECT)}"
            spot = one.keys.get(name, one.spot)
            builder.problems.append(FIELD_UNKNOWN.at(spot, f"a redirect has no field `{name}`", hint))
        words = [str(given[name].value) for name in REDIRECT if name in given and isinstance(given[name].value, str)]
        if len(words) < len(REDIRECT):
            said = "a redirect needs `from` and `to`, both text"
            builder.problems.append(FIELD_MISSING.at(one.spot, said, 'write `from = "/old.html"` and `to = "new.md"`'))
        else:
            old, new = (one.keys.get(name, one.spot) for name in REDIRECT)
            yield Redirect(old=words[0], new=words[1], spot=old, to=new)


def _table(raw: Raw | None, name: str, builder: Builder) -> dict[str, Raw]:
    if raw is None or isinstance(raw.value, dict):
        return dict(raw.value) if raw is not None and isinstance(raw.value, dict) else {}
    hint = 'write a table for each language, such as `[languages.es]` with `title = "..."`'
    builder.problems.append(FIELD_TYPE.at(raw.spot, f"`{name}` must be a table", hint))
    return {}


def _language(tag: str, raw: Raw, site: Site, builder: Builder) -> Site:
    values = _table(raw, f"languages.{tag}", builder)
    for name in [name for name in values if name not in SPOKEN]:
        near = suggest(name, sorted(SPOKEN - values.keys()))
        hint = f"did you mean `{near}`?" if near else f"a further language has {', '.join(sorted(SPOKEN))}"
        spot = raw.keys.get(name, raw.spot)
        builder.problems.append(FIELD_UNKNOWN.at(spot, f"languages.{tag} has no field `{name}`", hint))
        del values[name]
    given = {"title": Raw(site.title, raw.spot), **values, "lang": Raw(tag, raw.spot)}
    made = builder.record(plan(Settings), Raw(given, raw.spot, raw.keys), f"languages.{tag}", given)
    if not isinstance(made, Settings):
        return site
    own = {name: getattr(made, name) for name in _PER_LANGUAGE if name in values}
    return replace(site, title=made.title, lang=made.lang, **own)


def _values(settings: Settings) -> dict[str, Any]:
    return {one.name: getattr(settings, one.name) for one in fields(Settings)}


def _preferences(site: Site, raw: Raw) -> list[Problem]:
    try:
        offered(site.preferences)
    except UsageError as error:
        values = raw.value if isinstance(raw.value, dict) else {}
        spot = values["preferences"].spot if "preferences" in values else raw.spot
        return [PREFERENCE_UNKNOWN.at(spot, str(error))]
    return []


def _syntax(error: tomllib.TOMLDecodeError, text: str, file: str) -> Problem:
    """Turn `... (at line 3, column 5)` into a located problem."""
    words = str(error)
    message, _, place = words.rpartition(" (at ")
    numbers = [int(word) for word in place.replace(",", " ").replace(")", " ").split() if word.isdecimal()]
    line, column = numbers if len(numbers) == 2 else (text.count("\n") + 1, 1)  # noqa: PLR2004  line and column
    return SITE_SYNTAX.at(Spot(file, line, column), f"{SITE_FILE} cannot be read: {message or words}")


def _raw(value: Any, path: KeyPath, found: dict[KeyPath, Spot]) -> Raw:
    """Make located JSON of TOML values; dates become the strings that authors write."""
    spot = nearest(found, path)
    if isinstance(value, dict):
        keys = {name: nearest(found, (*path, name)) for name in value}
        return Raw({name: _raw(one, (*path, name), found) for name, one in value.items()}, spot, keys)
    if isinstance(value, list):
        return Raw([_raw(one, (*path, index), found) for index, one in enumerate(value)], spot)
    if isinstance(value, str | int | float | bool):
        return Raw(value, spot)
    return Raw(value.isoformat(), spot)
