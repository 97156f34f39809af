"""Delivery in Chromium: the policy holds and is needed, nothing else is asked for, fonts wait for a choice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from selenium import webdriver

import a11y_content as a11y
from a11y_content.design.preferences import preferences
from a11y_content.rendering.budgets import HEAD_SCRIPT, MENU, MENU_SCRIPT, STYLES
from a11y_content.text import catalogues
from a11y_content.text.catalogue import catalogue
from tests.browser.delivery_site import (
    complaints,
    faces,
    fonts_are_there,
    requests,
    served_under,
    use_everything,
    violations,
    watched,
)
from tests.browser.menu_site import PAGE, choose, chromium, press

STRICT = "default-src 'none'; style-src 'self'; script-src {scripts}; img-src 'self'; font-src 'self'"
INLINE = {"hash": True, "file": False}
LATIN = ("de", "en", "es", "fr", "pt", "vi")


def _content(folder: Path) -> Path:
    content = folder / "content"
    content.mkdir()
    tables = "".join(f'[languages.{lang}]\ntitle = "Example"\n' for lang in sorted(catalogues() - {"en"}))
    (content / "site.toml").write_text(f'title = "Example Clinic"\nlang = "en"\n{tables}', "utf-8")
    (content / "neck.md").write_text(PAGE, "utf-8")
    for lang in sorted(catalogues() - {"en"}):
        text = " ".join(catalogue(lang).values())
        text = re.sub(r"[^\w\s]", " ", text)
        (content / f"words-{lang}.md").write_text(
            f"---\nkind: page\ntitle: {lang}\nlang: {lang}\n---\n\n{text}\n", "utf-8"
        )
    return content


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, a11y.BuildResult]:
    """The same content, with the script of the head in the page and in a file."""
    folder = tmp_path_factory.mktemp("delivery")
    content = _content(folder)
    made = {}
    for how, inline in INLINE.items():
        made[how] = a11y.build(content, folder / how, jobs=1, csp=how == "file", inline_script=inline)
        assert made[how].errors == 0, made[how].problems
    return made


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile"), requests=True) as found:
        yield found


def scripts_of(site: a11y.BuildResult) -> str:
    """The sources of scripts in the policy that the build gave."""
    return next(part for part in site.csp.split("; ") if part.startswith("script-src ")).removeprefix("script-src ")


@dataclass
class Use:
    """What was seen while a reader did everything that the menu offers."""

    address: str
    violations: list[str]
    complaints: list[str]
    styled: list[object]
    at_first: list[str]
    """What the browser asked for when the page was opened."""
    later: list[str]
    cookies: list[object]


@pytest.fixture(scope="module", params=INLINE)
def use(
    request: pytest.FixtureRequest, browser: webdriver.Chrome, sites: dict[str, a11y.BuildResult]
) -> tuple[str, Use]:
    """A site used under exactly the policy of the issue, with nothing added."""
    how: str = request.param
    policy = STRICT.format(scripts=scripts_of(sites[how]))
    assert ("sha256" in policy) == (how == "hash")
    with served_under(policy, sites[how].out) as address, watched(browser):
        browser.get("about:blank")
        requests(browser)
        browser.get(f"{address}neck.html")
        at_first = requests(browser)
        use_everything(browser)
        styled: list[object] = [*browser.find_elements("css selector", "[style]")]
        cookies: list[object] = [*browser.get_cookies()]
        return how, Use(address, violations(browser), complaints(browser), styled, at_first, requests(browser), cookies)


@pytest.mark.requirement("R16")
def test_everything_works_under_the_policy_without_a_violation(use: tuple[str, Use]) -> None:
    _, seen = use
    assert (seen.violations, seen.complaints, seen.styled) == ([], [], [])


@pytest.mark.requirement("R17")
def test_a_page_asks_for_its_own_files_and_nothing_else_whatever_the_reader_does(use: tuple[str, Use]) -> None:
    how, seen = use
    names = [re.sub(r"\.[0-9a-f]{12}\.", ".", one.removeprefix(seen.address)) for one in seen.at_first]
    head = ["assets/a11y-boot.js"] if how == "file" else []
    assert sorted(names) == sorted([*head, "assets/a11y.css", "assets/a11y.js", "neck.html"])
    again = f"{seen.address}neck.html?again"
    font = f"{seen.address}assets/inclusive-sans-"
    assert [one for one in seen.later if one not in {*seen.at_first, again} and not one.startswith(font)] == []
    assert again in seen.later  # the log tells of what happened after the first page, too
    assert seen.cookies == []


@pytest.mark.requirement("R16")
def test_the_hash_in_the_policy_is_needed_and_a_wrong_one_is_found(
    browser: webdriver.Chrome, sites: dict[str, a11y.BuildResult]
) -> None:
    policy = re.sub("sha256-....", "sha256-AAAA", STRICT.format(scripts=scripts_of(sites["hash"])))
    assert "AAAA" in policy
    with served_under(policy, sites["hash"].out) as address, watched(browser):
        browser.get(f"{address}neck.html")
        choose(browser, "text", "200")
        assert [one for one in violations(browser) if one.startswith("script-src-elem inline")]
        assert [one for one in complaints(browser) if "violates" in one and "script-src" in one]


@pytest.mark.requirement("R16")
def test_the_policy_that_the_build_gives_holds_in_the_page_where_no_header_says_it(
    browser: webdriver.Chrome, sites: dict[str, a11y.BuildResult]
) -> None:
    with served_under("", sites["file"].out) as address, watched(browser):
        browser.get(f"{address}neck.html")
        use_everything(browser)
        assert violations(browser) == []
        assert complaints(browser) == []
        browser.execute_script(
            "const made = document.createElement('script'); made.text = '0'; document.body.append(made);"
        )
        assert [one for one in violations(browser) if one.startswith("script-src-elem inline")]
        browser.get_log("browser")


def test_nothing_that_is_published_evaluates_text_or_styles_an_element(sites: dict[str, a11y.BuildResult]) -> None:
    for site in sites.values():
        for file in site.out.rglob("*.*"):
            if file.suffix == ".html":
                assert not re.search(r"<[^>]*\sstyle=", file.read_text("utf-8")), file.name
            if file.suffix in {".js", ".html"}:
                assert not re.search(r"\beval\s*\(|\bFunction\s*\(", file.read_text("utf-8")), file.name


@pytest.mark.requirement("R17")
def test_no_published_file_names_an_address_that_a_browser_would_load(sites: dict[str, a11y.BuildResult]) -> None:
    for site in sites.values():
        for file in site.out.rglob("*.*"):
            if file.suffix in {".css", ".js"}:
                assert "//" not in file.read_text("utf-8").replace("\\/", ""), file.name
            if file.suffix == ".html":
                text = file.read_text("utf-8")
                loaded = re.findall(r"<(?!a\b)\w+[^>]*\s(?:src|srcset|href|poster|data|action)=\"([^\"]*)", text)
                assert loaded
                assert not [one for one in loaded if re.match(r"(?:[a-z]+:)?//", one)]


@pytest.mark.requirement("R25")
def test_the_font_is_asked_for_once_it_is_chosen_and_not_before(
    browser: webdriver.Chrome, sites: dict[str, a11y.BuildResult]
) -> None:
    with served_under(sites["hash"].csp, sites["hash"].out) as address:
        browser.get("about:blank")
        requests(browser)
        browser.get(f"{address}neck.html")
        press(browser, ".a11y-menu__opener")
        for row in preferences():
            for option in row.options:
                if not option.loads:
                    press(browser, f"#a11y-{row.name}-{option.value}")
        asked = requests(browser)
        assert asked
        assert not [one for one in asked if "woff" in one]
        assert set(faces(browser, "main h1").values()) == {False}
        assert browser.find_element("css selector", ".a11y-option--legible").text == "Alternative letter shapes"
        requests(browser)  # the tools that name a face read the stylesheet once more
        press(browser, "#a11y-font-legible")
        fonts_are_there(browser)
        fonts = requests(browser)
        assert faces(browser, "main h1") == {"Inclusive Sans": True}
        # The second one for the switch of languages, which says "Tiếng Việt" on every page of this site.
        names = sorted(one.removeprefix(f"{address}assets/inclusive-sans-").partition(".")[0] for one in fonts)
        assert names == ["latin", "vietnamese"]
        assert browser.find_elements("css selector", "header [lang=vi]")
        browser.get(f"{address}neck.html")  # chosen and kept: drawn with it from the start, out of the browser's cache
        fonts_are_there(browser)
        assert faces(browser, "main h1") == {"Inclusive Sans": True}


@pytest.mark.requirement("R25")
@pytest.mark.parametrize("lang", [lang for lang in LATIN if lang != "en"])
def test_every_letter_of_a_language_is_drawn_with_the_font(
    browser: webdriver.Chrome, sites: dict[str, a11y.BuildResult], lang: str
) -> None:
    with served_under(sites["hash"].csp, sites["hash"].out) as address:
        browser.get(f"{address}words-{lang}.html?a11y=font:legible")
        fonts_are_there(browser)
        assert faces(browser, "main p") == {"Inclusive Sans": True}


MEASURE = """
    const done = arguments[arguments.length - 1];
    const packed = async (text) => {
      const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
      return (await new Response(zipped).arrayBuffer()).byteLength;
    };
    const text = async (address) => (await fetch(address)).text();
    /* The source of the layers of tokens, menu and preferences, and of the fonts: what the menu costs a stylesheet.
       Paper has its own: what it says of pages stands in the menu's layer only to be the stronger. */
    const ours = (css) => {
      let found = "", depth = 0, start = 0;
      for (let at = 0; at < css.length; at += 1) {
        if (css[at] === "{") depth += 1;
        if (css[at] === ";" && depth === 0) start = at + 1;
        if (css[at] === "}" && (depth -= 1) === 0) {
          const rule = css.slice(start, at + 1).trim();
          const paper = /^@layer menu \\{\\s*@media print/.test(rule);
          if (/^@(layer (tokens|menu|preferences)|font-face)/.test(rule) && !paper) found += rule;
          start = at + 1;
        }
      }
      return found;
    };
    (async () => {
      const page = await text(location.href);
      const menu = page.slice(page.indexOf('<details class="a11y-menu"'));
      done({
        head: await packed(document.querySelector("head > script:not([src], [type])").textContent),
        script: await packed(await text(document.querySelector("head > script[src]").src)),
        styles: await packed(ours(await text(document.querySelector("link[rel=stylesheet]").href))),
        menu: await packed(menu.slice(0, menu.indexOf("</details>") + 10)),
        held: menu.indexOf("</details>"),
      });
    })();
"""


@pytest.mark.requirement("R26")
@pytest.mark.parametrize("lang", sorted(catalogues()))
def test_what_a_page_holds_of_the_menu_is_within_the_budgets(
    browser: webdriver.Chrome, sites: dict[str, a11y.BuildResult], lang: str
) -> None:
    with served_under("", sites["hash"].out) as address:
        browser.get(f"{address}{'neck' if lang == 'en' else f'words-{lang}'}.html")
        found = browser.execute_async_script(MEASURE)
    assert found["held"] > 1000
    assert 256 < found["head"] <= HEAD_SCRIPT
    assert 1024 < found["script"] <= MENU_SCRIPT
    assert 2048 < found["styles"] <= STYLES
    assert 512 < found["menu"] <= MENU
