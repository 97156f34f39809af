"""Every format, judged by the schema of those who read it (fixtures/schemas) and by what it may never say."""

import datetime as dt
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from lxml import etree

from a11y_content.auditing.baseline import Baseline, Entry
from a11y_content.auditing.criteria import CRITERIA
from a11y_content.auditing.formats import sarif
from a11y_content.auditing.place import place_of
from a11y_content.auditing.ran import Failure
from a11y_content.auditing.report import WRITERS, Report, held, writer
from a11y_content.auditing.report_schema import report_schema
from a11y_content.auditing.target import Page
from tests.audit.made_report import EVIL, PAGE, RING, report
from tests.audit.test_report import BROKEN

SCHEMAS = Path(__file__).parents[2] / "fixtures" / "schemas"
DAY = dt.date(2026, 11, 22)


def with_baseline(made: Report) -> Report:
    ring = made.problems[0]
    known = Entry(
        code=ring.code, page=ring.page, fingerprint=ring.fingerprint, reason="is mended", expires="2026-12-01"
    )
    gone = replace(known, code="reflow", fingerprint="gone", mode="contrast=dark")
    ended = replace(known, fingerprint="", page="zz*", expires="2026-11-21")
    return held(made, Baseline(file="known.json", entries=(known, gone, ended)), DAY)


@cache
def reports() -> tuple[Report, ...]:
    made = report()
    elsewhere = replace(PAGE, name="https://example.org/ä b?x=1#y", spots={})
    empty = report(
        problems=(), ran=replace(made.ran, pages=(), modes=(), checks=(), skipped=(), page_modes={}, files={})
    )
    return made, report(EVIL), report(failed=BROKEN), with_baseline(made), report(page=elsewhere), empty


@pytest.mark.parametrize("name", list(WRITERS))
def test_every_format_is_utf8_without_control_characters_and_claims_nothing(name: str) -> None:
    for made in reports():
        text = writer(name)(made)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
        assert not re.search("complian(t|ce)|certified", text, re.IGNORECASE)
        text.encode("utf-8")
        assert "\u202e" not in text


def test_a_format_is_a_file(root: Path) -> None:
    files = {file.stem for file in (root / "a11y_content/auditing/formats").glob("*.py")}
    assert files - {"__init__"} | {"html"} == set(WRITERS)


def test_json_follows_its_schema() -> None:
    validator = jsonschema.Draft202012Validator(report_schema())
    validator.check_schema(report_schema())
    for made in reports():
        assert list(validator.iter_errors(json.loads(writer("json")(made)))) == []
    wrong = json.loads(writer("json")(report()))
    del wrong["ran"]["checks"]
    wrong["problems"][0]["level"] = "grave"
    assert len(list(validator.iter_errors(wrong))) == 2


def test_json_tells_what_did_not_run() -> None:
    data = json.loads(writer("json")(with_baseline(report())))
    assert data["ran"]["skipped"] == [{"page": "ok.html", "check": "reflow", "reason": "the browser gives no keys"}]
    assert data["ran"]["page_modes"] == {"ok.html": ["contrast=dark"]}
    assert data["problems"][0]["where"] is None
    assert data["baseline"]["known"][0]["where"] == {"file": "content/neck.md", "line": 14, "column": 1}
    assert data["baseline"]["known"][0]["reason"] == "is mended"
    assert [one["code"] for one in data["baseline"]["stale"]] == ["reflow"]
    assert len(data["baseline"]["wrong"]) == 1


def test_text_groups_by_code_and_tells_place_modes_and_what_ran() -> None:
    made = report()
    text = writer("text")(made)
    assert "error [focus-visible, WCAG 2.4.7]" in text
    assert "neck.html: no ring" in text
    assert "written at: content/neck.md:14:1" in text
    assert "modes: all 2 modes" in text
    assert "2 pages in 2 modes: 1 error, 0 warnings, 1 to review" in text
    assert "did not run: reflow on 1 page: the browser gives no keys" in text
    many = tuple(replace(made.problems[0], page=f"{n}.html") for n in range(2000))
    text = writer("text")(replace(made, problems=many))
    assert "2000 times on 2000 pages" in text
    assert "and 1990 more" in text
    assert len(text.splitlines()) < 60


