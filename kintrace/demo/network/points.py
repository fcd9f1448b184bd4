"""Two service points of the first society: a hall and a bus, with two weeks of counts, phones on
the board, what was found out about the place, and who does what."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5
from zlib import crc32

from django.utils import timezone

from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step
from kintrace.network import lookups as network
from kintrace.network.access import Role
from kintrace.servicepoints import actions, lookups, needs_rules, safe_access
from kintrace.servicepoints.actions import Plan, Sent
from kintrace.servicepoints.charging import TicketState
from kintrace.servicepoints.checklists import Lesson, Opening
from kintrace.servicepoints.counters import Whom
from kintrace.servicepoints.needs import GROUPS
from kintrace.visitors import actions as visitors
from kintrace.visitors import lookups as visited
from kintrace.visitors.moods import Mood
from kintrace.visitors.said_by import SaidBy

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint

HEARD = (
    (Mood.GOOD, "Somebody spoke my language.", SaidBy.PEOPLE),
    (Mood.GOOD, "", SaidBy.PEOPLE),
    (Mood.FAIR, "The queue for the phones was long.", SaidBy.PEOPLE),
    (Mood.BAD, "I did not find the door, it was dark.", SaidBy.PEOPLE),
    (Mood.FAIR, "We need a second interpreter on Sundays.", SaidBy.STAFF),
)
DAYS = 14
HALL, BUS = "Harbour hall", "Evening bus"
# For each point the languages in which it helps, and how much of what on a usual day.
SPOKEN = {HALL: ("ar", "fa", "ti", ""), BUS: ("fa", "")}
USUAL = {
    HALL: {"call": 9, "wifi": 22, "charging": 14, "talk": 8, "brochure": 12, "referral": 3},
    BUS: {"call": 5, "wifi": 7, "charging": 4, "talk": 4, "brochure": 6, "referral": 1},
}
FOUND: dict[str, Any] = {
    "number": "many",
    "seen": ["families", "women", "old", "children"],
    "from": "The northern valleys and the coast",
    "company": "group",
    "phones": "some",
    "data": "some",
    "losses": ["broken", "taken"],
    "fears": ["reported", "photos"],
    "separated": "some",
    "detained": True,
    "dead": True,
    "trafficking": False,
    "languages": ["ar", "fa", "ti"],
    "reading": "some",
    "where": "The hall behind the fish market, entrance at the side",
    "police": "seen",
    "there": ["power", "roof", "water", "room"],
    "apart": True,
}
ASKED = (
    ("Find a screen for the room of women and children.", 3),
    ("Put up the sign that nobody takes pictures here.", 1),
)


def steps(house: House) -> tuple[Step, ...]:
    return (
        Step(f"{house.code} points", partial(_set_up, house)),
        Step(f"{house.code} point training", partial(_train, house)),
        *(_counts(house, name) for name in (HALL, BUS)),
        Step(f"{house.code} point needs", partial(_find_out, house)),
        Step(f"{house.code} point today", partial(_today, house)),
        Step(f"{house.code} feedback", partial(_say_how_it_was, house)),
    )


def _plan(name: str, by: Member) -> Plan:
    desks = network.desks(by.society_id)
    if name == BUS:
        place = "Forecourt of the station, then the camp road"
        hours = "Every day 18:00 to 22:00"
        return Plan(BUS, "mobile", place, desks[-1], hours, ("fa", "en"), {"phones": 2}, slots=6)
    things = {"phones": 4, "routers": 2, "tablets": 2, "screens": 1}
    place, hours = "Behind the fish market, entrance at the side", "Every day 8:00 to 20:00"
    return Plan(HALL, "fixed", place, desks[0], hours, ("ar", "fa", "ti", "en"), things, slots=20)


def _officer(house: House) -> Member:
    return named(house.of(Role.OFFICER)[0])


def _volunteer(house: House) -> Member:
    return named(house.of(Role.VOLUNTEER)[0])


def _point(name: str, by: Member) -> ServicePoint:
    return lookups.points_of(by).get(name=name)


def _set_up(house: House) -> None:
    with seated(_officer(house)) as by:
        there = {point.name for point in lookups.points_of(by)}
        for name in (HALL, BUS):
            if name not in there:
                actions.set_up_point(_plan(name, by), by=by)


def _train(house: House) -> None:
    """The volunteer has learned all but one thing."""
    day = timezone.localdate() - timedelta(days=40)
    learned: dict[str, date | None] = dict.fromkeys(Lesson.values[:-1], day)
    with seated(_officer(house)) as by:
        actions.note_training(_volunteer(house), days=learned, by=by)


def _counts(house: House, name: str) -> Step:
    return Step(f"{house.code} counts {name}", partial(_enter, house, name))


def _enter(house: House, name: str) -> None:
    """Tallies of the days before today, of each language; Sundays are quiet."""
    with seated(_officer(house)) as by:
        point = _point(name, by)
        for back in range(1, DAYS):
            day = timezone.localdate() - timedelta(days=back)
            for language in SPOKEN[name]:
                key = f"{name} {back} {language}"
                sent = Sent(uuid5(NAMESPACE_OID, f"{house.code} {key}"))
                numbers = {
                    one: _some(usual, f"{key} {one}", day) for one, usual in USUAL[name].items()
                }
                whom = Whom(language)
                actions.enter_tally(point, day=day, numbers=numbers, whom=whom, sent=sent, by=by)


def _some(usual: int, key: str, day: date) -> int:
    """About as many as usual, the same in every demo."""
    usual = usual // 3 if day.isoweekday() == 7 else usual
    return usual // 2 + crc32(key.encode()) % (usual + 1)


def _find_out(house: House) -> None:
    with seated(_officer(house)) as by:
        point = _point(HALL, by)
        if lookups.needs_in_force(point):
            return
        needs = actions.begin_needs(point, by=by)
        for group in GROUPS:
            actions.answer_needs(needs, group=group, answers=FOUND, by=by)
        lines = [
            {"part": rule.part.value, "says": str(rule.says)}
            for rule in needs_rules.proposed(FOUND)
        ]
        actions.settle_needs(
            needs,
            lines=lines,
            safe=safe_access.proposed(FOUND),
            review_by=timezone.localdate() + timedelta(days=80),
            by=by,
        )
        for what, days in ASKED:
            due = timezone.localdate() + timedelta(days=days)
            actions.give_task(
                point, what=what, person=_volunteer(house), due=due, assessment=needs, by=by
            )


def _today(house: House) -> None:
    """The hall is open: some were helped, and five phones lie on the board."""
    with seated(_volunteer(house)) as by:
        point = _point(HALL, by)
        if lookups.on_board(point):
            return
        actions.open_day(point, looked_at=Opening.values, sent=Sent(), by=by)
        for service, usual in USUAL[HALL].items():
            for _n in range(usual // 2):
                actions.count(point, service=service, whom=Whom(), sent=Sent(), by=by)
        tickets = [actions.give_ticket(point, sent=Sent(), by=by) for _n in range(6)]
        actions.move_ticket(tickets[1], to=TicketState.FULL, sent=Sent(), by=by)
        actions.move_ticket(tickets[4], to=TicketState.COLLECTED, sent=Sent(), by=by)


def _say_how_it_was(house: House) -> None:
    """Some who were at the hall said how they found it, and one of our own."""
    with seated(_officer(house)) as by:
        if visited.feedback(by):
            return
        for mood, words, said_by in HEARD:
            visitors.leave_feedback(by.society_id, mood=mood, words=words, said_by=said_by)
