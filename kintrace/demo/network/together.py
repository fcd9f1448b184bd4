"""A family that is in touch and wants to live together: its dossier, and who is passed on to whom.

Every act looks first whether it was done.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import referrals, reunion
from kintrace.cases.actions.referrals import Referred
from kintrace.cases.actions.reunion import Beginning, Going
from kintrace.cases.referral import CameOfIt, Helped, Part
from kintrace.cases.referral_words import Helper, Standing
from kintrace.cases.reunion import Agreed, Sheet, Whose
from kintrace.cases.reunion_words import Held, Needed
from kintrace.cases.reunion_words import Step as Stage
from kintrace.demo.network import searches
from kintrace.demo.network.courses import Course
from kintrace.demo.network.states import actor
from kintrace.demo.playing import seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.network.lookups import desks

if TYPE_CHECKING:
    from datetime import date

    from kintrace.cases.lookups import Dossier
    from kintrace.cases.models import Case, Sought
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.searches import Search
    from kintrace.network.models import Member

LOOKED_AT = "Each was asked alone and wants it. Nobody presses them, and nobody pays for it."
NOTE = "The advice centre reads the papers on Tuesdays."
LAW = Helped(Helper.LEGAL.value, "Advice centre at the bridge", (Part.NAME.value, Part.NEED.value))
HEALTH = Helped(Helper.HEALTH.value, "House of the nurses", (Part.NAME.value, Part.LANGUAGE.value))
RESULT = "They have an hour on Thursday, with an interpreter."
A_MONTH = timedelta(days=30)


def steps(house: House) -> tuple[Step, ...]:
    """After it was settled where families are spoken with, and after contact."""
    search = next(one for one in searches.at(house) if one.course is Course.RELEASED)
    return (
        Step(f"{house.code} reunion", partial(_come_together, search)),
        Step(f"{house.code} referrals", partial(_pass_on, search)),
    )


def _case(search: Search, *, by: Member) -> Case:
    return lookups.case_for(by, UUID(made()[search.case_key]))


def _come_together(search: Search) -> None:
    with seated(actor(search, Role.OFFICER)) as by:
        sought = lookups.still_sought(_case(search, by=by))[0]
        if _dossier(sought) is None:
            said = Agreed(timezone.localdate(), "spoken")
            place = desks(by.society_id)[0].pk
            beginning = Beginning(said, said, place, LOOKED_AT)
            reunion.open_reunion(sought, beginning=beginning, by=by)
        _put_together(sought, by=by)


def _dossier(sought: Sought) -> Dossier | None:
    return lookups.dossier_of(lookups.finding_of(sought))


def _put_together(sought: Sought, *, by: Member) -> None:
    dossier, today = _dossier(sought), timezone.localdate()
    if dossier is not None and dossier.step == Stage.ADVICE:
        reunion.go(sought, to=Stage.DOSSIER, going=Going(today, note=NOTE), by=by)
    for sheet in _sheets(today)[len(dossier.sheets) if dossier else 0 :]:
        reunion.keep_sheet(sought, sheet=sheet, by=by)


def _sheets(today: date) -> list[Sheet]:
    """One is there and runs out soon, one was asked for, one is missing."""
    return [
        Sheet(Needed.BIRTH.value, Whose.FOUND.value, Held.HELD.value, today + A_MONTH),
        Sheet(Needed.PASSPORT.value, Whose.FOUND.value, Held.ASKED.value),
        Sheet(Needed.HOME.value, Whose.SEEKER.value, Held.MISSING.value),
    ]


def _pass_on(search: Search) -> None:
    """Who was found needs advice about the law, and will get it; who searches waits for an answer
    about health."""
    with seated(actor(search, Role.CASEWORKER)) as by:
        case = _case(search, by=by)
        located = lookups.finding_of(lookups.still_sought(case)[0]).located
        if located and not lookups.referrals_of(located.subject):
            found = Referred(located.subject, located.file)
            row = referrals.refer(found, helped=LAW, how="spoken", by=by)
            came = CameOfIt(Standing.ACCEPTED.value, RESULT, timezone.localdate() + A_MONTH)
            referrals.go_on(row, came=came, by=by)
        if not lookups.referrals_of(case.subject):
            seeker = Referred(case.subject, case.file)
            referrals.refer(seeker, helped=HEALTH, how="spoken", by=by)
