"""Fetching a sitemap: one http(s) address, within limits of size and time; credentials go to its own site only."""

from __future__ import annotations

import http.client
import time
from typing import IO, Final
from urllib import request
from urllib.error import HTTPError, URLError

from a11y_content.auditing.access import Access
from a11y_content.auditing.targets.addresses import fault_of, site_of
from a11y_content.problem import CouldNotRunError, UsageError, one_line

_AGENT: Final = "a11y-content"
_PIECE: Final = 65_536
_NOT_THERE: Final = (404, 410)


def fetch(address: str, access: Access, *, timeout: float, most: int) -> tuple[str, bytes]:
    """Give the address that answered and its bytes, at most `most` of them.

    Raises `CouldNotRunError` where nothing answers in `timeout` seconds, or with an error; `UsageError` where there is
    nothing at the address, or more than `most` bytes.
    """
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        _Redirects(access),
    ):
        opener.add_handler(handler)
    asked = request.Request(address, headers={"User-Agent": _AGENT, **access.fields()})  # noqa: S310  judged
    end = time.monotonic() + timeout
    try:
        with opener.open(asked, timeout=timeout) as answer:
            return answer.geturl(), _read(answer, address, most, end)
    except HTTPError as error:
        error.close()
        if error.code in _NOT_THERE:
            raise UsageError(f"{address}: there is nothing at this address (status {error.code})") from error
        raise CouldNotRunError(f"{address}: the server answered with status {error.code}") from error
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise CouldNotRunError(
            f"{address}: cannot be reached: {one_line(str(reason)) or type(error).__name__}"
        ) from error


def _read(answer: http.client.HTTPResponse, address: str, most: int, end: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while piece := answer.read(_PIECE):
        parts.append(piece)
        size += len(piece)
        if size > most:
            raise UsageError(f"{address}: more than {most:,} bytes")
        if time.monotonic() > end:
            raise TimeoutError("it does not end in time")
    return b"".join(parts)


class _Redirects(request.HTTPRedirectHandler):
    """Follows to http(s) addresses only, and takes headers and credentials along to their own site only."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def redirect_request(  # noqa: PLR0913, PLR0917  the shape is urllib's
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> request.Request | None:
        if fault := fault_of(newurl):
            raise URLError(f"it leads to {fault}")
        return request.Request(newurl, headers={"User-Agent": _AGENT, **self._fields(req, newurl)})  # noqa: S310  judged

    def _fields(self, req: request.Request, newurl: str) -> dict[str, str]:
        return self._access.fields() if site_of(newurl) == site_of(req.full_url) else {}
