"""JSON as reports write it: UTF-8 that a terminal may show, whatever audited pages say."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_ODD: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def json_text(data: Any) -> str:
    """Write JSON data, controls and what turns text round as escapes, half a character as U+FFFD."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return _ODD.sub(lambda one: f"\\u{ord(one[0]):04x}", _HALF.sub("\ufffd", text)) + "\n"
