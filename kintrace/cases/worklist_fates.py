"""Talks with families that are planned or due. No line says what they are about: whoever looks
over a shoulder reads what they would read of any search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups, threads, worklist_enquiries
from kintrace.cases.fates import Standing
from kintrace.cases.neighbours import Work
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.lookups import KnownFate
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def talks_waiting(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Whoever works on the search is reminded of the talks; officers of what they decide."""
    if not has(member, Right.CHANGE_CASES):
        return
    theirs = lookups.looks_after(member, else_=Right.ESTABLISH_FATE, of=of)
    for known in lookups.fates_waiting(member):
        case, where = known.sought.case, reverse("cases:fate", args=[known.sought.pk])
        if not of.holds(case):
            continue
        is_theirs = theirs(case) and threads.sees(member, case)
        for what, due in _lines(known, member, is_theirs=is_theirs):
            yield Work(what, where, "talk", due, case.reference)


Line = tuple[str, "date | None"]


def _lines(known: KnownFate, member: Member, *, is_theirs: bool) -> Iterator[Line]:
    word = known.word
    if word is not None and _decides(known, member):
        words = _("Look at what was written down in this search as the second member.")
        yield words, timezone.localdate(word.at)
    if is_theirs:
        yield from _to_do(known)


def _decides(known: KnownFate, member: Member) -> bool:
    """Somebody told something, another wrote it down, and this member may look at it."""
    first = known.first_word
    return (
        known.standing == Standing.ALLEGED
        and has(member, Right.ESTABLISH_FATE)
        and first is not None
        and first.by_id != member.pk
    )


def _to_do(known: KnownFate) -> Iterator[Line]:
    """What comes next for who works on the search."""
    if known.next_talk is not None:
        yield _("It is time to speak with this family again."), known.next_talk
    if known.may_be_told is None or known.day_of("told") is not None:
        return
    if known.telling is None:
        yield _("Prepare a talk with this family."), timezone.localdate()
    else:
        yield _("A talk with this family is planned."), known.day_of("day")


OF_CASES = (talks_waiting, *worklist_enquiries.OF_CASES)
