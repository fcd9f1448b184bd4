"""What the page of the search shows: the cards that fit, with reasons, and where they belong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.urls import reverse

from kintrace.cases import lookups as cases
from kintrace.matching import bars, lookups
from kintrace.matching.bands import Band, among_cards, band_of
from kintrace.matching.facts import Rows, card_rows, role_words
from kintrace.network.access import Right, has
from kintrace.protection import holders

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.matching.bars import Why
    from kintrace.matching.finding import Hit
    from kintrace.network.models import Member

MOST = 10  # shown; whoever needs more tells more
LEAST_BITS = 1.0  # what speaks less for one person than that is no answer


@dataclass(frozen=True, repr=False)
class Result:
    """One card that fits. `page`: where the member may open it, "" where not."""

    name: str
    role: str
    reference: str
    page: str
    band: Band
    why: Why
    rows: Rows

    @classmethod
    def of(cls, hit: Hit, *, page: str, among: int, **more: Any) -> Self:
        """among: how many cards it was found among."""
        card = hit.found.card
        return cls(
            name=card.called,
            role=role_words(card.role),
            reference=card.reference,
            page=page,
            band=band_of(hit.bits, among=among),
            why=bars.why((one.code.value, one.bits) for one in hit.reasons),
            rows=card_rows(card),
            **more,
        )


def results(description: Mapping[str, Any], *, by: Member) -> dict[str, Any]:
    """The context of the answer. Nobody is told how many there are that are not shown."""
    hits = lookups.search_cards(description, by=by, limit=MOST)
    fit = [hit for hit in hits if hit.bits >= LEAST_BITS]
    around = cases.cases_around(by, [hit.found.subject for hit in fit])
    may_open, among = has(by, Right.READ_CASES), among_cards(across=False)
    return {
        "asked": True,
        "results": [
            Result.of(hit, page=page_of(hit, around) if may_open else "", among=among)
            for hit in fit
        ],
    }


def page_of(hit: Hit, around: Mapping[UUID, Case]) -> str:
    """Who stands in no case told us of themself, and has a page of their own."""
    case = around.get(hit.found.subject)
    return reverse("cases:case", args=[case.pk]) if case else holders.page(hit.found.subject)
