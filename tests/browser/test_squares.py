"""A Chinese page in Chromium: lines of at most 40 characters (WCAG 1.4.8), and nothing slanted."""

from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.browser.menu_site import chromium, served, size

CHINESE = f"""---
kind: condition
name: 颈痛
lang: zh-CN
summary: 颈痛很常见，大多会好转。
---

{"颈痛很常见，大多会在几周内*好转*。" * 8}

## 症状

- {"转头时疼痛，早晨起床时僵硬，大约半小时后好转。" * 4}
- 手臂麻木

:::{{care}} urgent 请今天就医，如果：
- {"手臂无力，或者麻木的范围越来越大，或者疼痛一天比一天厉害。" * 3}
:::
"""
CHARACTERS = """
return [...document.querySelectorAll("p, li, dd, small, .a11y-header__tagline")]
  .filter((one) => one.checkVisibility() && one.textContent.trim().length > 20)
  .map((one) => [one.clientWidth / parseFloat(getComputedStyle(one).fontSize), one.textContent.slice(0, 20)]);
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A page that names its region and not its script, with the menu open."""
    with (
        served(tmp_path_factory.mktemp("chinese"), {"neck.md": CHINESE}) as address,
        chromium(tmp_path_factory.mktemp("profile")) as driver,
    ):
        driver.get(address)
        driver.execute_script("document.getElementById('a11y-menu').open = true")
        yield driver


@pytest.mark.requirement("R24")
@pytest.mark.parametrize("width", [320, 1280, 2560])
def test_no_line_is_longer_than_forty_characters(page: webdriver.Chrome, width: int) -> None:
    size(page, width, 900)
    found = page.execute_script(CHARACTERS)
    assert len(found) >= 4
    assert [one for one in found if one[0] > 40] == []


@pytest.mark.requirement("R24")
def test_stressed_characters_have_dots_and_stand_upright(page: webdriver.Chrome) -> None:
    style = (
        "const of = getComputedStyle(document.querySelector('main em')); return [of.fontStyle, of.textEmphasisStyle]"
    )
    assert page.execute_script(style) in (["normal", "dot"], ["normal", "filled dot"])


@pytest.mark.requirement("R24")
def test_the_interface_of_a_chinese_page_is_chinese_without_saying_so_twice(page: webdriver.Chrome) -> None:
    assert page.find_element("css selector", ".a11y-menu__opener").text == "打开无障碍菜单"
    assert page.execute_script("return document.querySelectorAll('.a11y-menu [lang], .a11y-menu[lang]').length") == 0
