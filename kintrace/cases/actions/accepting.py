"""A request is accepted and taken up; or it is not: explained, and looked at a second time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.opening import require_going_on
from kintrace.cases.circumstances import Closing, Way
from kintrace.cases.criteria import NotOurs
from kintrace.cases.models import Case, Criteria, NotAccepted
from kintrace.cases.states import Ours, State, Why
from kintrace.network.access import Right, has
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight, Refusal

if TYPE_CHECKING:
    from datetime import date

    from kintrace.cases.criteria import Settled
    from kintrace.network.models import Member


WRITE_WHY = gettext_lazy(
    "The request does not meet every criterion. Write why it is accepted all the same."
)


class NotWithinCriteria(Refusal):
    """A request outside the criteria is accepted only with a reason in words."""


class NoReasonOfOurs(Refusal):
    """A request is not accepted for a reason that the society settled, and for no other."""


class NotYourOwn(Refusal):
    """The second look is another member's."""


class AlreadyLookedAt(Refusal):
    """A refusal has one second look."""


class CannotWorkOnIt(Refusal):
    """A case is given to a member who works on cases."""


@transaction.atomic
def accept(case: Case, *, by: Member, despite: str = "") -> Case:
    """The society takes the request on. `despite`: why, where a criterion is not met.

    Raises NotWithinCriteria, NoSuchWay, NoRight.
    """
    write_about(case.subject)
    case = moves.locked(case)
    if not despite and lookups.misses_a_criterion(case):
        raise NotWithinCriteria(WRITE_WHY)
    why = Ours.DESPITE if despite else Ours.FITS
    return moves.step(case, to=State.ACCEPTED, by=by, why=why, note=despite)


@transaction.atomic
def take_up(case: Case, *, by: Member) -> Case:
    """Somebody who works on cases makes an accepted request theirs: the search begins."""
    write_about(case.subject)
    case = moves.step(moves.locked(case), to=State.OPEN, by=by)
    case.handler = by
    case.save(update_fields=["handler"])
    return case


@transaction.atomic
def accept_and_take_up(case: Case, *, by: Member, despite: str = "") -> Case:
    """The same member says that the request is ours, and goes on with it."""
    return take_up(accept(case, by=by, despite=despite), by=by)


@transaction.atomic
def give(case: Case, *, to: Member, by: Member) -> Case:
    """Another member goes on with the case. Raises CannotWorkOnIt and CaseIsClosed."""
    write_about(case.subject)
    case = moves.locked(case)
    require_going_on(case)
    if not has(by, Right.CHANGE_CASES):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    if to.society_id != case.society_id or not has(to, Right.CHANGE_CASES):
        raise CannotWorkOnIt(_("Choose a member of your society who works on cases."))
    case.handler = to
    case.save(update_fields=["handler"])
    record(Deed.ASSIGNED_CASE, about=case.pk, by=by)
    return case


@transaction.atomic
def refuse(case: Case, *, criterion: NotOurs, by: Member, note: str = "") -> NotAccepted:
    """Do not accept a request. It is still to be explained to the person and looked at again.
    Raises NoReasonOfOurs, NoSuchWay, NoRight."""
    write_about(case.subject)
    if NotOurs(criterion) not in lookups.criteria_of(case.society_id).refusals:
        raise NoReasonOfOurs(_("Your society does not use this reason. Choose another."))
    case = moves.step(moves.locked(case), to=State.REFUSED, by=by, why=NotOurs(criterion))
    case.closing = Closing.CRITERIA
    case.save(update_fields=["closing"])
    refusal = NotAccepted(
        society_id=case.society_id, case=case, criterion=NotOurs(criterion), by=by
    )
    refusal.note = note or None
    refusal.save(force_insert=True)
    return refusal


@dataclass(frozen=True)
class Explained:
    """How the person was told: on which day, in which way, in which language."""

    day: date
    how: Way
    language: str


@transaction.atomic
def explain(refusal: NotAccepted, *, explained: Explained, by: Member) -> NotAccepted:
    """Write down that the person was told why, and what they can do."""
    write_about(refusal.case.subject)
    if not has(by, Right.ACCEPT_CASES):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    if moves.locked(refusal.case).state != State.REFUSED:
        raise AlreadyLookedAt(_("A second member decided otherwise. Look at the request again."))
    refusal.told, refusal.told_how = explained.day, Way(explained.how)
    refusal.told_language = explained.language
    refusal.save(update_fields=["told", "told_how", "told_language"])
    record(Deed.EXPLAINED_REFUSAL, about=refusal.case_id, by=by)
    return refusal


@transaction.atomic
def review(refusal: NotAccepted, *, agreed: bool, by: Member) -> NotAccepted:
    """A second member looks at a refusal, and agrees or puts the request back.

    Raises NotYourOwn, AlreadyLookedAt, NoRight.
    """
    write_about(refusal.case.subject)
    case = moves.locked(refusal.case)
    refusal = NotAccepted.objects.select_for_update().get(pk=refusal.pk)
    if not has(by, Right.REVIEW_REFUSALS):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    if refusal.by_id == by.pk:
        raise NotYourOwn(_("Another member looks at this: nobody reviews what they decided."))
    if refusal.reviewed is not None:
        raise AlreadyLookedAt(_("A second member has looked at this refusal already."))
    refusal.reviewed, refusal.reviewed_by, refusal.agreed = timezone.now(), by, agreed
    refusal.save(update_fields=["reviewed", "reviewed_by", "agreed"])
    if agreed:
        record(Deed.UPHELD_REFUSAL, about=case.pk, by=by)
    else:
        case.closing = ""
        case.save(update_fields=["closing"])
        moves.step(case, to=State.SUBMITTED, by=by, why=Why.REVIEWED)
    return refusal


@transaction.atomic
def reopen(case: Case, *, fact: str, by: Member) -> Case:
    """A closed case goes on, for a new fact and nothing else; the fact is written down."""
    write_about(case.subject)
    case = moves.locked(case)
    if not fact.strip():
        raise moves.NoReason(_("Write down the new fact."))
    case = moves.step(case, to=State.OPEN, by=by, why=Why.NEW_FACT, note=fact)
    case.closing, case.keep_until, case.kept_for = "", None, ""
    case.next_review = timezone.localdate()
    case.save(update_fields=["closing", "keep_until", "kept_for", "next_review"])
    return case


@transaction.atomic
def settle(criteria: Settled, *, seen: str | None = None, by: Member) -> Criteria:
    """Settle which requests the member's society accepts from now on. `seen` is the version the
    page showed, where a page did. Raises NoRight, ChangedElsewhere."""
    if not has(by, Right.SET_CRITERIA):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    now = Criteria.objects.select_for_update().filter(society_id=by.society_id).first()
    is_new = seen is not None and seen != lookups.version_of_criteria(by.society_id)
    if now and is_new and now.settled != criteria.to_json():
        raise changed_elsewhere()
    row, _new = Criteria.objects.update_or_create(
        society_id=by.society_id,
        defaults={"settled": criteria.to_json(), "by": by, "at": timezone.now()},
    )
    record(Deed.SET_CRITERIA, about=row.pk, by=by)
    return row
