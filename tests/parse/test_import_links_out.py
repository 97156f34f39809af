"""What a link says beside its words stays, or is told, where the link cannot stay."""

from __future__ import annotations

from pathlib import Path

from a11y_content.parsing.importing import import_source
from a11y_content.parsing.source import Source


def test_the_kind_and_size_of_a_file_stay_with_the_words() -> None:
    html = "<h1>T</h1><p>Read the <a href='gone.pdf'>guide (PDF, 2 MB)</a>.</p>"
    made = import_source(Source("p.html", html), Path("p.html"), lang="en")
    assert [one.code for one in made.problems] == ["repair-link"]
    assert "(PDF, 2 MB)" in str(made.documents)


def test_hidden_words_of_a_link_are_told() -> None:
    hidden = "<span class='sr-only'>about colds</span>"
    html = f"<h1>T</h1><p>Then <a href='gone.html'>read more {hidden}</a>.</p>"
    made = import_source(Source("p.html", html), Path("p.html"), lang="en")
    assert [one.code for one in made.problems] == ["repair-link"]
    assert "“about colds”" in made.problems[0].message


def test_numbers_of_a_list_take_no_numbers_of_the_text() -> None:
    html = "<h1>T</h1><p>1) your card<br>2) your list</p><p>Room 1 is on floor 2.</p>"
    made = import_source(Source("p.html", html), Path("p.html"), lang="en")
    assert [one.code for one in made.problems] == ["guess-list"]
