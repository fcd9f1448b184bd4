"""What the matching worker does: cards of one society held beside those of all others.

It has the private half of the matching pair, a database role of its own, and no root key. A card
that no slot opens to it is not there for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.matching import actions, lookups
from kintrace.matching.cards import description_of
from kintrace.matching.pairs import SHOWN_FROM, Pair, likelihood, may_be_compared
from kintrace.matching.scoring import weigh_many
from kintrace.names.remembering import forget
from kintrace.network.lookups import every_society
from kintrace.people.actions import tag_for_network
from kintrace.people.card_tags import network_tagger
from kintrace.people.lookups import (
    found_in_network,
    network_cards,
    network_cards_of,
    network_cards_to_tag,
)
from kintrace.vault.network import reading_as_network

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.matching.models import Candidate
    from kintrace.people.card_tags import Tagger
    from kintrace.people.lookups import Found

AT_ONCE = 50  # cards in one transaction
LOOKED_AT = 200  # cards that are opened for one


def turn() -> int:
    """Hold cards that were laid or changed beside all others, and open more of pairs where both
    agreed; answers how much there was to do. Safe to repeat and to stop at any point."""
    with reading_as_network(), network_tagger() as tagger:
        actions.withdraw_shut()
        agreed = list(lookups.agreed_and_waiting()[:AT_ONCE])
        for row in agreed:
            _open_more(row)
        new = network_cards_to_tag(AT_ONCE)
        tag_for_network(new, tagger=tagger)  # first, so that new cards find each other
        for one in new:
            _search(one, tagger)
    forget()
    return len(agreed) + len(new)


def _search(one: Found, tagger: Tagger) -> None:
    lands = {society.pk: society.country for society in every_society()}
    found = found_in_network(one.card, tagger=tagger, but=one.society, most=LOOKED_AT)
    others = [other for other in found if may_be_compared(one, other, lands)]
    weighed = weigh_many(description_of(one.card), [description_of(each.card) for each in others])
    among = network_cards().count()
    standing: list[UUID] = []
    for other, each in zip(others, weighed, strict=True):
        if likelihood(each.bits, among=among) >= SHOWN_FROM:
            standing.append(actions.propose_across(Pair.of(one, other, each)).pk)
    actions.withdraw_pairs([one.subject], across=True, but=standing)


def _open_more(row: Candidate) -> None:
    """Of a pair of which one card is gone nothing more is read."""
    found = {one.subject: one for one in network_cards_of([row.first, row.second])}
    if len(found) == 2:
        actions.open_more(row, first=found[row.first], second=found[row.second])
