"""What staff and the worker do with messages: assign, screen, answer, tell, pick up, let go."""

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import Actor, record
from kintrace.audit.deeds import Deed
from kintrace.network import lookups as network
from kintrace.protection import keeping
from kintrace.protection.actions import forget_notice, give_notice, new_subject
from kintrace.protection.retention import Kind as Clocked
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reader_in_force
from kintrace.wall.actions.answering import require_answerable
from kintrace.wall.actions.messages import Sent, seal
from kintrace.wall.conversations import sealed_answer
from kintrace.wall.models import Message, Reply
from kintrace.wall.screening import NEXT, URGENT, Channel, Kind, State

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.protection.actions import Heard

Row = TypeVar("Row", bound=Model)
ALARMS = (3, 7, 14)  # days
URGENT_ALARMS = (1, *ALARMS)  # of what had to be looked at on the same day


class CannotAnswer(Refusal):
    """No code and word belong to this message."""


class NotThatWay(Refusal):
    """A message does not go from this state to that."""


class CannotOpenTheBox(Refusal):
    """A message is given only to somebody who can read it."""


@transaction.atomic
def assign(message: Message, *, to: "Member | None", by: "Member") -> Message:
    """Give a message to a holder of the inbox box, or to nobody. Raises CannotOpenTheBox."""
    message = _locked(message)
    holders = network.holders_of(message.society_id, "inbox") if to else []
    if to is not None and to.pk not in {holder.pk for holder in holders}:
        raise CannotOpenTheBox(_("This member cannot open the inbox. Choose another one."))
    message.assigned_to = to
    message.save(update_fields=["assigned_to"])
    record(Deed.ASSIGNED_MESSAGE, about=message.pk, by=by)
    return message


@transaction.atomic
def write_down(
    *,
    about: "UUID | None",
    kind: Kind = Kind.MESSAGE,
    channel: Channel,
    body: dict[str, Any],
    word: str = "",
    heard: "Heard",
    by: "Member",
) -> Sent:
    """Keep what somebody told by phone or at a desk, sealed at once like what is written.

    The notice they heard comes first (gate G1), under the message's id, and ends with it. Who
    writes it down need not have the box open, and cannot read it again without it. Raises
    NoticeNotInForce, BoxNotTrusted, TooManyAtOnce.
    """
    message = new_subject()
    how = heard.channel
    give_notice(message, text=heard.text, channel=how, interpreter=heard.interpreter, by=by)
    told: dict[str, Any] = {"kind": kind, "channel": channel, "known_as": message}
    sent = seal(by.society_id, about=about, body=body, word=word, **told)
    record(Deed.WROTE_DOWN_MESSAGE, about=sent.message, by=by)
    return sent


@transaction.atomic
def answer(message: Message, *, text: str, passes_on: bool = True, by: "Member") -> Reply:
    """Answer a visitor: sealed to the key that only code and word open.

    A copy is sealed to the society's box, for colleagues must know what was said. `passes_on` is
    False for the approved sentence that nothing may be passed on and for nothing else: it says the
    same of everybody. Raises CannotAnswer, AnswerIsHeld, and what protection refuses.
    """
    lookup, public = message.reply_lookup, message.reply_key  # which never change
    if lookup is None or public is None:
        raise CannotAnswer(_("This visitor chose no word; answer in the way the message names."))
    require_answerable(message, passes_on=passes_on, by=by)
    message = _locked(message)
    reply = Reply(
        society_id=message.society_id,
        lookup=bytes(lookup),
        direction=Reply.Direction.TO_VISITOR,
    )
    reply.body = {"text": text}
    reply.answer = sealed_answer(reply.pk, public=bytes(public), text=text)
    reply.save(force_insert=True)
    if message.state in {State.RECEIVED, State.PLAUSIBLE}:
        _move(message, State.CONTACTED)
    _dealt_with(message)
    record(Deed.ANSWERED_MESSAGE, about=message.pk, by=by)
    return reply


@transaction.atomic
def screen(message: Message, *, state: str, by: "Member") -> Message:
    """Say what a message is, or how it ended. Raises NotThatWay."""
    message = _locked(message)
    if state not in NEXT[message.state]:
        raise NotThatWay(_("A message cannot go from where it is to there. Reload the page."))
    _move(message, State(state))
    _dealt_with(message)
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
            _wait_since(message, addition.at)
            about.append(message.pk)
    for pk in about:
        record(Deed.MESSAGE_ARRIVED, about=pk, by=by)
    return len(about)