def test_text_tells_of_the_baseline() -> None:
    text = writer("text")(with_baseline(report()))
    assert "reflow on neck.html does not occur any more" in text
    assert "ended on 2026-11-21" in text
    assert "1 known problem not counted" in text


def test_junit_keeps_to_the_schema_of_jenkins() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    for made in reports():
        schema.assertValid(etree.fromstring(writer("junit")(made).encode()))
    assert not schema.validate(etree.fromstring("<testsuite name='x'/>"))


def test_junit_counts_pages_by_checks() -> None:
    tree = etree.fromstring(writer("junit")(report(failed=BROKEN)).encode())
    found = {
        (case.get("classname"), case.get("name")): [str(one.tag) for one in case] for case in tree.iter("testcase")
    }
    assert found == {
        ("neck.html", "axe"): [],
        ("neck.html", "focus-visible"): ["failure"],
        ("neck.html", "reflow"): [],
        ("ok.html", "axe"): ["failure"],
        ("ok.html", "focus-visible"): ["failure"],
        ("ok.html", "reflow"): ["failure"],
    }
    assert [suite.get("failures") for suite in tree] == ["1", "3"]
    made = report()
    only = replace(made, ran=replace(made.ran, checks=("reflow",)))
    assert [suite.get("failures") for suite in etree.fromstring(writer("junit")(only).encode())] == ["1", "0"]
    tree = etree.fromstring(writer("junit")(with_baseline(report())).encode())
    assert [(suite.get("name"), suite.get("failures"), suite.get("skipped")) for suite in tree] == [
        ("neck.html", "0", "0"), ("ok.html", "0", "1"), ("known.json", "1", "0"),
    ]  # fmt: skip
    assert "known until 2026-12-01: is mended" in str(tree.xpath("string(//system-out)"))


@cache
def sarif_judge() -> Any:
    return jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))


@pytest.mark.parametrize("number", range(6))
def test_sarif_keeps_to_the_schema_and_to_what_github_asks(number: int) -> None:
    data = json.loads(writer("sarif")(reports()[number]))
    assert list(sarif_judge().iter_errors(data)) == []
    run = data["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["properties"]["precision"] in {"very-high", "high", "medium", "low"}
        assert len(rule["properties"]["tags"]) <= 20
        assert rule.get("helpUri", "https:").startswith("https:")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not uri.startswith("/")
        assert ".." not in uri


def test_sarif_can_fail_its_schema() -> None:
    data = json.loads(writer("sarif")(report()))
    del data["runs"][0]["results"][0]["message"]
    assert len(list(sarif_judge().iter_errors(data))) == 1


def test_sarif_points_at_the_author_and_else_at_the_page() -> None:
    results = json.loads(writer("sarif")(report()))["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"] for one in results]
    assert places[0]["artifactLocation"] == {"uri": "content/neck.md", "uriBaseId": "%SRCROOT%"}
    assert places[0]["region"] == {"startLine": 14, "startColumn": 1}
    assert places[1]["artifactLocation"]["uri"] == "public/neck.html"


def test_sarif_tells_what_is_known_and_what_is_new() -> None:
    run = json.loads(writer("sarif")(with_baseline(report())))["runs"][0]
    assert [(one["ruleId"], one["baselineState"], len(one["suppressions"])) for one in run["results"]] == [
        ("axe/color-contrast", "new", 0), ("focus-visible", "unchanged", 1),
    ]  # fmt: skip
    assert run["results"][1]["suppressions"][0]["justification"] == "is mended (until 2026-12-01)"
    assert run["invocations"][0]["exitCode"] == 1


def test_sarif_says_what_github_would_not_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 1)
    run = json.loads(writer("sarif")(report()))["runs"][0]
    assert len(run["results"]) == 1
    assert "1 results more than" in str(run["invocations"][0]["toolExecutionNotifications"])


