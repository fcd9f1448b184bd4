"""The charging board: what may become of a ticket, and when a phone lies there too long."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

TOO_LONG = timedelta(hours=4)


class TicketState(TextChoices):
    """LEFT: nobody came before the day was closed; the phone is locked away with its ticket."""

    CHARGING = "charging", _("Charging")
    FULL = "full", _("Full")
    COLLECTED = "collected", _("Collected")
    LEFT = "left", _("Left here, locked away")


ON_BOARD = (TicketState.CHARGING, TicketState.FULL)
# From which states each is reached. What was collected is over.
BEFORE: dict[TicketState, tuple[TicketState, ...]] = {
    TicketState.FULL: (TicketState.CHARGING,),
    TicketState.COLLECTED: (*ON_BOARD, TicketState.LEFT),
    TicketState.LEFT: ON_BOARD,
}


def new_token() -> str:
    """What the square on the paper holds: a tablet may make one without network."""
    return secrets.token_hex(8)
