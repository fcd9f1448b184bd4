"""Opening and closing the day of a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.servicepoints.actions.points import require_at_work
from kintrace.servicepoints.actions.sent import is_first
from kintrace.servicepoints.charging import ON_BOARD
from kintrace.servicepoints.checklists import NEEDED, Closing, Opening
from kintrace.servicepoints.models import ChargingTicket, PointDay
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.network.models import Member
    from kintrace.servicepoints.actions.sent import Sent
    from kintrace.servicepoints.models import ServicePoint


class NotReady(Refusal):
    """Something without which nobody is received, or nobody goes home, is not done."""


class PhonesStillHere(Refusal):
    """A phone lies on the board."""


class DayNotOpened(Refusal):
    """A day that nobody opened is not closed."""


@transaction.atomic
def open_day(point: ServicePoint, *, looked_at: Collection[str], sent: Sent, by: Member) -> bool:
    """Begin the day, or go on with one that was closed; False where it was taken before.
    Raises NotReady."""
    require_at_work(point)
    _require(looked_at, Opening)
    if not is_first(sent, society=by.society_id):
        return False
    day = _day(point, sent) or PointDay(point=point, day=sent.day, opened=sent.minute)
    day.society_id, day.opened_by = by.society_id, by
    day.looked_at = [one for one in Opening.values if one in looked_at]
    day.closed = day.closed_by = None
    day.save()
    record(Deed.OPENED_POINT_DAY, about=day.pk, by=by)
    return True


@transaction.atomic
def close_day(point: ServicePoint, *, left_ready: Collection[str], sent: Sent, by: Member) -> bool:
    """End the day. Raises NotReady, PhonesStillHere, DayNotOpened."""
    _require(left_ready, Closing)
    if not is_first(sent, society=by.society_id):
        return False
    day = _day(point, sent)
    if day is None:
        raise DayNotOpened(_("Nobody opened this day, so it need not be closed."))
    if ChargingTicket.objects.filter(point=point, state__in=ON_BOARD).exists():
        raise PhonesStillHere(
            _("Phones lie on the charging board. Hand them out, or lock them away one by one.")
        )
    day.closed, day.closed_by = max(sent.minute, day.opened), by
    day.left_ready = [one for one in Closing.values if one in left_ready]
    day.save()
    record(Deed.CLOSED_POINT_DAY, about=day.pk, by=by)
    return True


def _day(point: ServicePoint, sent: Sent) -> PointDay | None:
    return PointDay.objects.select_for_update().filter(point=point, day=sent.day).first()


def _require(ticked: Collection[str], checklist: type[Opening | Closing]) -> None:
    """Raises NotReady with the sentence that is not true yet."""
    for one in checklist:
        if one in NEEDED and one.value not in ticked:
            said = {"what": one.label}
            raise NotReady(_("This must be so first: %(what)s") % said)
