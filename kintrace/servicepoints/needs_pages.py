"""What the pages of a needs assessment show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kintrace.servicepoints.needs import GROUPS
from kintrace.servicepoints.needs_rules import Part
from kintrace.servicepoints.safe_access import CLAUSES

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import _StrPromise

    from kintrace.servicepoints.models import NeedsAssessment
    from kintrace.servicepoints.needs import Group


@dataclass(frozen=True)
class Settled:
    """parts: what is offered and kept ready, by part, each line with its place among all. clauses:
    safe access in words."""

    parts: list[tuple[str | _StrPromise, list[tuple[int, str]]]]
    clauses: list[tuple[_StrPromise, str]]
    review_by: date


def shown(needs: NeedsAssessment | None) -> Settled | None:
    """None where nothing is settled."""
    if needs is None or needs.settled is None or needs.review_by is None:
        return None
    lines, safe = list(enumerate(needs.lines)), needs.safe
    parts = [
        (part.label, [(at, one["says"]) for at, one in lines if one["part"] == part])
        for part in Part
    ]
    clauses = [(clause.asks, safe.get(clause.code, "")) for clause in CLAUSES]
    return Settled([one for one in parts if one[1]], clauses, needs.review_by)


def of_group(needs: NeedsAssessment, group: Group) -> dict[str, Any]:
    """The way through the pages, and where it is now."""
    at = GROUPS.index(group)
    steps = [
        (one.title, "done" if place < at else "now" if place == at else "next")
        for place, one in enumerate(GROUPS)
    ]
    earlier = GROUPS[at - 1].code if at else ""
    return {
        "needs": needs,
        "point": needs.point,
        "group": group,
        "steps": steps,
        "earlier": earlier,
    }


def line_at(needs: NeedsAssessment, place: str) -> str:
    """A line by its place, as the address says it: the words themselves stand in no address."""
    lines = needs.lines
    at = int(place) if place.isascii() and place.isdecimal() else len(lines)
    return lines[at]["says"] if at < len(lines) else ""
