"""Who was found, as the test knows them: what they said, who asked, who decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from uuid import UUID

    from tests.gates.world import Known

AGREED_FOR = timedelta(days=3 * 365)
REACHED = {"contact", "message", "later"}  # who wants one of these is reached by us
ALWAYS = {"nothing", "later"}  # may be said whatever holds
SIDES = {"found", "seeker"}
GROWN = 18
# What the family hears, by what was chosen; that they want contact once it was passed on.
SAID = {
    "message": "message",
    "alive": "alive",
    "nothing": "say_nothing",
    "taken_back": "say_nothing",
}


@dataclass(eq=False)
class Met:
    """A person of their own. `Known.grown` says whether an age was told that makes them a
    grown-up: then two decisions are enough while nobody said a word of worry."""

    subject: UUID
    home: int
    until: date | None = None  # how long they agreed to be reached
    kept: bool = False  # whether we know where they are
    wish: str = ""
    asked_by: UUID | None = None
    sides: dict[str, UUID] = field(default_factory=dict)  # who asked which side
    same: bool = False
    verified_by: UUID | None = None
    signed_by: UUID | None = None
    knowing: frozenset[object] = frozenset()  # what was known of worries by who signed
    holds: set[UUID] = field(default_factory=set)
    feared: set[object] = field(default_factory=set)
    circle: object = None
    secret_from: set[int] = field(default_factory=set)
    hides: bool = False
    passed: int = 0  # how often the way to reach them was passed on
    decided: tuple[UUID | None, ...] = ()  # by whom

    def agrees(self, today: date) -> bool:
        return self.until is not None and today <= self.until

    def gets_letters(self, today: date) -> bool:
        looked_at = self.holds or self.hides
        return self.wish in {"contact", "message"} and self.agrees(today) and not looked_at

    @property
    def said(self) -> str | None:
        """What the family may hear of it; nothing yet of who did not choose."""
        return "contact" if self.wish == "contact" and self.passed else SAID.get(self.wish)

    def is_free(self, person: Known, today: date) -> bool:
        """Nobody looks first, on either side, and the search may be carried."""
        return person.may_be_sought(today=today) and not self.holds and not self.hides

    def takes_more(self, person: Known, today: date) -> bool:
        """Whether anything may be added."""
        return person.is_worked_on and not self.passed and self.is_free(person, today)

    def may_be_kept(self, person: Known, today: date) -> bool:
        """Where they are: with nobody who wants nothing of it kept."""
        return self.takes_more(person, today) and self.wish in {"", *REACHED}

    def may_choose(self, wish: str, person: Known, today: date) -> bool:
        """Less is always possible, until it was passed on."""
        less = wish in {*ALWAYS, "taken_back"} and not self.passed
        return less or self.takes_more(person, today)

    def is_careful(self, person: Known, today: date) -> bool:
        """One of them may be a child, or anybody ever said a word of worry."""
        worried = person.feared or person.circle or self.feared or self.circle
        return bool(worried) or not person.grown or person.age(today) < GROWN

    def is_proved(self, person: Known, today: date) -> bool:
        """Both sides said the same, to two members where somebody is to be careful."""
        apart = len({*self.sides.values()}) == len(SIDES)
        asked = self.same and self.sides.keys() == SIDES
        return asked and (apart or not self.is_careful(person, today))

    def is_verified(self, person: Known, today: date) -> bool:
        return self.verified_by is not None and self.is_proved(person, today)

    def may_be_signed(self, person: Known, by: UUID, today: date) -> bool:
        another = by not in {self.asked_by, self.verified_by}
        wanted = self.wish == "contact" and self.is_verified(person, today) and another
        return wanted and self.takes_more(person, today)

    def second(self, worries: frozenset[object]) -> UUID | None:
        """The second member who agreed and knew every worry."""
        return self.signed_by if self.knowing == worries else None

    def may_leave(self, person: Known, today: date) -> bool:
        """Two decisions that stand, where one is careful a third by another who knew every worry,
        and no stop."""
        two = self.wish == "contact" and self.agrees(today) and self.is_verified(person, today)
        careful = self.is_careful(person, today)
        third = self.second(person.worries) is not None or not careful
        allowed = self.takes_more(person, today) and self.home not in self.secret_from
        asked = person.allows(Purpose.CONTACT, today=today)
        return two and third and allowed and self.kept and asked

    # --- what happened ---

    def where_was_kept(self, today: date) -> None:
        self.kept = True
        self.reachable(today)

    def reachable(self, today: date) -> None:
        if not self.agrees(today):
            self.until = today + AGREED_FOR

    def chose(self, wish: str, by: UUID, today: date) -> None:
        self.wish, self.asked_by, self.signed_by = wish, by, None
        if wish in REACHED:
            self.reachable(today)
        else:
            self.not_reachable()

    def not_reachable(self) -> None:
        self.until, self.kept = None, False

    def time_is_over(self, today: date) -> None:
        if not self.agrees(today):
            self.not_reachable()
