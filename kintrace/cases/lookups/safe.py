"""Safe and well: found by who knows enough, and by nobody who looks through a list."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import connection
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.cases.models import SafeAndWell
from kintrace.cases.safe_words import State
from kintrace.protection import holders
from kintrace.protection.lookups import is_erased, is_known, may, not_with
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

# How often the database is asked whether an entry may be told: as often where there is none.
ASKED = 24
# The same where it is taken back, and with it that anybody looks.
TAKEN_BACK = 128


def safe_found(member: Member, tags: set[str]) -> list[SafeAndWell]:
    """What may be told to who knows one of these keys: nothing looks like nothing, whyever, and
    takes as long."""
    rows = safe_known(member, tags).filter(until__gte=timezone.localdate())
    with as_often_as_ever():
        return [one for one in rows if _may_be_told(one)]


def safe_known(member: Member, tags: set[str]) -> QuerySet[SafeAndWell]:
    """All that is kept under one of these keys, whether or not it may be told."""
    rows = SafeAndWell.objects.filter(society_id=member.society_id, tags__tag__in=tags)
    return rows.distinct().order_by("-day")


@contextmanager
def as_often_as_ever(most: int = ASKED) -> Iterator[None]:
    """A no comes early or late, and where nobody is known nothing is asked: what is left up to
    `most` is asked about nobody, or who waits could tell one from the other."""
    done = 0

    def counted(ask: Callable[..., Any], *asked: Any) -> Any:
        nonlocal done
        done += 1
        return ask(*asked)

    with connection.execute_wrapper(counted):
        yield
        while done < most:
            is_erased(uuid4())


def _may_be_told(entry: SafeAndWell) -> bool:
    return bool(may(entry.subject, Purpose.MESSAGE)) and not not_with(entry.subject)


def safe_for(member: Member, entry_id: UUID) -> SafeAndWell:
    own = SafeAndWell.objects.filter(society_id=member.society_id)
    return get_object_or_404(own, pk=entry_id)


def safe_in(case: Case) -> SafeAndWell | None:
    """The newest of the person of a case, over or not."""
    return SafeAndWell.objects.filter(case=case.pk).order_by("-day", "-until").first()


def safe_of(subject: UUID) -> list[SafeAndWell]:
    own = SafeAndWell.objects.filter(society_id=reader_in_force().society, subject=subject)
    return list(own.order_by("day"))


def safe_alone_among(subjects: Collection[UUID]) -> frozenset[UUID]:
    """Those of many subjects who let something be told and have no case. Over, it is no more."""
    own = SafeAndWell.objects.filter(society_id=reader_in_force().society, case=None)
    return frozenset(own.filter(subject__in=list(subjects)).values_list("subject", flat=True))


def safe_alone_of(subjects: Collection[UUID]) -> dict[UUID, SafeAndWell]:
    """The same with what they let be told, by subject, for one page."""
    own = SafeAndWell.objects.filter(society_id=reader_in_force().society, case=None)
    found = list(own.filter(subject__in=list(subjects)))
    reader_in_force().take({one.file for one in found})
    return {one.subject: one for one in found}


def who_has_no_case(subject: UUID) -> UUID:
    """Somebody who was informed, and of whom nothing else is kept; else 404.

    Who has a case, who was found and a child in a team's care have doors of their own.
    """
    elsewhere = holders.known([subject]) - safe_alone_among([subject])
    if elsewhere or not is_known(subject):
        raise Http404
    return subject


def is_over(entry: SafeAndWell) -> bool:
    return entry.state == State.EXPIRED
