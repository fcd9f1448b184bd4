"""What `protection` asks of “safe and well” about a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import safe
from kintrace.cases.safe_words import Sentence
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import SafeAndWell
    from kintrace.protection.holders import Stop


class OfSafeAndWell(Quiet):
    """On hold nothing is found, for every search asks; what ended for good is emptied."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        feared = why.cause is Cause.MUST_NOT_LEARN
        if why.cause is Cause.HOLD or not (feared or Purpose.MESSAGE in why.purposes):
            return []
        said = _("Nobody is told any more that the person is safe and well.")
        return [said] if safe.stop(subject, by=by) else []

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = safe.forget(subject, by=by)
        said = _("What the family could be told of “safe and well” is deleted.")
        return Gone((said,), frozenset(files)) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        return [line for one in lookups.safe_of(subject) for line in _lines(one)]

    def records(self, subject: UUID) -> list[UUID]:
        return [one.pk for one in lookups.safe_of(subject)]

    def clocks(self, subject: UUID) -> list[Clock]:
        every = lookups.safe_of(subject)
        return [Clock(Kind.SAFE, one.until) for one in every if not lookups.is_over(one)][-1:]

    def expire(self, today: date) -> Counter[Kind]:
        over = safe.expire(today, by=Machine(reader_in_force().society))
        return +Counter({Kind.SAFE: over})


def _lines(entry: SafeAndWell) -> list[Line]:
    codes = (entry.told or {}).get("sentences", [])
    said = " ".join(str(Sentence(code).label) for code in codes)
    # Visitors read this.
    name = _("What your family may be told")
    # Visitors read this.
    until = _("May be told until")
    return [Line(name, said), Line(until, date_format(entry.until, "DATE_FORMAT"))] if said else []
