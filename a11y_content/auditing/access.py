"""What opens closed pages: request headers, cookies, a user and a password. Only for audited sites, never shown."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from a11y_content.problem import UsageError

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_TEXT: Final = re.compile(r"[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?")
_COOKIE: Final = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
_BROWSERS: Final = {"host", "connection", "content-length", "transfer-encoding", "upgrade", "te", "trailer", "expect"}
_ELSEWHERE: Final = {"cookie": "--cookie"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The caller's credentials. Raises `UsageError` for what cannot be sent; no message holds a value."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)
    auth: str = field(default="", repr=False)
    """`USER:PASSWORD`."""

    def __post_init__(self) -> None:
        """Judge all at once."""
        for name, value in self.headers.items():
            if not _TOKEN.fullmatch(name):
                raise UsageError(f"{name!r} cannot be the name of a header")
            if name.lower() in _BROWSERS:
                raise UsageError(f"the header {name} is the browser's own and cannot be set")
            if name.lower() in _ELSEWHERE:
                raise UsageError(f"the header {name} is given by {_ELSEWHERE[name.lower()]}")
            if not _TEXT.fullmatch(value):
                raise UsageError(f"the value of the header {name} is empty, or holds a line break or another control")
        for name, value in self.cookies.items():
            if not _TOKEN.fullmatch(name) or not _COOKIE.fullmatch(value):
                raise UsageError(
                    f"the cookie {name!r} cannot be set: quote spaces, commas and semicolons as %20, %2C, %3B"
                )
        user, colon, _ = self.auth.partition(":")
        if self.auth and not (user and colon):
            raise UsageError("--auth needs a user and a password: USER:PASSWORD")

    def __bool__(self) -> bool:
        """Tell whether there is anything to send."""
        return bool(self.headers or self.cookies or self.auth)

    @property
    def sent(self) -> dict[str, str]:
        """The headers that go with every request of an audited site; basic authentication is one of them."""
        made = dict(self.headers)
        if self.auth and not any(name.lower() == "authorization" for name in made):
            made["Authorization"] = f"Basic {base64.b64encode(self.auth.encode()).decode()}"
        return made

    def fields(self) -> dict[str, str]:
        """Give all as headers of a request that no browser makes, such as that for a sitemap."""
        made = self.sent
        if self.cookies:
            made["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return made
