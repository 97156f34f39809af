"""The day of an audit."""

from __future__ import annotations

import datetime as dt
import os


def today() -> dt.date:
    """Give the day of SOURCE_DATE_EPOCH, so that runs repeat, else of the clock (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdecimal() else dt.datetime.now(dt.UTC)
    return now.date()
