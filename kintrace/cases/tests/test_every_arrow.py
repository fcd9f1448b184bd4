"""Every arrow of every table has a right, a reason and an entry in the audit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import entries
from kintrace.cases import lookups, red_cross, transfers
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import moves, transfer_ends
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.actions.moves import NoReason
from kintrace.cases.actions.red_cross_moves import NotThisStep, step
from kintrace.cases.actions.transfers import require_way
from kintrace.cases.models import RedCrossMessage, Transfer
from kintrace.cases.states import ARROWS, State
from kintrace.cases.tests.handing import FOUND, accepted, sent, with_incoming
from kintrace.cases.tests.red_cross_ways import collected
from kintrace.cases.tests.test_states import opened, set_to
from kintrace.cases.transfers import Stand, WhyBack
from kintrace.network.access import has
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene


def test_a_case_goes_nowhere_without_a_right_a_reason_and_an_entry(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = opened(scene)
    for before, after in ARROWS:
        with scene.acting(scene.alma):
            case = set_to(case, before)
        _goes(case, after, scene)


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


def test_a_red_cross_message_goes_nowhere_without_a_right_a_reason_and_an_entry(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = collected(selams, by=scene.alma)
    for before, after in red_cross.ARROWS:
        with scene.acting(scene.alma):
            RedCrossMessage.objects.filter(pk=message.pk).update(state=before, why="", ended=None)
            message.refresh_from_db()
        _comes(message, after, scene)


def _comes(message: RedCrossMessage, after: str, scene: Scene) -> None:
    arrow, to = red_cross.ARROWS[message.state, after], red_cross.State(after)
    assert bool(arrow.reasons) != bool(arrow.itself)
    why = arrow.reasons.values[0] if arrow.reasons else ""
    with scene.acting(scene.chidi), pytest.raises(NoRight):
        step(message, to, by=scene.chidi, why=why)
    with scene.acting(scene.alma):
        if arrow.reasons:
            with pytest.raises(NotThisStep):
                step(message, to, by=scene.alma, why="no reason of ours")
        step(message, to, by=scene.alma, why=why)
        newest = entries(scene.society.pk)[0]
        assert (newest.deed, newest.about) == (arrow.deed, message.pk)


@pytest.mark.parametrize(("before", "after"), sorted(transfers.ARROWS))
def test_a_transfer_goes_nowhere_without_a_right_and_a_reason(
    scene: Scene, there: Scene, before: Stand, after: Stand
) -> None:
    arrow = transfers.ARROWS[before, after]
    assert bool(arrow.reasons) != bool(arrow.itself)
    ours = {"society": scene.society, "chosen": there.society, "matter": scene.society.pk}
    transfer, why = Transfer(state=before, **ours), ""
    who, others = (there, scene) if arrow.theirs else (scene, there)
    if arrow.reasons:
        why = arrow.reasons.values[0]
        with pytest.raises(NoReason):
            require_way(transfer, after, by=who.alma)
    for one in (who.chidi, others.alma):
        with pytest.raises(NoRight):
            require_way(transfer, after, by=one, why=why)
    if arrow.right is None:
        with pytest.raises(NoRight):
            require_way(transfer, after, by=who.alma, why=why)
    else:
        assert require_way(transfer, after, by=who.alma, why=why) == arrow


def test_every_step_of_a_transfer_stands_in_the_audit_of_both(
    scene: Scene, there: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        sent(selams, there.society, by=scene.alma)
    with with_incoming(there.alma) as incoming:
        answering.decline(incoming, why="full", by=there.alma)
    with scene.acting(scene.alma):
        transfer = sent(selams, there.society, by=scene.alma)
    incoming = accepted(there.alma)
    with there.acting(there.alma):
        answering.return_result(incoming, outcome=FOUND, by=there.alma)
    with scene.acting(scene.alma):
        sending.recall(transfer, why="not_needed", by=scene.alma)
        assert Transfer.objects.get(pk=transfer.pk).ended_because == str(WhyBack.NOT_NEEDED.label)
        sent(selams, there.society, by=scene.alma)
        transfer_ends.expire(timezone.localdate() + timedelta(days=99), by=machine(scene))
        ours = {one.deed for one in entries(scene.society.pk)}
    with there.acting(there.alma):
        theirs = {one.deed for one in entries(there.society.pk)}
    every = {arrow.deed for arrow in transfers.ARROWS.values()}
    assert every <= ours
    assert every - {Deed.CHECKED_TRANSFER} <= theirs


def machine(scene: Scene) -> Machine:
    return Machine(scene.society.pk)
