"""A draft becomes a case: persons, basis and words take their places in one transaction."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions import moves
from kintrace.cases.actions.transfer_ends import end_with
from kintrace.cases.circumstances import TELLS, Closing
from kintrace.cases.doubts import doubts, require_sure
from kintrace.cases.lookups import days_in_vain, outcomes_all_told, unused_reference
from kintrace.cases.models import Case, Draft, Sought, Words
from kintrace.cases.review_words import TRIES
from kintrace.cases.states import AT_WORK, ENDED, State
from kintrace.people.actions import write_down
from kintrace.people.likely import surely_one
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
    from datetime import date
    from uuid import UUID

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


class SamePerson(Refusal):
    """The enquirer and a person sought, or two persons sought, are one. places: of the two in the
    request; the enquirer has 0, and persons sought count from 1."""

    def __init__(self, sentence: str, *, places: tuple[int, int]) -> None:
        super().__init__(sentence)
        self.places = places


class NotAcceptedYet(Refusal):
    """Nothing is done for a request before it is accepted and taken up."""


class SearchRests(Refusal):
    """Nothing is done while a search rests."""


class NotLostYet(Refusal):
    """Nobody is given up because a letter was not answered."""


class FaceStillHangs(Refusal):
    """A case is not closed while its face is on the wall or on its way there."""


class NotToldYet(Refusal):
    """A case does not end as told before the family heard of everybody in it."""


@dataclass(frozen=True)
class Missed:
    """One person sought: what was told of them, who they are to the enquirer, the last news."""

    told: Told
    relation: str
    last_news: dict[str, Any]


@dataclass(frozen=True)
class Opening:
    """What the steps of a draft amount to."""

    searcher: Told
    sought: tuple[Missed, ...]
    circumstances: dict[str, Any]
    not_with: NotWith


@transaction.atomic
def submit(
    draft: Draft, *, opening: Opening, at: UUID | None = None, sure: bool = False, by: Member
) -> Case:
    """Hand in the request of a whole draft; the draft and its key are gone afterwards.

    It is a case from now on, for which nothing is done before it is accepted. at: the society's
    place where the member works today, if they said it. sure: the member read the doubts and says
    that it is right so. Raises SamePerson, NotSure.
    """
    write_about(draft.subject)
    require_notice(draft.subject)
    require_different([opening.searcher, *(missed.told for missed in opening.sought)])
    require_sure(doubts(opening), sure=sure)
    file = open_file(draft.society_id)
    case = _write_case(draft, file=file, opening=opening, at=at, by=by)
    write_down(draft.subject, told=opening.searcher, file=file, society=draft.society_id, by=by)
    for place, missed in enumerate(opening.sought, start=1):
        write_sought(case, missed, place=place, by=by)
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
    moves.keep(case, before="", by=by)
    record(Deed.SUBMITTED_CASE, about=case.pk, by=by)
    return case


def require_different(people: list[Told]) -> None:
    """Nobody searches for themselves, and nobody is sought twice in one request.

    Namesakes are usual in a family: only who has the same name and the same birth, in whatever
    words and script each was told, is one person. Of others it is asked (doubts.py).
    """
    for (place, one), (later, other) in itertools.combinations(enumerate(people), 2):
        if surely_one(one, other):
            raise SamePerson(
                _(
                    "Two persons of this request have the same names and the same birth. Look at "
                    "the pages again: nobody searches for themselves or for one person twice."
                ),
                places=(place, later),
            )


def _write_case(draft: Draft, *, file: UUID, opening: Opening, at: UUID | None, by: Member) -> Case:
    case = Case(
        file=file,
        society_id=draft.society_id,
        reference=unused_reference(Case, by),
        subject=draft.subject,
        handler=by,
        desk_id=at,
        next_review=timezone.localdate() + REVIEW_AFTER,
    )
    case.circumstances = opening.circumstances
    case.save(force_insert=True)
    return case


def write_sought(case: Case, missed: Missed, *, place: int, by: Member) -> Sought:
    """A person sought, on a ground weighed of their own. For actions, on a locked case.

    Who must not learn of the search stands with who searches, and counts for both: a copy here
    would keep somebody from it whom the person since let know (decision 016).
    """
    subject = new_subject()
    write_down(
        subject,
        told=missed.told,
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
        place=place,
    )
    sought.relation, sought.last_news = missed.relation, missed.last_news
    sought.save(force_insert=True)
    _weigh(sought, by)
    return sought


def _weigh(sought: Sought, by: Member) -> None:
    """Who is sought cannot be asked: the basis is weighed (gate G2)."""
    case = sought.case
    weigh_basis(
        sought.subject,
        told_by=case.subject,
        purpose=Purpose.TRACE,
        kind=BasisKind.PUBLIC_INTEREST,
        until=timezone.localdate() + BASIS_LASTS,
        file=case.file,
        by=by,
    )


def require_open(case: Case) -> None:
    """The search is under way. Raises CaseIsClosed, NotAcceptedYet or SearchRests."""
    require_going_on(case)
    if case.state in (State.SUBMITTED, State.ACCEPTED):
        raise NotAcceptedYet(
            _("Nothing is done for this request yet. It has to be accepted and taken up first.")
        )
    if case.state not in AT_WORK:
        raise SearchRests(_("This search rests. Take it up again first."))


def require_accepted(case: Case) -> None:
    """It was accepted and did not end, whatever is done for it now. Raises CaseIsClosed or
    NotAcceptedYet."""
    require_going_on(case)
    if case.state == State.SUBMITTED:
        raise NotAcceptedYet(_("This request was not accepted yet."))


def require_going_on(case: Case) -> None:
    """The case did not end. Raises CaseIsClosed."""
    if case.state in ENDED:
        raise CaseIsClosed(
            _("This case is closed: nothing is added to it. If there is news, begin a new case.")
        )


@transaction.atomic
def close_case(case: Case, *, closing: Closing, by: Member) -> Case:
    """End the search. Raises CaseIsClosed, FaceStillHangs until the photo is down, and NotToldYet
    for a reason that says the family was told."""
    write_about(case.subject)
    case = moves.locked(case)
    require_going_on(case)
    notice = notice_of(case.subject)
    if notice is not None and notice.ended is None:
        raise FaceStillHangs(_("Take the photo down first, then close the case."))
    if closing == Closing.LOST:
        _require_lost(case)
    if closing in TELLS and not outcomes_all_told(case):
        raise NotToldYet(
            _(
                "The family was not told yet of everybody whom it seeks. Write down what came of "
                "each search and how it was told, or choose another reason."
            )
        )
    end_with(case, by=by)
    moves.step(case, to=State.CLOSED, by=by, why=closing)
    case.closing = closing
    case.save(update_fields=["closing"])
    return case


def _require_lost(case: Case) -> None:
    """A year went by, and tries to reach the person were written down. Raises NotLostYet."""
    if timezone.localdate() < _may_be_lost(case):
        raise NotLostYet(
            _(
                "Try to reach the person again at the reviews of the first year. Until then the "
                "search can rest."
            )
        )
    if days_in_vain(case) < TRIES:
        raise NotLostYet(
            _(
                "Write down first that nobody was reached, on three different days since somebody "
                "last spoke with the person. Until then the search can rest."
            )
        )


def _may_be_lost(case: Case) -> date:
    """From when on a case may end because the enquirer cannot be reached: after three reviews."""
    return timezone.localdate(case.opened) + timedelta(days=FIRST_REVIEWS[-1])
