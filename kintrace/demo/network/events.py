"""Three events at the first desk: a boat, a border, a fire; with cases, counts and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import accounts, events
from kintrace.cases.event_words import CountBy, CountOf, EventKind
from kintrace.cases.happened import Happened, Vessel
from kintrace.demo.network.people import at
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel

if TYPE_CHECKING:
    from kintrace.cases.models import Event
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member

Figure = tuple[CountOf, int, CountBy]


@dataclass(frozen=True)
class Story:
    """An event to be: what it is called, in which month of how many years ago, who was there.

    people: the numbers of the lots whose cases are joined. told: what the first of them saw;
    told_by_phone: what somebody saw who has no case here.
    """

    key: str
    kind: EventKind
    called: str
    years_ago: int
    month: int
    said: str
    place: str
    people: tuple[int, ...]
    why: str
    counts: tuple[Figure, ...]
    told: str
    told_by_phone: str
    vessel: Vessel | None = None


STORIES = (
    Story(
        key="boat",
        kind=EventKind.SHIPWRECK,
        called="The blue boat of the two harbours",
        years_ago=1,
        month=5,
        said="the night of the first warm rain",
        place="at sea, off the Sallow Isles",
        people=(2, 12, 22),
        why="Who searches was on the boat and told of the two harbours.",
        counts=(
            (CountOf.ABOARD, 63, CountBy.SURVIVORS),
            (CountOf.RESCUED, 51, CountBy.RESCUERS),
            (CountOf.MISSING, 9, CountBy.MOVEMENT),
        ),
        told="A ship with a green light took the women first. The others were brought elsewhere.",
        told_by_phone="I held a boy by his coat. A man in orange took him. He was breathing.",
        vessel=Vessel("a beach beside a lighthouse", "after midnight", "blue, of wood, one engine"),
    ),
    Story(
        key="border",
        kind=EventKind.BORDER,
        called="The night at the two gates",
        years_ago=3,
        month=11,
        said="when they divided the group, before the first snow",
        place="near a border, by the timber road",
        people=(3, 13, 23),
        why="The same night, the same two gates, in the words of the person.",
        counts=((CountOf.ABOARD, 120, CountBy.SURVIVORS), (CountOf.MISSING, 30, CountBy.OTHER)),
        told="Those with small children went through the left gate. Nobody was let back.",
        told_by_phone="Two buses came for the people of the right gate. They had no numbers.",
    ),
    Story(
        key="fire",
        kind=EventKind.CAMP,
        called="The fire in the lower camp",
        years_ago=2,
        month=9,
        said="on a windy night, before the rain",
        place="in the lower camp of the next town",
        people=(5, 15),
        why="The family lived in row eleven, says the person.",
        counts=((CountOf.RESCUED, 400, CountBy.PRESS), (CountOf.DEAD, 2, CountBy.AUTHORITY)),
        told="We ran to the water tank. In the morning people were taken to three other places.",
        told_by_phone="The school tent stood. Many slept there, and lists were written on a wall.",
    ),
)


def steps(house: House) -> tuple[Step, ...]:
    return tuple(
        Step(f"{house.code} event {story.key}", partial(_happen, house, story)) for story in STORIES
    )


def _happen(house: House, story: Story) -> None:
    with seated(named(house.of(Role.CASEWORKER)[0])) as by:
        event = _event(story, by) or _write_down(story, by)
        _join(house, event, story, by)
        _count(event, story, by)
        _hear(house, event, story, by)


def _event(story: Story, by: Member) -> Event | None:
    """The event, told from a newcomer's own by what it is called."""
    every = lookups.events_of(by)
    return next((one for one in every if lookups.happened(one).called == story.called), None)


def _write_down(story: Story, by: Member) -> Event:
    year = timezone.localdate().year - story.years_ago
    happened = Happened(
        called=story.called,
        said=story.said,
        calendar="gregorian",
        first=date(year, story.month, 1),
        last=date(year, story.month, 28),
        place=story.place,
        vessel=story.vessel or Vessel(),
    )
    return events.make_event(kind=story.kind, happened=happened, by=by)


def _join(house: House, event: Event, story: Story, by: Member) -> None:
    joined = set(event.joined.values_list("case", flat=True))
    for lot in [one for one in at(house) if one.number in story.people]:
        case = lookups.case_for(by, UUID(made()[lot.case_key]))
        if case.pk not in joined:
            events.join_case(event, case=case, why=story.why, by=by)


def _count(event: Event, story: Story, by: Member) -> None:
    there = {one.told["of"] for one in lookups.counts_of(event)}
    day = lookups.happened(event).last.isoformat()
    for of, number, who in story.counts:
        if of not in there:
            told = {"of": of.value, "number": number, "by": who.value, "day": day}
            events.write_count(event, told=told, by=by)


def _hear(house: House, event: Event, story: Story, by: Member) -> None:
    """What the first of the enquirers tells, which is read; and what somebody tells by phone."""
    told = [words["said"] for _account, words in lookups.accounts_of(event) if words]
    first = next(one for one in at(house) if one.number == story.people[0])
    if story.told not in told:
        case = lookups.case_for(by, UUID(made()[first.case_key]))
        words = {"said": story.told, "called": "", "ways": ""}
        account = accounts.keep_account(event, words=words, told_by=case, by=by)
        accounts.note_read(account, by=by)
    if story.told_by_phone not in told:
        text = text_in_force(by.society_id, "en")
        if text is None:
            raise LookupError("the demo's notice is not approved")
        heard = Heard(text, Channel.PHONE, interpreter=True)
        words = {"said": story.told_by_phone, "called": "A caller", "ways": "calls again on Sunday"}
        accounts.keep_account(event, words=words, told_by=heard, by=by)
