"""The audit: pages in a real browser, in every mode of the accessibility menu, by every check.

It sees only HTML. What it could not judge is in `Report.failed` and never counts as passed.
"""

from __future__ import annotations

from a11y_content.auditing import checks as _checks  # noqa: F401  importing it registers every check
from a11y_content.auditing import formats as _formats  # noqa: F401  likewise every format
from a11y_content.auditing.report import Report
from a11y_content.auditing.session import Session, audit

__all__ = ["Report", "Session", "audit"]
