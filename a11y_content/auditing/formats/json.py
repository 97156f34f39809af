"""`report.json`: everything, for other programs; a later audit and `report` read it again."""

from __future__ import annotations

from a11y_content.auditing.json_text import json_text
from a11y_content.auditing.report import Report, report_format


@report_format("json")
def as_json(report: Report) -> str:
    """Write `report.json`, schema `a11y-content/report/1` (`a11y-content schema --kind report`)."""
    return json_text(report.as_json())
