"""What a society asked of others for its searches, and what others asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from kintrace.cases.card import Wish as CardWish
from kintrace.cases.fates import Sure
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import Case, Child, Incoming, Sought, Transfer, TransferText
from kintrace.cases.models.transfers import TO_STOP
from kintrace.cases.transfers import AT_WORK, BEFORE, OUT, Result, Text
from kintrace.network.lookups import ceremony_was_held, every_society
from kintrace.protection.lookups import may, not_compared, not_with
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reader_in_force, reading_as

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member, Society


IN_A_LINE = (
    *("society_id", "state", "turn_id", "answer_by", "sent", "accepted", "returned"),
    *("case__reference", "case__handler_id", "case__desk_id", "chosen__name"),
)


@dataclass(frozen=True, repr=False)
class Said:
    """Words of a transfer as this reader may see them; `told` is None while the box is shut."""

    kind: str
    at: datetime
    owner: Society
    by: Member | None
    told: dict[str, Any] | None

    @property
    def title(self) -> str:
        return str(Text(self.kind).label)

    @property
    def words(self) -> str | None:
        return None if self.told is None else str(self.told.get("text", ""))

    @property
    def result(self) -> str:
        """What came of a search; "" for other words, and while the box is shut."""
        code = (self.told or {}).get("result")
        return str(Result(code).label) if code else ""

    @property
    def wish(self) -> str:
        """What a person who was found wants; "" where nothing is said of one."""
        code = (self.told or {}).get("wish")
        return str(CardWish(code).label) if code else ""

    @property
    def sure(self) -> Sure | None:
        """How sure a death is that is told of; None for other words, and while the box is shut."""
        told = self.told or {}
        return Sure.from_json(told) if told.get("result") == Result.DEAD else None


def societies_to_ask(society: UUID) -> list[Society]:
    """The others in the network that have a box to seal to, by code."""
    return [one for one in every_society() if one.pk != society and ceremony_was_held(one.pk)]


def must_not_learn(subjects: Collection[UUID], society: Society) -> bool:
    """Whether one of them said that this society, or its country, must not learn."""
    return any(
        not_with(one).forbids(society=society.pk, country=society.country) for one in subjects
    )


# --- the society that asks ---


def _ours() -> QuerySet[Transfer]:
    """Of the reader's society. On the other side a transfer is found by its Incoming alone."""
    own = Transfer.objects.filter(society_id=reader_in_force().society)
    related = ("case", "child__team", "chosen", "society", "card")
    return own.select_related(*related).order_by("-made", "pk")


def _known_to(member: Member) -> QuerySet[Transfer]:
    """Of a child's search nobody knows but its team: for all others it is not there."""
    teams = Q(child=None) | Q(child__team__members__member=member)
    return _ours().filter(teams, society_id=member.society_id)


def transfers_of(case: Case) -> list[Transfer]:
    """All that was asked of others for a case, the newest first."""
    return list(_ours().filter(case=case))


def transfers_of_child(child: Child) -> list[Transfer]:
    """The same for a child; for its team."""
    return list(_ours().filter(child=child))


def transfers_out(member: Member) -> QuerySet[Transfer]:
    """What others have of cases of this society, or will have, the newest first, with no more than
    a line says. A child's stand with the child alone."""
    own = _ours().filter(society_id=member.society_id, child=None, state__in=[*BEFORE, *OUT])
    return own.select_related(None).select_related("case", "chosen").only(*IN_A_LINE)


def transfer_for(member: Member, transfer_id: UUID) -> Transfer:
    """Of a case, or of a child of the member's own teams; or 404."""
    return get_object_or_404(_known_to(member), pk=transfer_id)


def case_transfer_for(member: Member, transfer_id: UUID) -> Transfer:
    """Of a case, or 404; a child's is prepared on one page."""
    return get_object_or_404(_known_to(member).filter(child=None), pk=transfer_id)


def transfers_about(subject: UUID) -> list[Transfer]:
    """Of a person who searches or is sought, in the reader's society."""
    searches = Q(case__subject=subject) | Q(child__subject=subject)
    return list(_ours().filter(searches | Q(subject=subject)))


def out_at_partners() -> frozenset[UUID]:
    """Who searches in the transfers of the reader's society that are out."""
    out = _ours().filter(state__in=OUT).order_by().distinct()
    searching = ("case__subject", "child__subject")
    return frozenset(
        who for column in searching for who in out.values_list(column, flat=True) if who
    )


def sent_before(member: Member, incoming: Incoming) -> Transfer | None:
    """What the member's own society sent of the same search before this came, if anything: it may
    be its own that came round. Of a child's search its team alone learns it."""
    own = _known_to(member).filter(matter=incoming.matter)
    return own.filter(sent__lt=incoming.arrived).first()


def every_transfer(*states: str) -> list[Transfer]:
    """Those of the reader's society that stand so."""
    return list(_ours().filter(state__in=states))


def searches_elsewhere(*states: str, whose: Q) -> list[Transfer]:
    """Of cases that the question chooses, those that stand so, with no more than a line of the work
    list says: of thousands the rest would be read for nothing."""
    theirs = Case.objects.filter(whose, society_id=reader_in_force().society)
    rows = _ours().filter(state__in=states, child=None, case__in=theirs)
    return list(rows.select_related(None).select_related("case", "chosen").only(*IN_A_LINE))


