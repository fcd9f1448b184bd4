"""Children and what their teams keep: for a member of the team, and for nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.cases.children_states import ChildState
from kintrace.cases.children_told import FAMILY_ROWS
from kintrace.cases.lookups.reunion import after_contact
from kintrace.cases.models import Child, ChildClaim, ChildPage, ChildPhoto, ChildStep
from kintrace.protection import keeping
from kintrace.protection.retention import Kind
from kintrace.vault.reader import reader_in_force
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member


def children_of(member: Member) -> QuerySet[Child]:
    """Those of the member's own teams, the newest first."""
    own = Child.objects.filter(society_id=member.society_id, team__members__member=member)
    return own.select_related("team").order_by("-registered", "pk")


def child_for(member: Member, child_id: UUID) -> Child:
    """A child of the member's own teams, or 404: the same for foreign, absent and of others."""
    return get_object_or_404(children_of(member), pk=child_id)


def claim_for(member: Member, claim_id: UUID) -> ChildClaim:
    """Somebody who says to be family of such a child, or 404."""
    own = ChildClaim.objects.filter(
        society_id=member.society_id, child__team__members__member=member
    )
    return get_object_or_404(own.select_related("child__team"), pk=claim_id)


def is_of_the_team(member: Member, child: Child) -> bool:
    return children_of(member).filter(pk=child.pk).exists()


def page_of(child: Child, key: str) -> ChildPage | None:
    return child.pages.filter(page=key).first()


def pages_of(child: Child) -> dict[str, ChildPage]:
    """The pages that were answered, by key."""
    return {one.page: one for one in child.pages.all()}


def answers_of(child: Child, key: str) -> dict[str, list[str]]:
    """As they were typed, in the open box; nothing where the page was not answered."""
    page = page_of(child, key)
    return dict(page.told["answers"]) if page else {}


def steps_of_child(child: Child) -> list[ChildStep]:
    return list(child.steps.select_related("by", "proposed_by"))


def photo_of_child(child: Child) -> ChildPhoto | None:
    return ChildPhoto.objects.filter(child=child).select_related("child__team").first()


def with_photo(member: Member) -> list[ChildPhoto]:
    """Photos of children whom the member's teams still look after."""
    going_on = children_of(member).exclude(state=ChildState.CLOSED)
    rows = ChildPhoto.objects.filter(child__in=going_on).select_related("child__team")
    return list(rows.order_by("-child__registered", "pk"))


def child_known_as(subject: UUID, *, locked: bool = False) -> Child | None:
    own = Child.objects.filter(society_id=reader_in_force().society, subject=subject)
    rows = own.select_for_update(of=("self",)) if locked else own
    return rows.select_related("team").first()


def children_among(subjects: Collection[UUID]) -> frozenset[UUID]:
    """Those of many subjects who are children of a team of the reader's society."""
    own = Child.objects.filter(society_id=reader_in_force().society, subject__in=list(subjects))
    return frozenset(own.values_list("subject", flat=True))


def proposed_to_go_home() -> frozenset[UUID]:
    """Of the reader's society, children of whom the first of two said that they go home."""
    own = Child.objects.filter(society_id=reader_in_force().society, proposed_by__isnull=False)
    return frozenset(own.values_list("subject", flat=True))


def subject_of_kin(child: Child, row: int) -> UUID:
    """The number of one of the child's family, by the row of the page that tells of them; only who
    can open the child's file knows it. Raises KeyNotAtHand."""
    return mark_of(child.pk, file=child.file, purpose=f"family {row}")


def subjects_of_family(child: Child) -> list[UUID]:
    return [subject_of_kin(child, row) for row in range(1, FAMILY_ROWS + 1)]


def last_day_of_child(child: Child) -> date | None:
    """When everything about the child goes; None while the team works for it."""
    return keeping.last_day(Kind.CHILD, child.closed.date()) if child.closed else None


def children_over(today: date) -> list[Child]:
    """Those whose time is over, of the reader's society."""
    ended = Child.objects.filter(
        society_id=reader_in_force().society, state=ChildState.CLOSED, closed__isnull=False
    )
    return [one for one in ended if (last_day_of_child(one) or today) < today]


def days_at_home(child: Child) -> list[date]:
    """The days ahead on which a child that went home is asked how it is, as its society settled
    them, counted from the day on which it went; none for a child that is elsewhere."""
    went = child.steps.filter(after=ChildState.REUNIFIED).order_by("at", "pk").last()
    if went is None or child.state != ChildState.REUNIFIED:
        return []
    today, since = timezone.localdate(), timezone.localdate(went.at)
    every = (since + timedelta(days=one) for one in after_contact(child.society_id).days)
    return [day for day in every if day > today]
