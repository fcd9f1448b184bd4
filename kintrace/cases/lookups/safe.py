"""Safe and well: found by who knows enough, and by nobody who looks through a list."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import connection
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.cases.models import SafeAndWell
from kintrace.cases.safe_words import State
from kintrace.protection.lookups import is_erased, may, not_with
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

# How often the database is asked whether an entry may be told: as often where there is none.
ASKED = 24


def safe_found(member: Member, tags: set[str]) -> list[SafeAndWell]:
    """What may be told to who knows one of these keys: nothing looks like nothing, whyever, and
    takes as long."""
    today = timezone.localdate()
    rows = SafeAndWell.objects.filter(
        society_id=member.society_id, tags__tag__in=tags, until__gte=today
    )
    with _as_often_as_ever():
        return [one for one in rows.distinct().order_by("-day") if _may_be_told(one)]


@contextmanager
def _as_often_as_ever() -> Iterator[None]:
    """A no comes early or late, and where nobody is known nothing is asked: what is left up to
    ASKED is asked about nobody, or who waits could tell one from the other."""
    done = 0

    def counted(ask: Callable[..., Any], *asked: Any) -> Any:
        nonlocal done
        done += 1
        return ask(*asked)

    with connection.execute_wrapper(counted):
        yield
        while done < ASKED:
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


def is_over(entry: SafeAndWell) -> bool:
    return entry.state == State.EXPIRED
