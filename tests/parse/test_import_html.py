"""Import of HTML from content management systems: what comes out passes the check, and no word is lost in silence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content import rules
from a11y_content.parsing import parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.html.cleaning import clean
from a11y_content.parsing.html.mending import mend
from a11y_content.parsing.html.tree import Node, read_tree
from a11y_content.parsing.html.walking import said
from a11y_content.parsing.importing import Imported, import_file, import_source
from a11y_content.parsing.importing.html import import_html
from a11y_content.parsing.importing.words import words
from a11y_content.parsing.source import Source
from a11y_content.parsing.source import clean as clean_source
from a11y_content.parsing.writing import to_json, to_markdown
from a11y_content.problem import Level
from tests.examples import examples
from tests.parse.html_trees import kept

FOREIGN = Path(__file__).parents[2] / "fixtures" / "foreign"
PAGES = sorted(FOREIGN.glob("*.html"))
SAID = ("alt", "title", "aria-label", "placeholder")


def imported(html: str, path: Path = Path("folder/a-page.html")) -> Imported:
    source, _ = clean_source(str(path), html)
    return import_source(source, path, lang="en")


def told(made: Imported, code: str) -> list[str]:
    return [f"{one.where.line}: {one.message}" for one in made.problems if one.code == code]


def document(made: Imported) -> dict[str, object]:
    plain = made.documents[0][1].plain()
    assert isinstance(plain, dict)
    return plain


def visible(html: str) -> set[str]:
    """Count every word that a page shows or says, by an own walk: not the one of the import."""
    root, _ = read_tree(html, Source("x", html).at, fragment="<body" not in html.lower())
    found: set[str] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if node.name in {"#comment", "script", "style", "title"}:
            continue
        found.update(words(node.text))
        for name in SAID:
            found.update(words(node.attributes.get(name, "")))
        stack.extend(node.children)
    return found


# ------------------------------------------------------------------------------------------------------ whole files
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_is_imported_passes_the_check_and_reads_back_from_both_forms(path: Path) -> None:
    made = import_file(path, lang="en")
    ((name, raw),) = made.documents
    built, problems = build_document(raw, lang="en")
    assert built is not None
    assert name == path.stem
    problems += [one for one in [*made.problems, *rules.check(built)] if one.level is Level.ERROR]
    assert [one.line() for one in problems] == []
    assert parse(to_markdown(raw), "markdown", "again.md", lang="en")[0] == built
    assert parse(to_json(raw), "json", "again.json", lang="en")[0] == built


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_word_that_a_page_shows_is_in_the_document_or_in_the_report(path: Path) -> None:
    made = import_file(path, lang="en")
    told_words = {word for one in made.problems for word in words(one.message)}
    shown = set(words(to_markdown(made.documents[0][1])))
    html = path.read_text("utf-8").partition("\n---\n")[2] or path.read_text("utf-8")
    assert visible(html) - shown - told_words == set()
    assert told(made, "words-lost") == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_page_comes_out_as_it_is_kept_beside_it(path: Path) -> None:
    made = import_file(path, lang="en")
    report = "\n".join(
        f"{one.where.line}:{one.where.column} {one.level} {one.code}: {one.message}" for one in made.problems
    )
    golden = path.with_suffix(".imported.txt")
    written = f"{to_markdown(made.documents[0][1]).rstrip()}\n\n======== report ========\n{report}\n"
    assert golden.read_text("utf-8") == written, (
        f"if on purpose: python -m tests.parse.test_import_html ({golden.name})"
    )


def test_a_lost_word_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The net under all of it can fail: a pass that drops text in silence is found out."""

    def drop(root: Node) -> list[object]:
        for node in root.walk():
            node.children = [one for one in node.children if "gone" not in said(one) or one.children]
        return []

    monkeypatch.setattr("a11y_content.parsing.html.document.mend", drop)
    made = imported("<p>All is here.</p>\n<p>This is gone.</p>")
    assert told(made, "words-lost") == ["2: these words are not in the document: this is gone"]


# ------------------------------------------------------------------------------------------------------ the head
HEAD = (
    "<html lang=en-GB><head><title>Knees | Clinic</title>{}</head><body><main><h1>Knees</h1><p>Text about knees.</p>"
    "</main></body></html>"
)


def test_dates_and_summary_come_from_the_head_and_are_told() -> None:
    made = imported(
        HEAD.format(
            "<meta property='og:description' content='What helps.'>"
            "<meta property='article:published_time' content='2024-05-06T10:00:00Z'>"
            '<script type="application/ld+json">{"@type": "MedicalWebPage", '
            '"lastReviewed": ["2025-01-02", "2028-01-02"]}</script>'
        )
    )
    fields = document(made)
    assert {name: fields[name] for name in ("title", "lang", "summary", "published", "review")} == {
        "title": "Knees", "lang": "en-GB", "summary": "What helps.", "published": "2024-05-06",
        "review": {"last": "2025-01-02"},
    }  # fmt: skip
    assert told(made, "front-moved") == [
        "1: `og:description: What helps.` became `summary`",
        "1: `article:published_time: 2024-05-06T10:00:00Z` became `published`",
        "1: `JSON-LD lastReviewed: 2025-01-02` became `review`",
    ]


def test_what_is_no_date_no_json_or_no_page_is_not_taken() -> None:
    head = (
        "<meta property='article:published_time' content='in May'><meta name=author content='Ann Example'>"
        "<script type='application/ld+json'>{not json</script>"
        '<script type=\'application/ld+json\'>{"@type": "Person", "lastReviewed": "2025-01-02"}</script>'
    )
    made = imported(HEAD.format(head))
    assert {"published", "review"} & document(made).keys() == set()
    assert told(made, "front-left-out") == [
        "1: `article:published_time: in May` was left out; it is no date",
        "1: `author: Ann Example` was left out",
    ]


