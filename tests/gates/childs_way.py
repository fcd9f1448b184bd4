"""The way of a child, straight or in any order, and what stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.network.access import Right
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import hold, holds_in_force
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.vault.reader import reading_as
from tests.gates.children import CALLED, FEWEST_YEARS, Children
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, HOUSES, MOSTLY, WHICH
from tests.gates.teams import INSIDE, protects
from tests.gates.ward import CLAIMANTS, KEPT_FROM, WAYS, Ward

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kintrace.network.models import Member

YEARS = st.sampled_from([FEWEST_YEARS, FEWEST_YEARS, 16, 18])
STOPS = ("hold", "withdraw", "name", "hide", "erase")
# What is done for a child: mostly as who protects it (0), or another of the team (1).
STRAIGHT: tuple[tuple[str, int], ...] = (
    ("who", 0),
    ("picture", 1),
    ("yes", 0),
    ("safety", 0),
    ("a part", 0),
    ("talk", 0),
    ("talk", 1),
    ("trace", 0),
    ("search", 1),
    ("elsewhere", 1),
    ("letter", 1),
    ("mother", 1),
    ("claimant", 1),
    ("child", 0),
    ("family", 0),
    ("review", 1),
    ("reunite", 0),
    ("propose", 1),
    ("agree", 0),
)
AS_FAR_AS_SEARCHED, WHOLE, AGREE = 11, len(STRAIGHT), len(STRAIGHT) - 1
# The places at which another is needed than before; mostly none of them.
ANOTHERS = [place for place, (what, _who) in enumerate(STRAIGHT) if what in {"talk", "child"}][1:]
PLACES = st.sampled_from([*range(1, WHOLE), AGREE, AGREE, AGREE, AGREE])
ALONE = st.sampled_from([WHOLE, WHOLE, WHOLE, *ANOTHERS, AGREE, AGREE])
PAGES = {"yes": "assent", "later": "assent", "safety": "safety", "who": "who"}
PAGES |= dict.fromkeys(KEPT_FROM, "withhold")
WEIGHED = ("trace", "reunite", "wait")
OF_CLAIMS = ("claimant", "child", "family", "no family")
WHAT = (*PAGES, *WEIGHED, *CLAIMANTS, *OF_CLAIMS, "talk", "picture", "search", "go")
WHAT += ("propose", "agree", "review")
TICKS = st.sampled_from(["", "", "", "stale", "told", "not asked"])
CHANGES = ("later", "safety", "a kin", "wait", "out", "in", "key")
BETWEEN = st.sampled_from(["", "", "", *STOPS, *CHANGES, "a year"])


def some_child(machine: Children) -> bool:
    return any(not one.erased for one in machine.wards)


class ChildsWay(Children):
    def one_ward(self, which: int) -> Ward:
        """One who is with its team, mostly; else one of whom nothing is left."""
        found = [one for one in self.wards if not one.erased] if which < len(CALLED) else self.wards
        ward = found[which % len(found)]
        self.looked_at.add(ward)
        return ward

    # --- begun ---

    @precondition(lambda self: len(self.wards) < len(CALLED) - 2)
    @step(home=HOUSES, number=ANYBODY, age=YEARS, fresh=MOSTLY)
    def write_a_child_down(self, home: int, number: int, age: int, *, fresh: bool) -> None:
        self.come_to_a_team(home, number, age, fresh=fresh, writes=number // 3 * 3)
        self.note_done()

    def come_to_a_team(
        self, home: int, number: int, age: int, *, fresh: bool, writes: int = 0
    ) -> Ward | None:
        """Whoever writes it down chooses who looks after it, or takes a team that is there."""
        house, before = self.houses[home], len(self.wards)
        first, *others = sorted(house.carers, key=lambda one: not protects(one))
        own = [one for one in self.teams if one.home == home and self.carers(one)]
        if fresh or not own:
            chosen = [others[number % len(others)], *others[: number % 2]]
            self.choose_a_team(home, chosen, others[-1] if number == max(range(8)) else first)
            own = [one for one in self.teams if one.home == home]
        if own:
            team = own[-1]
            self.register_child(team, self.somebody(team, writes), age)
        return self.wards[-1] if len(self.wards) > before else None

    # --- on its way ---

    @precondition(some_child)
    @step(which=WHICH, number=ANYBODY, what=st.sampled_from(WHAT), how=TICKS)
    def care_for_child(self, which: int, number: int, what: str, how: str) -> None:
        """One thing, by anybody, in any order."""
        ward = self.one_ward(which)
        self.take_for_child(ward, self.somebody(ward.team, number), what, number, how)
        self.note_done()

    def take_for_child(
        self, ward: Ward, member: Member, what: str, number: int = 0, how: str = ""
    ) -> None:
        if what in PAGES:
            self.keep_childs_page(ward, member, PAGES[what], what)
        elif what in WEIGHED:
            self.weigh_for_child(ward, member, what)
        elif what in {*CLAIMANTS, *OF_CLAIMS}:
            self.about_claim(ward, member, what)
        elif what in {"search", "go"}:
            self.take_an_arrow(ward, member, what, number)
        elif what in {"propose", "agree"}:
            (self.propose_home if what == "propose" else self.agree_home)(ward, member, how)
        else:
            self.do_for_child(what)(ward, member)

    def do_for_child(self, what: str) -> Callable[[Ward, Member], None]:
        act = {"talk": self.talk_with_child, "picture": self.picture_child}
        return act.get(what, self.review_child)

    def about_claim(self, ward: Ward, member: Member, what: str) -> None:
        """Somebody new, or the newest who came."""
        if what in CLAIMANTS:
            self.begin_claim(ward, member, what)
        elif ward.claims and what in {"claimant", "child"}:
            self.ask_apart(ward, ward.claims[-1], member, what)
        elif ward.claims:
            self.judge_claim(ward, ward.claims[-1], member, family=what == "family")

    def take_an_arrow(self, ward: Ward, member: Member, what: str, number: int) -> None:
        """To the search; or where a way leads, for a reason that is perhaps of another."""
        ways = sorted(after for before, after in WAYS if before == ward.state)
        to = "tracing" if what == "search" or not ways else ways[number % len(ways)]
        whys = WAYS.get((ward.state, to), ((), False))[0]
        self.move_child(ward, member, to, whys[number % len(whys)] if whys else "")

    @precondition(lambda self: len(self.wards) < len(CALLED))
    @step(
        home=HOUSES,
        number=st.integers(0, INSIDE),
        gap=st.integers(0, 3 * WHOLE),
        alone=ALONE,
        between=BETWEEN,
        at=PLACES,
        far=st.sampled_from([AS_FAR_AS_SEARCHED, WHOLE, WHOLE, WHOLE]),
    )
    def bring_child_home(
        self, home: int, number: int, gap: int, alone: int, between: str, at: int, far: int
    ) -> None:
        """The straight way, perhaps with a gap, perhaps with a step that one takes for another,
        perhaps with something in between: by chance alone hardly any child would come so far."""
        ward = self.come_to_a_team(home, number, FEWEST_YEARS, fresh=True)
        assert ward is not None
        for place, (what, who) in enumerate(STRAIGHT[:far]):
            if place == at:
                self.comes_between_child(ward, between)
            if place != gap and (inside := self.carers(ward.team)):
                one = 1 - who if place == alone else who
                self.take_for_child(ward, inside[one % len(inside)], what)
        self.note_done()

    def comes_between_child(self, ward: Ward, what: str) -> None:
        if what in STOPS:
            self.stop_a_child(ward, 0, what)
        elif what == "out" and ward.proposed_by is not None:
            carers = {one.pk: one for one in self.houses[ward.team.home].carers}
            self.take_out(ward.team, carers[ward.proposed_by])
        elif what in {"out", "in", "key"}:
            self.change_a_team(self.teams.index(ward.team), 1, what, granted=True)
        elif what == "a year":
            self.days_pass(366)  # type: ignore[attr-defined]
        elif what:
            self.take_for_child(ward, self.carers(ward.team)[0], what)

    # --- what stops it ---

    @precondition(some_child)
    @step(which=WHICH, number=ANYBODY, what=st.sampled_from([*STOPS[:-1], *STOPS]))
    def stop_for_child(self, which: int, number: int, what: str) -> None:
        ward = self.one_ward(which)
        if not ward.erased:
            self.stop_a_child(ward, number, what)
            self.note_done()

    @part
    def stop_a_child(self, ward: Ward, number: int, what: str) -> None:
        """By whoever in the society may, also outside the team: nothing of the child is told."""
        subject, named = ward.subject, frozenset({self.houses[number % 4].society.pk})
        right = {"erase": Right.ERASE, "hide": Right.OPEN_CASES}.get(what, Right.HOLD)
        said: list[list[str]] = []

        def stop(by: Member) -> None:
            if what == "hold":
                said.append(protection.put_on_hold(subject, reason="A worry.", by=by))
            elif what == "withdraw":
                said.append(protection.withdraw(subject, purpose=Purpose.TRACE, by=by))
            elif what == "name":
                said.append(protection.change_not_with(subject, not_with=NotWith(named), by=by))
            elif what == "hide":
                told = {"names": "It", "by_whom": "Its uncle"}
                said.append(protection.register_do_not_find(subject, told=told, by=by))
            else:
                protection.erase(subject, why=WhyErased.ASKED, by=by)

        done = self.did(self.member(ward.team.home, number, right), stop)
        assert done == (what != "withdraw" or ward.ground.holds(self.today))
        assert not any(said), "who is outside the team hears that there is a child"
        if done:
            self.note_stop(ward, what, named)

    def note_stop(self, ward: Ward, what: str, named: frozenset[UUID]) -> None:
        if what == "erase":
            ward.erase()
        elif what == "withdraw":
            ward.ground.taken_back = True
            ward.ground_is_gone(self.today)
        elif what != "name" or named - ward.named:
            ward.proposed_by = None
        ward.named = named if what == "name" else ward.named
        ward.hides = ward.hides or what == "hide"
        if what == "hold":
            self.note_holds_of_child(ward, more=1)

    def note_holds_of_child(self, ward: Ward, *, more: int) -> None:
        before = len(ward.holds)
        with reading_as(self.houses[ward.team.home].society.pk):
            ward.holds = {one.pk for one in holds_in_force(ward.subject)}
        for one in ward.holds:  # one at most is new
            self.nth.setdefault(one, len(self.nth))
        assert len(ward.holds) == before + more

    @precondition(lambda self: any(one.holds for one in self.wards))
    @step(which=WHICH, number=ANYBODY)
    def lift_for_child(self, which: int, number: int) -> None:
        held = [one for one in self.wards if one.holds]
        ward = held[which % len(held)]
        self.looked_at.add(ward)
        first = min(ward.holds, key=self.nth.__getitem__)

        def let_go(by: Member) -> None:
            protection.lift_hold(hold(first), because="It is safe.", by=by)

        if self.did(self.member(ward.team.home, number, Right.LIFT_HOLD), let_go):
            self.note_holds_of_child(ward, more=-1)

    def time_is_over(self) -> None:
        super().time_is_over()
        for ward in self.wards:
            ward.time_is_over(self.today)
        self.looked_at.update(self.wards)
