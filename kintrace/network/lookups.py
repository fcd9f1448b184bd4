"""The only door to societies, desks and members."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.http import Http404

from kintrace.network.models import Desk, Member, Society, SocietySettings

Row = TypeVar("Row")


def society(society_id: UUID) -> Society:
    """The society, or 404."""
    return _or_404(Society.objects.filter(pk=society_id).first())


def society_coded(code: str) -> Society:
    """The society with this code, whatever the case of its letters, or 404."""
    return _or_404(Society.objects.filter(code=code.upper()).first())


def every_society() -> list[Society]:
    """The societies that are in the network, by code."""
    return list(Society.objects.filter(state=Society.State.ACTIVE))


def settings_of(society_id: UUID) -> SocietySettings:
    """A society's private settings; only inside `reading_as(society)`."""
    return _or_404(SocietySettings.objects.filter(society_id=society_id).first())


def desks(society_id: UUID) -> list[Desk]:
    """A society's desks, by name."""
    return list(Desk.objects.filter(society_id=society_id))


def desk(desk_id: UUID) -> Desk:
    """The desk, or 404."""
    return _or_404(Desk.objects.filter(pk=desk_id).first())


def member(member_id: UUID) -> Member:
    """The member, or 404. For jobs and the house's own use; pages ask `colleague`."""
    return _or_404(Member.objects.select_related("society").filter(pk=member_id).first())


def member_named(sign_in: str) -> Member | None:
    """The member with this sign-in name, whatever the case of its letters."""
    return Member.objects.filter(sign_in=sign_in.strip().casefold()).first()


def colleague(asking: Member, member_id: UUID) -> Member:
    """A member of the asking member's own society, or 404: the same for absent and for foreign."""
    own = Member.objects.filter(society_id=asking.society_id, pk=member_id)
    return _or_404(own.first())


def colleagues(asking: Member, *, state: Member.State | None = None) -> list[Member]:
    """Everyone of the asking member's own society, by sign-in name."""
    own = Member.objects.filter(society_id=asking.society_id)
    return list(own if state is None else own.filter(state=state))


def holding(society_id: UUID, *, roles: Sequence[str]) -> list[Member]:
    """The society's active members of these roles, by sign-in name."""
    active = Member.objects.filter(society_id=society_id, state=Member.State.ACTIVE)
    return list(active.filter(role__in=roles))


def sessions_of(member: Member) -> list[UserSession]:
    """Where the member is signed in, newest first; what ended by itself is cleared away."""
    living = UserSession.objects.purge_and_list(member)
    return sorted(living, key=lambda session: session.created_at, reverse=True)


def _or_404(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
