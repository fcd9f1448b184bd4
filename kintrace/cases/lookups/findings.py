"""Who was found, for a list: whose search each stands beside, in a few queries for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases.lookups.afar import Afar, afar_of
from kintrace.cases.lookups.found import Finding
from kintrace.cases.lookups.many import lay_out
from kintrace.cases.models import Case, Incoming, Located, Sought
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kintrace.cases.lookups.afar import Whom
    from kintrace.network.models import Member


def findings_waiting(member: Member) -> list[Finding]:
    """Of the society: found, and the family was not told yet."""
    rows = list(Located.objects.filter(society_id=member.society_id, is_told=False))
    whom = whoms_behind(rows)
    lay_out(rows, choices="by", proofs="", judgements="by", release="by")
    lay_out([one for one in whom.values() if isinstance(one, Sought)], outcomes="told_by")
    return [Finding(whom[one.pk], one) for one in rows if one.pk in whom]


def whoms_behind(rows: Sequence[Located]) -> dict[UUID, Whom]:
    """By finding of the reader's society, whom it seeks or another one; nobody who is gone. Raises
    KeyNotAtHand."""
    society = reader_in_force().society
    reader_in_force().take({one.file for one in rows})
    behind = {one.pk: UUID(one.found["sought"]) for one in rows}
    own = Sought.objects.filter(society_id=society, pk__in=behind.values()).select_related("case")
    found: dict[UUID, Whom] = {one.pk: one for one in own}
    asked = [one for one in behind.values() if one not in found]
    for incoming in Incoming.objects.filter(society_id=society, pk__in=asked) if asked else ():
        whom = afar_of(incoming)
        if whom is not None:
            found[incoming.pk] = whom
    return {row: found[pk] for row, pk in behind.items() if pk in found}


def found_known_as(subjects: Collection[UUID]) -> dict[UUID, Whom]:
    """The searches of found persons of the reader's society, by their own numbers."""
    society = reader_in_force().society
    rows = list(Located.objects.filter(society_id=society, subject__in=list(subjects)))
    whom = whoms_behind(rows) if rows else {}
    return {one.subject: whom[one.pk] for one in rows if one.pk in whom}


def codes_of_found(subjects: Collection[UUID]) -> dict[UUID, str]:
    """The codes of those searches; another society's has none here."""
    found = found_known_as(subjects)
    return {
        subject: one.case.reference for subject, one in found.items() if not isinstance(one, Afar)
    }


def codes_of_cases(subjects: Collection[UUID]) -> dict[UUID, str]:
    """The codes of the cases of these enquirers of the reader's society."""
    return {subject: one.reference for subject, one in cases_of_enquirers(subjects).items()}


def cases_of_enquirers(subjects: Collection[UUID]) -> dict[UUID, Case]:
    """The cases of these enquirers of the reader's society, by subject."""
    ours = Case.objects.filter(society_id=reader_in_force().society, subject__in=list(subjects))
    return {one.subject: one for one in ours}
