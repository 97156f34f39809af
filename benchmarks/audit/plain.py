"""The plain loop that people write: Selenium opens a page, axe-selenium-python puts axe into it and runs it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.programs import Programs


class Plain:
    """A browser and the loop's body."""

    def __init__(self, driver: webdriver.Chrome, axe: AxeScript) -> None:
        """Take an open browser."""
        self._driver = driver
        self._script = str(axe.path)

    def audit(self, url: str) -> dict[str, Any]:
        """Open an address and run axe with its usual rules; gives axe's whole answer."""
        self._driver.get(url)
        axe = Axe(self._driver, script_url=self._script)
        axe.inject()
        found: dict[str, Any] = axe.run()
        return found


@contextmanager
def plain(programs: Programs, axe: AxeScript) -> Iterator[Plain]:
    """Open a browser for the loop, with as few flags as it needs here."""
    options = Options()
    options.binary_location = programs.browser
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.add_argument("--window-size=1280,800")
        driver = webdriver.Chrome(options=options, service=Service(programs.driver))
        try:
            yield Plain(driver, axe)
        finally:
            driver.quit()
