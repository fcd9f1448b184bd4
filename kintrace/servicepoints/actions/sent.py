"""A deed as it was done at a point, perhaps without network and perhaps sent twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.servicepoints.models import PointDay, UsedId
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from datetime import date

    from kintrace.servicepoints.models import ServicePoint

LATE = timedelta(hours=72)
CLOCKS_DIFFER = timedelta(minutes=15)
REMEMBERED = timedelta(days=4)  # longer than anything is taken late


class TooLate(Refusal):
    """It was done more than three days ago."""


class ClockWrong(Refusal):
    """It was done in the future."""


class DayIsClosed(Refusal):
    """It was done after the day of the point was closed."""


@dataclass(frozen=True)
class Sent:
    """id: made once for a deed by the page or the tablet. at: when it was done."""

    id: UUID = field(default_factory=uuid4)
    at: datetime = field(default_factory=timezone.now)

    @property
    def minute(self) -> datetime:
        """When it was done, to the minute; a clock that goes a little fast is no harm."""
        return min(self.at, timezone.now()).replace(second=0, microsecond=0)

    @property
    def day(self) -> date:
        return timezone.localdate(self.minute)


def is_first(sent: Sent, *, society: UUID) -> bool:
    """Whether this deed arrives for the first time. Raises TooLate, ClockWrong."""
    require_in_time(sent)
    try:
        with transaction.atomic():
            UsedId.objects.create(society_id=society, used=sent.id, day=timezone.localdate())
    except IntegrityError:
        return False
    return True


def require_in_time(sent: Sent) -> None:
    """Raises TooLate, ClockWrong."""
    now = timezone.now()
    if sent.at > now + CLOCKS_DIFFER:
        raise ClockWrong(_("The clock of this tablet is wrong. Set it right and send it again."))
    if sent.at < now - LATE:
        raise TooLate(
            _(
                "This was done more than three days ago and is not counted any more. "
                "Tell your officer."
            )
        )


def require_not_closed(point: ServicePoint, sent: Sent) -> None:
    """Raises DayIsClosed. What was done before the day was closed may arrive afterwards."""
    closed = PointDay.objects.filter(point=point, day=sent.day).values_list("closed", flat=True)
    moment = closed.first()
    if moment is not None and sent.minute > moment:
        raise DayIsClosed(_("This day is closed. Open it again before you count."))


@transaction.atomic
def forget_used(society: UUID, *, today: date) -> int:
    """What is too old to be taken is refused for its age: its number need not be known."""
    old = UsedId.objects.filter(society_id=society, day__lt=today - REMEMBERED)
    return old.delete()[0]
