"""Cases of a society, and the persons sought in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from kintrace.cases.models import (
    Case,
    Draft,
    Sought,
)
from kintrace.cases.states import GOING_ON
from kintrace.cases.work_of import MINE, Of
from kintrace.network.access import Right, has
from kintrace.network.lookups import colleagues
from kintrace.network.words import MemberState
from kintrace.people.lookups import people_of, person_of
from kintrace.protection.lookups import erased_among, held, not_compared
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Incoming
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member
    from kintrace.people.told import Told


@dataclass(frozen=True)
class Line:
    """One case in a list: who looks for whom, read only for the page that shows it."""

    case: Case
    searcher: str
    sought: tuple[str, ...]  # names, or in words that somebody was erased


def cases_of(member: Member) -> QuerySet[Case]:
    return Case.objects.filter(society_id=member.society_id).order_by("next_review", "pk")


def open_cases_of(member: Member) -> QuerySet[Case]:
    """Those that did not end, whatever is done for them now."""
    return cases_of(member).filter(state__in=sorted(GOING_ON))


def case_for(member: Member, case_id: UUID) -> Case:
    return get_object_or_404(cases_of(member), pk=case_id)


def case_coded(member: Member, reference: str) -> Case | None:
    """The society's case with this code, whatever the case of its letters."""
    return cases_of(member).filter(reference=reference.strip().upper()).first()


def case_of_subject(member: Member, subject: UUID) -> Case | None:
    return cases_of(member).filter(subject=subject).first()


def subjects_of_newest(most: int) -> dict[UUID, UUID]:
    """Enquirers and persons sought of the newest cases of the reader's society that did not end,
    each with the case, the newest first."""
    own = Case.objects.filter(society_id=reader_in_force().society, state__in=sorted(GOING_ON))
    newest = dict(own.order_by("-opened", "pk").values_list("pk", "subject")[:most])
    sought = Sought.objects.filter(case__in=newest).values_list("subject", "case_id")
    return {subject: case for case, subject in newest.items()} | dict(sought)


def case_about(member: Member, subject: UUID) -> Case | None:
    """The society's case in which somebody searches or is sought."""
    of_sought = Sought.objects.filter(subject=subject).values("case")
    return cases_of(member).filter(Q(subject=subject) | Q(pk__in=of_sought)).first()


def cases_around(member: Member, subjects: Iterable[UUID]) -> dict[UUID, Case]:
    """The society's cases by everybody who searches or is sought in them, for a list."""
    some = list(subjects)
    own = {case.subject: case for case in cases_of(member).filter(subject__in=some)}
    sought = Sought.objects.filter(society_id=member.society_id, subject__in=some)
    return {one.subject: one.case for one in sought.select_related("case")} | own


def references_of(member: Member, subjects: set[UUID]) -> dict[UUID, str]:
    """The codes of the society's cases by enquirer, for a list that opens nothing."""
    return dict(cases_of(member).filter(subject__in=subjects).values_list("subject", "reference"))


def cases_to_compare(member: Member) -> QuerySet[Case]:
    """Open cases in which somebody is sought who was not held beside the register yet, the oldest
    first."""
    waiting = not_compared(Sought.objects.filter(society_id=member.society_id)).values("case")
    return open_cases_of(member).filter(pk__in=waiting).order_by("opened", "pk")


def is_case_held(case: Case) -> bool:
    """Whether the enquirer or somebody sought is on hold."""
    return bool(held({case.subject, *(one.subject for one in sought_in(case))}))


def who_works_on_cases(member: Member) -> list[Member]:
    """The active members of the society who may go on with a case."""
    active = colleagues(member, state=MemberState.ACTIVE)
    return [one for one in active if has(one, Right.CHANGE_CASES)]


def looks_after(
    member: Member, *, else_: Right, of: WorkOf = MINE
) -> Callable[[Case | Incoming], bool]:
    """Whether it is this member's to go on with a case, or with a search for another society: their
    own, and for who holds the right `else_` also those of nobody who works on cases here (who left,
    or may open cases alone). In a wider list of work stand those of colleagues, too."""
    if not of.is_mine:
        return lambda one: of.holds(one if isinstance(one, Case) else None)
    falls = falls_to(member, else_=else_)
    return lambda one: falls(one.handler_id)


def falls_to(
    member: Member, *, else_: Right, of: WorkOf = MINE, does: Right = Right.CHANGE_CASES
) -> Callable[[UUID | None], bool]:
    """The same of any work, by the number of who has it: nobody does it here whose role has not
    the right `does`, and who left does nothing."""
    if not of.is_mine:
        return lambda _whose: True
    doing = {one.pk for one in colleagues(member, state=MemberState.ACTIVE) if has(one, does)}
    stands_in = has(member, else_)
    return lambda whose: whose == member.pk or (stands_in and whose not in doing)


