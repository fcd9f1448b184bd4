"""In the demo one message waits of somebody who says who they are, and one is a lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.demo.network import came_forward, people
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import seated
from kintrace.network.access import Role
from kintrace.people.lookups import person_of
from kintrace.wall.lookups import inbox
from kintrace.wall.screening import Kind

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_one_waits_and_one_is_written_down_and_searched(northmark: House) -> None:
    for step in came_forward.steps(northmark):
        step.do()
        step.do()  # taken again after a kill it does nothing twice
    live = [lot for lot in people.at(northmark) if lot.fate is Fate.LIVE]
    with seated(actor(live[0], Role.CASEWORKER)) as alma:
        told = [one for one in inbox(alma) if one.kind == Kind.SELF]
        assert {one.state for one in told} == {"received", "plausible"}
        [lead] = lookups.forward_list(alma)
        assert lead.searched
        assert lead.across_societies
        assert live[1].person.sought_given in person_of(lead.subject).told.called
