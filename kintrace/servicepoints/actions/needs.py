"""A needs assessment: begun, answered page after page, looked through and settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.servicepoints.actions.points import require_at_work
from kintrace.servicepoints.models import NeedsAssessment
from kintrace.servicepoints.needs import missing
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint
    from kintrace.servicepoints.needs import Group


class IsSettled(Refusal):
    """What was settled is not changed: a new assessment is begun."""


class NotAnswered(Refusal):
    """Something was not asked yet."""


@transaction.atomic
def begin_needs(point: ServicePoint, *, by: Member) -> NeedsAssessment:
    """Begin an assessment, with the answers of the last one; one that goes on is gone on with."""
    require_at_work(point)
    going_on = NeedsAssessment.objects.filter(point=point, settled=None).first()
    if going_on is not None:
        return going_on
    last = NeedsAssessment.objects.filter(point=point).first()
    assessment = NeedsAssessment(society_id=by.society_id, point=point, made_by=by)
    assessment.answers = dict(last.answers) if last else {}
    assessment.lines, assessment.safe = [], {}
    assessment.save(force_insert=True)
    record(Deed.BEGAN_NEEDS, about=assessment.pk, by=by)
    return assessment


@transaction.atomic
def answer_needs(
    assessment: NeedsAssessment, *, group: Group, answers: Mapping[str, Any], by: Member
) -> None:
    """Keep a page of answers. Raises IsSettled."""
    found = _going_on(assessment)
    kept = {one.code: answers[one.code] for one in group.questions if one.code in answers}
    found.answers = {**found.answers, **kept}
    found.save(update_fields=["answers"])
    record(Deed.ANSWERED_NEEDS, about=found.pk, by=by)


@transaction.atomic
def settle_needs(
    assessment: NeedsAssessment,
    *,
    lines: Sequence[Mapping[str, str]],
    safe: Mapping[str, str],
    review_by: date,
    by: Member,
) -> None:
    """Say what is done about it and when it is looked at again. Raises IsSettled, NotAnswered."""
    found = _going_on(assessment)
    if missing(found.answers) is not None:
        raise NotAnswered(_("Answer every page first; what you do not know has an answer, too."))
    found.lines = [dict(one) for one in lines]
    found.safe, found.review_by = dict(safe), review_by
    found.settled, found.settled_by = timezone.now(), by
    found.save()
    record(Deed.SETTLED_NEEDS, about=found.pk, by=by)


def _going_on(assessment: NeedsAssessment) -> NeedsAssessment:
    found = NeedsAssessment.objects.select_for_update().get(pk=assessment.pk)
    if found.settled is not None:
        raise IsSettled(_("This is settled. Begin a new assessment when something changed."))
    return found
