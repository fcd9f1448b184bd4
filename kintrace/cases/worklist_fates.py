"""Talks with families that are planned or due. No line says what they are about: whoever looks
over a shoulder reads what they would read of any search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups, worklist_enquiries
from kintrace.cases.fates import Standing
from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.lookups import KnownFate
    from kintrace.network.models import Member


def talks_waiting(member: Member) -> Iterator[Work]:
    """Whoever works on the search is reminded of the talks; officers of what they decide."""
    if not has(member, Right.CHANGE_CASES):
        return
    theirs = lookups.looks_after(member, else_=Right.ESTABLISH_FATE)
    for known in lookups.fates_waiting(member):
        what, due = _to_decide(known, member) or _to_do(known)
        if _decides(known, member) or (what and theirs(known.sought.case)):
            where = reverse("cases:fate", args=[known.sought.pk])
            yield Work(what, where, "talk", due, known.sought.case.reference)


Line = tuple[str, "date | None"]


def _decides(known: KnownFate, member: Member) -> bool:
    """Somebody told something, another wrote it down, and this member may look at it."""
    first = known.first_word
    return (
        known.standing == Standing.ALLEGED
        and has(member, Right.ESTABLISH_FATE)
        and first is not None
        and first.by_id != member.pk
    )


def _to_decide(known: KnownFate, member: Member) -> Line | None:
    word = known.word
    if word is None or not _decides(known, member):
        return None
    words = _("Look at what was written down in this search as the second member.")
    return words, timezone.localdate(word.at)


def _to_do(known: KnownFate) -> Line:
    """What comes next for who works on the search; "" for nothing."""
    today, again = _("It is time to speak with this family again."), timezone.localdate()
    if known.day_of("told") is not None:
        return today, again if known.standing == Standing.NOT_SO else known.day_of("again")
    if known.may_be_told is None:
        return "", None
    if known.telling is None:
        return _("Prepare a talk with this family."), again
    return _("A talk with this family is planned."), known.day_of("day")


SOURCES = (talks_waiting, *worklist_enquiries.SOURCES)
