"""Red Cross Messages as each of the two societies may see them."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.shortcuts import get_object_or_404

from kintrace.cases.lookups.afar import afar_known_as
from kintrace.cases.lookups.cases import relation_to
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import RedCrossMessage, RedCrossPaper, RedCrossPart, Sought
from kintrace.cases.red_cross import (
    BY_SOCIETY,
    NAMED,
    NOT_SENT_YET,
    ON_ITS_WAY,
    REACH,
    REPLY,
    State,
)
from kintrace.cases.red_cross_known import names_now, of_person, older_names
from kintrace.cases.transfers import INBOX
from kintrace.network.lookups.keyholders import teams_of
from kintrace.people.lookups import people_of
from kintrace.vault.reader import KeyNotAtHand, reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.lookups.afar import Whom
    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.people.lookups import Description

WRITTEN_AT_HOME = ("sender", "addressee", "text", "picture")


@dataclass(frozen=True)
class Line:
    """One message in a list; the names only while there are any."""

    message: RedCrossMessage
    sender: str
    addressee: str
    comes_in: bool  # from another society


def red_cross_of(member: Member) -> QuerySet[RedCrossMessage]:
    """The society's own messages, and those it delivers for others. A child's are there for its
    team alone."""
    boxes = [INBOX, *(one.box for one in teams_of(member))]
    own = Q(society_id=member.society_id, box__in=boxes) | Q(partner_id=member.society_id)
    rows = RedCrossMessage.objects.filter(own)
    return rows.select_related("society", "partner", "paper").order_by("-changed", "pk")


def red_cross_for(member: Member, message_id: UUID) -> RedCrossMessage:
    return get_object_or_404(red_cross_of(member), pk=message_id)


def own_red_cross_for(member: Member, message_id: UUID) -> RedCrossMessage:
    """A message that was written here: its home alone writes, checks, sends and calls it off."""
    own = red_cross_of(member).filter(society_id=member.society_id)
    return get_object_or_404(own, pk=message_id)


def red_cross_in(case: Case) -> list[RedCrossMessage]:
    """The messages that the person of a case sends, the newest first."""
    return list(RedCrossMessage.objects.filter(case=case.pk).order_by("-begun"))


def sent_by(subject: UUID) -> list[RedCrossMessage]:
    """The messages a person sends, in the reader's society, the oldest first."""
    own = RedCrossMessage.objects.filter(society_id=reader_in_force().society, subject=subject)
    return list(own.order_by("begun"))


def red_cross_about(subject: UUID) -> list[RedCrossMessage]:
    """From or to a person, in the reader's society."""
    return list(_about(subject))


def comes_in(member: Member) -> QuerySet[RedCrossMessage]:
    return red_cross_of(member).filter(partner_id=member.society_id)


def delivered_here(member: Member) -> QuerySet[RedCrossMessage]:
    """What this society delivers: what others handed to it, and its own that it handed to none."""
    own = Q(society_id=member.society_id, partner=None) | Q(partner_id=member.society_id)
    return red_cross_of(member).filter(own)


def still_to_deliver(member: Member) -> QuerySet[RedCrossMessage]:
    return delivered_here(member).filter(state__in=ON_ITS_WAY)


def in_state(member: Member, *states: State) -> QuerySet[RedCrossMessage]:
    """The society's own messages in one of these states."""
    return red_cross_of(member).filter(society_id=member.society_id, state__in=states)


def replies_to_give(member: Member) -> QuerySet[RedCrossMessage]:
    """Those that somebody else typed."""
    typed = RedCrossPart.objects.filter(kind=REPLY, by=member).values("message")
    waiting = in_state(member, State.REPLIED).filter(reply_given=None)
    return waiting.exclude(pk__in=typed)


def typed_reply(message: RedCrossMessage, member: Member) -> bool:
    """Whether this member wrote down the answer, who gives it to nobody then."""
    return message.parts.filter(kind=REPLY, by=member).exists()


def red_cross_lines(messages: list[RedCrossMessage], *, by: Member) -> list[Line]:
    """The names of one page of messages; their keys come in one query."""
    papers = [one.paper.file for one in messages if hasattr(one, "paper")]
    reader_in_force().take(papers)
    return [Line(one, *names_on(one), comes_in=one.society_id != by.society_id) for one in messages]


def names_on(message: RedCrossMessage) -> tuple[str, str]:
    """Who writes to whom; ("", "") when the text is gone, or was taken back."""
    paper: RedCrossPaper | None = getattr(message, "paper", None)
    if message.is_childs:
        return _names_in_box(message)
    try:
        names = paper.names if paper else {}
    except KeyNotAtHand:
        names = {}
    return names.get("from", ""), names.get("to", "")


