"""Two people of a town whom a machine held to be one: a pair for every page about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.lookups import told_of
from kintrace.demo import playing
from kintrace.matching.actions import propose
from kintrace.matching.pairs import Pair
from kintrace.matching.scoring import Code, Reason, Weighed
from kintrace.network.access import Role
from kintrace.people.actions import lay_card
from kintrace.people.cards import Card, CardRole
from kintrace.people.lookups import cards_to_search

if TYPE_CHECKING:
    from tests.town import Town

WHY = (Reason(Code.GIVEN_SAME, 8.5), Reason(Code.BORN_ONE_YEAR, 6.5), Reason(Code.LIMIT, -1.0))


def pair_up(town: Town) -> None:
    """Who handed a request in, and somebody in a case that is searched for; how alike they are
    matters to no page. Neither is held in tests of what a hold shows: that a pair went, as it goes
    for every new fact, is no secret."""
    subject = town.things["handed-in subject"]
    with playing.acting(town[Role.CASEWORKER]):
        lay_card(subject, card=Card.of(told_of(subject), role=CardRole.ENQUIRER))
        every = cards_to_search(20)
        own = next(one for one in every if one.subject == subject)
        other = next(one for one in every if one.card.role == CardRole.SOUGHT)
        row = propose(Pair.of(own, other, Weighed(14.0, WHY)))
    town.things["pair"] = row.pk
