"""HTML for the tests of cleaning and mending: from a string to what is left of it, written shortly."""

from __future__ import annotations

from collections.abc import Callable

from a11y_content.parsing.html.mending import mend
from a11y_content.parsing.html.tree import Node, read_tree
from a11y_content.parsing.html.walking import said
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem

Pass = Callable[[Node], list[Problem]]
TEXT = "<p>Text that goes on.</p>"
SHOWN = ("href", "src", "alt", "start", "scope")


def run(html: str, *passes: Pass) -> tuple[str, list[Problem]]:
    """Give the tree after some passes as short HTML, and all that was told."""
    root, problems = tree(html)
    for one in passes:
        problems += one(root)
    return short(root), problems


def mended(html: str) -> str:
    return run(html, mend)[0]


def untouched(html: str) -> None:
    """Assert that mending makes nothing of HTML, and tells nothing."""
    assert run(html, mend) == (run(html)[0], [])


def tree(html: str) -> tuple[Node, list[Problem]]:
    source = Source("page.html", html)
    page = "<body" in html or "<html" in html
    return read_tree(html, source.at, fragment=not page)


def short(node: Node) -> str:
    """Write a tree without white space at ends, and without attributes but those of `SHOWN` and own classes."""
    parts: list[str] = []
    stack: list[Node | str] = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            parts.append(one)
        elif not one.name:
            parts.append(" ".join(one.text.split()) if one.text.strip() else "")
        elif one.name == "#comment":
            parts.append("<!>")
        elif one.name in {"#root", "html", "head", "body"}:
            stack.extend(reversed(one.children))
        else:
            given = {name: one.attributes[name] for name in SHOWN if name in one.attributes}
            if "a11y-" in one.get("class"):
                given["class"] = one.get("class").split()[-1].removeprefix("a11y-")
            parts.append(f"<{one.name}{''.join(f' {name}={value}' for name, value in given.items())}>")
            stack += [f"</{one.name}>" if one.name not in {"br", "img", "hr"} else "", *reversed(one.children)]
    return "".join(parts)


def codes(problems: list[Problem]) -> list[str]:
    return [one.code for one in problems]


def told(problems: list[Problem], code: str) -> list[str]:
    return [f"{one.where.line}: {one.message}" for one in problems if one.code == code]


def kept(root: Node, problems: list[Problem]) -> set[str]:
    """Give all words that are in a tree or in what was told."""
    words = said(root) + " " + " ".join(one.message for one in problems)
    return set("".join(letter if letter.isalnum() else " " for letter in words).split())
