"""A child begins a Red Cross Message to one of its family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions.children import require_at_work
from kintrace.cases.actions.children_transfers import kin_at, require_may_reach
from kintrace.cases.actions.red_cross_messages import AGREED_FOR, begun
from kintrace.cases.models import RedCrossMessage
from kintrace.protection.actions import record_basis, weigh_basis
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.turns import write_about

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Child
    from kintrace.network.models import Member


@transaction.atomic
def begin(child: Child, *, row: int, how: str, by: Member) -> RedCrossMessage:
    """The child heard what a message may say and who may read it, and wants one to be sent.

    `row`: who of its family gets it. Its words lie in the box of the team, and no name under a key.
    Raises NotReady, TellsTooMuch, NotSo, and what protection refuses.
    """
    write_about(child.subject)
    child = require_at_work(child, by)
    kin = kin_at(child, row)
    addressee = lookups.subject_of_kin(child, kin.row)
    write_about(addressee)
    require_may_reach(child, kin.name, kin.relation)
    _agreed(child, addressee, how=How(how), by=by)
    message = RedCrossMessage(
        society_id=child.society_id,
        case=child.pk,
        box=child.team.box,
        subject=child.subject,
        addressee=addressee,
        reference=lookups.unused_reference(RedCrossMessage, by),
        written_by=by,
    )
    return begun(message, names={}, by=by)


def _agreed(child: Child, addressee: UUID, *, how: How, by: Member) -> None:
    """The child says yes; its family, who cannot be asked before, is weighed."""
    until = timezone.localdate() + AGREED_FOR
    more: dict[str, Any] = {"purpose": Purpose.MESSAGE, "until": until, "by": by}
    more |= {"file": child.file, "kind": BasisKind.PUBLIC_INTEREST}
    record_basis(child.subject, how=how, **more)
    weigh_basis(addressee, told_by=child.subject, **more)
