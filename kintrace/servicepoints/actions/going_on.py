"""From somebody who is seen again to a request for a search: a matter of its own from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds_points import PointDeed
from kintrace.cases import steps
from kintrace.cases.actions import drafts
from kintrace.cases.forms import LANGUAGES
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions.following import require_may_follow

if TYPE_CHECKING:
    from kintrace.cases.models import Draft
    from kintrace.network.models import Member
    from kintrace.protection.models import NoticeText
    from kintrace.protection.purposes import Channel
    from kintrace.servicepoints.models import Registration


@transaction.atomic
def begin_request(
    registration: Registration,
    *,
    text: NoticeText,
    channel: Channel,
    interpreter: bool,
    called: bool,
    language: bool,
    by: Member,
) -> Draft:
    """Begin a draft for the person, who heard the notice again. Only what they let go along stands
    in it, and neither row leads to the other: each ends by its own clock.

    Raises NoRight, NoticeNotInForce.
    """
    require_may_follow(registration, by)
    told = lookups.told_by(registration)
    draft = drafts.begin(text, channel=channel, interpreter=interpreter, by=by)
    answers = {"given": [told.called]} if called else {}
    if language and told.language in dict(LANGUAGES):
        answers["languages"] = [told.language]
    if answers:
        drafts.keep(draft, step=steps.STEPS[0].key, answers=answers, seen=0, by=by)
    record(PointDeed.READ_REGISTRATION, about=registration.pk, by=by)
    return draft
