"""The file of actions: what it may say, and what is told when it says something else."""

from pathlib import Path

import pytest

from a11y_content.auditing.actions.reading import Actions, read_actions
from a11y_content.auditing.actions.steps import KINDS
from a11y_content.problem import UsageError


def read(folder: Path, text: str) -> Actions:
    file = folder / "actions.toml"
    file.write_text(text, "utf-8")
    return read_actions(file)


def test_steps_are_those_of_all_actions_for_a_page_in_order(tmp_path: Path) -> None:
    actions = read(
        tmp_path,
        """
[[actions]]
steps = [{ click = "#cookies" }]

[[actions]]
pages = ["account/*", "https://example.org/a"]
steps = [
  { type = "{ it's } # no comment", into = "#email", within = 2.5 },
  { press = "Enter" },
]
""",
    )
    assert [str(step) for step in actions.steps_for("index.html")] == ["click #cookies"]
    click, typed, press = actions.steps_for("account/me.html")
    assert (typed.value, typed.target, typed.within) == ("{ it's } # no comment", "#email", 2.5)
    assert str(typed) == "type ... (#email)", "what is typed may be secret"
    assert (click.spot.line, typed.spot.line, typed.spot.column, press.spot.line) == (3, 8, 5, 9)
    assert len(actions.steps_for("https://example.org/a")) == 3
    assert actions


def test_every_kind_of_step_can_be_written(tmp_path: Path) -> None:
    values = {"press": "Enter"}
    steps = [
        f'{{ {kind.name} = "{values.get(kind.name, "x")}"' + (f', {kind.needs} = "#y" }}' if kind.needs else " }")
        for kind in KINDS.values()
    ]
    actions = read(tmp_path, f"[[actions]]\nsteps = [{', '.join(steps)}]\n")
    assert [step.kind for step in actions.steps_for("any")] == list(KINDS)


def test_all_that_is_wrong_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        read(
            tmp_path,
            """title = "x"
[[actions]]
page = ["*"]
steps = [
  { clik = "#a" },
  { click = "#a", press = "Enter" },
  { press = "Entr" },
  { type = "x" },
  { click = "#a", into = "#b" },
  { within = 3 },
  { click = 3 },
  { wait_for = "#a", within = 0 },
]
[[actions]]
pages = "x"
steps = []
""",
        )
    told = [line.rpartition("actions.toml:")[2] for line in str(raised.value).splitlines()]
    assert told == [
        "1:1: no table or key `title`; there are actions",
        "3:1: an action has no key `page`; did you mean `pages`?",
        "5:5: no step `clik`; did you mean `click`?",
        "6:3: a step says both `click` and `press`; it has one of " + ", ".join(KINDS),
        "7:5: no key `Entr`; did you mean `Enter`?",
        "8:3: `type` needs `into`, the selector of the element",
        "9:19: `click` takes no `into`",
        "10:3: a step says nothing to do; it has one of " + ", ".join(KINDS),
        "11:5: `click` must be a text",
        "12:22: `within` must be a number of seconds up to 300",
        '15:1: `pages` must be a list of patterns, such as ["account/*"]',
        '16:1: `steps` must be a list of steps, such as { click = "#go" }',
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no action"),
        ("actions = 3", "1:1: `actions` must be tables"),
        ("[[actions]]\nsteps = [", "actions.toml:2:"),
        ("[" * 5000, "actions.toml"),
        ("x = 1\n" * 200_000, "more than"),
    ],
)
def test_what_is_no_file_of_actions_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        read(tmp_path, text)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_actions(tmp_path / "no.toml")