def in_care_of(member: Member, *, else_: Right, of: WorkOf = MINE) -> Q:
    """As `looks_after`, for the database to choose by: cases, or what others ask, which is of no
    place."""
    if of.whose is Of.DESK:
        return Q(desk=of.desk, desk__isnull=False)
    if of.whose is Of.SOCIETY:
        return Q(society=member.society_id)
    if not has(member, else_):
        return Q(handler=member)
    return Q(handler=member) | Q(handler=None) | ~Q(handler__in=who_works_on_cases(member))


def case_known_as(subject: UUID) -> Case | None:
    """The case of an enquirer in the reader's society, for whoever asks about the subject."""
    return Case.objects.filter(society_id=reader_in_force().society, subject=subject).first()


def case_around(subject: UUID) -> Case | None:
    """The same, or the case in which the subject is sought."""
    of_sought = Sought.objects.filter(subject=subject).values("case")
    ours = Case.objects.filter(society_id=reader_in_force().society)
    return ours.filter(Q(subject=subject) | Q(pk__in=of_sought)).first()


def enquirers_among(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many subjects who have a case or a draft in the reader's society."""
    society, wanted = reader_in_force().society, list(subjects)
    cases = Case.objects.filter(society_id=society, subject__in=wanted)
    drafts = Draft.objects.filter(society_id=society, subject__in=wanted)
    return frozenset(
        one for rows in (cases, drafts) for one in rows.values_list("subject", flat=True)
    )


def told_of(subject: UUID) -> Told:
    return person_of(subject).told


def sought_in(case: Case) -> list[Sought]:
    return list(case.sought.all())


def last_place_in(case: Case) -> int:
    """Of who was erased alone, too: nobody gets the place of another."""
    return max((one.place for one in sought_in(case)), default=0)


def still_sought(case: Case) -> list[Sought]:
    """The persons sought of whom we know anything: without those who were erased alone."""
    everybody = sought_in(case)
    gone = erased_among([one.subject for one in everybody])
    return [one for one in everybody if one.subject not in gone]


def subjects_in(case: Case) -> list[UUID]:
    """Who searches first, then everybody sought of whom we know anything."""
    return [case.subject, *(one.subject for one in still_sought(case))]


def called(one: Sought) -> str:
    """The name of a person sought for a page, or in words that there is none any more."""
    return with_names([one])[0][1]


def with_names(sought: Iterable[Sought]) -> list[tuple[Sought, str]]:
    """The same of several, each with its row."""
    every = list(sought)
    known, erased = people_of(one.subject for one in every), _("Somebody who was erased")
    return [
        (one, known[one.subject].told.called if one.subject in known else erased) for one in every
    ]


def relation_to(subject: UUID) -> str:
    """Who a person sought is to the one who searches, as a code; "" when nothing is known."""
    one = Sought.objects.filter(society_id=reader_in_force().society, subject=subject).first()
    return (one.relation if one else None) or ""


def subjects_sought(cases: Iterable[Case]) -> dict[UUID, list[UUID]]:
    """By case, all who are sought in it, those who were erased alone too."""
    sought: dict[UUID, list[UUID]] = {}
    for one in Sought.objects.filter(case__in=list(cases)).only("case", "subject"):
        sought.setdefault(one.case_id, []).append(one.subject)
    return sought


def lines(
    cases: Iterable[Case], *, sought: Mapping[UUID, Sequence[UUID]] | None = None
) -> list[Line]:
    """Names for one page of cases: the keys, the persons sought and all names of the whole page
    come in one query each. sought: who is named beside each case, where it is not everybody."""
    page = list(cases)
    reader_in_force().take({case.file for case in page})
    sought = subjects_sought(page) if sought is None else sought
    told_in = {case.subject for case in page}.union(*sought.values())
    names = {subject: known.told.called for subject, known in people_of(told_in).items()}
    erased = _("Somebody who was erased")
    return [
        Line(
            case=case,
            searcher=names.get(case.subject, erased),
            sought=tuple(names.get(one, erased) for one in sought.get(case.pk, ())),
        )
        for case in page
    ]


def cases_by_subject(member: Member, subjects: Iterable[UUID]) -> dict[UUID, Case]:
    """The society's open cases of these enquirers, in one query."""
    return {case.subject: case for case in open_cases_of(member).filter(subject__in=subjects)}
