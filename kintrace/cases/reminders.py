"""When it is time to ask whether a person still wants the photo on the wall, and by which letter.

Nothing here is sent by itself: what is due stands in the work list, and a member releases it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right
from kintrace.wall.lookups import notices
from kintrace.wall.terms import CHILDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.cases.models import Case
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member
    from kintrace.wall.models import Notice

DAYS_BEFORE = (30, 7)
DAYS_BEFORE_A_CHILDS = (14, 3)
AGAIN_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Due:
    """A person to be asked. `since` is the day on which asking fell due."""

    notice: Notice
    case: Case
    since: date


def due_for(member: Member, of: WorkOf = MINE) -> list[Due]:
    """Whom this member asks: the own cases, and for officers those of nobody who works on them."""
    live = {notice.subject: notice for notice in notices(member, "live")}
    cases = lookups.cases_by_subject(member, live)
    tried = lookups.last_tries(cases.values())
    theirs = lookups.looks_after(member, else_=Right.APPROVE_FACES, of=of)
    found = []
    for subject, case in cases.items():
        since = due_since(live[subject], tried.get(case.pk), timezone.localdate())
        if since is not None and theirs(case):
            found.append(Due(live[subject], case, since))
    return sorted(found, key=lambda one: (one.since, one.case.reference))


def due_since(notice: Notice, tried: date | None, today: date) -> date | None:
    """The day since which asking is due; None while it is not, or somebody has just tried.

    At half time one try is enough. Before the end it falls due anew seven days after each.
    """
    passed = [day for day in _days_of(notice) if day <= today]
    if not passed:
        return None
    newest = passed[-1]
    if tried is None or tried < newest:
        return newest
    again = tried + AGAIN_AFTER
    return again if newest > _half_time(notice) and again <= today else None


def _half_time(notice: Notice) -> date:
    return notice.agreed + (notice.live_until - notice.agreed) / 2


def _days_of(notice: Notice) -> list[date]:
    """Half time, and twice before the end; what would fall before the talk itself is left out."""
    ahead = DAYS_BEFORE_A_CHILDS if notice.terms in CHILDS else DAYS_BEFORE
    half = _half_time(notice)
    late = [notice.live_until - timedelta(days=days) for days in ahead]
    return [half, *(day for day in late if day > half)]


def with_a_safe_letter(due: Iterable[Due]) -> list[Due]:
    """Those to whom a letter may go; with the inbox box open, else none."""
    return [one for one in due if safe_address(one.case)]


def safe_address(case: Case) -> str:
    """The e-mail address the person gave, "" where a letter may be read by who must not know."""
    ways = lookups.words_of(case).get("ways")
    said = (ways.answers if ways else None) or {}
    address = "".join(said.get("email", [])).strip()
    if "quiet" in said or not address:
        return ""
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address
