"""Django fixtures of Wagtail sites: which records are pages, and how they name each other."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.adapters import Imported, Opened
from a11y_content.parsing.importing.faults import FRONT_LEFT_OUT
from a11y_content.parsing.importing.front import flat
from a11y_content.parsing.importing.names import slug
from a11y_content.parsing.importing.records import many, part, strings, text_of
from a11y_content.parsing.importing.words import count_strings
from a11y_content.problem import Spot

_PAGE: Final = "wagtailcore.page"
_IMAGES: Final = ("wagtailimages.image",)
_SYSTEM: Final = re.compile(
    r"(?:auth|wagtail(?:core|users|images|docs|search|redirects|forms|embeds|admin)|admin|sessions|contenttypes|sites"
    r"|taggit|account|django\w*)\."
)
"""Records of the machinery: accounts, revisions, permissions. They are counted, and nothing of them is shown."""


@dataclass(slots=True)
class Page:
    """A page: the name of its content file, and its fields."""

    name: str
    fields: dict[str, Raw]
    spot: Spot


def is_fixture(raw: Raw) -> bool:
    """Tell whether a value is what `manage.py dumpdata` writes."""
    found = many(raw) if isinstance(raw.value, list) else []
    return bool(found) and all(
        isinstance(one.value, dict) and "fields" in one.value and "." in text_of(one.value.get("model"))
        for one in found
    )


def _speaks(fields: Raw | None) -> bool:
    """Tell whether a page has words of its own, beside those that all pages have."""
    own = fields.value if fields is not None and isinstance(fields.value, dict) else {}
    said = (one for name, value in own.items() if name != "page_ptr" for one in strings(value, frozenset()))
    return any(re.search(r"[^\W\d_]", text_of(one)) for one in said)


class Fixture:
    """The records of one fixture."""

    def __init__(self, opened: Opened, made: Imported, root: Raw) -> None:
        self.opened = opened
        self.made = made
        self.root = root
        self.names: dict[str, str] = {}
        self.records: dict[str, Raw] = {}
        self.pictures: dict[str, str] = {}
        home = self._home()
        for one in many(root):
            model, key = text_of(part(one, "model")), text_of(part(one, "pk"))
            fields = part(one, "fields")
            if model == _PAGE:
                self.records[key] = one
                self.names[key] = self._name(fields, home)
            elif model.endswith(".image") or model in _IMAGES:
                self.pictures[key] = text_of(part(fields, "file"))
        speaking = {
            text_of(part(part(one, "fields"), "page_ptr")) for one in many(root) if _speaks(part(one, "fields"))
        }
        self.links = {key: name for key, name in self.names.items() if key in speaking}
        """Names of the pages that become documents, by their keys."""

    def _home(self) -> str:
        """Give the path of the page that is the site's first."""
        sites = (one for one in many(self.root) if text_of(part(one, "model")) == "wagtailcore.site")
        first = next((text_of(part(part(one, "fields"), "root_page")) for one in sites), "")
        for one in many(self.root):
            if text_of(part(one, "model")) == _PAGE and text_of(part(one, "pk")) == first:
                return text_of(part(part(one, "fields"), "url_path"))
        return "/"

    @staticmethod
    def _name(fields: Raw | None, home: str) -> str:
        """Name the content file as the page's address does."""
        path = text_of(part(fields, "url_path"))
        path = path.removeprefix(home) if path.startswith(home) else path
        steps = [slug(one) for one in path.split("/")]
        return "/".join(one for one in steps if one) or "index"

    def pages(self) -> Iterator[Page]:
        """Go through the pages that are published; the others, and all other records, are told."""
        others: Counter[str] = Counter()
        for one in many(self.root):
            model, key = text_of(part(one, "model")), text_of(part(one, "pk"))
            fields = part(one, "fields")
            record = self.records.get(text_of(part(fields, "page_ptr")) or key)
            own = fields.value if fields is not None and isinstance(fields.value, dict) else {}
            if model == _PAGE:
                continue
            if "page_ptr" in own and record is not None:
                common = part(record, "fields")
                whole = {**(common.value if common is not None and isinstance(common.value, dict) else {}), **own}
                if text_of(whole.get("live")) == "False":
                    said = f"the page “{text_of(whole.get('title'))}” is not published; it was not imported"
                    self.made.problems.append(FRONT_LEFT_OUT.at(one.spot, said))
                    continue
                yield Page(self.names[text_of(part(record, "pk"))], whole, one.spot)
            elif _SYSTEM.match(model):
                others[model] += 1
            else:
                self._record(model, fields)
        if others:
            said = ", ".join(f"{count} {model}" for model, count in sorted(others.items()))
            self.made.problems.append(
                FRONT_LEFT_OUT.at(self.root.spot, f"records of the machinery were left out: {said}")
            )

    def _record(self, model: str, fields: Raw | None) -> None:
        """Tell of a record of the site's own that is no page, with its words."""
        if fields is None:
            return
        found = list(strings(fields, frozenset()))
        if self.made.words is not None:
            self.made.words += count_strings(found)
        if found:
            said = f"a record `{model}` was left out: `{flat(fields)}`"
            self.made.problems.append(FRONT_LEFT_OUT.at(fields.spot, said))

    def empty(self, name: str, title: Raw) -> None:
        """Tell of a page that says nothing."""
        said = f"the page “{text_of(title)}” (`{name}`) has no text; no document was made of it"
        self.made.problems.append(FRONT_LEFT_OUT.at(title.spot, said))

    def name_of(self, key: str) -> str:
        """Give the name of the content file of a page, or an empty string."""
        return self.links.get(key, "")

    def title_of(self, key: str) -> str:
        """Give the title of a page, or an empty string."""
        record = self.records.get(key)
        return text_of(part(part(record, "fields"), "title"))

    def known(self, name: str) -> set[str]:
        """Give the paths that may stand in links of a content file."""
        folder = posixpath.dirname(name) or "."
        return {posixpath.relpath(one, folder) for one in self.links.values()}

    def picture_of(self, key: str) -> str:
        """Give the file of a picture, or an empty string."""
        return self.pictures.get(key, "")
