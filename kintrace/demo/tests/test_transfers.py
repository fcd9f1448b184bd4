"""What one society of the demo asks of another stands where it was meant to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups
from kintrace.cases.transfers import Stand
from kintrace.demo import steps
from kintrace.demo.network import people, settled, transfers
from kintrace.demo.network.asks import Ask, End
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import named, seated
from kintrace.demo.tests.conftest import make
from tests.turns import in_turns

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House

# At home; what the other society's own record says is the same unless it never came there.
STANDS = {
    End.DRAFTED: Stand.DRAFTED,
    End.CHECKED: Stand.CHECKED,
    End.SENT: Stand.SENT,
    **dict.fromkeys((End.ACCEPTED, End.NOTED, End.QUESTION, End.ANSWERED), Stand.ACCEPTED),
    **dict.fromkeys((End.DECLINED, End.DECLINED_READ), Stand.DECLINED),
    **dict.fromkeys((End.RECALLED, End.CALLED_BACK), Stand.RECALLED),
    End.EXPIRED: Stand.EXPIRED,
    **dict.fromkeys((End.FOUND, End.NOT_FOUND), Stand.RETURNED),
}
TO_READ_AT_HOME = {End.QUESTION, End.DECLINED, End.EXPIRED, End.FOUND}
PARTS = 5


@pytest.mark.parametrize("part", in_turns(map(str, range(PARTS)), turns=PARTS))
def test_every_transfer_stands_where_it_was_meant_to_and_says_so_at_both_desks(
    northmark: House, part: str
) -> None:
    tresvale = make(HOUSES[2])
    for step in settled.steps(tresvale):  # the card is read in words that they approved
        steps.take(step)
    live = [lot for lot in people.at(northmark) if lot.fate is Fate.LIVE]
    ends = list(End)[int(part) :: PARTS]
    for number, (end, lot) in enumerate(zip(ends, live, strict=False), start=1):
        steps.take(next(s for s in people.steps(northmark) if s.key == lot.case_key))
        for _twice in range(2):
            transfers.play(Ask(number, lot, tresvale, end))
    with seated(named("alma")) as alma:
        rows = {
            one.of_case.pk: one
            for case in lookups.cases_of(alma)
            for one in lookups.transfers_of(case)
        }
        assert len(rows) == len(ends)
        home = sorted(one.state for one in rows.values())
        unread = sum(one.turn_id == alma.society_id for one in rows.values())
    with seated(named("amelie")) as amelie:
        there = sorted(one.state for one in lookups.incoming_of(amelie))
    assert home == sorted(STANDS[end] for end in ends)
    assert unread == len(TO_READ_AT_HOME.intersection(ends))
    came = [end for end in ends if end not in {End.DRAFTED, End.CHECKED}]
    assert there == sorted(STANDS[end] for end in came)
