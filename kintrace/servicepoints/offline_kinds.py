"""The deeds of a day at a point as a tablet brings them; each is one action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.servicepoints import actions, kinds, lookups
from kintrace.servicepoints.actions import NotTaken
from kintrace.servicepoints.actions.sent import Sent
from kintrace.servicepoints.charging import TicketState
from kintrace.servicepoints.counters import Whom

if TYPE_CHECKING:
    from kintrace.servicepoints.kinds import Arrived


def register() -> None:
    """Say what takes them."""
    for kind, take in (
        ("count", count),
        ("take_back", take_back),
        ("ticket", give),
        ("move", move),
    ):
        kinds.register(kind, take)


def count(told: Arrived) -> None:
    """A tap on a counter."""
    service, whom = str(told.fields.get("service")), _whom(told)
    actions.count(told.point, service=service, whom=whom, sent=_sent(told), by=told.by)


def take_back(told: Arrived) -> None:
    """One less on a counter."""
    service, whom = str(told.fields.get("service")), _whom(told)
    actions.take_back(told.point, service=service, whom=whom, sent=_sent(told), by=told.by)


def give(told: Arrived) -> None:
    """A phone laid on the board under a number that the tablet chose."""
    number = told.fields.get("number")
    if not isinstance(number, int) or isinstance(number, bool):
        raise _not_whole()
    whom, sent = _whom(told), _sent(told)
    actions.give_ticket(told.point, number=number, whom=whom, sent=sent, by=told.by)


def move(told: Arrived) -> None:
    """What became of a phone on the board."""
    ticket = lookups.ticket_or_none(told.by, str(told.fields.get("ticket")))
    to = told.fields.get("to")
    if to not in TicketState.values:
        raise _not_whole()
    if ticket is None:
        raise NotTaken(_("The ticket of a phone that was handed out or locked away is not known."))
    actions.move_ticket(ticket, to=TicketState(to), sent=_sent(told), by=told.by)


def _sent(told: Arrived) -> Sent:
    return Sent(told.number, told.at)


def _whom(told: Arrived) -> Whom:
    return Whom.said(str(told.fields.get("language", "")), str(told.fields.get("band", "")))


def _not_whole() -> NotTaken:
    return NotTaken(_("This record is not whole. Write down anew what you remember."))
