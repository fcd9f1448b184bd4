"""Moving a Red Cross Message on: whose step it is, the day of it, the reason, the question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.cases import lookups
from kintrace.cases.models import RedCrossMessage, RedCrossPart
from kintrace.cases.red_cross import ARROWS, Side, State
from kintrace.network.access import has
from kintrace.protection.lookups import looked_at, may, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.actions import erase_file
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.red_cross import Arrow
    from kintrace.network.models import Member

DAY_OF = {
    State.SENT: "sent",
    State.IN_DELIVERY: "taken",
    State.DELIVERED: "delivered",
    State.REPLIED: "replied",
    State.RETURNED: "ended",
    State.CANCELLED: "ended",
}


class NotThisStep(Refusal):
    """The message is not where this step begins, or the step has another reason."""


class Waits(Refusal):
    """The home of a message says no; the other society reads why never, and the same always."""

    def __init__(self) -> None:
        super().__init__(
            _("The society that sent this message asks you to wait. Deliver nothing now.")
        )


def locked(message: RedCrossMessage) -> RedCrossMessage:
    """The row, until the transaction ends; 404 when its sender was erased a moment ago."""
    return get_object_or_404(RedCrossMessage.objects.select_for_update(), pk=message.pk)


def require_step(message: RedCrossMessage, to: State, *, by: Member, why: str = "") -> Arrow:
    """The arrow of a step that this member may take now. Raises NotThisStep, NoRight."""
    arrow = ARROWS.get((message.state, to))
    if arrow is None:
        raise NotThisStep(_("This message is at another step now. Open it again."))
    whose = message.society_id if arrow.side == Side.HOME else deliverer(message)
    if by.society_id != whose or not has(by, arrow.right):
        raise NoRight(_("This step is not yours to take."))
    if arrow.reasons is not None and why not in arrow.reasons.values:
        raise NotThisStep(_("Choose why."))
    return arrow


def step(
    message: RedCrossMessage, to: State, *, by: Member, why: str = "", **more: object
) -> RedCrossMessage:
    """Take the step and write it down, in the chains of both societies once both know of it."""
    arrow = require_step(message, to, by=by, why=why)
    put(message, to, why=why if arrow.reasons else "", **more)
    record(arrow.deed, about=message.pk, by=by, also=societies_of(message))
    return message


def put(message: RedCrossMessage, to: State, *, why: str = "", **more: object) -> None:
    """Set the state, its day unless one is given, and what else belongs to it."""
    day = {DAY_OF[to]: timezone.localdate()} if to in DAY_OF else {}
    fields: dict[str, Any] = {"state": to, "why": why, "changed": timezone.now(), **day, **more}
    RedCrossMessage.objects.filter(pk=message.pk).update(**fields)
    message.refresh_from_db(fields=list(fields))


def deliverer(message: RedCrossMessage) -> UUID:
    """The society that brings it to the addressee."""
    return message.partner_id or message.society_id


def societies_of(message: RedCrossMessage) -> list[UUID]:
    """Home, and the other society if it was handed to one."""
    return [one for one in (message.society_id, message.partner_id) if one]


def require_wanted(message: RedCrossMessage, *, with_: UUID | None) -> None:
    """The one question, about who sends and who gets it; inside the reader of the home."""
    for subject in (message.subject, message.addressee):
        write_about(subject)
        require(subject, Purpose.MESSAGE, with_=with_)
    if lookups.refuses_messages(message.addressee):  # the words of a hold: nobody learns which
        raise NotAllowed(looked_at(), "held")


def is_wanted(message: RedCrossMessage) -> bool:
    """The same as an answer, asked at home by whoever has the message."""
    ask = partial(may, purpose=Purpose.MESSAGE, with_=message.partner_id)
    with reading_as(message.society_id):
        if lookups.refuses_messages(message.addressee):
            return False
        return all(ask(subject) for subject in (message.subject, message.addressee))


def may_lie_there(message: RedCrossMessage) -> bool:
    """Whether the other society may still have words of it. A hold takes none away, for whoever
    watches would learn of it. Why a child's were taken from it lies in the box of the team alone,
    so there it is asked whether they were."""
    if message.is_childs and not _has_parts(message):
        return False
    ask = partial(may, purpose=Purpose.MESSAGE, with_=message.partner_id, despite_hold=True)
    with reading_as(message.society_id):
        return all(ask(subject) for subject in (message.subject, message.addressee))


def _has_parts(message: RedCrossMessage) -> bool:
    if message.partner_id is None:
        return False
    with reading_as(message.partner_id):
        return message.parts.filter(society_id=message.partner_id).exists()


def require_wanted_at_home(message: RedCrossMessage, *, by: Member) -> None:
    """Asked by who delivers. Raises Waits, or at home what protection refuses."""
    if by.society_id == message.society_id:
        require_wanted(message, with_=None)
    elif not is_wanted(message):
        raise Waits


def seal(
    message: RedCrossMessage, *, kind: str, said: object, society: UUID, by: Member | None = None
) -> None:
    """Seal a part to one society's box; it replaces what stood there, which nobody need read."""
    old = RedCrossPart.objects.filter(message=message, society_id=society, kind=kind)
    versions = list(old.values_list("version", flat=True))
    old.delete()
    part = RedCrossPart(
        message=message,
        society_id=society,
        kind=kind,
        version=max(versions, default=0) + 1,
        by=by,
    )
    part.said = said
    part.save(force_insert=True)


def take_from_partner(message: RedCrossMessage) -> None:
    """What the other society had of it: its parts, and its slot of the key."""
    if message.partner_id is not None:
        with reading_as(message.partner_id):
            RedCrossPart.objects.filter(message=message, society_id=message.partner_id).delete()
            if file := _file_of(message):
                erase_file(file)


def _file_of(message: RedCrossMessage) -> UUID | None:
    paper = getattr(message, "paper", None)
    return paper.file if paper else None


def end(message: RedCrossMessage, to: State, *, why: str, by: Actor) -> None:
    """The house itself calls a message off or takes it back."""
    take_from_partner(message)
    put(message, to, why=why)
    deed = next(arrow.deed for (_from, there), arrow in ARROWS.items() if there == to)
    record(deed, about=message.pk, by=by, also=societies_of(message))
