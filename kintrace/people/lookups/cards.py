"""Index cards: by subject, or by what a description asks for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nsmallest
from math import log2
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q

from kintrace.people import card_keys
from kintrace.people.card_tags import epoch_now, tagger_of
from kintrace.people.cards import Card
from kintrace.people.models import CardTags, IndexCard
from kintrace.vault.lookups import network_slots_in
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import QuerySet

    from kintrace.people.card_keys import Keys

PER_TAG = 400  # a tag that more cards share says too little to follow it further
PER_YEAR = 100  # the same of a word with a year of birth: most who share it share nothing more

_BY_TAG = {
    "postgresql": (
        "SELECT asked.tag, found.card_id::text "
        "FROM unnest(%s::bigint[], %s::int[]) AS asked(tag, most) CROSS JOIN LATERAL ("
        "SELECT card_id FROM people_cardtags WHERE tags @> ARRAY[asked.tag] LIMIT asked.most"
        ") AS found"
    ),
    "sqlite": "SELECT tag, card_id FROM people_cardtag WHERE tag = %s LIMIT %s",
}


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """A card that is open, whose it is, and its number when it was laid."""

    id: UUID
    subject: UUID
    society: UUID
    number: int
    card: Card


def card_row(subject: UUID) -> IndexCard | None:
    """The row of a subject's card; opens nothing."""
    return _ours().filter(subject=subject).first()


def card_of(subject: UUID) -> Card | None:
    """What stands on a subject's card."""
    row = card_row(subject)
    return Card.from_json(row.told) if row else None


def cards_among(ids: Iterable[UUID]) -> list[Found]:
    """Cards of the reader's society by their ids, in no order."""
    return opened(_ours().filter(pk__in=list(ids)))


def cards_to_search(most: int) -> list[Found]:
    """The cards of the reader's society that were not held beside the others as they are now, the
    oldest first."""
    waiting = _ours().filter(~Q(searched=F("number")))
    return opened(waiting.order_by("number")[:most])


def how_many_cards() -> int:
    """How many cards the reader's society has."""
    return _ours().count()


def opened(rows: Iterable[IndexCard]) -> list[Found]:
    """Read what stands on these cards."""
    laid = list(rows)
    reader_in_force().take({row.file for row in laid})
    return [
        Found(row.pk, row.subject, row.society_id, row.number, Card.from_json(row.told))
        for row in laid
    ]


def cards_of_network(subjects: Iterable[UUID]) -> QuerySet[IndexCard]:
    """Those cards of these subjects that other societies' searches may be held beside."""
    return _ours().filter(_is_open_to_network(), subject__in=list(subjects))


def shut_to_network() -> QuerySet[IndexCard]:
    """The other cards of the reader's society: held beside those of their own alone."""
    return _ours().filter(~_is_open_to_network())


def cards_to_tag(epoch: int) -> QuerySet[IndexCard]:
    """Cards of the reader's society without tags of this year."""
    tagged = CardTags.objects.filter(card=OuterRef("pk"), epoch=epoch)
    return _ours().filter(~Exists(tagged)).order_by("number")


def found_by(card: Card, *, most: int) -> list[Found]:
    """The cards of the reader's society that share the rarest keys with a description, at most so
    many, those first that share most."""
    best = [UUID(one) for one in ranked(*_shared(card_keys.asked(card)), most=most)]
    place = {one: number for number, one in enumerate(best)}
    return sorted(cards_among(best), key=lambda found: place[found.id])


def ranked(shared: Iterable[tuple[int, str]], about: Mapping[int, str], *, most: int) -> list[str]:
    """Cards, in writing, by the tags they share: a tag is worth more the fewer share it, and of
    those that are about the same the best one counts."""
    holders: dict[int, set[str]] = defaultdict(set)
    for tag, card in shared:
        holders[tag].add(card)
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for tag, cards in holders.items():
        bits, what = max(0.5, log2(PER_TAG * 2 / len(cards))), about[tag]
        for one in cards:
            best[what][one] = max(bits, best[what].get(one, 0))
    worth: dict[str, float] = defaultdict(float)
    for found in best.values():
        for one, bits in found.items():
            worth[one] -= bits
    return [one for _worth, one in nsmallest(most, zip(worth.values(), worth, strict=True))]


def _shared(keys: Keys) -> tuple[list[tuple[int, str]], dict[int, str]]:
    """(tag, card) for every card under one of these keys, in this year's tags and older ones, and
    what each tag is about."""
    society, found, about = reader_in_force().society, list[tuple[int, str]](), dict[int, str]()
    most = [PER_YEAR if card_keys.is_of_a_year(key) else PER_TAG for key in keys]
    for epoch in _epochs():
        with tagger_of(society, epoch=epoch) as tagger:
            tags = tagger.tags(keys)
        about |= zip(tags, keys.values(), strict=True)
        found += _by_tag(tags, most)
    return found, about


def _epochs() -> list[int]:
    """This year, and earlier ones as long as cards of them are not tagged anew: from the oldest
    on, for to ask which years there are the database would read every card of last year."""
    this, rows = epoch_now(), CardTags.objects.order_by("epoch")
    oldest = rows.values_list("epoch", flat=True).first()
    return [this, *range(this if oldest is None else oldest, this)]


def _by_tag(tags: list[int], most: list[int]) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_BY_TAG["postgresql"], [tags, most])
            return list(cursor.fetchall())
        asked = zip(tags, most, strict=True)
        return [row for tag, limit in asked for row in _of_sqlite(cursor, tag, limit)]


def _of_sqlite(cursor: Any, tag: int, most: int) -> list[tuple[int, str]]:
    cursor.execute(_BY_TAG["sqlite"], [tag, most])
    return list(cursor.fetchall())


def _is_open_to_network() -> Exists:
    slots = network_slots_in(reader_in_force().society)
    return Exists(slots.filter(file=OuterRef("file")))


def _ours() -> QuerySet[IndexCard]:
    return IndexCard.objects.filter(society_id=reader_in_force().society)
