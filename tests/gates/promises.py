"""What must be so after every step, whoever did what."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import transaction
from django.http import Http404
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time
from hypothesis.stateful import RuleBasedStateMachine, invariant

from kintrace.cases import lookups as cases
from kintrace.demo import playing
from kintrace.network.access import Right, has
from kintrace.protection.lookups import may
from kintrace.protection.purposes import Purpose, Scope
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import notice_of, notices, posters
from kintrace.wall.models import Face, PosterIssueFace
from tests.gates.world import A_CHILD, Known

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.wall.models import Notice, Region
    from tests.gates.stage import House

    Act = Callable[[Member], object]

OF_AGE, YOUNGEST = 18, 15
FIRST_DAY = date(2026, 3, 2)


class Promises(RuleBasedStateMachine):
    """The house agrees with what the test knows (world.py). Each run is undone at its end."""

    houses: ClassVar[list[House]]
    region: ClassVar[Region]
    shown: ClassVar[set[UUID]]  # faces that stood after any step of any run

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Known] = []
        self.touched: set[Known] = set()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.frozen = freeze_time(FIRST_DAY.isoformat() + " 12:00")
        self.clock: Any = self.frozen.start()

    def teardown(self) -> None:
        try:
            for person in self.people:
                self.may_agrees(person)
            self.every_door_agrees()
        finally:
            self.frozen.stop()
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    # --- who acts ---

    def member(self, home: int, number: int) -> Member:
        return self.houses[home].members[number]

    def one(self, which: int) -> Known:
        person = self.people[which % len(self.people)]
        self.touched.add(person)
        return person

    def done(self, person: Known, number: int, right: Right, act: Act) -> bool:
        """Whether the member holds the right and was not refused; at the desk, boxes open."""
        member = self.member(person.home, number)
        if not has(member, right):
            return False
        with playing.seated(member), suppress(Refusal, Http404), transaction.atomic():
            act(member)
            return True
        return False

    @property
    def today(self) -> date:
        return timezone.localdate()

    # --- what must be so after every step ---

    @invariant()
    def may_answers_what_is_known(self) -> None:
        """Of whom the last step was about; of all when it was about more than one."""
        for person in self.touched:
            self.may_agrees(person)
        self.touched = set()

    def may_agrees(self, person: Known) -> None:
        with reading_as(self.houses[person.home].society.pk):
            for purpose in Purpose:
                expected = person.allows(purpose, today=self.today)
                assert bool(may(person.seeker, purpose)) == expected, purpose
            for place in Scope:
                expected = person.allows(Purpose.PUBLISH, place=place, today=self.today)
                assert bool(may(person.seeker, Purpose.PUBLISH, scope=place)) == expected
            for number, house in enumerate(self.houses):
                expected = person.allows(Purpose.SHARE, today=self.today, society=number)
                answer = may(person.seeker, Purpose.SHARE, with_=house.society.pk)
                assert bool(answer) == expected
            sought = not person.erased and person.may_be_sought(today=self.today)
            assert bool(may(person.sought, Purpose.TRACE)) == sought

    @invariant()
    def only_who_agreed_and_is_safe_stands_on_the_wall(self) -> None:
        for person, notice, face in self.standing():
            self.shown.add(face.pk)
            assert person.allows(Purpose.PUBLISH, place=Scope.WALL, today=self.today)
            assert person.age >= YOUNGEST
            assert face.live_until >= self.today
            assert notice.approved_by_id not in {None, notice.proposed_by_id}
            if person.age < OF_AGE:
                assert face.live_until <= notice.put_up.date() + A_CHILD  # type: ignore[union-attr]
                signed = {notice.signed_by_id, notice.approved_by_id}
                assert len(signed - {None, notice.photo_by_id, notice.proposed_by_id}) == 2
            if person.secret_from:
                assert face.posters_until is None

    @invariant()
    def no_face_stands_that_the_test_does_not_know(self) -> None:
        count = len(list(self.standing()))
        total = 0
        for house in self.houses:
            with reading_as(house.society.pk):
                total += Face.objects.filter(society=house.society).count()
        assert total == count

    @invariant()
    def paper_shows_nobody_who_came_down(self) -> None:
        standing = {face.pk for _person, _notice, face in self.standing()}
        assert set(PosterIssueFace.objects.values_list("face", flat=True)) <= standing

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

    def every_door_agrees(self) -> None:
        """List, page, search, counts, photo and paper: a society has its own, and nothing else."""
        for number, house in enumerate(self.houses):
            own = {one.case.pk for one in self.people if one.home == number and not one.erased}
            with playing.seated(house.alma):
                assert set(cases.cases_of(house.alma).values_list("pk", flat=True)) == own
                for person in self.people:
                    self.is_there(house.alma, person, there=person.case.pk in own)
                listed = {one.subject for one in notices(house.alma)}
                assert listed <= {one.seeker for one in self.people if one.case.pk in own}
                assert all(one.society_id == house.society.pk for one in posters(house.alma))
            house.is_shown(self.people, own, Client())

    def is_there(self, member: Member, person: Known, *, there: bool) -> None:
        with suppress(Http404):
            cases.case_for(member, person.case.pk)
            assert there
            return
        assert not there
