"""What waits around a child, for the members of its team alone; no line names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.children_states import ChildState
from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Child
    from kintrace.network.models import Member


def children_waiting(member: Member) -> Iterator[Work]:
    """The last step that another member proposed; a child to be looked at again."""
    if not has(member, Right.LOOK_AFTER_CHILDREN):
        return
    for child in lookups.children_of(member).exclude(state=ChildState.CLOSED):
        yield from _lines(child, member)


def _lines(child: Child, member: Member) -> Iterator[Work]:
    where = reverse("cases:child", args=[child.pk])
    if child.proposed_by_id not in {None, member.pk}:
        words = _("Look at it as the second member before a child goes to its family.")
        yield Work(words, where, "shield", timezone.localdate())
    words = _("Look again how a child is cared for.")
    if child.state == ChildState.REUNIFIED:
        words = _("Ask how a child is that went home.")
    yield Work(words, where, "shield", child.next_review)
