"""What `protection` asks of this folder about a subject: the enquirer of a case or a draft."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.forms import BooleanField
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.cases import cards, lookups
from kintrace.cases.actions import ending, retention, stopping
from kintrace.cases.circumstances import Outcome, Reason
from kintrace.cases.steps import STORY, WAYS, step_called
from kintrace.people.lookups import names_told_of
from kintrace.protection import keeping
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Case, Contact, Draft
    from kintrace.network.models import Member
    from kintrace.protection.holders import Stop


class OfCases(Quiet):
    """A case ends with its enquirer, and the sought persons told of in it end with the case.

    When one of them ends alone, the case goes on without them.
    """

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        case = lookups.case_known_as(subject)
        return stopping.stop(case, why=why) if case and case.closed is None else []

    def resume(self, subject: UUID, *, by: Actor) -> list[str]:
        del by
        case = lookups.case_around(subject)
        if case is not None:
            cards.follow(case)
        return []

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files, along = ending.erase_all(subject, by=by)
        if not files:
            return _out_of_the_case(ending.forget_sought(subject, by=by))
        said = _("The case, the persons sought in it, its photo and its words are deleted.")
        return Gone(sentences=(said,), files=frozenset(files), along=frozenset(along))

    def copy(self, subject: UUID) -> list[Line]:
        case = lookups.case_known_as(subject)
        if case is None:
            return _of_draft(lookups.draft_known_as(subject))
        return [*_own_lines(case), *_lines_of_others(case)]

    def boxed(self, subject: UUID) -> list[Line]:
        case = lookups.case_known_as(subject)
        if case is None:
            return []
        return [*_told_in_confidence(case), *_said_in_talks(case)]

    def others(self, subject: UUID) -> frozenset[str]:
        """The names of the persons sought; what is the enquirer's name, too, is no secret."""
        case = lookups.case_known_as(subject)
        if case is None:
            return frozenset()
        names = frozenset(
            name for one in lookups.sought_in(case) for name in names_told_of(one.subject)
        )
        return names - names_told_of(subject)

    def records(self, subject: UUID) -> list[UUID]:
        case = lookups.case_known_as(subject)
        return [case.pk] if case else []

    def page(self, subject: UUID) -> str:
        case = lookups.case_known_as(subject)
        return reverse("cases:case", args=[case.pk]) if case else ""

    def labels(self, subjects: Collection[UUID]) -> dict[UUID, str]:
        return lookups.codes_of_cases(subjects)

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.enquirers_among(subjects)

    def wrote_down(self, subject: UUID, *, by: Member) -> bool:
        """A form that is not whole, or a request that goes on."""
        own = (lookups.drafts_of(by), lookups.taken_down_by(by))
        return any(rows.filter(subject=subject).exists() for rows in own)

    def clocks(self, subject: UUID) -> list[Clock]:
        case, draft = lookups.case_known_as(subject), lookups.draft_known_as(subject)
        if case is not None and case.closed is None:
            return [Clock(Kind.OPEN_CASE, case.next_review)]
        if case is not None:
            return [Clock(lookups.clock_of(case), lookups.last_day_of(case))]
        if draft is not None:
            changed = timezone.localdate(draft.changed)
            return [Clock(Kind.DRAFT, keeping.last_day(Kind.DRAFT, changed))]
        return []

    def expire(self, today: date) -> Counter[Kind]:
        machine = Machine(reader_in_force().society)
        ended = Counter({Kind.DRAFT: ending.expire_drafts(today, by=machine)})
        return +(ended + retention.end_old_cases(today, by=machine))


def _out_of_the_case(left: ending.Left | None) -> Gone:
    """What was done for a person sought who is erased alone, and what cannot be done for them."""
    if left is None:
        return Gone()
    done = _("In the case nothing is left that was said of this person. The case goes on.")
    down = _("The photo of who searches is off the wall, for it says whom they look for.")
    stays = _(
        "What the searching person told in their own words belongs to them and stays. "
        "It may speak of the person you deleted."
    )
    return Gone((done, *([down] if left.came_down else []), stays), frozenset({left.file}))


def _of_draft(draft: Draft | None) -> list[Line]:
    """Answers of a form that is not whole are read to the person: others are told of in it."""
    if draft is None:
        return []
    words = _("It was begun on %(day)s. Ask us to read it to you.")
    day = date_format(draft.begun, "DATE_FORMAT")
    return [Line(_("A form that is not finished"), words % {"day": day})]


def _own_lines(case: Case) -> list[Line]:
    opened = date_format(case.opened, "DATE_FORMAT")
    reason = str(Reason(case.circumstances["reason"]).label)
    photo = _("We keep the photo that was taken of you. Ask us to show it to you.")
    mother = lookups.mothers_on_cards(case).get(case.subject)
    return [
        Line(_("Case"), case.reference),
        Line(_("Opened"), opened),
        Line(_("Why the family was parted"), reason),
        *([Line(_("Mother’s name"), mother)] if mother else []),
        *([Line(_("Photo"), photo)] if case.has_photo else []),
        *(_talk(one) for one in lookups.contacts_of(case)),
    ]


def _talk(one: Contact) -> Line:
    day, outcome = date_format(one.day, "DATE_FORMAT"), one.get_outcome_display()
    cover = Cover.CAUTION if one.outcome == Outcome.AFRAID else Cover.NONE
    return Line(_("Talk about the photo"), f"{day}: {outcome}", cover)


def _said_in_talks(case: Case) -> Iterator[Line]:
    """About the photo, and at reviews. What comes next is ours. Raises BoxIsShut."""
    said = [one.note for one in lookups.contacts_of(case)]
    said += [one.told["said"] for one in lookups.reviews_of(case) if one.told]
    for words in filter(None, said):
        yield Line(_("What was said in a talk"), words, Cover.CAUTION)


def _lines_of_others(case: Case) -> list[Line]:
    """The same in every copy, whether or not anybody told us anything: an answer is a secret."""
    sought = [Line(_("Whom you search for"), "", Cover.OTHER) for _one in lookups.sought_in(case)]
    told = Line(_("What others may have told us about the search"), "", Cover.OTHER)
    return [*sought, told]


def _told_in_confidence(case: Case) -> Iterator[Line]:
    """Contact ways and the story, in the order of the form. Raises BoxIsShut."""
    for words in case.words.order_by("kind"):
        if step_called(words.kind) not in (STORY, WAYS):
            continue  # told of others: the copy has one covered line for each of them
        asked, answers = step_called(words.kind).form.base_fields, words.words
        for name, field in asked.items():
            for said in filter(None, answers.get(name, [])):
                value = _("Yes") if isinstance(field, BooleanField) else said
                cover = Cover.CAUTION if name == "through" else Cover.NONE  # who passes words on
                yield Line(str(field.label), value, cover)
