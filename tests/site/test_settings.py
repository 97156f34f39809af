"""`site.toml`: what it says wrongly is told at the key that says it."""

from pathlib import Path

import pytest

from a11y_content.site import survey

GOOD = 'title = "Example"\nlang = "en"\nbase_url = "https://example.org"\n'

ROWS = [
    (GOOD + '[[nav]]\nhref = "nowhere.md"\n', "link-unknown", 5, 1),
    (GOOD + '[[nav]]\ntitle = "Home"\nhref = "javascript:alert(1)"\n', "link-scheme", 6, 1),
    (GOOD + '[[footer]]\nhref = "about"\n[[footer]]\nhref = "abuot"\n', "link-unknown", 7, 1),
    (GOOD + '[contact]\nname = "We"\nphone = "call us"\n', "phone-digits", 6, 1),
    (GOOD + '[[emergency]]\ntext = "Help"\nnumber = "nine"\n', "phone-digits", 6, 1),
    (
        GOOD + '[[glossary]]\nshort = "GP"\nexpansion = "general practitioner"\n[[glossary]]\nshort = "GP"\n'
        'expansion = "b"\n',
        "glossary-duplicate",
        8,
        1,
    ),
    (GOOD + '[[glossary]]\nshort = "EMG"\nexpansion = "electro-diagnosis"\n', "abbr-mismatch", 6, 1),
    (GOOD.replace("https://example.org", "example.org"), "base-url-invalid", 3, 1),
    (GOOD.replace("https://example.org", "ftp://example.org"), "base-url-invalid", 3, 1),
    (GOOD.replace("https://example.org", "https://example.org/?a#b"), "base-url-invalid", 3, 1),
    (GOOD.replace("https://example.org", "https://[example.org"), "base-url-invalid", 3, 1),
    (GOOD.replace('"Example"', '["A", "B"]'), "field-type", 1, 1),
    (GOOD.replace('"Example"', '"A\\u0007"'), "character-control", 1, 1),
    (GOOD + 'preferences = ["txt"]\n', "preference-unknown", 4, 1),
    (GOOD + "languages = 5\n", "field-type", 4, 1),
    (GOOD + 'languages = {es = "x"}\n', "field-type", 4, 1),
    (GOOD + '[languages.es]\nbase_url = "https://example.es"\n', "field-unknown", 5, 1),
    (GOOD + '[languages.es]\ntitel = "Ejemplo"\n', "field-unknown", 5, 1),
    (GOOD + '[languages.it]\ntitle = "Esempio"\n', "interface-language", 4, 2),
    (GOOD + '[[languages.es.nav]]\nhref = "nada.md"\n', "link-unknown", 5, 1),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), ROWS)
def test_a_setting_that_cannot_be_is_told_at_its_key(
    tmp_path: Path, text: str, code: str, line: int, column: int
) -> None:
    (tmp_path / "site.toml").write_text(text)
    (tmp_path / "about.md").write_text("---\ntitle: About\nsummary: About us.\n---\n\nWho we are.\n")
    found = [(p.code, p.where.line, p.where.column) for p in survey(tmp_path).problems]
    assert found == [(code, line, column)]


def test_settings_that_are_right_have_no_problem(tmp_path: Path) -> None:
    text = GOOD + (
        '[[nav]]\nhref = "about.md"\n[[footer]]\nhref = "https://example.com/"\ntitle = "Elsewhere"\n'
        '[contact]\nphone = "+1 555 0100"\n[[emergency]]\nnumber = "112"\ntext = "Call 112"\n'
        '[languages.es]\ntitle = "Ejemplo"\n'
    )
    (tmp_path / "site.toml").write_text(text)
    (tmp_path / "about.md").write_text("---\ntitle: About\nsummary: About us.\n---\n\nWho we are.\n")
    assert survey(tmp_path).problems == []


def test_a_file_that_is_no_toml_is_told_where_it_breaks(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(GOOD + "nav = [\n")
    (tmp_path / "about.md").write_text("---\ntitle: About\nlang: en\nsummary: About us.\n---\n\nWho we are.\n")
    (problem,) = survey(tmp_path).problems
    assert problem.code == "site-syntax"
    assert problem.where.line >= 4


def test_a_site_without_title_is_told(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(GOOD.replace("Example", " "))
    (tmp_path / "about.md").write_text("---\ntitle: About\nsummary: About us.\n---\n\nWho we are.\n")
    assert "site-title" in [p.code for p in survey(tmp_path).problems]
