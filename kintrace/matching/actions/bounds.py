"""How many pairs two societies are proposed: whoever lays many invented cards to learn who is known
elsewhere is answered slowly. What is over waits, and nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from kintrace.matching.models import Candidate, Proposed
from kintrace.matching.pairs import OF_ONE_CARD
from kintrace.matching.words import State

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kintrace.matching.pairs import Pair
    from kintrace.people.lookups import Found

_log = structlog.get_logger()


def making_room(pair: Pair) -> list[Candidate] | None:
    """The pairs that go so that this one stands, where one of the two cards has as many as may wait
    for a word; None where all of them are as likely as this."""
    gone = []
    for one in (pair.first, pair.second):
        waiting = list(_waiting(one, pair.beside(one)))
        if len(waiting) < OF_ONE_CARD:
            continue
        if waiting[0].weight >= pair.weighed.bits:
            return None
        gone.append(waiting[0])
    return gone


def _waiting(one: Found, other: Found) -> QuerySet[Candidate]:
    """Of a card with the society of the other: those of which nobody said or asked anything, the
    least likely first."""
    sides = Q(first=one.subject, second_society=other.society)
    sides |= Q(second=one.subject, first_society=other.society)
    untouched = {"judgements": None, "first_opens": None, "second_opens": None}
    return Candidate.objects.filter(sides, state=State.OPEN, **untouched).order_by("weight", "pk")


def count_one(pair: Pair) -> bool:
    """Count a pair that is proposed or renewed today; False where as many were as may be. It counts
    for the society that laid the newer card. Pairs that went since were read: they count, too."""
    newer, today = pair.newer, timezone.localdate()
    row, _is_new = Proposed.objects.select_for_update().get_or_create(
        society_id=newer.society,
        other_society_id=pair.beside(newer).society,
        defaults={"day": today},
    )
    if row.day != today:
        row.day, row.number = today, 0
    if row.number >= settings.PAIRS_A_DAY:
        return False
    row.number += 1
    row.save(update_fields=["day", "number"])
    if row.number == settings.PAIRS_A_DAY:
        societies = (str(row.society_id), str(row.other_society_id))
        _log.warning("matcher.day_is_full", society=societies[0], other=societies[1])
    return True
