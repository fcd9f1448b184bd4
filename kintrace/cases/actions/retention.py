"""The end of closed cases: looked at first, then erased, then a number."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.afterwards import AgeThen, KeptFor, Kin
from kintrace.cases.models import Case, PastCases, Sought
from kintrace.cases.states import State
from kintrace.people.lookups import people_of
from kintrace.protection.actions import erase
from kintrace.protection.purposes import WhyErased
from kintrace.protection.turns import be_alone_with, write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import KeyNotAtHand
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.protection.retention import Kind

LONGEST_KEPT = timedelta(days=365)
OF_AGE, OLD = 18, 60
KIN = {
    Relation.MOTHER: Kin.PARENT,
    Relation.FATHER: Kin.PARENT,
    Relation.SON: Kin.CHILD,
    Relation.DAUGHTER: Kin.CHILD,
    Relation.BROTHER: Kin.SIBLING,
    Relation.SISTER: Kin.SIBLING,
    Relation.HUSBAND: Kin.SPOUSE,
    Relation.WIFE: Kin.SPOUSE,
}


class CannotBeKept(Refusal):
    """A case is kept longer once, within a year, and only when it is closed."""


@transaction.atomic
def keep_longer(case: Case, *, until: date, because: KeptFor, by: Member) -> Case:
    """Keep a closed case beyond its time, once, for a year at most. Raises CannotBeKept."""
    write_about(case.subject)
    case = Case.objects.select_for_update().get(pk=case.pk)
    last = lookups.last_day_of(case)
    if last is None:
        raise CannotBeKept(_("This case is open. It does not end by itself."))
    if case.state == State.REFUSED:
        raise CannotBeKept(_("A request that was not accepted is not kept longer."))
    if case.keep_until is not None:
        raise CannotBeKept(_("This case was kept longer once already. It ends on its last day."))
    if not last < until <= last + LONGEST_KEPT:
        raise CannotBeKept(_("Keep it for a year at most after its last day."))
    case.keep_until, case.kept_for = until, KeptFor(because)
    case.save(update_fields=["keep_until", "kept_for"])
    record(Deed.KEPT_CASE, about=case.pk, by=by)
    return case


def end_old_cases(today: date, *, by: Machine) -> Counter[Kind]:
    """Count and erase the ended cases whose time is over; those on hold wait. How many ended."""
    over = lookups.cases_over(today)
    return Counter(lookups.clock_of(case) for case in over if _end(case, today, by=by))


@transaction.atomic
def _end(case: Case, today: date, *, by: Machine) -> bool:
    be_alone_with(case.subject)
    case.refresh_from_db()  # somebody may have kept it longer, or set a hold, a moment ago
    last = lookups.last_day_of(case)
    if last is None or last >= today or lookups.is_case_held(case):
        return False
    _count(case, closed=timezone.localdate(case.closed))
    erase(case.subject, why=WhyErased.RETENTION, by=by)
    return True


def _count(case: Case, *, closed: date) -> None:
    """One more in its cell. No audit row of its own, which would tie the cell to the erasure."""
    kin, age = _as_counted(case)
    cell, _new = PastCases.objects.get_or_create(
        society_id=case.society_id,
        opened=timezone.localdate(case.opened).year,
        closed=closed.year,
        closing=case.closing,
        kin=kin,
        age=age,
        defaults={"count": 0},
    )
    PastCases.objects.filter(pk=cell.pk).update(count=F("count") + 1)


def _as_counted(case: Case) -> tuple[Kin, AgeThen]:
    """What cannot be opened any more keeps no case beyond its time."""
    sought = next(iter(lookups.still_sought(case)), None)
    if sought is None:  # erased alone before the case was
        return Kin.OTHER, AgeThen.UNKNOWN
    try:
        kin = KIN.get(Relation(sought.relation or Relation.FAMILY), Kin.OTHER)
        return kin, _age_then(sought, timezone.localdate(case.opened))
    except KeyNotAtHand:
        return Kin.OTHER, AgeThen.UNKNOWN


def _age_then(sought: Sought, opened: date) -> AgeThen:
    person = people_of([sought.subject]).get(sought.subject)
    birth = person.told.birth if person else None
    if birth is None:
        return AgeThen.UNKNOWN
    age = birth.youngest(opened)
    if age < OF_AGE:
        return AgeThen.CHILD
    return AgeThen.ADULT if age < OLD else AgeThen.OLD
