"""A page from right to left in Chromium: in every value of every preference, with the menu open, on a narrow screen."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from a11y_content.design.preferences import preferences
from a11y_content.text import catalogues
from tests.browser.menu_site import PAGE, chromium, served, size

ARABIC = """---
kind: condition
name: ألم الرقبة
lang: ar
summary: ألم الرقبة شائع ويتحسن في الغالب.
---

ألم الرقبة شائع. يتحسن في الغالب خلال *أسابيع*، مع {lang=en}`gentle movement` كل يوم.

## الأعراض

- ألم عند الالتفات
- تيبّس في الصباح، يتحسن بعد نصف ساعة تقريبًا

:::{care} emergency اتصل بالرقم 911 الآن إذا:
- أصابك ألم شديد في الرقبة بعد حادث

اتصل بالرقم [911](tel:911).
:::

## العلاج

:::{table} ما تتوقعه
| المدة | ما هو شائع | ما يفيد |
|---|---|---|
| الأيام الأولى | ألم وتيبّس وتعب | التفات خفيف |
| بعد 3 أشهر | قليل من الناس ما زالوا يتألمون | فحص جديد |
:::

:::{steps} حركتان
1. التفت

   انظر ببطء فوق كتفك اليمنى ثم اليسرى.
:::

:::{contact} عيادة المثال
:phones: ["+1 541-555-0142"]
:address: [14 Millrace Street, "Alder Falls, OR 97000"]
:::
"""
CHOICES = [(row.name, value) for row in preferences() for value in ("auto", *row.values)]
OUTSIDE = """
return [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 1 && !one.closest(".a11y-skip") && (box.left < -1 || box.right > innerWidth + 1)
    && one.checkVisibility();
}).map((one) => one.outerHTML.slice(0, 90));
"""
ROWS = """
return [...document.querySelectorAll("fieldset")].map((fieldset) => ({
  start: fieldset.querySelector("legend").getBoundingClientRect().right,
  radios: [...fieldset.querySelectorAll("input[type=radio]")].map((radio) => {
    const box = radio.getBoundingClientRect();
    return { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
  }),
}));
"""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """An Arabic page in a window of 320 px, the menu open."""
    with (
        served(tmp_path_factory.mktemp("arabic"), {"neck.md": ARABIC}) as address,
        chromium(tmp_path_factory.mktemp("profile")) as driver,
    ):
        size(driver, 320, 800)
        driver.get(address)
        driver.find_element("css selector", ".a11y-menu__opener").click()
        yield driver


@pytest.fixture
def page(arabic: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    """The page as the device asks, and again after the test."""
    yield arabic
    arabic.execute_script("document.querySelector('.a11y-menu__form').reset()")


def choose(driver: webdriver.Chrome, name: str, value: str) -> None:
    driver.execute_script("document.getElementById(arguments[0]).click()", f"a11y-{name}-{value}")


def style(driver: webdriver.Chrome, selector: str, name: str) -> str:
    script = "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])"
    value: str = driver.execute_script(script, selector, name)
    return value


def in_order(radios: list[dict[str, float]]) -> bool:
    """Whether each radio stands left of the one before it, or on a lower line."""
    return all(
        later["right"] <= first["left"] + 1 or later["top"] >= first["bottom"] - 1 for first, later in pairwise(radios)
    )


@pytest.mark.requirement("R24")
@pytest.mark.parametrize(("name", "value"), CHOICES)
def test_an_arabic_page_fits_and_runs_from_the_right(page: webdriver.Chrome, name: str, value: str) -> None:
    choose(page, name, value)
    assert page.execute_script("return document.documentElement.scrollWidth") <= 320
    assert page.execute_script(OUTSIDE) == []
    assert [style(page, one, "direction") for one in ("html", "main", ".a11y-menu__form")] == ["rtl"] * 3
    for row in page.execute_script(ROWS):
        assert row["radios"][0]["right"] == pytest.approx(row["start"], abs=1)
        assert in_order(row["radios"])


@pytest.mark.requirement("R24")
def test_letters_that_join_are_not_torn_apart(page: webdriver.Chrome) -> None:
    choose(page, "spacing", "wider")
    assert style(page, "main p", "letter-spacing") in {"normal", "0px"}
    assert float(style(page, "main p", "word-spacing").removesuffix("px")) > 0
    assert float(style(page, "main p [lang=en]", "letter-spacing").removesuffix("px")) > 0
    assert style(page, ".a11y-option--wider > span", "letter-spacing") in {"normal", "0px"}
    assert (style(page, "main em", "font-style"), style(page, "main em", "font-weight")) == ("normal", "700")


@pytest.mark.requirement("R24")
@pytest.mark.parametrize(
    ("selector", "text"),
    [(".a11y-contact .a11y-phone", "+1 541-555-0142"), (".a11y-contact bdi", "14 Millrace Street")],
)
def test_numbers_and_addresses_keep_their_order(page: webdriver.Chrome, selector: str, text: str) -> None:
    """The first sign of the text is the leftmost one."""
    places: list[Any] = page.execute_script(
        """
        const text = document.querySelector(arguments[0]).firstChild;
        const left = (place) => {
          const range = document.createRange();
          range.setStart(text, place);
          range.setEnd(text, place + 1);
          return range.getBoundingClientRect().left;
        };
        return [text.data, left(0), left(text.data.length - 1)];
        """,
        selector,
    )
    assert places[0] == text
    assert places[1] < places[2]


@pytest.mark.requirement("R24")
def test_the_menu_fits_in_every_language_at_the_largest_text(tmp_path: Path) -> None:
    """German words are long, Chinese ones have no spaces, Vietnamese letters carry two signs."""
    pages = {f"{lang.lower()}.md": PAGE.replace("lang: en", f"lang: {lang}") for lang in catalogues() - {"en"}}
    pages["neck.md"] = PAGE
    with served(tmp_path, pages) as address, chromium(tmp_path / "profile") as driver:
        size(driver, 320, 800)
        for page in pages:
            name = page.removesuffix(".md")
            driver.get(address.replace("neck", name) + "?a11y=text:300,spacing:wider,contrast:custom")
            driver.execute_script("document.getElementById('a11y-menu').open = true")
            assert driver.execute_script("return document.documentElement.scrollWidth") <= 320, page
            assert driver.execute_script(OUTSIDE) == [], page


@pytest.mark.requirement("R24")
def test_the_arrow_of_the_opener_points_down_and_then_up(tmp_path: Path) -> None:
    """Its two borders are at the end and below, so that right to left it turns the other way."""
    with served(tmp_path, {"neck.md": ARABIC}) as address, chromium(tmp_path / "profile") as driver:
        size(driver, 320, 800)
        driver.get(address)
        arrow = "return getComputedStyle(document.querySelector('.a11y-menu__opener'), '::after').rotate"
        assert driver.execute_script(arrow) == "-45deg"
        opened = (
            "document.getElementById('a11y-menu').open = true; document.getAnimations().forEach((a) => a.finish());"
        )
        assert driver.execute_script(opened + arrow) == "-225deg"
