"""People of our own society who stand in a pair or on a card: who they are, and in which case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from kintrace.cases import lookups as cases
from kintrace.cases.cards import of_safe
from kintrace.matching.facts import Rows, card_rows, role_words
from kintrace.people.cards import CardRole
from kintrace.people.lookups import people_of
from kintrace.protection import holders

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kintrace.cases.models import Case, SafeAndWell
    from kintrace.network.models import Member
    from kintrace.people.lookups import Description


@dataclass(frozen=True, repr=False)
class Whom:
    """One person of ours. `person`: nothing where nobody is written down under the subject. `case`:
    nothing for who told us of themself and stands in none. `safe`: what they let be told, of whom
    nothing else is kept."""

    subject: UUID
    person: Description | None
    case: Case | None
    safe: SafeAndWell | None = None

    @property
    def name(self) -> str:
        """In its own script, or in words that there is none any more."""
        if self.safe:
            return of_safe(self.safe).called
        return self.person.told.called if self.person else _("Somebody who was erased")

    @property
    def is_kept(self) -> bool:
        """Whether anything is told of them still."""
        return bool(self.person or self.safe)

    @property
    def rows(self) -> Rows:
        """What is told of somebody who is not written down as a person."""
        return card_rows(of_safe(self.safe)) if self.safe else []

    @property
    def searches(self) -> bool:
        return self.case is not None and self.case.subject == self.subject

    @property
    def role(self) -> str:
        if self.safe:
            return role_words(CardRole.SAFE)
        if self.case is None:
            return role_words(CardRole.LEAD) if self.person else ""
        return role_words(CardRole.ENQUIRER if self.searches else CardRole.SOUGHT)

    @property
    def reference(self) -> str:
        if self.safe:
            return ""  # who has no search has no code
        return self.case.reference if self.case else holders.label(self.subject)

    @property
    def page(self) -> str:
        """Where staff see the matter; "" where there is none."""
        if self.case is None:
            return holders.page(self.subject)
        return reverse("cases:case", args=[self.case.pk])


def people_among(member: Member, subjects: Iterable[UUID]) -> dict[UUID, Whom]:
    """Those of the member's society, by subject, for one page."""
    some = list(subjects)
    known, around = people_of(some), cases.cases_around(member, some)
    safe = cases.safe_alone_of([one for one in some if one not in known])
    return {one: Whom(one, known.get(one), around.get(one), safe.get(one)) for one in some}