def files_of_transfers(*states: str) -> dict[UUID, UUID]:
    """The file of each that stands so, by its number, for who asks of many; nothing is read."""
    own = Transfer.objects.filter(society_id=reader_in_force().society, state__in=states)
    return dict(own.values_list("pk", "file"))


def transfers_among(numbers: Collection[UUID]) -> list[Transfer]:
    """Those of the reader's society that have these numbers."""
    return list(_ours().filter(pk__in=numbers))


def sought_of(transfer: Transfer) -> Sought | None:
    return Sought.objects.filter(case=transfer.case_id, subject=transfer.subject).first()


# --- the society that is asked ---


def incoming_of(member: Member) -> QuerySet[Incoming]:
    """What others ask of this society, the newest first."""
    own = Incoming.objects.filter(society_id=member.society_id)
    return own.select_related("sender", "case").order_by("-arrived", "pk")


def incoming_for(member: Member, incoming_id: UUID) -> Incoming:
    own = Incoming.objects.filter(society_id=member.society_id)
    return get_object_or_404(own.select_related("sender", "case", "handler"), pk=incoming_id)


def every_incoming(
    *states: str, whose: Q | None = None, oldest: int | None = None
) -> list[Incoming]:
    """Those of the reader's society that stand so, or of them those that the question chooses;
    `oldest`: so many that arrived first."""
    own = Incoming.objects.filter(whose or Q(), society_id=reader_in_force().society)
    asked = own.filter(state__in=states).select_related("sender")
    return list(asked.order_by("arrived", "pk")[:oldest] if oldest else asked)


def first_search_to_compare(member: Member) -> tuple[UUID | None, int]:
    """The first search that we took on in which nobody held who is sought beside our register, and
    how many there are. What may not be shared at this moment waits behind the others."""
    taken_on = Transfer.objects.filter(receiver=member.society_id, state__in=AT_WORK)
    asked = Incoming.objects.filter(
        society_id=member.society_id, transfer__in=taken_on.values("pk")
    )
    numbered = not_compared(asked.annotate(subject=F("transfer")))
    waiting = dict(numbered.order_by("arrived", "pk").values_list("transfer", "pk"))
    theirs = taken_on.filter(pk__in=waiting).order_by("accepted")
    open_ = (one for one in theirs if may_be_shared(one))
    first = next(open_, None)
    return (waiting[first.pk], len(waiting)) if first else (None, 0)


def incoming_to_stop(whose: Q) -> list[Incoming]:
    """What ended, and nobody of the reader's society said yet that they stopped."""
    own = Incoming.objects.filter(TO_STOP, whose, society_id=reader_in_force().society)
    return list(own.select_related("sender"))


def received(incoming: Incoming) -> Transfer:
    """What the other society shows us of it now; 404 when it was taken back or may not be shown.

    Inside the reader's own society, the one that was asked.
    """
    rows = Transfer.objects.filter(receiver=incoming.society_id, state__in=OUT)
    transfer = get_object_or_404(rows.select_related("card", "society"), pk=incoming.transfer)
    if not may_be_shared(transfer):
        raise Http404
    return transfer


def rows_behind(asked: Iterable[Incoming]) -> dict[UUID, Transfer]:
    """Only where each stands, for lists: nothing of it is opened, and nothing asked."""
    ours = Transfer.objects.filter(receiver=reader_in_force().society)
    return {one.pk: one for one in ours.filter(pk__in=[one.transfer for one in asked])}


def may_be_shared(transfer: Transfer) -> bool:
    """The one question, asked at the society whose people they are."""
    with reading_as(transfer.society_id):
        subjects, with_ = (searcher_of(transfer), transfer.subject), transfer.chosen_id
        return all(bool(may(one, Purpose.SHARE, with_=with_)) for one in subjects)


def searcher_of(transfer: Transfer) -> UUID:
    """The number of who searches. Under the reader of the society that asks."""
    return Transfer.objects.select_related("case", "child__team").get(pk=transfer.pk).searcher


# --- words in boxes ---


@dataclass(frozen=True, repr=False)
class Copy:
    """What is sent once it is accepted: a question, the parts, and answers of a form."""

    question: str | None
    parts: dict[str, Any]
    rows: list[list[str]]


def copy_of(transfer: Transfer) -> Copy | None:
    """What the reader's society sees of it. Of a child's search it lies in boxes: None while the
    reader's is shut, or while nothing of it is there."""
    if transfer.child_id is None:
        return Copy(transfer.question, transfer.told or {}, [])
    told = _only(transfer, Text.COPY)
    return Copy(told["question"], told["parts"], told["rows"]) if told else None


def ground_of(transfer: Transfer) -> dict[str, Any] | None:
    """Whom of the family it is about and what the child said; None while the box of its team is
    shut."""
    return _only(transfer, Text.GROUND)


def _only(transfer: Transfer, kind: Text) -> dict[str, Any] | None:
    return next((one.told for one in texts_of(transfer.pk, kind)), None)


def texts_of(transfer_id: UUID, *kinds: str) -> list[Said]:
    """What the reader's society may read of a transfer's words, the oldest first."""
    own = TransferText.objects.filter(
        transfer=transfer_id, holder=reader_in_force().society, society=reader_in_force().society
    )
    rows = own.filter(kind__in=kinds) if kinds else own
    return [_as_said(row) for row in rows.select_related("owner", "by")]


def _as_said(row: TransferText) -> Said:
    return Said(row.kind, row.at, row.owner, row.by, unless_shut(lambda: row.said))
