"""What waits around a child, for the members of its team alone; no line names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.children_states import ChildState
from kintrace.cases.neighbours import Work
from kintrace.cases.transfers import OUT, Stand
from kintrace.cases.worklist_transfers import asked_of_another, to_vouch
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Child, Transfer
    from kintrace.network.models import Member


STANDS = (*OUT, Stand.DECLINED, Stand.EXPIRED)


def children_waiting(member: Member) -> Iterator[Work]:
    """The last step that another member proposed; a child to be looked at again; what other
    societies do for it."""
    if not has(member, Right.LOOK_AFTER_CHILDREN):
        return
    own = list(lookups.children_of(member).exclude(state=ChildState.CLOSED))
    for child in own:
        yield from _lines(child, member)
    if has(member, Right.PROTECT_CHILDREN):
        theirs = {child.pk for child in own}
        waits = lookups.waits_for_our_verdict()
        yield from (to_vouch(one) for one in waits if one.child_id in theirs)


def _lines(child: Child, member: Member) -> Iterator[Work]:
    where = reverse("cases:child", args=[child.pk])
    if child.proposed_by_id not in {None, member.pk}:
        words = _("Look at it as the second member before a child goes to its family.")
        yield Work(words, where, "shield", timezone.localdate())
    words = _("Look again how a child is cared for.")
    if child.state == ChildState.REUNIFIED:
        words = _("Ask how a child is that went home.")
    yield Work(words, where, "shield", child.next_review)
    for one in lookups.transfers_of_child(child):
        yield from _elsewhere(one, member)


def _elsewhere(one: Transfer, member: Member) -> Iterator[Work]:
    """What another society does for the child, and what waits for the second member here."""
    second = has(member, Right.PROTECT_CHILDREN) and one.checked_by_id != member.pk
    if one.state == Stand.CHECKED and second:
        words = _("Look at it as the second member before %(society)s is asked to search.")
        where = reverse("cases:transfer_send", args=[one.pk])
        yield Work(words % {"society": one.chosen.name}, where, "shield", timezone.localdate())
    if one.state in STANDS:
        yield from asked_of_another(one)
