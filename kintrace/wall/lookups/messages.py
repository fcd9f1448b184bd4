"""The inbox as staff read it: routing only. What was said opens with the box, one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, When
from django.shortcuts import get_object_or_404

from kintrace.network import lookups as network
from kintrace.vault.reader import reader_in_force
from kintrace.wall import screening
from kintrace.wall.models import Message, Notice, Reply
from kintrace.wall.screening import Flag, Kind, State

if TYPE_CHECKING:
    from kintrace.network.models import Member

WHOSE = ("all", "mine", "nobody", "done")
_URGENT = Q(kind__in=screening.URGENT, state__in=screening.NOT_DEALT_WITH) | Q(
    state__in=screening.PRESSING
)
# Danger first, then what else cannot wait, then by how long somebody has waited for us.
_TURN = Case(When(_URGENT & Q(kind=Kind.DANGER), then=0), When(_URGENT, then=1), default=2)


@dataclass(frozen=True)
class Wanted:
    """Which messages of the inbox are wanted; what is not one of the words is left out."""

    whose: str = "all"
    state: str = ""
    flag: str = ""

    @classmethod
    def of(cls, asked: dict[str, str]) -> "Wanted":
        whose, state, flag = (asked.get(name, "") for name in ("whose", "state", "flag"))
        return cls(
            whose if whose in WHOSE else "all",
            state if state in State.values else "",
            flag if flag in Flag.values else "",
        )


def inbox(member: "Member", *, closed: bool = False) -> list[Message]:
    """The society's messages that are not closed (or those that are), urgent ones first."""
    return list(chosen(member, Wanted("done" if closed else "all")))


def chosen(member: "Member", wanted: Wanted) -> QuerySet[Message]:
    """The messages of one page of the inbox, in the order in which somebody should take them."""
    rows = Message.objects.filter(_whose(member, wanted.whose), society_id=member.society_id)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.flag:
        rows = rows.filter(flags__contains=wanted.flag)
    rows = rows.select_related("assigned_to").defer("body")
    return rows.order_by(_TURN, F("waiting_since").asc(nulls_last=True), "arrived", "pk")


def _whose(member: "Member", whose: str) -> Q:
    closed = Q(state__in=screening.CLOSED)
    if whose == "done":
        return closed
    if whose == "mine":
        return ~closed & Q(assigned_to=member)
    if whose == "nobody":
        # What was given to somebody who cannot open it any more is nobody's.
        able = [holder.pk for holder in network.holders_of(member.society_id, "inbox")]
        return ~closed & (Q(assigned_to=None) | ~Q(assigned_to__in=able))
    return ~closed


def message_for(member: "Member", message_id: UUID) -> Message:
    """The message, or 404: the same for absent and for another society's."""
    return get_object_or_404(Message, pk=message_id, society_id=member.society_id)


def is_kept(member: "Member", message_id: UUID) -> bool:
    """Whether the message is there still; opens nothing."""
    return Message.objects.filter(pk=message_id, society_id=member.society_id).exists()


def told_in(message_id: UUID) -> dict[str, Any] | None:
    """What a message of the reader's society says; None where it is gone. Raises BoxIsShut."""
    own = Message.objects.filter(pk=message_id, society_id=reader_in_force().society)
    message = own.first()
    return message.body if message else None


def subjects_written_to(society: UUID) -> QuerySet[Notice, UUID]:
    """Of whose photos messages came that nobody dealt with yet; for a question around this one."""
    waiting = Message.objects.filter(society_id=society, waiting_since__isnull=False)
    faces = waiting.filter(face__isnull=False).values("face")
    return Notice.objects.filter(society_id=society, face__in=faces).values_list(
        "subject", flat=True
    )


def messages_about(faces: Iterable[UUID]) -> list[Message]:
    """What came about these faces, for the society of the reader in force."""
    own = Message.objects.filter(society_id=reader_in_force().society, face__in=list(faces))
    return list(own.defer("body").order_by("closed", "pk"))


def replies_to(message: Message) -> list[Reply]:
    """What followed a message, oldest first; `body` opens with the inbox box."""
    if message.reply_lookup is None:
        return []
    own = Reply.objects.filter(society_id=message.society_id, lookup=bytes(message.reply_lookup))
    return list(own.exclude(direction=Reply.Direction.RECEIPT))
