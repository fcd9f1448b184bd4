"""Requests of other societies in the work list, where somebody of ours may be whom they seek."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups as cases
from kintrace.cases.neighbours import Work
from kintrace.cases.transfers import Stand
from kintrace.cases.work_of import MINE
from kintrace.matching import lookups
from kintrace.matching.asked import may_be_shown
from kintrace.network.access import Right, has
from kintrace.people.lookups import card_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.cases.models import Incoming
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def requests_to_look_at(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Requests that fall to this member and that nobody here said which case they belong to."""
    if not has(member, Right.SEARCH_CARDS) or not has(member, Right.JUDGE_PAIRS):
        return
    for one, subjects in _waiting(member, of):
        if _is_somebody_shown(one, subjects):
            words = _("Somebody of your own society may be whom %(society)s seeks. Look at both.")
            url = reverse("cases:incoming", args=[one.pk])
            yield Work(words % {"society": one.sender.name}, url, "match", timezone.localdate())


def _waiting(member: Member, of: WorkOf) -> list[tuple[Incoming, list[UUID]]]:
    if not of.holds(None):
        return []
    theirs = cases.in_care_of(member, else_=Right.CHANGE_CASES, of=of)
    meant = lookups.maybe_meant()
    ours = theirs & Q(case=None, pk__in=meant.keys())
    return [(one, meant[one.pk]) for one in cases.every_incoming(Stand.ACCEPTED, whose=ours)]


def _is_somebody_shown(request: Incoming, subjects: list[UUID]) -> bool:
    """Asked at this moment, as the page does; and nobody was found for it yet."""
    whom = cases.afar_of(request)
    if whom is None or not cases.may_be_shared(whom.transfer) or cases.located_of(whom):
        return False
    cards = ((one, card_of(one)) for one in subjects)
    return any(card and may_be_shown(one, card, to=request.sender) for one, card in cards)
