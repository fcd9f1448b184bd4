"""The end of what was told: erased with its key, or run out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.models import Case, Draft, OnCard, Sought
from kintrace.cases.steps import MORE, about
from kintrace.protection import keeping
from kintrace.protection.actions import discard
from kintrace.protection.retention import Kind
from kintrace.vault.jobs import lose
from kintrace.vault.reader import KeyNotAtHand, reader_in_force
from kintrace.wall import actions as wall

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor


@dataclass(frozen=True)
class Left:
    """Of a person sought who was erased alone: the file of the case, and whether a photo came down
    for it."""

    file: UUID
    came_down: bool


@transaction.atomic
def erase_all(subject: UUID, *, by: Actor) -> tuple[set[UUID], set[UUID]]:
    """Delete the cases and drafts of a subject.

    Gives the files whose key must go, and the subjects who go along: the persons sought.
    """
    society = reader_in_force().society
    files, along = set(), set()
    for case in Case.objects.filter(society_id=society, subject=subject):
        files.add(case.file)
        along |= set(Sought.objects.filter(case=case).values_list("subject", flat=True))
        lose(case.file)
        record(Deed.ERASED, about=case.pk, by=by)
        case.delete()
    drafts = Draft.objects.filter(society_id=society, subject=subject)
    files |= set(drafts.values_list("file", flat=True))
    drafts.delete()
    return files, along


@transaction.atomic
def forget_sought(subject: UUID, *, by: Actor) -> Left | None:
    """Take what is said of one person sought out of a case that goes on.

    What others told of this one alone goes. What else they told of the search, and what was tried
    in it, goes with the last one it could be about, and what hangs on the wall comes down: it says
    who that person is to the one who searches. Needs no open box.
    """
    rows = Sought.objects.filter(society_id=reader_in_force().society, subject=subject)
    one = rows.select_related("case").first()
    if one is None:
        return None
    rows.update(relation=None, last_news=None)
    OnCard.objects.filter(subject=subject).delete()
    # What was told in the box of this one person alone goes; it stands under the person's place.
    one.case.words.filter(kind=about(MORE, one.place).key).delete()
    with suppress(KeyNotAtHand):  # of a case that nobody can open nothing is left to tell
        one.case.leads.filter(mark=lookups.lead_mark(one.case, str(subject))).delete()
    if not [other for other in lookups.still_sought(one.case) if other.subject != subject]:
        one.case.leads.all().delete()
        one.case.tries.all().delete()
    came_down = wall.unsay_relations(one.case.subject, by=by)
    record(Deed.ERASED, about=one.pk, by=by)
    return Left(one.file, came_down=came_down)


@transaction.atomic
def expire_drafts(today: date, *, by: Actor) -> int:
    """Drafts that nobody went on with for too long; their key goes first."""
    own = Draft.objects.filter(society_id=reader_in_force().society)
    old = own.filter(changed__date__lt=today - keeping.term(Kind.DRAFT, on=today))
    begun = list(old.values_list("pk", "subject", "file"))
    for _pk, subject, file in begun:
        discard(subject, files=[file])
    old.delete()
    for pk, _subject, _file in begun:
        record(Deed.EXPIRED, about=pk, by=by)
    return len(begun)
