"""Import of Markdown from elsewhere: what is moved, repaired and left out is told, and nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.parsing import parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing import Imported, import_file, import_source, site_toml
from a11y_content.parsing.source import clean
from a11y_content.parsing.writing import to_markdown
from a11y_content.problem import Level
from benchmarks.corpora import words_in
from benchmarks.corpora.run import Corpus, go_through
from tests.examples import examples

FIXTURES = Path(__file__).parents[2] / "fixtures"
FOREIGN = sorted(path for path in (FIXTURES / "foreign").rglob("*.md") if path.name != "README.md")


def imported(text: str, path: Path = Path("folder/a-page.md")) -> Imported:
    source, _ = clean(str(path), text)
    return import_source(source, path, lang="en")


def document(made: Imported) -> dict[str, object]:
    plain = made.documents[0][1].plain()
    assert isinstance(plain, dict)
    return plain


def told(made: Imported, code: str) -> list[str]:
    return [f"{one.where.line}: {one.message}" for one in made.problems if one.code == code]


# ------------------------------------------------------------------------------------------------------ whole files
@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.name)
def test_what_is_imported_passes_the_check_and_reads_back(path: Path) -> None:
    made = import_file(path, lang="en")
    (named,) = made.documents
    built, _ = build_document(named[1], lang="en")
    again, problems = parse(to_markdown(named[1]), "markdown", "again.md", lang="en")
    assert named[0] == path.stem
    assert again == built
    assert [one.line() for one in [*problems, *made.problems] if one.level is Level.ERROR] == []


@pytest.mark.parametrize(
    ("folder", "corpus"),
    [
        ("", Corpus("foreign", "foreign", "foreign/*.md", words_in.markdown)),
        ("text", Corpus("text", "*.txt", "*.txt", words_in.text)),
    ],
)
def test_no_word_of_the_fixtures_is_lost_on_their_pages(folder: str, corpus: Corpus, tmp_path: Path) -> None:
    tally = go_through(corpus, FIXTURES / folder, tmp_path)
    assert tally.sources > 3
    assert (tally.lost, tally.tracebacks, tally.differ, tally.refused) == ([], [], [], [])


# ------------------------------------------------------------------------------------------------------ front matter
def test_known_fields_are_moved_and_told() -> None:
    made = imported("---\ntitle: A\ndescription: It is B.\nlanguage: en_GB\ndate: 2024-05-06\n---\nText.\n")
    assert {name: document(made)[name] for name in ("title", "summary", "lang", "published")} == {
        "title": "A", "summary": "It is B.", "lang": "en-GB", "published": "2024-05-06",
    }  # fmt: skip
    assert len(told(made, "front-moved")) == 3


def test_other_fields_are_told_with_their_line_and_all_their_words() -> None:
    made = imported("---\ntitle: A\nlayout: wide\ntags:\n  - old/a\n  - older/a\n---\nText.\n")
    assert told(made, "front-left-out") == [
        "3: `layout: wide` was left out",
        "4: `tags: old/a, older/a` was left out",
    ]


def test_a_second_title_is_told_unless_it_is_the_same() -> None:
    assert told(imported("---\ntitle: A\ndisplay_title: A\n---\nText.\n"), "front-left-out") == []
    assert len(told(imported("---\ntitle: A\ndisplay_title: B\n---\nText.\n"), "front-left-out")) == 1


def test_a_field_of_ours_with_a_value_that_is_not_is_left_out() -> None:
    made = imported("---\ntitle: A\nreview: soon\nrelated: [{x: 1}]\n---\nText.\n")
    assert "review" not in document(made)
    assert len(told(made, "front-left-out")) == 2
    assert [one for one in made.problems if one.level is Level.ERROR] == []


def test_front_matter_that_is_not_yaml_is_read_line_by_line() -> None:
    made = imported("---\ntitle: Ice: or heat?\n}{\n---\nText.\n")
    assert document(made)["title"] == "Ice: or heat?"
    assert told(made, "front-unread") == ["3: `}{` was left out"]


def test_groups_of_links_become_sections() -> None:
    groups = "- heading: More\n  links:\n  - {url: https://x.example, title: X, description: Y}\n"
    text = f"---\ntitle: A\nrelatedlinks:\n{groups}---\nText.\n"
    section = document(imported(text))["body"][1]  # type: ignore[index]
    link = {"kind": "link", "href": "https://x.example", "inlines": ["X"]}
    item = {"inlines": [link], "blocks": [{"kind": "paragraph", "inlines": ["Y"]}]}
    assert section == {"kind": "section", "title": ["More"], "blocks": [{"kind": "list", "items": [item]}]}


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("wrist-pain.md", "Wrist pain"),
        ("gout/content-2.md", "Gout content 2"),
        ("gout/index.md", "Gout index"),
        ("…/-.md", "Untitled"),
    ],
)
def test_without_a_title_the_name_of_the_file_becomes_one(path: str, title: str) -> None:
    made = imported("Text.\n", Path(path))
    assert document(made)["title"] == title
    assert len(told(made, "guess-title")) == 1


def test_the_first_heading_is_the_title() -> None:
    made = imported("# Knees\n\nText.\n")
    assert document(made)["title"] == "Knees"
    assert told(made, "guess-title") == []


# ------------------------------------------------------------------------------------------------------ text
def test_headings_that_begin_low_are_raised_and_told() -> None:
    made = imported("# A\n\n### B\n\nText.\n")
    assert document(made)["body"][0]["kind"] == "section"  # type: ignore[index]
    assert len(told(made, "heading-skip")) == 1


def test_a_heading_with_nothing_under_it_becomes_a_paragraph_where_it_stood() -> None:
    made = imported("# A\n\n## B\n\nText.\n\n## C\n\n## D\n\nMore.\n")
    assert [one["title"] for one in document(made)["body"]] == [["B"], ["D"]]  # type: ignore[attr-defined, index]
    assert document(made)["body"][0]["blocks"][1] == {"kind": "paragraph", "inlines": ["C"]}  # type: ignore[index]
    assert told(made, "repair-empty") == ["7: nothing stands under the heading “C”"]


@pytest.mark.parametrize(
    "href",
    ["gone.md", "/gone/", "../gone.html", "sms:55501", "javascript:alert(1)", "//host/x", "{{ base }}x", "<{{ a }} b>"],
)
def test_a_link_that_leads_nowhere_keeps_its_words(href: str) -> None:
    made = imported(f"# A\n\nSee [the words]({href}) here.\n")
    assert document(made)["body"] == [{"kind": "paragraph", "inlines": ["See the words here."]}]
    (said,) = told(made, "repair-link")
    assert href.strip("<>") in said


@pytest.mark.parametrize(
    "href", ["https://x.example/a", "mailto:a@x.example", "#below", "layout.md", "/layout", "neighbour/shoes/"]
)
def test_a_link_that_leads_somewhere_stays(href: str) -> None:
    made = imported(f"# A\n\nSee [the words]({href}).\n", FIXTURES / "foreign" / "new.md")
    assert document(made)["body"][0]["inlines"][1]["href"] == href  # type: ignore[index]
    assert told(made, "repair-link") == []


def test_attributes_behind_a_link_are_left_out() -> None:
    made = imported("# A\n\n[B](https://x.example){rel=external about=more}.\n")
    link = {"kind": "link", "href": "https://x.example", "inlines": ["B"], "about": "more"}
    assert document(made)["body"][0]["inlines"][0] == link  # type: ignore[index]
    assert told(made, "repair-attributes") == ["3: `rel=external` behind a link was left out"]


def test_a_note_that_is_not_there_becomes_text() -> None:
    made = imported("# A\n\nB[^c] and D[^e].\n\n[^e]: It is there.\n")
    inlines = document(made)["body"][0]["inlines"]  # type: ignore[index]
    assert inlines == ["B[^c] and D", {"kind": "cite", "ref": "e"}, "."]


def test_a_picture_that_is_there_stays_and_is_to_be_copied(tmp_path: Path) -> None:
    (tmp_path / "here.svg").write_text("<svg/>", "utf-8")
    text = "# A\n\n![B](here.svg)\n\n![C](gone.svg)\n\n![D](https://x.example/d.png)\n\n![](here.svg)\n"
    made = imported(text, tmp_path / "a.md")
    kinds = [one["kind"] for one in document(made)["body"]]  # type: ignore[attr-defined]
    assert kinds == ["figure", "paragraph", "paragraph", "figure"]
    assert len(told(made, "picture-copy")) == 2
    assert len(told(made, "repair-picture")) == 2
    assert [one.code for one in made.problems if one.level is Level.ERROR] == ["alt-missing"]


def test_a_table_takes_the_heading_above_it_as_its_caption() -> None:
    made = imported("# A\n\n## B\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n| z |\n|---|\n| 3 |\n")
    tables = document(made)["body"][0]["blocks"]  # type: ignore[index]
    assert [one["caption"] for one in tables] == [["B"], ["B (2)"]]
    assert len(told(made, "guess-caption")) == 2


def test_an_uneven_table_becomes_even_and_keeps_its_cells() -> None:
    made = imported("# A\n\n| x | y |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n")
    (table,) = document(made)["body"]  # type: ignore[misc]
    assert [len(row) for row in table["rows"]] == [2, 2]  # type: ignore[index]
    assert "".join(table["rows"][0][1]) == "2 3"  # type: ignore[index]


def test_placeholders_are_kept_and_told() -> None:
    made = imported("# A\n\nCall {{ phone }} {% if open %}now{% endif %}.\n")
    assert len(told(made, "template-placeholder")) == 3


def test_html_is_left_out_and_its_words_stay() -> None:
    made = imported('# A\n\n<div class="x">\n<p>One <b>two</b></p>\n</div>\n')
    assert document(made)["body"][0]["inlines"] == ["One ", {"kind": "strong", "inlines": ["two"]}]  # type: ignore[index]
    assert told(made, "raw-html")


def test_what_no_repair_can_mend_is_an_error_at_its_line() -> None:
    made = imported("# A\n\n:::{care} urgent\n:::\n")
    assert [(one.code, one.where.line) for one in made.problems if one.level is Level.ERROR] != []


# ------------------------------------------------------------------------------------------------------ bad input
def test_bad_files_give_a_problem_and_no_document(tmp_path: Path) -> None:
    for name, data in {"empty.md": b"", "blank.txt": b" \n", "binary.md": b"a\0b", "latin.txt": b"caf\xe9"}.items():
        (tmp_path / name).write_bytes(data)
        made = import_file(tmp_path / name, lang="en")
        assert (made.documents, len(made.problems)) == ([], 1), name
    assert import_file(tmp_path / "none.md", lang="en").problems[0].code == "file-missing"
    assert import_file(tmp_path, lang="en").problems[0].code == "file-folder"


def test_a_text_becomes_a_page_and_its_stories() -> None:
    made = import_file(FIXTURES / "text" / "scraped.txt", lang="en")
    assert [name for name, _ in made.documents] == ["scraped", "stories/nadia-k", "stories/otto-b", "stories/lucas"]


def test_the_smallest_settings_of_a_site_are_toml() -> None:
    import tomllib  # noqa: PLC0415  only here

    title = 'A "b" \\ ü \x7f'
    assert tomllib.loads(site_toml(title, "en")) == {"title": title, "lang": "en"}


def test_words_that_no_repair_keeps_are_an_error_at_their_line() -> None:
    made = imported("---\ntitle: A\ntitle: B\n  and more\n---\nText.\n")
    assert told(made, "words-lost") == ["4: these words are not in the document: and more"]


def test_a_field_named_as_our_text_does_not_keep_the_text_out() -> None:
    made = imported("---\ntitle: A\nbody: front\nintro: first\n---\nText.\n")
    assert document(made)["body"] == [{"kind": "paragraph", "inlines": ["Text."]}]
    assert told(made, "front-left-out") == ["3: `body: front` was left out"]
    assert document(made)["summary"] == "first"


LINE = st.sampled_from(
    [
        "# A", "### B", "text *em* here", "- item", "  - deeper", "1. one", "> quote", "<div>", "</div>", "<p>in",
        "<li>x", "***", "| a | b |", "|---|---|", "| c |", "![alt](x.png)", "[l](y.md){a=b}", "[l]: /z", "[^n]",
        "[^n]: note", "    code", "```js", "{{ x }}", "{% y %}", "&nbsp;&amp;", ":::{care} urgent T", ":::",
        ":opt: v", "*[MRI]: scan", "<!-- c -->", "a<br>b", "", "", "`c`", "{lang=es}`hola`", "<script>s</script>",
        "<a href='q'>w</a>", "<table><tr><td>t</table>", "tel [1](tel:x)",
    ]
)  # fmt: skip
FRONT = st.sampled_from(
    [
        "title: T", "title: U", "order: 3", "x: [1, {y: z}]", "date: 2024-01-01", "a: b: c", "- d", "lang: no",
        "lang: xx-yy-zz", "related: [a]", "kind: nonsense", "kind: story", "body: words", "&a b: *a",
        "description: |", "  more", "links: 4",
    ]
)  # fmt: skip
TEXT = st.builds(
    lambda front, lines: ("---\n" + "\n".join(front) + "\n---\n" if front else "") + "\n".join(lines),
    st.lists(FRONT, max_size=5, unique_by=lambda line: line[:4]),
    st.lists(st.one_of(LINE, LINE, st.text(max_size=20)), max_size=20),
)


def test_code_that_touches_a_word_is_not_called_lost() -> None:
    assert told(imported("Take `ibu`profen with water.\n"), "words-lost") == []
    assert told(imported("`\n0`0"), "words-lost") == []


@examples(100)
@given(text=TEXT)
def test_any_markdown_is_imported_written_and_read_back(text: str) -> None:
    made = imported(text)
    assert told(made, "words-lost") == []
    for _, raw in made.documents:
        parse(to_markdown(raw), "markdown", "again.md", lang="en")
