"""The end of Red Cross Messages: what must stop, what is erased, what is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.red_cross_moves import end, take_from_partner
from kintrace.cases.models import RedCrossMessage, RedCrossPaper, RedCrossPart
from kintrace.cases.red_cross import (
    ON_ITS_WAY,
    REPLY,
    UNDER_WAY,
    WITH_WHO_GETS_IT,
    Cancelled,
    Returned,
    State,
)
from kintrace.network.lookups import left_societies
from kintrace.network.lookups import society as society_of
from kintrace.protection import keeping
from kintrace.protection.actions import erase_keys
from kintrace.protection.lookups import not_with
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Kind
from kintrace.vault.reader import reader_in_force, reading_as

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.audit.actors import Actor
    from kintrace.protection.holders import Stop

FOR_GOOD = frozenset({Cause.WITHDRAWN, Cause.EXPIRED, Cause.DO_NOT_FIND, Cause.SOCIETY_LEFT})


@transaction.atomic
def stop(subject: UUID, *, why: Stop, by: Actor) -> list[RedCrossMessage]:
    """Call off what may not go on. On hold nothing is called off: each step asks."""
    stopped = [one for one in _with_words(subject) if _must_stop(one, why)]
    for message in stopped:
        _call_off(message, by)
    return stopped


@transaction.atomic
def stop_of_child(subject: UUID, *, to: Collection[UUID] | None = None, by: Actor) -> None:
    """Call off what a child wrote: all of it, or what goes to some."""
    for message in _with_words(subject):
        if to is None or message.addressee in to:
            _call_off(message, by)


def _call_off(message: RedCrossMessage, by: Actor) -> None:
    if message.state in WITH_WHO_GETS_IT:  # it arrived; the other society keeps no word of it
        take_from_partner(message)
        record(Deed.CALLED_OFF_RED_CROSS, about=message.pk, by=by)
    else:
        end(message, State.CANCELLED, why=Cancelled.STOPPED, by=by)


def with_partners() -> frozenset[UUID]:
    """Who sends the messages that lie with other societies, of the reader's own."""
    there = _own().filter(_may_be_called_off(), partner__isnull=False)
    return frozenset(there.values_list("subject", flat=True))


def _with_words(subject: UUID) -> list[RedCrossMessage]:
    """From or to a person, and not at its end; of what was delivered, what another society has."""
    about = Q(subject=subject) | Q(addressee=subject)
    found = _own().filter(about, _may_be_called_off()).select_related("paper")
    return list(found.select_for_update(of=("self",)))  # who writes an answer waits, then asks


def _may_be_called_off() -> Q:
    going = Q(state__in=[State.WRITING, *UNDER_WAY])
    answers = RedCrossPart.objects.filter(kind=REPLY).values("message")
    words = Q(paper__isnull=False) | Q(pk__in=answers)  # an answer outlives the text
    there = words & Q(state__in=WITH_WHO_GETS_IT, partner__isnull=False)
    return going | there


def _must_stop(message: RedCrossMessage, why: Stop) -> bool:
    if why.cause is Cause.MUST_NOT_LEARN:
        return message.partner_id is not None and _is_feared(message, message.partner_id)
    if Purpose.MESSAGE not in why.purposes:
        return False
    if why.cause is Cause.RESTORED:  # nobody knows what was stopped since
        return message.partner_id is not None
    return why.cause in FOR_GOOD


def _is_feared(message: RedCrossMessage, partner: UUID) -> bool:
    country = society_of(partner).country
    each = (message.subject, message.addressee)
    return any(not_with(one).forbids(society=partner, country=country) for one in each)


@transaction.atomic
def forget(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete every message from or to a person, here and where it was delivered; their files."""
    files: set[UUID] = set()
    about = Q(subject=subject) | Q(addressee=subject)
    for message in _own().filter(about).select_for_update():
        files |= set(RedCrossPaper.objects.filter(message=message).values_list("file", flat=True))
        _without_parts(message)
        record(Deed.ERASED, about=message.pk, by=by, also=filter(None, [message.partner_id]))
        message.delete()
    return files


def _without_parts(message: RedCrossMessage, **which: object) -> None:
    """Delete parts at both societies: each sees its own rows alone."""
    for society in filter(None, (message.society_id, message.partner_id)):
        with reading_as(society):
            RedCrossPart.objects.filter(message=message, society_id=society, **which).delete()


@transaction.atomic
def expire(today: date, *, by: Actor) -> tuple[int, int]:
    """Messages never finished, and words whose time is over; how many of each."""
    for message in _own().filter(state__in=ON_ITS_WAY, partner__in=left_societies()):
        end(message, State.RETURNED, why=Returned.LEFT, by=by)
    return _drop_unfinished(today, by=by), _end_texts(today, by=by) + _end_replies(today, by=by)


def _drop_unfinished(today: date, *, by: Actor) -> int:
    before = today - keeping.term(Kind.DRAFT, on=today)
    old = list(_own().filter(state=State.WRITING, changed__date__lt=before))
    for message in old:
        _erase_text(message)
        record(Deed.EXPIRED, about=message.pk, by=by)
        message.delete()
    return len(old)


def _end_texts(today: date, *, by: Actor) -> int:
    """Thirty days after it was delivered or ended. What waits to be delivered is kept."""
    before = today - keeping.term(Kind.RED_CROSS, on=today)
    over = Q(delivered__lt=before) | Q(ended__lt=before)
    old = list(_own().filter(over, paper__isnull=False))
    for message in old:
        _erase_text(message)
        record(Deed.EXPIRED, about=message.pk, by=by)
    return len(old)


def _erase_text(message: RedCrossMessage) -> None:
    """Every word but an answer, which has a time of its own; the key, and whose message it was."""
    for kind in lookups.WRITTEN_AT_HOME:
        _without_parts(message, kind=kind)
    papers = RedCrossPaper.objects.filter(message=message)
    erase_keys(list(papers.values_list("file", flat=True)))
    papers.delete()


def _end_replies(today: date, *, by: Actor) -> int:
    """Thirty days after the sender got it, and never before that."""
    before = today - keeping.term(Kind.RED_CROSS, on=today)
    given = _own().filter(reply_given__lt=before)
    old = [one for one in given if one.parts.filter(kind=REPLY).exists()]
    for message in old:
        _without_parts(message, kind=REPLY)
        record(Deed.EXPIRED, about=message.pk, by=by)
    return len(old)


def _own() -> QuerySet[RedCrossMessage]:
    return RedCrossMessage.objects.filter(society_id=reader_in_force().society)
