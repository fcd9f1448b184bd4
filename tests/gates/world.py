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
    from datetime import datetime
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.protection.rights import Kind
    from tests.gates.met import Met
    from tests.gates.papers import Handed, Letter

A_CHILD, A_CLOSED_CASE = timedelta(days=92), timedelta(days=731)
A_SEARCH = timedelta(days=3 * 365)  # how long a case is searched for before somebody looks again
A_REST = timedelta(days=1)
A_REFUSAL = timedelta(days=183)  # how long a request is kept that was not accepted
# Where a case may go, written down apart from the code.
WAYS = {
    "submitted": {"accepted", "refused", "closed"},
    "refused": {"submitted"},
    "accepted": {"open", "closed"},
    "open": {"tracing", "suspended", "closed"},
    "tracing": {"lead", "answered", "suspended", "closed"},
    "lead": {"tracing", "answered", "suspended", "closed"},
    "answered": {"tracing", "closed"},
    "suspended": {"open", "closed"},
    "closed": {"open"},
}
ENDS = {"closed", "refused"}
SEARCHED_FOR = {"tracing", "lead"}
AT_WORK = {"open", "tracing", "lead", "answered"}  # something may be done for the family
SHOWN = {Purpose.PUBLISH, Purpose.SHARE, Purpose.MESSAGE}  # by these somebody can be found
# Without the search nothing is shown and nobody is asked.
FALLS_WITH = {Purpose.TRACE: (Purpose.PUBLISH, Purpose.SHARE)}


@dataclass
class Ground:
    """One basis: for what, where, until when; `agreed` by the person, or else weighed by us."""

    purpose: Purpose
    until: date
    places: frozenset[Scope] = frozenset()
    agreed: bool = False
    taken_back: bool = False

    def holds(self, today: date) -> bool:
        return today <= self.until and not self.taken_back

    def carries(self, purpose: Purpose, place: Scope | None, today: date) -> bool:
        fits = place is None or place in self.places
        return self.purpose is purpose and fits and self.holds(today)


@dataclass(eq=False)
class Written:
    """What a visitor wrote about a face: the code they hold, and what they were answered."""

    pk: UUID
    code: str
    answers: list[str] = field(default_factory=list)
    closed: datetime | None = None
    term: timedelta = timedelta(days=90)
    gone: bool = False


@dataclass(eq=False)
class Asked:
    """What somebody asks for by right, for the person who searches or for the one sought."""

    pk: UUID
    kind: Kind
    of_sought: bool
    suspicious: bool = False
    answered: bool = False


