"""Chromium on this machine: started with a driver of its own, ended without a trace."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import Final

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from a11y_content.auditing.browser.devtools import ByDevTools, options
from a11y_content.auditing.browser.errors import first_line, limit_calls
from a11y_content.auditing.browser.services import ChromeDriver, forget
from a11y_content.auditing.programs import Programs, make_folder
from a11y_content.auditing.reaper import Reaper
from a11y_content.problem import CouldNotRunError

_SLACK: Final = 3
"""Seconds that a driver may need for going."""
_STARTS: Final = 3
"""Tries: selenium picks a port that is free, and somebody else may take it before the driver does."""
_CLASH: Final = "unexpectedly exited"
"""What selenium says of a driver that cannot have its port."""


class Chromium(ByDevTools):
    """One running Chromium with a new profile; `close` leaves no process and no file."""

    def __init__(self, programs: Programs, *, timeout: float = 30, only_loopback: bool = False) -> None:
        """Start it; `timeout` (seconds) bounds load and first mode. Raises `CouldNotRunError`."""
        super().__init__(timeout)
        for tries_left in reversed(range(_STARTS)):
            self._folder = make_folder()
            self._reaper: Reaper | None = None
            self._service: ChromeDriver | None = None
            try:
                self._start(programs, only_loopback=only_loopback)
            except (WebDriverException, HTTPError, OSError) as error:
                self.close()
                if not (tries_left and _CLASH in str(error)):
                    raise CouldNotRunError(f"the browser did not start: {first_line(error)}") from error
            except BaseException:
                self.close()
                raise
            else:
                return

    def _start(self, programs: Programs, *, only_loopback: bool) -> None:
        chosen = options()
        chosen.binary_location = programs.browser
        chosen.add_argument(f"--user-data-dir={self._folder / 'profile'}")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            chosen.add_argument("--no-sandbox")
        if only_loopback:
            chosen.add_argument("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")
        # Selenium Manager phones home; it is not asked when both paths are given, and these make sure of it. The folder
        # for temporary files is ours, so that what Chromium leaves there goes with it.
        environment = {**os.environ, "SE_OFFLINE": "true", "SE_AVOID_STATS": "true", "TMPDIR": str(self._folder)}
        self._reaper = Reaper(self._folder)
        self._service = ChromeDriver(programs.driver, self._watch, environment)
        self._begin(webdriver.Chrome(options=chosen, service=self._service))

    def _watch(self, driver: int) -> None:
        if self._reaper is not None:
            self._reaper.watch(driver)

    def close(self, *, kindly: bool = True) -> None:
        """End the browser, its driver and all their children, and remove the profile; never raises.

        `kindly=False` does not ask a browser that hangs to go.
        """
        driver, self._driver = self._driver, None
        if driver is not None:
            limit_calls(driver, _SLACK)
            with suppress(Exception):
                if kindly:
                    driver.quit()
                else:
                    driver.command_executor.close()  # type: ignore[union-attr]  # it is a RemoteConnection
        if self._reaper is not None:
            self._reaper.finish()
        if self._service is not None:
            forget(self._service)
        shutil.rmtree(self._folder, ignore_errors=True)
