"""A report that no browser made, for the tests of formats and of the baseline."""

from typing import Any

import a11y_content.reporting  # noqa: F401  registers the format html
from a11y_content.auditing.finding import Finding
from a11y_content.auditing.grouping import group
from a11y_content.auditing.ran import PageFile, Ran, Skip
from a11y_content.auditing.report import Report
from a11y_content.auditing.target import Page
from a11y_content.design.mode import parse_mode
from a11y_content.problem import Level

PAGE = Page(name="neck.html", url="http://127.0.0.1:1/neck.html", spots={"0/3": ["content/neck.md", 14, 1]})
RING = Finding(
    code="focus-visible", message="no ring", selector="a", html='<a href="x.html">x', path="0/3/1", criterion="2.4.7"
)
FAINT = Finding(
    code="axe/color-contrast", message="cannot tell", selector="p", html="<p>y", level=Level.REVIEW, criterion="1.4.3"
)
EVIL = Finding(
    code="axe/image-alt",
    message="a\x1b[2J\x9b\u202eb\nc ]]> --> </script><script>alert(1)</script>%0A::error::x\ud800",
    selector='p\u202e["</style>"]',
    html="<img src=x onerror=alert(1)>\x07\x00",
    hint="</details><iframe srcdoc=x>",
    help_url="javascript:alert(1)",
)


def report(*more: Finding, page: Page = PAGE, **changes: Any) -> Report:
    dark, big = parse_mode("contrast=dark"), parse_mode("text=200")
    seen = [(dark, RING), (big, FAINT), (big, RING), (dark, RING), *((dark, one) for one in more)]
    facts: dict[str, Any] = {
        "tool": {"a11y_content": "0", "axe": "4.12.1", "browser": "chrome 1", "driver": "d 1", "selenium": "4"},
        "ran": Ran(
            pages=("neck.html", "ok.html"),
            modes=(dark.id, big.id),
            checks=("axe", "focus-visible", "reflow"),
            skipped=(Skip(page="ok.html", check="reflow", reason="the browser gives no keys"),),
            page_modes={"ok.html": (dark.id,)},
            files={"neck.html": PageFile("public/neck.html", "00"), "ok.html": PageFile("public/ok.html", "11")},
        ),
        "problems": tuple(group(page, seen)),
        "failed": (),
        "seconds": 1.23456,
    }
    return Report(**{**facts, **changes})
