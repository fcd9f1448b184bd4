"""Somebody tells who they are on the public page, and a member writes it down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.cases.actions import came_forward
from kintrace.cases.actions.came_forward import Described
from kintrace.cases.came_forward import Beside
from kintrace.demo import playing
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.told import Birth, Part, Place, Told
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import text_in_force
from kintrace.wall import actions as wall
from kintrace.wall.lookups import message_for

if TYPE_CHECKING:
    from kintrace.cases.models import CameForward
    from kintrace.network.models import Member
    from kintrace.wall.models import Message

WORD = "almond"
WROTE = {
    "me": "woman",
    "age": "25",
    "born": "1991, when the cranes came late",
    "names": "Rigat Asmerom",
    "names_other": "ርግኣት ኣስመሮም",
    "father": "Asmerom",
    "mother": "Letebrhan",
    "origin": "Nantabulo by the sea",
    "kin": ["sister"],
    "kin_names": "Yodit",
    "together": "At the ferry, when it turned back.",
    "feared": "My uncle Gebru",
    "country": "Ruritania",
    "language": "Tigrinya",
    "across": "no",
    "text": "I have a scar on the left hand.",
    "ways": {"phone": "+00 010 555 7790"},
    "come_back": True,
    "safe": ["evening"],
    "page_language": "en",
}
BORN = Birth.told(
    "1991, when the cranes came late",
    Said(year=1991),
    calendar=Calendar.GREGORIAN,
    precision=Precision.YEAR,
)
RIGAT = Told(
    names=((Part("given", "Rigat"), Part("father", "Asmerom")),),
    sex="female",
    births=(BORN,),
    places=(Place("origin", "Nantabulo by the sea"),),
)
BESIDE = Beside("Letebrhan", ("sister",), "Yodit", "At the ferry, when it turned back.")
CHECKED = Described(RIGAT, BESIDE, NotWith(persons=("My uncle Gebru",)))


def wrote(*, to: Member, **other: Any) -> Message:
    """What a visitor sealed for the member's society; the member has the box open."""
    text = text_in_force(to.society_id, "en")
    body = WROTE | {"notice": str(text.pk) if text else ""} | other
    sent = wall.tell_who(to.society_id, body=body, word=WORD)
    return message_for(to, sent.message)


def written_down(*, by: Member, **other: Any) -> CameForward:
    return came_forward.make(wrote(to=by, **other), described=CHECKED, by=by)


def asked_about_safety(lead: CameForward, *, by: Member) -> None:
    protection.answer_risk(lead.subject, answers=playing.asked_about_safety(), by=by)


def searched(*, by: Member, **other: Any) -> CameForward:
    """Written down, asked whether it is safe, and compared with who searches."""
    lead = written_down(by=by, **other)
    asked_about_safety(lead, by=by)
    return came_forward.search(lead, by=by)
