"""The index cards of a batch of searches: copies in files of their own, with real tags."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kintrace.cases.cards import COMPARED, KEPT
from kintrace.people import card_keys
from kintrace.people.card_tags import epoch_now
from kintrace.people.cards import Card, CardRole
from kintrace.people.models import CardTags, IndexCard, NetworkTags
from kintrace.vault import ciphers
from kintrace.vault.models import NetworkSlot
from kintrace.vault.network import aad_of_network_slot
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from bench.size.searches import Desk, Search
    from kintrace.people.card_tags import Tagger

NOT_YET = 0.0005  # of the cards were laid a moment ago and not searched yet


@dataclass(frozen=True)
class Taggers:
    """Of the society, and of the matching worker."""

    own: Tagger
    network: Tagger


def cards(made: Search, desk: Desk, taggers: Taggers) -> list[Any]:
    """Everything that stands for a search's people on index cards; nothing for who has none."""
    if made.case.state not in COMPARED | KEPT:
        return []
    rows: list[Any] = []
    opened = made.compared and made.case.state in COMPARED
    for subject, card in _cards(made):
        row = IndexCard(
            file=desk.file(rows),
            society_id=made.case.society_id,
            subject=subject,
            number=time.time_ns(),
        )
        row.searched = 0 if desk.dice.random() < NOT_YET else row.number
        row.told = card.to_json()
        keys = card_keys.laid(card)
        rows += [row, CardTags(card=row, epoch=epoch_now(), tags=taggers.own.padded(keys))]
        if opened:
            rows += _for_network(row, keys, desk, taggers.network)
    return rows


def _for_network(row: IndexCard, keys: list[str], desk: Desk, tagger: Tagger) -> list[Any]:
    reader, home = reader_in_force(), desk.office.society
    aad = aad_of_network_slot(row.file, home)
    match_key = reader.file_key(desk.office.match_file)
    wrapped = ciphers.seal(match_key, reader.file_key(row.file), aad=aad)
    slot = NetworkSlot(file=row.file, society_id=home, wrapped=wrapped)
    if desk.dice.random() < NOT_YET:
        return [slot]
    tags = tagger.padded(keys)
    return [slot, NetworkTags(card=row, number=row.number, epoch=epoch_now(), tags=tags)]


def _cards(made: Search) -> Iterator[tuple[UUID, Card]]:
    """As cases/cards.py lays them: each is told who else is in the case."""
    case = made.case
    kin = [(str(case.subject), CardRole.ENQUIRER.value)]
    kin += [
        (str(one.subject), relation)
        for one, (relation, _told) in zip(made.sought, made.family.sought, strict=True)
    ]
    found = [(case.subject, Card.of(made.family.searcher, role=CardRole.ENQUIRER))]
    found += [
        (one.subject, Card.of(told, role=CardRole.SOUGHT, relation=relation))
        for one, (relation, told) in zip(made.sought, made.family.sought, strict=True)
    ]
    for subject, card in found:
        others = tuple(pair for pair in kin if pair[0] != str(subject))
        yield subject, replace(card, kin=others, reference=case.reference)
