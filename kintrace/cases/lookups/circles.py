"""Whether a search is where it shall go already: asked by its number alone, and nothing else of it
is learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.models import Incoming, Transfer
from kintrace.cases.transfers import OUT
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case


def linked_to(case: Case) -> list[Incoming]:
    """What other societies asked that belongs to this case of the own society."""
    return list(Incoming.objects.filter(case=case).select_related("sender", "sought"))


def linked_about(case: Case, subject: UUID) -> list[Incoming]:
    """Of these, what may be about this one of the persons sought: what is about no other."""
    return [one for one in linked_to(case) if one.sought is None or one.sought.subject == subject]


def has_it_already(matter: UUID, society: UUID, *, after_us: bool) -> bool:
    """Whether a society was asked for this search by anybody, and is so still; or asked others for
    it itself, now or before. `after_us`: we asked it once, so what it sent on came from us."""
    with reading_as(society):
        came = Incoming.objects.filter(society_id=society, matter=matter, state__in=OUT)
        went = Transfer.objects.filter(society_id=society, matter=matter)
        return came.exists() or (not after_us and went.exists())
