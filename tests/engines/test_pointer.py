"""Every preference by the pointer, in three engines: opened, changed, kept, reset."""

from __future__ import annotations

import pytest

from tests.engines import menu_form as form
from tests.engines.engine import Engine


def test_the_opener_opens_and_closes(page: Engine) -> None:
    assert not form.is_open(page)
    page.click(form.OPENER)
    assert form.is_open(page)
    page.click(form.OPENER)
    assert not form.is_open(page)


def test_every_word_of_the_menu_is_drawn_when_it_is_first_opened(page: Engine) -> None:
    page.click(form.OPENER)
    assert form.unseen(page) == []


@pytest.mark.requirement("R18", "R20", "R30")
def test_each_value_is_chosen_said_drawn_and_kept(page: Engine, site: str) -> None:
    nothing = form.attributes(page)
    auto = dict.fromkeys(form.rows(page), form.AUTO)
    there, wrong = False, []
    for name, values in form.rows(page).items():
        looks = {}
        for value in values:
            case = f"{name}={value}"
            form.choose(page, name, value)
            wanted = {**auto, name: value}
            words = page.evaluate(f"document.getElementById('a11y-{name}-{value}').closest('label').textContent.trim()")
            looks[value] = form.look(page)
            if form.chosen(page) != wanted:
                wrong.append(f"{case}: not on <html>: {form.attributes(page)}")
            if not form.status(page).endswith(words):
                wrong.append(f"{case}: said {form.status(page)!r}, not {words!r}")
            there = not there
            page.open(f"{site}/{'other' if there else 'neck'}.html")
            if form.chosen(page) != wanted:
                wrong.append(f"{case}: not kept on the other page: {form.attributes(page)}")
            if value == values[0] and form.look(page) != looks[value]:  # once a row: a look is slow
                wrong.append(f"{case}: drawn otherwise on the other page")
            page.reload()
            if form.chosen(page) != wanted:
                wrong.append(f"{case}: not kept after a reload: {form.attributes(page)}")
        same = looks.pop(form.AUTO)
        if len(set(looks.values())) != len(looks):
            wrong.append(f"{name}: two values of {', '.join(looks)} are drawn alike")
        if same not in looks.values():
            wrong.append(f"{name}: auto is drawn as none of {', '.join(looks)}")
    assert wrong == []
    assert form.attributes(page) == nothing
    assert form.stores(page) == {}


@pytest.mark.requirement("R6")
def test_each_text_size_multiplies_every_size_of_the_page(page: Engine) -> None:
    base = form.sizes(page)
    wrong = []
    for value in form.rows(page)["text"]:
        form.choose(page, "text", value)
        wanted = 1 if value == form.AUTO else int(value) / 100
        ratios = [now / before for now, before in zip(form.sizes(page), base, strict=True)]
        if not all(abs(ratio / wanted - 1) <= 0.01 for ratio in ratios):
            wrong.append(f"text={value}: ratios from {min(ratios):.3f} to {max(ratios):.3f}")
    assert wrong == []


@pytest.mark.requirement("R18", "R21")
def test_reset_gives_back_the_same_bytes_of_html_and_empty_stores(page: Engine) -> None:
    before, drawn = form.attributes(page), form.look(page)
    last = {name: values[-2] for name, values in form.rows(page).items()}
    for name, value in last.items():
        form.choose(page, name, value)
    page.reload()
    assert form.chosen(page) == last
    form.use(page, "pointer", form.RESET)
    for _ in range(2):
        assert form.attributes(page) == before
        assert form.look(page) == drawn
        assert form.stores(page) == {}
        assert set(form.chosen(page).values()) == {form.AUTO}
        page.reload()
