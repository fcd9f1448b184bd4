"""Whether other societies' searches may be held beside a case: asked of who searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import cards, lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.opening import BASIS_LASTS, require_open
from kintrace.protection.actions import record_basis, weigh_basis
from kintrace.protection.lookups import bases_in_force, require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.turns import write_about

if TYPE_CHECKING:
    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member


@transaction.atomic
def let_compare(case: Case, *, how: How, by: Member) -> Case:
    """The person agrees that other societies' searches are held beside this one. Who is sought
    cannot be asked: for them it is weighed. Raises CaseIsClosed, NotAcceptedYet, SearchRests, and
    what protection refuses."""
    write_about(case.subject)
    case = moves.locked(case)
    require_open(case)
    require(case.subject, Purpose.TRACE)
    record_basis(
        case.subject,
        purpose=Purpose.COMPARE,
        kind=BasisKind.CONSENT,
        how=how,
        until=timezone.localdate() + BASIS_LASTS,
        file=case.file,
        by=by,
    )
    for sought in lookups.still_sought(case):
        weigh_comparing(sought, by=by)
    cards.follow(case)
    record(Deed.LET_COMPARE, about=case.pk, by=by)
    return case


def weigh_comparing(sought: Sought, *, by: Member) -> None:
    """Part of an action: one person sought is compared where who searches agreed to it."""
    case = sought.case
    if not bases_in_force(case.subject, Purpose.COMPARE).exists():
        return
    weigh_basis(
        sought.subject,
        told_by=case.subject,
        purpose=Purpose.COMPARE,
        kind=BasisKind.PUBLIC_INTEREST,
        until=timezone.localdate() + BASIS_LASTS,
        file=case.file,
        by=by,
    )