@dataclass(eq=False)
class Known:
    """An enquirer and the person sought by them. `home`: the number of the society."""

    home: int
    case: Case
    seeker: UUID
    sought: UUID
    row: UUID  # of the person sought, in the case
    born: int  # a year, for nobody told a day
    grown: bool = False  # whether it was told that the person sought is 40
    grounds: list[Ground] = field(default_factory=list)
    grounds_of_sought: list[Ground] = field(default_factory=list)
    holds: set[UUID] = field(default_factory=set)
    holds_of_sought: set[UUID] = field(default_factory=set)
    secret_from: set[int] = field(default_factory=set)  # societies, by number
    is_secret: bool = False  # whether anybody at all must not learn
    wishes: set[UUID] = field(default_factory=set)  # entries of the register about the seeker
    stopped_by: set[UUID] = field(default_factory=set)  # entries that stop the search
    photographed: bool = False
    face: UUID | None = None  # the newest that was put up, with the code to take it down
    faces: set[UUID] = field(default_factory=set)  # every one: an older one may be in print
    removal_code: str = ""
    rested: date | None = None  # the day on which somebody said that they are in danger
    pressed: int = 0  # how often anybody said so: each is a message, too
    asked_of: int | None = None  # the society before which the photo was laid last
    state: str = "submitted"
    refused_by: UUID | None = None
    closed: date | None = None
    erased: bool = False
    written: list[Written] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    met: Met | None = None  # who is sought, once they are found
    handed: list[Handed] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    feared: set[object] = field(default_factory=set)  # all that was ever said for safety
    circle: object = None  # who must not learn, as it was said last

    @property
    def every_hold(self) -> set[UUID]:
        return self.holds | self.holds_of_sought | (self.met.holds if self.met else set())

    @property
    def worries(self) -> frozenset[object]:
        """What a second member knew who agreed: of who searches, of who is sought, as found."""
        own = self.met.feared | {("found", self.met.circle)} if self.met else set()
        return self.worries_of_search | own

    @property
    def worries_of_search(self) -> frozenset[object]:
        return frozenset({*self.feared, self.circle})

    @property
    def known_abroad(self) -> list[Met]:
        """Who was found by another society, and wants the family to hear it."""
        known = (one.known for one in self.handed)
        return [one for one in known if one and one.wish in {"contact", "message", "alive"}]

    def may_be_told(self, result: str) -> bool:
        """Whether the family may hear this: of who was found here, or else by another society."""
        found = [self.met] if self.met else self.known_abroad
        if result == "not_found":
            return not found
        return result in {one.said for one in found}

    @property
    def is_worked_on(self) -> bool:
        return not self.erased and self.state in AT_WORK

    def age(self, today: date) -> int:
        """The least that the year of birth allows."""
        return today.year - self.born - (today < date(today.year, 12, 31))

    def allows(
        self,
        purpose: Purpose,
        *,
        today: date,
        place: Scope | None = None,
        society: int | None = None,
        despite_hold: bool = False,
    ) -> bool:
        """Whether it may be done with what the seeker told."""
        held = self.holds and not despite_hold
        if self.erased or held or society in self.secret_from:
            return False
        if self.wishes and purpose in SHOWN:
            return False
        return any(ground.carries(purpose, place, today) for ground in self.grounds)

    def sought_allows(
        self,
        purpose: Purpose,
        *,
        today: date,
        society: int | None = None,
        despite_hold: bool = False,
    ) -> bool:
        """The same of who is sought: they are as safe as who told of them."""
        held = (self.holds | self.holds_of_sought) and not despite_hold
        if self.erased or self.stopped_by or held or society in self.secret_from:
            return False
        both = (self.grounds, self.grounds_of_sought)
        return all(any(one.carries(purpose, None, today) for one in each) for each in both)

    def both_allow(
        self, purpose: Purpose, *, today: date, society: int | None = None, **more: bool
    ) -> bool:
        asked = (self.allows, self.sought_allows)
        return all(ask(purpose, today=today, society=society, **more) for ask in asked)

    def may_be_sought(self, *, today: date) -> bool:
        """Whether the person sought may be searched for."""
        return self.sought_allows(Purpose.TRACE, today=today)

    def refuses_letters(self, today: date) -> bool:
        """Who was found gets none but as they chose, and nobody does while somebody looks."""
        looked_at = self.holds or self.holds_of_sought or self.wishes
        found = [one.found for one in self.handed if one.found]
        here = self.met is not None and (bool(looked_at) or not self.met.gets_letters(today))
        return here or not all(one.gets_letters(today) for one in found)

    def rests(self, today: date) -> bool:
        """Whether the face is hidden since somebody said that they are in danger."""
        return self.rested is not None and today <= self.rested + A_REST

    def agree(self, until: date, places: frozenset[Scope]) -> None:
        self.grounds.append(Ground(Purpose.PUBLISH, until, places, agreed=True))

    def renew(self, until: date, today: date) -> None:
        """The person says until when from now on, and nothing of where."""
        shown = [one for one in self.grounds if one.carries(Purpose.PUBLISH, None, today)]
        places = frozenset[Scope]().union(*(one.places for one in shown))
        for ground in shown:
            ground.until = min(ground.until, until)
        self.agree(until, places)

    def take_back(self, *purposes: Purpose) -> None:
        """What rests on it falls with it."""
        falls = {one for purpose in purposes for one in (purpose, *FALLS_WITH.get(purpose, ()))}
        for ground in self.grounds:
            ground.taken_back = ground.taken_back or ground.purpose in falls

    def object(self, today: date) -> None:
        """What we weighed ends; what the person agreed to stands, unless it rested on that."""
        for purpose in Purpose:
            now = [one for one in self.grounds if one.carries(purpose, None, today)]
            for ground in now:
                ground.taken_back = not ground.agreed
            if now and all(one.taken_back for one in now):
                self.take_back(purpose)

    def object_of_sought(self) -> None:
        for ground in self.grounds_of_sought:
            ground.taken_back = True

    def take_back_of_sought(self, purpose: Purpose) -> None:
        for ground in self.grounds_of_sought:
            falls = {purpose, *FALLS_WITH.get(purpose, ())}
            ground.taken_back = ground.taken_back or ground.purpose in falls

    def erase(self) -> None:
        """Whoever is sought goes along; who once wished not to be found stays in the register."""
        self.erased = True
        self.holds, self.holds_of_sought, self.met = set(), set(), None

    def time_is_over(self, now: datetime) -> None:
        """What the daily run ends by itself, apart from faces and bases."""
        kept = A_REFUSAL if self.state == "refused" else A_CLOSED_CASE
        over = self.closed is not None and now.date() > self.closed + kept
        if over and not self.holds and not self.holds_of_sought:
            self.erase()
        for found in (self.met, *(one.met for one in self.handed)):
            if found is not None:
                found.time_is_over(now.date())
        for one in self.written:
            one.gone = one.gone or (one.closed is not None and one.closed < now - one.term)

    def settle(self, today: date) -> None:
        """What others have of it ends for good where it may not go on."""
        for handed in self.handed:
            handed.settle(self, today)
        for letter in self.letters:
            letter.settle(self, today)
