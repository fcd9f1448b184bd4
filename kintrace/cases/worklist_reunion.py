"""What waits around a family that comes together, for who works on the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups, threads
from kintrace.cases.neighbours import Work
from kintrace.cases.reunion import LOOK_AGAIN
from kintrace.cases.work_of import MINE
from kintrace.cases.worklist_plan import to_ask_after_contact
from kintrace.cases.worklist_referral import referrals_to_follow
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.lookups import Dossier
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def coming_together(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """What runs out, and dossiers that nobody wrote anything down about for long.

    An officer stands in where nobody who works here has the case.
    """
    if not has(member, Right.CHANGE_CASES):
        return
    looks_after = lookups.looks_after(member, else_=Right.RELEASE_CONTACT, of=of)
    for dossier in lookups.dossiers_going_on(member):
        case = dossier.finding.case
        if threads.sees(member, case) and looks_after(case):
            where = reverse("cases:reunion", args=[dossier.finding.sought.pk])
            for what, due in _waiting(dossier):
                yield Work(what, where, "together", due, case.reference)


def _waiting(dossier: Dossier) -> Iterator[tuple[str, date]]:
    running_out = dossier.running_out(timezone.localdate())
    if running_out:
        first = min(sheet.until for sheet in running_out if sheet.until)
        yield _("Something that an office asked the family for runs out."), first
    written = [*(row.at for row in dossier.steps), *(row.at for row, _sheet in dossier.sheets)]
    last = timezone.localdate(max(written))
    yield _("Go on with a family that comes together."), last + LOOK_AGAIN


OF_CASES = (coming_together, to_ask_after_contact, referrals_to_follow)
