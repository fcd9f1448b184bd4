"""What a case does when its enquirer takes something back, or what they agreed to is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases.models import Case
from kintrace.protection.purposes import Cause, Purpose

if TYPE_CHECKING:
    from kintrace.protection.holders import Stop

FOR_GOOD = frozenset({Cause.WITHDRAWN, Cause.EXPIRED})


@transaction.atomic
def stop(case: Case, *, why: Stop) -> list[str]:
    """Say what is done no more; `may` refuses it from now on. A search that ended for good stands
    on the work list today, so that somebody closes the case."""
    done = []
    if Purpose.TRACE in why.purposes:
        done.append(_search_stopped(case))
        if why.cause in FOR_GOOD:
            done.append(_to_be_looked_at(case))
    if Purpose.CONTACT in why.purposes:
        done.append(
            _("Case %(reference)s: no letter goes to the person any more.")
            % {"reference": case.reference}
        )
    return done


def _search_stopped(case: Case) -> str:
    words = _(
        "Case %(reference)s: nobody is searched for, no lead is kept, no visitor is answered."
    )
    return words % {"reference": case.reference}


def _to_be_looked_at(case: Case) -> str:
    today = timezone.localdate()
    Case.objects.filter(pk=case.pk, next_review__gt=today).update(next_review=today)
    words = _("Case %(reference)s stands on the work list: close it, or speak with the person.")
    return words % {"reference": case.reference}
