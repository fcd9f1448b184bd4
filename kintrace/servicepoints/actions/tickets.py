"""Tickets of the charging board: given, full, collected, locked away, forgotten. As with counts,
no audit row tells when whose phone was here (decision 066)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions.counting import add_one
from kintrace.servicepoints.actions.points import require_at_work
from kintrace.servicepoints.actions.sent import is_first, require_not_closed
from kintrace.servicepoints.charging import BEFORE, TicketState, new_token
from kintrace.servicepoints.counters import Service, Whom
from kintrace.servicepoints.models import ChargingTicket
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.servicepoints.actions.sent import Sent
    from kintrace.servicepoints.models import ServicePoint

TOKEN = re.compile(r"[0-9a-f]{16}\Z")


class SlotTaken(Refusal):
    """Another phone lies on this slot."""


class BoardFull(Refusal):
    """No slot is free."""


class TicketIsOver(Refusal):
    """Somebody was quicker: the ticket is in another state."""


@transaction.atomic
def give_ticket(
    point: ServicePoint,
    *,
    number: int | None = None,
    token: str = "",
    whom: Whom | None = None,
    sent: Sent,
    by: Member,
) -> ChargingTicket:
    """Take a phone to charge; it counts as a service. A ticket that was given already is answered
    as it is. number, token: chosen by a tablet without network. Raises SlotTaken, BoardFull."""
    require_at_work(point)
    require_not_closed(point, sent)
    if not is_first(sent, society=by.society_id):
        return _given(point, sent)
    number = _free_number(point) if number is None else number
    if not 1 <= number <= point.slots:
        raise SlotTaken(_("There is no slot %(number)s here.") % {"number": number})
    ticket = ChargingTicket(id=sent.id, society_id=by.society_id, point=point, number=number)
    ticket.token = token if TOKEN.match(token) else new_token()
    ticket.day, ticket.given, ticket.changed = sent.day, sent.minute, sent.minute
    try:
        with transaction.atomic():
            ticket.save(force_insert=True)
    except IntegrityError:
        words = _("Slot %(number)s is taken already. Give the phone another number.")
        raise SlotTaken(words % {"number": number}) from None
    add_one(point, Service.CHARGING, whom or Whom(), sent)
    return ticket


def _given(point: ServicePoint, sent: Sent) -> ChargingTicket:
    found = ChargingTicket.objects.filter(point=point, pk=sent.id).first()
    if found is None:
        raise TicketIsOver(_("This ticket is gone already."))
    return found


def _free_number(point: ServicePoint) -> int:
    free = lookups.free_number(point)
    if free is None:
        raise BoardFull(_("Every slot is taken. Wait until a phone is collected."))
    return free


@transaction.atomic
def move_ticket(ticket: ChargingTicket, *, to: TicketState, sent: Sent, by: Member) -> bool:
    """Say that the phone is full, was collected, or is locked away; False where it was taken
    before, or where that is so already. Raises TicketIsOver."""
    if not is_first(sent, society=by.society_id):
        return False
    locked = ChargingTicket.objects.select_for_update().get(pk=ticket.pk)
    if locked.state == to:
        return False
    if locked.state not in BEFORE[to]:
        words = _("Ticket %(number)s is in another state meanwhile: %(state)s.")
        state = locked.get_state_display()
        raise TicketIsOver(words % {"number": locked.number, "state": state})
    locked.state, locked.changed = to, sent.minute
    locked.save(update_fields=["state", "changed"])
    return True


@transaction.atomic
def forget_tickets(society: UUID, *, today: date) -> int:
    """Tickets end with the day after the one they were given on, whatever became of the phone."""
    over = ChargingTicket.objects.filter(society_id=society, day__lt=today - timedelta(days=1))
    return over.delete()[0]