def test_the_title_of_the_window_is_one_without_the_name_of_the_site() -> None:
    made = imported("<html><head><title>Knees – Clinic</title></head><body><p>Text about knees.</p></body></html>")
    assert document(made)["title"] == "Knees"
    assert len(told(made, "guess-title")) == 1
    assert told(made, "front-left-out") == ["1: “Clinic” was left out of the title of the window"]


def test_a_fragment_without_a_title_is_named_by_its_file() -> None:
    made = imported("<p>Text.</p>", Path("knee-pain.html"))
    assert document(made)["title"] == "Knee pain"
    assert len(told(made, "guess-title")) == 1


def test_front_matter_above_the_html_comes_first() -> None:
    made = imported("---\ntitle: Mine\nlang: es\n---\n<h1>Theirs</h1><p>Texto.</p>")
    assert (document(made)["title"], document(made)["lang"]) == ("Mine", "es")


# ------------------------------------------------------------------------------------------------------ links, pictures
def test_links_to_files_that_are_not_there_become_words_and_pictures_are_to_be_copied(tmp_path: Path) -> None:
    (tmp_path / "here.html").write_text("x")
    (tmp_path / "a.png").write_bytes(b"x")
    page = tmp_path / "page.html"
    page.write_text("<h1>T</h1><p><a href=here.html>Here</a> and <a href=gone.html>gone</a>.</p><img src=a.png alt=A>")
    made = import_file(page, lang="en")
    assert len(told(made, "picture-copy")) == 1
    assert told(made, "repair-link") == ["1: “gone” led to `gone.html`: there is no such file beside this one"]


def test_a_placeholder_of_a_template_is_told() -> None:
    assert len(told(imported("<p>Call [[phone_number]] now.</p>"), "template-placeholder")) == 1


def test_import_html_is_the_same_without_the_registry() -> None:
    source = Source("a.html", "<h1>Knees</h1><p>Text.</p>")
    assert import_html(source, Path("a.html"), "en").documents[0][0] == "a"


# ------------------------------------------------------------------------------------------------------ anything
NAMES = [
    "div", "p", "span", "b", "strong", "font", "a", "ul", "li", "ol", "table", "tr", "td", "th", "h1", "h2", "h4",
    "em", "center", "br", "button", "nav", "section", "figure", "img", "form", "input", "details", "summary", "u",
    "dl", "dt", "dd", "main", "article", "aside", "header", "footer", "iframe", "label",
]  # fmt: skip
ATTRIBUTES = [
    "", " class=menu", " class='cookie-notice'", " id=c", " href='#c' data-toggle=collapse", " href=/x", " href='#'",
    " role=tab aria-controls=c", " role=heading aria-level=3", " style='mso-list:l0 level1 lfo1'", " hidden",
    " onclick=\"location='/y'\"", " colspan=2", " rowspan=3", " class='elementor-tab-title'", " class='wp-caption'",
    " size=6", " class='accordion-content'", " role=presentation", " alt=seen{n} title=tip{n}", " src=a.png",
    " style='display:none'",
]  # fmt: skip
WORDS = ["• ", "1. ", "2. ", "- ", "", "Term: ", "Do", "Don't", "Urgent advice: See", "[row] ", "Read more", "&nbsp; "]


@st.composite
def soup(draw: st.DrawFn) -> str:
    parts = []
    for number in range(draw(st.integers(1, 25))):
        name = draw(st.sampled_from(NAMES))
        attributes = draw(st.sampled_from(ATTRIBUTES)).replace("{n}", str(number))
        match draw(st.integers(0, 3)):
            case 0:
                parts.append(f"<{name}{attributes}>")
            case 1:
                parts.append(f"</{name}>")
            case _:
                parts.append(f"<{name}{attributes}>{draw(st.sampled_from(WORDS))}w{number} </{name}>")
    return ("<body>" if draw(st.booleans()) else "") + "".join(parts)


@examples(100)
@given(soup())
def test_any_soup_of_elements_keeps_its_words_in_the_tree_or_in_the_report(html: str) -> None:
    source = Source("x.html", html)
    root, _ = read_tree(html, source.at, fragment="<body" not in html)
    before = {word for word in kept(root, []) if word.startswith("w") and word[1:].isdigit()}
    problems = clean(root) + mend(root)
    assert before - kept(root, problems) == set()
    assert all(one.message and one.where.line for one in problems)


@examples(40)
@given(soup())
def test_any_soup_of_elements_is_imported_without_silence(html: str) -> None:
    """Where the count of words finds something missing, it says so: a word is in the document or in the report."""
    made = imported(html)
    said = {word for one in made.problems for word in words(one.message)}
    for _, raw in made.documents:
        said.update(words(to_json(raw)))
    lost = {word for word in visible(html) if word.startswith("w") and word[1:].isdigit()} - said
    assert lost == set()


if __name__ == "__main__":
    for page in PAGES:
        made = import_file(page, lang="en")
        report = "\n".join(
            f"{one.where.line}:{one.where.column} {one.level} {one.code}: {one.message}" for one in made.problems
        )
        text = f"{to_markdown(made.documents[0][1]).rstrip()}\n\n======== report ========\n{report}\n"
        page.with_suffix(".imported.txt").write_text(text, "utf-8")
