"""Pairs proposed, renewed and withdrawn by the machine. Nothing is told to anybody by that."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from kintrace.matching.actions import bounds
from kintrace.matching.lookups import ACROSS, label
from kintrace.matching.models import Candidate, Judgement
from kintrace.matching.pairs import coarse, more
from kintrace.matching.words import State
from kintrace.people.lookups import network_cards
from kintrace.protection import keeping
from kintrace.protection.retention import Kind
from kintrace.vault.network import seal_to_intake
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.matching.pairs import Pair
    from kintrace.people.lookups import Found


@transaction.atomic
def propose(pair: Pair) -> Candidate:
    """A pair of one society, as it stands now: new, or weighed anew. One that was dismissed is
    looked at again when a fact changed, and not before."""
    row, is_new = _row(pair)
    if is_new or _is_changed(row, pair):
        _weigh(row, pair)
        row.save()
    return row


@transaction.atomic
def propose_across(pair: Pair) -> frozenset[UUID]:
    """The same for two societies, each of which reads coarse facts of the other side. Done by the
    matching worker, under `reading_as_network`. Raises KeyNotAtHand without an intake pair.

    Where more is likely than may be proposed the likeliest stand; answers the cards that have
    their turn again another day for the others.
    """
    row, is_new = _row(pair)
    changed = is_new or _is_changed(row, pair)
    if not changed and row.facts_for_first is not None:  # it was not taken back meanwhile
        return frozenset()
    gone = bounds.making_room(pair) if is_new else []
    both = frozenset({pair.first.id, pair.second.id})
    if gone is None or not bounds.count_one(pair):
        return both
    _delete(Candidate.objects.filter(pk__in=[one.pk for one in gone]))
    if changed:
        _weigh(row, pair)
    _tell_both(row, pair)
    return both if gone else frozenset()


def _tell_both(row: Candidate, pair: Pair) -> None:
    row.facts_for_first = _sealed(row, coarse(pair.second.card), to=pair.first)
    row.facts_for_second = _sealed(row, coarse(pair.first.card), to=pair.second)
    row.more_for_first = row.more_for_second = None
    row.first_opens = row.second_opens = None
    row.save()


@transaction.atomic
def open_more(row: Candidate, *, first: Found, second: Found) -> None:
    """Both societies agreed: each reads more of the other side. Done by the matching worker."""
    row.more_for_first = _sealed(row, more(second.card), to=first)
    row.more_for_second = _sealed(row, more(first.card), to=second)
    row.save(update_fields=["more_for_first", "more_for_second"])


@transaction.atomic
def withdraw_stale(subject: UUID, *, across: bool, but: Collection[UUID]) -> int:
    """Take back open pairs of a subject that nobody judged and the search does not find any more;
    answers how many. across: those with other societies alone; else those of the own. but: the
    other subjects of pairs that are found."""
    found = Q(first__in=list(but)) | Q(second__in=list(but))
    rows = _of([subject]).filter(state=State.OPEN, judgements=None).exclude(found)
    return _delete(rows.filter(ACROSS if across else ~ACROSS))


@transaction.atomic
def stop_pairs(subjects: Collection[UUID], *, across: bool) -> int:
    """These subjects must not be compared any more; answers how many pairs went. across: with other
    societies alone."""
    rows = _of(subjects)
    return _take_back(rows.filter(ACROSS) if across else rows)


@transaction.atomic
def stop_shut() -> int:
    """The same for pairs of which a card lies no longer open to the network. Done by the matching
    worker."""
    shut = ~Exists(network_cards().filter(subject=OuterRef("first"))) | ~Exists(
        network_cards().filter(subject=OuterRef("second"))
    )
    return _take_back(Candidate.objects.filter(ACROSS, shut))


@transaction.atomic
def part_pairs(society: UUID) -> int:
    """A society left the network: nothing of others' people is left to it, nor of its own to
    others."""
    ours = Q(first_society=society) | Q(second_society=society)
    return _delete_with_words(Candidate.objects.filter(ours, ACROSS))


@transaction.atomic
def forget_pairs(subject: UUID) -> int:
    """Delete every pair of a subject who is erased, judged or not."""
    return _delete_with_words(_of([subject]))


@transaction.atomic
def expire_pairs(today: date) -> int:
    """Delete pairs of the reader's society that were settled long ago; answers how many."""
    last = today - keeping.term(Kind.PAIR, on=today)
    society = reader_in_force().society
    ours = Q(first_society=society) | Q(second_society=society)
    old = Candidate.objects.filter(ours, settled__date__lt=last)
    return _delete_with_words(old)


def _row(pair: Pair) -> tuple[Candidate, bool]:
    both = {"first": pair.first.subject, "second": pair.second.subject}
    row = Candidate.objects.select_for_update().filter(**both).first()
    if row is not None:
        return row, False
    society, other = pair.first.society, pair.second.society
    return Candidate(**both, first_society_id=society, second_society_id=other), True


def _is_changed(row: Candidate, pair: Pair) -> bool:
    return (row.first_number, row.second_number) != (pair.first.number, pair.second.number)


def _weigh(row: Candidate, pair: Pair) -> None:
    row.weight = pair.weighed.bits
    row.reasons = [[one.code.value, round(one.bits, 1)] for one in pair.weighed.reasons]
    row.first_number, row.second_number = pair.first.number, pair.second.number
    if row.state == State.DISMISSED:  # proposed anew: what was said before does not count
        row.state, row.settled, row.found = State.OPEN, None, timezone.now()


def _sealed(row: Candidate, facts: dict[str, Any], *, to: Found) -> bytes:
    plain = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return seal_to_intake(to.society, plain.encode(), label=label(row, to.society))


def _of(subjects: Collection[UUID]) -> QuerySet[Candidate]:
    some = list(subjects)
    return Candidate.objects.filter(Q(first__in=some) | Q(second__in=some))


def _take_back(rows: QuerySet[Candidate]) -> int:
    """What nobody judged goes. Of the others what was said stays, and nobody reads any more of the
    other side; how many went."""
    told = Q(facts_for_first__isnull=False) | Q(facts_for_second__isnull=False)
    rows.filter(told).update(
        **dict.fromkeys(("facts_for_first", "facts_for_second"), None),
        **dict.fromkeys(("more_for_first", "more_for_second"), None),
        **dict.fromkeys(("first_opens", "second_opens"), None),
    )
    return _delete(rows.filter(state=State.OPEN, judgements=None))


def _delete_with_words(rows: QuerySet[Candidate]) -> int:
    """And what was said of them. Never done by the matching worker, which may not."""
    found = list(rows.values_list("pk", flat=True))
    Judgement.objects.filter(candidate__in=found).delete()
    return _delete(Candidate.objects.filter(pk__in=found))


def _delete(rows: QuerySet[Candidate]) -> int:
    """Pairs of which nobody said anything; how many."""
    found = list(rows.values_list("pk", flat=True))
    Candidate.objects.filter(pk__in=found).delete()
    return len(found)
