"""Somebody who is sought in a town was found: one thing for every page about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.cases.actions import sentences
from kintrace.cases.actions.referrals import Referred
from kintrace.cases.actions.verifying import add_rung
from kintrace.cases.finding import LineUp, Photo
from kintrace.cases.replies import VISITORS
from kintrace.cases.tests import together
from kintrace.cases.tests.bringing import a_card, a_place, ask_at
from kintrace.cases.tests.meeting import Found, grown_up
from kintrace.cases.tests.papers import pdf, put
from kintrace.cases.tests.ways import consented, taken
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.access import Role

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from tests.town import Town


def found_somebody(town: Town) -> None:
    """Somebody sought was found, wants contact, and both sides were asked. Another one is in touch
    with the family, and they want to come together."""
    with playing.acting(town[Role.OFFICER]) as omar:
        for sentence in lookups.sentences_of(omar):
            if sentence.language == "en" and sentence.topic not in VISITORS:
                sentences.approve(sentence, by=omar)
    with playing.acting(town[Role.CASEWORKER]) as alma:
        found, in_touch = (_asked(town, number, by=alma) for number in (2, 4))
        found.ask_seeker(by=alma)
    with playing.acting(town[Role.OFFICER]) as omar:
        _photo_among_others(found, held_by=town.lena, by=omar)
        in_touch.ask_seeker(by=omar)
        in_touch.compare(by=omar)
        in_touch.verify(by=omar)
    with playing.acting(town.lena) as lena:
        in_touch.sign(by=lena)
        in_touch.release(by=lena)
        together.opened(in_touch, by=lena)
        together.listed(in_touch, None, by=lena)
        together.planned(in_touch, by=lena)
        case = in_touch.case
        referral = together.referred(Referred(case.subject, case.file), by=lena)
        card, place = a_card(by=lena), a_place(by=lena)
    with playing.acting(town[Role.CASEWORKER]) as alma:
        enquiry = ask_at(found, place, by=alma)
        paper = put(found.case, pdf(), by=alma)
    things = {"unnamed": card, "source": place, "enquiry": enquiry, "file": paper}
    town.things.update({name: thing.pk for name, thing in things.items()})
    town.things.update({"found case": found.case.pk, "sought": found.sought.pk})
    town.things.update({"together": in_touch.sought.pk, "referral": referral.pk})


def _photo_among_others(found: Found, *, held_by: Member, by: Member) -> None:
    """The photo with which the family searches was shown to who was found."""
    consented(found.case, by=by)
    taken(found.case, by=by)
    grown_up(found.sought.subject, by=by)
    line_up = LineUp(Photo.SEARCHERS, 5, held_by.pk)
    add_rung(found.sought, rung="line_up", note="-", compared="same", line_up=line_up, by=by)


def _asked(town: Town, number: int, *, by: Member) -> Found:
    """Found, informed, asked on the card and for what only family knows."""
    case = playing.open_a_case(PEOPLE[number], by=by)
    [one] = lookups.sought_in(case)
    found = Found(town, case, lookups.sought_for(by, one.pk))
    found.as_far_as_asked(by=by)
    return found
