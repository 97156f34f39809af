"""The browsers of an audit: all its side effects. `base.Browser` says what is asked of one; a file for each kind."""

from a11y_content.auditing.browser.base import Browser, BrowserGoneError, PageError

__all__ = ["Browser", "BrowserGoneError", "PageError"]
