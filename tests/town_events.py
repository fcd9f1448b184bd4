"""A town's certificates, and an event with a case, a number and what somebody tells of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups as cases
from kintrace.cases.actions import accounts, attestations, events
from kintrace.cases.event_words import EventKind
from kintrace.cases.happened import Happened
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection import lookups as protected
from kintrace.protection.purposes import Channel
from kintrace.wall import certificate_codes

if TYPE_CHECKING:
    from tests.town import Town


def certify(town: Town) -> None:
    """A certificate was given, and another one waits for an officer."""
    town.codes["certificate"] = certificate_codes.new_code()
    with playing.acting(town[Role.CASEWORKER]) as alma:
        waiting, given = (
            attestations.ask_for_attestation(
                cases.case_for(alma, town.things[kind]), language="en", by=alma
            )
            for kind in ("case", "shown case")
        )
    with playing.acting(town.lena) as lena:
        attestations.issue_attestation(given, code=town.codes["certificate"], by=lena)
    town.things["certificate"] = waiting.pk


def join(town: Town) -> None:
    """Many were parted on one day: a case stands there, a number, and what somebody tells."""
    day = timezone.localdate() - timedelta(days=40)
    known = Happened("the blue boat", "in spring", "gregorian", day, day, "at sea")
    with playing.acting(town[Role.CASEWORKER]) as alma:
        event = events.make_event(kind=EventKind.SHIPWRECK, happened=known, by=alma)
        case = cases.case_for(alma, town.things["case"])
        joined = events.join_case(event, case=case, why="The person says so.", by=alma)
        figure = {"of": "aboard", "number": 40, "by": "survivors", "day": day.isoformat()}
        count = events.write_count(event, told=figure, by=alma)
        heard = protection.Heard(protected.texts_in_force(town.society.pk)[0], Channel.PHONE)
        words = {"said": "We were forty.", "called": "", "ways": ""}
        account = accounts.keep_account(event, words=words, told_by=heard, by=alma)
    things = {"event": event, "joined": joined, "count": count, "account": account}
    town.things.update({name: thing.pk for name, thing in things.items()})
