"""What goes out for one of the demo's children: another society searches, and brings its message.

Two of its team send either: one prepares, the child-protection officer looks at it.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import children_kin, children_rules, lookups
from kintrace.cases.actions import (
    children_messages,
    children_transfers,
    incoming,
    red_cross_delivery,
)
from kintrace.cases.actions import red_cross_messages as red_cross
from kintrace.cases.children_words import Agreed
from kintrace.cases.red_cross import State
from kintrace.cases.transfers import Stand, Wish
from kintrace.demo import young
from kintrace.demo.network import children
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step
from kintrace.network.access import Role

if TYPE_CHECKING:
    from kintrace.cases.models import RedCrossMessage, Transfer
    from kintrace.demo.network.children import Play
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member

ANSWER_WITHIN = timedelta(days=30)
ROW = 1  # of the page about the family
[KID] = [kid for kid in young.KIDS if kid.stage is young.Stage.SEARCHED]


def steps(house: House, there: House) -> tuple[Step, ...]:
    """Once the other society stands."""
    done = {"elsewhere": (_ask, _send, _accept), "letter": (_write, _check, _take)}
    return tuple(
        Step(f"{house.code} child {KID.key} {name}", partial(_play, acts, house, there))
        for name, acts in done.items()
    )


def _play(acts: tuple[Any, ...], house: House, there: House) -> None:
    this = children.look_after(house, KID)
    for act in acts:
        act(this, named(there.of(Role.CASEWORKER)[0]))


# --- the search ---


def _transfer(this: Play) -> Transfer | None:
    return next(iter(lookups.transfers_of_child(this.child)), None)


def _ask(this: Play, there: Member) -> None:
    with seated(this.other) as by:
        if _transfer(this) is None:
            asking = children_transfers.Asking(
                row=ROW,
                society=there.society,
                wish=Wish.SEARCH,
                question=young.ASKED_THERE,
                region=young.LOOKED_FOR_AT,
                answer_by=timezone.localdate() + ANSWER_WITHIN,
                parts=[part.value for part in children_kin.OFFERED],
                agreed=Agreed.YES,
                kept=range(len(children_rules.withheld(this.now))),
                seen=children_rules.withhold_version(this.now),
            )
            children_transfers.prepare(this.now, asking=asking, by=by)


def _send(this: Play, _there: Member) -> None:
    with seated(this.officer) as by:
        transfer = _transfer(this)
        if transfer is not None and transfer.state == Stand.CHECKED:
            children_transfers.send(transfer, by=by)


def _accept(this: Play, there: Member) -> None:
    with seated(this.officer):
        transfer = _transfer(this)
    with seated(there) as by:
        for one in lookups.incoming_of(by):
            waits = one.state == Stand.SENT
            if transfer is not None and one.transfer == transfer.pk and waits:
                incoming.accept(one, by=by)


# --- the message ---


def _message(this: Play, state: State, by: Member) -> RedCrossMessage | None:
    """What it sends, while that stands there, as this member's society reads it."""
    found = lookups.red_cross_of(by).filter(subject=this.child.subject, state=state)
    return found.first()


def _write(this: Play, _there: Member) -> None:
    with seated(this.other) as by:
        if lookups.red_cross_of(by).filter(subject=this.child.subject).exists():
            return
        message = children_messages.begin(this.now, row=ROW, how="spoken", by=by)
        for kind, said in young.sheet(KID).items():
            red_cross.keep(message, kind=kind, said=said, seen=0, by=by)
        red_cross.collect(message, by=by)


def _check(this: Play, there: Member) -> None:
    with seated(this.officer) as by:
        if message := _message(this, State.COLLECTED, by):
            red_cross.check(message, by=by)
        if message := _message(this, State.CHECKED, by):
            red_cross.send(message, partner=there.society_id, by=by)


def _take(this: Play, there: Member) -> None:
    with seated(there) as by:
        if message := _message(this, State.SENT, by):
            red_cross_delivery.take(message, by=by)
