"""What was learned from a message, written onto the case it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.opening import require_open
from kintrace.cases.lookups import lead_mark, subjects_in
from kintrace.cases.models import Lead
from kintrace.protection.actions import require_notice
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.wall import actions as wall

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.wall.models import Message


@transaction.atomic
def keep_lead(case: Case, *, message: Message, told: dict[str, str], by: Member) -> Lead:
    """Seal a lead onto the case. What was not looked at yet is thereby found plausible.

    Writing down where somebody may be is searching for them: it is asked for who searches and for
    who is sought. Raises CaseIsClosed, InformationNotGiven, AlreadyErased, and what protection
    refuses.
    """
    require_notice(case.subject)
    require_open(case)
    for subject in subjects_in(case):
        require(subject, Purpose.TRACE)
    lead = Lead(file=case.file, case=case, society_id=case.society_id, message=message.pk, by=by)
    lead.told, lead.mark = told, lead_mark(case, told.get("about", ""))
    lead.save(force_insert=True)
    if message.state == message.State.RECEIVED:
        wall.screen(message, state=message.State.PLAUSIBLE, by=by)
    record(Deed.KEPT_LEAD, about=case.pk, by=by)
    return lead
