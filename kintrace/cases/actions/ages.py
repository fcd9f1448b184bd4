"""Who is too young for the wall: judged by the least age that what was told allows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.people.lookups import person_of
from kintrace.protection.purposes import How
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from uuid import UUID

YOUNGEST = 15
OF_AGE = 18
A_CHILDS_FACE_HANGS = timedelta(days=92)


class TooYoung(Refusal):
    """A child's face is not shown, or not on these terms."""


def require_old_enough(subject: UUID) -> None:
    """Nobody who may be under 15 is shown in public, whoever agrees to it."""
    age = _least_age(subject)
    if age is not None and age < YOUNGEST:
        raise TooYoung(
            _("This person may be younger than 15. No child under 15 is shown on the wall.")
        )


def require_terms_for_age(subject: UUID, *, how: str, until: date) -> None:
    """From 15 to 17 a guardian agrees, and the face hangs for three months at most."""
    require_old_enough(subject)
    age = _least_age(subject)
    if age is None or age >= OF_AGE:
        return
    if how != How.GUARDIAN or until > timezone.localdate() + A_CHILDS_FACE_HANGS:
        raise TooYoung(
            _(
                "This person may be younger than 18. A guardian has to agree, and the photo "
                "hangs for three months at most."
            )
        )


def _least_age(subject: UUID) -> int | None:
    birth = person_of(subject).told.birth
    return birth.youngest(timezone.localdate()) if birth else None
