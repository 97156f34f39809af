"""Computed styles of whole pages, element by element, and where two pages differ in them."""

from __future__ import annotations

from typing import Any

# Every computed value that is not the initial one, of elements and their pseudo-elements. Custom properties are left
# out: what they do is seen in the others.
STYLES = """
const plain = document.createElement("div");
plain.style.all = "initial";
document.documentElement.append(plain);
const usual = getComputedStyle(plain);
const names = [...usual].filter((name) => !name.startsWith("--"));
const initial = names.map((name) => usual.getPropertyValue(name));
plain.remove();
const values = (style) => {
  const found = {};
  names.forEach((name, at) => {
    const value = style.getPropertyValue(name);
    if (value !== initial[at]) found[name] = value;
  });
  return found;
};
const parts = (element) => {
  const empty = (part) => ["none", "normal"].includes(getComputedStyle(element, part).content);
  const drawn = ["::before", "::after"].filter((part) => !empty(part));
  return ["", ...drawn, ...(element.localName === "li" ? ["::marker"] : [])];
};
return [...document.querySelectorAll(arguments[0])].map((element) => {
  const box = element.getBoundingClientRect();
  return {
    element: `${element.localName}.${element.className.baseVal ?? element.className}#${element.id}`,
    box: [box.width, box.height].map((one) => Math.round(one * 16) / 16),
    styles: Object.fromEntries(parts(element).map((part) => [part, values(getComputedStyle(element, part))])),
  };
});
"""
OURS = ".a11y-skip, .a11y-menu, .a11y-menu *, .a11y-main, .a11y-main *"
SOME = ".a11y-menu__opener, .a11y-article, .a11y-article > :is(h1, p), .a11y-article a"
THEIRS = "html, body, body *:not(.a11y-part, .a11y-part *, script)"
LENGTH = {"height", "block-size", "perspective-origin", "transform-origin"}
"""What follows from how long the page is."""
ELSEWHERE = {
    # Where an element stands that is taken out of the flow depends on what the page has before it.
    ".a11y-hidden": {"top", "bottom", "inset-block-start", "inset-block-end"},
    "thead.": {"top", "bottom", "inset-block-start", "inset-block-end"},
    # In our own page the menu is an item of a flexible row, and `auto` is said in another way.
    "details.a11y-menu": {"min-height", "min-block-size"},
    **dict.fromkeys(("html.", "body.", "header.#"), LENGTH),
}
"""Values that may differ, by words in an element's name."""


def differences(ours: list[dict[str, Any]], others: list[dict[str, Any]]) -> list[str]:
    """Say where two pages differ, element by element."""
    if [one["element"] for one in ours] != [one["element"] for one in others]:
        return ["not the same elements"]
    found = []
    for one, other in zip(ours, others, strict=True):
        name = one["element"]
        free = set().union(*(names for word, names in ELSEWHERE.items() if word in name))
        if one["box"] != other["box"] and free != LENGTH:
            found.append(f"{name}: box {one['box']} is {other['box']}")
        for part in sorted(one["styles"].keys() | other["styles"].keys()):
            style, theirs = one["styles"].get(part, {}), other["styles"].get(part, {})
            names = sorted((style.keys() | theirs.keys()) - free)
            odd = [each for each in names if style.get(each) != theirs.get(each)]
            found += [f"{name}{part}: {each} {style.get(each)!r} is {theirs.get(each)!r}" for each in odd]
    return found
