"""What `protection` asks of “safe and well” about a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.cases import cards, lookups
from kintrace.cases.actions import safe
from kintrace.cases.safe_words import Sentence
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
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

    def elsewhere(self) -> frozenset[UUID]:
        return safe.told_of()

    def resume(self, subject: UUID, *, by: Actor) -> list[str]:
        del by
        alone = _alone(subject)
        if alone is not None:
            cards.follow_safe(alone)
        return []

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = safe.forget(subject, by=by)
        said = _("What the family could be told of “safe and well” is deleted.")
        return Gone((said,), frozenset(files)) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        return [line for one in lookups.safe_of(subject) for line in _lines(one)]

    def records(self, subject: UUID) -> list[UUID]:
        return [one.pk for one in lookups.safe_of(subject)]

    def page(self, subject: UUID) -> str:
        """For who has no case, whose page it would be."""
        alone = _alone(subject)
        return reverse("cases:safe_entry", args=[alone.pk]) if alone else ""

    def labels(self, subjects: Collection[UUID]) -> dict[UUID, str]:
        return dict.fromkeys(lookups.safe_alone_among(subjects), _("Safe and well"))

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.safe_alone_among(subjects)

    def clocks(self, subject: UUID) -> list[Clock]:
        every = lookups.safe_of(subject)
        return [Clock(Kind.SAFE, one.until) for one in every if not lookups.is_over(one)][-1:]

    def expire(self, today: date) -> Counter[Kind]:
        over = safe.expire(today, by=Machine(reader_in_force().society))
        return +Counter({Kind.SAFE: over})


def _alone(subject: UUID) -> SafeAndWell | None:
    return next((one for one in lookups.safe_of(subject) if one.case is None), None)


def _lines(entry: SafeAndWell) -> list[Line]:
    """What is told, and what somebody has to know to hear it."""
    told = entry.told or {}
    said = " ".join(str(Sentence(code).label) for code in told.get("sentences", []))
    # Visitors read this.
    name = _("What your family may be told")
    # Visitors read this.
    until = _("May be told until")
    day = date_format(entry.until, "DATE_FORMAT")
    return [Line(name, said), Line(until, day), *_key(told)] if said else []


def _key(told: dict[str, Any]) -> list[Line]:
    # Visitors read this.
    name = _("Name")
    # Visitors read this.
    year = _("Year of birth")
    # Visitors read this.
    father = _("Father’s name")
    names = " · ".join(filter(None, (told["name"], told["name_own"])))
    lines = [Line(name, names), Line(year, told["year"]), Line(father, told["father"])]
    return [line for line in lines if line.value]
