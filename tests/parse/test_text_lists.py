"""Lists, beginnings of stories and links in plain text."""

import pytest

from a11y_content.parsing.source import Source
from a11y_content.parsing.text import read_text, text_to_raw


def blocks(text: str) -> list[object]:
    """The blocks below a title."""
    made = text_to_raw(Source("draft.txt", f"Title\n\n{text}"), kind="page", lang="en")[0].plain()
    assert isinstance(made, dict)
    return list(made["body"])


def codes(text: str) -> list[str]:
    return [one.code for one in text_to_raw(Source("draft.txt", f"Title\n\n{text}"), kind="page")[1]]


def bullets(*items: object) -> dict[str, object]:
    return {"kind": "list", "items": [one if isinstance(one, dict) else {"inlines": [one]} for one in items]}


def paragraph(text: str) -> dict[str, object]:
    return {"kind": "paragraph", "inlines": [text]}


@pytest.mark.parametrize("sign", ["•", "-", "*", "–", "▪", "+", "·"])
def test_lines_with_a_sign_are_a_list(sign: str) -> None:
    assert blocks(f"  {sign} one\n  {sign} two") == [bullets("one", "two")]
    assert "guess-list" in codes(f"  {sign} one\n  {sign} two")


def test_an_indented_o_is_a_sign_and_is_told_each_time() -> None:
    made = text_to_raw(Source("draft.txt", "Title\n\n  o one\n  o two"), kind="page")
    assert "“o o”" in next(one.message for one in made[1] if one.code == "guess-list")


def test_an_o_at_the_start_of_a_line_is_a_letter() -> None:
    assert blocks("o sole mio, they sang.") == [paragraph("o sole mio, they sang.")]


def test_a_dash_inside_a_sentence_is_no_list() -> None:
    text = "It costs 5 - 10 coins - or nothing - for all of us who come to\n- as it were - the garden of the house."
    assert [one["kind"] for one in blocks(text)] == ["paragraph"]  # type: ignore[index]


def test_a_number_inside_wrapped_text_is_no_list() -> None:
    text = "She was born in the spring of the year nineteen hundred, in\n3. Street, and lived there all her life."
    assert [one["kind"] for one in blocks(text)] == ["paragraph"]  # type: ignore[index]


def test_numbers_that_go_on_are_an_ordered_list() -> None:
    assert blocks("1. one\n2. two") == [{**bullets("one", "two"), "ordered": True}]


def test_numbers_that_jump_are_two_lists_so_that_none_changes() -> None:
    made = blocks("1. one\n2. two\n\n7. seven\n8. eight")
    assert made == [
        {**bullets("one", "two"), "ordered": True},
        {**bullets("seven", "eight"), "ordered": True, "start": 7},
    ]


def test_deeper_items_are_a_list_below_their_item() -> None:
    made = blocks("- one\n  - a\n  - b\n- two")
    assert made == [bullets({"inlines": ["one"], "blocks": [bullets("a", "b")]}, "two")]


def test_blank_lines_between_items_do_not_end_a_list() -> None:
    assert blocks("- one\n\n- two\n\n- three") == [bullets("one", "two", "three")]


def test_wrapped_items_are_joined() -> None:
    assert blocks("- one that goes\n  on and on\n- two") == [bullets("one that goes on and on", "two")]


def test_an_indented_paragraph_belongs_to_its_item() -> None:
    made = blocks("- one\n\n    More on it.\n\n- two")
    assert made == [bullets({"inlines": ["one"], "blocks": [paragraph("More on it.")]}, "two")]


def test_a_lead_in_and_its_list_without_a_blank_line_are_two_blocks() -> None:
    assert blocks("Look for:\n- one\n- two\nThen call us.") == [
        paragraph("Look for:"),
        bullets("one", "two"),
        paragraph("Then call us."),
    ]


def test_a_numbered_line_above_text_is_a_heading() -> None:
    made = blocks("1. Overview\n\nIt is a text that explains it at length.\n\n2. Causes\n\nNobody knows them.")
    assert [one["kind"] for one in made] == ["section", "section"]  # type: ignore[index]
    assert made[0]["title"] == ["1. Overview"]  # type: ignore[index]


def test_thousands_of_levels_are_read_without_recursion() -> None:
    made = blocks("\n".join(f"{' ' * depth}- x" for depth in range(3000)))
    assert [one["kind"] for one in made] == ["list"]  # type: ignore[index]


# ------------------------------------------------------------------------------------------------------------- stories
STORIES = "• Ana B.'s Story\n\n  It began ... Read Full Story\n\n• Ana B.'s Story\n\n  Again ... Read the full story"


def test_in_a_site_a_story_without_target_is_a_list_with_a_warning() -> None:
    item = {"inlines": ["Ana B.'s Story"], "blocks": [paragraph("It began … Read Full Story")]}
    again = {"inlines": ["Ana B.'s Story"], "blocks": [paragraph("Again … Read the full story")]}
    assert blocks(STORIES) == [bullets(item, again)]
    assert codes(STORIES).count("story-no-target") == 2


def test_two_stories_of_one_person_get_two_files() -> None:
    made = read_text(Source("draft.txt", f"Title\n\n{STORIES}"), kind="page", separate=True)
    assert [name for name, _ in made.stories] == ["stories/ana-b", "stories/ana-b-2"]


@pytest.mark.parametrize(
    "text",
    ["Ana B.'s Story\n\nIt began, and it ended well.", "The Story of Pain\n\nIt began ... Read more", "Ana's Story"],
)
def test_a_story_needs_both_a_name_and_a_link(text: str) -> None:
    assert "guess-stories" not in codes(text)


def test_a_story_in_spanish_is_a_story() -> None:
    assert "guess-stories" in codes("La historia de Ana\n\nEmpezó ... Leer la historia completa")


# --------------------------------------------------------------------------------------------------------------- links
@pytest.mark.parametrize(
    ("said", "href"),
    [
        ("https://clinic.example/a_b?c=1", "https://clinic.example/a_b?c=1"),
        ("me.too@clinic.example", "mailto:me.too@clinic.example"),
    ],
)
def test_an_address_in_the_text_is_a_link(said: str, href: str) -> None:
    made = blocks(f"See {said}.")
    assert made == [{"kind": "paragraph", "inlines": ["See ", {"kind": "link", "href": href, "inlines": [said]}, "."]}]


@pytest.mark.parametrize("said", ["+1 555 010 0100", "(555) 010-0100", "555-010-0100", "+34 555 01 01 00"])
def test_a_telephone_number_can_be_dialled(said: str) -> None:
    assert blocks(f"Call {said} now.")[0]["inlines"][1] == {"kind": "phone", "number": said, "text": said}  # type: ignore[index]


@pytest.mark.parametrize("said", ["10 000 000", "2026-01-31", "5-10", "120/80", "ICD-10-CM", "555 010", "3.1.4"])
def test_other_numbers_stay_text(said: str) -> None:
    assert blocks(f"Take {said} of it.") == [paragraph(f"Take {said} of it.")]
