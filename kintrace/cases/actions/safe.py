"""Safe and well: written with the person, found by an exact key, told, taken back, over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import cards
from kintrace.cases.actions import safe_looking
from kintrace.cases.actions.opening import require_open
from kintrace.cases.actions.red_cross_moves import NotThisStep
from kintrace.cases.lookups import TAKEN_BACK, as_often_as_ever, safe_known
from kintrace.cases.models import SafeAndWell, SafeTag
from kintrace.cases.safe_tags import tags_of
from kintrace.cases.safe_words import FOUND, Look, Sentence, State
from kintrace.protection import keeping
from kintrace.protection.actions import erase_keys, record_basis, require_notice
from kintrace.protection.lookups import not_with, require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.retention import Kind
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Case
    from kintrace.network.models import Member


class SomebodyMustNotLearn(Refusal):
    """Whoever asks with the right words is told: so nobody may be feared."""


@dataclass(frozen=True, repr=False)
class Known:
    """What the family knows: name in two scripts, year of birth, father's name."""

    name: str
    name_own: str = ""
    year: str = ""
    father: str = ""

    def tags(self) -> set[str]:
        return tags_of(names=(self.name, self.name_own), year=self.year, father=self.father)


@transaction.atomic
def write(
    case: Case, *, known: Known, sentences: Collection[str], how: str, by: Member
) -> SafeAndWell:
    """Keep what the person lets be told; an earlier one of theirs ends.

    Raises SomebodyMustNotLearn, CaseIsClosed, InformationNotGiven, and what protection refuses.
    """
    write_about(case.subject)
    require_notice(case.subject)
    require_open(case)
    entry = _begun(case.subject, case=case.pk, by=by)
    _let_be_told(entry, how=how, basis_in=case.file, by=by)
    return _kept(entry, known, sentences, by)


@transaction.atomic
def write_alone(
    subject: UUID,
    *,
    known: Known,
    sentences: Collection[str],
    how: str,
    look: Look = Look.NO,
    by: Member,
) -> SafeAndWell:
    """The same for who searches for nobody: no case is opened for it, and nobody is named. With a
    yes to `look` searches are held beside it.

    Raises SomebodyMustNotLearn, InformationNotGiven, AChild, and what protection refuses.
    """
    write_about(subject)
    require_notice(subject)
    if look != Look.NO:
        safe_looking.require_no_child(known.year, how=how)
    entry = _begun(subject, case=None, by=by)
    # The consent outlives the words by some days, so it lies in a file of its own.
    basis_in = open_file(by.society_id)
    _let_be_told(entry, how=how, basis_in=basis_in, by=by)
    safe_looking.let_look(entry, look, how=how, basis_in=basis_in, by=by)
    _kept(entry, known, sentences, by)
    cards.follow_safe(entry)
    return entry


def _begun(subject: UUID, *, case: UUID | None, by: Member) -> SafeAndWell:
    return SafeAndWell(
        file=open_file(by.society_id),
        society_id=by.society_id,
        case=case,
        subject=subject,
        until=timezone.localdate() + keeping.term(Kind.SAFE),
        written_by=by,
    )


def _let_be_told(entry: SafeAndWell, *, how: str, basis_in: UUID, by: Member) -> None:
    require_nobody_feared(entry.subject)
    record_basis(
        entry.subject,
        purpose=Purpose.MESSAGE,
        kind=BasisKind.CONSENT,
        how=How(how),
        until=entry.until,
        file=basis_in,
        by=by,
    )
    require(entry.subject, Purpose.MESSAGE)
    for earlier in _of(entry.subject):
        _empty(earlier)


def require_nobody_feared(subject: UUID) -> None:
    if not_with(subject):
        raise SomebodyMustNotLearn(
            _(
                "Somebody must not learn of this person, and might ask. Pass on news by a Red "
                "Cross Message instead."
            )
        )


