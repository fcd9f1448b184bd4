"""The only door to what lies in the safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.safe.models import Box
from kintrace.safe.sealed import made_up

if TYPE_CHECKING:
    from uuid import UUID


def lying_under(number: UUID) -> bytes:
    """What lies under a number; something like it where nothing does.

    Both are worked out each time, and a row is fetched each time: the next one where there is no
    such number. So the answer takes as long.
    """
    box, other = Box.objects.filter(pk__gte=number).order_by("pk").first(), made_up(number)
    return bytes(box.sealed) if box and box.pk == number else other
