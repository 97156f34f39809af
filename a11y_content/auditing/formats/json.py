"""`report.json`: everything, for other programs; a later audit and `report` read it again."""

from __future__ import annotations

import json

from a11y_content.auditing.report import Report, report_format


@report_format("json")
def as_json(report: Report) -> str:
    """Write `report.json`, schema `a11y-content/report/1` (`a11y-content schema --kind report`)."""
    return json.dumps(report.as_json(), ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"
