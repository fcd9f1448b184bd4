"""That a person of a case is a person of another matter: what follows for the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.protection.turns import write_about
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member


@transaction.atomic
def note_match(subject: UUID, *, by: Member) -> bool:
    """Two people said that this person is somebody of another matter, too; whether a photo came
    down for it.

    Where the person is sought and nobody else is, the photo of who searches has done its work.
    Nothing else changes: what is done next for the family people decide.
    """
    write_about(subject)
    case = lookups.case_around(subject)
    if case is None:
        return False
    record(Deed.MATCHED_PERSON, about=case.pk, by=by)
    alone = [one.subject for one in lookups.still_sought(case)] == [subject]
    notice = notice_of(case.subject) if alone else None
    if notice is None or notice.is_ended:
        return False
    wall.take_down(notice, why="matched", by=by)
    return True
