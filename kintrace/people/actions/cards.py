"""Index cards: laid where somebody may be searched for, taken away where not.

A card is a copy and follows what it was copied from: these are parts of actions that write their
own deed. Why one was taken away would tell what must not be told (decision 017).

The slot of the matching worker is the permission to compare a card with other societies' cards:
`may(subject, COMPARE)` decides each time a card is laid, and whatever ends that permission takes
slot and tags in its own transaction (`people/holder.py`).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.people import card_keys, lookups
from kintrace.people.actions import tag_rows
from kintrace.people.card_tags import epoch_now, tagger_of
from kintrace.people.cards import Card
from kintrace.people.models import IndexCard, NetworkTags
from kintrace.protection.lookups import is_kept_apart, is_looked_at, may, not_with
from kintrace.protection.purposes import Purpose
from kintrace.protection.turns import write_about
from kintrace.vault.actions import (
    erase_file,
    let_network_read,
    open_file,
    open_files,
    shut_network_out,
)
from kintrace.vault.many import write_rows
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from kintrace.people.card_tags import Tagger
    from kintrace.people.lookups import Found


@transaction.atomic
def lay_card(subject: UUID, *, card: Card) -> IndexCard | None:
    """Lay the card of a subject, in place of one that lies there; None where nobody may search for
    them now or they do not want to be found, and then none is left.

    Whether other societies' searches may be held beside it is asked here, too.
    """
    write_about(subject)
    if not card.names or not _may_be_found(subject):
        take_card(subject)
        return None
    row, card = _row(subject), card.kept_from(not_with(subject).to_json())
    if row._state.adding or Card.from_json(row.told) != card:
        row.told, row.number = card.to_json(), time.time_ns()
        row.save()
        _tag([(row, card)])
    _open_to_network(row)
    return row


@transaction.atomic
def lay_card_anew(subject: UUID) -> IndexCard | None:
    """What stands on a subject's card stays; whether and for whom it may be found is asked anew."""
    card = lookups.card_of(subject)
    return lay_card(subject, card=card) if card else None


@transaction.atomic
def lay_cards(cards: Sequence[tuple[UUID, Card]]) -> None:
    """Many new cards at once, for a list that is loaded: of subjects who have none, findable in
    their own society alone. The caller knows that it may."""
    reader, number = reader_in_force(), time.time_ns()
    rows = []
    files = open_files(reader.society, len(cards))
    for file, (subject, card) in zip(files, cards, strict=True):
        row = IndexCard(file=file, society_id=reader.society, subject=subject, number=number)
        row.searched = number  # nobody of a list is proposed to anybody
        row.told = card.to_json()
        rows.append(row)
    write_rows(rows)
    _tag(list(zip(rows, (card for _subject, card in cards), strict=True)), new=True)


@transaction.atomic
def take_card(subject: UUID) -> bool:
    """Take the card of a subject away, with its keys and tags. Safe to repeat."""
    row = lookups.card_row(subject)
    if row is None:
        return False
    erase_file(row.file)
    row.delete()
    return True


@transaction.atomic
def shut_network(subjects: Collection[UUID]) -> int:
    """Take what the matching worker has of these subjects; answers of how many it had anything."""
    rows = list(lookups.cards_of_network(subjects))
    shut_network_out([row.file for row in rows])
    NetworkTags.objects.filter(card__in=[row.pk for row in rows]).delete()
    return len(rows)


@transaction.atomic
def note_searched(found: Sequence[Found]) -> None:
    """These cards were held beside the others of their society, as they were read."""
    for one in found:
        IndexCard.objects.filter(pk=one.id).update(searched=one.number)


@transaction.atomic
def tag_for_network(found: Sequence[Found], *, tagger: Tagger) -> None:
    """The matching worker's own tags of cards it opened, in place of those of an older card."""
    NetworkTags.objects.filter(card__in=[one.id for one in found]).delete()
    NetworkTags.objects.bulk_create(
        NetworkTags(
            card_id=one.id,
            number=one.number,
            epoch=epoch_now(),
            tags=tagger.padded(card_keys.laid(one.card)),
        )
        for one in found
    )


@transaction.atomic
def note_turn(found: Sequence[Found], *, again: Collection[UUID], on: date) -> None:
    """These cards had their turn. again: cards that have one more, on a day. For the matching
    worker."""
    NetworkTags.objects.filter(card__in=[one.id for one in found]).update(again=None)
    NetworkTags.objects.filter(card__in=list(again)).update(again=on)


@transaction.atomic
def renew_tags(most: int) -> int:
    """Tag cards of the reader's society anew whose tags are of another year, or lost with a
    restore; answers how many there were, at most `most`."""
    rows = list(lookups.cards_to_tag(epoch_now())[:most])
    reader_in_force().take({row.file for row in rows})
    _tag([(row, Card.from_json(row.told)) for row in rows])
    return len(rows)


def _may_be_found(subject: UUID) -> bool:
    """Who is kept apart in silence still lies where the society's own members look for their own
    cases: a card that is gone would break the silence. Nobody is proposed for them."""
    if is_looked_at(subject):
        return False
    answer = may(subject, Purpose.TRACE)
    return bool(answer) or is_kept_apart(subject)


def _row(subject: UUID) -> IndexCard:
    row = lookups.card_row(subject)
    if row is not None:
        return row
    society = reader_in_force().society
    return IndexCard(file=open_file(society), society_id=society, subject=subject)


def _open_to_network(row: IndexCard) -> None:
    if may(row.subject, Purpose.COMPARE):
        let_network_read(row.file)
    else:
        shut_network_out([row.file])
        NetworkTags.objects.filter(card=row).delete()


def _tag(laid: Sequence[tuple[IndexCard, Card]], *, new: bool = False) -> None:
    """The tags of these cards, all in one year."""
    epoch, society = epoch_now(), reader_in_force().society
    with tagger_of(society, epoch=epoch) as tagger:
        found = [(row.pk, tagger.padded(card_keys.laid(card))) for row, card in laid]
    if not new:
        tag_rows.take([card for card, _tags in found])
    tag_rows.lay(found, epoch=epoch)
