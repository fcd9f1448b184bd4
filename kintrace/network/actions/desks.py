"""Opening, changing and closing a desk. All of it is public: people travel to what stands here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network.models import Desk, Society

if TYPE_CHECKING:
    from kintrace.network.models import Member


@transaction.atomic
def add_desk(
    society: Society,
    *,
    name: str,
    country: str = "",
    address: str = "",
    hours: str = "",
    phone: str = "",
    languages: Sequence[str] = (),
    by: "Member | None" = None,
) -> Desk:
    """Open a desk. country: two letters, empty for the society's own.

    by: None only when the house itself opens it (demo, set-up, tests).
    """
    desk = Desk(society=society, name=name, address=address, hours=hours, phone=phone)
    desk.country, desk.languages, desk.checked = country, list(languages), timezone.localdate()
    desk.save()
    record(Deed.OPENED_DESK, about=desk.pk, by=by or Machine(society.pk))
    return desk


@transaction.atomic
def change_desk(
    desk: Desk,
    *,
    name: str,
    country: str,
    address: str,
    hours: str,
    phone: str,
    languages: Sequence[str],
    by: "Member",
) -> Desk:
    """Say anew what is true of a desk; the same words once more confirm them."""
    desk.name, desk.country, desk.address = name, country, address
    desk.hours, desk.phone, desk.languages = hours, phone, list(languages)
    desk.checked = timezone.localdate()
    desk.save()
    record(Deed.CHANGED_DESK, about=desk.pk, by=by)
    return desk


@transaction.atomic
def close_desk(desk: Desk, *, by: "Member") -> None:
    """Nobody is received here any more: it is gone from the next page anyone opens."""
    about = desk.pk
    desk.delete()
    record(Deed.CLOSED_DESK, about=about, by=by)