def _wait_since(message: Message, when: datetime) -> None:
    """Somebody has to look (again); what waits already waits since then."""
    if message.waiting_since is None:
        message.waiting_since, message.alarmed = when, 0
        message.save(update_fields=["waiting_since", "alarmed"])


def _dealt_with(message: Message) -> None:
    message.waiting_since, message.alarmed = None, 0
    message.save(update_fields=["waiting_since", "alarmed"])


@transaction.atomic
def note_alarms(now: datetime, *, by: Actor) -> set[int]:
    """Note which messages nobody dealt with for 3, 7 or 14 days, each once; which alarms are new.

    A wish for a photo to come down, and a demand for money, rings after one day as well.

    The caller writes the letters in the same transaction: an alarm is noted when it rings.
    """
    rings = set()
    waiting = _ours(Message).filter(waiting_since__lte=now - timedelta(days=URGENT_ALARMS[0]))
    for message in waiting.exclude(state__in=Message.CLOSED).select_for_update():
        due = _days_over(message, now)
        if due > message.alarmed:
            message.alarmed = due
            message.save(update_fields=["alarmed"])
            record(Deed.ALARM_RANG, about=message.pk, by=by)
            rings.add(due)
    return rings


def _days_over(message: Message, now: datetime) -> int:
    """The greatest of its alarms that lies behind; 0 when none does."""
    if message.waiting_since is None:
        return 0
    waited = now - message.waiting_since
    alarms = URGENT_ALARMS if message.kind in URGENT else ALARMS
    return max((days for days in alarms if waited >= timedelta(days=days)), default=0)


def _noted(arrived: QuerySet[Row]) -> list[Row]:
    """These rows, picked up now; what comes in the meantime has its turn next time."""
    rows = list(arrived.select_for_update())
    arrived.filter(pk__in=[row.pk for row in rows]).update(picked_up=timezone.now())
    return rows


def _additions() -> QuerySet[Reply]:
    """What visitors added and nobody was told of yet."""
    return _ours(Reply).filter(picked_up=None, direction=Reply.Direction.FROM_VISITOR)


@transaction.atomic
def close_old(now: datetime, *, by: Actor) -> Counter[Clocked]:
    """Delete the closed messages of the reader's society whose time is over, with their answers.

    A message that nobody closed is never deleted, however old, nor one to which the visitor added
    something that was not picked up yet.
    """
    spam = Q(state=State.SPAM, closed__lt=now - keeping.term(Clocked.SPAM))
    rest = ~Q(state=State.SPAM) & Q(closed__lt=now - keeping.term(Clocked.MESSAGE))
    old = _ours(Message).filter(spam | rest)
    over = list(old.exclude(reply_lookup__in=_additions().values("lookup")).select_for_update())
    ended: Counter[Clocked] = Counter()
    for message in over:
        ended[Clocked.ANSWER] += _forget_answers(message)
        ended[clock_of(message)] += 1
        pk = message.pk
        forget_notice(pk)  # what who told it had heard
        message.delete()
        record(Deed.EXPIRED, about=pk, by=by)
    return +ended


@transaction.atomic
def forget_message(message_id: "UUID", *, by: Actor) -> bool:
    """Delete a message with all that followed it, for who wrote it is erased. Was it there?"""
    message = _ours(Message).select_for_update().filter(pk=message_id).first()
    if message is None:
        return False
    if message.reply_lookup is not None:
        _ours(Reply).filter(lookup=bytes(message.reply_lookup)).delete()
    forget_notice(message_id)
    message.delete()
    record(Deed.ERASED, about=message_id, by=by)
    return True


def clock_of(message: Message) -> Clocked:
    """By which clock a message is kept; what nobody has closed has none."""
    if message.closed is None:
        return Clocked.UNREAD
    return Clocked.SPAM if message.state == State.SPAM else Clocked.MESSAGE


def _forget_answers(message: Message) -> int:
    """Delete what was answered and added; how many answers to the visitor there were."""
    if message.reply_lookup is None:
        return 0
    replies = _ours(Reply).filter(lookup=bytes(message.reply_lookup))
    answers = replies.filter(direction=Reply.Direction.TO_VISITOR).count()
    replies.exclude(pk__in=_additions()).delete()
    return answers


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
