"""The page of a point today: counters, the board, what is still to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.servicepoints import lookups
from kintrace.servicepoints.charging import TOO_LONG, TicketState
from kintrace.servicepoints.checklists import Opening
from kintrace.servicepoints.counters import BY_MINUTES, CALLS, TILES, Service, Sign
from kintrace.servicepoints.forms_today import WhomForm

if TYPE_CHECKING:
    from kintrace.network.gate import StaffRequest
    from kintrace.servicepoints.models import ChargingTicket, PointDay, ServicePoint

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Tile:
    """One counter. deed: the number under which the next tap is taken once."""

    service: Service
    sign: Sign | None
    number: int
    deed: UUID
    here: bool  # pressed a moment ago: the keyboard stays where it was


@dataclass(frozen=True)
class Slot:
    """A place on the board, with the ticket that lies there. look: the class of its drawing."""

    number: int
    ticket: ChargingTicket | None
    look: str
    said: str


def page_of(point: ServicePoint, request: StaffRequest) -> dict[str, Any]:
    """Everything that the page shows."""
    today = timezone.localdate()
    form = WhomForm(request.GET, languages=point.languages)
    sums, last = lookups.sums_of_day(point, today), request.GET.get("last", "")
    board = slots(point)
    day = lookups.day_of(point, today)
    return {
        "point": point,
        "today": today,
        "day": day,
        "missing": missing(day),
        "whom": form.whom(),
        "form": form,
        "tiles": [_tile(one, sign, _sum(one, sums), last) for one, sign in TILES.items()],
        "minutes": [_tile(one, None, sums.get(one, 0), last) for one in BY_MINUTES],
        "minutes_open": last in BY_MINUTES,
        "board": board,
        "free": next((slot.number for slot in board if slot.ticket is None), None),
        "left": lookups.left_before(point),
        "deed": uuid4(),
    }


def _tile(service: Service, sign: Sign | None, number: int, last: str) -> Tile:
    return Tile(service, sign, number, uuid4(), here=last == service)


def _sum(service: Service, sums: dict[str, int]) -> int:
    """Calls are those of known length, too."""
    counted = CALLS if service == Service.CALL else (service,)
    return sum(sums.get(one, 0) for one in counted)


def missing(day: PointDay | None) -> list[Opening]:
    """What nobody ticked when the day was opened."""
    return [one for one in Opening if day and one not in day.looked_at]


def slots(point: ServicePoint) -> list[Slot]:
    """The board, from the first number to the last."""
    lying = {ticket.number: ticket for ticket in lookups.on_board(point)}
    now = timezone.now()
    numbers = range(1, max([point.slots, *lying]) + 1)
    return [_slot(number, lying.get(number), now) for number in numbers]


def _slot(number: int, ticket: ChargingTicket | None, now: datetime) -> Slot:
    if ticket is None:
        return Slot(number, None, "", _("free"))
    if lies_too_long(ticket, now):
        since = date_format(timezone.localtime(ticket.given), "TIME_FORMAT")
        return Slot(number, ticket, "old", _("since %(time)s") % {"time": since})
    if ticket.state == TicketState.FULL:
        return Slot(number, ticket, "ready", _("full"))
    return Slot(number, ticket, "on", _for(now - ticket.given))


def lies_too_long(ticket: ChargingTicket, now: datetime) -> bool:
    """Longer than a phone needs, or since another day."""
    return now - ticket.given > TOO_LONG or ticket.day < timezone.localdate(now)


def _for(time: timedelta) -> str:
    if time < HOUR:
        return _("%(number)s min") % {"number": max(0, time // timedelta(minutes=5) * 5)}
    return _("%(number)s h") % {"number": time // HOUR}
