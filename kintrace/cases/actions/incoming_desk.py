"""Who works on what another society asked of us, and that it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.accepting import CannotWorkOnIt
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.models import Incoming
from kintrace.cases.models.transfers import TO_STOP
from kintrace.cases.transfers import OUT
from kintrace.network.access import Right, has
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from kintrace.network.models import Member


@transaction.atomic
def give(incoming: Incoming, *, to: Member, by: Member) -> None:
    """Another member goes on with it. Raises CannotWorkOnIt, NoRight, and NotSo once it ended."""
    if not has(by, Right.CHANGE_CASES):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    if to.society_id != incoming.society_id or not has(to, Right.CHANGE_CASES):
        raise CannotWorkOnIt(_("Choose a member of your society who works on cases."))
    if not Incoming.objects.filter(pk=incoming.pk, state__in=OUT).update(handler=to):
        raise NotSo(_("This request does not stand there any more. Open its page again."))
    record(Deed.ASSIGNED_SEARCH, about=incoming.transfer, by=by)


@transaction.atomic
def note_stopped(incoming: Incoming, *, by: Member) -> None:
    """It ended, and here nobody searches any more or keeps what was printed. Safe to repeat."""
    rows = Incoming.objects.filter(TO_STOP, pk=incoming.pk)
    if rows.update(stopped=timezone.now()):
        record(Deed.STOPPED_SEARCH, about=incoming.transfer, by=by)
