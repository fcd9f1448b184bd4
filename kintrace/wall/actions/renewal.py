"""A face hangs longer only after somebody spoke with the person; whoever calls this knows it."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.protection import lookups as protection
from kintrace.protection.purposes import Purpose, Scope
from kintrace.wall.actions.publication import NotReady, last_day, locked_for_writing
from kintrace.wall.models import Face, Notice
from kintrace.wall.terms import Terms

if TYPE_CHECKING:
    from kintrace.network.models import Member


@transaction.atomic
def renew(notice: Notice, *, until: date, terms: Terms, by: "Member") -> Notice:
    """Let a live face hang until the day the person named now, within what the terms allow.

    That day's consent is recorded before. Raises NotReady, and what protection refuses.
    """
    notice = locked_for_writing(notice)
    if not notice.is_live:
        raise NotReady(_("This photo is not on the wall. It cannot be renewed."))
    protection.require(notice.subject, Purpose.PUBLISH, scope=Scope.WALL)
    if until > (protection.agreed_until(notice.subject, Scope.WALL) or until):
        raise NotReady(_("The person did not agree to so long a time."))
    notice.terms, notice.agreed = terms, timezone.localdate()
    notice.live_until = last_day(until, terms=terms)
    notice.save(update_fields=["terms", "agreed", "live_until"])
    for face in Face.objects.filter(pk=notice.face) if notice.face else ():
        face.live_until = notice.live_until
        face.save(update_fields=["live_until"])
    record(Deed.RENEWED_FACE, about=notice.pk, by=by)
    return notice
