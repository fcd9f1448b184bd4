"""Blocks of our own on the page of a case, beside those of folders above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.cases.states import GOING_ON, State

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.models import Member


def is_accepted(case: Case) -> bool:
    """Whether it may have a certificate, or be joined to an event."""
    return case.state in GOING_ON and case.state != State.SUBMITTED


class Certificates:
    """What was asked for and given. Alike whether or not somebody is on hold (decision 024)."""

    template = "cases/attestations.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        del by
        every = lookups.attestations_of(case)
        may_ask = is_accepted(case) and lookups.kinds_to_ask_for(case)
        return {"case": case, "attestations": every, "may_ask": bool(may_ask)}


class Events:
    """Of which events the case is a part."""

    template = "cases/events_joined.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        joined = [(one, lookups.happened(one.event)) for one in lookups.events_joined(case)]
        may_join = is_accepted(case) and lookups.events_of(by).exists()
        return {"case": case, "joined": joined, "may_join": may_join}


OWN = (Events(), Certificates())
