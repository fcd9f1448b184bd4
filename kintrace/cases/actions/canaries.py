"""Invented cases that nobody needs to open: whoever does is noticed at once.

The story is told to a caseworker as every story is, and only afterwards marked. So each row and
each entry of the audit is what it says it is, and nothing in them differs from other cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.cases.lookups import case_coded, sought_in, told_of
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.wall.lookups import notice_of
from kintrace.watch import actions as watch
from kintrace.watch.lookups import is_invented

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from kintrace.watch.models import Canary


class NotTheInventedCase(Refusal):
    """What was typed does not prove that this is the case which was invented."""


@transaction.atomic
def mark_invented(reference: str, *, name: str, note: str, by: Member) -> Canary:
    """Mark an invented case by its code; nothing of it can be searched, shown or shared any more.

    `name` is the invented enquirer's, as they gave it: a mistyped code must not stop the search of
    a family that is real. Raises NotTheInventedCase.
    """
    case = case_coded(by, reference)
    if case is None or told_of(case.subject).called.casefold() != " ".join(name.casefold().split()):
        raise NotTheInventedCase(
            _("No case with this code is about a person of this name. Look at both again.")
        )
    write_about(case.subject)
    if is_invented(case.pk):
        raise NotTheInventedCase(_("This case is marked already."))
    if notice_of(case.subject) is not None:
        raise NotTheInventedCase(
            _("This case has a photo for the wall. Take a case that never had one.")
        )
    ids = [case.pk, case.subject, *(one.subject for one in sought_in(case))]
    return watch.plant(ids, code=case.reference, note=note, by=by)
