"""A family that was put in touch comes together: by the real actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from freezegun import freeze_time

from kintrace.cases import lookups
from kintrace.cases.actions import plans, referrals, reunion
from kintrace.cases.actions.reunion import Beginning, Going
from kintrace.cases.contact_plan import Side, Talked
from kintrace.cases.plan_words import Way
from kintrace.cases.referral import Helped
from kintrace.cases.reunion import AfterContact, Agreed, Sheet
from kintrace.network.lookups import desks

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.cases.actions.referrals import Referred
    from kintrace.cases.models import ContactPlan, Referral
    from kintrace.cases.reunion_words import Step
    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member

LOOKED = "Nobody is pressed, the girl wants it."


def place_named(*, by: Member) -> str:
    """The society speaks with families at its first place."""
    place = str(desks(by.society_id)[0].pk)
    reunion.settle(AfterContact((place,)), by=by)
    return place


def beginning(*, by: Member, looked: str = LOOKED, found: Agreed | None = None) -> Beginning:
    said = Agreed(timezone.localdate(), "spoken")
    return Beginning(said, found or said, desks(by.society_id)[0].pk, looked)


def opened(search: Found, *, by: Member, found: Agreed | None = None) -> None:
    """As far as an open dossier; contact was released before."""
    place_named(by=by)
    reunion.open_reunion(search.sought, beginning=beginning(by=by, found=found), by=by)


def gone(search: Found, to: Step, why: str = "", *, by: Member, heard: date | None = None) -> None:
    going = Going(timezone.localdate(), why, "A word.", heard)
    reunion.go(search.sought, to=to, going=going, by=by)


def listed(search: Found, until: date | None, *, by: Member, held: str = "held") -> None:
    reunion.keep_sheet(search.sought, sheet=Sheet("birth", "found", held, until), by=by)


SENTENCE = "Your appointment is on Monday."


def planned(
    search: Found,
    side: Side = Side.FOUND,
    way: Way = Way.MESSAGE,
    *,
    by: Member,
    how: str = "spoken",
) -> ContactPlan:
    """The days after contact, which was released before."""
    return plans.plan(search.sought, side=side, way=way, how=how, sentence=SENTENCE, by=by)


def asked_later(search: Found) -> ContactPlan:
    """From the search to a plan, each step a moment after the other also while the clock stands."""
    with freeze_time(timezone.now(), tick=True):
        search.as_far_as_the_signature()
        with search.scene.acting(search.scene.lena) as lena:
            search.release(by=lena)
            return planned(search, by=lena)


def next_day(search: Found) -> UUID:
    """The next planned day that waits."""
    [plan, *_others] = [one for one in lookups.plans_of(search.now) if one.waiting]
    return plan.waiting[0].pk


def talked(search: Found, outcome: str = "missed", *, by: Member, **more: str) -> None:
    """What came of the next planned day."""
    settled(search, next_day(search), outcome, by=by, **more)


def settled(search: Found, day: UUID, outcome: str = "missed", *, by: Member, **more: str) -> None:
    said = Talked(outcome, **more)
    plans.settle(search.sought, talk=day, talked=said, by=by)


def referred(person: Referred, *, by: Member, name: str = "The advice centre") -> Referral:
    return referrals.refer(person, helped=Helped("legal", name, ("name",)), how="spoken", by=by)
