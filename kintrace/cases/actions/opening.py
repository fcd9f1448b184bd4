"""A draft becomes a case: persons, basis and words take their places in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.models import Case, Draft, Sought, State, Words
from kintrace.cases.reference import new_reference
from kintrace.people.actions import write_down
from kintrace.protection.actions import (
    erase_keys,
    new_subject,
    record_basis,
    require_notice,
    weigh_basis,
)
from kintrace.protection.purposes import BasisKind, Purpose
from kintrace.protection.retention import FIRST_REVIEWS
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.circumstances import Closing
    from kintrace.network.models import Member
    from kintrace.people.told import Told
    from kintrace.protection.circles import NotWith

REVIEW_AFTER = timedelta(days=FIRST_REVIEWS[0])
BASIS_LASTS = timedelta(days=3 * 365)
# Who comes to us to have a search made said how they are reached: the two go together, and are
# taken back apart, for the result may still be told when the search has ended.
GIVEN_AT_OPENING = (Purpose.TRACE, Purpose.CONTACT)


class CaseIsClosed(Refusal):
    """Nothing more is done in a closed case."""


class FaceStillHangs(Refusal):
    """A case is not closed while its face is on the wall or on its way there."""


@dataclass(frozen=True)
class Opening:
    """What the steps of a draft amount to."""

    searcher: Told
    sought: Told
    relation: str
    last_news: dict[str, Any]
    circumstances: dict[str, Any]
    not_with: NotWith


@transaction.atomic
def open_case(draft: Draft, *, opening: Opening, by: Member) -> Case:
    """Open the case of a whole draft; the draft and its key are gone afterwards."""
    write_about(draft.subject)
    require_notice(draft.subject)
    file = open_file(draft.society_id)
    case = _write_case(draft, file=file, opening=opening, by=by)
    write_down(draft.subject, told=opening.searcher, file=file, society=draft.society_id, by=by)
    _write_sought(case, opening=opening, by=by)
    for purpose in GIVEN_AT_OPENING:
        record_basis(
            draft.subject,
            purpose=purpose,
            kind=BasisKind.PUBLIC_INTEREST,
            until=timezone.localdate() + BASIS_LASTS,
            not_with=opening.not_with,
            file=file,
            by=by,
        )
    # The rows change hands and stay sealed as they are (docs/decisions/003).
    Words.objects.filter(draft=draft).update(draft=None, case=case, file=file)
    erase_keys([draft.file])
    draft.delete()
    record(Deed.OPENED_CASE, about=case.pk, by=by)
    return case


def _write_case(draft: Draft, *, file: UUID, opening: Opening, by: Member) -> Case:
    case = Case(
        file=file,
        society_id=draft.society_id,
        reference=new_reference(by.society.code),
        subject=draft.subject,
        handler=by,
        next_review=timezone.localdate() + REVIEW_AFTER,
    )
    case.circumstances = opening.circumstances
    case.save(force_insert=True)
    return case


def _write_sought(case: Case, *, opening: Opening, by: Member) -> None:
    subject = new_subject()
    write_down(
        subject,
        told=opening.sought,
        file=case.file,
        society=case.society_id,
        by=by,
        informed=case.subject,
    )
    sought = Sought(
        file=case.file,
        case=case,
        society_id=case.society_id,
        subject=subject,
        place=1,
    )
    sought.relation, sought.last_news = opening.relation, opening.last_news
    sought.save(force_insert=True)
    # Who is sought cannot be asked: the basis is weighed (gate G2).
    weigh_basis(
        subject,
        told_by=case.subject,
        purpose=Purpose.TRACE,
        kind=BasisKind.PUBLIC_INTEREST,
        until=timezone.localdate() + BASIS_LASTS,
        not_with=opening.not_with,
        file=case.file,
        by=by,
    )


def require_open(case: Case) -> None:
    if case.state != State.OPEN:
        raise CaseIsClosed(
            _("This case is closed: nothing is added to it. If there is news, begin a new case.")
        )


@transaction.atomic
def close_case(case: Case, *, closing: Closing, by: Member) -> None:
    """End the search. Raises CaseIsClosed, and FaceStillHangs until the photo is down."""
    write_about(case.subject)
    require_open(case)
    notice = notice_of(case.subject)
    if notice is not None and notice.ended is None:
        raise FaceStillHangs(_("Take the photo down first, then close the case."))
    case.state, case.closing, case.closed = State.CLOSED, closing, timezone.now()
    case.save(update_fields=["state", "closing", "closed"])
    record(Deed.CLOSED_CASE, about=case.pk, by=by)
