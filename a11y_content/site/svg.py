"""SVG made safe: read as XML without DTD, entities or network, and written anew from a closed list.

A browser runs scripts in an SVG that is opened by itself, which any host may offer; so what is published is never the
author's file but our own writing of what it draws. docs/decisions/0069-svg.md says why the list is our own.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from a11y_content.html import Element, append, clean
from a11y_content.site.svg_styles import PROPERTIES, declarations, plain_value, rules

SVG: Final = "http://www.w3.org/2000/svg"
_SPACES: Final[Any] = {None: SVG}
_PLACES: Final = re.compile(r"(?:,? line \d+)*(?:, column \d+)?$")
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_XML: Final = frozenset(f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space"))

MAX_BYTES: Final = 2_000_000
MAX_ELEMENTS: Final = 50_000
MAX_DEPTH: Final = 100
MAX_DRAWN: Final = 200_000
"""Elements that are drawn once every `use` is followed: a few lines can ask for billions."""

_SHAPES: Final = "path rect circle ellipse line polyline polygon image use"
_GROUPS: Final = "svg g defs symbol marker pattern clipPath mask linearGradient radialGradient stop filter"
_TEXTS: Final = frozenset(["text", "tspan", "textPath", "title", "desc"])
_EFFECTS: Final = """
feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
"""
ELEMENTS: Final = frozenset([*_SHAPES.split(), *_GROUPS.split(), *_EFFECTS.split(), *_TEXTS, "style"])
"""The elements that are written; all others are left out, with what is in them."""
_UNWRAPPED: Final = frozenset({"a", "switch"})
"""Written as a mere group: a picture in a page cannot be clicked."""
_QUIET: Final = frozenset({"metadata"})
"""Left out without a word, as is everything in the name spaces of drawing programs: it draws nothing."""

_GIVEN: Final = """
amplitude azimuth baseFrequency bias class clipPathUnits d diffuseConstant divisor dx dy edgeMode elevation exponent
filterUnits fr fx fy gradientTransform gradientUnits id in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength
lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves
offset operator order orient pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY
pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits radius refX refY result rotate scale seed side slope spacing
specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale tableValues targetX
targetY textLength type values version viewBox x1 x2 xChannelSelector y1 y2 yChannelSelector z role aria-label
aria-labelledby aria-hidden lang
"""
ATTRIBUTES: Final = frozenset(_GIVEN.split()) | PROPERTIES
_WORDED: Final = frozenset(["class", "id", "lang", "role", "aria-label", "aria-labelledby", "aria-hidden"])
"""Attributes that hold words or names, which nothing reads as CSS."""
_SILENT: Final = re.compile(r"data-|aria-|xmlns|baseProfile$|contentScriptType$|contentStyleType$|zoomAndPan$|space$")

_ENTITY: Final = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[")
_ENCODING: Final = re.compile(r"\A<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_ID: Final = re.compile(r"#[\w.:-]+")
_POINTER: Final = re.compile(r"#([\w.:-]+)")
_DATA: Final = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,(.*)", re.IGNORECASE | re.DOTALL)
_MAGIC: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")


class SvgError(Exception):
    """An SVG file that cannot be made safe; `line` is where in it, 0 for the file as a whole."""

    def __init__(self, line: int, reason: str) -> None:
        """Keep the place and the reason, which follows a name: `is not well-formed`."""
        self.line = line
        super().__init__(reason)


@dataclass(slots=True)
class CleanSvg:
    """An SVG file as it is published."""

    data: bytes
    told: list[tuple[int, str]] = field(default_factory=list)
    """What was taken out: line in the author's file, and what stood there."""


def clean_svg(data: bytes) -> CleanSvg:
    """Write an SVG file anew without what could run, load or lead elsewhere; raises `SvgError` where that cannot be."""
    root = _read(data)
    made = CleanSvg(b"")
    bare = root.tag == "svg"
    if bare:
        made.told.append((_line(root), "no name space; the one of SVG was put in"))
    elif root.tag != f"{{{SVG}}}svg":
        raise SvgError(_line(root), "is no SVG file: its first element is another")
    new = _copy(root, made, bare=bare)
    _count(new)
    made.data = etree.tostring(new, encoding="utf-8") + b"\n"
    return made


