"""What the page of alarms shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit import lookups as audit
from kintrace.network import lookups as network
from kintrace.network.access import Right, Role, has
from kintrace.ui import charts
from kintrace.watch import lookups
from kintrace.watch.table import RECORDS

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.watch.models import Alarm

DAYS_SHOWN = 14


@dataclass(frozen=True)
class Line:
    """One alarm in the list: what rang, whose reading, what was done."""

    alarm: Alarm
    who: str
    answered_by: str


def shown_to(member: Member) -> dict[str, Any]:
    """The context of the page."""
    people = _people(member)
    return {
        "lines": [_line(one, people) for one in lookups.alarms(member)],
        "chart": _chart(member),
        "hours": lookups.hours_of(member.society_id),
        "says_hours": lookups.says_hours(member.society_id),
    }


def of_one(alarm: Alarm, *, to: Member) -> dict[str, Any]:
    """The context of one alarm, with the reasons that the member gave around it."""
    given = []
    if alarm.member is not None:
        since = alarm.since - timedelta(days=1)
        reasons = lookups.reasons_of(alarm.society_id, alarm.member, since=since)
        given = [one for one in reasons if one.at <= alarm.until + timedelta(days=1)]
    return {"line": _line(alarm, _people(to)), "alarm": alarm, "reasons": given}


def _people(member: Member) -> dict[UUID, str]:
    """Members by name for who keeps watch over their own society, by role for who only reads."""
    named = has(member, Right.KEEP_WATCH)
    return {one.pk: _called(one, named=named) for one in network.colleagues(member)}


def _called(member: Member, *, named: bool) -> str:
    role = str(Role(member.role).label)
    if not named:
        return role
    return _("%(name)s, %(role)s") % {"name": member.name or member.sign_in, "role": role}


def _line(alarm: Alarm, people: dict[UUID, str]) -> Line:
    who = people.get(alarm.member, "") if alarm.member else ""
    by = people.get(alarm.answered_by, "") if alarm.answered_by else ""
    return Line(alarm, who, by)


def _chart(member: Member) -> charts.Chart:
    """Records opened a day, and by role in the table: numbers of members' work, of no person."""
    today = timezone.localdate()
    days = [today - timedelta(days=back) for back in reversed(range(DAYS_SHOWN))]
    by_role = _by_role(member, days)
    cells = [(date_format(day, "j M"), sum(by_role[day].values())) for day in days]
    roles = [role for role in Role if any(by_role[day][role] for day in days)]
    rows = [(date_format(day, "j M"), [by_role[day][role] for role in roles]) for day in days]
    table = charts.Table([_("Day"), *(role.label for role in roles)], rows)
    words = _("Records opened a day in the last two weeks.")
    drawn = charts.columns("reading", _("Records opened a day"), words, cells, table)
    return replace(drawn, bars=[bar for bar in drawn.bars if bar.number])


def _by_role(member: Member, days: list[date]) -> dict[date, dict[Role, int]]:
    roles = {one.pk: Role(one.role) for one in network.colleagues(member)}
    begin = timezone.now() - timedelta(days=DAYS_SHOWN)
    found: dict[date, dict[Role, int]] = {day: defaultdict(int) for day in days}
    counted = audit.counted_by_day(member.society_id, deeds=RECORDS, since=begin)
    for day, actor, number in counted:
        if day in found and actor in roles:
            found[day][roles[actor]] += number
    return found
