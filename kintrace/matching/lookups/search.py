"""A description that somebody types, among the cards of their own society."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.matching.cards import card_of_row
from kintrace.matching.finding import find

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.matching.finding import Hit
    from kintrace.matching.scoring import Reason
    from kintrace.network.models import Member


def search(
    description: Mapping[str, Any], *, by: Member, limit: int = 10
) -> list[tuple[str, float, tuple[Reason, ...]]]:
    """Who of the member's society may be the person described: at most `limit`, the likeliest
    first, each as (record id, score, reasons).

    description: any of `description.COLUMNS`, as text in any script. The record id is what staff
    call the matter, or the `rec_id` that was loaded. The score is in bits, and depends on the two
    alone. Inside `reading_as` the member's society; counted and audited as a search.
    """
    return [
        (hit.found.card.reference or str(hit.found.subject), hit.bits, hit.reasons)
        for hit in search_cards(description, by=by, limit=limit)
    ]


def search_cards(description: Mapping[str, Any], *, by: Member, limit: int = 10) -> list[Hit]:
    """The same, each with its card and whose it is, for a page."""
    record_read(Deed.SEARCHED, about=uuid4(), by=by)  # each is another one, and counts
    card = card_of_row({name: str(value or "") for name, value in description.items()})
    return find(card, most=limit)
