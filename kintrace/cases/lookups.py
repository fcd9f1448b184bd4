"""The only door to cases, drafts and their words: what is not yours does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from django.db.models import Max
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases.models import (
    Case,
    Contact,
    Draft,
    Lead,
    PastCases,
    Sentence,
    Sought,
    State,
    Words,
)
from kintrace.cases.replies import FIRST, Topic
from kintrace.network.access import Right, has
from kintrace.network.lookups import colleagues
from kintrace.network.words import MemberState
from kintrace.people.lookups import people_of, person_of
from kintrace.protection import keeping
from kintrace.protection.lookups import held, is_erased, to_compare
from kintrace.protection.retention import Kind as Clocked
from kintrace.vault.reader import BoxIsShut, reader_in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date, timedelta
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member
    from kintrace.people.told import Told


@dataclass(frozen=True)
class Line:
    """One case in a list: who looks for whom, read only for the page that shows it."""

    case: Case
    searcher: str
    sought: tuple[str, ...]  # names, or in words that somebody was erased


def drafts_of(member: Member) -> QuerySet[Draft]:
    """Drafts the member may go on with: all of the society's for who reads cases, else own."""
    mine = Draft.objects.filter(society_id=member.society_id).order_by("-changed")
    return mine if has(member, Right.READ_CASES) else mine.filter(member=member)


def draft_for(member: Member, draft_id: UUID) -> Draft:
    return get_object_or_404(drafts_of(member), pk=draft_id)


def cases_of(member: Member) -> QuerySet[Case]:
    return Case.objects.filter(society_id=member.society_id).order_by("next_review", "pk")


def open_cases_of(member: Member) -> QuerySet[Case]:
    return cases_of(member).filter(state=State.OPEN)


def case_for(member: Member, case_id: UUID) -> Case:
    return get_object_or_404(cases_of(member), pk=case_id)


def case_coded(member: Member, reference: str) -> Case | None:
    """The society's case with this code, whatever the case of its letters."""
    return cases_of(member).filter(reference=reference.strip().upper()).first()


def case_of_subject(member: Member, subject: UUID) -> Case | None:
    return cases_of(member).filter(subject=subject).first()


def references_of(member: Member, subjects: set[UUID]) -> dict[UUID, str]:
    """The codes of the society's cases by enquirer, for a list that opens nothing."""
    return dict(cases_of(member).filter(subject__in=subjects).values_list("subject", "reference"))


def cases_to_compare(member: Member) -> list[Case]:
    """Open cases in which somebody is sought who was not held beside the register yet."""
    sought = Sought.objects.filter(case__in=open_cases_of(member)).order_by("case__opened", "pk")
    rows = list(sought.select_related("case"))
    waiting = to_compare(one.subject for one in rows)
    return list({one.case_id: one.case for one in rows if one.subject in waiting}.values())


def last_day_of(case: Case) -> date | None:
    """The last day on which a closed case is kept; None while it is open."""
    if case.closed is None:
        return None
    last = keeping.last_day(Clocked.CASE, timezone.localdate(case.closed))
    return max(last, case.keep_until) if case.keep_until else last


def cases_over(on: date) -> list[Case]:
    """Closed cases of the reader's society whose time is over on a day, as it counts then."""
    closed = Case.objects.filter(society_id=reader_in_force().society, state=State.CLOSED)
    old = closed.filter(closed__date__lt=on - keeping.term(Clocked.CASE, on=on))
    return list(old.exclude(keep_until__gte=on).order_by("closed", "pk"))


def cases_ending(within: timedelta) -> list[tuple[Case, date]]:
    """Closed cases that end within so many days, each with its last day, the next one first.

    One that outlives its day on hold is on no list: the list would say that it is on hold.
    """
    today = timezone.localdate()
    over = cases_over(today + within)
    known = [(case, last) for case in over if (last := last_day_of(case))]
    ending = [one for one in known if one[1] >= today or not is_case_held(one[0])]
    return sorted(ending, key=lambda one: (one[1], one[0].reference))


def is_case_held(case: Case) -> bool:
    """Whether the enquirer or somebody sought is on hold."""
    return bool(held({case.subject, *(one.subject for one in sought_in(case))}))


def past_cases(society: UUID) -> list[PastCases]:
    """What stayed of ended cases, by year."""
    return list(PastCases.objects.filter(society_id=society).order_by("closed", "opened"))


def draft_known_as(subject: UUID) -> Draft | None:
    """The draft about a person in the reader's society."""
    return Draft.objects.filter(society_id=reader_in_force().society, subject=subject).first()


def looks_after(member: Member, *, else_: Right) -> Callable[[Case], bool]:
    """Whether it is this member's to go on with a case: their own, and for who holds the right
    `else_` also those of nobody who works on cases here (who left, or may open cases alone)."""
    active = colleagues(member, state=MemberState.ACTIVE)
    works = {one.pk for one in active if has(one, Right.CHANGE_CASES)}
    stands_in = has(member, else_)
    return lambda case: case.handler_id == member.pk or (stands_in and case.handler_id not in works)


