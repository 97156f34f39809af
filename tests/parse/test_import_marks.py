"""Marks of other programs: notes beside pictures, attributes behind links, TOML front matter."""

from tests.parse.test_import import imported, told


def test_a_mark_of_a_note_beside_a_picture_is_kept() -> None:
    made = imported("![alt](x.png)\n[^n]")
    assert told(made, "words-lost") == []
    assert told(made, "repair-cite")


def test_marks_of_another_program_in_one_note_do_not_cost_all_notes() -> None:
    made = imported('Text[^a] and[^b].\n\n[^a]: See [a](https://example.org){target="_blank"}.\n[^b]: Another.\n')
    assert told(made, "front-left-out") == told(made, "words-lost") == told(made, "repair-cite") == []
    assert told(made, "repair-attributes")


def test_toml_front_matter_is_read_at_its_lines() -> None:
    text = (
        '+++\ntitle = "Back pain"\n# a remark\ndate = 2024-01-02T10:00:00Z\ntags = [\n  "spine",\n]\n'
        '[params]\ncolour = "red"\n+++\n\nIt hurts.\n'
    )
    made = imported(text)
    (_, document), *_ = made.documents
    assert document.plain()["title"] == "Back pain"
    assert document.plain()["published"] == "2024-01-02"
    assert "+++" not in str(document.plain())
    left = {p.where.line: p.message for p in made.problems if p.code == "front-left-out"}
    assert "spine" in left[5]
    assert "red" in left[8]
    assert [p.where.line for p in made.problems if p.code == "words-lost"] == [3]


def test_a_text_that_only_looks_like_toml_stays_text() -> None:
    (_, document), *_ = imported("+++\nnot toml\n+++\n\nIt hurts.\n").documents
    assert "not toml" in str(document.plain())
