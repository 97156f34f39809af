"""The audit of a page that stands in somebody else's browser: a Selenium driver in a test of theirs."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Final

from a11y_content.auditing.browser import BrowserGoneError, PageError
from a11y_content.auditing.browser.errors import in_our_words
from a11y_content.auditing.browser.guest import Driver, guest
from a11y_content.auditing.engine import PageResult, Work, audit_page
from a11y_content.auditing.target import Page
from a11y_content.problem import one_line

_DISTURBS: Final = "it would load the page anew, and the page is audited as it stands"
_LONGEST: Final = 300
"""Characters of an address that names a page: those of `data:` have no end."""


def audit_guest(driver: Driver, work: Work, *, words: str, timeout: float) -> tuple[PageResult, dict[str, str]]:
    """Audit the page of a driver as it stands; gives the result and the versions used. Never raises for its sake.

    Checks that would change its state are left out, and the report says so. Of the sets of modes in `words`, those are
    left out that the browser cannot be brought into; one that is named by its id has failed then.
    """
    page = Page(name="the page of the driver", url="")
    try:
        with in_our_words("its address", timeout):
            name = one_line(driver.current_url, _LONGEST)
        page = Page(name=name, url=name)
        browser = guest(driver, timeout)
    except (PageError, BrowserGoneError) as error:
        return PageResult(page=page, failed=[("", str(error))]), {}
    quiet = tuple(check for check in work.checks if not check.disturbs)
    try:
        result = audit_page(browser, page, replace(work, checks=quiet), work.modes)
    except BrowserGoneError as error:
        result = PageResult(page=page, failed=[("", str(error))])
    finally:
        with suppress(PageError, BrowserGoneError):
            browser.leave()
        browser.close()
    result.skipped |= {check.name: _DISTURBS for check in work.checks if check.disturbs}
    named = {part.strip() for part in words.split(";")}
    beyond = {mode.id for mode in result.modes if mode.id not in named and browser.lacks(mode)}
    result.modes = tuple(mode for mode in result.modes if mode.id not in beyond)
    result.failed = [(mode, reason) for mode, reason in result.failed if mode not in beyond]
    return result, browser.versions()
