"""Boilerplate: by which elements, roles, names and words the parts of a page are known that are not its content."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import names_of, said

_ELEMENTS: Final = {"nav": "navigation", "search": "a search form", "dialog": "a dialog", "menu-item": "navigation"}
_ROLES: Final = {
    "navigation": "navigation",
    "search": "a search form",
    "banner": "the head of the page",
    "contentinfo": "the foot of the page",
    "dialog": "a dialog",
    "alertdialog": "a dialog",
    "menubar": "navigation",
    "menu": "navigation",
    "toolbar": "a toolbar",
}
_NEVER: Final = frozenset({
    "html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "img", "td", "th", "table", "tbody", "tr",
    "strong", "b", "em", "i", "a", "abbr", "sub", "sup", "code",
})  # fmt: skip
"""Elements that are never dropped for their names alone."""
_LONGEST: Final = 600
_B: Final = r"(?:(?<= )|(?<=-))"
_E: Final = r"(?=[ -])"


def _named(names: str) -> re.Pattern[str]:
    return re.compile(f"{_B}(?:{'|'.join(names.split())}){_E}")


_KINDS: Final = tuple(
    (said_kind, _named(names))
    for said_kind, names in {
        "a cookie notice": r"""
            cookies?(?:-[a-z]+)* onetrust cky cmplz cybot gdpr moove-gdpr ccpa iubenda cli-bar
            eu-cookie-compliance sliding-popup consent-(?:banner|bar|popup|notice|manager|modal) tarteaucitron
            osano termly trustarc borlabs
        """,
        "a breadcrumb": r"""
            breadcrumbs? bread-crumbs? yoast-breadcrumb rank-math-breadcrumb
        """,
        "a skip link": r"""
            skip-links? skip-to skiplinks? skip-nav(?:igation)? skip-main skip-content
        """,
        "a search form": r"""
            search-form searchform search-box block-search widget-search site-search
        """,
        "buttons to share the page": r"""
            sharedaddy share-?(?:bar|buttons?|this|links?|icons?|tools?|post|daddy)
            social-(?:share|sharing|links?|icons?|media) sharing addtoany a2a-kit addthis shareaholic
            jetpack-likes jp-likes heateor essb post-share wpd-share elementor-share-buttons simplesocial
            et-social print-links?
        """,
        "a sign-up form of a newsletter": r"""
            newsletters?(?:-[a-z]+)* mc-embed(?:-[a-z]+)* mc4wp(?:-[a-z]+)* mailchimp mailpoet
            subscribe(?:-[a-z]+)* jetpack-subscription(?:-[a-z]+)* wp-block-jetpack-subscriptions email-sign-?up
            optin convertkit klaviyo
        """,
        "links to other posts": r"""
            related-?posts? jp-relatedposts yarpp(?:-[a-z]+)* crp-related
            related-(?:articles|stories|news|content|reading) you-may-also-like recent-posts popular-posts
            post-navigation posts-navigation nav-links nav-previous nav-next post-nav(?:igation)? pagination
            pager page-links outbrain taboola more-posts et-pb-blog elementor-post-navigation
        """,
        "comments": r"""
            comments?-area comments?-respond comment-?form comments disqus(?:-[a-z]+)* respond fb-comments
            wpdiscuz
        """,
        "notes of the old system on the post": r"""
            entry-meta post-meta entry-footer posted-on posted-in cat-links tags-links tagcloud byline
            post-(?:info|date|author|categories|category|tags) node-submitted node-meta node-links meta-?data?
            submitted author-(?:box|bio|info) about-author sab?box reading-time post-views field-name-field-tags
            wp-block-post-(?:date|terms|author(?:-[a-z]+)*) rt-reading-time last-updated-by elementor-post-info
        """,
        "links for editors": r"""
            edit-link post-edit-link contextual(?:-[a-z]+)* tabs-primary primary-tabs local-tasks
            wagtail-userbar wpadminbar admin-bar action-links elementor-edit(?:-[a-z]+)* quickedit toolbar-bar
            block-local-tasks-block
        """,
        "advertising": r"""
            adsbygoogle advert(?:s|isements?|ising)? ad-(?:slot|unit|container|wrapper|banner|block) google-ads?
            sponsored(?:-[a-z]+)* dfp
        """,
        "a window over the page": r"""
            popmake pum pum-[a-z]+ elementor-popup-modal popup(?:-[a-z]+)* lightbox-overlay modal interstitial
            exit-intent
        """,
        "a table of contents, which this program makes itself": r"""
            ez-toc(?:-[a-z]+)* toc-container lwptoc table-of-contents elementor-widget-table-of-contents
            rank-math-toc toc
        """,
        "a chat window": r"""
            chat-?widget livechat tawk intercom(?:-[a-z]+)* drift-widget crisp-client chatbot zopim
        """,
        "a side column of the old page": r"""
            sidebar(?:-[a-z]+)* widget-area region-sidebar(?:-[a-z]+)*
        """,
        "navigation": r"""
            menu-toggle main-navigation site-navigation navbar main-menu mega-menu back-to-top scroll-to-top
            scrollup on-page-nav
        """,
        "buttons that change the size of text": r"""
            font-?resizer text-?resizer? font-?size(?:-[a-z]+)* text-?size textsize
        """,
        "a rating": r"""
            kk-star-ratings post-ratings rate-this was-this-helpful page-feedback yasr(?:-[a-z]+)*
        """,
        "a banner of the old site": r"""
            site-header site-footer page-footer global-header global-footer announcement-bar top-bar
            notification-bar
        """,
    }.items()
)
"""What it is, and the patterns of the words in ids and classes that say so."""
_WORDS: Final = (
    (
        "a skip link",
        r"\W*(?:skip|jump) (?:to|over) .{1,40}|skip navigation|(?:saltar|ir) al contenido(?: principal)?",
        r"#|javascript:",
    ),
    (
        "a link to the top of the page",
        r"\W*(?:back|return|go) to (?:the )?top(?: of (?:the )?page)?\W*|\W*top of page\W*|volver arriba",
        r"#|javascript:",
    ),
    (
        "links for editors",
        r"\W*edit(?: this)?(?: page| post| entry)?\W*",
        r".*(?:edit|wp-admin|/admin/)",
    ),
    (
        "buttons to share the page",
        (
            r"\W*(?:share|tweet|pin|email|print)(?: this)?(?: (?:page|post|article|on|via|"
            r"with) ?.{0,40})?\W*|click to (?:share|email|print) .{0,60}"
        ),
        r"#|javascript:|mailto:\?|.*(?:sharer|/share|intent/|shareArticle|pin/create|wa\.me|whatsapp|print)",
    ),
    (
        "a cookie notice",
        (
            r"(?:this (?:web)?site|we|our (?:web)?site) uses? cookies\b.{0,500}|(?:accept|reject|allow|"
            r"decline)(?: all)?(?: the)? cookies|usamos cookies\b.{0,500}"
        ),
        r"",
    ),
    (
        "notes of the old system on the post",
        (
            r"(?:posted|filed|tagged|categori[sz]ed) (?:in|under|on|by|with)\b.{0,200}|(?:leave a (?:comment|"
            r"reply)|\d+ comments?|no comments?)\W*|(?:categories|tags): .{0,200}"
        ),
        r"",
    ),
)
"""What it is, the words that are all it says, and how the address of a link of that kind begins."""
_BY_WORDS: Final = tuple((name, re.compile(words, re.IGNORECASE), re.compile(href)) for name, words, href in _WORDS)
_LEAD: Final = frozenset({"p", "div", "span", "a", "button", "li", "ul", "section"})
_CONTROLS: Final = frozenset({"a", "button", "input"})


def kind(node: Node) -> str:
    """Say what an element is if its element, role, id and classes show that it is no content; else an empty string."""
    if node.name in _ELEMENTS:
        return _ELEMENTS[node.name]
    if not node.attributes:
        return ""
    role = node.get("role").lower()
    if role in _ROLES:
        return _ROLES[role]
    if node.name in _NEVER:
        return ""
    names = names_of(node)
    if names:
        for said_kind, pattern in _KINDS:
            if pattern.search(names):
                return said_kind
    return ""


def kind_by_words(node: Node) -> str:
    """Say what a control or short line is if all its words are those of boilerplate; else an empty string.

    A link counts by its address too; a paragraph or a block counts only where every link and button in it does.
    """
    if node.name not in _LEAD:
        return ""
    words = said(node)
    if not words or len(words) > _LONGEST:
        return ""
    for said_kind, pattern, address in _BY_WORDS:
        if pattern.fullmatch(words) is None:
            continue
        controls = [one for one in node.walk() if one.name in _CONTROLS]
        links = [one.get("href") for one in controls if one.name == "a"]
        if controls and all(address.match(href or "#") for href in links):
            return said_kind
    return ""
