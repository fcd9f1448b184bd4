"""Every door to a record, by the pages themselves: list, detail, search, file, count, photo, paper.

Three members look at the end of a run: Alma of the society that has most to hide, with her boxes
open; and two guests, a member of any role in the same society and one in another. To each of them
all doors must say the same of a record: it is there, or it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.test import Client

from kintrace.cases.lookups import cases_of, leads_of, past_cases
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Right, has
from kintrace.network.tests.cast import let_in, open_box
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import every_notice_of, posters, spots
from kintrace.wall.lookups.figures import Kind, counted_now
from tests.gates.doors_between import Door, doors_between
from tests.gates.street import look_from_the_street

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.wall.models import Face, Notice
    from tests.gates.stage import House
    from tests.gates.world import Known

LISTS = {
    "/desk/": Right.SEE_DESK,
    "/desk/?whose=society": Right.SEE_DESK,
    "/desk/requests/": Right.ACCEPT_CASES,
    "/desk/other/": Right.READ_CASES,
    "/desk/red-cross/": Right.CHANGE_CASES,
    "/desk/events/": Right.READ_CASES,
    "/desk/cases/": Right.READ_CASES,
    "/desk/cases/?state=closed": Right.READ_CASES,
    "/desk/cases/?state=refused": Right.READ_CASES,
    "/desk/messages/": Right.READ_INBOX,
    "/desk/messages/?whose=done": Right.READ_INBOX,
    "/desk/second-eye/": Right.APPROVE_FACES,
    "/desk/rights/": Right.HOLD,
    "/desk/ending/": Right.KEEP_LONGER,
    "/desk/impact/": Right.SEE_FIGURES,
    "/desk/impact/past/": Right.SEE_FIGURES,
    "/desk/impact/figures.csv": Right.SEE_FIGURES,
}
OPENED, GUESTS = 2, 3  # in how many runs every list has its turn
THERE, NOT_THERE, SHUT, OPEN_THE_BOX = 200, 404, 403, 302


@dataclass(frozen=True)
class Eye:
    """A member before a screen, by the number of the society."""

    home: int
    member: Member
    client: Client
    open: bool

    def meets(self, door: Door, home: int) -> int:
        """What the door must answer."""
        if not has(self.member, door.right):
            return SHUT
        if door.box and not self.open:
            return OPEN_THE_BOX
        guarded = door.guarded and not has(self.member, Right.GUARD_RIGHTS)
        there = door.is_there(home=home, at=self.home) and not guarded
        return THERE if there else NOT_THERE


class Doors:
    """The end of one run."""

    def __init__(
        self,
        houses: Sequence[House],
        people: list[Known],
        standing: list[tuple[Known, Notice, Face]],
        today: date,
    ) -> None:
        self.houses, self.people, self.today = houses, people, today
        self.faces = {face.pk: person for person, _notice, face in standing}

    def agree(self, guest: tuple[int, int]) -> None:
        """`guest`: of which society, and in which role, the two guests are."""
        home, role = self.people[0].home, guest[1]
        for number, member, opened in (
            (home, self.houses[home].alma, True),
            (home, self.houses[home].members[role], False),
            (guest[0], self.houses[guest[0]].members[role], False),
        ):
            cache.clear()  # no run has tried to open a box before
            client = let_in(Client(), member)
            eye = Eye(
                number, member, open_box(client, password=PASSWORD) if opened else client, opened
            )
            self.lists_agree(eye)
            for person in self.people if opened else self.people[-2:]:
                self.record_agrees(eye, person)
            self.paper_agrees(eye)
        self.counts_agree()
        look_from_the_street(self.people, self.shown())

    # --- lists, counts and files ---

    def lists_agree(self, eye: Eye) -> None:
        """No list, count or file of one society names a record of another, or one that is gone."""
        for url, right in self.lists_for(eye):
            answer = eye.client.get(url)
            assert answer.status_code == (THERE if has(eye.member, right) else SHUT), url
            words = answer.content.decode()
            for person in self.people:
                own = person.home == eye.home and not person.erased
                assert own or person.case.reference not in words, url
            if answer.status_code == THERE and url.startswith("/desk/cases/"):
                self.cases_are_listed(eye, words, state=url.partition("state=")[2])

    def lists_for(self, eye: Eye) -> list[tuple[str, Right]]:
        """A part in each run: half of them to who has most to hide, and to guests a third, of those
        of their role. Every page and every role is in tests/access."""
        shares = OPENED if eye.open else GUESTS
        turn = list(LISTS.items())[len(self.people) % shares :: shares]
        return [(url, right) for url, right in turn if eye.open or has(eye.member, right)]

    def cases_are_listed(self, eye: Eye, words: str, *, state: str) -> None:
        """state: "" for all that go on; what ended stands under how it ended, and nowhere else."""
        for person in self.people:
            here = person.home == eye.home and not person.erased
            listed = here and (person.state == state if state else person.closed is None)
            assert (person.case.reference in words) == listed, state

    def counts_agree(self) -> None:
        """What is counted is what is there."""
        for number, house in enumerate(self.houses):
            own = [one for one in self.people if one.home == number]
            with playing.seated(house.alma):
                there = {one.case.pk for one in own if not one.erased}
                assert set(cases_of(house.alma).values_list("pk", flat=True)) == there
                arrived = sum(one.pressed for one in own)
                arrived += sum(not one.gone for person in own for one in person.written)
                counted = counted_now(house.society.pk)
                assert sum(n for (kind, _), n in counted.items() if kind == Kind.MESSAGE) == arrived
                ended = sum(row.count for row in past_cases(house.society.pk))
                assert ended <= sum(one.erased and one.closed is not None for one in own)
                for person in own:
                    self.leads_agree(person)

    def leads_agree(self, person: Known) -> None:
        found = [told["what"] for _lead, told in leads_of(person.case) if told]
        assert found == ([] if person.erased else person.leads)

    # --- one record ---

    def record_agrees(self, eye: Eye, person: Known) -> None:
        for door in self.doors_to(person):
            answer = eye.client.get(door.url)
            assert answer.status_code == eye.meets(door, person.home), door.url
        if person.erased and has(eye.member, Right.HOLD) and eye.home == person.home:
            page = eye.client.get(f"/desk/subjects/{person.seeker}/")
            assert person.case.reference not in page.content.decode()

    def doors_to(self, person: Known) -> Iterator[Door]:
        case, there = f"/desk/cases/{person.case.pk}/", not person.erased
        photo = there and person.photographed
        yield Door(case, Right.READ_CASES, there)
        yield Door(f"{case}photo/whole.jpg", Right.CHANGE_CASES, photo)
        yield Door(f"/desk/subjects/{person.seeker}/", Right.HOLD, there=True)
        yield Door(f"/desk/subjects/{person.sought}/", Right.HOLD, there=True)
        yield from self.doors_to_notices(person)
        yield from self.doors_to_words(person)
        yield from doors_between(person)

    def doors_to_notices(self, person: Known) -> Iterator[Door]:
        with reading_as(self.houses[person.home].society.pk):
            notices = every_notice_of(person.seeker)
        assert not notices or not person.erased
        for notice in notices[-1:]:
            url = f"/desk/second-eye/{notice.pk}/"
            yield Door(url, Right.APPROVE_FACES, there=True)
            yield Door(f"{url}picture.jpg", Right.READ_CASES, there=True)

    def doors_to_words(self, person: Known) -> Iterator[Door]:
        """Messages need an open box; what may come from an offender is for one member alone."""
        for one in person.written[-2:]:
            yield Door(f"/desk/messages/{one.pk}/", Right.READ_INBOX, not one.gone, box=True)
        for asked in [one for one in person.asked if not one.answered][-2:]:
            url = f"/desk/rights/{asked.pk}/"
            yield Door(url, Right.HOLD, there=True, guarded=asked.suspicious)

    # --- paper, and who is found by it ---

    def paper_agrees(self, eye: Eye) -> None:
        """The newest poster of each society, its file, and the search by the codes on it."""
        for number, house in enumerate(self.houses):
            with reading_as(house.society.pk):
                newest = posters(house.alma)[:1]
                printed = [spot for poster in newest for spot in spots(poster)]
            for poster in newest:
                door = Door(f"/desk/posters/{poster.pk}/", Right.MAKE_POSTERS, there=True)
                assert eye.client.get(door.url).status_code == eye.meets(door, number)
                paper = eye.client.get(f"{door.url}poster.pdf") if eye.open else None
                assert paper is None or paper.status_code == eye.meets(door, number)
            if number == eye.home and has(eye.member, Right.MAKE_POSTERS):
                for spot in printed[:2]:
                    self.caller_is_told_right(eye, str(spot.code), spot.face)

    def caller_is_told_right(self, eye: Eye, code: str, face: UUID) -> None:
        """Who is down is not shown to a caller, and another society's case is never named."""
        answer = eye.client.get("/desk/caller/", {"code": code})
        assert answer.status_code == THERE
        words = answer.content.decode()
        assert (f"/desk/posters/faces/{face}.jpg" in words) == (face in self.shown())
        for person in self.people:
            found = face in person.faces and person.home == eye.home and not person.erased
            assert (f"/desk/cases/{person.case.pk}/" in words) <= found

    def shown(self) -> set[UUID]:
        rest = {one.face for one in self.people if one.rests(self.today)}
        return set(self.faces) - rest
