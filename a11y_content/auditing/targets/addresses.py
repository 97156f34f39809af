"""Addresses: what may be one, of which site it is, and the same page at another site."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from a11y_content.problem import UsageError, one_line

_SCHEMES: Final = ("http://", "https://")
_LONGEST: Final = 8_000
_NEVER: Final = re.compile(r"[\s\x00-\x20\x7f\\]")
_SHOWN: Final = 200
_PORTS: Final = {"http": 80, "https": 443}


def is_address(target: str) -> bool:
    """Tell whether a target is an http(s) address and not a path."""
    return target.lower().startswith(_SCHEMES)


def fault_of(address: str) -> str:
    """Say why a text is no http(s) address that a browser can open; empty if it is one."""
    shown = one_line(address[:_SHOWN])
    if not is_address(address):
        return f"{shown!r} is no whole http(s) address"
    if len(address) > _LONGEST:
        return f"{shown!r}... is longer than {_LONGEST:,} characters"
    if _NEVER.search(address):
        return f"{shown!r} holds a space, a control character or a backslash"
    try:
        parts = urlsplit(address)
        known = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known:
        return f"{shown!r} names no host"
    if parts.username is not None or parts.password is not None:
        return "an address holds a user or a password, which reports would show; give them by --auth"
    return ""


def refuse_other(word: str) -> None:
    """Raise `UsageError` for a target that is an address, but none that is audited."""
    scheme, there, rest = word.partition("://")
    if not there or not scheme.isalpha():
        return
    if scheme.lower() == "file":
        raise UsageError(
            f"{one_line(word)}: give the path, {one_line('/' + rest.lstrip('/'))}; the audit serves it itself"
        )
    raise UsageError(f"{one_line(word)}: only http and https addresses are audited")


def site_of(address: str) -> str:
    """Give scheme, host and port of an address, in one form: `https://example.org:443`."""
    parts = urlsplit(address)
    scheme = parts.scheme.lower()
    return f"{scheme}://{(parts.hostname or '').lower()}:{parts.port or _PORTS.get(scheme, 0)}"


def moved(address: str, site: str) -> str:
    """Give the same path and query at another site, such as `http://127.0.0.1:8000`."""
    there, parts = urlsplit(site), urlsplit(address)
    return urlunsplit((there.scheme, there.netloc, parts.path or "/", parts.query, parts.fragment))
