"""Who hears that a hold waits to be decided. The letter names nobody and says nothing of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.letters import actions as letters
from kintrace.network import lookups as network
from kintrace.network.access import Role
from kintrace.protection import actions, lookups

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.protection.models import Hold

WAITS, WAITS_LONG = "decision-waits", "decision-waits-long"
# Where nobody may decide: who can have somebody named.
ELSE = (Role.OFFICER, Role.SOCIETY_ADMIN)


def tell(society: UUID) -> None:
    """A letter for what is new, and one more for what waits long, whatever the number."""
    fresh, long = actions.note_told(timezone.now())
    for kind, holds in ((WAITS, fresh), (WAITS_LONG, long)):
        for address, language in sorted(_hearers(society, holds)):
            letters.send(kind, to=address, language=language, facts={}, society=society)


def _hearers(society: UUID, holds: Iterable[Hold]) -> set[tuple[str, str]]:
    return {found for hold in holds for found in _of_one(society, hold)}


def _of_one(society: UUID, hold: Hold) -> set[tuple[str, str]]:
    found = _addresses(lookups.deciders(society, but=hold.set_by))
    found = found or _addresses(network.holding(society, roles=list(ELSE)))
    mailbox = network.settings_of(society)
    return found or ({(mailbox.mailbox, mailbox.language)} if mailbox.mailbox else set())


def _addresses(members: Iterable[Member]) -> set[tuple[str, str]]:
    return {(one.email, one.language) for one in members if one.email}
