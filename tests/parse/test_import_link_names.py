"""Links of one name to different places get words that tell them apart; all other links stay."""

from pathlib import Path

from a11y_content.parsing.importing import import_source
from a11y_content.parsing.source import Source
from a11y_content.parsing.writing import to_markdown


def read(body: str) -> tuple[str, list[str]]:
    made = import_source(Source("a.md", f"---\ntitle: Knees\n---\n{body}"), Path("a.md"), lang="en")
    (_, raw), *_ = made.documents
    return to_markdown(raw), [one.code for one in made.problems if one.code in {"repair-link-name", "link-ambiguous"}]


def test_the_heading_above_tells_two_links_apart() -> None:
    text, codes = read("## Gout\n[More](https://a.example/gout)\n\n## Sprains\n[More](https://a.example/sprains)\n")
    assert codes == ["repair-link-name"]
    assert "[More](https://a.example/gout)" in text
    assert 'https://a.example/sprains){about="Sprains"}' in text


def test_under_one_heading_the_address_tells_them_apart() -> None:
    text, codes = read("[More](https://a.example/gout)\n\n[More](https://a.example/knee_pain/)\n")
    assert codes == ["repair-link-name"]
    assert '{about="knee pain"}' in text


def test_links_to_one_place_and_links_with_names_of_their_own_stay() -> None:
    text, codes = read("[More](https://a.example/)\n\n[More](https://a.example)\n\n[Less](https://b.example)\n")
    assert codes == []
    assert "about" not in text
