"""The search for interface strings (`tools/strings.py`), as a module."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location("strings", Path(__file__).parents[2] / "tools" / "strings.py")
assert _spec is not None
assert _spec.loader is not None
strings = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strings)
