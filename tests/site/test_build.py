"""Builds: what is made, what is made again, and what keeps the old site in place."""

import datetime as dt
import json
import unicodedata
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote, urlsplit

import pytest
from lxml import etree, html

from a11y_content.problem import CouldNotRunError
from a11y_content.site import build, publish

CONDITION = (
    "---\nkind: condition\nname: {name}\nsummary: About {name}.\nreview: {{last: 2026-06-01}}\n---\n\n"
    "## Symptoms\n\nIt hurts. {link}\n"
)
STORY = (
    "---\nkind: story\ntitle: Mina runs\nperson: Mina T.\nsummary: I run.\n"
    "consent: {scope: website, given: 2026-01-31}\nconditions: [/conditions/neck-pain.md]\n---\n\nI run again.\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "conditions").mkdir(parents=True)
    (folder / "stories").mkdir()
    (folder / "site.toml").write_text('title = "Example"\nlang = "en"\nbase_url = "https://example.org/health"\n')
    (folder / "conditions" / "neck-pain.md").write_text(CONDITION.format(name="Neck pain", link=""))
    (folder / "conditions" / "whiplash.md").write_text(
        CONDITION.format(name="Whiplash", link="See [neck pain](neck-pain.md).")
    )
    (folder / "stories" / "mina.md").write_text(STORY)
    return folder


def files(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def test_a_site_has_pages_lists_assets_and_a_sitemap(content: Path, tmp_path: Path) -> None:
    result = build(content, tmp_path / "site")
    assert result.problems == []
    made = files(tmp_path / "site")
    assert {"conditions/neck-pain.html", "stories/mina.html", "conditions.html", "stories.html", "index.html"} <= set(
        made
    )
    assert b"Whiplash" in made["conditions.html"]
    assert b"Mina runs" in made["stories.html"]
    style, script = (
        next(name for name in made if name.startswith("assets/") and name.endswith(e)) for e in ("css", "js")
    )
    assert style.encode() in made["index.html"]
    assert script.encode() in made["index.html"]
    for name in made:
        if name.endswith(".woff2"):
            assert name.removeprefix("assets/").encode() in made[style]
    sitemap = etree.fromstring(made["sitemap.xml"])
    found = [one.text for one in sitemap.iter("{*}loc")]
    assert "https://example.org/health/conditions/neck-pain.html" in found
    assert "https://example.org/health/" in found
    assert len(found) == len([name for name in made if name.endswith(".html")])


def test_an_index_of_the_authors_own_takes_the_place_of_the_made_one(content: Path, tmp_path: Path) -> None:
    (content / "a-to-z.md").write_text("---\nkind: index\ntitle: Our conditions\nof: condition\n---\n")
    build(content, tmp_path / "site")
    assert not (tmp_path / "site" / "conditions.html").exists()
    assert "Whiplash" in (tmp_path / "site" / "a-to-z.html").read_text()


def test_public_pages_carry_no_trace_of_their_sources(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "site")
    assert not [name for name, data in files(tmp_path / "site").items() if b".md" in data or b"content/" in data]


def test_links_are_relative_and_lead_to_pages(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "site")
    page = (tmp_path / "site" / "conditions" / "whiplash.html").read_text()
    assert 'href="neck-pain.html"' in page
    assert 'href="../index.html"' in page or 'href="../"' in page


def test_a_second_build_changes_nothing_and_a_changed_document_changes_its_page(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = build(content, out)
    assert len(first.written) > 5
    assert build(content, out).written == []
    changed = content / "conditions" / "whiplash.md"
    changed.write_text(changed.read_text().replace("It hurts.", "It hurts a lot."))
    assert build(content, out).written == [".a11y-content", "conditions/whiplash.html"]


def test_the_same_content_gives_the_same_folder_to_the_byte(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "one")
    build(content, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_new_title_reaches_the_pages_that_show_it(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(content, out)
    changed = content / "conditions" / "neck-pain.md"
    changed.write_text(changed.read_text().replace("name: Neck pain", "name: A stiff neck"))
    build(content, out)
    assert "A stiff neck" in (out / "conditions.html").read_text()
    assert "A stiff neck" in (out / "stories" / "mina.html").read_text()


def test_a_removed_document_takes_its_page_along(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(content, out)
    (content / "conditions" / "whiplash.md").unlink()
    result = build(content, out)
    assert "conditions/whiplash.html" in result.removed
    assert not (out / "conditions" / "whiplash.html").exists()


def test_a_page_that_somebody_removed_is_made_again(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(content, out)
    (out / "conditions" / "whiplash.html").unlink()
    build(content, out)
    assert (out / "conditions" / "whiplash.html").is_file()


@pytest.mark.parametrize("harm", ["", "{", '{"schema": "a11y-content/manifest/1"}', "null", "\0"])
def test_a_damaged_memory_costs_time_and_nothing_else(content: Path, tmp_path: Path, harm: str) -> None:
    out = tmp_path / "site"
    build(content, out)
    before = files(out)
    for name in ("manifest.json", "source-map.json"):
        (publish.state_folder(out) / name).write_text(harm)
        build(content, out)
        after = files(out)
        assert {k: v for k, v in after.items() if k != ".a11y-content"} == {
            k: v for k, v in before.items() if k != ".a11y-content"
        }


def test_errors_keep_the_old_site_or_cost_only_their_own_page(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    (content / "bad.md").write_text("---\nkind: page\ntitle: T\nsummary: S.\n---\n\n<b>x</b>\n")
    result = build(content, out)
    assert result.refused
    assert not out.exists()
    result = build(content, out, strict=False)
    assert not result.refused
    assert result.errors == 1
    assert (out / "conditions" / "neck-pain.html").is_file()
    assert not (out / "bad.html").exists()


@pytest.mark.parametrize("kind", [ProcessPoolExecutor, ThreadPoolExecutor])
def test_any_executor_gives_the_same_site(content: Path, tmp_path: Path, kind: type[ThreadPoolExecutor]) -> None:
    build(content, tmp_path / "one")
    with kind(2) as executor:
        build(content, tmp_path / "two", executor=executor)
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    assert {k: v for k, v in one.items() if k != ".a11y-content"} == {
        k: v for k, v in two.items() if k != ".a11y-content"
    }


def test_pictures_are_published_under_a_name_that_holds_their_hash(content: Path, tmp_path: Path) -> None:
    (content / "neck.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    path = content / "conditions" / "neck-pain.md"
    path.write_text(path.read_text() + "\n![The bones of the neck](/neck.svg)\n")
    result = build(content, tmp_path / "site")
    assert result.problems == []
    name = next(name for name in files(tmp_path / "site") if name.endswith(".svg"))
    assert name != "neck.svg"
    assert f'src="../{name}"' in (tmp_path / "site" / "conditions" / "neck-pain.html").read_text()


def test_the_source_map_leads_from_an_element_to_the_authors_line(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "site")
    kept = json.loads((publish.state_folder(tmp_path / "site") / "source-map.json").read_text())
    places = kept["conditions/neck-pain.html"].values()
    assert [(content / "conditions" / "neck-pain.md").as_posix(), 10, 1] in places


def test_a_folder_that_another_build_holds_is_left_alone(content: Path, tmp_path: Path) -> None:
    with (
        publish.locked(publish.state_folder(tmp_path / "site")),
        pytest.raises(CouldNotRunError, match="another build"),
    ):
        build(content, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_site_without_an_address_says_that_it_gets_no_sitemap(content: Path, tmp_path: Path) -> None:
    (content / "site.toml").write_text('title = "Example"\nlang = "en"\n')
    result = build(content, tmp_path / "site")
    assert [p.code for p in result.problems] == ["base-url-missing"]
    assert not (tmp_path / "site" / "sitemap.xml").exists()


@pytest.mark.parametrize(
    "href", ["neck-pain.md", "neck-pain", "neck-pain.html", "/conditions/neck-pain.md", "../stories", "/"]
)
def test_a_document_is_found_however_a_link_names_it(content: Path, tmp_path: Path, href: str) -> None:
    (content / "stories" / "index.md").write_text("---\nkind: index\ntitle: Stories\nof: story\n---\n")
    (content / "index.md").write_text("---\nkind: page\ntitle: Home\nsummary: S.\n---\n\nHello.\n")
    path = content / "conditions" / "whiplash.md"
    path.write_text(path.read_text().replace("neck-pain.md", href))
    result = build(content, tmp_path / "site")
    assert result.problems == []


@pytest.mark.parametrize("name", ["neck strain", "50% better", "neck#strain", "Nackenschmerzen & mehr"])
def test_a_file_may_have_signs_in_its_name_that_mean_something_in_an_address(
    content: Path, tmp_path: Path, name: str
) -> None:
    text = CONDITION.format(name="Neck strain", link="")
    (content / "conditions" / f"{name}.md").write_text(text)
    (content / f"{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    written = quote(name)
    (content / "about.md").write_text(
        f"---\ntitle: About\nsummary: About us.\n---\n\nSee [strain](conditions/{written}.md).\n\n"
        f"![A neck, strained]({written}.svg)\n"
    )
    result = build(content, tmp_path / "site")
    assert result.problems == []
    page = html.document_fromstring((tmp_path / "site" / "about.html").read_bytes())
    named = [*page.xpath("//main//a/@href"), *page.xpath("//main//img/@src")]
    assert len(named) == 2
    assert all((tmp_path / "site" / unquote(urlsplit(one).path)).is_file() for one in named), named


def test_a_removed_page_does_not_make_a_build_forget_the_date(content: Path, tmp_path: Path) -> None:
    story = content / "stories" / "mina.md"
    story.write_text(story.read_text().replace("given: 2026-01-31", "given: 2026-01-31, expires: 2026-03-01"))
    today = dt.date(2027, 4, 1)
    codes = []
    for _ in range(3):
        result = build(content, tmp_path / "site", today=today, strict=False)
        codes.append([problem.code for problem in result.problems])
        (tmp_path / "site" / "conditions" / "whiplash.html").unlink(missing_ok=True)
    assert codes == [["consent-expired"]] * 3
    assert not (tmp_path / "site" / "stories" / "mina.html").exists()


@pytest.mark.parametrize(("named", "linked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_file_is_found_however_its_letters_are_composed(
    content: Path, tmp_path: Path, named: Literal["NFC", "NFD"], linked: Literal["NFC", "NFD"]
) -> None:
    name = unicodedata.normalize(named, "épaule")
    (content / "conditions" / f"{name}.md").write_text(CONDITION.format(name="Shoulder", link=""))
    link = unicodedata.normalize(linked, "épaule")
    (content / "about.md").write_text(f"---\ntitle: About\nsummary: Us.\n---\n\nSee [it](conditions/{link}.md).\n")
    assert build(content, tmp_path / "site").problems == []


def test_a_page_and_the_sitemap_say_the_same_address(content: Path, tmp_path: Path) -> None:
    (content / "back pain.md").write_text("---\ntitle: Back pain\nsummary: Back pain.\n---\n\nIt hurts.\n")
    build(content, tmp_path / "site")
    listed = {one.text for one in etree.parse(tmp_path / "site" / "sitemap.xml").iter("{*}loc")}
    pages = [html.document_fromstring(path.read_bytes()) for path in (tmp_path / "site").rglob("*.html")]
    assert {one for page in pages for one in page.xpath("//link[@rel='canonical']/@href")} == listed


def test_a_page_keeps_the_place_of_a_picture_whose_size_is_known(content: Path, tmp_path: Path) -> None:
    (content / "neck.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 52"/>')
    path = content / "conditions" / "neck-pain.md"
    path.write_text(path.read_text() + "\n![The bones of the neck](/neck.svg)\n")
    build(content, tmp_path / "site")
    page = (tmp_path / "site" / "conditions" / "neck-pain.html").read_text()
    assert 'width="64" height="52"' in page


def test_two_documents_of_one_kind_with_one_title_are_told_apart(content: Path, tmp_path: Path) -> None:
    page = "---\nkind: page\ntitle: Sleep\nsummary: S.\n---\n\nSleep well.\n"
    (content / "a.md").write_text(page)
    (content / "b.md").write_text(page)
    found = [(p.code, Path(p.where.file).name) for p in build(content, tmp_path / "site").problems]
    assert found == [("title-duplicate", "b.md")]
    (content / "conditions" / "other.md").write_text(CONDITION.format(name="neck PAIN", link=""))
    found = [(p.code, Path(p.where.file).name) for p in build(content, tmp_path / "site").problems]
    assert ("name-taken", "other.md") in found
