"""A family is told of a death: by the real actions, for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import enquiries, fates, unnamed
from kintrace.cases.circumstances import Reason
from kintrace.cases.enquiries import Ask
from kintrace.cases.fates import Plan, Word
from kintrace.cases.unnamed import Card

if TYPE_CHECKING:
    from kintrace.cases.lookups import KnownFate, Whom
    from kintrace.cases.models import Enquiry, Event, Source, Unnamed
    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member

FORTNIGHT = timedelta(days=14)
MARKS = "A scar over the left eye."
SAID, MARK, PLACE = "He fell into the sea.", "R-77/26", "The quiet room upstairs"


def word(**more: Any) -> Word:
    return replace(Word("witness", timezone.localdate(), SAID), **more)


def confirmation() -> Word:
    return word(by="authority", authority="registry", reference=MARK)


def plan(**more: Any) -> Plan:
    words = {"who": "Two of us", "others": "", "where": PLACE, "support": "The night telephone"}
    day = timezone.localdate()
    return replace(Plan(day, day + timedelta(days=7), "en", interpreter=True, words=words), **more)


def fate(search: Found) -> KnownFate:
    return lookups.fate_of(search.sought)


def allege(search: Found, *, by: Member) -> None:
    fates.allege(search.sought, word=word(), by=by)


def establish(search: Found, standing: str, *, by: Member) -> None:
    said = confirmation() if standing == "confirmed" else word(by="community")
    fates.establish(search.sought, standing=standing, word=said, apart=True, by=by)


def is_planned(search: Found, *, by: Member, **more: Any) -> None:
    fates.plan_telling(search.sought, plan=plan(**more), by=by)


def body(**more: Any) -> Card:
    """A man of about twenty to thirty, on a coast."""
    day = timezone.localdate()
    return replace(
        Card("body", "male", 20, 30, "A beach", "", at_sea=True, day=day, held_by="morgue"), **more
    )


def a_card(*, by: Member, event: Event | None = None, **more: Any) -> Unnamed:
    words = {"marks": MARKS, "held": "Town morgue, 14"}
    return unnamed.write_card(card=body(**more), words=words, event=event, by=by)


def a_place(kind: str = "hospital", *, by: Member, country: str = "") -> Source:
    said = {"name": "Harbour hospital", "how": "By phone, in the morning", "country": country}
    return enquiries.keep_source(None, kind=kind, **said, by=by)


def ask_at(search: Found, place: Source, *parts: str, by: Member, **more: str) -> Enquiry:
    return ask_about(search.sought, place, *parts, by=by, **more)


def ask_about(
    whom: Whom, place: Source, *parts: str, ground: str = "public_interest", by: Member
) -> Enquiry:
    today = timezone.localdate()
    how = "spoken" if place.kind == "icrc" else ""
    said = Ask(str(place.pk), ground, parts or ("sex", "age"), today, today + FORTNIGHT, how)
    return enquiries.ask(whom, ask=said, by=by)


def is_detained(search: Found) -> None:
    """Why the family was parted is known now: somebody was detained."""
    case = search.sought.case
    case.circumstances = case.circumstances | {"reason": Reason.DETENTION.value}
    case.save(update_fields=["circumstances"])


def as_sure_as(search: Found, standing: str) -> None:
    """Alma hears it, Omar finds out."""
    with search.scene.acting(search.scene.alma) as alma:
        allege(search, by=alma)
    with search.scene.acting(search.scene.omar) as omar:
        establish(search, standing, by=omar)
