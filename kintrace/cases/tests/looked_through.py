"""The list of cases as a member sees it, for the tests of this folder."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.test import Client
from django.utils import timezone

from kintrace.cases.models import Case
from kintrace.network.tests.cast import let_in
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member, Society

LIST = "/desk/cases/"


def listed(member: Member, asked: str = "", client: Client | None = None) -> Any:
    """The context of the list as this member sees it."""
    answer = let_in(client or Client(), member).get(f"{LIST}{asked}")
    assert answer.status_code == 200, answer.headers
    return answer.context


def codes(context: Any) -> set[str]:
    return {line.case.reference for line in context["lines"]}


def references(society: Society, ids: list[UUID]) -> set[str]:
    with reading_as(society.pk):
        return set(Case.objects.filter(pk__in=ids).values_list("reference", flat=True))


def falls_due(society: Society, case: UUID, *, days: int) -> None:
    with reading_as(society.pk):
        day = timezone.localdate() + timedelta(days=days)
        Case.objects.filter(pk=case).update(next_review=day)
