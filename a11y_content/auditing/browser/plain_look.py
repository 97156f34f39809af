"""A plain look at an address, for a browser that does not tell what the network said."""

from __future__ import annotations

from http.client import HTTPException
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from a11y_content.auditing.browser.base import PageError
from a11y_content.auditing.browser.loading import Load, too_late
from a11y_content.problem import one_line

_ACCEPT: Final = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
_PIECE: Final = 1024


def look(url: str, seconds: float) -> Load:
    """Ask for an http(s) address and give status, type and last address; the body is only begun.

    Raises `PageError` where there is no answer.
    """
    opener = build_opener(ProxyHandler({}), _Redirects())
    try:
        answer: Any = opener.open(Request(url, headers=_ACCEPT), timeout=seconds)  # noqa: S310  pages are http(s)
    except HTTPError as error:
        answer = error
    except TimeoutError as error:
        raise too_late("a plain look", seconds) from error
    except (OSError, HTTPException, ValueError) as error:
        if "timed out" in str(error):
            raise too_late("a plain look", seconds) from error
        raise PageError(f"the page could not be loaded: {one_line(str(error)) or type(error).__name__}") from error
    with answer:
        load = Load(asked=url, status=answer.status, kind=answer.headers.get_content_type(), reached=answer.url)
        load.download = answer.headers.get_content_disposition() == "attachment"
        try:
            load.length = len(answer.read(_PIECE))
        except TimeoutError as error:
            raise too_late("a plain look", seconds) from error
        except (OSError, HTTPException) as error:
            raise PageError(f"the page could not be loaded: {one_line(str(error))}") from error
        load.finished = True
    return load


class _Redirects(HTTPRedirectHandler):
    max_redirections = 20
