"""The paper of a ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import segno
from django.urls import reverse
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.http import HttpRequest

    from kintrace.servicepoints.models import ChargingTicket


def paper_of(ticket: ChargingTicket, request: HttpRequest) -> dict[str, Any]:
    """The square leads to the desk, which opens it to members of the society alone."""
    path = reverse("servicepoints:scanned", args=[ticket.token])
    address = request.build_absolute_uri(path)
    drawn = segno.make(address, error="m").svg_inline(border=2, omitsize=True, scale=1)
    # Drawn by us, from an address of ours.
    return {"ticket": ticket, "point": ticket.point, "square": mark_safe(drawn)}  # noqa: S308
