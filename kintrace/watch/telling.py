"""Who hears that an alarm rang. The letter names nobody and says nothing of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.letters import actions as letters
from kintrace.network import lookups as network
from kintrace.network.access import Role

if TYPE_CHECKING:
    from uuid import UUID

ALARM = "alarm-rang"
# Where no data-protection officer can be reached, or the alarm is about that member.
ELSE = (Role.OFFICER, Role.SOCIETY_ADMIN)


def tell(society: UUID, *, about: frozenset[UUID]) -> None:
    """A letter to whoever looks after alarms, never only to a member whom one is about."""
    for address, language in sorted(_hearers(society, about)):
        letters.send(ALARM, to=address, language=language, facts={}, society=society)


def _hearers(society: UUID, about: frozenset[UUID]) -> set[tuple[str, str]]:
    officers = _addresses(society, [Role.DATA_PROTECTION], but=frozenset())
    others = _addresses(society, [Role.DATA_PROTECTION], but=about)
    if others:
        return officers
    found = officers | _addresses(society, ELSE, but=about)
    mailbox = network.settings_of(society)
    return found or ({(mailbox.mailbox, mailbox.language)} if mailbox.mailbox else set())


def _addresses(
    society: UUID, roles: list[Role] | tuple[Role, ...], *, but: frozenset[UUID]
) -> set[tuple[str, str]]:
    members = network.holding(society, roles=list(roles))
    return {(one.email, one.language) for one in members if one.email and one.pk not in but}
