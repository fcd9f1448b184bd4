"""The index cards of a case, a lead, or who is safe and well: they follow where it stands and what
is told in it. Which matters have none says decision 062."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.cases.came_forward import Beside
from kintrace.cases.safe_words import FOUND
from kintrace.cases.states import State
from kintrace.names.dates import window_of
from kintrace.people import actions as people
from kintrace.people.cards import Card, CardRole, parted
from kintrace.people.told import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.cases.models import CameForward, Case, SafeAndWell, Sought

# Where searching goes on. A search that rests or is over is found by its own society alone.
COMPARED = frozenset({State.TRACING, State.LEAD, State.ANSWERED})
KEPT = frozenset({State.SUSPENDED, State.CLOSED})


def follow(case: Case) -> None:
    """Lay, renew or take the cards of everybody in the case, as it stands now."""
    if case.state in COMPARED:
        for subject, card in _cards(case):
            people.lay_card(subject, card=card)
        return
    subjects = lookups.subjects_in(case)
    if case.state in KEPT:
        people.shut_network(subjects)
        return
    for subject in subjects:
        people.take_card(subject)


def follow_lead(lead: CameForward) -> None:
    """The same for who told us who they are: found from the moment the lead is searched until it
    ends."""
    if not lead.is_open or lead.searched is None:
        people.take_card(lead.subject)
        return
    mother = Beside.from_json(lead.told).mother
    told = lookups.told_of(lead.subject)
    card = Card.of(told, role=CardRole.LEAD, mothers=(mother,) if mother else ())
    people.lay_card(lead.subject, card=replace(card, reference=lead.reference))


def follow_safe(entry: SafeAndWell) -> None:
    """The same for who is safe and well and searches for nobody. `lay_card` asks whether they
    agreed that anybody looks. For who has a case, the card that they have in it stands."""
    if entry.case is not None:
        return
    if entry.state in FOUND:
        people.lay_card(entry.subject, card=of_safe(entry))
    else:
        people.take_card(entry.subject)


def follow_anew(subject: UUID) -> None:
    """The same for whatever somebody's own matter is: a case whose search goes on, a lead, or that
    they are safe and well."""
    case, lead = lookups.case_known_as(subject), lookups.forward_known_as(subject)
    if case is not None:
        if case.state in COMPARED:
            follow(case)
    elif lead is not None:
        follow_lead(lead)
    else:
        for entry in lookups.safe_alone_of([subject]).values():
            follow_safe(entry)


def of_safe(entry: SafeAndWell) -> Card:
    """What the person said that their family knows of them. Where they are was never told."""
    told = entry.told or {}
    birth, father = window_of(told.get("year", "")), told.get("father", "")
    names = (parted(told.get(one, "")) for one in ("name", "name_own"))
    return Card(
        role=CardRole.SAFE.value,
        names=tuple(filter(None, names)),
        births=(birth,) if birth else (),
        fathers=(father,) if father else (),
    )


def _cards(case: Case) -> Iterator[tuple[UUID, Card]]:
    """Who searches first, then everybody sought, each told who else is in it."""
    sought = lookups.still_sought(case)
    kin = [(str(case.subject), CardRole.ENQUIRER.value)]
    kin += [(str(one.subject), one.relation or "") for one in sought]
    enquirer = Card.of(lookups.told_of(case.subject), role=CardRole.ENQUIRER)
    mothers, parted_in = lookups.mothers_on_cards(case), _year_of_event(case)
    for subject, card in [(case.subject, enquirer), *((one.subject, _of(one)) for one in sought)]:
        others = tuple(pair for pair in kin if pair[0] != str(subject))
        typed = tuple(filter(None, [mothers.get(subject)]))
        known = replace(card, mothers=typed, event=parted_in)
        yield subject, replace(known, kin=others, reference=case.reference)


def _year_of_event(case: Case) -> str:
    """In which year the family was parted, where the case is joined to an event. Not its number:
    each society writes events down for itself."""
    years = {lookups.happened(one.event).first.year for one in lookups.events_joined(case)}
    return str(min(years)) if years else ""


def _of(sought: Sought) -> Card:
    card = Card.of(
        lookups.told_of(sought.subject), role=CardRole.SOUGHT, relation=sought.relation or ""
    )
    news = sought.last_news or {}
    last = (PlaceKind.LAST.value, news.get("place") or "", news.get("country") or "")
    return replace(card, places=(*card.places, last)) if any(last[1:]) else card