def _kept(entry: SafeAndWell, known: Known, sentences: Collection[str], by: Member) -> SafeAndWell:
    entry.told = {
        "name": known.name,
        "name_own": known.name_own,
        "year": known.year,
        "father": known.father,
        "sentences": [Sentence(one).value for one in sentences],
    }
    entry.save(force_insert=True)
    _tag(entry, known.tags())
    record(Deed.WROTE_SAFE, about=entry.pk, by=by)
    return entry


@transaction.atomic
def note_told(entry: SafeAndWell, *, by: Member) -> None:
    """Somebody of the family was told. Others may still ask. Raises what protection refuses."""
    write_about(entry.subject)
    require(entry.subject, Purpose.MESSAGE)
    now = SafeAndWell.objects.select_for_update().filter(pk=entry.pk, state__in=FOUND).first()
    if now is None:
        raise NotThisStep(_("This is over. Nobody is told any more."))
    now.state = State.MATCHED
    now.save(update_fields=["state"])
    record(Deed.TOLD_SAFE, about=now.pk, by=by)


@transaction.atomic
def end(entry: SafeAndWell, *, by: Actor) -> None:
    """The person takes it back, or its time is over: nobody finds it any more. Safe to repeat."""
    _empty(entry)
    safe_looking.look_no_more(entry, by=by)
    record(Deed.ENDED_SAFE, about=entry.pk, by=by)


@transaction.atomic
def take_back(known: Known, *, by: Member) -> None:
    """The person says so at any desk, by the same key. Nobody is told whether there was anything:
    what may not be told ends, too, and nothing looks like nothing."""
    with as_often_as_ever(TAKEN_BACK):
        for entry in safe_known(by, known.tags()):
            end(entry, by=by)


def _empty(entry: SafeAndWell) -> None:
    entry.tags.all().delete()
    erase_keys([entry.file])
    entry.state = State.EXPIRED
    cards.follow_safe(entry)
    if entry.case is None:  # no case keeps that there was something
        SafeAndWell.objects.filter(pk=entry.pk).delete()
        return
    entry.told = None
    entry.save(update_fields=["told", "state"])


@transaction.atomic
def stop(subject: UUID, *, by: Actor) -> int:
    """End what a person let be told; how many."""
    going_on = _of(subject)
    for entry in going_on:
        end(entry, by=by)
    return len(going_on)


@transaction.atomic
def forget(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete what is kept of a person; the files whose key must go."""
    rows = list(_own().filter(subject=subject))
    for entry in rows:
        record(Deed.ERASED, about=entry.pk, by=by)
        entry.delete()
    return {entry.file for entry in rows}


@transaction.atomic
def expire(today: date, *, by: Actor) -> int:
    """End what is over, and make marks anew where a new key or a backup left none that fit."""
    over = list(_own().filter(state__in=FOUND, until__lt=today))
    for entry in over:
        end(entry, by=by)
    for entry in _own().filter(state__in=FOUND):
        _mark_anew(entry)
    return len(over)


def _mark_anew(entry: SafeAndWell) -> None:
    told: dict[str, Any] = entry.told or {}
    known = Known(**{name: told[name] for name in ("name", "name_own", "year", "father")})
    wanted, there = known.tags(), set(entry.tags.values_list("tag", flat=True))
    if wanted != there:
        entry.tags.all().delete()
        _tag(entry, wanted)


def _tag(entry: SafeAndWell, tags: set[str]) -> None:
    make = partial(SafeTag, society_id=entry.society_id, entry=entry)
    SafeTag.objects.bulk_create(make(tag=tag) for tag in tags)


def told_of() -> frozenset[UUID]:
    """Of whom the reader's society may tell that they are safe and well."""
    return frozenset(_own().filter(state__in=FOUND).values_list("subject", flat=True))


def _of(subject: UUID) -> list[SafeAndWell]:
    return list(_own().filter(subject=subject, state__in=FOUND))


def _own() -> QuerySet[SafeAndWell]:
    return SafeAndWell.objects.filter(society_id=reader_in_force().society)
