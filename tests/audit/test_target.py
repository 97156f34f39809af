import json
from pathlib import Path

import pytest

from a11y_content.auditing.target import MARKER, Page, opened
from a11y_content.problem import NOWHERE, Spot, UsageError


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "public"
    (root / "conditions").mkdir(parents=True)
    (root / ".hidden").mkdir()
    for name in ("index.html", "conditions/neck.html", ".hidden/no.html", "note.md"):
        (root / name).write_text("<title>x</title>")
    state = tmp_path / ".public.a11y-content"
    state.mkdir()
    (state / "source-map.json").write_text(json.dumps({"conditions/neck.html": {"0/3": ["neck.md", 14, 1]}}))
    return root


def test_a_folder_is_all_its_pages_in_order(site: Path) -> None:
    with opened([site]) as pages:
        assert [page.name for page in pages] == ["index.html", "conditions/neck.html"]
        assert pages[1].url.endswith("/conditions/neck.html")


def test_a_page_knows_its_authors_lines(site: Path) -> None:
    with opened([site]) as (home, neck):
        assert neck.spot("0/3/1/0") == Spot("neck.md", 14, 1)
        assert neck.spot("0/3") == Spot("neck.md", 14, 1)
        assert neck.spot("0/31") == NOWHERE
        assert neck.spot(None) == NOWHERE
        assert home.spot("0/3") == NOWHERE


def test_an_entry_for_main_itself_holds_for_all_below() -> None:
    assert Page(name="a", url="a", spots={"": ["a.md", 1, 1]}).spot("4/2") == Spot("a.md", 1, 1)


def test_a_damaged_map_gives_no_lines(site: Path) -> None:
    (site.parent / ".public.a11y-content" / "source-map.json").write_text('{"conditions/neck.html": [1')
    with opened([site]) as pages:
        assert [page.spot("0/3") for page in pages] == [NOWHERE, NOWHERE]


def test_a_file_of_a_built_site_is_served_from_the_sites_root(site: Path) -> None:
    (site / MARKER).write_text("{}")
    with opened([site / "conditions" / "neck.html"]) as pages:
        assert [page.name for page in pages] == ["conditions/neck.html"]
        assert pages[0].spot("0/3") == Spot("neck.md", 14, 1)


def test_a_folder_of_a_built_site_is_served_from_the_sites_root_as_well(site: Path) -> None:
    (site / MARKER).write_text("{}")
    with opened([site / "conditions"]) as pages:
        assert [page.name for page in pages] == ["conditions/neck.html"]
        assert pages[0].url.endswith("/conditions/neck.html")
        assert pages[0].spot("0/3") == Spot("neck.md", 14, 1)


def test_a_page_named_twice_comes_once(site: Path) -> None:
    with opened([site, site / "index.html", "https://example.org/", "https://example.org/"]) as pages:
        assert [page.name for page in pages] == ["index.html", "conditions/neck.html", "https://example.org/"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("public/note.md", "not an HTML file"),
        ("nowhere", "no such file or folder"),
        (".public.a11y-content", "no HTML"),
    ],
)
def test_a_wrong_target_is_refused_in_one_line(site: Path, target: str, said: str) -> None:
    with pytest.raises(UsageError, match=said), opened([site.parent / target]):
        pass


def test_nothing_to_audit_is_refused() -> None:
    with pytest.raises(UsageError, match="name a folder"), opened([]):
        pass


def test_a_page_that_leads_on_at_once_is_left_out_of_its_folder(site: Path) -> None:
    moved = '<title>Moved</title><meta http-equiv="refresh" content="{}; url=index.html">'
    (site / "old.html").write_text(moved.format(0))
    (site / "slow.html").write_text(moved.format(5))  # what readers see, and what fails 2.2.1
    with opened([site]) as pages:
        assert [page.name for page in pages] == ["index.html", "slow.html", "conditions/neck.html"]


@pytest.mark.parametrize(
    ("folders", "names"),
    [
        (("a/public", "b/public"), {"a/public/index.html", "b/public/index.html"}),
        (("one/x", "two/y"), {"x/index.html", "y/index.html"}),
        (("public", "a/public"), {"sites/public/index.html", "a/public/index.html"}),
    ],
)
def test_pages_of_several_folders_have_names_of_their_own(
    tmp_path: Path, folders: tuple[str, ...], names: set[str]
) -> None:
    sites = [tmp_path / "sites" / folder for folder in folders]
    for site in sites:
        site.mkdir(parents=True)
        (site / "index.html").write_text("<title>x</title>")
    with opened(sites[:1]) as pages:
        assert [page.name for page in pages if page.file == str(sites[0] / "index.html")] == ["index.html"]
    with opened(sites) as pages:
        assert {page.name for page in pages if Path(page.file).parent in sites} == names
