"""After contact a family is asked how it is, on planned days and in the way that each agreed to.

Where one society found somebody for another, each plans with its own side and never with the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import NotAsExpected, require_free, require_under_way
from kintrace.cases.actions.in_touch import in_touch, is_in_turn, place, require_in_touch
from kintrace.cases.actions.plan_days import lay_days
from kintrace.cases.contact_plan import Side, within
from kintrace.cases.models import ContactPlan
from kintrace.cases.plan_words import Outcome, Way
from kintrace.protection import keeping
from kintrace.protection.actions import erase_keys, put_on_hold
from kintrace.protection.lookups import held, require
from kintrace.protection.purposes import How, Purpose
from kintrace.protection.retention import Kind
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.contact_plan import Talked
    from kintrace.cases.lookups import Finding, Plan, Whom
    from kintrace.cases.models import PlannedTalk
    from kintrace.network.models import Member


class NotWaiting(NotAsExpected):
    """What came of this day is written down already, or nobody is asked on it any more."""


@transaction.atomic
def plan(sought: Whom, *, side: Side, way: Way, how: str, sentence: str, by: Member) -> ContactPlan:
    """Plan the days on which one of the two is asked, in the way they agreed to.

    Raises NotInTouchYet, NotAsExpected, CaseIsClosed, and what protection refuses; 404 for what
    another society took back.
    """
    finding = in_touch(sought)
    require_under_way(sought)
    require_free(sought)
    require_in_touch(lookups.contact_day(finding))
    _require_fitting(finding, side, how=how, sentence=sentence)
    row = ContactPlan(file=open_file(sought.society_id), society_id=sought.society_id, by=by)
    place(row, finding, mark=lookups.plan_mark)
    said = {"side": side.value, "way": Way(way).value, "how": How(how).value}
    row.said_yes = said if row.mark is None else said | {"sought": str(sought.pk)}
    row.sentence = sentence.strip()
    own = lookups.Plan(finding, row)
    require(own.subject, Purpose.CONTACT)
    row.save(force_insert=True)
    lay_days(row, finding)
    record(Deed.PLANNED_CONTACT, about=own.about, by=by)
    return row


def _require_fitting(finding: Finding, side: Side, *, how: str, sentence: str) -> None:
    if side not in lookups.sides_asked(finding):
        raise NotAsExpected(_("The other society asks this person. Ask your own side."))
    every = lookups.plans_of(finding)
    if any(one.side is side and one.row.ended is None for one in every):
        raise NotAsExpected(_("There is a plan for this person already."))
    if how == How.WEIGHED:
        raise NotAsExpected(_("Each of them says it themselves. Choose how they said it."))
    if not sentence.strip():
        raise NotAsExpected(_("Write the sentence that is safe to say, whoever hears it."))


@transaction.atomic
def settle(sought: Whom, *, talk: UUID, talked: Talked, by: Member) -> PlannedTalk:
    """What came of a planned day. A worry puts the person on hold at once.

    With the last day, and when the person wants no more, the plan ends. Raises NotWaiting, and
    NotAsExpected.
    """
    finding = in_touch(sought)
    found = next(
        ((one, row) for one in lookups.plans_of(finding) for row in one.waiting if row.pk == talk),
        None,
    )
    if found is None:
        raise NotWaiting(_("Somebody wrote down already what came of this day."))
    own, row = found
    _require_within(own, talked)
    row.came, row.note, row.by = talked.to_json(), talked.note.strip() or None, by
    row.settled = timezone.now()
    row.save(update_fields=["came", "note", "by", "settled"])
    if talked.outcome == Outcome.DECLINED or len(own.waiting) == 0:
        _end(own.row)
    record(Deed.ASKED_AFTER_CONTACT, about=own.about, by=by)
    if talked.worry.strip():
        put_on_hold(own.subject, reason=talked.worry, by=by)
    return row


@transaction.atomic
def hold_for_worry(sought: Whom, *, side: str, worry: str, by: Member) -> None:
    """A worry that was told of a day which waits no more: who told it is held all the same.

    Of who was found and is erased nothing is left to hold. Raises NothingToDo, AlreadyErased, and
    NotAsExpected for who is the other society's to ask.
    """
    finding = lookups.finding_of(sought)
    found = finding.located.subject if finding.located else None
    if finding.is_afar and Side(side) is Side.SEEKER:
        raise NotAsExpected(_("The other society asks this person. Ask your own side."))
    subject = found if Side(side) is Side.FOUND else finding.case.subject
    if subject is not None:
        put_on_hold(subject, reason=worry, by=by)


def _require_within(own: Plan, talked: Talked) -> None:
    if (talked.outcome == Outcome.DONE) != bool(talked.way):
        raise NotAsExpected(_("Say in which way you spoke; only then."))
    if talked.way and not within(talked.way, own.row.said_yes["way"]):
        raise NotAsExpected(_("The person did not agree to be asked in this way."))


def _end(row: ContactPlan) -> None:
    """What was not asked yet is not asked any more."""
    row.talks.filter(settled=None).delete()
    ContactPlan.objects.filter(pk=row.pk).update(ended=timezone.now())


@transaction.atomic
def end_plans(finding: Finding, *, subject: UUID, by: Actor) -> bool:
    """Somebody took back that we are in touch with them; whether anything was planned."""
    if not is_in_turn(finding):
        return False
    own = [one for one in lookups.plans_of(finding) if one.subject == subject]
    going_on = [one for one in own if one.row.ended is None]
    for one in going_on:
        _end(one.row)
        record(Deed.ASKED_AFTER_CONTACT, about=one.about, by=by)
    return bool(going_on)


def expire(today: date, *, by: Actor) -> int:
    """Delete the plans of the reader's society whose time is over; how many."""
    before = today - keeping.term(Kind.PLAN, on=today)
    return sum(_forget(row, by=by) for row in list(lookups.plans_over(before)))


@transaction.atomic
def _forget(row: ContactPlan, *, by: Actor) -> bool:
    if held(lookups.people_around(row)):  # the protection team may have to read it
        return False
    ContactPlan.objects.filter(pk=row.pk).delete()
    erase_keys([row.file])
    record(Deed.EXPIRED, about=row.located_id or row.pk, by=by)
    return True
