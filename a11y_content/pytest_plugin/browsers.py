"""The browser of a test process: one, started by the first audit, and kept for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from a11y_content.pytest_plugin.settings import Options

if TYPE_CHECKING:
    from a11y_content.auditing.report import Report
    from a11y_content.auditing.session import Session

_OF_THE_BROWSER: Final = ("auth", "browser", "cookies", "grid", "headers", "timeout")
"""Choices that a running browser cannot change; where one differs, another browser takes its place."""


class Browsers:
    """One `Session` at a time. A worker of pytest-xdist is a process of its own and so has its own."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._session: Session | None = None
        self._kind: Options = {}

    def audit(self, target: Any, chosen: Options) -> Report:
        """Audit with these choices."""
        kind = {name: value for name, value in chosen.items() if name in _OF_THE_BROWSER}
        if self._session is None or kind != self._kind:
            from a11y_content.auditing.session import Session  # noqa: PLC0415  only where somebody audits

            self.close()
            self._session, self._kind = Session(**kind), kind
        return self._session.audit(target, **{name: value for name, value in chosen.items() if name not in kind})

    def close(self) -> None:
        """End the browser."""
        session, self._session = self._session, None
        if session is not None:
            session.close()
