"""What visitors write: the half that runs without any key. What staff do is in inbox.py."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction

from kintrace.vault import answers
from kintrace.wall.conversations import Conversation, Piece
from kintrace.wall.models import Face, Message, Reply
from kintrace.wall.screening import Channel, Flag, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


@dataclass(frozen=True, repr=False)
class Sent:
    """What the page after sending shows once: the code, and who has the message now.

    Without a word there is no code: nobody could come back with it.
    """

    code: str
    society: "UUID"
    message: "UUID"


def leave_message(
    face: Face, *, body: dict[str, Any], word: str, flags: "Iterable[Flag]" = ()
) -> Sent:
    """Seal what a visitor wrote to the box of the society that looks after this face."""
    return seal(face.society_id, about=face.pk, body=body, word=word, flags=flags)


def report_demand(
    society: "UUID",
    *,
    about: "UUID | None",
    body: dict[str, Any],
    word: str = "",
    flags: "Iterable[Flag]" = (),
) -> Sent:
    """Seal a report that somebody asked for money; it stands first in that society's inbox."""
    return seal(society, about=about, body=body, word=word, kind=Kind.DEMAND, flags=flags)


def tell_who(
    society: "UUID", *, body: dict[str, Any], word: str, flags: "Iterable[Flag]" = ()
) -> Sent:
    """Seal what a visitor said of themself, so that a society looks who searches for them."""
    return seal(society, about=None, body=body, word=word, kind=Kind.SELF, flags=flags)


def seal(
    society: "UUID",
    *,
    about: "UUID | None",
    body: dict[str, Any],
    word: str = "",
    kind: Kind = Kind.MESSAGE,
    channel: Channel = Channel.WALL,
    flags: "Iterable[Flag]" = (),
    known_as: "UUID | None" = None,
) -> Sent:
    """Keep a message for a society, sealed to its inbox box; `about` is a face's id,
    `known_as` the id under which a notice was given before.

    Nothing of it is written anywhere before it is sealed. Raises BoxNotTrusted when the society's
    box key is not signed as pinned, TooManyAtOnce in a crowd: then nothing is kept at all.
    """
    message = Message(
        pk=known_as or uuid4(), society_id=society, face=about, kind=kind, channel=channel
    )
    message.flags = " ".join(sorted(flags))
    code = _answerable(message, word) if word else ""
    with transaction.atomic():
        message.body = body
        message.save(force_insert=True)
        if message.reply_lookup is not None:
            _keep_receipt(society, bytes(message.reply_lookup))
    return Sent(code=code, society=society, message=message.pk)


def _answerable(message: Message, word: str) -> str:
    """Let code and word open the answer to this message; gives the code."""
    code = answers.new_code()
    derived = answers.derive(code, word)
    derived.forget()  # from here on only the visitor can make the private half
    message.reply_lookup, message.reply_key = derived.lookup_id, derived.public
    return code


def _keep_receipt(society: "UUID", lookup: bytes) -> None:
    """So that who comes back with code and word hears "we have it" before there is an answer."""
    Reply(society_id=society, lookup=lookup, direction=Reply.Direction.RECEIPT).save(
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
