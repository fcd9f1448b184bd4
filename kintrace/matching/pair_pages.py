"""What the list of pairs and the page of one show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from kintrace.cases import lookups as cases
from kintrace.matching import bars, facts, lookups, missing, stand
from kintrace.matching.bands import Band, among_cards, band_of
from kintrace.matching.whom import Whom, people_among
from kintrace.matching.words import State, Verdict
from kintrace.people.cards import Card, CardRole
from kintrace.people.lookups import card_of
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kintrace.cases.models import Sought
    from kintrace.matching.lookups import Side
    from kintrace.matching.models import Candidate
    from kintrace.matching.stand import Stand
    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Member

PAGE = 25


@dataclass(frozen=True, repr=False)
class Line:
    """One pair in a list: who of ours it is about, and whose turn it is."""

    row: Candidate
    ours: list[Whom]
    other: str  # the other society, "" where the pair is of the own one
    band: Band
    turn: str


def listed(request: StaffRequest) -> dict[str, Any]:
    """The context of the list, and the id under which this page of it is read."""
    member, state = request.user, _state(request.GET.get("state", ""))
    every = Paginator(lookups.chosen_pairs(member, state), PAGE)
    page = every.get_page(request.GET.get("page"))
    return {
        "state": state,
        "states": [(one, one == state) for one in State],
        "page": page,
        "lines": lines(member, page),
        "named": cases.name_of_names(f"pairs {state.value}", page.number),
    }


def _state(said: str) -> State:
    return State(said) if said in State.values else State.OPEN


def lines(member: Member, rows: Iterable[Candidate]) -> list[Line]:
    """Lines for these pairs, their people read at once."""
    page = list(rows)
    ours = {row.pk: lookups.our_subjects(row, member.society_id) for row in page}
    known = people_among(member, [one for some in ours.values() for one in some])
    among = {across: among_cards(across=across) for across in {*map(lookups.is_across, page)}}
    return [
        Line(
            row=row,
            ours=[known[one] for one in ours[row.pk]],
            other=other_society(row, member) if lookups.is_across(row) else "",
            band=band_of(row.weight, among=among[lookups.is_across(row)]),
            turn=_turn(row),
        )
        for row in page
    ]


def other_society(row: Candidate, member: Member) -> str:
    """The name of the society on the other side."""
    ours_first = row.first_society_id == member.society_id
    return (row.second_society if ours_first else row.first_society).name


def _turn(row: Candidate) -> str:
    said = getattr(row, "said_here", None)
    if row.state != State.OPEN:
        return ""
    if said in {None, Verdict.BACK}:
        return _("Waits for your word")
    if lookups.is_across(row):
        return _("Waits for the other society")
    return _("Waits for a second member")


def shown(row: Candidate, *, by: Member) -> dict[str, Any]:
    """The context of the page of one pair."""
    stands, side = stand.stand_of(row, by=by), lookups.other_side(row)
    known = people_among(by, lookups.our_subjects(row, by.society_id))
    ours = list(known.values())
    cards = [card for one in ours if (card := _card(one)) is not None]
    codes = [code for code, _bits in row.reasons]
    theirs = side.facts.get("role", "")
    return {
        "row": row,
        "stand": stands,
        "ours": ours,
        "other_rows": _rows(side) if stands.across else [],
        "is_more": side.is_more,
        "knots": stand.knots(stands, is_more=side.is_more),
        "says": stand.next_words(stands, is_safe=_is_one_safe(ours, theirs)),
        "band": band_of(row.weight, among=among_cards(across=stands.across)),
        "why": bars.why((code, bits) for code, bits in row.reasons),
        "to_ask": list(missing.what_to_ask(cards, codes, theirs)) if stands.is_open else [],
        **(_confirmed(stands, ours, side.facts) if row.state == State.CONFIRMED else {}),
    }


def subjects_shown(row: Candidate, *, by: Member) -> list[UUID]:
    """Whom the page shows in full."""
    return lookups.our_subjects(row, by.society_id)


def _rows(side: Side) -> facts.Rows:
    if side.is_more:
        return facts.card_rows(Card.from_json(side.facts))
    return facts.coarse_rows(side.facts)


def _card(whom: Whom) -> Card | None:
    """What may be compared of a person; nothing where the card was taken away."""
    return card_of(whom.subject)


def _is_one_safe(ours: list[Whom], theirs: str) -> bool:
    """Whether one of the two let some sentences be told, and nothing else."""
    return theirs == CardRole.SAFE or any(one.safe for one in ours)


def _confirmed(stands: Stand, ours: list[Whom], theirs: dict[str, Any]) -> dict[str, Any]:
    """What was done when it became one person, and what may be begun now. theirs: what may be read
    of the other side's person; nothing once that was taken back."""
    notices = [notice_of(one.case.subject) for one in ours if one.case]
    is_read = bool(theirs) if stands.across else all(one.is_kept for one in ours)
    return {
        "came_down": any(one is not None and one.state == "matched" for one in notices),
        "both_read": is_read,
        "sought": _still_sought(ours[0]) if stands.across else None,
        "safe": next((one for one in ours if one.safe), None),
        "they_are_safe": theirs.get("role") == CardRole.SAFE,
    }


def _still_sought(ours: Whom) -> Sought | None:
    """Our person, where it is one whom we search for: then a search there can begin."""
    every = cases.still_sought(ours.case) if ours.case else []
    return next((one for one in every if one.subject == ours.subject), None)
