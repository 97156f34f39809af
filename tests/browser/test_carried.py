"""What a page carries as others do is judged once; the same names with other bytes in them are judged anew."""

from pathlib import Path

import a11y_content as a11y
from a11y_content.auditing import Session
from a11y_content.auditing.server import serve
from tests.planted import CONDITION


def test_a_script_that_changed_under_its_name_is_noticed(tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    content.mkdir()
    (content / "site.toml").write_text('title = "Example"\nlang = "en"\n')
    (content / "neck.md").write_text(CONDITION)
    assert a11y.build(content, site).errors == 0
    [script] = (site / "assets").glob("*.js")

    def problems(address: str) -> set[str]:
        with Session(modes="default", checks=["menu"]) as session:  # a browser of its own, which has no old script
            report = session.audit(address)
        assert report.failed == ()
        return {one.code for one in report.problems}

    with serve(site) as base:
        assert problems(f"{base}/neck.html") == set()
        assert problems(f"{base}/neck.html") == set()
        script.write_text(script.read_text("utf-8").replace("setItem", "getItem"), "utf-8")  # it keeps nothing now
        assert problems(f"{base}/neck.html") >= {"menu/kept"}
