"""On the page of what another society asked us to search: whom of ours that may be.

Nothing of it goes to the society that asked (decision 063).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups as cases
from kintrace.cases.asked_card import card_asked_for
from kintrace.matching import lookups
from kintrace.matching.bands import among_cards
from kintrace.matching.searching import MOST, Result, page_of
from kintrace.matching.standing import likely_hits
from kintrace.network.access import Right, has
from kintrace.people.cards import CardRole
from kintrace.people.lookups import Found
from kintrace.protection.lookups import is_kept_apart, is_looked_at, may
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kintrace.cases.lookups import Afar
    from kintrace.cases.models import Case
    from kintrace.matching.finding import Hit
    from kintrace.network.models import Member, Society
    from kintrace.people.cards import Card


@dataclass(frozen=True, repr=False)
class OurResult(Result):
    """Somebody of ours. Only a case that seeks the person itself can be the same search. is_safe:
    they let the family hear some sentences, and nothing else. is_not: a member said, of what stands
    on the card now, that it is somebody else."""

    subject: UUID
    may_be_linked: bool
    is_linked: bool
    is_safe: bool
    is_not: bool


class Panel:
    """While a search that we took on goes on."""

    template = "matching/asked.html"

    def context(self, whom: Afar, *, by: Member) -> dict[str, object] | None:
        card = card_asked_for(whom) if has(by, Right.SEARCH_CARDS) else None
        if card is None:  # the page says how the box is opened
            return None
        return {"has_name": bool(card.names), "results": _results(whom, card, by)}


def _results(whom: Afar, card: Card, by: Member) -> list[OurResult]:
    """Who is somebody else, as a member said, stands behind the others."""
    hits, among = likely_ours(whom, card), among_cards(across=False)
    for hit in hits:
        record_read(Deed.READ_PERSON, about=hit.found.subject, by=by)
    around = cases.cases_around(by, [hit.found.subject for hit in hits])
    said = lookups.said_not_meant(whom.incoming)
    results = [_result(hit, around, whom, among, said) for hit in hits]
    return sorted(results, key=lambda one: one.is_not)


def _result(
    hit: Hit, around: Mapping[UUID, Case], whom: Afar, among: int, said: Mapping[UUID, int]
) -> OurResult:
    subject, role = hit.found.subject, hit.found.card.role
    case = around.get(subject)
    seeks = case is not None and role == CardRole.SOUGHT
    return OurResult.of(
        hit,
        page=page_of(hit, around),
        among=among,
        subject=subject,
        may_be_linked=seeks,
        is_linked=seeks and case == whom.incoming.case,
        is_safe=role == CardRole.SAFE,
        is_not=said.get(subject) == hit.found.number,
    )


def likely_ours(whom: Afar, card: Card) -> list[Hit]:
    """People of the reader's society who are likely meant, the likeliest first."""
    asker = whom.incoming.sender
    one = Found(whom.subject, whom.subject, asker.pk, 0, card)
    likely = (
        hit
        for hit in likely_hits(one, {asker.pk: asker.country})
        if may_be_shown(hit.found.subject, hit.found.card, to=asker)
    )
    return list(islice(likely, MOST))


def may_be_shown(subject: UUID, card: Card, *, to: Society) -> bool:
    """Whether somebody of ours stands beside what another society asks. Asked at this moment. Who
    is kept apart in silence stands there as in the search of members: to be missing there alone
    would break the silence."""
    if is_looked_at(subject) or cases.must_not_learn([subject], to):
        return False
    if card.role == CardRole.SAFE and not may(subject, Purpose.COMPARE):
        return False  # they said yes to our own searches alone, and this is none
    return bool(may(subject, Purpose.TRACE)) or is_kept_apart(subject)
