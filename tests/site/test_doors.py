"""A site of documents in all four forms: they are listed, linked and checked alike."""

import json
from pathlib import Path

import pytest

import a11y_content as a11y

HOME = "---\nkind: page\ntitle: Home\nsummary: Start here.\n---\n\nSee [neck pain](conditions/neck-pain.json), "
HOME += "[how to reach us](contact.html) and [the leaflets](leaflets.txt).\n"
CONDITION = {
    "kind": "condition",
    "name": "Neck pain",
    "summary": "Neck pain is common.",
    "review": {"last": "2026-06-01"},
    "sections": [{"kind": "section", "title": "Symptoms", "blocks": "It hurts."}],
    "related": ["../contact.html", "../index.md"],
}
CONTACT = "---\nsummary: Call us.\n---\n<h1>Contact</h1>\n<p>Call <a href='tel:+15550100'>+1 555 0100</a>, or "
CONTACT += "<a href='index.md'>start again</a>.</p>\n"
LEAFLETS = "---\nkind: page\ntitle: Leaflets\nsummary: To print.\n---\n\nWe print {link=conditions/neck-pain.json}`one "
LEAFLETS += "on the neck`.\n"
LIST = {"kind": "index", "title": "Conditions A to Z", "summary": "All of them.", "of": "condition"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "conditions").mkdir(parents=True)
    (folder / "site.toml").write_text('title = "Example"\nlang = "en"\nbase_url = "https://example.org"\n')
    (folder / "index.md").write_text(HOME)
    (folder / "conditions" / "neck-pain.json").write_text(json.dumps(CONDITION, indent=2))
    (folder / "contact.html").write_text(CONTACT)
    (folder / "leaflets.txt").write_text(LEAFLETS)
    (folder / "conditions.json").write_text(json.dumps(LIST))
    return folder


def test_a_site_may_mix_the_four_forms(content: Path, tmp_path: Path) -> None:
    result = a11y.build(content, tmp_path / "site")
    assert [one.line() for one in result.problems if one.level == "error"] == []
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    assert {"index.html", "contact.html", "leaflets.html", "conditions.html", "conditions/neck-pain.html"} <= pages
    home = (tmp_path / "site" / "index.html").read_text()
    assert 'href="conditions/neck-pain.html"' in home
    assert "Neck pain" in (tmp_path / "site" / "conditions.html").read_text()
    assert 'href="../contact.html"' in (tmp_path / "site" / "conditions" / "neck-pain.html").read_text()


def test_a_fault_in_any_form_is_told_at_its_place(content: Path, tmp_path: Path) -> None:
    path = content / "conditions" / "neck-pain.json"
    path.write_text(path.read_text().replace('"sections"', '"section"'))
    problems = a11y.build(content, tmp_path / "site").problems
    (unknown,) = [one for one in problems if one.code == "field-unknown"]
    assert unknown.where.file.endswith("neck-pain.json")
    assert (unknown.where.line, unknown.hint) == (8, "did you mean `sections`?")
