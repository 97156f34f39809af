"""Accessibility widgets that are laid over pages, and trackers: by which names pages can be seen to carry them."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import names_of, said
from a11y_content.rules.word_lists import OVERLAYS

_PRODUCTS: Final[dict[str, str]] = {
    "accessiBe": r"accessibe|acsb-|acsb(?=\W|$)|acsbapp|acsbjs",
    "UserWay": r"userway|uwy(?=\W|$)|uw-s\d",
    "AudioEye": r"audioeye|ae_launcher|ae-launcher",
    "EqualWeb": r"equalweb|nagich|indmenu",
    "Sienna": r"sienna-accessibility|asw-(?:menu|widget|container)|accessibility-widget\.(?:pages|umd)",
    "Recite Me": r"reciteme|recite-me|recite-(?:button|toolbar)|browsealoud-recite",
    "ReachDeck (Browsealoud)": r"browsealoud|reachdeck|texthelp",
    "ReadSpeaker": r"readspeaker|rsbtn",
    "WP Accessibility Helper": r"wp-?accessibility-?helper|wah-(?:sidebar|icon|aicon|container)|wahcontainer|wahout",
    "One Click Accessibility": r"pojo-a11y|one-click-accessibility|ea11y|ally-toolbar",
    "Accessibility Toolbar (acc_toolbar)": r"acc_toolbar|mic-access|mic-init-access",
    "accessible-web-widget": r"accessible-web-widget|accessibleweb|acc-widget|acc-toggle-btn",
    "free-accessibility-menu": r"free-accessibility-menu|a11y-?widget(?=\W|$)",
    "Equally AI": r"equally-?ai|equallyai",
    "MaxAccess": r"maxaccess|max-access",
    "Accessibility Enabler": r"accessibility-?enabler|aioa|all-in-one-accessibility|skynettechnologies",
    "EyeAble": r"eye-?able",
    "DIGIaccess": r"digiaccess",
    "Adally": r"adally",
    "AccessibilityWidget": r"accessibility-(?:widget|toolbar|menu|overlay|button|panel|launcher|icon|trigger|options)"
    r"|widget-accessibility|a11y-(?:toolbar|overlay)",
}
_ANY: Final = re.compile(
    "|".join(f"(?P<g{place}>{one})" for place, one in enumerate(_PRODUCTS.values())), re.IGNORECASE
)
_NAMES: Final = tuple(_PRODUCTS)
_GENERAL: Final = _NAMES[-1]
_WORDS: Final = re.compile(
    r"\W*(?:(?:open|show|toggle|close|hide|launch|enable|press|abrir)\b.{0,40})?"
    rf"(?:{'|'.join(map(re.escape, OVERLAYS))}|screen[- ]reader (?:mode|adjustments)"
    r"|powered by (?:userway|accessibe))\W*",
    re.IGNORECASE,
)
_LONGEST: Final = 80
_LINKED: Final = ("src", "href", "data-src", "action")
_TRACKERS: Final[dict[str, str]] = {
    "Google Tag Manager": r"googletagmanager\.com",
    "Google Analytics": r"google-analytics\.com|gtag\(|_gaq|\bga\('",
    "Google advertising": r"doubleclick\.net|googlesyndication\.com|adsbygoogle|googleadservices",
    "the Facebook pixel": r"connect\.facebook\.net|facebook\.com/tr\b|fbq\(",
    "Hotjar": r"hotjar",
    "Microsoft Clarity": r"clarity\.ms",
    "LinkedIn Insight": r"snap\.licdn\.com|px\.ads\.linkedin",
    "TikTok": r"analytics\.tiktok\.com",
    "Matomo": r"matomo|piwik",
    "HubSpot": r"hs-scripts\.com|hs-analytics|hsforms",
    "Twitter": r"static\.ads-twitter|platform\.twitter\.com/widgets",
    "WordPress statistics": r"stats\.wp\.com|pixel\.wp\.com",
    "New Relic": r"nr-data\.net|newrelic",
}
_TRACKER: Final = re.compile("|".join(f"(?P<t{at}>{one})" for at, one in enumerate(_TRACKERS.values())), re.IGNORECASE)
_BEGINNING: Final = 4_000


def product(node: Node) -> str:
    """Give the name of the accessibility widget that an element is, or an empty string.

    The words of an opener count only where they are all that a short element says.
    """
    marks = f"{names_of(node)} {' '.join(node.attributes.get(name, '') for name in _LINKED)}"
    marks += f" {' '.join(name for name in node.attributes if name.startswith('data-'))} "
    if node.name == "script":
        marks += "".join(one.text[:_BEGINNING] for one in node.children)
    found = _ANY.search(marks) if marks.strip() else None
    if found:
        return _NAMES[int((found.lastgroup or "g0")[1:])]
    return ""


def opens_widget(node: Node) -> bool:
    """Tell whether a control or short line is the opener of an accessibility widget, by its words."""
    words = said(node)
    return bool(words) and len(words) <= _LONGEST and _WORDS.fullmatch(words) is not None


def named(product_name: str) -> str:
    """Say which widget it was."""
    return "an accessibility widget" if product_name in {"", _GENERAL} else f"the accessibility widget {product_name}"


def tracker(node: Node) -> str:
    """Give the name of the tracker that a script, frame or picture is, or an empty string."""
    inside = node.walk() if node.name == "noscript" else (node,)
    marks = " ".join(one.attributes[name] for one in inside for name in _LINKED if name in one.attributes)
    if node.name in {"script", "noscript"}:
        marks += " " + "".join(one.text[:_BEGINNING] for one in node.children)
    found = _TRACKER.search(marks)
    return list(_TRACKERS)[int((found.lastgroup or "t0")[1:])] if found else ""


def is_pixel(node: Node) -> bool:
    """Tell whether a picture is one of a pixel, which nobody sees."""
    sizes = {node.get("width").removesuffix("px"), node.get("height").removesuffix("px")} - {""}
    return node.name == "img" and bool(sizes) and sizes <= {"0", "1"}
