"""What goes wrong between us and a driver, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from selenium.common.exceptions import (
    InvalidSessionIdException,
    JavascriptException,
    NoSuchWindowException,
    SessionNotCreatedException,
    TimeoutException,
    UnexpectedAlertPresentException,
    WebDriverException,
)
from selenium.webdriver.remote.webdriver import WebDriver
from urllib3.exceptions import HTTPError, ReadTimeoutError

from a11y_content.auditing.browser.base import BrowserGoneError, PageError
from a11y_content.auditing.browser.loading import too_late
from a11y_content.problem import one_line

_GONE: Final = (
    "tab crashed",
    "target crashed",
    "target closed",
    "page crash",
    "disconnected",
    "not reachable",
    "session deleted",
    "session timed out",
    "invalid session",
    "unable to connect",
    "unable to find session",
    "unable to execute request for an existing session",
    "failed to execute request",
    "connection error",
    "cannot find session",
    "target frame detached",
    "no such execution context",
    "web view not found",
)
"""What a driver, or the Grid before it, says when the browser is no more."""
_MOVED: Final = "no such execution context"
"""What ChromeDriver says, as a time-out, when the document is no more."""


@contextmanager
def in_our_words(what: str, seconds: float) -> Iterator[None]:
    """Turn what selenium raises while it does `what` into `PageError` and `BrowserGoneError`."""
    try:
        yield
    except (TimeoutException, ReadTimeoutError) as error:
        if _MOVED in str(error):
            raise PageError("the page went away by itself") from error
        raise too_late(what, seconds) from error
    except UnexpectedAlertPresentException as error:
        raise PageError("the page opened a dialog and waits for an answer") from error
    except (InvalidSessionIdException, NoSuchWindowException, SessionNotCreatedException, HTTPError, OSError) as error:
        raise BrowserGoneError(f"the browser ended ({what}): {first_line(error)}") from error
    except JavascriptException as error:
        raise PageError(f"a script failed ({what}): {first_line(error)}") from error
    except WebDriverException as error:
        said = first_line(error)
        if any(word in said.lower() for word in _GONE):
            raise BrowserGoneError(f"the browser ended ({what}): {said}") from error
        raise PageError(said) from error


def first_line(error: BaseException) -> str:
    """Give the first line of what an error says, or its name."""
    text = (getattr(error, "msg", None) or str(error)).strip() or type(error).__name__
    return one_line(text.splitlines()[0].removeprefix("Message: "))


def limit_calls(driver: WebDriver, seconds: float) -> None:
    """Let no call to the driver take longer: selenium's own limit is two minutes."""
    config = getattr(driver.command_executor, "client_config", None)
    if config is not None:
        config.timeout = seconds
