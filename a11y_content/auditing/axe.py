"""The axe-core script: which one is used, and how it gets into a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Any, Final

from a11y_content.problem import CouldNotRunError, Fault, UsageError

LEAST: Final = (4, 9, 0)
"""The oldest axe-core that is used: older ones lack rules of WCAG 2.2."""
_VERSION: Final = re.compile(rb"axe v(\d+)\.(\d+)\.(\d+)|\.version\s*=\s*[\"'](\d+)\.(\d+)\.(\d+)[\"']")
_WORDS: Final = (
    r"""\{description:(?:"(?P<description1>[^"]*)"|'(?P<description2>[^']*)'),"""
    r"""help:(?:"(?P<help1>[^"]*)"|'(?P<help2>[^']*)')"""
)
"""How a minified axe writes down what a rule is about."""
_FROM_NODE: Final = Path("node_modules/axe-core/axe.min.js")
_INSTALL: Final = "install one with: pip install 'a11y-content[audit]' (or: npm install axe-core)"

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class AxeScript:
    """An axe-core script on disk and its version."""

    path: Path
    version: Version

    def __str__(self) -> str:
        """Give the version as `4.12.1`."""
        return ".".join(map(str, self.version))


def find_axe(asked: Path | None = None, beside: Path | None = None) -> AxeScript:
    """Choose the axe script: `asked`, else the project's `node_modules`, else the newest that a package ships.

    `beside` is a folder of the project (default: the current one); it and the folders above it are searched. Raises
    `UsageError` when `asked` is no axe script, and `CouldNotRunError` when there is none of version 4.9 or newer.
    """
    if asked is not None:
        return _asked(asked)
    start = (beside or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (script := _read(folder / _FROM_NODE)) is not None:
            return _new_enough(script)
    shipped = max(_shipped(), key=lambda script: script.version, default=None)
    if shipped is None:
        raise CouldNotRunError(f"no axe-core script was found; {_INSTALL}")
    return _new_enough(shipped)


def explain(code: str) -> Fault | None:
    """Explain a code such as `axe/image-alt` in axe's own words; `None` for a rule that the axe script does not have.

    Raises `CouldNotRunError` where no axe script is installed.
    """
    rule = code.removeprefix("axe/")
    script = find_axe()
    text = script.path.read_text("utf-8")
    for match in re.finditer(rf"""["'{{,]{re.escape(rule)}["']?:{_WORDS}""", text):
        major, minor, _ = script.version
        return Fault(
            code=code,
            title=match["help1"] or match["help2"],
            why=match["description1"] or match["description2"],
            mend="open the rule's page: it shows who is kept out and how to mend it",
            help_url=f"https://dequeuniversity.com/rules/axe/{major}.{minor}/{rule}",
        )
    return None


def inject(driver: Any, script: AxeScript) -> None:
    """Put axe into the driver's page.

    Only `inject` of axe-selenium-python is used: its `run` hangs on options and errors.
    """
    try:
        from axe_selenium_python import Axe  # noqa: PLC0415  an extra: content work needs no browser
    except ImportError as error:
        raise CouldNotRunError("the audit needs axe-selenium-python: pip install 'a11y-content[audit]'") from error
    Axe(driver, script_url=str(script.path)).inject()


def _asked(path: Path) -> AxeScript:
    if not path.is_file():
        raise UsageError(f"--axe-script {path}: there is no such file")
    script = _read(path)
    if script is None:
        raise UsageError(f"--axe-script {path}: this file is not axe-core (axe.min.js is expected)")
    return _new_enough(script)


def _new_enough(script: AxeScript) -> AxeScript:
    if script.version < LEAST:
        least = ".".join(map(str, LEAST[:2]))
        raise CouldNotRunError(f"axe-core {script} ({script.path}) is older than {least}; {_INSTALL}")
    return script


def _read(path: Path) -> AxeScript | None:
    """Read a script's version from its first comment; `None` for what is not axe-core."""
    try:
        with path.open("rb") as file:
            match = _VERSION.search(file.read(4096))
    except OSError:
        return None
    if match is None:
        return None
    major, minor, patch = (int(number) for number in match.groups() if number is not None)
    return AxeScript(path, (major, minor, patch))


def _shipped() -> Iterator[AxeScript]:
    """Find axe in the files of installed packages that have `axe` in their names."""
    for package in distributions():
        if "axe" not in (package.metadata["Name"] or "").lower():
            continue
        for file in package.files or ():
            if file.name in {"axe.min.js", "axe.js"}:
                script = _read(Path(str(package.locate_file(file))))
                if script is not None:
                    yield script
