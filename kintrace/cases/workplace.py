"""Where a member works today: one of the society's places, said once in a session.

Members have no place of their own: some work at two in a week. A case opened while one was said
belongs to it; a society with one place has nothing to ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.network.lookups import desks

if TYPE_CHECKING:
    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Desk

SAID = "kintrace place"


def place_of(request: StaffRequest, places: list[Desk] | None = None) -> Desk | None:
    """The place that was said in this session, while there is one; or the only one there is."""
    known = desks(request.user.society_id) if places is None else places
    if len(known) == 1:
        return known[0]
    said = request.session.get(SAID)
    return next((one for one in known if str(one.pk) == said), None)


def work_at(request: StaffRequest, place: Desk | None) -> None:
    """Remember it until the session ends; None forgets it."""
    request.session[SAID] = str(place.pk) if place else ""
