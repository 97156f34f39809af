"""The scripts travel without what only people need, and say the same."""

import re

import pytest

from a11y_content.design.preferences import PREFERENCES
from a11y_content.rendering.scripts import WHITELIST, boot, script
from a11y_content.rendering.styles import package_file, without_comments

STRINGS = re.compile(r'"[^"\n]*"|`[^`]*`')


@pytest.mark.parametrize(("file", "sent"), [("menu.js", script()), ("boot.js", boot(PREFERENCES))])
def test_no_string_is_changed_and_no_space_is_sent_for_nothing(file: str, sent: str) -> None:
    strings = STRINGS.findall(without_comments(package_file(file)))
    assert len(strings) > 3
    assert STRINGS.findall(sent) == strings
    assert "\n" not in sent
    assert " =" not in STRINGS.sub("", sent)
    assert WHITELIST not in sent
