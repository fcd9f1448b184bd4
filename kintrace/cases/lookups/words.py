"""Drafts, what was told in confidence, and talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max
from django.shortcuts import get_object_or_404

from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import (
    Case,
    Contact,
    Draft,
    Lead,
    Words,
)
from kintrace.network.access import Right, has
from kintrace.vault.reader import reader_in_force
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from kintrace.network.models import Member

ABOUT = "lead"  # of a mark


def drafts_of(member: Member) -> QuerySet[Draft]:
    """Drafts the member may go on with: all of the society's for who reads cases, else own."""
    mine = Draft.objects.filter(society_id=member.society_id).order_by("-changed")
    return mine if has(member, Right.READ_CASES) else mine.filter(member=member)


def draft_for(member: Member, draft_id: UUID) -> Draft:
    return get_object_or_404(drafts_of(member), pk=draft_id)


def draft_known_as(subject: UUID) -> Draft | None:
    """The draft about a person in the reader's society."""
    return Draft.objects.filter(society_id=reader_in_force().society, subject=subject).first()


@dataclass(frozen=True)
class Kept:
    """A box answer as this reader may see it: the answers, or only that so many lines are kept.

    version: another number for each time it was sealed.
    """

    kind: str
    lines: int
    answers: dict[str, list[str]] | None
    version: int


def words_of(owner: Draft | Case) -> dict[str, Kept]:
    """The box answers of a draft or case by kind; readable only while the box is open."""
    return {words.kind: _as_kept(words) for words in owner.words.all()}


def _as_kept(words: Words) -> Kept:
    return Kept(words.kind, words.lines, unless_shut(lambda: words.words), words.pk.int)


def contacts_of(case: Case) -> list[Contact]:
    """What was written down of talks about the photo, the newest first."""
    return list(Contact.objects.filter(case=case).order_by("-day", "-logged"))


def note_of(contact: Contact) -> str:
    """What was said in a talk; "" while the box is shut."""
    return unless_shut(lambda: contact.note) or ""


def last_tries(cases: Iterable[Case]) -> dict[UUID, date]:
    """The day of the newest contact of each case, whatever came of it."""
    rows = Contact.objects.filter(case__in=list(cases)).order_by()
    return dict(rows.values("case").annotate(last=Max("day")).values_list("case", "last"))


def leads_of(case: Case) -> list[tuple[Lead, dict[str, str] | None]]:
    """The leads of a case, the oldest first; what they say only while the box is open."""
    return [(lead, _told(lead)) for lead in case.leads.select_related("by")]


def lead_mark(case: Case, about: str) -> UUID | None:
    """What leads from one of the persons sought to the leads about them; `about`: their number as
    the form gives it. None where it is not known who, or it is about several."""
    return mark_of(UUID(about), file=case.file, purpose=ABOUT) if about else None


def _told(lead: Lead) -> dict[str, str] | None:
    return unless_shut(lambda: dict(lead.told))
