"""Tablets: made ready to work without network, asked to empty themselves, forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions.points import require_at_work
from kintrace.servicepoints.models import Device
from kintrace.servicepoints.models.device import SHARES
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint

MOST_DEVICES = 50  # of one point: a slip, or somebody who makes up tablets


class TooManyDevices(Refusal):
    """A point has no use for so many."""


class StillToEmpty(Refusal):
    """Taken off the list, a lost tablet would never be told to empty itself."""


@transaction.atomic
def make_ready(point: ServicePoint, *, name: str, by: Member) -> Device:
    """Let a tablet work at a point without network. Raises PointEnded, TooManyDevices."""
    require_at_work(point)
    there = list(lookups.devices_at(point))
    if len(there) >= MOST_DEVICES:
        words = _("Too many tablets are ready at this point. Ask your officer to take some off.")
        raise TooManyDevices(words)
    device = Device(society_id=by.society_id, point=point, made_by=by.pk)
    device.name, device.share = name, _free_share(there)
    device.save(force_insert=True)
    record(Deed.MADE_DEVICE_READY, about=device.pk, by=by)
    return device


def _free_share(there: Iterable[Device]) -> int:
    """A part of the board that is no other tablet's; none where all are given."""
    given = {one.share for one in there}
    return next((share for share in range(1, SHARES) if share not in given), 0)


@transaction.atomic
def ask_to_empty(device: Device, *, by: Member) -> None:
    """Have a tablet empty itself when it is heard of next, whoever holds it then."""
    if device.to_empty is None:
        device.to_empty = timezone.now()
        device.save(update_fields=["to_empty"])
    record(Deed.ASKED_TO_EMPTY, about=device.pk, by=by)


@transaction.atomic
def tell_to_empty(device: Device) -> bool:
    """Say to a tablet whether it is to empty itself now. Nobody need be signed in on it."""
    if device.to_empty is None:
        return False
    if device.emptied is None:
        device.emptied = timezone.now()
        device.save(update_fields=["emptied"])
        record(Deed.EMPTIED_DEVICE, about=device.pk, by=Machine(device.society_id))
    return True


@transaction.atomic
def take_off(device: Device, *, by: Member) -> None:
    """Forget a tablet. What it still brings is taken; it is then made ready anew.

    Raises StillToEmpty.
    """
    if device.is_to_empty:
        raise StillToEmpty(
            _("This tablet is still to be emptied. It stays on the list until it was told so.")
        )
    about = device.pk
    device.delete()
    record(Deed.FORGOT_DEVICE, about=about, by=by)


@transaction.atomic
def forget_devices(society: UUID, *, unheard_of_since: datetime, lost_since: datetime) -> int:
    """Forget tablets that did not come back for long; gives how many."""
    gone = lookups.devices_unheard_of(society, since=unheard_of_since, lost_since=lost_since)
    return gone.delete()[0]
