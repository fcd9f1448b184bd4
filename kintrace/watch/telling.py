"""Who hears that an alarm rang. The letter names nobody and says nothing of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.letters import actions as letters
from kintrace.network import lookups as network
from kintrace.network.access import NAME_SOMEBODY, Right, roles_with

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.lookups import Address

ALARM = "alarm-rang"


def tell(society: UUID, *, about: frozenset[UUID]) -> None:
    """A letter to whoever looks after alarms, never only to a member whom one is about."""
    for address, language in sorted(_hearers(society, about)):
        letters.send(ALARM, to=address, language=language, facts={}, society=society)


def _hearers(society: UUID, about: frozenset[UUID]) -> frozenset[Address]:
    """Others hear it too where nobody keeps watch whom the alarm is not about."""
    watching = network.holding(society, roles=roles_with(Right.KEEP_WATCH))
    if network.addresses_of(one for one in watching if one.pk not in about):
        return network.addresses_of(watching)
    others = network.holding(society, roles=NAME_SOMEBODY)
    more = [one for one in others if one.pk not in about]
    return network.addresses_of([*watching, *more]) or network.mailbox_of(society)
