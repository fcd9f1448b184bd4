"""Two societies and what goes between them, by the actions that the pages call."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.actions import transfers as asking
from kintrace.cases.models import Transfer, TransferCard, TransferText
from kintrace.cases.tests.opened import words_in
from kintrace.cases.transfers import USUAL, Part
from kintrace.demo import playing
from kintrace.vault import lookups as vault
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case, Incoming
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member, Society

QUESTION = "Please ask at the school in the port."
ALL = [part.value for part in Part]
REGION = "Coast of the west"
CONSENT = asking.Ground(kind="consent", how="spoken", sought="public_interest")
FOUND = answering.Outcome("not_found", "Nobody at the port knows him any more.")


def prepared(
    case: Case,
    society: Society,
    *,
    by: Member,
    parts: Collection[str] = USUAL,
    place: int = 1,
    **more: Any,
) -> Transfer:
    """Whom, what and on which ground; nothing is sent yet. Inside `acting(by)`. place: which of
    the persons sought."""
    asked = {"wish": "search", "question": QUESTION, "region": REGION} | more
    asked.setdefault("answer_by", timezone.localdate() + timedelta(days=14))
    sought = lookups.still_sought(case)[place - 1]
    plan = asking.Asking(sought=sought, society=society, **asked)
    transfer = asking.begin(case, asking=plan, by=by)
    transfer = asking.choose_parts(transfer, parts=parts, by=by)
    return asking.check_ground(transfer, ground=CONSENT, by=by)


def sent(case: Case, society: Society, *, by: Member, **more: Any) -> Transfer:
    return sending.send(prepared(case, society, by=by, **more), by=by)


@contextmanager
def with_incoming(member: Member) -> Iterator[Incoming]:
    """The newest that another society asked, for a member of the society that is asked."""
    with playing.acting(member):
        yield lookups.incoming_of(member)[0]


def accepted(member: Member) -> Incoming:
    with with_incoming(member) as incoming:
        answering.accept(incoming, by=member)
    return incoming


def as_told(member: Member, transfer: Transfer) -> dict[str, Any]:
    """What the society of a member can open of the copy. Raises KeyNotAtHand."""
    with reading_as(member.society_id, member=member.pk):
        row = Transfer.objects.get(pk=transfer.pk)
        return dict(row.told or {})


def slots_of(society: UUID, *files: UUID) -> int:
    with reading_as(society):
        return vault.slots(society, files).count()


def everything_read_by(scene: Scene) -> str:
    """All of the transfer that a caseworker of that society can open, with the boxes open: in the
    rows that row security shows it on PostgreSQL."""
    us = scene.society
    rows: list[QuerySet[Any]] = [
        Transfer.objects.filter(Q(society=us) | Q(receiver=us)),
        TransferCard.objects.filter(Q(society=us) | Q(receiver=us)),
        TransferText.objects.filter(Q(owner=us) | Q(holder=us)),
    ]
    with scene.acting(scene.alma):
        return "\n".join(said for found in rows for row in found for said in words_in(row))
