"""The register of what authorities asked: by the data-protection officer alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, has
from kintrace.protection.models import AuthorityRequest
from kintrace.protection.refusals import NothingToDo, NotYours, RequestNotAsExpected
from kintrace.protection.rights import Authority, Decision

if TYPE_CHECKING:
    from datetime import date

    from kintrace.network.models import Member


@transaction.atomic
def write_authority(
    *, kind: Authority, country: str, received: date, asked: str, by: Member
) -> AuthorityRequest:
    """Write down that an authority asked, in general words. It is refused until decided else."""
    _only_dpo(by)
    if received > timezone.localdate():
        raise RequestNotAsExpected(_("The day on which it came lies in the future."))
    if not asked.strip():
        raise RequestNotAsExpected(_("Write in general what was asked, without a name."))
    request = AuthorityRequest(
        society_id=by.society_id,
        kind=Authority(kind).value,
        country=country.upper(),
        received=received,
    )
    request.asked = asked.strip()
    request.save(force_insert=True)
    record(Deed.AUTHORITY_ASKED, about=request.pk, by=by)
    return request


@transaction.atomic
def decide_authority(
    request: AuthorityRequest,
    *,
    decision: Decision,
    answered: date,
    by: Member,
    ground: str = "",
    advice: str = "",
) -> None:
    """What the authority was answered, once. To answer more than no takes a law and advice."""
    _only_dpo(by)
    rows = AuthorityRequest.objects.select_for_update()
    current = rows.filter(pk=request.pk, society_id=by.society_id).first()
    if current is None or current.answered is not None:
        raise NothingToDo(_("This request was answered already."))
    if not current.received <= answered <= timezone.localdate():
        raise RequestNotAsExpected(_("Choose the day on which it was answered."))
    if decision == Decision.BOUND and not (ground.strip() and advice.strip()):
        raise RequestNotAsExpected(
            _("Write which law binds us and who advised. Without both, the answer is no.")
        )
    current.decision, current.answered = Decision(decision).value, answered
    current.ground, current.advice = ground.strip() or None, advice.strip() or None
    current.save(update_fields=["decision", "answered", "ground", "advice"])
    record(Deed.DECIDED_AUTHORITY, about=current.pk, by=by)


def _only_dpo(by: Member) -> None:
    if not has(by, Right.ANSWER_AUTHORITIES):
        raise NotYours
