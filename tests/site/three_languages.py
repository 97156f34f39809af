"""A content folder in three languages: guides, lists, stories, translations, links by mark, redirects."""

from __future__ import annotations

from pathlib import Path

SITE = """title = "Clinic"
lang = "en"
base_url = "https://example.org/health"

[[redirects]]
from = "/old/neck.html"
to = "conditions/neck.md#symptoms"

[languages.es]
title = "Clínica"

[languages.ar]
title = "عيادة"
"""
CONDITION = """---
kind: condition
name: {name}
summary: About it.
review: {{last: {date}}}
{more}---

## Symptoms

It hurts. {text}

## When to get help

Call us.
"""
PAGE = """---
kind: page
title: {title}
summary: A page.
{more}---

{text}
"""


def condition(name: str, *, more: str = "", text: str = "", date: str = "2026-06-01") -> str:
    """Write a condition; `more` are lines of front matter."""
    return CONDITION.format(name=name, more=more and f"{more}\n", text=text, date=date)


def page(title: str, *, more: str = "", text: str = "Words.") -> str:
    """Write a page."""
    return PAGE.format(title=title, more=more and f"{more}\n", text=text)


def translated(**hrefs: str) -> str:
    """Write the translations of a document."""
    return "translations:\n" + "\n".join(f"  - {{lang: {lang}, href: {href}}}" for lang, href in hrefs.items())


FILES = {
    "site.toml": SITE,
    "conditions/neck.md": condition(
        "Neck pain",
        more="also_called: [Sore neck]\naliases: [/neck-pain]\n"
        + translated(es="/es/conditions/cuello.md", ar="/ar/conditions/raqaba.md"),
        text="See [exercises](neck/exercises.md#how-often).",
    ),
    "conditions/back.md": condition("Back pain", more="parts: [back/rest.md, back/work.md]"),
    "conditions/back/rest.md": page("Rest", text="See [help](../back.md#when-to-get-help)."),
    "conditions/back/work.md": page("Work"),
    "conditions/neck/exercises.md": page("Exercises", text="## How often\n\nDaily."),
    "stories/mina.md": "---\nkind: story\ntitle: Mina runs\nperson: Mina T.\nsummary: I run.\n"
    "conditions: [/conditions/neck.md]\npublished: 2026-02-03\n---\n\nI run again.\n",
    "es/conditions/cuello.md": condition(
        "Dolor de cuello", more=translated(en="/conditions/neck.md", ar="/ar/conditions/raqaba.md")
    ),
    "es/ayuda.md": page("Ayuda", text="Llame."),
    "ar/conditions/raqaba.md": condition(
        "ألم الرقبة", more=translated(en="/conditions/neck.md", es="/es/conditions/cuello.md")
    ),
}


def write(root: Path, **changed: str) -> Path:
    """Write the content folder; `changed` are texts to put in place of others, by the file's stem."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), "utf-8")
    return root
