"""Places of keys in TOML."""

from a11y_content.site.toml_places import nearest, places

TEXT = '''title = "A"
base_url = """
nav = "not a key"
"""

[[nav]]
href = "a.md"

[[nav]]
href = "b.md"
title = "B"

[contact]
name = "C"

[languages.es]
title = "D"

[[languages.es.nav]]
href = "e.md"
'''


def test_every_key_is_found_at_its_line_and_column() -> None:
    found = places(TEXT, "site.toml")
    assert str(found[("title",)]) == "site.toml:1:1"
    assert str(found[("nav", 1, "title")]) == "site.toml:11:1"
    assert str(found[("languages", "es", "nav", 0, "href")]) == "site.toml:20:1"


def test_a_line_of_a_long_string_is_no_key() -> None:
    found = places(TEXT, "site.toml")
    assert ("nav",) not in found
    assert str(found[("nav", 0)]) == "site.toml:6:3"


def test_a_key_inside_an_inline_table_has_the_place_of_the_table() -> None:
    found = places('contact = { name = "A", phone = 5 }\n', "s")
    assert str(nearest(found, ("contact", "phone"))) == "s:1:1"
