"""A search handed to another society: asked by the pages, taken on there, and answered."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import incoming as answering
from kintrace.cases.transfers import Part
from kintrace.operations.steal import bulk
from kintrace.operations.steal.browser import field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.operations.steal.needles import Planted

_SOUGHT = re.compile(r'name="sought" value="([0-9a-f-]{36})"')


def ask(case: str, *, by: AtTheDesk, other: UUID) -> str:
    """Everything that can be sent is sent, the sealed words too; gives the request's address."""
    asked = {
        "society": str(other),
        "sought": field(by.get(f"{case}ask-society/"), _SOUGHT),
        "wish": "search",
        "region": by.planted.sentence(Kind.PERSONAL, 3),
        "question": by.planted.sentence(Kind.PERSONAL, 4),
        "answer_by": (timezone.localdate() + timedelta(days=14)).isoformat(),
    }
    parts = by.send(f"{case}ask-society/", asked)
    ground = by.send(parts, {"parts": [part.value for part in Part]})
    how = {"kind": "consent", "how": "spoken", "sought": "public_interest"}
    last_look = by.send(ground, how)
    by.get(last_look)
    transfer = by.send(last_look, {})
    by.get(transfer)
    by.get("/desk/other/")
    return transfer


def take_on(planted: Planted, member: Member, password: str, *, returns: bool) -> None:
    """The other society accepts, asks, notes what it tried, and may give its result."""
    with bulk.acting(member, password):
        incoming = lookups.incoming_of(member)[0]
        answering.accept(incoming, by=member)
        asked = planted.sentence(Kind.BOX, 3)
        answering.say(incoming.transfer, sender=incoming.sender_id, words=asked, by=member)
        answering.write_note(incoming, words=planted.sentence(Kind.BOX, 4), by=member)
        if returns:
            said = answering.Outcome("not_found", planted.sentence(Kind.BOX, 4))
            answering.return_result(incoming, outcome=said, by=member)


def write(transfer: str, *, by: AtTheDesk) -> None:
    by.send(f"{transfer}say/", {"words": by.planted.sentence(Kind.BOX, 4)})
    by.get(transfer)


def recall(transfer: str, *, by: AtTheDesk) -> None:
    by.send(f"{transfer}recall/", {"why": "mistake"})
    by.get(transfer)
