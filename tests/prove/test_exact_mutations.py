"""Random rules for random modes: the fast path finds what the exhaustive one finds."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a11y_content.auditing import Session
from a11y_content.design.preferences import preferences
from tests.browser.test_audit_exact import told
from tests.planted_modes import PAGES, page

MODES = "default;contrast=dark;text=200;contrast=dark,text=200;contrast=dark,spacing=wide;text=200,spacing=wide"
WHEN = st.sampled_from(
    [
        "",
        ":root[data-a11y-contrast=dark] ",
        ':root[data-a11y-text="200"] ',
        ":root[data-a11y-contrast=dark][data-a11y-spacing=wide] ",
        ":root:not([data-a11y-contrast]) ",
        ":root:has(main):not([data-a11y-spacing]) ",
    ]
)
WHAT = st.sampled_from(["p", "main", "a", "p:nth-of-type(2n)", "button", "p::before", ":is(p, div) > *", "main *"])
HOW = st.sampled_from(
    [
        "color: #999",
        "background: #777",
        "opacity: .4",
        "display: none",
        "visibility: hidden",
        "position: absolute; top: 0",
        "filter: contrast(30%)",
        "content: 'x'; background: #555; position: absolute; inset: 0",
        "-webkit-text-fill-color: #aaa",
        "text-decoration: none",
        "width: 10px; height: 10px; overflow: auto",
        "background-image: linear-gradient(#000, #fff)",
        "transform: translateX(-3rem)",
        "mix-blend-mode: multiply",
        "text-shadow: 0 0 3px #fff",
        "z-index: -1; position: relative",
        "float: left",
        "font-size: 9px",
        "clip-path: inset(50%)",
    ]
)
RULES = st.lists(st.tuples(WHEN, WHAT, HOW), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(modes=MODES, checks=["axe"], table=preferences(), timeout=120) as made:
        yield made


@given(rules=RULES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_rules_change_nothing(session: Session, rules: list[tuple[str, str, str]]) -> None:
    style = "\n".join(f"{when}{what} {{ {how} }}" for when, what, how in rules)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page.html"
        target.write_text(page(PAGES["first"], style), "utf-8")
        assert told(session.audit(target)) == told(session.audit(target, exhaustive=True))
