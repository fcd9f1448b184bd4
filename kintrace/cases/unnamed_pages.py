"""What the pages about bodies and graves show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

from kintrace.cases import lookups
from kintrace.cases.unnamed import Found, HeldBy
from kintrace.people.told import Sex

if TYPE_CHECKING:
    from kintrace.cases.models import Unnamed
    from kintrace.cases.unnamed import Card
    from kintrace.network.models import Member

PAGE = 50


def listed(member: Member, *, number: str | None) -> dict[str, Any]:
    page = Paginator(lookups.unnamed_of(member), PAGE).get_page(number)
    return {"page": page, "lines": [_line(row, card) for row, card in lookups.cards_on(page)]}


def _line(row: Unnamed, card: Card) -> dict[str, Any]:
    return {
        "row": row,
        "card": card,
        "kind": Found(card.kind).label,
        "sex": Sex(card.sex).label,
        "held_by": HeldBy(card.held_by).label,
    }


def shown(row: Unnamed) -> dict[str, Any]:
    happened = lookups.happened(row.event) if row.event else None
    line = _line(row, lookups.card_of(row))
    return line | {"words": lookups.words_on(row), "happened": happened}


def known_of(row: Unnamed) -> dict[str, Any]:
    """What stands in the form of a card that is corrected; its words only with the box open."""
    words = lookups.words_on(row) or {}
    event = {"event": str(row.event_id)} if row.event_id else {}
    return {**row.told, **words, **event, "seen": lookups.version_of(row)}


def searches(row: Unnamed, *, member: Member, number: str | None) -> dict[str, Any]:
    """One page of searches, of which those stand there that may be about it: nobody is ranked."""
    page = Paginator(lookups.searches_going_on(member), PAGE).get_page(number)
    lines = lookups.lines(lookups.may_be_about(row, page))
    return {**shown(row), "page": page, "lines": lines}
