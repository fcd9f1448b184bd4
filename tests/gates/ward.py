"""A child without its parents, and its team, as the test knows them: who opens what, who decided.

Written apart from the code, and asking it nothing. A child belongs to no case: it is a subject of
its own, with a ground of its own (decision 037).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from tests.gates.childs_letter import ChildsLetter
    from tests.gates.world import Ground

A_CLOSED_CHILD = timedelta(days=731)
A_TEAM = 2  # members at least, and talks with the child, each by another
BACK = ("not_good", "child_no")
AWAY = ("nobody", "failed", *BACK)
END, EARLY = ("settled", "of_age", "elsewhere"), ("of_age", "elsewhere", "mistake")
# Where a press leads: between which reasons one chooses, and whether only who protects children
# may press. Two more ways are no press: that it is the family, and home.
WAYS: dict[tuple[str, str], tuple[tuple[str, ...], bool]] = {
    ("registered", "tracing"): ((), False),
    ("care", "tracing"): (("new_fact",), False),
    ("verified", "tracing"): (("failed",), False),
    ("tracing", "registered"): (BACK, False),
    ("verified", "registered"): (BACK, False),
    ("registered", "care"): (AWAY, True),
    ("tracing", "care"): (AWAY, True),
    ("verified", "care"): (AWAY, True),
    ("reunified", "care"): (("went_wrong",), True),
    ("reunified", "closed"): (END, True),
    ("care", "closed"): (END, True),
    ("registered", "closed"): (EARLY, True),
    ("tracing", "closed"): (EARLY, True),
}
ON_THE_WAY = {"tracing", "verified"}
# Who says to be family: a name, and what they say to be to the child.
CLAIMANTS = {"mother": ("Letebrhan Kidane", "mother"), "uncle": ("Gebre Haile", "uncle")}
# What the page “who must not learn what” says, and who of them must not learn of the child.
KEPT_FROM: dict[str, tuple[dict[str, list[str]], frozenset[str]]] = {
    "nobody": ({}, frozenset()),
    "a name": ({"who_1": ["LÉTEBRHAN"], "extent_1": ["all"]}, frozenset({"mother"})),
    "a kin": ({"relation_1": ["mother"], "extent_1": ["all"]}, frozenset({"mother"})),
    "a part": ({"relation_1": ["mother"], "extent_1": ["part"]}, frozenset()),
    "another": ({"who_1": ["Gebre Zerabruk"], "extent_1": ["all"]}, frozenset({"uncle"})),
}


@dataclass(eq=False)
class Carers:
    """A team. `keys`: which versions of the key of its box each member was given."""

    home: int
    row: Any
    inside: set[UUID]
    keys: dict[UUID, set[int]]
    version: int = 1
    renewed: bool = False

    def opens(self, member: UUID) -> bool:
        return member in self.inside and bool(self.keys.get(member))


@dataclass(eq=False)
class Claim:
    pk: UUID
    who: str  # of CLAIMANTS
    asked: dict[str, UUID] = field(default_factory=dict)  # by whom which side
    judged: datetime | None = None

    @property
    def is_asked_apart(self) -> bool:
        return self.asked.keys() == {"child", "claimant"}

    def may_be_asked(self, side: str, by: UUID) -> bool:
        """Each side once, and nobody both."""
        return self.judged is None and side not in self.asked and by not in self.asked.values()


@dataclass(eq=False)
class Ward:
    """`called`: a name that stands in all that is written of it, with a number of its own."""

    team: Carers
    pk: UUID
    subject: UUID
    file: UUID
    called: str
    age: int
    ground: Ground
    state: str = "registered"
    closed: date | None = None
    erased: bool = False
    holds: set[UUID] = field(default_factory=set)
    hides: bool = False
    named: frozenset[UUID] = frozenset()
    assent: str = ""
    safety: datetime | None = None
    kept_from: str = "nobody"
    kept_at: datetime | None = None
    versions: dict[str, int] = field(default_factory=dict)
    talks: set[UUID] = field(default_factory=set)
    note: tuple[str, datetime] | None = None
    claims: list[Claim] = field(default_factory=list)
    families: list[Claim] = field(default_factory=list)  # in the order in which it was found
    proposed_by: UUID | None = None
    steps: list[tuple[str, str, UUID | None, UUID | None]] = field(default_factory=list)
    photographed: bool = False
    written: dict[int, int] = field(default_factory=dict)  # each number: the key it was sealed to
    letters: list[ChildsLetter] = field(default_factory=list)
    letters_until: date | None = None  # the last day on which it agrees to them

    def is_worked_on(self, by: UUID) -> bool:
        return by in self.team.inside and not self.erased and self.closed is None

    def says(self, conclusion: str, since: Iterable[datetime | None]) -> bool:
        """What is best, weighed after all of that."""
        if self.note is None or self.note[0] != conclusion:
            return False
        return all(one is None or one <= self.note[1] for one in since)

    def may_be_traced(self, today: date) -> bool:
        asked = self.safety is not None and not self.holds
        return asked and not self.erased and self.ground.holds(today)

    def may_be_searched(self, today: date) -> bool:
        wants = self.assent == "yes" and len(self.talks) >= A_TEAM
        good = self.says("trace", [self.safety])
        return wants and good and self.may_be_traced(today)

    @property
    def family(self) -> Claim | None:
        """The newest who was found to be it."""
        return self.families[-1] if self.families else None

    def must_not_learn(self, claim: Claim) -> bool:
        return claim.who in KEPT_FROM[self.kept_from][1]

    def may_be_moved(self, to: str, why: str, *, protects: bool, today: date) -> bool:
        whys, officer = WAYS.get((self.state, to), (("no such way",), True))
        right = protects or not officer
        reason = why in whys if whys else not why
        if to != "tracing":
            return right and reason
        again = self.state == "verified" and self.assent == "yes"
        return reason and (again or (self.state != "verified" and self.may_be_searched(today)))

    def may_reach_mother(self, today: date) -> bool:
        """Whether something may go out for the child to its mother."""
        told = self.kept_at is not None and "mother" not in KEPT_FROM[self.kept_from][1]
        return told and self.state in ON_THE_WAY and self.may_be_searched(today)

    def may_be_family(self, claim: Claim, today: date) -> bool:
        searched = self.state == "tracing" and self.may_be_searched(today)
        return searched and not self.must_not_learn(claim)

    def may_go_home(self, today: date) -> bool:
        """All but the two who say it."""
        family = self.family
        if self.state != "verified" or family is None or self.must_not_learn(family):
            return False
        before = [self.safety, self.kept_at, *(one.judged for one in self.claims)]
        good = self.says("reunite", before) and self.assent == "yes"
        return good and self.may_be_traced(today)

    def may_be_agreed(self, by: UUID, today: date) -> bool:
        first = self.proposed_by
        two = first is not None and first != by and first in self.team.inside
        return two and self.may_go_home(today)

    # --- what happened ---

    def seals(self) -> str:
        """Words with a number that no others have, sealed to the key as it is now."""
        number = len(self.written)
        self.written[number] = self.team.version
        return f"{self.called}:{number};"

    def goes(self, to: str, by: UUID | None, today: date, first: UUID | None = None) -> None:
        self.steps.append((self.state, to, by, first))
        self.state, self.proposed_by = to, None
        self.closed = today if to == "closed" else None

    def ground_is_gone(self, today: date) -> None:
        if self.state in ON_THE_WAY:
            self.goes("registered", None, today)

    def erase(self) -> None:
        self.erased, self.holds, self.proposed_by = True, set(), None

    def time_is_over(self, today: date) -> None:
        if not self.ground.holds(today):
            self.ground_is_gone(today)
        if self.closed is not None and today > self.closed + A_CLOSED_CHILD and not self.holds:
            self.erase()

    def settle(self, today: date) -> None:
        """What lies with others ends for good where it may not go on."""
        for letter in self.letters:
            letter.settle(self, today)
