"""Pairs in the work list: whom a member looks at, and what the other society asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Optional

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.cases import lookups as cases
from kintrace.cases.neighbours import Work
from kintrace.cases.work_of import MINE
from kintrace.matching import lookups
from kintrace.matching.pair_pages import other_society
from kintrace.network.access import Right, has
from kintrace.people.cards import CardRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case
    from kintrace.cases.work_of import WorkOf
    from kintrace.matching.models import Candidate
    from kintrace.network.models import Member

MOST = 20  # one by one; the list of pairs has the others
LOOKED_AT = 200  # pairs of the society, of which a member has some
FRESH = timedelta(days=7)  # so long a pair that became one person stands here
# A case of ours; none where ours is somebody who came forward, or is safe and well.
Our = Optional["Case"]
Theirs = Callable[[Our], bool]
Ours = tuple["Candidate", Our]


def pairs_to_look_at(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """What to judge, what to agree to, and what was agreed to be one person."""
    if not has(member, Right.JUDGE_PAIRS):
        return
    looks_after = cases.looks_after(member, else_=Right.RELEASE_CONTACT, of=of)

    def theirs(case: Our) -> bool:
        return of.holds(None) if case is None else looks_after(case)

    asked = list(_ours(member, lookups.more_is_asked_for(member), theirs))
    yield from (_to_agree(row, case, member) for row, case in asked)
    again = {row.pk for row, _case in asked}
    waiting = [one for one in _to_judge(member, theirs) if one[0].pk not in again]
    alone = _in_no_case(waiting[:MOST], member)
    yield from (_to_say(row, case, member, alone.get(row.pk)) for row, case in waiting[:MOST])
    if len(waiting) > MOST:
        yield _the_others(len(waiting) - MOST)
    fresh = lookups.just_confirmed(member, since=timezone.now() - FRESH)
    yield from (_one_person(row, case) for row, case in _ours(member, fresh, theirs))


def _to_judge(member: Member, theirs: Theirs) -> Iterator[Ours]:
    """Of cases that are this member's to go on with. A second member is an officer: who said it
    first of two people of one society said it already."""
    stands_in = has(member, Right.RELEASE_CONTACT)
    return _ours(
        member,
        lookups.not_judged(member),
        theirs,
        or_=lambda row: stands_in and not lookups.is_across(row) and bool(lookups.said_of(row)),
    )


def _ours(
    member: Member,
    rows: QuerySet[Candidate],
    theirs: Theirs,
    *,
    or_: Callable[[Candidate], bool] = lambda _row: False,
) -> Iterator[Ours]:
    """Each with a case that this member looks after."""
    some = list(rows[:LOOKED_AT])
    subjects = {row.pk: lookups.our_subjects(row, member.society_id) for row in some}
    around = cases.cases_around(member, {one for these in subjects.values() for one in these})
    for row in some:
        found: list[Our] = [around[one] for one in subjects[row.pk] if one in around] or [None]
        mine = [case for case in found if theirs(case)] or (found if or_(row) else [])
        if mine:
            yield row, mine[0]


def _in_no_case(ours: Iterable[Ours], member: Member) -> dict[UUID, CardRole]:
    """What somebody of ours is who stands in no case: safe and well, or come forward; by pair."""
    people = {row.pk: lookups.our_subjects(row, member.society_id) for row, _case in ours}
    every = {one for these in people.values() for one in these}
    known = dict.fromkeys(cases.forward_among(every), CardRole.LEAD)
    known |= dict.fromkeys(cases.safe_alone_among(every), CardRole.SAFE)
    return {pair: known[one] for pair, these in people.items() for one in these if one in known}


def _to_say(row: Candidate, case: Our, member: Member, alone: CardRole | None) -> Work:
    if alone == CardRole.SAFE:
        return _work(_of_who_is_safe(row, member), row, case)
    if alone == CardRole.LEAD:
        return _work(_of_who_came_forward(row, member), row, case)
    if lookups.is_across(row):
        words = _(
            "Somebody in this case may be known to %(society)s. Look whether it is one person."
        ) % {"society": other_society(row, member)}
    else:
        words = _("Somebody in this case may stand in another case of yours. Look at both.")
    return _work(words, row, case)


def _of_who_came_forward(row: Candidate, member: Member) -> str:
    if not lookups.is_across(row):
        return _(
            "Somebody who came forward may stand in a case of yours. Look whether it is one person."
        )
    words = _(
        "Somebody who came forward may be known to %(society)s. Look whether it is one person."
    )
    return words % {"society": other_society(row, member)}


def _of_who_is_safe(row: Candidate, member: Member) -> str:
    if not lookups.is_across(row):
        return _(
            "Somebody who is sought here may have said that they are safe and well. Look whether "
            "it is one person."
        )
    words = _(
        "Somebody who said that they are safe and well may be sought by %(society)s. Look whether "
        "it is one person."
    )
    return words % {"society": other_society(row, member)}


def _to_agree(row: Candidate, case: Our, member: Member) -> Work:
    words = _("%(society)s wants both to read more of a likely pair. Agree or say what it is.")
    return _work(words % {"society": other_society(row, member)}, row, case)


def _one_person(row: Candidate, case: Our) -> Work:
    words = _("Two people are held to be one. Decide what is done for the family.")
    return _work(words, row, case)


def _work(words: str, row: Candidate, case: Our) -> Work:
    url = reverse("matching:pair", args=[row.pk])
    return Work(words, url, "match", timezone.localdate(), case.reference if case else "")


def _the_others(number: int) -> Work:
    words = ngettext(
        "%(number)d more likely pair waits for your word.",
        "%(number)d more likely pairs wait for your word.",
        number,
    )
    return Work(
        words % {"number": number}, reverse("matching:pairs"), "match", timezone.localdate()
    )