def _read(data: bytes) -> Element:
    if len(data) > MAX_BYTES:
        raise SvgError(0, f"has more than {MAX_BYTES // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SvgError(data.count(b"\n", 0, error.start) + 1, "is not in UTF-8") from error
    said = _ENCODING.match(text)
    if said and said[1].lower() not in {"utf-8", "utf8", "us-ascii", "ascii"}:
        raise SvgError(1, f"says that it is in {said[1][:20]!a}, and must be in UTF-8")
    if found := _ENTITY.search(text):
        raise SvgError(text.count("\n", 0, found.start()) + 1, "declares entities or its own document type")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        reason = _PLACES.sub("", str(error.msg))  # the place is told with the problem
        raise SvgError(error.lineno or 1, f"is not well-formed XML: {reason}") from error


def _line(element: Element) -> int:
    """Give the line of the author's file at which an element begins, 0 where the parser does not know it."""
    return int(getattr(element, "sourceline", None) or 0)


def _words(element: Element) -> str:
    """Give the text inside an element, also inside those below."""
    return "".join(text for text in element.itertext("*") if isinstance(text, str))


def _copy(root: Element, made: CleanSvg, *, bare: bool) -> Element:
    """Copy what passes into a new tree; iterative, since a file may be deep."""
    for before in (*root.itersiblings(preceding=True), *root.itersiblings()):
        made.told.append((_line(before), f"the instruction “{str(before.text)[:60]}”"))
    new = etree.Element(_tag("svg"), nsmap=_SPACES)
    _fill(root, new, made)
    todo = [(root, new, 1)]
    seen = 1
    while todo:
        old, target, depth = todo.pop()
        if depth > MAX_DEPTH:
            raise SvgError(_line(old), f"is deeper than {MAX_DEPTH} elements")
        textual = etree.QName(target).localname in _TEXTS
        if textual:
            target.text = old.text
        for child in _children(old):
            seen += 1
            if seen > MAX_ELEMENTS:
                raise SvgError(_line(child), f"has more than {MAX_ELEMENTS:,} elements")
            copied = _child(child, target, made, bare=bare)
            if copied is not None:
                todo.append((child, copied, depth + 1))
            if textual and child.tail:
                append(target, child.tail)
    return new


def _child(child: Element, target: Element, made: CleanSvg, *, bare: bool) -> Element | None:
    """Make the copy of one element without what is in it, or tell what is left out and give None."""
    line = _line(child)
    tag: object = child.tag  # a function where the node is no element
    if not isinstance(tag, str):
        made.told.append((line, f"the instruction “{str(child.text)[:60]}”"))
        return None
    name = _name(child, bare=bare)
    if name in _UNWRAPPED:
        made.told.append((line, f"`{name}` (what is in it stays)"))
        textual = etree.QName(target).localname in _TEXTS
        return etree.SubElement(target, _tag("tspan" if textual else "g"))
    if name in ELEMENTS:
        copied = etree.SubElement(target, _tag(name))
        _fill(child, copied, made)
        return copied
    if (name and name not in _QUIET) or any(
        etree.QName(one).namespace == SVG for one in child.iter("*") if one != child
    ):
        words = " ".join(_words(child).split())
        made.told.append((line, f"`{name or child.tag}`" + (f" with “{words[:60]}”" if words else "")))
    return None


def _tag(name: str) -> str:
    return f"{{{SVG}}}{name}"


def _children(old: Element) -> list[Element]:
    """Give what is inside; of a `switch` only the one that a browser without extras would choose."""
    inside = list(old)
    if str(old.tag).endswith("switch"):
        tests = ("systemLanguage", "requiredExtensions", "requiredFeatures")
        return [one for one in inside if not any(one.get(test) for test in tests)][:1] or inside[-1:]
    return inside


def _name(element: Element, *, bare: bool) -> str:
    """Give the name of an element of SVG, an empty string for one of a drawing program, or a name that no list has."""
    found = etree.QName(element)
    if found.namespace in {SVG, None}:
        return found.localname if bool(found.namespace) != bare else ""
    return f"{found.localname} of another name space" if found.namespace.endswith(("xhtml", "MathML")) else ""


def _fill(old: Element, new: Element, made: CleanSvg) -> None:
    """Copy the attributes that pass, and the text of a style sheet."""
    line = _line(old)
    name = etree.QName(new).localname

    def tell(what: str) -> None:
        made.told.append((line, what))

    for key, text in old.attrib.items():
        attribute, value = str(key), clean(str(text))
        if attribute in {"href", _XLINK}:
            attribute, kept, what = "href", _target(name, value), f"the address “{value[:60]}” of `{name}`"
        elif attribute == "style":
            kept, what = declarations(value, tell), ""  # it tells by itself
        elif attribute in _XML or attribute in _WORDED:
            kept, what = value, ""
        elif attribute in ATTRIBUTES:
            kept, what = value if plain_value(value) else "", f'`{attribute}="{value[:60]}"`' if value else ""
        else:
            quiet = attribute.startswith("{") or _SILENT.match(attribute)
            kept, what = "", "" if quiet else f"the attribute `{attribute[:60]}`"
        if kept:
            new.set(attribute, kept)
        elif what:
            tell(what)
    if name == "style":
        new.text = rules(_words(old), tell)


def _target(name: str, href: str) -> str:
    """Give an address that leads to a part of the same file, or holds a picture itself; else an empty string."""
    href = href.strip()
    if name != "image":
        return href if _ID.fullmatch(href) else ""
    found = _DATA.fullmatch(href)
    if found is None:
        return ""
    try:
        data = base64.b64decode("".join(found[2].split()), validate=True)
    except (binascii.Error, ValueError):
        return ""
    return f"data:image/{found[1].lower()};base64,{base64.b64encode(data).decode()}" if data.startswith(_MAGIC) else ""


def _count(root: Element) -> None:
    """Refuse a file in which elements that point at others draw far more than it holds, or point in a circle."""
    named: dict[str, Element] = {}
    for one in root.iter():
        if one.get("id"):
            named.setdefault(str(one.get("id")), one)
    costs: dict[Element, int] = {}
    open_: set[Element] = set()
    todo = [(root, False)]
    while todo:
        one, done = todo.pop()
        if one in costs:
            continue
        below = [*one, *(named[name] for name in _pointed(one) if name in named)]
        if done:
            open_.discard(one)
            costs[one] = 1 + sum(costs[other] for other in below)
            if costs[one] > MAX_DRAWN:
                raise SvgError(0, f"draws more than {MAX_DRAWN:,} elements, pointing at the same ones again and again")
            continue
        if one in open_:
            raise SvgError(0, "points at itself in a circle")
        open_.add(one)
        todo.append((one, True))
        for other in below:
            if other in open_:
                raise SvgError(0, f"points at itself in a circle: `#{other.get('id')}`")
            todo.append((other, False))


def _pointed(one: Element) -> Iterator[str]:
    """Go through the names that the attributes of an element point at."""
    for key, value in one.attrib.items():
        if key == "href":
            if str(value).startswith("#"):
                yield str(value)[1:]
        elif "url(" in str(value).lower():
            yield from _POINTER.findall(str(value))
