"""The last days of requests about rights ring: whom, when, and where nobody is there to hear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.letters import actions as letters
from kintrace.network import lookups as network
from kintrace.network.access import NAME_SOMEBODY, Right, roles_with
from kintrace.protection.lookups.rights import BY_OFFICERS, open_for_ringing

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Machine
    from kintrace.network.lookups import Address
    from kintrace.network.models import Member
    from kintrace.protection.models import RightsRequest

BEFORE = timedelta(days=7)


class Ring(IntEnum):
    """What rings for a request, each once; an answer that may take longer begins anew."""

    NOTHING = 0
    NOBODY = 1  # there is no data-protection officer, and the request is for one
    SOON = 2
    LATE = 3


LETTER = {Ring.SOON: "request-due", Ring.LATE: "request-late"}


@dataclass(frozen=True)
class Call:
    """One letter to some members. It says nothing of who asked for what."""

    kind: str
    to: frozenset[Address]


@transaction.atomic
def ring(today: date, *, by: Machine) -> int:
    """Ring for the reader's society; how many requests rang. Safe to repeat.

    Whoever is told one thing by several requests gets one letter.
    """
    calls = set[Call]()
    rang = 0
    for request in open_for_ringing():
        now = _ring_of(request, today)
        if now > request.rang:
            calls.add(_call(request, now))
            request.rang = now
            request.save(update_fields=["rang"])
            record(Deed.REQUEST_RANG, about=request.pk, by=by)
            rang += 1
    _write(calls, by.society_id)
    return rang


def _ring_of(request: RightsRequest, today: date) -> Ring:
    if today > request.due:
        return Ring.LATE
    if today >= request.due - BEFORE:
        return Ring.SOON
    return Ring.NOTHING if _who_acts(request) else Ring.NOBODY


def _who_acts(request: RightsRequest) -> list[Member]:
    """Whose turn it is. What may come from an offender is known to the officer alone."""
    for_guards = request.suspicious or request.kind not in BY_OFFICERS
    right = Right.GUARD_RIGHTS if for_guards else Right.ANSWER_RIGHTS
    at_work = network.holding(request.society_id, roles=roles_with(right))
    if for_guards:
        return at_work
    own = [one for one in at_work if one.pk == request.handler_id]
    return own or at_work


def _call(request: RightsRequest, now: Ring) -> Call:
    """Where nobody may answer, whoever can change that is told so, and nothing of the request."""
    acts, society = _who_acts(request), request.society_id
    kind = LETTER[now] if acts else "nobody-guards"
    hear = acts or network.holding(society, roles=NAME_SOMEBODY)
    return Call(kind, network.addresses_of(hear) or network.mailbox_of(society))


def _write(calls: set[Call], society: UUID) -> None:
    told = {(call.kind, *one) for call in calls for one in call.to}
    for kind, address, language in sorted(told):
        letters.send(kind, to=address, language=language, facts={}, society=society)
