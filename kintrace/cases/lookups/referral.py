"""Whom a society passed on to somebody else who helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from kintrace.cases.lookups.cases import called, case_known_as, told_of
from kintrace.cases.lookups.findings import cases_of_enquirers, found_known_as
from kintrace.cases.lookups.found import located_known_as, sought_behind
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import Referral, Sought
from kintrace.cases.referral import GOING_ON, Helped
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case
    from kintrace.network.models import Member


def referral_for(member: Member, referral_id: UUID) -> Referral:
    own = Referral.objects.filter(society_id=member.society_id).select_related("by")
    return get_object_or_404(own, pk=referral_id)


def referrals_of(subject: UUID) -> list[Referral]:
    """Of a person, in the reader's society, the oldest first."""
    own = Referral.objects.filter(society_id=reader_in_force().society, subject=subject)
    return list(own.select_related("by"))


def referrals_going_on(member: Member) -> QuerySet[Referral]:
    own = Referral.objects.filter(society_id=member.society_id)
    return own.filter(standing__in=sorted(GOING_ON)).order_by("ask_on")


def helped_in(referral: Referral) -> Helped:
    return Helped.from_json(referral.told)


@dataclass(frozen=True, repr=False)
class Whose:
    """Whose referral it is: the enquirer's of a case, or that of a person sought who was found."""

    case: Case
    found: Sought | None = None

    @property
    def name(self) -> str:
        return called(self.found) if self.found else told_of(self.case.subject).called


def whose_referral(referral: Referral) -> Whose | None:
    """None for nobody any more."""
    located = located_known_as(referral.subject)
    sought = sought_behind(located) if located else None
    if sought is not None:
        return Whose(sought.case, sought)
    case = case_known_as(referral.subject)
    return Whose(case) if case else None


def whose_each(referrals: Iterable[Referral]) -> list[tuple[Referral, Whose]]:
    """As `whose_referral`, for a list; without those of nobody any more."""
    every = list(referrals)
    subjects = [one.subject for one in every]
    found, cases = found_known_as(subjects), cases_of_enquirers(subjects)
    whose: dict[UUID, Whose] = {subject: Whose(case) for subject, case in cases.items()}
    whose |= {
        subject: Whose(one.case, one) for subject, one in found.items() if isinstance(one, Sought)
    }
    return [(one, whose[one.subject]) for one in every if one.subject in whose]


def read_result(referral: Referral) -> str | None:
    """What came of it, "" while nobody wrote it; None while the box is shut."""
    return unless_shut(lambda: referral.result or "")
