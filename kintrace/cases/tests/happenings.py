"""What calls out of the society beside a case, each up to the moment before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases.actions import accounts, attestations, events, fates, reunion, reviews
from kintrace.cases.actions import red_cross_messages as red_cross
from kintrace.cases.actions.referrals import Referred
from kintrace.cases.event_words import EventKind
from kintrace.cases.happened import Happened
from kintrace.cases.lookups import sought_for, sought_in
from kintrace.cases.tests import together
from kintrace.cases.tests.bringing import a_place, ask_at, word
from kintrace.cases.tests.conftest import SELAM, build_scene
from kintrace.cases.tests.meeting import Found, sentences_approved
from kintrace.cases.tests.papers import pdf, put
from kintrace.cases.tests.red_cross_ways import collected
from kintrace.demo import playing
from kintrace.wall.certificate_codes import new_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Event
    from kintrace.cases.tests.conftest import Scene


def giving_a_certificate(scene: Scene) -> Callable[[], object]:
    case = playing.open_a_case(SELAM, by=scene.alma)
    waiting = attestations.ask_for_attestation(case, language="en", by=scene.alma)
    code = new_code()
    return lambda: attestations.issue_attestation(waiting, code=code, by=scene.omar)


def happened(scene: Scene) -> Event:
    today = timezone.localdate()
    known = Happened("The boat", "today", "gregorian", today, today, "at sea")
    return events.make_event(kind=EventKind.SHIPWRECK, happened=known, by=scene.alma)


def joining_an_event(scene: Scene) -> Callable[[], object]:
    case, event = playing.open_a_case(SELAM, by=scene.alma), happened(scene)
    return lambda: events.join_case(event, case=case, why="She says so.", by=scene.alma)


def telling_of_an_event(scene: Scene) -> Callable[[], object]:
    case, event = playing.open_a_case(SELAM, by=scene.alma), happened(scene)
    said = {"said": "He was there."}
    return lambda: accounts.keep_account(event, words=said, told_by=case, by=scene.alma)


def handing_over_a_message(scene: Scene) -> Callable[[], object]:
    case, partner = playing.open_a_case(SELAM, by=scene.alma), build_scene("BG").society.pk
    message = red_cross.check(collected(case, by=scene.alma), by=scene.omar)
    return lambda: red_cross.send(message, partner=partner, by=scene.alma)


def searched(scene: Scene) -> Found:
    case = playing.open_a_case(SELAM, by=scene.alma)
    sentences_approved(scene)
    [one] = sought_in(case)
    return Found(scene, case, sought_for(scene.alma, one.pk))


def finding_somebody(scene: Scene) -> Callable[[], object]:
    search = searched(scene)
    return lambda: search.locate(by=scene.alma)


def asking_a_place(scene: Scene) -> Callable[[], object]:
    search = searched(scene)
    place = a_place(by=scene.omar)
    return lambda: ask_at(search, place, by=scene.alma)


def hearing_of_a_death(scene: Scene) -> Callable[[], object]:
    search = searched(scene)
    return lambda: fates.allege(search.sought, word=word(), by=scene.alma)


def keeping_where(scene: Scene) -> Callable[[], object]:
    search = searched(scene)
    search.locate(by=scene.alma)
    return lambda: search.keep_where(by=scene.alma)


def releasing_contact(scene: Scene) -> Callable[[], object]:
    search = searched(scene)
    search.as_far_as_the_signature()
    return lambda: search.release(by=scene.lena)


def coming_together(scene: Scene) -> Callable[[], object]:
    search = searched(scene)
    search.as_far_as_the_signature()
    search.release(by=scene.lena)
    together.place_named(by=scene.lena)
    begun = together.beginning(by=scene.lena)
    return lambda: reunion.open_reunion(search.sought, beginning=begun, by=scene.lena)


def planning_contact(scene: Scene) -> Callable[[], object]:
    search = searched(scene)
    search.as_far_as_the_signature()
    search.release(by=scene.lena)
    return lambda: together.planned(search, by=scene.lena)


def referring(scene: Scene) -> Callable[[], object]:
    case = playing.open_a_case(SELAM, by=scene.alma)
    return lambda: together.referred(Referred(case.subject, case.file), by=scene.alma)


def writing_what_was_tried(scene: Scene) -> Callable[[], object]:
    case = playing.open_a_case(SELAM, by=scene.alma)
    attempt = reviews.Attempt(timezone.localdate(), "The harbour", "Nobody knew him.")
    return lambda: reviews.write_tried(case, attempt=attempt, by=scene.alma)


def putting_a_paper(scene: Scene) -> Callable[[], object]:
    case = playing.open_a_case(SELAM, by=scene.alma)
    return lambda: put(case, pdf(), by=scene.alma)
