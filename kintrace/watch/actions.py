"""Ringing, answering, giving a reason, marking an invented case, going the patrol's round."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit import lookups as audit
from kintrace.audit.actions import ChainBroken, Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network import lookups as network
from kintrace.network.access import Role
from kintrace.ui.refusals import Refusal
from kintrace.watch.limits import reasons_left
from kintrace.watch.models import Alarm, Canary, Hours, Patrol, Reason
from kintrace.watch.table import COUNTED, DAY, ONE_ALARM, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, timedelta
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.watch.hours import OfWork
    from kintrace.watch.rules import Finding

GREW = 2  # times the number that was answered: then it rings anew


class NoReasonLeft(Refusal):
    """Somebody gave as many reasons today as a day has."""


class AboutYourself(Refusal):
    """A stolen session would answer what it set off."""


class AlreadyAnswered(Refusal):
    """A colleague was quicker."""


@transaction.atomic
def give_reason(words: str, *, by: Member) -> Reason:
    """Say why more must be read; it is sealed, and the data-protection officer hears of it."""
    if not reasons_left(by):
        raise NoReasonLeft(
            _(
                "You gave three reasons today. Speak with your data-protection officer; the "
                "records open again within a day."
            )
        )
    reason = Reason(society_id=by.society_id, member=by.pk)
    reason.words = words
    reason.save(force_insert=True)
    record(Deed.GAVE_REASON, about=reason.pk, by=by)
    return reason


@transaction.atomic
def answer(alarm: Alarm, *, note: str, by: Member) -> None:
    """Write down what an alarm was about and what was done."""
    locked = Alarm.objects.select_for_update().get(pk=alarm.pk)
    if locked.answered is not None:
        raise AlreadyAnswered(_("A colleague answered this alarm already. Read what it says."))
    if locked.member == by.pk and _others_keep_watch(by):
        raise AboutYourself(
            _("This alarm is about you. Another data-protection officer must answer it.")
        )
    locked.answered, locked.answered_by, locked.note = timezone.now(), by.pk, note
    locked.save(update_fields=["answered", "answered_by", "note"])
    record(Deed.ANSWERED_ALARM, about=alarm.pk, by=by)


def _others_keep_watch(by: Member) -> bool:
    """Where there is one officer alone, the letter about an alarm went to others, too."""
    officers = network.holding(by.society_id, roles=[Role.DATA_PROTECTION])
    return any(one.pk != by.pk for one in officers)


@transaction.atomic
def set_hours(hours: OfWork, *, by: Member) -> None:
    """Say when the society works."""
    values = {
        "zone": hours.zone,
        "days": list(hours.days),
        "opens": hours.opens,
        "closes": hours.closes,
    }
    Hours.objects.update_or_create(society_id=by.society_id, defaults=values)
    record(Deed.SET_HOURS, about=by.society_id, by=by)


@transaction.atomic
def plant(ids: Iterable[UUID], *, code: str, note: str, by: Member) -> Canary:
    """Mark a case and the persons in it as invented; the audit names the mark and not the case."""
    canary = Canary(society_id=by.society_id)
    canary.told = {"ids": sorted(map(str, ids)), "code": code, "note": note}
    canary.save(force_insert=True)
    record(Deed.PLANTED_CANARY, about=canary.pk, by=by)
    return canary


@transaction.atomic
def take_back(canary: Canary, *, by: Member) -> None:
    """Take a mark away."""
    marked = canary.pk
    canary.delete()
    record(Deed.TOOK_BACK_CANARY, about=marked, by=by)


@transaction.atomic
def ring(findings: Iterable[Finding], *, by: Machine) -> list[Alarm]:
    """Make alarms of findings; what goes on from an alarm that stands makes that one grow."""
    rang = [alarm for one in findings if (alarm := _ring(one, by)) is not None]
    for alarm in rang:
        _write_down(alarm, by)
    return rang


def _ring(finding: Finding, by: Machine) -> Alarm | None:
    last = _last(finding, by.society_id)
    if last is not None and _goes_on(finding, last):
        last.count = max(last.count, finding.count)
        last.until = max(last.until, finding.until)
        last.save(update_fields=["count", "until"])
        return None
    return Alarm.objects.create(
        society_id=by.society_id,
        rule=finding.rule,
        member=finding.member,
        since=finding.since,
        until=finding.until,
        count=finding.count,
        rang=timezone.now(),
    )


def _last(finding: Finding, society: UUID) -> Alarm | None:
    alarms = Alarm.objects.select_for_update().filter(society_id=society, rule=finding.rule)
    return alarms.filter(member=finding.member).order_by("-until").first()


def _goes_on(finding: Finding, last: Alarm) -> bool:
    if finding.rule == Rule.CHAIN:
        return finding.count <= last.count
    apart: timedelta | None = ONE_ALARM.get(finding.rule)
    if finding.rule in COUNTED:
        grew = last.answered is not None and finding.count >= GREW * last.count
        return finding.since <= last.until and not grew
    return apart is not None and last.answered is None and finding.since <= last.until + apart


def _write_down(alarm: Alarm, by: Machine) -> None:
    """A chain that is broken takes no entry, and must not keep an alarm from ringing."""
    with suppress(ChainBroken), transaction.atomic():
        record(Deed.RANG, about=alarm.pk, by=by)


@transaction.atomic
def place(society: UUID) -> Patrol:
    """Where the patrol is, locked; a new one begins a day ago and leaves what is older."""
    rows = Patrol.objects.select_for_update().filter(society_id=society)
    found = rows.first()
    if found is None:
        begin = audit.last_before(society, timezone.now() - DAY)
        new = Patrol(society_id=society, seq=begin)
        Patrol.objects.bulk_create([new], ignore_conflicts=True)  # another may be quicker
        found = rows.get()
    return found


def move(place: Patrol, *, seq: int) -> None:
    """Note which entry was the last that the rules were asked about."""
    place.seq = seq
    place.save(update_fields=["seq"])


def note_proved(place: Patrol, mark: audit.Mark) -> None:
    """Note up to where the chain was found whole."""
    place.proved_seq, place.proved_mac = mark.seq, mark.mac
    place.save(update_fields=["proved_seq", "proved_mac"])


def note_proved_again(place: Patrol, mark: audit.Mark) -> None:
    """Note up to where the chain was proved anew."""
    place.again_seq, place.again_mac = mark.seq, mark.mac
    place.save(update_fields=["again_seq", "again_mac"])


def note_looked_back(place: Patrol, *, day: date) -> None:
    """Note that slow reading was looked for."""
    place.looked_back = day
    place.save(update_fields=["looked_back"])


@transaction.atomic
def forget_before(moment: datetime, *, society: UUID) -> int:
    """Delete reasons and answered alarms that are older; one that nobody answered stays."""
    reasons, _rows = Reason.objects.filter(society_id=society, at__lt=moment).delete()
    alarms, _rows = Alarm.objects.filter(society_id=society, answered__lt=moment).delete()
    return reasons + alarms
