"""A caller names a code from a poster: whom it means, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from kintrace.cases import feared, lookups
from kintrace.network import lookups as network
from kintrace.wall.lookups import called, notice_of_face

if TYPE_CHECKING:
    from kintrace.network.models import Member


def heard(said: str, *, by: Member) -> dict[str, Any]:
    """The face under this code. Of another society's: what everybody sees, and whom to call.

    Raises NoSuchCode.
    """
    found = called(by, said)
    facts: dict[str, Any] = {"spot": found.spot, "face": found.face}
    if found.spot.looks_after != by.society_id:
        return facts | {"theirs": network.society(found.spot.looks_after)}
    notice = notice_of_face(by, found.spot.face)
    case = lookups.case_of_subject(by, notice.subject) if notice else None
    write_down = reverse("cases:told", args=[found.spot.face])
    return facts | {"case": case, "write_down": write_down, "feared": feared.in_case(case, by=by)}
