"""The days of a contact plan: counted from contact, and anew from the day of coming together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.contact_plan import days_after
from kintrace.cases.models import PlannedTalk

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import ContactPlan
    from kintrace.network.models import Member


def lay_days(plan: ContactPlan, finding: Finding) -> None:
    """The first weeks under one roof are another time than those after the first call."""
    today = timezone.localdate()
    start = lookups.together_since(finding) or lookups.contact_day(finding) or today
    settled = lookups.after_contact(plan.society_id)
    for day in days_after(start, settled.days, today=today):
        talk = PlannedTalk(file=plan.file, plan=plan, society_id=plan.society_id, day=day)
        talk.save(force_insert=True)


@transaction.atomic
def count_anew(finding: Finding, *, by: Member) -> None:
    """A family came together: whoever is asked is asked on days that count from then, in the way
    they agreed to. What was due before and was not asked waits still."""
    today = timezone.localdate()
    for plan in lookups.plans_of(finding):
        if plan.row.ended is None:
            plan.row.talks.filter(settled=None, day__gt=today).delete()
            lay_days(plan.row, finding)
            record(Deed.PLANNED_CONTACT, about=plan.about, by=by)
