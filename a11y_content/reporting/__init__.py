"""The report as a page of ours: what is audited and what renders are strangers, and meet only here.

Importing this registers the format `html` beside those of `auditing.formats`. Why here: docs/decisions/0091.
"""

from __future__ import annotations

from a11y_content.auditing import Report, Session, audit
from a11y_content.auditing.report import report_format

__all__ = ["Report", "Session", "as_html", "audit"]


@report_format("html")
def as_html(report: Report) -> str:
    """Write one HTML file: a page with our menu, filters, pictures of elements, how to mend; good on paper too."""
    from a11y_content.reporting.page import page  # noqa: PLC0415  the renderer loads only for this format

    return page(report)
