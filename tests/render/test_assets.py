"""Assets: named by their content, whole in one file each, and the policy fits what the page prints."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

import a11y_content
from a11y_content.design.preferences import LEGIBLE, PREFERENCES
from a11y_content.model.document import Page
from a11y_content.model.site import Site
from a11y_content.problem import UsageError
from a11y_content.rendering import render, render_parts
from a11y_content.rendering.assets import site_assets, stylesheet
from a11y_content.rendering.fonts import font_faces
from a11y_content.rendering.scripts import boot, script
from a11y_content.text.catalogue import catalogue, catalogues

PACKAGE = Path(a11y_content.__file__).parent


def test_a_name_changes_with_the_content() -> None:
    few = site_assets(Site(title="x", preferences=("text",)))
    every = site_assets()
    assert few.stylesheet != every.stylesheet
    assert few.script == every.script
    for path, data in every.files.items():
        assert path.split(".")[1] == hashlib.sha256(data).hexdigest()[:12]


def test_the_linked_stylesheet_declares_the_font_that_it_lies_beside_and_a_page_alone_does_not(page: Page) -> None:
    assets = site_assets()
    css = assets.files[assets.stylesheet].decode()
    faces = re.findall(r"@font-face\{(.*?)\}", css)
    fonts = [path for path in assets.files if path.endswith(".woff2")]
    assert [f"assets/{name}" for name in re.findall(r"url\(([^)]*)", "".join(faces))] == fonts
    assert len(fonts) == 3
    for face in faces:
        assert face.startswith(f'font-family:"{LEGIBLE}";src:url(')
        assert "font-display:swap" in face
        assert "unicode-range:U+" in face
        assert "font-weight:400 700" in face
    assert sum(len(assets.files[path]) for path in fonts) < 60 * 1024
    assert "@font-face" not in render(page)


def test_a_site_whose_menu_offers_no_typeface_has_no_font() -> None:
    few = site_assets(Site(title="x", preferences=("text", "contrast")))
    assert set(few.files) == {few.stylesheet, few.script}
    assert b"@font-face" not in few.files[few.stylesheet]


def test_the_font_has_all_letters_of_our_latin_catalogues() -> None:
    ranges = re.findall(r"unicode-range:([^}]*)", font_faces(PREFERENCES))
    spans = [span.removeprefix("U+").split("-") for one in ranges for span in one.split(",")]
    covered = {letter for span in spans for letter in range(int(span[0], 16), int(span[-1], 16) + 1)}
    for lang in ("es", "fr", "de", "pt", "vi"):
        letters = {ord(letter) for text in catalogue(lang).values() for letter in text}
        assert letters
        assert letters <= covered, lang


def test_nobody_claims_that_the_font_does_more_than_it_does() -> None:
    shown = [file for suffix in ("py", "css", "js", "md", "json") for file in PACKAGE.rglob(f"*.{suffix}")]
    shown = [file for file in shown if PACKAGE / "auditing" not in file.parents]  # it speaks of readers, not of fonts
    top = PACKAGE.parent
    told = [*top.glob("*.md"), *(top / "docs").glob("*.md"), *(top / "examples").rglob("*.md")]
    assert shown
    assert told
    texts = [file.read_text("utf-8") for file in (*shown, *told)]
    texts += [text for lang in catalogues() for text in catalogue(lang).values()]  # notes to translators are not shown
    assert not [text[:80] for text in texts if re.search(r"d[yi]sl[eé][xk]", text, re.IGNORECASE)]


def test_the_stylesheet_holds_every_floor_in_the_order_of_its_layers() -> None:
    css = stylesheet()
    assert css.index("@layer tokens,base,blocks,page,menu,preferences;") == 0
    for name in ("tokens", "base", "page", "menu", "preferences.chosen"):
        assert f"@layer {name}" in css
    assert "@media print" in css
    assert "!important" not in css
    assert "url(" not in css


def test_the_boot_script_knows_every_value_of_the_table_and_no_other_word_stands_in_for_it() -> None:
    text = boot(PREFERENCES)
    assert "text:(?:100|125" in text
    assert "A11Y_CHOICES" not in text
    assert all(f"{row.name}:(?:{'|'.join(row.values)})" in text for row in PREFERENCES)


def test_no_comment_reaches_a_reader() -> None:
    for text in (stylesheet(), script(), boot(PREFERENCES)):
        assert "/*" not in text
        assert not re.search(r"^\s*//", text, re.MULTILINE)


def printed(html: str, tag: str) -> list[str]:
    """The policy's name for each inline script or style of a page."""
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return ["'sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() + "'" for one in found]


@pytest.mark.parametrize(("files", "scripts"), [("linked", 1), ("printed", 2), ("all in files", 0)])
def test_the_policy_allows_exactly_what_the_page_prints(page: Page, files: str, scripts: int) -> None:
    assets = None if files == "printed" else site_assets(inline_script=files == "linked")
    html = render(page, assets=assets)
    parts = render_parts(page, assets=assets)
    for text, csp in ((html, html.csp), (parts.head + parts.scripts, parts.csp)):
        policy = dict(part.strip().split(" ", 1) for part in csp.split(";"))
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
        assert policy["script-src"].split() == ["'self'", *printed(text, "script")]
        assert policy["style-src"].split() == ["'self'", *printed(text, "style")]
        assert len(printed(text, "script")) == scripts


def test_parts_link_to_files_of_their_own(page: Page) -> None:
    assets = site_assets()
    assert assets.parts_stylesheet in render_parts(page, assets=assets).head
    assert assets.parts_stylesheet not in assets.files
    assert assets.parts_files.keys() ^ assets.files.keys() == {assets.stylesheet, assets.parts_stylesheet}
    assert b"@font-face" in assets.parts_files[assets.parts_stylesheet]


def test_a_policy_says_nothing_that_a_meta_element_may_not_say() -> None:
    names = {part.split()[0] for part in site_assets().csp.split(";")}
    assert not names & {"frame-ancestors", "report-uri", "report-to", "sandbox"}


def test_a_page_says_its_policy_itself_where_it_is_asked_to(page: Page) -> None:
    assets = site_assets(csp_in_pages=True)
    start = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{assets.csp}">\n'
    assert f"<head>\n{start}" in render(page, assets=assets)
    assert "http-equiv" not in render(page, assets=site_assets())


def test_a_preference_that_is_none_is_refused(page: Page) -> None:
    with pytest.raises(UsageError, match="did you mean 'motion'"):
        render(page, Site(title="x", preferences=("moton",)))
