"""A Red Cross Message that a child wrote, as the test knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.gates.papers import Letter
from tests.gates.ward import KEPT_FROM, ON_THE_WAY

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from tests.gates.ward import Ward


@dataclass(eq=False)
class ChildsLetter(Letter):
    """It goes to the mother; `partner`: the society that delivers it, None for its home."""

    begun: datetime = field(kw_only=True)
    partner: UUID | None = None

    def may_go(self, person: Any, today: date, *, to: Any) -> bool:
        """person: the child. to: the society it goes to, or None."""
        ward: Ward = person
        agrees = ward.letters_until is not None and today <= ward.letters_until
        stopped = ward.erased or ward.hides or bool(ward.holds)
        return agrees and not stopped and to not in ward.named

    def is_stopped(self, person: Any, today: date) -> bool:
        """For good: also when something was told since of how safe it is, or nobody searches any
        more, or the child does not want it, or she must not learn of it."""
        ward: Ward = person
        agrees = ward.letters_until is not None and today <= ward.letters_until
        wanted = agrees and not ward.hides and ward.assent == "yes" and ward.state in ON_THE_WAY
        feared = self.partner in ward.named or "mother" in KEPT_FROM[ward.kept_from][1]
        unsafe = ward.safety is None or ward.safety > self.begun
        return not wanted or feared or unsafe

    def was_answered(self, person: Any, today: date) -> None:
        """Who lost its copy gets none of the answer."""
        self.state = "replied"
        self.answer_there = self.lies_there and not self.is_stopped(person, today)
