"""Holds the package against its budgets and catalogues whenever a wheel or a source distribution is built.

Hatchling runs it. An editable installation is for those who are working on it, and is not held up.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TOOLS: Final = ("strings.py", "budgets.py")
_RUN: Final = "import runpy, sys; sys.path.insert(0, sys.argv[1]); runpy.run_path(sys.argv[2], run_name='__main__')"


class Hook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter differs between versions
    """Runs the tools, and ends the build where one of them finds a fault."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Give what the tools need: they import the package.

        pip and build say on their command line which step they take, so that an editable installation needs nothing;
        a front end that does not say it only installs more than it needs.
        """
        editable = any(word.endswith("_editable") for word in sys.argv)
        return [] if editable else list(self.metadata.core.dependencies)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check, before anything is written."""
        if version == "editable":
            return
        faults = [line for tool in TOOLS for line in self._faults(tool)]
        if faults:
            self.app.abort("\n".join(["the package cannot be built like this:", *faults]))

    def _faults(self, tool: str) -> list[str]:
        """Run a tool on the files of this folder, whatever is installed.

        Not by PYTHONPATH alone: while pip builds apart, it takes every folder of an editable installation off the path,
        and that of a developer is this one.
        """
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-P", "-c", _RUN, self.root, str(Path(self.root, "tools", tool))]
        ran = subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, check=False)
        if ran.returncode == 0:
            return []
        told = (ran.stdout if tool == "strings.py" else ran.stderr).strip().splitlines()
        if ran.returncode == 1 and told and "Traceback" not in ran.stderr:
            return told
        last = (ran.stderr.strip().splitlines() or ["no reason was given"])[-1]
        return [f"tools/{tool} could not run: {last}"]
