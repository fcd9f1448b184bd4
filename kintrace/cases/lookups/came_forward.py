"""Who told us who they are, of the own society alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.cases.came_forward import Beside, State
from kintrace.cases.models import CameForward
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member


def forward_list(member: Member, *, closed: bool = False) -> QuerySet[CameForward]:
    """Those that are open, or those that ended; the newest first."""
    state = State.CLOSED if closed else State.OPEN
    return _shown_to(member).filter(state=state)


def forward_for(member: Member, lead_id: UUID) -> CameForward:
    """One of them, or 404: the same for absent and for another society's."""
    return get_object_or_404(_shown_to(member), pk=lead_id)


def _shown_to(member: Member) -> QuerySet[CameForward]:
    """What outlives its last day is on hold, which no list may tell."""
    own = CameForward.objects.filter(society_id=member.society_id)
    return own.filter(until__gte=timezone.localdate()).select_related("by")


def forward_of_message(message: UUID) -> CameForward | None:
    """What was made of a message last; an open one before what ended."""
    own = _ours().filter(message=message)
    return own.order_by("-state", "-made").first()


def forward_known_as(subject: UUID) -> CameForward | None:
    return _ours().filter(subject=subject).first()


def forward_among(subjects: Collection[UUID]) -> frozenset[UUID]:
    own = _ours().filter(subject__in=list(subjects))
    return frozenset(own.values_list("subject", flat=True))


def codes_of_leads(subjects: Collection[UUID]) -> dict[UUID, str]:
    """What staff call those of many subjects who told us who they are."""
    own = _ours().filter(subject__in=list(subjects)).order_by("made")
    return dict(own.values_list("subject", "reference"))


def forward_over(today: date) -> list[CameForward]:
    """Those whose last day is over."""
    return list(_ours().filter(until__lt=today))


def forward_beside(lead: CameForward) -> Beside:
    return Beside.from_json(lead.told)


def _ours() -> QuerySet[CameForward]:
    return CameForward.objects.filter(society_id=reader_in_force().society)
