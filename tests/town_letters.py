"""Family news in a town: a Red Cross Message for each place on its way; who is safe and well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups as cases
from kintrace.cases.actions import red_cross_messages as red_cross
from kintrace.cases.actions import safe
from kintrace.cases.tests.red_cross_ways import collected, keep, taken
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.purposes import Channel
from kintrace.vault.tests.camera import camera_jpeg

if TYPE_CHECKING:
    from kintrace.cases.models import SafeAndWell
    from kintrace.network.models import Member
    from tests.town import Town


def pass_on(town: Town) -> None:
    """Red Cross Messages: one being written, one to check, one checked, one in delivery."""
    with playing.acting(town[Role.CASEWORKER]) as alma:
        case = cases.case_for(alma, town.things["case"])
        other = playing.open_a_case(PEOPLE[2], by=alma)
        written, waiting, checked, going = (
            *(collected(case, by=alma) for _ in range(3)),
            collected(other, by=alma),
        )
        drawn = {"what": "sketch", "jpeg": cases.as_text(camera_jpeg(megapixels=0.2))}
        red_cross.check(written, why="money", by=town.lena)
        keep(written, "picture", drawn, by=alma)
        for one in (checked, going):
            red_cross.check(one, by=town.lena)
        taken(red_cross.send(going, partner=None, by=alma), by=alma)
        known = safe.Known("Selam Tesfay", year="1990")
        well = safe.write(other, known=known, sentences=["well"], how="spoken", by=alma)
        alone = _is_well_alone(by=alma)
    town.things.update(
        {
            "letter being written": written.pk,
            "letter to check": waiting.pk,
            "checked letter": checked.pk,
            "letter in delivery": going.pk,
            "safe and well": well.pk,
            "safe and well alone": alone.pk,
            "well alone": alone.subject,
        }
    )


def _is_well_alone(*, by: Member) -> SafeAndWell:
    """Somebody who searches for nobody lets the family know."""
    subject = protection.new_subject()
    text = texts_in_force(by.society_id)[0]
    protection.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=by)
    protection.answer_risk(subject, answers=playing.asked_about_safety(), by=by)
    known = safe.Known("Semhar Kidane", year="1985")
    return safe.write_alone(subject, known=known, sentences=["well"], how="spoken", by=by)
