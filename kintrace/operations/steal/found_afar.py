"""Somebody is found by another society: its questions, the family's answers, contact passed on."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import choices, enquiries, found, passing, sentences, verifying
from kintrace.cases.card import CARD
from kintrace.cases.enquiries import Ask
from kintrace.cases.replies import FIRST, Topic
from kintrace.operations.steal import bulk, told
from kintrace.operations.steal.needles import Kind
from kintrace.protection.actions import Heard, answer_risk
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel

if TYPE_CHECKING:
    from kintrace.cases.lookups import Afar
    from kintrace.network.models import Member
    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.operations.steal.needles import Planted

    Actor = tuple[Member, str]  # a member and the opening password

_FACT = re.compile(r'name="(is_[0-9a-f]{32})"')
FACTS = 3
LATER = timedelta(days=9)


def find(transfer: str, others: list[Actor], *, by: AtTheDesk, officer: AtTheDesk) -> None:
    """`transfer`: the address of a request that the other society took on; `others`: three there
    who may decide."""
    first, second, third = others
    planted = by.planted
    _approve_card(first, second)
    whom = _meet(planted, third)
    _ask_a_place(whom, planted, first)
    asked = sorted(set(_FACT.findall(by.get(f"{transfer}family/"))))
    by.send(f"{transfer}family/", {name: planted.sentence(Kind.BOX, 2) for name in asked})
    officer.send(f"{transfer}vouch/", {"verdict": "verified", "because": ""})
    with bulk.acting(*first) as member:
        same = {row.pk: "same" for row in lookups.finding_of(whom).proofs}
        verifying.compare(whom, judged=same, by=member)
        verifying.decide(whom, verdict="verified", by=member)
    with bulk.acting(*second) as member:
        verifying.sign(whom, agreed=True, by=member)
        passing.pass_over(whom, ways=["phone", "through"], by=member)
    by.get(transfer)


def _approve_card(first: Actor, second: Actor) -> None:
    for topic in (Topic.CARD, *(one for one, _drawing in CARD.values())):
        with bulk.acting(*first) as member:
            words = FIRST["en"][topic]
            draft = sentences.draft(topic=topic, language="en", text=words, by=member)
        with bulk.acting(*second) as member:
            sentences.approve(draft, by=member)


def _ask_a_place(whom: Afar, planted: Planted, officer: Actor) -> None:
    """A hospital there is asked, and answers."""
    with bulk.acting(*officer) as member:
        named = {name: planted.sentence(Kind.STAFF, 2) for name in ("name", "how")}
        country = member.society.country
        place = enquiries.keep_source(None, kind="hospital", country=country, **named, by=member)
        today = timezone.localdate()
        asking = Ask(str(place.pk), "vital_interest", ("sex", "name"), today, today + LATER)
        enquiry = enquiries.ask(whom, ask=asking, by=member)
        said = planted.sentence(Kind.BOX, 3)
        enquiries.note_answer(enquiry, day=today, result="nothing", said=said, by=member)


def _meet(planted: Planted, actor: Actor) -> Afar:
    """Informed, asked about safety, wants contact, and said what only family knows."""
    with bulk.acting(*actor) as member:
        whom = lookups.afar_for(member, lookups.incoming_of(member)[0].pk)
        text = text_in_force(member.society_id, "en")
        if text is None:
            raise LookupError("no notice is approved")
        meeting, heard = found.Meeting(timezone.localdate(), "visit"), Heard(text, Channel.PHONE)
        located = found.locate(whom, meeting=meeting, heard=heard, by=member)
        answers = {code: given[0] for code, given in told.risk().items()}
        answer_risk(located.subject, answers=answers, by=member)
        ways = {"phone": planted.number(Kind.BOX), "through": planted.sentence(Kind.BOX, 3)}
        found.keep_where(whom, where=ways, how="spoken", by=member)
        read = str(lookups.card_in(member, "en")[Topic.CARD].pk)
        asked = choices.Asked("contact", "spoken", "en", read)
        choices.choose(whom, asked=asked, by=member)
        for _number in range(FACTS):
            new, said = planted.sentence(Kind.BOX, 3), {whom.pk: planted.word(Kind.BOX)}
            verifying.ask(whom, side="found", new=new, answers=said, by=member)
        passing.ask_family(whom, by=member)
    return whom
