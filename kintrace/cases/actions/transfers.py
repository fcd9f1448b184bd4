"""Asking another society to search: prepared, and its ground checked; nothing is sent here.

What is sent is a copy under a key of its own (decision 031); the case is never shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, transfer_parts
from kintrace.cases.actions.moves import NoReason
from kintrace.cases.actions.opening import BASIS_LASTS, require_open
from kintrace.cases.models import Case, Sought, Transfer, TransferCard
from kintrace.cases.transfers import ARROWS, BOXED, Part, Stand, Wish
from kintrace.network.access import has
from kintrace.protection.actions import record_basis, require_notice, weigh_basis
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from uuid import UUID

    from kintrace.cases.models import Child
    from kintrace.cases.transfers import Arrow
    from kintrace.network.models import Member, Society


class CannotBeAsked(Refusal):
    """This society is not asked for this search."""


class NotSo(Refusal):
    """A transfer does not stand where this step begins."""


@dataclass(frozen=True, repr=False)
class Asking:
    """Whom a society asks, of whom, for what, where, and until when it may answer."""

    sought: Sought
    society: Society
    wish: str
    question: str
    region: str
    answer_by: date


@dataclass(frozen=True)
class Ground:
    """On which ground another society is told: of who searches, and of who is sought."""

    kind: str
    how: str
    sought: str


@transaction.atomic
def begin(case: Case, *, asking: Asking, by: Member) -> Transfer:
    """Prepare to ask another society; nothing leaves the house yet.

    Raises CaseIsClosed, and CannotBeAsked for whom the person does not want to learn of it, who has
    the search already, or who sent it here.
    """
    for subject in (case.subject, asking.sought.subject):
        write_about(subject)
    require_notice(case.subject)
    require_open(case)
    require_can_be_asked(case, asking.sought.subject, asking.society)
    require_new(lookups.transfers_of(case), asking.sought.subject, asking.society)
    transfer = drafted(
        Transfer(
            case=case,
            chosen=asking.society,
            subject=asking.sought.subject,
            matter=_matter_of(case, asking.sought),
            wish=Wish(asking.wish),
            answer_by=asking.answer_by,
        ),
        card=transfer_parts.card_of(asking.sought, wish=asking.wish, region=asking.region),
        question=asking.question,
        by=by,
    )
    record(Deed.PREPARED_TRANSFER, about=transfer.pk, by=by)
    return transfer


def drafted(
    transfer: Transfer, *, card: dict[str, str], question: str | None, by: Member
) -> Transfer:
    """Two files are opened: one for the copy, one for the card. For actions."""
    society = transfer.search.society_id
    transfer.file, transfer.society_id, transfer.made_by = open_file(society), society, by
    transfer.question = question
    transfer.save(force_insert=True)
    row = TransferCard(transfer=transfer, file=open_file(society), society_id=society)
    row.told = card
    row.save(force_insert=True)
    return transfer


def _matter_of(case: Case, sought: Sought) -> UUID:
    """The search for a person keeps its number, at whoever is asked next and from whoever it came.
    What came about somebody else, or nobody said about whom, has no part in it."""
    linked = [one.matter for one in lookups.linked_to(case) if one.sought == sought]
    before = [one.matter for one in lookups.transfers_of(case) if one.subject == sought.subject]
    return next(iter([*linked, *before]), uuid4())


def require_can_be_asked(search: Case | Child, sought: UUID, society: Society) -> None:
    if society not in lookups.societies_to_ask(search.society_id):
        raise CannotBeAsked(_("This society cannot be asked now. Choose another one."))
    if not lookups.may_search_for(society, search):
        raise CannotBeAsked(
            _(
                "Somebody was detained, and asking this society may harm the person. Write a Red "
                "Cross Message, or turn to a delegation of the ICRC."
            )
        )
    if lookups.must_not_learn([search.subject, sought], society):
        raise CannotBeAsked(
            _("The person said that this society must not learn of it. Choose another one.")
        )
    if isinstance(search, Case):
        _require_no_circle(search, sought, society)


def _require_no_circle(case: Case, sought: UUID, society: Society) -> None:
    """Through however many hands it came. Whose it was in the beginning and who else has it is one
    sentence; and of a search that was taken from us we learn nothing more."""
    asked = {(one.chosen_id, one.matter) for one in lookups.transfers_of(case) if one.sent}
    for came in lookups.linked_about(case, sought):
        if came.sender_id == society.pk:
            raise CannotBeAsked(
                _(
                    "This search came to you from this society. Do not send it back: ask your "
                    "question where its request stands, under “Other societies”."
                )
            )
        after_us = (society.pk, came.matter) in asked
        if came.is_out and lookups.has_it_already(came.matter, society.pk, after_us=after_us):
            raise CannotBeAsked(
                _(
                    "This society has the same search already. Ask the one that asked you to speak "
                    "with it: write under “Other societies”."
                )
            )


def require_new(before: Iterable[Transfer], sought: UUID, society: Society) -> None:
    for one in before:
        same = one.subject == sought and one.chosen_id == society.pk
        if same and (one.is_out or one.is_draft):
            raise CannotBeAsked(
                _("This society was asked for this person already. Go on with what stands there.")
            )


@transaction.atomic
def choose_parts(transfer: Transfer, *, parts: Collection[str], by: Member) -> Transfer:
    """Copy the chosen parts as they are told now: what the page shows is what will be sent."""
    transfer = locked_draft(transfer)
    sought = lookups.sought_of(transfer)
    if sought is None or sought.relation is None:
        raise NotSo(_("Nothing is known of this person any more. There is nothing to send."))
    chosen = [part for part in Part if part in parts]
    transfer.told = transfer_parts.copied(transfer.of_case, sought, parts=chosen)
    transfer.parts = [part.value for part in chosen if part in BOXED or part.value in transfer.told]
    transfer.save(update_fields=["told", "parts"])
    record(Deed.PREPARED_TRANSFER, about=transfer.pk, by=by)
    return transfer


@transaction.atomic
def check_ground(transfer: Transfer, *, ground: Ground | None, by: Member) -> Transfer:
    """Write down on which ground another society may be told; what is in force already stands.

    Raises NotSo without a ground where one is missing, and what protection refuses.
    """
    transfer = locked_draft(transfer)
    if transfer.state != Stand.CHECKED:
        require_way(transfer, Stand.CHECKED, by=by)
    _write_ground(transfer, ground, by)
    transfer.ground_searcher = kind_in_force(transfer.searcher)
    transfer.ground_sought = kind_in_force(transfer.subject)
    if not (transfer.ground_searcher and transfer.ground_sought):
        raise NotSo(_("Choose the ground on which another society may be told."))
    transfer.state, transfer.checked, transfer.checked_by = Stand.CHECKED, timezone.now(), by
    transfer.save(
        update_fields=["ground_searcher", "ground_sought", "state", "checked", "checked_by"]
    )
    record(Deed.CHECKED_TRANSFER, about=transfer.pk, by=by)
    return transfer


def _write_ground(transfer: Transfer, ground: Ground | None, by: Member) -> None:
    if ground is None:
        return
    case, until = transfer.search, timezone.localdate() + BASIS_LASTS
    if not kind_in_force(case.subject):
        record_basis(
            case.subject,
            purpose=Purpose.SHARE,
            kind=BasisKind(ground.kind),
            how=How(ground.how),
            until=until,
            file=case.file,
            by=by,
        )
    if not kind_in_force(transfer.subject):
        weigh_basis(
            transfer.subject,
            told_by=case.subject,
            purpose=Purpose.SHARE,
            kind=BasisKind(ground.sought),
            until=until,
            file=case.file,
            by=by,
        )


def kind_in_force(subject: UUID) -> str:
    last = bases_in_force(subject, Purpose.SHARE).last()
    return last.kind if last else ""


def grounds_in_force(transfer: Transfer) -> tuple[str, str]:
    """The ground for who searches and for who is sought; "" where none is in force."""
    return kind_in_force(transfer.searcher), kind_in_force(transfer.subject)


def require_way(transfer: Transfer, to: Stand, *, by: Member, why: str = "") -> Arrow:
    """The arrow of a step that this member may take, for this reason. Raises NotSo, NoRight,
    NoReason."""
    arrow = ARROWS.get((Stand(transfer.state), to))
    if arrow is None:
        raise NotSo(_("This request does not stand there any more. Open its page again."))
    whose = transfer.chosen_id if arrow.theirs else transfer.society_id
    if by.society_id != whose or arrow.right is None or not has(by, arrow.right):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    if arrow.reasons is not None and why not in arrow.reasons.values:
        raise NoReason(_("Choose the reason for this step."))
    return arrow


def locked(transfer: Transfer) -> Transfer:
    """The row, locked until the transaction ends; for the society that asks."""
    rows = Transfer.objects.select_related("case", "child__team")
    return rows.select_for_update(of=("self",)).get(pk=transfer.pk)


def locked_draft(transfer: Transfer) -> Transfer:
    write_about(transfer.searcher)
    transfer = locked(transfer)
    if not transfer.is_draft:
        raise NotSo(_("This was sent already. Take it back to change it."))
    return transfer