def case_known_as(subject: UUID) -> Case | None:
    """The case of an enquirer in the reader's society, for whoever asks about the subject."""
    return Case.objects.filter(society_id=reader_in_force().society, subject=subject).first()


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


def still_sought(case: Case) -> list[Sought]:
    """The persons sought of whom we know anything: without those who were erased alone."""
    return [one for one in sought_in(case) if not is_erased(one.subject)]


def called(one: Sought) -> str:
    """The name of a person sought for a page, or in words that there is none any more."""
    known = people_of([one.subject]).get(one.subject)
    return known.told.called if known else _("Somebody who was erased")


def lines(cases: Iterable[Case]) -> list[Line]:
    """Names for one page of cases; the keys of the whole page come in one query."""
    page = list(cases)
    reader_in_force().take({case.file for case in page})
    return [
        Line(
            case=case,
            searcher=told_of(case.subject).called,
            sought=tuple(called(one) for one in sought_in(case)),
        )
        for case in page
    ]


def name_of_page(state: str, number: int) -> UUID:
    """One id for one page of the list, so that the audit tells many pages from one page often."""
    return uuid5(NAMESPACE_URL, f"kintrace:cases:{state}:{number}")


@dataclass(frozen=True)
class Kept:
    """A box answer as this reader may see it: the answers, or only that so many lines are kept."""

    kind: str
    lines: int
    answers: dict[str, list[str]] | None


def words_of(owner: Draft | Case) -> dict[str, Kept]:
    """The box answers of a draft or case by kind; readable only while the box is open."""
    return {words.kind: _as_kept(words) for words in owner.words.all()}


def _as_kept(words: Words) -> Kept:
    try:
        return Kept(words.kind, words.lines, words.words)
    except BoxIsShut:
        return Kept(words.kind, words.lines, None)


def cases_by_subject(member: Member, subjects: Iterable[UUID]) -> dict[UUID, Case]:
    """The society's open cases of these enquirers, in one query."""
    return {case.subject: case for case in open_cases_of(member).filter(subject__in=subjects)}


def contacts_of(case: Case) -> list[Contact]:
    """What was written down of talks about the photo, the newest first."""
    return list(Contact.objects.filter(case=case).order_by("-day", "-logged"))


def note_of(contact: Contact) -> str:
    """What was said in a talk; "" while the box is shut."""
    try:
        return contact.note or ""
    except BoxIsShut:
        return ""


def last_tries(cases: Iterable[Case]) -> dict[UUID, date]:
    """The day of the newest contact of each case, whatever came of it."""
    rows = Contact.objects.filter(case__in=list(cases)).order_by()
    return dict(rows.values("case").annotate(last=Max("day")).values_list("case", "last"))


def leads_of(case: Case) -> list[tuple[Lead, dict[str, str] | None]]:
    """The leads of a case, the oldest first; what they say only while the box is open."""
    return [(lead, _told(lead)) for lead in case.leads.select_related("by")]


def _told(lead: Lead) -> dict[str, str] | None:
    try:
        return dict(lead.told)
    except BoxIsShut:
        return None


def sentences_of(member: Member) -> list[Sentence]:
    """Every version of the society's sentences for answers: by language and topic, newest first."""
    return sorted(_sentences(member), key=_in_order)


def _sentences(member: Member) -> QuerySet[Sentence]:
    return Sentence.objects.filter(society_id=member.society_id)


def _in_order(sentence: Sentence) -> tuple[str, int, int]:
    return sentence.language, Topic.values.index(sentence.topic), -sentence.version


def sentence_for(member: Member, sentence_id: UUID) -> Sentence:
    return get_object_or_404(_sentences(member), pk=sentence_id)


def sentences_in_use(member: Member, language: str) -> list[Sentence]:
    """What the society may say in this language; where it has nothing, what it says in English."""
    in_use = _sentences(member).filter(state=Sentence.State.APPROVED)
    own = in_use.filter(language=language) or in_use.filter(language="en")
    return sorted(own, key=_in_order)


def sentences_chosen(member: Member, ids: Collection[str]) -> list[Sentence]:
    """Those of the own society's approved sentences that have these ids; others are none."""
    in_use = _sentences(member).filter(state=Sentence.State.APPROVED, pk__in=list(ids))
    return sorted(in_use, key=_in_order)


def first_sentences_missing(member: Member) -> list[tuple[str, Topic]]:
    """Language and topic of our own first sentences of which the society has no version."""
    there = set(_sentences(member).values_list("language", "topic"))
    ours = [(language, topic) for language, texts in FIRST.items() for topic in texts]
    return [one for one in ours if one not in there]
