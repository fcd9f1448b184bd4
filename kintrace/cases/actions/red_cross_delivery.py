"""A Red Cross Message where it is delivered: taken, printed, handed over, answered, returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, red_cross_paper
from kintrace.cases.actions.red_cross_messages import NeedsAnother, require_short
from kintrace.cases.actions.red_cross_moves import (
    NotThisStep,
    deliverer,
    locked,
    may_lie_there,
    require_step,
    require_wanted_at_home,
    seal,
    societies_of,
    step,
    take_from_partner,
)
from kintrace.cases.red_cross import REPLY, State
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.protection.turns import write_about
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from datetime import date

    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.models import Member


@transaction.atomic
def take(message: RedCrossMessage, *, by: Member) -> RedCrossMessage:
    """Somebody will bring it. The home is asked at this moment. Raises Waits, NotThisStep."""
    message = locked(message)
    require_step(message, State.IN_DELIVERY, by=by)
    require_wanted_at_home(message, by=by)
    return step(message, State.IN_DELIVERY, by=by)


@transaction.atomic
def deliver(message: RedCrossMessage, *, day: date, by: Member) -> RedCrossMessage:
    """It was handed to the addressee on a day. What was done is written down, whatever holds now:
    the clock of the text begins with it."""
    message = locked(message)
    require_step(message, State.DELIVERED, by=by)
    if not (message.taken or day) <= day <= timezone.localdate():
        raise NotThisStep(_("Write the day on which it was handed over: today, or a day since."))
    return step(message, State.DELIVERED, by=by, delivered=day)


@transaction.atomic
def return_(message: RedCrossMessage, *, why: str, by: Member) -> RedCrossMessage:
    """It could not be delivered; who brought it keeps no word of it."""
    message = locked(message)
    require_step(message, State.RETURNED, by=by, why=why)
    if message.partner_id is not None:
        take_from_partner(message)
    return step(message, State.RETURNED, by=by, why=why)


@transaction.atomic
def write_reply(message: RedCrossMessage, *, text: str, by: Member) -> RedCrossMessage:
    """The answer as it stands on the second sheet, sealed to either society's box. Raises TooLong.

    Nobody is asked whether it may come in: it waits sealed, and giving it to the sender asks. Whose
    copy was taken for good gets none of the answer.
    """
    message = locked(message)
    require_step(message, State.REPLIED, by=by)
    require_short(text)
    for society in societies_of(message) if may_lie_there(message) else [message.society_id]:
        typed = by if society == by.society_id else None  # of each society its own members alone
        with reading_as(society):
            seal(message, kind=REPLY, said={"text": text}, society=society, by=typed)
    return step(message, State.REPLIED, by=by)


@transaction.atomic
def give_reply(message: RedCrossMessage, *, by: Member) -> None:
    """The sender heard or got the answer: from today its time runs.

    Who gives it read it first: a second look, so nobody gives what they typed. Raises NeedsAnother.
    """
    message = locked(message)
    at_home = by.society_id == message.society_id
    if message.state != State.REPLIED or message.reply_given or not at_home:
        raise NotThisStep(_("This message is at another step now. Open it again."))
    if lookups.typed_reply(message, by):
        raise NeedsAnother(
            _(
                "You typed this answer. Another member reads it, and gives it to who sent the "
                "message."
            )
        )
    write_about(message.subject)
    require(message.subject, Purpose.MESSAGE)
    message.reply_given = timezone.localdate()
    message.save(update_fields=["reply_given"])
    record(Deed.GAVE_REPLY, about=message.pk, by=by)


@transaction.atomic
def printed(message: RedCrossMessage, *, by: Member) -> bytes:
    """Both sheets, for who brings them; asked each time, for paper cannot be called back.

    Needs the inbox box open. Raises Waits, NotThisStep, PaperMissing.
    """
    if message.state != State.IN_DELIVERY or deliverer(message) != by.society_id:
        raise NotThisStep(_("It is printed by who delivers it, while it is in delivery."))
    require_wanted_at_home(message, by=by)
    return red_cross_paper.pdf(message)
