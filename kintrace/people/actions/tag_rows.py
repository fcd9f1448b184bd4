"""Tags as rows: many at once, as each database likes it best."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import connection

from kintrace.people.models import CardTag, CardTags

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    Laid = Sequence[tuple[UUID, list[int]]]

_COPY = "COPY people_cardtags (id, card_id, epoch, tags) FROM STDIN"
_INSERT = "INSERT INTO people_cardtag (tag, card_id) VALUES (%s, %s)"


def lay(found: Laid, *, epoch: int) -> None:
    """New tags of these cards."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            for card, tags in found:
                copy.write_row((uuid4(), card, epoch, "{" + ",".join(map(str, tags)) + "}"))
        return
    CardTags.objects.bulk_create(CardTags(card_id=card, epoch=epoch, tags=[]) for card, _ in found)
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, [(tag, card.hex) for card, tags in found for tag in tags])


def take(cards: Sequence[UUID]) -> None:
    """Whatever tags these cards have."""
    CardTags.objects.filter(card__in=cards).delete()
    CardTag.objects.filter(card__in=cards).delete()
