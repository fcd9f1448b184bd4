"""Who may be the same person as somebody in a request, before it is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups as cases
from kintrace.matching.standing import likely_pairs
from kintrace.people.cards import Card, CardRole
from kintrace.people.lookups import Found, card_of, people_of
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


def duplicates_of(subjects: Sequence[UUID]) -> Sequence[UUID]:
    """Subjects of cards of the reader's society that are likely one of these, the likeliest of each
    first. Who has no card yet is searched for by what was told."""
    return [other for subject in subjects for other in _duplicates_of(subject)]


def _duplicates_of(subject: UUID) -> list[UUID]:
    card = card_of(subject) or _card_as_told(subject)
    if card is None:
        return []
    pairs = likely_pairs(Found(subject, subject, reader_in_force().society, 0, card))
    return [
        side.subject
        for pair in pairs
        for side in (pair.first, pair.second)
        if side.subject != subject
    ]


def _card_as_told(subject: UUID) -> Card | None:
    known = people_of([subject]).get(subject)
    if known is None:
        return None
    relation = cases.relation_to(subject)
    role = CardRole.SOUGHT if relation else CardRole.ENQUIRER
    return Card.of(known.told, role=role, relation=relation)
