"""Who hears that a hold waits to be decided. The letter names nobody and says nothing of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.letters import actions as letters
from kintrace.network import lookups as network
from kintrace.network.access import NAME_SOMEBODY
from kintrace.protection import actions, lookups

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.lookups import Address
    from kintrace.protection.models import Hold

WAITS, WAITS_LONG = "decision-waits", "decision-waits-long"


def tell(society: UUID) -> None:
    """A letter for what is new, and one more for what waits long, whatever the number."""
    fresh, long = actions.note_told(timezone.now())
    for kind, holds in ((WAITS, fresh), (WAITS_LONG, long)):
        hearers = {found for hold in holds for found in _hearers(society, hold)}
        for address, language in sorted(hearers):
            letters.send(kind, to=address, language=language, facts={}, society=society)


def _hearers(society: UUID, hold: Hold) -> frozenset[Address]:
    """Who decides; where nobody may, who can have somebody named; else the society's mailbox."""
    return (
        network.addresses_of(lookups.deciders(society, but=hold.set_by))
        or network.addresses_of(network.holding(society, roles=NAME_SOMEBODY))
        or network.mailbox_of(society)
    )