def _names_in_box(message: RedCrossMessage) -> tuple[str, str]:
    """Of a child's message they lie under no key, so they show while the box is open."""
    rows = message.parts.filter(society_id=reader_in_force().society, kind__in=NAMED)
    said = {one.kind: _opened(one) or {} for one in rows}
    return said.get("sender", {}).get("name", ""), said.get("addressee", {}).get("name", "")


def parts_of(message: RedCrossMessage) -> dict[str, dict[str, Any] | None]:
    """What the reader's society has of a message, by kind; None for each while the box is shut."""
    rows = message.parts.filter(society_id=reader_in_force().society)
    return {one.kind: _opened(one) for one in rows}


def _opened(part: Any) -> dict[str, Any] | None:
    return unless_shut(lambda: dict(part.said))


def part_of(message: RedCrossMessage, kind: str) -> dict[str, Any]:
    """One part, {} when there is none. Raises BoxIsShut."""
    own = message.parts.filter(society_id=reader_in_force().society, kind=kind).first()
    return dict(own.said) if own else {}


def part_version(message: RedCrossMessage, kind: str) -> int:
    own = message.parts.filter(society_id=reader_in_force().society, kind=kind)
    return own.values_list("version", flat=True).first() or 0


def picture_of(message: RedCrossMessage) -> bytes | None:
    """The picture that goes with it, as JPEG. Raises BoxIsShut."""
    kept = part_of(message, "picture")
    return base64.b64decode(kept["jpeg"]) if kept else None


def as_text(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


# --- who gets it through the society that found them ---


def goes_by_society(message: RedCrossMessage) -> bool:
    """Whether no address stands on it. Raises BoxIsShut."""
    return part_of(message, "addressee").get(REACH) == BY_SOCIETY


def written_to(message: RedCrossMessage, member: Member) -> Whom | None:
    """Whom the member's society found, to whom this goes; None where it is none of its searches."""
    own = Sought.objects.filter(society_id=member.society_id, subject=message.addressee)
    return own.select_related("case").first() or afar_known_as(message.addressee, by=member)


# --- names that are known better since ---


def person_on_sheet(message: RedCrossMessage, kind: str) -> UUID | None:
    """Of whom a part of it is."""
    return {"sender": message.subject, "addressee": message.addressee}.get(kind)


def known_of(message: RedCrossMessage, kind: str) -> dict[str, Any]:
    """Names, sex and birth as they were told for the search. No address and no phone: where the
    person can be reached was told for the society alone."""
    subject = person_on_sheet(message, kind)
    known = people_of([subject]).get(subject) if subject else None
    if subject is None or known is None:
        return {}
    begun = of_person(known)
    return begun | {"relation": relation_to(subject)} if kind == "addressee" else begun


def not_sent_yet(subject: UUID) -> list[RedCrossMessage]:
    """From or to a person, in the reader's society and still there; nobody else changes them."""
    rows = _about(subject).filter(state__in=NOT_SENT_YET)
    return list(rows.select_for_update(of=("self",)))


def sent_with_older_names(subject: UUID) -> list[RedCrossMessage]:
    """From or to a person who is called otherwise since."""
    return [one for one in _about(subject).exclude(sent=None) if called_since(one)]


def called_since(message: RedCrossMessage) -> list[str]:
    """The names now of those on whose sheet an older one stands. What went out stays as it was,
    and who wrote it has to know. Nothing where another society delivers it: it knows nobody."""
    if message.state in (State.RETURNED, State.CANCELLED):
        return []
    return list(_called_since(message))


def _called_since(message: RedCrossMessage) -> Iterator[str]:
    rows = message.parts.filter(society_id=reader_in_force().society, kind__in=NAMED)
    parts = {one.kind: _opened(one) or {} for one in rows}
    people = people_of([message.subject, message.addressee])
    for kind, name in zip(NAMED, names_on(message), strict=True):
        person = people.get(person_on_sheet(message, kind) or message.subject)
        on_sheet = (name, parts.get(kind, {}).get("name_own", ""))
        if person and name and _is_older(on_sheet, person, message):
            yield person.told.called


def _is_older(on_sheet: tuple[str, str], person: Description, message: RedCrossMessage) -> bool:
    """Before it is sent a name that somebody wrote otherwise by hand is asked about, too."""
    older = older_names(person)
    asked = message.state in NOT_SENT_YET and person.tellings[-1].at > message.begun
    by_hand = asked and on_sheet[0] not in names_now(person)
    return bool(older) and (by_hand or not older.isdisjoint(on_sheet))


def _about(subject: UUID) -> QuerySet[RedCrossMessage]:
    own = RedCrossMessage.objects.filter(society_id=reader_in_force().society)
    about = own.filter(Q(subject=subject) | Q(addressee=subject))
    return about.select_related("paper").order_by("begun")
