"""Who tells on the public page who they are: one message waits, and one is written down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from kintrace.cases import came_forward_pages as pages
from kintrace.cases import lookups
from kintrace.cases.actions import came_forward
from kintrace.cases.forms_came_forward import DescribedForm
from kintrace.demo.network.people import at
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import asked_about_safety, seated
from kintrace.demo.steps import Step
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.lookups import text_in_force
from kintrace.wall import actions as wall
from kintrace.wall.lookups import inbox
from kintrace.wall.screening import Kind

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot
    from kintrace.network.models import Member
    from kintrace.wall.models import Message

WORD = "fig"
SAID = (
    "I was told that my family went over the sea. I work in a bakery and I am well.",
    "My phone was lost on the way, so they cannot call me. I remember our blue gate.",
)


def steps(house: House) -> tuple[Step, ...]:
    """By people who are sought here; the second of them is written down."""
    live = [lot for lot in at(house) if lot.fate is Fate.LIVE]
    told = enumerate(zip(live, SAID, strict=False))
    return tuple(
        Step(f"{house.code} came forward {number + 1}", partial(_come, lot, text, bool(number)))
        for number, (lot, text) in told
    )


def _come(lot: Lot, text: str, is_written_down: bool) -> None:  # noqa: FBT001 of a partial
    with seated(actor(lot, Role.CASEWORKER)) as by:
        message = _found(text, by) or _sent(lot, text, by)
        if is_written_down and lookups.forward_of_message(message.pk) is None:
            _write_down(message, by)


def _sent(lot: Lot, text: str, by: Member) -> Message:
    wall.tell_who(by.society_id, body=_body(lot, text, by), word=WORD)
    message = _found(text, by)
    if message is None:
        raise LookupError("what was sealed a moment ago is not in the inbox")
    return message


def _found(text: str, by: Member) -> Message | None:
    every = [one for one in inbox(by) if one.kind == Kind.SELF]
    return next((one for one in every if one.body["text"] == text), None)


def _body(lot: Lot, text: str, by: Member) -> dict[str, Any]:
    """What the form of the wall would seal (wall/forms_who_i_am.py)."""
    person, notice = lot.person, text_in_force(by.society_id, "en")
    blank = dict.fromkeys(("born", "mother", "kin_names", "together", "feared", "country"), "")
    names = {"names": person.sought_given, "names_other": person.sought_given_own}
    taps = {"me": person.sought_sex, "age": "25", "kin": ["kin"], "across": "yes"}
    reached = {"ways": {"phone": "+00 010 555 0123"}, "come_back": True, "safe": []}
    told = {"father": person.father, "origin": person.origin, "language": "", "text": text}
    about = {"page_language": "en", "notice": str(notice.pk) if notice else ""}
    return {**blank, **names, **taps, **reached, **told, **about}


def _write_down(message: Message, by: Member) -> None:
    """As the form begins, which a member would send as it is."""
    begun = DescribedForm(
        initial=pages.begun_with(message.body), feared=pages.feared_by(message.body)
    )
    sent = {name: begun[name].value() for name in begun.fields}
    sent |= {begun.quiet.add_prefix(name): begun.quiet[name].value() for name in begun.quiet.fields}
    form = DescribedForm({name: said for name, said in sent.items() if said is not None})
    if not form.is_valid():
        raise LookupError("the form that begins a lead is not whole")
    lead = came_forward.make(message, described=form.described(), by=by)
    protection.answer_risk(lead.subject, answers=asked_about_safety(), by=by)
    came_forward.search(lead, by=by)
