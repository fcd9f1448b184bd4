"""Writing a person down, and correcting what was written: older tellings stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.people.anew import Anew
from kintrace.people.models import Person
from kintrace.people.told import Told
from kintrace.protection.actions import require_notice
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.audit.actors import Actor


@transaction.atomic
def write_down(
    subject: UUID, *, told: Told, file: UUID, society: UUID, by: Actor, informed: UUID | None = None
) -> Person:
    """Keep the first telling about a subject.

    `informed` is the subject who was given the notice, when it is another: nobody can inform the
    sought person, so for them it is the enquirer. Raises InformationNotGiven before anything is
    kept (gate G1).
    """
    require_notice(informed or subject)
    person = Person(file=file, society_id=society, subject=subject)
    person.told = [_telling(told, by)]
    person.save(force_insert=True)
    record(Deed.WROTE_DOWN_PERSON, about=person.pk, by=by)
    return person


@transaction.atomic
def correct(subject: UUID, *, told: Told, by: Actor, why: str = "") -> Person:
    """Add a newer telling; names and births told before stay behind it as variants. why: `Anew`,
    where somebody said it."""
    person = _locked(subject)
    newest = Told.from_json(person.told[-1]["told"])
    reason = {"why": Anew(why).value} if why else {}
    person.told = [*person.told, _telling(newest.corrected(told), by) | reason]
    person.changed = timezone.now()
    person.save(update_fields=["told", "changed"])
    record(Deed.CORRECTED_PERSON, about=person.pk, by=by)
    return person


@transaction.atomic
def forget(subject: UUID, *, by: Actor) -> bool:
    """Delete what was told about a subject, if anything was. Its file's key is the caller's."""
    person = _ours().filter(subject=subject).first()
    if person is None:
        return False
    pk = person.pk
    person.delete()
    record(Deed.ERASED, about=pk, by=by)
    return True


def _telling(told: Told, by: Actor) -> dict[str, Any]:
    return {"told": told.to_json(), "at": timezone.now().isoformat(), "by": str(by.pk)}


def _locked(subject: UUID) -> Person:
    person = _ours().select_for_update().filter(subject=subject).first()
    if person is None:
        raise Http404
    return person


def _ours() -> QuerySet[Person]:
    return Person.objects.filter(society_id=reader_in_force().society)
