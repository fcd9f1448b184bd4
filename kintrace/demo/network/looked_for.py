"""What a search tries: places are asked, days in vain are written down, a family is told again, and
a body without a name is held beside those who are sought. Every act looks first whether it was
done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import enquiries, reviews, unnamed
from kintrace.cases.actions.reviews import Attempt, Reviewed
from kintrace.cases.circumstances import Reason
from kintrace.cases.enquiries import Ask, Part, SourceKind
from kintrace.cases.review_words import Reach
from kintrace.cases.unnamed import Card, Found, HeldBy
from kintrace.demo.network import searches
from kintrace.demo.network.courses import Course
from kintrace.demo.network.states import actor
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.protection.purposes import BasisKind

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member

# Of those that may be asked about nobody who is detained, and the one that may be asked about them.
PLACES = {
    SourceKind.HOSPITAL: ("Hospital above the harbour", "By phone, the ward of the evening"),
    SourceKind.ICRC: ("Delegation in the capital", "By its sheet for those who are detained"),
}
WORDS = {
    "marks": "A blue cord round the left wrist, with three knots. Two teeth of silver.",
    "held": "Morgue of the harbour town, row 4",
}
A_FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True)
class Looked:
    """What was tried in one search, each with its place and its words; how the family was told."""

    course: Course
    tries: tuple[tuple[str, str], ...]
    way: Reach
    said: str
    comes: str


LOOKED = (
    Looked(
        Course.TRACING,
        (
            ("The shelter at the ferry", "The lists of the last two winters: no such name."),
            ("A barber who speaks the language", "He asks his customers, and calls on Fridays."),
        ),
        Reach.PHONE,
        "We told what was tried. She cried, and said that she sleeps better for knowing it.",
        "The hospitals, and once more the shelter when the snow is gone.",
    ),
    Looked(
        Course.LEAD,
        (("The harbour office", "Somebody of this age left with a fishing boat in the spring."),),
        Reach.NOT_REACHED,
        "The number rang, and nobody answered.",
        "We call again on a market day.",
    ),
)


def steps(house: House) -> tuple[Step, ...]:
    """For the first society: its searches of these courses come before."""
    return (
        Step(f"{house.code} places to ask", partial(_keep_places, house)),
        *(
            Step(f"{house.code} looked for {number}", partial(_look, house, looked))
            for number, looked in enumerate(LOOKED, start=1)
        ),
        Step(f"{house.code} without a name", partial(_write_card, house)),
    )


def _keep_places(house: House) -> None:
    with seated(named(house.of(Role.OFFICER)[0])) as by:
        known = {one.kind for one in lookups.sources_of(by)}
        for kind, (name, how) in PLACES.items():
            if kind not in known:
                enquiries.keep_source(None, kind=kind, name=name, how=how, country="", by=by)


def _look(house: House, looked: Looked) -> None:
    search = next(one for one in searches.at(house) if one.course is looked.course)
    with seated(actor(search, Role.CASEWORKER)) as by:
        case = lookups.case_for(by, UUID(made()[search.case_key]))
        if not lookups.enquiries_in(case):
            _ask(case, by=by)
        _try(case, looked, by=by)


def _ask(case: Case, *, by: Member) -> None:
    """A place is asked whether it has somebody like the one who is sought; nobody is named."""
    detained = case.circumstances["reason"] == Reason.DETENTION
    kind = SourceKind.ICRC if detained else SourceKind.HOSPITAL
    place = lookups.sources_of(by).filter(kind=kind)[0]
    today, how = timezone.localdate(), "spoken" if detained else ""
    parts, ground = (Part.SEX.value, Part.NEWS.value), BasisKind.PUBLIC_INTEREST.value
    asked = Ask(str(place.pk), ground, parts, today, today + A_FORTNIGHT, how)
    enquiries.ask(lookups.still_sought(case)[0], ask=asked, by=by)


def _try(case: Case, looked: Looked, *, by: Member) -> None:
    today = timezone.localdate()
    for place, words in looked.tries[len(lookups.tries_of(case)) :]:
        reviews.write_tried(case, attempt=Attempt(today, place, words), by=by)
    if not lookups.reviews_of(case):
        told = Reviewed(today, looked.way, looked.said, looked.comes)
        reviews.note_review(case, review=told, by=by)


def _write_card(house: House) -> None:
    """Of a man of whom a harbour told, for who works on what became of people."""
    with seated(named(house.of(Role.OFFICER)[0])) as by:
        if not lookups.unnamed_of(by).exists():
            day = timezone.localdate() - timedelta(days=90)
            card = Card(
                Found.BODY.value, "male", 25, 40, "Below the lighthouse", "",
                at_sea=True, day=day, held_by=HeldBy.MORGUE.value,
            )  # fmt: skip
            unnamed.write_card(card=card, words=WORDS, event=None, by=by)
