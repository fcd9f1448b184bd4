"""Every arrow of every table has a right, a reason and an entry in the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.audit.lookups import entries
from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.moves import NoReason
from kintrace.cases.states import ARROWS, State
from kintrace.cases.tests.test_states import opened, set_to
from kintrace.network.access import has
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene


def test_a_case_goes_nowhere_without_a_right_a_reason_and_an_entry(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = opened(scene)
    for before, after in ARROWS:
        _goes(set_to(case, before), after, scene)


def _goes(case: Case, after: State, scene: Scene) -> None:
    """By who may and for a reason of the table; by nobody else, and for no other reason."""
    arrow = ARROWS[State(case.state), after]
    assert bool(arrow.whys) != bool(arrow.itself), "either somebody chooses, or it lies in the step"
    why = arrow.whys[-1].value if arrow.whys else ""
    may = next(one for one in (scene.alma, scene.omar) if has(one, arrow.right))
    with scene.acting(scene.chidi), pytest.raises(NoRight):
        moves.step(case, to=after, by=scene.chidi, why=why)
    with scene.acting(may):
        for other in {"", "no reason of ours"} - {why}:
            with pytest.raises(NoReason):
                moves.step(case, to=after, by=may, why=other)
        moves.step(case, to=after, by=may, why=why)
        row, newest = lookups.moves_of(case)[-1], entries(scene.society.pk)[0]
        assert row.reason
        assert row.by == may
        assert (newest.deed, newest.about, newest.actor) == (arrow.deed, case.pk, may.pk)
