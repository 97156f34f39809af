"""The phases of an audit of one page: first in the page, then by driving it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a11y_content.auditing.browser import PageError
from a11y_content.auditing.carried import digest, is_good, note_good
from a11y_content.auditing.check import Check, Reads
from a11y_content.auditing.finding import Finding
from a11y_content.auditing.visit import Look, PageVisit
from a11y_content.design.mode import DEFAULT, Mode
from a11y_content.problem import Level

TIMED_OUT = "no answer within"
"""How the message of a page begins that does not answer any more."""

Key = tuple[object, ...]


class Phases:
    """The modes of one page, and what was seen in them so far."""

    def __init__(self, visit: PageVisit, modes: Sequence[Mode], *, states: bool) -> None:
        """`modes` has the default mode first, if it is one of them; `states` says whether checks that drive follow."""
        self._visit = visit
        self._states = states
        self._modes = tuple(modes)
        self._seen: dict[str, list[Finding]] = {mode.id: [] for mode in modes}
        self._looks: dict[str, Look] = {}
        self._judged: dict[Key, list[Finding]] = {}
        self.failed: dict[str, str] = {}
        """Why a mode failed, by its id."""

    def seen(self, modes: Iterable[Mode]) -> list[tuple[Mode, Finding]]:
        """Give what was seen in the modes that did not fail."""
        return [(mode, finding) for mode in modes if mode.id not in self.failed for finding in self._seen[mode.id]]

    def look(self, checks: Sequence[Check]) -> None:
        """Let the page's script go through all modes; raises `PageError` for what ends the whole page."""
        states = self._visit.settings.reuse and self._states
        for mode, look in self._visit.look(self._plan(checks), checks, states=states):
            if look.error:
                self._fail(mode, look.error)
            elif mode in self._modes:
                self._looks[mode.id] = look
                self._visit.stand_for(mode)
                for check in checks:
                    if check.judge is not None and check.name in look.answers:
                        self._seen[mode.id] += check.judge(look.answers[check.name], self._visit)

    def drive(self, checks: Sequence[Check]) -> None:
        """Run checks that drive the page, and then those that decide what others left open."""
        ordered = sorted(checks, key=lambda check: bool(check.resolves))
        for mode, applying in self._plan(ordered):
            if mode.id in self.failed:
                continue
            try:
                self._drive(mode, applying)
            except PageError as error:
                self._fail(mode, str(error))

    def _plan(self, checks: Sequence[Check]) -> list[tuple[Mode, tuple[Check, ...]]]:
        """Give the modes with the checks that run in them; those that compare with the default mode see that first."""
        plan = [(mode, tuple(check for check in checks if check.applies(mode))) for mode in self._modes]
        baseline = tuple(check for check in checks if check.baseline)
        if baseline and Mode() not in self._modes:
            plan.insert(0, (Mode(), baseline))
        return plan

    def _fail(self, mode: Mode, reason: str) -> None:
        """Note why a mode failed; raises `PageError` where that is the end of the page."""
        if TIMED_OUT in reason:
            raise PageError(reason)
        self._visit.still_here()
        self.failed[mode.id] = reason

    def _drive(self, mode: Mode, checks: Sequence[Check]) -> None:
        """Run checks in one mode, but for what is known of the state in which the page stands there."""
        entered = False
        seen = self._seen.get(mode.id, [])
        for check in checks:
            open_ones = [one for one in seen if one.code in check.resolves and one.level is Level.REVIEW]
            if check.resolves and not open_ones:
                continue
            key = self._key(check, mode, open_ones)
            found = self._judged.get(key) if key else None
            good = self._carried(check, mode) if found is None else ""
            if found is None and is_good(good):
                found = []
            if found is None:
                if check.disturbs:
                    self._visit.stand_for(mode)
                    self._visit.reload()
                elif not entered:
                    self._visit.enter(mode)
                    entered = True
                found = _run(check, self._visit, open_ones)
                self._visit.refresh()
                if good and not found:
                    note_good(good)
            if key:
                self._judged[key] = found
            seen[:] = [one for one in seen if one not in open_ones]
            seen += found

    def _carried(self, check: Check, mode: Mode) -> str:
        """Name what the check judges, where earlier pages had the same; empty: nobody knows."""
        if not (check.carried and self._visit.settings.reuse) or self._visit.steps:
            return ""
        if mode.id != DEFAULT:
            self._visit.enter(mode)
        return digest(self._visit, check, mode)

    def _key(self, check: Check, mode: Mode, open_ones: Sequence[Finding]) -> Key | None:
        """Name all that decides what a check says; `None`: nobody knows."""
        look = self._looks.get(mode.id)
        if not self._visit.settings.reuse or check.reads is Reads.MODE or look is None:
            return None
        state = 0 if check.reads is Reads.PAGE else look.states[check.reads]
        return (check.name, state, *open_ones)


def _run(check: Check, visit: PageVisit, open_ones: Sequence[Finding]) -> list[Finding]:
    if check.resolve is not None:
        return list(check.resolve(visit, open_ones))
    return list(check.run(visit)) if check.run is not None else []
