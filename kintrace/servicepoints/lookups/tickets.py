"""Tickets of the charging board, of the member's own society."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.shortcuts import get_object_or_404

from kintrace.servicepoints.charging import ON_BOARD, TicketState
from kintrace.servicepoints.lookups.devices import numbers_of_devices
from kintrace.servicepoints.models import ChargingTicket

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint


def _own(member: Member) -> QuerySet[ChargingTicket]:
    return ChargingTicket.objects.filter(society_id=member.society_id).select_related("point")


def ticket_for(member: Member, ticket_id: UUID) -> ChargingTicket:
    """One of them, or 404: the same for absent and for another society's."""
    return get_object_or_404(_own(member), pk=ticket_id)


def ticket_called(member: Member, token: str) -> ChargingTicket:
    """The ticket whose paper holds this, or 404."""
    return get_object_or_404(_own(member), token=token)


def on_board(point: ServicePoint) -> list[ChargingTicket]:
    """The phones that lie on the board, by number."""
    return list(ChargingTicket.objects.filter(point=point, state__in=ON_BOARD))


def free_number(point: ServicePoint) -> int | None:
    """The lowest number that is free; those that tablets give out without network come last."""
    taken, theirs = {ticket.number for ticket in on_board(point)}, numbers_of_devices(point)
    free = (number for number in range(1, point.slots + 1) if number not in taken)
    return min(free, key=lambda number: (number in theirs, number), default=None)


def left_before(point: ServicePoint) -> list[ChargingTicket]:
    """Phones that nobody collected and that are locked away."""
    return list(ChargingTicket.objects.filter(point=point, state=TicketState.LEFT))


def ticket_or_none(member: Member, ticket_id: str) -> ChargingTicket | None:
    """A ticket by the number under which a tablet knows it."""
    try:
        return _own(member).filter(pk=UUID(ticket_id)).first()
    except ValueError:
        return None
