"""The page at an old address: it leads to the new one on any host, by itself and by a link."""

from __future__ import annotations

from a11y_content.html import el, serialize
from a11y_content.model.site import Site
from a11y_content.rendering.address import public, relative, safe
from a11y_content.text import direction, other_language, say


def moved_page(  # noqa: PLR0913  each said by its name
    site: Site,
    old: str,
    new: str,
    *,
    tail: str = "",
    lang: str = "",
    title: str = "",
    stylesheet: str = "",
    csp: str = "",
) -> str:
    """Give the HTML document for the file `old` that leads to `new`: a path in the site, or an http(s) address.

    `tail` is a mark to put behind the path, `lang` and `title` are those of the page behind it, `stylesheet` is the
    path of the site's (so that nothing flashes white at night), `csp` is said in a meta element. The refresh has no
    delay, which is what WCAG asks of one (technique H76), and the link is for browsers that follow none. Raises
    `ContentError` for an unsafe address.
    """
    outside = new.startswith(("http://", "https://"))
    address = safe(new) if outside else relative(new, old) + tail
    lang = lang or site.lang
    spoken = other_language(lang) or lang
    moved = say(lang, "This page has moved")
    words = site.spoken(lang).title
    whole = address if outside else public(site, new)
    inside = (
        el("h1", None, moved),
        el(
            "p",
            None,
            say(lang, "The page is now here:"),
            " ",
            el("a", {"href": address, **_tongue(lang, spoken)}, title or address),
        ),
    )
    head = (
        el("meta", {"charset": "utf-8"}),
        el("meta", {"http-equiv": "Content-Security-Policy", "content": csp}) if csp else None,
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        el("title", None, f"{moved} - {words}" if words else moved),
        el("meta", {"name": "robots", "content": "noindex"}),
        el("meta", {"http-equiv": "refresh", "content": f"0; url={address}"}),
        el("link", {"rel": "stylesheet", "href": relative(stylesheet, old)}) if stylesheet else None,
        el("link", {"rel": "canonical", "href": whole}) if whole else None,
    )
    page = el(
        "html",
        {"lang": spoken, "dir": direction(spoken)},
        el("head", None, head),
        el("body", None, el("main", {"class": "a11y-main"}, inside)),
    )
    return f"<!DOCTYPE html>\n{serialize(page)}\n"


def _tongue(lang: str, spoken: str) -> dict[str, str]:
    """Say the language of the page behind the link where the interface does not speak it."""
    if lang == spoken:
        return {}
    return {
        "lang": lang,
        "hreflang": lang,
        **({"dir": direction(lang)} if direction(lang) != direction(spoken) else {}),
    }
