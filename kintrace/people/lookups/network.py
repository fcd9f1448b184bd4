"""Index cards as the matching worker sees them: of every society that lets the network compare."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import structlog
from django.db import connection
from django.db.models import Exists, F, OuterRef, Q

from kintrace.people import card_keys
from kintrace.people.card_tags import epoch_now
from kintrace.people.lookups.cards import PER_TAG, Found, opened, ranked
from kintrace.people.models import IndexCard, NetworkTags
from kintrace.vault.lookups import every_network_slot
from kintrace.vault.network import network_reader
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from django.db.models import QuerySet

    from kintrace.people.card_tags import Tagger
    from kintrace.people.cards import Card

_log = structlog.get_logger()
_BY_TAG = (
    "SELECT asked.tag, found.card_id FROM unnest(%s::bigint[]) AS asked(tag) "
    "CROSS JOIN LATERAL (SELECT card_id FROM people_networktags "
    "WHERE tags @> ARRAY[asked.tag] LIMIT %s) AS found"
)
AT_ONCE = 2000  # cards that are opened together, for a sweep


def network_cards() -> QuerySet[IndexCard]:
    """Every card that a slot opens to the network; nothing of it is opened."""
    network_reader()
    slots = every_network_slot().filter(file=OuterRef("file"))
    return IndexCard.objects.filter(Exists(slots))


def about_how_many() -> int:
    """How many cards the network may read, as PostgreSQL last estimated it: to count them takes a
    third of a second in a large network, and what hangs on it is rough itself."""
    if connection.vendor != "postgresql":
        return network_cards().count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'vault_networkslot'::regclass")
        return max(0, int(cursor.fetchone()[0]))


def network_cards_to_tag(most: int) -> list[Found]:
    """Cards that were laid or changed since the worker last looked, the oldest first."""
    now = NetworkTags.objects.filter(epoch=epoch_now())
    done = now.filter(card=OuterRef("pk"), number=OuterRef("number"))
    return _opened(network_cards().filter(~Exists(done)).order_by("number")[:most])


def network_cards_due(today: date, most: int) -> list[Found]:
    """Cards that were tagged and have their turn once more, the oldest first."""
    due = NetworkTags.objects.filter(card=OuterRef("pk"), number=OuterRef("number"))
    due = due.filter(epoch=epoch_now(), again__lte=today)
    return _opened(network_cards().filter(Exists(due)).order_by("number")[:most])


def network_cards_of(subjects: Iterable[UUID]) -> list[Found]:
    """The cards of these subjects, where the network may read them."""
    return _opened(network_cards().filter(subject__in=list(subjects)))


def every_network_card() -> Iterator[list[Found]]:
    """All of them, a part at a time, for a sweep."""
    after = None
    while True:
        rows = network_cards().order_by("pk")
        part = _opened((rows.filter(pk__gt=after) if after else rows)[:AT_ONCE])
        if not part:
            return
        yield part
        after = part[-1].id


def found_in_network(card: Card, *, tagger: Tagger, but: UUID, most: int) -> list[Found]:
    """Cards of other societies than `but` that share the rarest keys, those first that share
    most."""
    keys = card_keys.asked(card)
    tags = tagger.tags(keys)
    shared, about = _by_tag(tags), dict(zip(tags, keys.values(), strict=True))
    others = (
        network_cards().filter(pk__in={card for _tag, card in shared}).filter(~Q(society_id=but))
    )
    known = set(others.values_list("pk", flat=True))
    best = [UUID(one) for one in ranked(_in_writing(shared, known), about, most=most)]
    found = {one.id: one for one in _opened(network_cards().filter(pk__in=best))}
    return [found[one] for one in best if one in found]


def _in_writing(
    shared: Iterable[tuple[int, UUID]], known: Collection[UUID]
) -> Iterator[tuple[int, str]]:
    return ((tag, str(card)) for tag, card in shared if card in known)


def _opened(rows: QuerySet[IndexCard]) -> list[Found]:
    """Those that open: one that somebody altered stops no other society's search."""
    laid, found = list(rows), list[Found]()
    network_reader().take({row.file for row in laid})
    for row in laid:
        try:
            found += opened([row])
        except KeyNotAtHand:
            _log.warning("card.altered", society=str(row.society_id))
    return found


def _by_tag(tags: list[int]) -> list[tuple[int, UUID]]:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_BY_TAG, [tags, PER_TAG])
            return list(cursor.fetchall())
    wanted = set(tags)  # demo and tests: few cards, and no index over arrays
    rows = NetworkTags.objects.filter(number=F("card__number"))
    return [(tag, row.card_id) for row in rows for tag in wanted.intersection(row.tags)]
