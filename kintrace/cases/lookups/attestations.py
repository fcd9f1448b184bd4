"""Certificates of a society's cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from kintrace.cases.lookups.cases import open_cases_of
from kintrace.cases.lookups.red_cross import red_cross_in
from kintrace.cases.models import Attestation, Case
from kintrace.cases.red_cross import WITH_WHO_GETS_IT
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member

State = Attestation.State


def attestations_of(case: Case) -> list[Attestation]:
    """Every certificate of a case, the newest first."""
    return list(case.attestations.select_related("asked_by", "issued_by"))


def kinds_certified(case: Case) -> list[str]:
    """Of which kinds there is something to certify: news to the family once some was delivered."""
    news = any(one.state in WITH_WHO_GETS_IT for one in red_cross_in(case))
    return [Attestation.Kind.TRACING, *([Attestation.Kind.NEWS] if news else [])]


def kinds_to_ask_for(case: Case) -> list[str]:
    """Those of which none is under way."""
    under_way = case.attestations.exclude(state=State.WITHDRAWN).values_list("kind", flat=True)
    there = set(under_way)
    return [kind for kind in kinds_certified(case) if kind not in there]


def attestation_for(member: Member, attestation_id: UUID) -> Attestation:
    own = Attestation.objects.filter(society_id=member.society_id).select_related("case")
    return get_object_or_404(own, pk=attestation_id)


def attestations_to_issue(member: Member) -> QuerySet[Attestation]:
    """Those that wait for another member than who asked, in cases that go on."""
    waiting = Attestation.objects.filter(state=State.REQUESTED, case__in=open_cases_of(member))
    return waiting.exclude(asked_by=member.pk).select_related("case").order_by("asked")


def attestations_about(subject: UUID) -> list[Attestation]:
    """Those of an enquirer in the reader's society, the oldest first."""
    own = Attestation.objects.filter(society_id=reader_in_force().society)
    return list(own.filter(case__subject=subject).select_related("case").order_by("asked"))
