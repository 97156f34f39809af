"""Everything that we write as HTML, held against the Nu HTML checker: 0 errors, no warning that nobody looked at."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from a11y_content.preview import write_static
from a11y_content.site import build
from examples.foreign.fill import fill
from tests.browser.every_block import every_block
from tests.markup.nu import messages, missing, pages
from tests.site.raster_files import encoded, photo

# Safari takes a list without bullets for no list; the role says that it is one.
LOOKED_AT: Final = frozenset({"The “list” role is unnecessary for element “ul”."})

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "it is here")


def write_site(content: Path) -> None:
    """Write a content folder with pictures in several sizes, a redirect, and names that addresses must encode."""
    content.mkdir()
    head = 'title = "Example"\nlang = "en"\nbase_url = "https://example.org"\n'
    (content / "site.toml").write_text(head + '[[redirects]]\nfrom = "/old/neck"\nto = "/a page.md"\n', "utf-8")
    figure = ":::{figure} a wide one.jpg\n:alt: Waves\n:complex: true\n:caption: Waves.\nThey go up.\n:::"
    front = "---\nkind: page\ntitle: Waves\nlang: en\nsummary: An invented page.\naliases: [/old.html]\n---\n\n"
    (content / "a page.md").write_text(f"{front}{figure}\n\n![Waves again](é.png)\n", "utf-8")
    (content / "a wide one.jpg").write_bytes(encoded(photo(900, 300), "JPEG"))
    (content / "é.png").write_bytes(encoded(photo(700, 300), "PNG"))


def write_everything(root: Path, folder: Path) -> None:
    """Write every sort of page that there is."""
    clinic = root / "examples" / "clinic"
    build(clinic, folder / "clinic", csp=True)
    build(root / "a11y_content" / "cli" / "starter", folder / "starter", inline_script=False)
    write_static(clinic, folder / "preview", modes="text=200,contrast=sepia")
    write_site(folder / "content")
    build(folder / "content", folder / "pictures")
    (folder / "loose").mkdir()
    every_block(folder / "loose")
    fill(folder / "loose")
    shutil.copytree(root / "fixtures" / "golden" / "render", folder / "golden")


def test_every_page_that_we_write_is_valid(root: Path, tmp_path: Path) -> None:
    write_everything(root, tmp_path)
    files = pages(tmp_path)
    assert {page.relative_to(tmp_path).parts[0] for page in files} == {
        "clinic",
        "starter",
        "preview",
        "pictures",
        "loose",
        "golden",
    }
    found = messages(files)
    assert [str(one) for one in found if one.is_error] == []
    assert [str(one) for one in found if one.message not in LOOKED_AT] == []


def test_a_planted_error_and_a_planted_warning_are_found(root: Path, tmp_path: Path) -> None:
    page = (root / "fixtures" / "golden" / "render" / "page.html").read_text("utf-8")
    assert "</main>" in page
    (tmp_path / "good name.html").write_text(page, "utf-8")
    (tmp_path / "bad.html").write_text(page.replace("</main>", "<p><img src=x></p></main>"), "utf-8")
    (tmp_path / "warned.html").write_text(page.replace("</main>", '<article role="article"></article></main>'), "utf-8")
    found = [one for one in messages(pages(tmp_path)) if one.message not in LOOKED_AT]
    assert {(Path(one.page).name, one.is_error) for one in found if one.is_error or "article" in one.message} == {
        ("bad.html", True),
        ("warned.html", False),
    }


def test_a_file_that_is_not_there_is_no_pass(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        messages([tmp_path / "nothing.html"])