def test_a_path_out_of_the_repository_is_never_told(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    made = report()
    for name, shown in {"../x.md": "x.md", "../../x.md": "public/neck.html", "/etc/x.md": "public/neck.html"}.items():
        spot = replace(made.problems[0], where=replace(made.problems[0].where, file=name))
        ran = replace(made.ran, files={"neck.html": replace(made.ran.files["neck.html"], path="../public/neck.html")})
        place = place_of(spot, ran, tmp_path / "sub")
        assert place is not None
        assert place.file == shown
    assert place_of(replace(made.problems[1], page="https://example.org/"), made.ran) is None


def test_github_escapes_and_counts() -> None:
    lines = writer("github")(report(EVIL)).splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert "%250A::error::x" in next(line for line in lines if "image-alt" in line)
    assert lines[0].startswith("::error file=public/neck.html,line=1,col=1,title=axe/image-alt::") or lines[
        1
    ].startswith("::error file=content/neck.md,line=14,col=1,title=focus-visible (WCAG 2.4.7)::")
    twins = replace(report(), problems=report().problems[:1] * 50)
    assert len(writer("github")(twins).splitlines()) == 1
    assert "(and 49 more of this)" in writer("github")(twins)
    assert "could not be audited" in writer("github")(report(failed=(Failure(page="a,b", mode="x", reason="50%"),)))


def test_earl_has_a_subject_a_page_and_proves_no_criterion() -> None:
    for made in reports():
        subjects = [one for one in json.loads(writer("earl")(made))["@graph"] if "TestSubject" in one["@type"]]
        assert [one["source"] for one in subjects] == list(made.ran.pages)
        for assertion in (one for subject in subjects for one in subject["assertions"]):
            outcome = assertion["result"]["outcome"]
            assert outcome in {"earl:failed", "earl:cantTell", "earl:passed", "earl:untested"}
            assert assertion["test"]["title"]
            assert outcome != "earl:passed" or "isPartOf" not in assertion["test"]
    neck, ok = json.loads(writer("earl")(report()))["@graph"][1:]
    told = {one["test"]["title"]: one["result"]["outcome"] for one in neck["assertions"]}
    assert told == {
        "focus-visible": "earl:failed", "axe/color-contrast": "earl:cantTell", "reflow": "earl:passed",
    }  # fmt: skip
    assert neck["assertions"][0]["test"]["isPartOf"] == ["WCAG2:focus-visible"]
    assert {one["result"]["outcome"] for one in ok["assertions"]} == {"earl:passed", "earl:untested"}


def test_openacr_keeps_to_the_schema_and_lists_the_catalog() -> None:
    schema = json.loads((SCHEMAS / "openacr-0.1.0.json").read_text("utf-8"))
    catalog = yaml.safe_load((SCHEMAS / "openacr-2.5-edition-wcag-2.2-en.yaml").read_text("utf-8"))
    for made in reports():
        data = json.loads(writer("openacr")(made))
        assert list(jsonschema.Draft7Validator(schema).iter_errors(data)) == []
        for chapter in catalog["chapters"]:
            rows = data["chapters"][chapter["id"]]["criteria"]
            wanted = [(one["id"], one["components"]) for one in chapter["criteria"]]
            assert [(row["num"], [one["name"] for one in row["components"]]) for row in rows] == wanted
            assert [CRITERIA[one["id"]].name for one in chapter["criteria"]] == [
                one["handle"] for one in chapter["criteria"]
            ]
    assert {one["id"] for one in catalog["terms"]} >= {"does-not-support", "not-evaluated"}


def test_openacr_holds_evidence_only_and_says_where_it_needs_a_person() -> None:
    chapters = json.loads(writer("openacr")(report()))["chapters"]
    rows = {row["num"]: row["components"][0]["adherence"] for one in chapters.values() for row in one["criteria"]}
    assert {number for number, row in rows.items() if row["level"] != "not-evaluated"} == {"2.4.7"}
    assert rows["2.4.7"]["level"] == "does-not-support"
    assert "neck.html" in rows["2.4.7"]["notes"]
    assert "could not tell in 1 place" in rows["1.4.3"]["notes"]
    assert all("Needs a person" in row["notes"] for row in rows.values())


def test_a_page_that_is_an_address_keeps_it() -> None:
    assert Page(name="https://example.org/", url="https://example.org/").file == ""
    assert RING.html
