"""Somebody who is written down on a tablet without network: the notices it reads from, and what
takes the record when it arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.protection.lookups import notice_read, texts_in_force
from kintrace.servicepoints import kinds
from kintrace.servicepoints.actions import NotTaken, Sent
from kintrace.servicepoints.actions.registering import register as write_down
from kintrace.servicepoints.forms_people import ELSEWHERE, RegisterForm

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from kintrace.protection.models import NoticeText
    from kintrace.servicepoints.kinds import Arrived

KIND = "registration"
LONGEST = 2000  # of one value; no field of the form lets in as much


def register() -> None:
    """Say what takes it."""
    kinds.register(KIND, take)


def notices(member: Member) -> list[dict[str, str]]:
    """What is read aloud before anything is written down: the society's words for everybody."""
    return [
        {
            "id": str(text.pk),
            "language": text.language,
            "name": text.language_name,
            "direction": text.direction,
            "short": text.short,
        }
        for text in texts_in_force(member.society_id)
    ]


def take(told: Arrived) -> None:
    """By the same form and the same action as the page that has a network."""
    form = RegisterForm(_as_sent(told), points=[told.point], since=timezone.localdate(told.at))
    if not form.is_valid():
        raise NotTaken(_("This record is not whole. Write down anew what you remember."))
    said = form.registered(_notice(told))
    write_down(told.point, **said | {"sent": Sent(told.number, told.at)}, by=told.by)


def _notice(told: Arrived) -> NoticeText:
    """What stood on the tablet then; another version may be in force by now."""
    text = notice_read(str(told.fields.get("text", "")), at=told.at)
    if text is None:
        raise NotTaken(_("It does not say which notice was read. Give the notice again."))
    return text


def _as_sent(told: Arrived) -> QueryDict:
    """The values of a record as a page would send them."""
    sent = QueryDict(mutable=True)
    for name, value in told.fields.items():
        values = value if isinstance(value, list) else [value]
        sent.setlist(str(name), [_plain(one) for one in values])
    at = ELSEWHERE[0] if sent.get("place") else str(told.point.pk)
    sent["next_at"], sent["sent"] = at, str(told.number)
    return sent


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else ""
    return str(value)[:LONGEST]
