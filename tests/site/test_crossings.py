"""Links between documents: marks that are not there, pages that are refused; told at the author's line."""

from pathlib import Path

import pytest

from a11y_content.problem import Level
from a11y_content.site import build, survey
from tests.site.three_languages import condition, page, write

CODES = ("fragment-unknown", "link-refused", "link-unknown")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content")


def told(content: Path) -> list[tuple[str, str, int, str]]:
    found = [one for one in survey(content).problems if one.code in CODES]
    return [(one.code, Path(one.where.file).relative_to(content).as_posix(), one.where.line, one.hint) for one in found]


@pytest.mark.parametrize(
    ("href", "hint"),
    [
        ("neck.md#symptom", "did you mean `#symptoms`?"),
        ("neck#when-to-get-halp", "did you mean `#when-to-get-help`?"),
        ("#symptomes", "did you mean `#symptoms`?"),
        ("/conditions.md#letter-q", "did you mean `#letter-s`?"),
        ("#letter-b", ""),
    ],
)
def test_a_mark_that_is_not_there_is_told_with_one_that_is_near(content: Path, href: str, hint: str) -> None:
    (content / "conditions/new.md").write_text(condition("New pain", text=f"See [this]({href})."))
    ((code, path, line, found),) = told(content)
    assert (code, path, line) == ("fragment-unknown", "conditions/new.md", 10)
    assert hint in {found, ""}


THERE = """
neck.md#symptoms #when-to-get-help neck.md#main neck.md#top neck.md#:~:text=hurts neck.md# neck.md#symptoms:~:text=it
/conditions.md#letter-n #%73ymptoms https://example.org/#nothing
"""


@pytest.mark.parametrize("href", THERE.split())
def test_a_mark_that_is_there_is_not_told(content: Path, href: str) -> None:
    (content / "conditions/new.md").write_text(condition("New pain", text=f"See [this]({href})."))
    assert told(content) == []


def test_marks_in_other_scripts_are_found(content: Path) -> None:
    (content / "ar/help.md").write_text(
        page("مساعدة", text="## متى تتصل\n\n[x](#متى-تتصل) [y](#%D9%85%D8%AA%D9%89-%D8%AA%D8%AA%D8%B5%D9%84)")
    )
    assert told(content) == []


def test_a_link_to_a_refused_page_is_told_and_does_not_refuse_its_own(content: Path, tmp_path: Path) -> None:
    (content / "conditions/neck/exercises.md").write_text(page("Exercises", text="[x](gone.md)"))
    found = [one[:3] for one in told(content)]
    assert found == [("link-refused", "conditions/neck.md", 15), ("link-unknown", "conditions/neck/exercises.md", 7)]
    result = build(content, tmp_path / "site", strict=False)
    assert {one.level for one in result.problems if one.code == "link-refused"} == {Level.WARNING}
    assert (tmp_path / "site" / "conditions/neck.html").is_file()


def test_a_document_that_cannot_be_read_is_refused_and_not_missing(content: Path) -> None:
    (content / "conditions/neck/exercises.md").write_text("---\nkind: page\nsummary: S.\n---\n\nWords.\n")
    (content / "conditions/other.md").write_text(
        condition("Other", text="[x](neck/exercises.md) [y](neck/exercise.md)")
    )
    found = [one[:3] for one in told(content)]
    assert ("link-refused", "conditions/other.md", 10) in found
    assert [one for one in found if one[0] == "link-unknown"] == [("link-unknown", "conditions/other.md", 10)]


def test_a_refused_page_in_the_header_is_told_in_the_settings(content: Path) -> None:
    site = content / "site.toml"
    site.write_text(
        site.read_text("utf-8").replace("[[redirects]]", '[[nav]]\nhref = "es/ayuda.md"\ntitle = "A"\n\n[[redirects]]'),
        "utf-8",
    )
    (content / "es/ayuda.md").write_text(page("Ayuda", text="[x](gone.md)"))
    assert ("link-refused", "site.toml", 5) in [one[:3] for one in told(content)]
