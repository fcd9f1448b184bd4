"""Whether a visitor may be answered about the person in a photo, asked at that moment."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.network.access import Right, has
from kintrace.protection import lookups as protection
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.wall import lookups
from kintrace.wall.models import Message

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from kintrace.protection.lookups import Allowed, Denied


class AnswerIsHeld(Refusal):
    """The person is on hold: what is said to anybody who writes about them may lead to them."""


def require_answerable(message: Message, *, passes_on: bool, by: "Member") -> None:
    """Raises AnswerIsHeld, NotAllowed or AlreadyErased; in the transaction of the answer."""
    notice = lookups.notice_of_face(by, message.face)
    if notice is not None:
        write_about(notice.subject)
    said = may_be_answered(message, by=by)
    if said or (said.code != "held" and not passes_on):
        return
    if said.code == "held":
        raise AnswerIsHeld(said.sentence)
    todo = _("What you may still say is the approved sentence that nothing can be passed on.")
    raise NotAllowed(f"{said.sentence} {todo}", said.code)


def may_be_answered(message: Message, *, by: "Member") -> "Allowed | Denied":
    """An answer is part of the search. Whoever may lift a hold may answer, too: who writes may be
    the one in danger. A message that names no face is about nobody we look after."""
    if message.face is None:
        return protection.Allowed()
    notice = lookups.notice_of_face(by, message.face)
    if notice is None:  # only an erasure takes it away
        return protection.Denied(_("Everything about this person was erased."), "erased")
    guards = has(by, Right.LIFT_HOLD)
    return protection.may(notice.subject, Purpose.TRACE, despite_hold=guards)
