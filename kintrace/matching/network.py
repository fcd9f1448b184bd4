"""What the matching worker does: cards of one society held beside those of all others.

It has the private half of the matching pair, a database role of its own, and no root key. A card
that no slot opens to it is not there for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from django.utils import timezone

from kintrace.matching import actions, lookups
from kintrace.matching.cards import description_of
from kintrace.matching.pairs import SHOWN_FROM, Pair, likelihood, may_be_compared
from kintrace.matching.scoring import weigh_many
from kintrace.names.remembering import forget
from kintrace.network.lookups import every_society
from kintrace.people.actions import note_turn, tag_for_network
from kintrace.people.card_tags import network_tagger
from kintrace.people.lookups import (
    about_how_many,
    found_in_network,
    network_cards_due,
    network_cards_of,
    network_cards_to_tag,
)
from kintrace.vault.network import reading_as_network

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from uuid import UUID

    from kintrace.matching.models import Candidate
    from kintrace.people.card_tags import Tagger
    from kintrace.people.lookups import Found

_log = structlog.get_logger()
AT_ONCE = 50  # cards in one transaction
LOOKED_AT = 200  # cards that are opened for one


def turn() -> int:
    """Hold cards that were laid or changed beside all others, and open more of pairs where both
    agreed; answers how much there was to do. Safe to repeat and to stop at any point."""
    with reading_as_network(), network_tagger() as tagger:
        actions.stop_shut()
        lands = {society.pk: society.country for society in every_society()}
        agreed = list(lookups.agreed_and_waiting()[:AT_ONCE])
        opened = sum(_open_more(row, lands) for row in agreed)
        new = network_cards_to_tag(AT_ONCE)
        tag_for_network(new, tagger=tagger)  # first, so that new cards find each other
        # What waited goes before what is new, so that nobody waits for ever.
        now = [*network_cards_due(timezone.localdate(), AT_ONCE), *new]
        if now:
            _search(now, _Look(tagger, lands, about_how_many()))
    forget()
    return opened + len(now)


@dataclass(frozen=True)
class _Look:
    """What one turn needs for each of its cards."""

    tagger: Tagger
    lands: Mapping[UUID, str]
    among: int


def _search(some: Sequence[Found], look: _Look) -> None:
    again: set[UUID] = set()
    for one in some:
        pairs = _likely(one, look)
        found = [pair.beside(one).subject for pair in pairs]
        actions.withdraw_stale(one.subject, across=True, but=found)
        again |= propose(pairs)
    have_turns(some, again=again)


def _likely(one: Found, look: _Look) -> list[Pair]:
    found = found_in_network(one.card, tagger=look.tagger, but=one.society, most=LOOKED_AT)
    others = [other for other in found if may_be_compared(one, other, look.lands)]
    weighed = weigh_many(description_of(one.card), [description_of(each.card) for each in others])
    return [
        Pair.of(one, other, each)
        for other, each in zip(others, weighed, strict=True)
        if likelihood(each.bits, among=look.among) >= SHOWN_FROM
    ]


def propose(pairs: Iterable[Pair]) -> set[UUID]:
    """The likeliest first; answers the cards that have their turn again, since more is likely than
    may be proposed today."""
    ranked = sorted(pairs, key=lambda pair: -pair.weighed.bits)
    return {card for pair in ranked for card in actions.propose_across(pair)}


def have_turns(had: Sequence[Found], *, again: Collection[UUID]) -> None:
    """Note who had a turn, and who has one tomorrow."""
    note_turn(had, again=again, on=timezone.localdate() + timedelta(days=1))
    if again:
        _log.info("matcher.cards_wait", number=len(again))


def _open_more(row: Candidate, lands: Mapping[UUID, str]) -> bool:
    """Whether it was: not of a pair of which one card is gone, or whose societies must not learn of
    each other any more."""
    found = {one.subject: one for one in network_cards_of([row.first, row.second])}
    first, second = found.get(row.first), found.get(row.second)
    if not (first and second and may_be_compared(first, second, lands)):
        return False
    actions.open_more(row, first=first, second=second)
    return True
