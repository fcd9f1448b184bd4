"""What visitors write and what a society answers. The public half runs without any key."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import Actor, record
from kintrace.audit.deeds import Deed
from kintrace.ui.refusals import Refusal
from kintrace.vault import answers
from kintrace.vault.reader import reader_in_force
from kintrace.wall.conversations import Conversation, Piece, sealed_answer
from kintrace.wall.models import Face, Message, Reply

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member

State = Message.State
Row = TypeVar("Row", bound=Model)
# From each state of a message to those it may go to (the table of the field's words).
NEXT: dict[str, frozenset[str]] = {
    State.RECEIVED: frozenset({State.PLAUSIBLE, State.SPAM, State.DEMAND, State.THREAT}),
    State.PLAUSIBLE: frozenset(
        {State.CONTACTED, State.NOT_RELATED, State.SPAM, State.DEMAND, State.THREAT}
    ),
    State.DEMAND: frozenset({State.PLAUSIBLE, State.CONTACTED, State.ABUSE}),
    State.THREAT: frozenset({State.PLAUSIBLE, State.CONTACTED, State.ABUSE}),
    State.CONTACTED: frozenset({State.MATCH, State.NOT_RELATED, State.UNREACHABLE, State.ABUSE}),
    # Closed by mistake is put right by a person; a match is undone where it was confirmed.
    State.SPAM: frozenset({State.PLAUSIBLE}),
    State.NOT_RELATED: frozenset({State.CONTACTED}),
    State.UNREACHABLE: frozenset({State.CONTACTED}),
    State.ABUSE: frozenset({State.PLAUSIBLE}),
    State.MATCH: frozenset({State.CONTACTED}),
}
KEPT_AFTER_CLOSING = timedelta(days=90)
SPAM_KEPT = timedelta(days=14)


class CannotAnswer(Refusal):
    """No code and word belong to this message."""


class NotThatWay(Refusal):
    """A message does not go from this state to that."""


@dataclass(frozen=True, repr=False)
class Sent:
    """What the page after sending shows once: the code, and who has the message now."""

    code: str
    society: "UUID"


def leave_message(face: Face, *, body: dict[str, Any], word: str) -> Sent:
    """Seal what a visitor wrote to the box of the society that looks after this face.

    Nothing of it is written anywhere before it is sealed. Raises BoxNotTrusted when the society's
    box key is not signed as pinned, TooManyAtOnce in a crowd: then nothing is kept at all.
    """
    code = answers.new_code()
    derived = answers.derive(code, word)
    derived.forget()  # from here on only the visitor can make the private half
    with transaction.atomic():
        message = Message(
            society_id=face.society_id,
            face=face.pk,
            reply_lookup=derived.lookup_id,
            reply_key=derived.public,
        )
        message.body = body
        message.save(force_insert=True)
        _keep_receipt(face, derived.lookup_id)
    return Sent(code=code, society=face.society_id)


def _keep_receipt(face: Face, lookup: bytes) -> None:
    """So that who comes back with code and word hears "we have it" before there is an answer."""
    Reply(society_id=face.society_id, lookup=lookup, direction=Reply.Direction.RECEIPT).save(
        force_insert=True
    )


def write_back(conversation: Conversation, *, text: str) -> Conversation:
    """A visitor who came with code and word adds something; sealed to the society's box.

    Answers the conversation with it: opening it anew would derive the code a second time.
    """
    addition = Reply(
        society_id=conversation.society,
        lookup=conversation.lookup,
        direction=Reply.Direction.FROM_VISITOR,
    )
    addition.body = {"text": text}
    addition.save(force_insert=True)
    piece = Piece(direction=addition.direction, text="", at=addition.at)
    return replace(conversation, pieces=[*conversation.pieces, piece])


@transaction.atomic
def answer(message: Message, *, text: str, by: "Member") -> Reply:
    """Answer a visitor: sealed to the key that only code and word open.

    A copy is sealed to the society's box, for colleagues must know what was said.
    """
    message = _locked(message)
    if message.reply_key is None or message.reply_lookup is None:
        raise CannotAnswer(_("This visitor chose no word; answer in the way the message names."))
    reply = Reply(
        society_id=message.society_id,
        lookup=bytes(message.reply_lookup),
        direction=Reply.Direction.TO_VISITOR,
    )
    reply.body = {"text": text}
    reply.answer = sealed_answer(reply.pk, public=bytes(message.reply_key), text=text)
    reply.save(force_insert=True)
    if message.state in {State.RECEIVED, State.PLAUSIBLE}:
        _move(message, State.CONTACTED)
    record(Deed.ANSWERED_MESSAGE, about=message.pk, by=by)
    return reply


@transaction.atomic
def screen(message: Message, *, state: str, by: "Member") -> Message:
    """Say what a message is, or how it ended. Raises NotThatWay."""
    message = _locked(message)
    if state not in NEXT[message.state]:
        raise NotThatWay(_("A message cannot go from where it is to there. Reload the page."))
    _move(message, State(state))
    deed = Deed.CLOSED_MESSAGE if message.is_closed else Deed.SCREENED_MESSAGE
    record(deed, about=message.pk, by=by)
    return message


@transaction.atomic
def pick_up(*, by: Actor) -> int:
    """Write down every message and addition that arrived in the reader's society; how many.

    An addition to a closed message opens it again: somebody has to look.
    """
    about = [message.pk for message in _noted(_ours(Message).filter(picked_up=None))]
    for addition in _noted(_additions()):
        lookup = bytes(addition.lookup)
        for message in _ours(Message).filter(reply_lookup=lookup).select_for_update():
            if message.is_closed:
                _move(message, State.RECEIVED)
            about.append(message.pk)
    for pk in about:
        record(Deed.MESSAGE_ARRIVED, about=pk, by=by)
    return len(about)


def _noted(arrived: QuerySet[Row]) -> list[Row]:
    """These rows, picked up now; what comes in the meantime has its turn next time."""
    rows = list(arrived.select_for_update())
    arrived.filter(pk__in=[row.pk for row in rows]).update(picked_up=timezone.now())
    return rows


def _additions() -> QuerySet[Reply]:
    """What visitors added and nobody was told of yet."""
    return _ours(Reply).filter(picked_up=None, direction=Reply.Direction.FROM_VISITOR)


@transaction.atomic
def close_old(now: datetime, *, by: Actor) -> int:
    """Delete the closed messages of the reader's society whose time is over, with their answers.

    A message that nobody closed is never deleted, however old, nor one to which the visitor added
    something that was not picked up yet.
    """
    spam = Q(state=State.SPAM, closed__lt=now - SPAM_KEPT)
    old = _ours(Message).filter(spam | Q(closed__lt=now - KEPT_AFTER_CLOSING))
    over = list(old.exclude(reply_lookup__in=_additions().values("lookup")).select_for_update())
    for message in over:
        if message.reply_lookup is not None:
            replies = _ours(Reply).filter(lookup=bytes(message.reply_lookup))
            replies.exclude(pk__in=_additions()).delete()
        pk = message.pk
        message.delete()
        record(Deed.EXPIRED, about=pk, by=by)
    return len(over)


def _move(message: Message, state: State) -> None:
    message.state = state
    message.closed = timezone.now() if message.is_closed else None
    message.save(update_fields=["state", "closed"])


def _ours(model: type[Row]) -> QuerySet[Row]:
    return model._default_manager.filter(  # noqa: SLF001 - Django's public name
        society_id=reader_in_force().society
    )


def _locked(message: Message) -> Message:
    return Message.objects.select_for_update().get(pk=message.pk)
