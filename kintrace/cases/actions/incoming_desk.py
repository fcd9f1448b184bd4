"""Who works on what another society asked of us, which case of ours it is, and that it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.accepting import CannotWorkOnIt
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.models import Incoming
from kintrace.cases.models.transfers import TO_STOP
from kintrace.cases.transfers import AT_WORK, OUT
from kintrace.network.access import Right, has
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member


@transaction.atomic
def give(incoming: Incoming, *, to: Member, by: Member) -> None:
    """Another member goes on with it. Raises CannotWorkOnIt, NoRight, and NotSo once it ended."""
    _require_works(by)
    if to.society_id != incoming.society_id or not has(to, Right.CHANGE_CASES):
        raise CannotWorkOnIt(_("Choose a member of your society who works on cases."))
    if not Incoming.objects.filter(pk=incoming.pk, state__in=OUT).update(handler=to):
        raise NotSo(_("This request does not stand there any more. Open its page again."))
    record(Deed.ASSIGNED_SEARCH, about=incoming.transfer, by=by)


@transaction.atomic
def link(incoming: Incoming, *, case: Case | None, sought: UUID | None = None, by: Member) -> None:
    """Say which case of our own is the same search, so that it is not sent in a circle; `sought`:
    and which person of those it seeks. Raises NoRight, and NotSo where nobody here works on it."""
    _require_works(by)
    at_work = Incoming.objects.filter(pk=incoming.pk, state__in=AT_WORK)
    if not at_work.update(case=case, sought=_meant(case, sought)):
        raise NotSo(_("This request does not stand there any more. Open its page again."))
    record(Deed.LINKED_TRANSFER, about=incoming.transfer, by=by)


def _require_works(by: Member) -> None:
    if not has(by, Right.CHANGE_CASES):
        raise NoRight(_("Your role does not do this step. Ask who does."))


def _meant(case: Case | None, sought: UUID | None) -> Sought | None:
    """Who is sought alone is meant; of several nobody, until somebody says it."""
    persons = lookups.still_sought(case) if case else []
    if len(persons) == 1:
        return persons[0]
    return next((one for one in persons if one.pk == sought), None)


@transaction.atomic
def note_stopped(incoming: Incoming, *, by: Member) -> None:
    """It ended, and here nobody searches any more or keeps what was printed. Safe to repeat. Raises
    NoRight."""
    _require_works(by)
    rows = Incoming.objects.filter(TO_STOP, pk=incoming.pk)
    if rows.update(stopped=timezone.now()):
        record(Deed.STOPPED_SEARCH, about=incoming.transfer, by=by)
