"""What of the twenty-five months goes between two societies, and what is told to a family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups as cases
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_messages as red_cross
from kintrace.cases.actions import safe
from kintrace.cases.actions.red_cross_messages import AGREED_FOR
from kintrace.cases.tests.handing import FOUND, accepted, sent, with_incoming
from kintrace.cases.tests.red_cross_ways import collected
from tests.drills.months import WORDS

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from tests.drills.months import Stage

ASKED_ON, DELIVERED_ON, ANSWERED_ON = 9, 14, 22
KEPT = 30  # days, of what was delivered, and of a copy after its result
WELL = 365
AGREED_UNTIL = DELIVERED_ON + AGREED_FOR.days


def ask_a_society(stage: Stage) -> None:
    """It takes the search on; what it was told lies there under a key of its own."""
    with stage.scene.acting(stage.scene.alma) as alma:
        transfer = sent(_case(stage, alma), stage.petra.society, by=alma)
    accepted(stage.petra)
    stage.rows["search"], stage.files["search"] = transfer.pk, transfer.file


def give_the_result(stage: Stage) -> None:
    with with_incoming(stage.petra) as asked:
        answering.return_result(asked, outcome=FOUND, by=stage.petra)


def deliver_a_letter(stage: Stage) -> None:
    """A Red Cross Message that the own society brings."""
    scene = stage.scene
    with scene.acting(scene.alma) as alma:
        message = collected(_case(stage, alma), by=alma, text=WORDS["letter"])
        message = red_cross.check(message, by=scene.omar)
        red_cross.send(message, partner=None, by=alma)
        delivery.take(message, by=alma)
        delivery.deliver(message, day=timezone.localdate(), by=alma)
        stage.rows["letter"], stage.files["letter"] = message.paper.pk, message.paper.file


def say_that_all_is_well(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.alma) as alma:
        word = WORDS["well"]
        known = safe.Known(word, word, "1990", word)
        said = ["well", "think"]
        row = safe.write(_case(stage, alma), known=known, sentences=said, how="spoken", by=alma)
    stage.rows["well"], stage.files["well"] = row.pk, row.file


def _case(stage: Stage, by: Member) -> Case:
    return cases.case_for(by, stage.cases["shown"].pk)
