"""Events: written down, corrected, joined to cases by somebody who says why, counted, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import cards, lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.accounts import forget_accounts
from kintrace.cases.actions.opening import require_accepted
from kintrace.cases.event_words import EventKind
from kintrace.cases.models import Count, Event, Joined
from kintrace.network.seen import changed_elsewhere
from kintrace.protection import keeping
from kintrace.protection.actions import erase_keys, require_notice
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.protection.retention import Kind
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.happened import Happened
    from kintrace.cases.models import Case
    from kintrace.network.models import Member


class JoinedBefore(Refusal):
    """The case belongs to this event already."""


@transaction.atomic
def make_event(*, kind: EventKind, happened: Happened, by: Member) -> Event:
    """Write down what happened to many at once, in a file of its own."""
    event = Event(
        file=open_file(by.society_id),
        society_id=by.society_id,
        kind=EventKind(kind),
        made_by=by,
        alone_since=timezone.localdate(),
    )
    event.told = happened.to_json()
    event.save(force_insert=True)
    record(Deed.MADE_EVENT, about=event.pk, by=by)
    return event


@transaction.atomic
def correct_event(
    event: Event, *, kind: EventKind, happened: Happened, seen: str | None = None, by: Member
) -> Event:
    """Something about it is known better. `seen` is the version the page showed, where a page
    did: what somebody wrote since stays. Raises ChangedElsewhere."""
    event, told = _locked(event), happened.to_json()
    is_same = event.told == told and event.kind == kind
    if seen is not None and seen != lookups.version_of(event) and not is_same:
        raise changed_elsewhere()
    event.kind, event.told = EventKind(kind), told
    event.save(update_fields=["kind", "told"])
    record(Deed.CORRECTED_EVENT, about=event.pk, by=by)
    return event


@transaction.atomic
def join_case(event: Event, *, case: Case, why: str, by: Member) -> Joined:
    """Put a search beside others of the same event.

    Whoever reads the event's page sees who is sought, beside the words of others who were there:
    it is asked for who searches and for each who is sought. Raises JoinedBefore, CaseIsClosed,
    InformationNotGiven, AlreadyErased, and what protection refuses.
    """
    require_notice(case.subject)
    case = moves.locked(case)
    require_accepted(case)
    for subject in lookups.subjects_in(case):
        write_about(subject)
        require(subject, Purpose.TRACE)
    event = _locked(event)
    if event.joined.filter(case=case).exists():
        raise JoinedBefore(_("This case belongs to the event already."))
    joined = Joined(file=case.file, event=event, case=case, society_id=case.society_id, by=by)
    joined.why = why
    joined.save(force_insert=True)
    Event.objects.filter(pk=event.pk).update(alone_since=None)
    cards.follow(case)
    record(Deed.JOINED_TO_EVENT, about=case.pk, by=by)
    return joined


@transaction.atomic
def take_out(joined: Joined, *, by: Member) -> None:
    """The case does not belong there. Nothing else about it changes."""
    for subject in lookups.subjects_in(joined.case):
        write_about(subject)
    event = _locked(joined.event)
    joined.delete()
    if not event.joined.exists():
        Event.objects.filter(pk=event.pk).update(alone_since=timezone.localdate())
    cards.follow(joined.case)
    record(Deed.TOOK_OUT_OF_EVENT, about=joined.case_id, by=by)


@transaction.atomic
def write_count(event: Event, *, told: dict[str, Any], by: Member) -> Count:
    """A figure with who says so and of which day. It carries no name."""
    event = _locked(event)
    count = Count(file=event.file, event=event, society_id=event.society_id, by=by)
    count.told = told
    count.save(force_insert=True)
    record(Deed.COUNTED_AT_EVENT, about=event.pk, by=by)
    return count


@transaction.atomic
def take_back_count(count: Count, *, by: Member) -> None:
    """It was mistyped, or is not so. What others told stays."""
    event = count.event_id
    count.delete()
    record(Deed.TOOK_BACK_COUNT, about=event, by=by)


def end_lonely_events(today: date, *, by: Actor) -> int:
    """Forget events to which no case was joined for so long; how many.

    A case that was erased took its row along, so the clock begins when this is next run.
    """
    own = Event.objects.filter(society_id=reader_in_force().society)
    own.filter(joined=None, alone_since=None).update(alone_since=today)
    before = today - keeping.term(Kind.EVENT, on=today)
    old = own.filter(joined=None, alone_since__lt=before)
    return sum(_end(pk, before, by=by) for pk in old.values_list("pk", flat=True))


@transaction.atomic
def _end(event_id: UUID, before: date, *, by: Actor) -> bool:
    locked = Event.objects.select_for_update().filter(pk=event_id, alone_since__lt=before)
    event = locked.first()
    if event is None or event.joined.exists():  # somebody joined one a moment ago
        return False
    forget_accounts([account for account, _words in lookups.accounts_of(event)])
    event.delete()
    erase_keys([event.file])
    record(Deed.EXPIRED, about=event_id, by=by)
    return True


def _locked(event: Event) -> Event:
    """Whoever ends an event, or joins a case to it, waits."""
    return Event.objects.select_for_update().get(pk=event.pk)
