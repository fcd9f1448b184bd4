"""Counting services, and taking one back. A tap leaves a number and nothing else: an audit row for
each would be the very list of services and minutes that nobody may keep (decision 066)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.servicepoints.actions.figures import LATER
from kintrace.servicepoints.actions.points import require_at_work
from kintrace.servicepoints.actions.sent import is_first, require_not_closed
from kintrace.servicepoints.counters import Service, Whom
from kintrace.servicepoints.models import DailyCount
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet

    from kintrace.network.models import Member
    from kintrace.servicepoints.actions.sent import Sent
    from kintrace.servicepoints.models import ServicePoint


class NothingToTakeBack(Refusal):
    """Nothing like this was counted on that day."""


class DayTooOld(Refusal):
    """A tally of a day that is over for good."""


class NoSuchService(Refusal):
    """A tap of a kind that we do not count."""


@transaction.atomic
def count(point: ServicePoint, *, service: str, whom: Whom, sent: Sent, by: Member) -> bool:
    """One more of this service on the day of the deed; False where it was taken before."""
    _require_may(point, service, sent)
    if not is_first(sent, society=by.society_id):
        return False
    add_one(point, Service(service), whom, sent)
    return True


def add_one(point: ServicePoint, service: Service, whom: Whom, sent: Sent) -> None:
    """Write it down; for deeds that count by themselves."""
    _add(point, service, whom, day=sent.day, number=1)


def _add(point: ServicePoint, service: Service, whom: Whom, *, day: date, number: int) -> None:
    row = _rows(point, service, whom, day)
    if row.update(count=F("count") + number):
        return
    try:
        with transaction.atomic():
            DailyCount.objects.create(
                society_id=point.society_id,
                point=point,
                day=day,
                service=service,
                language=whom.language,
                band=whom.band,
                count=number,
            )
    except IntegrityError:  # another tablet was the first of the day
        row.update(count=F("count") + number)


@transaction.atomic
def enter_tally(
    point: ServicePoint,
    *,
    day: date,
    numbers: Mapping[str, int],
    whom: Whom,
    sent: Sent,
    by: Member,
) -> bool:
    """Add what was counted on paper on a day; False where it was entered before. Raises DayTooOld.

    Later than fourteen days nothing is added: the month may have been told outside.
    """
    today = timezone.localdate()
    if not today - LATER < day <= today:
        raise DayTooOld(_("Enter a tally within two weeks of its day."))
    if not is_first(sent, society=by.society_id):
        return False
    for service, number in numbers.items():
        if number:
            _add(point, Service(service), whom, day=day, number=number)
    record(Deed.ENTERED_TALLY, about=point.pk, by=by)
    return True


@transaction.atomic
def take_back(point: ServicePoint, *, service: str, whom: Whom, sent: Sent, by: Member) -> bool:
    """One less, on the same day; False where it was taken back before. Raises NothingToTakeBack."""
    _require_may(point, service, sent)
    if not is_first(sent, society=by.society_id):
        return False
    row = _rows(point, Service(service), whom, sent.day)
    if not row.filter(count__gt=0).update(count=F("count") - 1):
        raise NothingToTakeBack(
            _(
                "Nothing like this was counted today. Open “Counts of this day” and take back "
                "what was counted too often."
            )
        )
    row.filter(count=0).delete()
    return True


def _require_may(point: ServicePoint, service: str, sent: Sent) -> None:
    if service not in Service.values:
        raise NoSuchService(_("We do not count this. Renew the page and try again."))
    require_at_work(point)
    require_not_closed(point, sent)


def _rows(point: ServicePoint, service: Service, whom: Whom, day: date) -> QuerySet[DailyCount]:
    return DailyCount.objects.filter(
        point=point, day=day, service=service, language=whom.language, band=whom.band
    )
