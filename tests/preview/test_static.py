"""The static preview: every mode of a set, side by side."""

from pathlib import Path

import pytest
from lxml import html

from a11y_content.design.mode import mode_set
from a11y_content.preview import write_static
from a11y_content.problem import ContentError, UsageError
from a11y_content.site import build

PAGE = "---\nkind: page\ntitle: Sleep\nsummary: On sleep.\n---\n\nSleep well. Go [home](index.md).\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "site.toml").write_text('title = "Example"\nlang = "en"\nbase_url = "https://example.org"\n')
    (folder / "sleep.md").write_text(PAGE)
    (folder / "index.md").write_text(PAGE.replace("Sleep\n", "Home\n").replace("index.md", "sleep.md"))
    return folder


def test_every_mode_has_a_labelled_pane_and_a_page(content: Path, tmp_path: Path) -> None:
    index, count = write_static(content, tmp_path / "out", document="sleep.md")
    assert count == len(list(mode_set("each")))
    page = html.parse(str(index))
    names = [frame.get("title") for frame in page.iter("iframe")]
    assert len(names) == len(set(names)) == count - 3  # forced colours, font size and paper have no frame
    assert all((index.parent / frame.get("src")).is_file() for frame in page.iter("iframe"))
    assert len(list(page.iter("h2"))) == count


def test_a_pane_is_the_document_with_the_choices_of_its_mode(content: Path, tmp_path: Path) -> None:
    index, _ = write_static(content, tmp_path / "out", document="sleep.md", modes="text=200,contrast=sepia")
    frame = next(html.parse(str(index)).iter("iframe"))
    root = html.parse(str(index.parent / frame.get("src"))).getroot()
    assert (root.get("data-a11y-text"), root.get("data-a11y-contrast")) == ("200", "sepia")
    assert root.findtext(".//h1") == "Sleep"


def test_a_wish_of_the_device_is_shown_by_the_choice_that_it_stands_for(content: Path, tmp_path: Path) -> None:
    index, _ = write_static(content, tmp_path / "out", document="sleep.md", modes="prefers-color-scheme=dark")
    frame = next(html.parse(str(index)).iter("iframe"))
    assert html.parse(str(index.parent / frame.get("src"))).getroot().get("data-a11y-contrast") == "dark"


def test_links_of_a_pane_lead_to_pages(content: Path, tmp_path: Path) -> None:
    index, _ = write_static(content, tmp_path / "out", document="sleep.md", modes="default")
    pane = index.parent / next(html.parse(str(index)).iter("iframe")).get("src")
    links = [link.get("href") for link in html.parse(str(pane)).getroot().iter("a")]
    assert all((pane.parent / link).exists() for link in links if not link.startswith("#"))


def test_a_preview_may_be_written_again_and_nobody_elses_folder_is_touched(content: Path, tmp_path: Path) -> None:
    write_static(content, tmp_path / "out", modes="default")
    write_static(content, tmp_path / "out", modes="default")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("")
    with pytest.raises(UsageError):
        write_static(content, tmp_path / "mine", modes="default")


def test_an_unknown_document_is_asked_back_and_a_broken_one_refused(content: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"did you mean 'sleep\.md'"):
        write_static(content, tmp_path / "out", document="slep.md")
    (content / "sleep.md").write_text(PAGE + "\n<b>x</b>\n")
    with pytest.raises(ContentError):
        write_static(content, tmp_path / "out", document="sleep.md")
    assert not (tmp_path / "out").exists()


def test_a_published_site_is_not_replaced_by_a_preview(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "site")
    with pytest.raises(UsageError, match="published site"):
        write_static(content, tmp_path / "site")
    assert not (tmp_path / "site" / "preview.css").exists()
