"""A Red Cross Message of a child: its name and its words lie in boxes alone, here and there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.cases.actions import children_messages
from kintrace.cases.actions import red_cross_messages as writing
from kintrace.operations.steal.needles import Kind
from kintrace.operations.steal.snapshot import snapshot

if TYPE_CHECKING:
    from kintrace.cases.models import Child, RedCrossMessage
    from kintrace.network.models import Member, Society
    from kintrace.operations.steal.needles import Planted


def write(planted: Planted, child: Child, *, by: Member) -> RedCrossMessage:
    """To the first of its family, with a drawing; as far as it is given to be checked."""
    message = children_messages.begin(child, row=1, how="spoken", by=by)
    for kind, said in _parts(planted).items():
        writing.keep(message, kind=kind, said=said, seen=0, by=by)
    writing.keep_picture(message, photo=snapshot(planted), what="sketch", by=by)
    return writing.collect(message, by=by)


def send(message: RedCrossMessage, *, partner: Society, by: Member) -> None:
    """Checked by another, and handed over."""
    writing.send(writing.check(message, by=by), partner=partner.pk, by=by)


def _parts(planted: Planted) -> dict[str, dict[str, Any]]:
    sender = {
        "name": planted.word(Kind.BOX),
        "name_own": planted.own_script(Kind.BOX),
        "language": "ar",
        "reply_to": "society",
        "shown": [],
    }
    addressee = {
        "name": planted.word(Kind.BOX),
        "relation": "mother",
        "address": planted.sentence(Kind.BOX, 4),
        "phone": planted.number(Kind.BOX),
        "language": "ar",
    }
    text = {"text": planted.sentence(Kind.BOX, 6)}
    return {"sender": sender, "addressee": addressee, "text": text}
