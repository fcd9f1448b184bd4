"""What lies in the box is on no index card, unless a member types it onto the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import cards, lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.corrections import require_may_correct
from kintrace.cases.models import OnCard
from kintrace.protection.actions import require_notice
from kintrace.protection.turns import write_about

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.models import Member


@transaction.atomic
def type_onto_card(case: Case, *, subject: UUID, mother: str, by: Member) -> None:
    """The mother's name of who searches or is sought, on their card from now on; "" takes it off.

    Raises CaseIsClosed, InformationNotGiven, NotAllowed while somebody looks at it first; 404 for
    who is not in the case.
    """
    require_notice(case.subject)
    write_about(subject)
    case = moves.locked(case)
    require_may_correct(case, subject)
    if subject not in lookups.subjects_in(case):
        raise Http404
    OnCard.objects.filter(case=case, subject=subject).delete()
    if mother.strip():
        row = OnCard(file=case.file, society_id=case.society_id, case=case, subject=subject)
        row.mother = mother.strip()
        row.save(force_insert=True)
    cards.follow(case)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)
