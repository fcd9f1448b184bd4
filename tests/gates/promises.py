"""What must be so after every step, whoever did what."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from freezegun import freeze_time
from hypothesis.stateful import invariant

from kintrace.demo import playing
from kintrace.network.access import Right, has
from kintrace.protection.lookups import holds_in_force, may
from kintrace.protection.purposes import Purpose, Scope
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import notice_of, reviews_for, showing
from kintrace.wall.models import Face, PosterIssueFace
from tests.gates.counted import Counted
from tests.gates.doors import Doors
from tests.gates.world import A_CHILD, Known

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.wall.models import Notice, Region
    from tests.gates.stage import House

    Act = Callable[[Member], object]

OF_AGE, YOUNGEST = 18, 15
FIRST_DAY = date(2026, 3, 2)
A_MOMENT = timedelta(seconds=1)


class Promises(Counted):
    """The house agrees with what the test knows (world.py). Each run is undone at its end."""

    houses: ClassVar[list[House]]
    region: ClassVar[Region]
    shown: ClassVar[set[UUID]]  # faces that stood after any step of any run
    turn = 0  # how many steps were looked at
    is_over = False
    refused: str = ""  # what the member read who tried last

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Known] = []
        self.touched: set[Known] = set()
        self.nth: dict[UUID, int] = {}  # holds and wishes, in the order in which they came
        self.up: set[UUID] = set()  # faces that stood after the last step
        self.guest: tuple[int, int] = (0, 0)  # who looks through the doors at the end
        self.may_look: set[tuple[int, int]] = self.everybody_may_look()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.frozen = freeze_time(FIRST_DAY.isoformat() + " 12:00")
        self.clock: Any = self.frozen.start()

    def everybody_may_look(self) -> set[tuple[int, int]]:
        """(giver, taker): every society has an agreement with every other when a run begins."""
        every = range(len(self.houses))
        return {(one, other) for one in every for other in every if one != other}

    def teardown(self) -> None:
        self.is_over = True
        try:
            for person in self.people:
                self.may_agrees(person, list(Purpose))
                self.nobody_sought_is_shown(person)
            Doors(self.houses, self.people, self.standing(), self.today).agree(self.guest)
            self.at_the_end()
        finally:
            self.frozen.stop()
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    def at_the_end(self) -> None:
        """What is tried once in each run, when all doors were looked through."""

    def looked_into(self) -> list[House]:
        """One society after each step, for what lies where it must not stays there; all of them
        when the run ends."""
        return self.houses if self.is_over else [self.houses[self.turn % len(self.houses)]]

    # --- who acts ---

    def member(self, home: int, number: int, right: Right) -> Member:
        """Whoever of a society may: what members may not do is in tests/access, for every page."""
        may = [one for one in self.houses[home].members if has(one, right)]
        return may[number % len(may)]

    def one(self, which: int) -> Known:
        person = self.people[which % len(self.people)]
        self.touched.add(person)
        return person

    def on_the_wall(self, which: int) -> Known:
        """One whose face stands, while any does; twice of three times, else anybody."""
        standing = [person for person, _notice, _face in self.standing()]
        if not standing or which % 3 == 2:
            return self.one(which)
        person = standing[which % len(standing)]
        self.touched.add(person)
        return person

    def faces(self) -> set[UUID]:
        return {face.pk for _person, _notice, face in self.standing()}

    def done(self, person: Known, number: int, right: Right, act: Act) -> bool:
        """Whether a member who holds the right was not refused."""
        return self.did(self.member(person.home, number, right), act)

    def did(self, member: Member, act: Act) -> bool:
        """The same of one member at the desk, boxes open. No two do something at once: what came
        later counts."""
        self.clock.tick(A_MOMENT)
        self.refused = ""
        with playing.seated(member):
            try:
                with transaction.atomic():
                    act(member)
            except (Refusal, Http404) as no:
                self.refused = str(no)
                return False
        self.note_done()
        return True

    def note_holds(self, person: Known, *, more: bool = False, less: bool = False) -> None:
        """Which holds stand now; what was just said must have set one, or lifted one."""
        before = len(person.every_hold)
        with reading_as(self.houses[person.home].society.pk):
            person.holds = {one.pk for one in holds_in_force(person.seeker)}
            person.holds_of_sought = {one.pk for one in holds_in_force(person.sought)}
            if person.met is not None:
                person.met.holds = {one.pk for one in holds_in_force(person.met.subject)}
                person.met.feared |= person.met.holds
        for one in person.every_hold:  # one at most is new
            self.nth.setdefault(one, len(self.nth))
        person.feared |= person.holds | person.holds_of_sought
        assert len(person.every_hold) == before + more - less

    @property
    def now(self) -> datetime:
        return timezone.now()

    @property
    def today(self) -> date:
        return timezone.localdate()

    # --- what must be so after every step ---

    @invariant()
    def may_answers_what_is_known(self) -> None:
        """Of whom the last step was about; of all when it was about more than one. A third of
        the purposes after each step, for a wrong answer stays one; all when the run ends."""
        self.turn += 1
        for person in self.touched:
            self.may_agrees(person, list(Purpose)[self.turn % 3 :: 3])
        self.touched = set()

    def may_agrees(self, person: Known, purposes: Collection[Purpose]) -> None:
        """A place and a society only ever narrow what is allowed, so they are asked about then."""
        today = self.today
        with reading_as(self.houses[person.home].society.pk):
            for purpose in purposes:
                expected = person.allows(purpose, today=today)
                assert bool(may(person.seeker, purpose)) == expected, purpose
            for place in Scope if person.allows(Purpose.PUBLISH, today=today) else ():
                expected = person.allows(Purpose.PUBLISH, place=place, today=today)
                assert bool(may(person.seeker, Purpose.PUBLISH, scope=place)) == expected
            for number in range(4) if person.allows(Purpose.SHARE, today=today) else ():
                expected = person.allows(Purpose.SHARE, today=today, society=number)
                society = self.houses[number].society.pk
                assert bool(may(person.seeker, Purpose.SHARE, with_=society)) == expected
            for purpose in {Purpose.TRACE, Purpose.SHARE, Purpose.MESSAGE}.intersection(purposes):
                expected = person.sought_allows(purpose, today=today)
                assert bool(may(person.sought, purpose)) == expected, purpose

    def nobody_sought_is_shown(self, person: Known) -> None:
        """And without a ground nothing is asked of places and societies, either."""
        with reading_as(self.houses[person.home].society.pk):
            assert not may(person.sought, Purpose.PUBLISH)
            for house in self.houses if not person.allows(Purpose.SHARE, today=self.today) else ():
                assert not may(person.seeker, Purpose.SHARE, with_=house.society.pk)

    @invariant()
    def the_wall_shows_who_agreed_and_is_safe_and_nobody_else(self) -> None:
        standing = self.standing()
        for person, notice, face in standing:
            self.shown.add(face.pk)
            self.may_stand(person, notice, face)
        faces = self.up = {face.pk for _person, _notice, face in standing}
        rest = {one.face for one in self.people if one.rests(self.today)}
        assert {face.pk for face in showing()} == faces - rest
        assert set(PosterIssueFace.objects.values_list("face", flat=True)) <= faces
        for house in self.houses:
            with reading_as(house.society.pk):
                assert set(_own_faces(house)) <= faces

    def may_stand(self, person: Known, notice: Notice, face: Face) -> None:
        assert person.allows(Purpose.PUBLISH, place=Scope.WALL, today=self.today)
        assert person.closed is None
        assert person.state not in {"submitted", "accepted"}
        assert person.age(self.today) >= YOUNGEST
        assert face.live_until >= self.today
        assert notice.approved_by_id not in {None, notice.proposed_by_id}
        if person.age(self.today) < OF_AGE:
            assert face.live_until <= notice.agreed + A_CHILD
            signed = {notice.signed_by_id, notice.approved_by_id}
            assert len(signed - {None, notice.photo_by_id, notice.proposed_by_id}) == 2
        if person.is_secret:
            assert face.posters_until is None

    @invariant()
    def a_partner_sees_only_who_may_be_shown_to_it(self) -> None:
        for number in {one.asked_of for one in self.people if one.asked_of is not None}:
            officer = self.member(number, 0, Right.APPROVE_FACES)
            with playing.seated(officer):
                laid = {paper.notice for paper in reviews_for(officer)}
            for person in self.people:
                if laid & self.notices_of(person):
                    self.may_be_laid_before(number, person)

    def may_be_laid_before(self, number: int, person: Known) -> None:
        wall = {"place": Scope.WALL, "society": number}
        assert person.allows(Purpose.PUBLISH, today=self.today, **wall)  # type: ignore[arg-type]
        assert person.age(self.today) >= OF_AGE
        assert (person.home, number) in self.may_look

    def notices_of(self, person: Known) -> set[UUID]:
        with reading_as(self.houses[person.home].society.pk):
            notice = notice_of(person.seeker)
            return {notice.pk} if notice else set()

    def standing(self) -> list[tuple[Known, Notice, Face]]:
        found = []
        for person in self.people:
            with reading_as(self.houses[person.home].society.pk):
                notice = notice_of(person.seeker)
                shown = notice.face if notice else None
                face = Face.objects.filter(pk=shown).first() if shown else None
                if notice is not None and face is not None:
                    found.append((person, notice, face))
        return found


def _own_faces(house: House) -> list[UUID]:
    return list(Face.objects.filter(society=house.society).values_list("pk", flat=True))
