"""Whether anything is kept of a subject, and what was erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import Http404

from kintrace.network.access import Right, has
from kintrace.protection import holders
from kintrace.protection.lookups.bases import every_basis
from kintrace.protection.lookups.rows import ours
from kintrace.protection.models import Basis, Compared, Erasure, Hold, NoticeGiven, RiskAnswers
from kintrace.vault.fields import Sealed

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kintrace.network.models import Member


def is_erased(subject: UUID) -> bool:
    return any_erased([subject])


def any_erased(subjects: Collection[UUID]) -> bool:
    """Whether anybody of several was erased."""
    return ours(Erasure).filter(subject__in=subjects).exists()


def erased_among(subjects: Collection[UUID]) -> frozenset[UUID]:
    """Those of many subjects who were erased."""
    rows = ours(Erasure).filter(subject__in=list(subjects))
    return frozenset(rows.values_list("subject", flat=True))


def other_rows(subject: UUID) -> tuple[QuerySet[Any], ...]:
    """All this folder keeps of a subject beside bases and the fact of an erasure.

    The register of who does not want to be found is not among them: it outlives a case.
    """
    kept = (ours(NoticeGiven), ours(RiskAnswers), ours(Hold), ours(Compared))
    return tuple(rows.filter(subject=subject) for rows in kept)


def open_erasures() -> list[Erasure]:
    """Erasures of the reader's society that may have left a slot somewhere."""
    return list(ours(Erasure).filter(finished=None))


def erased_subjects() -> list[UUID]:
    """Everybody of the reader's society who was ever erased: ids that lead nowhere any more."""
    return list(ours(Erasure).order_by("subject").values_list("subject", flat=True))


def is_in_use(file: UUID) -> bool:
    """Whether a row of any folder is still sealed under this file's key."""
    sealed = (model for model in apps.get_models() if issubclass(model, Sealed))
    return any(QuerySet(model).filter(file=file).exists() for model in sealed)


def known(subject: UUID) -> UUID:
    """The subject, if anything of it was kept in the reader's society; else 404."""
    if not is_known(subject):
        raise Http404
    return subject


def within_reach(member: Member, subject: UUID) -> UUID:
    """The subject, if the member may act for them: anybody of the society for who reads cases,
    else whose words they wrote down, or whom they informed and nothing more is kept of. Or 404."""
    if not (has(member, Right.READ_CASES) or _is_own(member, subject)):
        raise Http404
    return known(subject)


def _is_own(member: Member, subject: UUID) -> bool:
    if holders.wrote_down(subject, by=member):
        return True
    informed = ours(NoticeGiven).filter(subject=subject, given_by=member.pk).exists()
    return informed and not holders.known([subject])


def is_known(subject: UUID) -> bool:
    """Whether anything of a subject was ever kept in the reader's society. That another society's
    search was compared with the register tells of nobody here."""
    told: tuple[type[Any], ...] = (NoticeGiven, RiskAnswers, Hold, Erasure)
    kept = (ours(model).filter(subject=subject) for model in told)
    return any(rows.exists() for rows in (every_basis(subject), *kept))


def everybody_informed() -> list[UUID]:
    """All of the reader's society who were ever given the notice: of nobody else anything stands
    where others see it."""
    return sorted(set(ours(NoticeGiven).values_list("subject", flat=True)))


def subjects_in(files: Collection[UUID]) -> list[UUID]:
    """Of whom something stands in these files, and nobody erased it: after a backup came back."""
    found = ours(Basis).filter(file__in=files).values_list("subject", flat=True).distinct()
    return sorted(subject for subject in found if not is_erased(subject))
