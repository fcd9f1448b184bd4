"""Of whom nothing is kept but what this folder has: how long that stays.

A draft was thrown away while its person was on hold; somebody came to say that they do not want to
be found, and had no case. Nobody above ends what is kept of them, so it ends here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.protection import holders, keeping, lookups
from kintrace.protection.lookups import alone as rows
from kintrace.protection.retention import Clock, Kind

if TYPE_CHECKING:
    from uuid import UUID


def everybody() -> list[UUID]:
    """All of the reader's society of whom no other folder keeps anything."""
    told = rows.everybody_with_rows()
    return sorted(told - holders.known(told))


def clock(subject: UUID) -> Clock | None:
    """How long it is kept; None when there is nothing, or something else with its own clock."""
    last = rows.last_word(subject)
    if last is None or holders.known({subject}):
        return None
    if rows.is_wanted_still(subject):
        return Clock(Kind.ALONE)
    said = keeping.last_day(Kind.ALONE, timezone.localdate(last))
    hold = lookups.holds_in_force(subject).last()
    if hold is None:
        return Clock(Kind.ALONE, said)
    held = keeping.last_day(Kind.HELD, timezone.localdate(hold.since))
    return Clock(Kind.HELD, max(held, said))
