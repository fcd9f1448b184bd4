"""What was told when a case was opened and is otherwise now: said anew, the old replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.drafts import changed_elsewhere, seal_words
from kintrace.cases.actions.opening import require_going_on
from kintrace.protection.actions import require_notice
from kintrace.protection.lookups import is_looked_at, looked_at
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.actions.drafts import Answers
    from kintrace.cases.models import Case
    from kintrace.network.models import Member


def require_may_correct(case: Case, *about: UUID) -> None:
    """Asked before anybody is asked anything, too. about: the persons sought whom it changes.

    A search that rests is corrected as well: a number that is dead is never learned too early.
    Raises CaseIsClosed; NotAllowed while somebody looks at it first (decision 024).
    """
    require_going_on(case)
    if any(is_looked_at(subject) for subject in (case.subject, *about)):
        raise NotAllowed(looked_at(), "held")


@transaction.atomic
def change_ways(case: Case, *, answers: Answers, seen: int, by: Member) -> None:
    """How the person who searches is reached from now on. What was said before is gone: an old
    number may be a danger.

    `seen` is the version that the page showed. Raises as `require_may_correct`, ChangedElsewhere.
    """
    require_notice(case.subject)
    case = moves.locked(case)
    require_may_correct(case)
    _replace(case, kind="ways", answers=answers, seen=seen)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)


def _replace(case: Case, *, kind: str, answers: Answers, seen: int) -> None:
    kept = lookups.words_of(case).get(kind)
    if (kept.version if kept else 0) != seen:
        raise changed_elsewhere()
    seal_words(case, kind=kind, answers=answers)
