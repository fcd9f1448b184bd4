"""Somebody who is sought in a town was found: one thing for every page about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.cases.actions import sentences
from kintrace.cases.replies import VISITORS
from kintrace.cases.tests.meeting import Found
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.access import Role

if TYPE_CHECKING:
    from tests.town import Town


def found_somebody(town: Town) -> None:
    """Somebody sought was found, wants contact, and both sides were asked."""
    with playing.acting(town[Role.OFFICER]) as omar:
        for sentence in lookups.sentences_of(omar):
            if sentence.language == "en" and sentence.topic not in VISITORS:
                sentences.approve(sentence, by=omar)
    with playing.acting(town[Role.CASEWORKER]) as alma:
        case = playing.open_a_case(PEOPLE[2], by=alma)
        [one] = lookups.sought_in(case)
        found = Found(town, case, lookups.sought_for(alma, one.pk))
        found.locate(by=alma)
        found.asked_about_safety(by=alma)
        found.keep_where(by=alma)
        found.choose("contact", by=alma)
        found.ask_found(by=alma)
        found.ask_seeker(by=alma)
    town.things.update({"found case": case.pk, "sought": one.pk})
