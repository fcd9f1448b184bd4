"""What goes from one society to another, as the test knows it: a search, a Red Cross Message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from uuid import UUID

    from tests.gates.met import Met
    from tests.gates.world import Known

GOES_ON_FOR = timedelta(days=365)  # a search there, since it was accepted or we last wrote
KEPT = timedelta(days=30)  # a result, and what was delivered
OUT = {"sent", "accepted", "returned"}
OPENED = {"accepted", "returned"}
UNDER_WAY = {"collected", "checked", "sent", "in_delivery"}
LIES_THERE = {"sent", "in_delivery", "delivered", "replied"}


@dataclass(eq=False)
class Handed:
    """A search that another society is asked to make; `file` and `card`: its two keys."""

    pk: UUID
    to: int
    file: UUID
    card: UUID
    last_day: date  # to answer; of the search, once it was accepted
    state: str = "drafted"
    returned: date | None = None
    met: Met | None = None  # who was found by it
    vouched: bool = False  # at home, that this is the family

    @property
    def found(self) -> Met | None:
        """Who was found, as long as the search is with the other society: it takes them along."""
        return self.met if self.state in OPENED else None

    @property
    def known(self) -> Met | None:
        """The same, once the society that asked hears of it."""
        told = self.found is not None and (self.found.passed or self.state == "returned")
        return self.found if told else None

    @property
    def is_alive(self) -> bool:
        return self.state != "over"

    def may_go(self, person: Known, today: date) -> bool:
        """Whether the other society may be told of both."""
        return person.both_allow(Purpose.SHARE, today=today, society=self.to)

    def may_be_sent(self, person: Known, today: date) -> bool:
        goes_on = person.state != "open" or person.both_allow(Purpose.TRACE, today=today)
        ready = self.state == "drafted" and person.is_worked_on and goes_on
        return ready and self.may_go(person, today)

    def settle(self, person: Known, today: date) -> None:
        """Once over it stays over."""
        if self.is_alive and self._is_over(person, today):
            self.state = "over"

    def _is_over(self, person: Known, today: date) -> bool:
        late = self.state in {"drafted", "sent", "accepted"} and self.last_day < today
        closed = person.closed is not None and self.state != "returned"
        over = self.returned is not None and self.returned + KEPT < today
        stopped = self.state in OUT and not self.may_go(person, today)
        return person.erased or late or closed or over or stopped


@dataclass(eq=False)
class Letter:
    """A Red Cross Message; `to`: who delivers it, None for its home, and before it is sent."""

    pk: UUID
    file: UUID
    writer: UUID
    state: str = "collected"
    to: int | None = None
    lies_there: bool = False  # its words, with the society that delivers it
    answer_there: bool = False
    delivered: date | None = None
    typist: UUID | None = None  # of the answer, who gives it to nobody
    given: date | None = None
    gone: bool = False

    def may_go(self, person: Known, today: date, *, to: int | None) -> bool:
        wanted = person.both_allow(Purpose.MESSAGE, today=today, society=to)
        return wanted and not person.refuses_letters(today)

    def is_stopped(self, person: Known, today: date) -> bool:
        """For good. A hold stops nothing that is on its way: each step waits."""
        ask = Purpose.MESSAGE
        return not person.both_allow(ask, today=today, society=self.to, despite_hold=True)

    def settle(self, person: Any, today: date) -> None:
        """person: whose it is, who has a case or is a child (childs_letter.py)."""
        if person.erased:
            self.gone = True
            self.ends_there()
        elif self.is_stopped(person, today):
            self.state = "cancelled" if self.state in UNDER_WAY else self.state
            self.ends_there()
        if self.delivered is not None and self.delivered + KEPT < today:
            self.lies_there = False
        if self.given is not None and self.given + KEPT < today:
            self.answer_there = False

    def ends_there(self) -> None:
        self.lies_there = self.answer_there = False

    def went(self, to: int | None) -> None:
        self.state, self.to, self.lies_there = "sent", to, to is not None

    def was_answered(self, person: Known, today: date) -> None:
        self.state = "replied"
        self.answer_there = self.to is not None and not self.is_stopped(person, today)

    @property
    def kinds_there(self) -> set[str]:
        """Which of its parts the other society has."""
        words = {"sender", "addressee", "text"} if self.lies_there else set()
        return words | ({"reply"} if self.answer_there else set())
