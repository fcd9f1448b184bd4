"""Somebody whom another society seeks is one of our register: kept apart in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.cases.actions.found import forget_questions
from kintrace.protection import actions as protection

if TYPE_CHECKING:
    from kintrace.cases.lookups import Afar
    from kintrace.network.models import Member
    from kintrace.protection.models import DoNotFind


@transaction.atomic
def keep_from(sought: Afar, *, entry: DoNotFind, by: Member) -> None:
    """The search goes on in vain: nobody approaches the person for that society, and what it hears
    is what it hears of nobody. Questions that lie there are taken back."""
    protection.keep_apart(entry, sought=sought.transfer.pk, by=by)
    forget_questions(sought)


@transaction.atomic
def none_of_them(sought: Afar, *, by: Member) -> None:
    """Held beside the whole register, and none of it."""
    protection.compared(sought.transfer.pk, by=by)
