"""The options `--a11y-*` and their ini twins: one table, from which the choices of an audit are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

Options = dict[str, Any]
"""Keyword arguments of `a11y_content.audit`."""


@dataclass(frozen=True, kw_only=True)
class _Option:
    """An option of the command line: `--a11y-NAME`, in ini files `a11y_NAME` with `_`."""

    name: str
    metavar: str
    help: str
    default: str = ""
    kind: str = "word"
    """`word`, `words` (by spaces or commas), `number` or `path` (in ini files from the file's folder)."""

    @property
    def flag(self) -> str:
        return f"--a11y-{self.name}"

    @property
    def key(self) -> str:
        """The name of the choice."""
        return self.name.replace("-", "_")


_OPTIONS: Final = (
    _Option(
        name="modes",
        metavar="MODES",
        default="each",
        help="modes to audit in: default, each, pairs, all, or ids joined by ';'",
    ),
    _Option(name="checks", metavar="NAMES", kind="words", help="names of checks; all, if none is named"),
    _Option(name="standard", metavar="NAME", default="wcag22aa", help="WCAG version and level for axe's rules"),
    _Option(
        name="fail-on", metavar="LEVEL", default="error", help="least grave level that fails: error, warning, review"
    ),
    _Option(name="timeout", metavar="S", default="30", kind="number", help="seconds for a load and for each step"),
    _Option(name="baseline", metavar="FILE", kind="path", help="file of known problems: only others fail a test"),
    _Option(
        name="axe-script", metavar="FILE", kind="path", help="axe-core script to use instead of the newest installed"
    ),
)
_SPLIT_REPORT: Final = "="


def add_options(parser: pytest.Parser) -> None:
    """Add all options, on the command line and in ini files."""
    group = parser.getgroup("a11y", "accessibility audits (a11y-content)")
    for one in _OPTIONS:
        default = f" (default: {one.default})" if one.default else ""
        group.addoption(one.flag, metavar=one.metavar, help=f"{one.help}{default}")
        parser.addini(f"a11y_{one.key}", f"{one.help}{default}", default=one.default)
    group.addoption(
        "--a11y-report",
        action="append",
        default=[],
        metavar="FORMAT=PATH",
        help="write one report of all audits of the run, such as sarif=a11y.sarif; may be repeated",
    )
    group.addoption(
        "--a11y-collect", action="store_true", help="collect HTML files as tests: each is audited in --a11y-modes"
    )


def options(config: pytest.Config) -> Options:
    """Read the choices: the command line before the ini file."""
    found: Options = {}
    for one in _OPTIONS:
        said: str | None = config.getoption(one.flag)
        text = config.getini(f"a11y_{one.key}") if said is None else said
        if not text:
            continue
        found[one.key] = _value(one, text, config.inipath if said is None else None)
    return found


def _value(option: _Option, text: str, ini: Path | None) -> object:
    if option.kind == "words":
        return tuple(text.replace(",", " ").split())
    if option.kind == "number":
        try:
            return float(text)
        except ValueError:
            raise pytest.UsageError(f"{option.flag} {text}: this is no number") from None
    if option.kind == "path":
        return str(ini.parent / text) if ini else text
    return text


def judged(chosen: Mapping[str, Any]) -> Options:
    """Give the choices back if they can be; raises `pytest.UsageError` in one line for one that cannot."""
    from a11y_content.auditing.choices import Choices  # noqa: PLC0415  only where somebody audits
    from a11y_content.problem import UsageError  # noqa: PLC0415  as above

    try:
        Choices(**chosen)
    except UsageError as error:
        raise pytest.UsageError(f"--a11y-*: {error}") from None
    except TypeError as error:
        raise pytest.UsageError(f"a11y: {error}") from None
    return dict(chosen)


def reports(config: pytest.Config) -> tuple[tuple[str, Path], ...]:
    """Read `--a11y-report`; raises `pytest.UsageError` for an unknown format or no path."""
    said: list[str] = config.getoption("--a11y-report")
    found = []
    for one in said:
        name, equals, path = one.partition(_SPLIT_REPORT)
        if not equals or not path:
            raise pytest.UsageError(f"--a11y-report {one}: write FORMAT=PATH, such as sarif=a11y.sarif")
        found.append((_format(name), Path(config.invocation_params.dir) / path))
    return tuple(found)


def _format(name: str) -> str:
    import a11y_content.reporting  # noqa: F401, PLC0415  it registers html; only where somebody asks for a report
    from a11y_content.auditing.report import writer  # noqa: PLC0415  as above
    from a11y_content.problem import UsageError  # noqa: PLC0415  as above

    try:
        writer(name)
    except UsageError as error:
        raise pytest.UsageError(f"--a11y-report: {error}") from None
    return name
