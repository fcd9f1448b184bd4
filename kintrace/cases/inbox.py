"""What the inbox shows: messages by age, one message with all that followed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.wall.screening import NEXT
from kintrace.wall.forms import MessageForm
from kintrace.wall.lookups import inbox, notice_of_face, replies_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from kintrace.wall.models import Message

ASKED = MessageForm.base_fields


def shown_to(member: Member) -> dict[str, Any]:
    """The context of the list: nothing of a message is opened for it."""
    return {"waiting": inbox(member), "closed": inbox(member, closed=True)}


def ways_on(message: Message) -> list[tuple[str, Any]]:
    """To which states a message may go from where it is."""
    states = type(message).State
    return [(state.value, state.label) for state in states if state in NEXT[message.state]]


def conversation(message: Message, *, by: Member) -> dict[str, Any]:
    """The context of one message: opened, with what followed and the case it is about."""
    notice = notice_of_face(by, message.face)
    return {
        "message": message,
        "said": list(said(message.body)),
        "text": message.body.get("text", ""),
        "replies": replies_to(message),
        "case": lookups.case_of_subject(by, notice.subject) if notice else None,
        "answerable": message.reply_key is not None,
    }


def said(body: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Question and answer of what a visitor filled in, in the order of the form."""
    flat = {**body, **body.get("ways", {})}
    for name, field in ASKED.items():
        if name != "text" and flat.get(name):
            yield str(field.label), _in_words(field, flat[name])


def _in_words(field: Any, value: Any) -> str:
    if value is True:
        return _("Yes")
    choices = dict(getattr(field, "choices", ()))
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(choices.get(one, one)) for one in values)
