"""Who is too young for the wall: judged by the least age that what was told allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.people import actions as people
from kintrace.people.lookups import person_of
from kintrace.protection import keeping
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import How, Purpose
from kintrace.protection.retention import Kind
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of
from kintrace.wall.terms import CHILDS, Terms

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.people.told import Told
    from kintrace.wall.models import Notice

YOUNGEST = 15
OF_AGE = 18


class TooYoung(Refusal):
    """A child's face is not shown, or not on these terms."""


def require_old_enough(subject: UUID) -> None:
    """Nobody who may be under 15 is shown in public, whoever agrees to it."""
    age = _least_age(subject)
    if age is not None and age < YOUNGEST:
        raise TooYoung(
            _("This person may be younger than 15. No child under 15 is shown on the wall.")
        )


def require_short_enough(until: date, *, terms: Terms) -> None:
    """From 15 to 17 a face hangs for three months at most, whoever agreed."""
    longest = keeping.term(Kind.CHILDS_PHOTO)
    if terms in CHILDS and until > timezone.localdate() + longest:
        raise TooYoung(
            _("This person may be younger than 18. The photo hangs for %(days)d days at most.")
            % {"days": longest.days}
        )


def terms_of(subject: UUID) -> Terms:
    """On which terms this face may be shown: by the least age told, and by who agreed."""
    age = _least_age(subject)
    if age is None:
        return Terms.UNSAID
    return Terms.ADULT if age >= OF_AGE else childs_terms(subject)


def childs_terms(subject: UUID) -> Terms:
    """A guardian agreed, or else two members sign that it is in the interest of the child."""
    bases = bases_in_force(subject, Purpose.PUBLISH)
    return Terms.GUARDIAN if bases.filter(how=How.GUARDIAN).exists() else Terms.BEST_INTEREST


def require_fitting(notice: Notice) -> None:
    """What was told of the age since still allows the terms on which this face was agreed."""
    require_old_enough(notice.subject)
    if terms_of(notice.subject) in CHILDS and notice.terms not in CHILDS:
        raise TooYoung(
            _(
                "By what was told since, this person may be younger than 18. Take the photo down "
                "and propose it anew."
            )
        )


@transaction.atomic
def correct(subject: UUID, *, told: Told, by: Member, why: str = "") -> bool:
    """Write down what is known better now; a face that no longer fits the age comes down at once.

    Answers whether one came down.
    """
    write_about(subject)
    people.correct(subject, told=told, by=by, why=why)
    notice = notice_of(subject)
    if notice is None or notice.is_ended:
        return False
    try:
        require_fitting(notice)
    except TooYoung:
        wall.take_down(notice, why="taken_down", by=by)
        return True
    return False


def _least_age(subject: UUID) -> int | None:
    birth = person_of(subject).told.birth
    return birth.youngest(timezone.localdate()) if birth else None
