"""What is there before a script of the page runs, and what is there without any, in three engines."""

from __future__ import annotations

import pytest

from tests.engines import menu_form as form
from tests.engines.engine import Engine


@pytest.mark.requirement("R15")
def test_a_stored_choice_is_on_html_where_the_body_begins(page: Engine, site: str) -> None:
    last = {name: values[-2] for name, values in form.rows(page).items()}
    for name, value in last.items():
        form.choose(page, name, value)
    page.open(f"{site}/watched.html")
    seen = page.evaluate("seen")
    assert len(seen) == 2
    assert seen == [form.attributes(page)] * 2
    assert all(f'data-a11y-{name}="{value}"' in seen[0] for name, value in last.items())


@pytest.mark.requirement("R1", "R14")
def test_without_scripts_every_value_is_drawn_and_auto_follows_the_device(plain: Engine, site: str) -> None:
    """WebKitGTK's driver needs scripts: there the page itself comes without any."""
    plain.resize(1280, 900)
    plain.open(f"{site}/{'plain' if plain.name == 'webkit' else 'neck'}.html")
    plain.click(form.OPENER)
    assert form.unseen(plain) == []
    before, drawn = form.attributes(plain), form.look(plain)
    offered = {
        name: [*(value for value in values if value != form.AUTO), form.AUTO]
        for name, values in form.rows(plain).items()
    }
    wrong = []
    for name, values in offered.items():
        looks = {}
        for value in values:
            form.choose(plain, name, value)
            looks[value] = form.look(plain)
        if looks.pop(form.AUTO) != drawn:
            wrong.append(f"{name}: auto is drawn otherwise than at the start")
        if len(set(looks.values())) != len(looks):
            wrong.append(f"{name}: two values of {', '.join(looks)} are drawn alike")
    assert wrong == []
    assert form.attributes(plain) == before
    form.choose(plain, "contrast", "dark")
    assert form.look(plain) == drawn
    assert "data-a11y" not in before
