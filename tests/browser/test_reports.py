"""Reports of real audits: the author's line in SARIF, pictures of elements, and a page that passes its own audit."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

import a11y_content as a11y
from a11y_content.auditing.pixels import Picture
from tests.audit.made_report import EVIL, report
from tests.planted import CONDITION, PLANTED, plant

QUICK = ("axe", "content-lost", "reflow")
"""Checks by which the report is judged here in all modes; tests/prove has them all."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> a11y.Report:
    """Audit a page whose text is hidden in one mode by a planted rule, from the folder of its sources."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "content").mkdir()
    (folder / "content" / "site.toml").write_text('title = "Example"\nlang = "en"\n')
    (folder / "content" / "neck.md").write_text(CONDITION)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert a11y.build("content", "site").errors == 0
        plant(folder / "site", folder / "public", PLANTED[0])
        shutil.copytree(folder / ".site.a11y-content", folder / ".public.a11y-content")
        made = a11y.audit("public", modes="default;contrast=sepia", checks=["axe"], pictures=True)
        assert made.failed == ()
        made.write("sarif", "report.sarif")
    results = json.loads((folder / "report.sarif").read_text("utf-8"))["runs"][0]["results"]
    places = {json.dumps(one["locations"][0]["physicalLocation"], sort_keys=True) for one in results}
    lines = {(json.loads(one)["artifactLocation"]["uri"], json.loads(one)["region"]["startLine"]) for one in places}
    assert ("content/neck.md", 12) in lines
    return made


def test_elements_are_photographed_in_the_mode_of_their_problem(found: a11y.Report) -> None:
    shown = {problem.selector: found.pictures.get(problem.fingerprint) for problem in found.problems}
    assert shown
    assert all(shown.values())
    for png in filter(None, shown.values()):
        picture = Picture.read(png)
        assert 40 < picture.width <= 720
        assert 40 < picture.height <= 400
        red, green, blue, *_ = picture.at(1, 1)
        assert red > blue + 10  # the ground of the sepia theme
        assert green > blue


@pytest.fixture(scope="module")
def folder(found: a11y.Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages")
    evil = report(EVIL)
    pictures = dict.fromkeys([one.fingerprint for one in evil.problems], next(iter(found.pictures.values())))
    replace(evil, pictures=pictures, failed=found.failed).write("html", made / "report.html")
    return made


def test_a_report_passes_our_own_audit_in_each_mode(folder: Path) -> None:
    made = a11y.audit(folder / "report.html", modes="each", checks=QUICK)
    assert [(one.code, one.selector, one.modes) for one in made.problems] == []
    assert made.failed == ()
    assert len(made.ran.modes) > 30


def test_filters_work_and_say_so(folder: Path, browser: webdriver.Chrome) -> None:
    browser.get((folder / "report.html").as_uri())
    status = browser.find_element(By.CSS_SELECTOR, ".a11y-report__shown")
    assert status.text == "3 problems shown"
    assert shown(browser) == 3
    Select(browser.find_element(By.ID, "filter-level")).select_by_visible_text("review")
    assert (shown(browser), status.text) == (1, "1 of 3 problems shown")
    assert len([one for one in browser.find_elements(By.CSS_SELECTOR, "h3[id]") if one.is_displayed()]) == 1
    Select(browser.find_element(By.ID, "filter-mode")).select_by_visible_text("contrast=dark")
    assert (shown(browser), status.text) == (0, "0 of 3 problems shown")
    browser.find_element(By.CSS_SELECTOR, ".a11y-report__reset").click()
    browser.execute_async_script("setTimeout(arguments[0])")
    assert (shown(browser), status.text) == (3, "3 problems shown")


def test_filters_work_without_scripts(folder: Path, browser: webdriver.Chrome) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get((folder / "report.html").as_uri())
        assert shown(browser) == 3
        Select(browser.find_element(By.ID, "filter-code")).select_by_visible_text("focus-visible")
        assert shown(browser) == 1
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def shown(browser: webdriver.Chrome) -> int:
    return sum(one.is_displayed() for one in browser.find_elements(By.CSS_SELECTOR, ".a11y-report__problem"))
