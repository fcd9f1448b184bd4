"""What the test knows of each person, and what follows from it: written apart from the code.

Nothing here asks `protection` anything. A person may be shown, searched for or shared exactly when
`Known.allows` says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kintrace.protection.purposes import Purpose, Scope

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case

A_CHILD = timedelta(days=92)


@dataclass
class Ground:
    """One basis: for what, where, until when, and whether it was taken back."""

    purpose: Purpose
    until: date | None
    places: frozenset[Scope] = frozenset()
    taken_back: bool = False

    def carries(self, purpose: Purpose, place: Scope | None, today: date) -> bool:
        in_time = self.until is None or today <= self.until
        fits = place is None or place in self.places
        return self.purpose is purpose and in_time and fits and not self.taken_back


@dataclass(eq=False)
class Known:
    """An enquirer and the person sought by them. `home`: the number of the society."""

    home: int
    case: Case
    seeker: UUID
    sought: UUID
    age: int
    grounds: list[Ground] = field(default_factory=list)
    holds: set[UUID] = field(default_factory=set)
    secret_from: set[int] = field(default_factory=set)  # societies, by number
    wishes: set[UUID] = field(default_factory=set)  # entries of the register about the seeker
    stopped_by: set[UUID] = field(default_factory=set)  # entries that stop the search
    erased: bool = False

    def allows(
        self,
        purpose: Purpose,
        *,
        today: date,
        place: Scope | None = None,
        society: int | None = None,
    ) -> bool:
        """Whether it may be done with what the seeker told."""
        if self.erased or self.holds or society in self.secret_from:
            return False
        if self.wishes and purpose in {Purpose.PUBLISH, Purpose.SHARE}:
            return False
        return any(ground.carries(purpose, place, today) for ground in self.grounds)

    def may_be_sought(self, *, today: date) -> bool:
        """Whether the person sought may be searched for."""
        return not self.stopped_by and self.allows(Purpose.TRACE, today=today)

    def take_back(self, *purposes: Purpose) -> None:
        for ground in self.grounds:
            if ground.purpose in purposes:
                ground.taken_back = True
