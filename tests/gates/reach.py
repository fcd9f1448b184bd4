"""What each society has of the others, to the row and to the key; and that it opens no more."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from hypothesis.stateful import invariant

from kintrace.cases.models import (
    RedCrossPaper,
    RedCrossPart,
    Transfer,
    TransferCard,
    TransferText,
)
from kintrace.cases.red_cross import ON_ITS_WAY
from kintrace.cases.tests.opened import all_that_opens, words_in
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.lookups import society as society_of
from kintrace.protection import jobs
from kintrace.protection.actions import leaving
from kintrace.vault.lookups import slots_of
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Review
from tests.gates.found import where_of
from tests.gates.messages import Messages
from tests.gates.papers import OPENED, OUT
from tests.gates.stage import CONTACTS
from tests.gates.street import words_to

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member
    from tests.gates.papers import Handed, Letter
    from tests.gates.stage import House

A_THIRD = 3  # of the runs end with a society that leaves


def secrets_of(home: int) -> set[str]:
    """How its enquirers and its found are reached, and what visitors wrote: of the home alone."""
    return {CONTACTS[home], words_to(home), *where_of(home).values()}


class Reach(Messages):
    something_left = False  # in this run

    @invariant()
    def nothing_of_others_lies_here_but_what_was_handed_over(self) -> None:
        for person in self.people:
            person.settle(self.today)
        self.something_left = self.something_left or self.has_left()
        for house in self.looked_into() if self.something_left else ():
            with playing.seated(house.one(Role.CHILD_PROTECTION)):  # who holds every box
                self.keys_agree(house)
                self.rows_agree(house)
                self.nothing_else_opens(house)

    def has_left(self) -> bool:
        handed = any(person.handed for person in self.people)
        return handed or any(self.letters_to(house) for house in self.houses)

    def handed_to(self, house: House, states: set[str]) -> list[Handed]:
        every = (handed for person in self.people for handed in person.handed)
        return [one for one in every if one.to == house.number and one.state in states]

    def letters_to(self, house: House) -> list[Letter]:
        every = (letter for person in self.people for letter in person.letters)
        return [one for one in every if one.to == house.number]

    def keys_agree(self, house: House) -> None:
        """A slot is all that opens a file, a photo's, too: none but of these is here."""
        us = house.society.pk
        files = slots_of(us).exclude(owner_id=us).values_list("file", flat=True)
        reviews = Review.objects.filter(partner=us).values_list("file", flat=True)
        copies = {one.file for one in self.handed_to(house, OPENED)}
        cards = {one.card for one in self.handed_to(house, OUT)}
        papers = {one.file for one in self.letters_to(house) if one.lies_there}
        asked = self.of_children()[1]
        assert set(files) - set(reviews) - asked == copies | cards | papers

    def rows_agree(self, house: House) -> None:
        us = Q(receiver=house.society)
        here = {one.pk for one in self.handed_to(house, OUT)}
        opened = {one.pk for one in self.handed_to(house, OPENED)}
        asked = self.of_children()[0]
        assert _every(Transfer.objects.filter(us), "pk") - asked == here
        assert _every(TransferCard.objects.filter(us), "transfer") - asked == here
        theirs = TransferText.objects.filter(society=house.society).exclude(transfer__in=asked)
        assert _every(theirs, "transfer") - self.own_handed(house) <= here
        assert (
            _every(theirs.filter(holder=house.society), "transfer") - self.own_handed(house)
            == opened
        )
        parts = defaultdict(set)
        for message, kind in _parts_of_others(house).values_list("message", "kind"):
            parts[message].add(kind)
        given = {one.pk: one.kinds_there for one in self.letters_to(house) if one.kinds_there}
        assert dict(parts) == given

    def of_children(self) -> tuple[set[UUID], set[UUID]]:
        """What `childs_abroad` promises about: those transfers, and the keys of their cards."""
        numbers: set[UUID] = set()
        cards: set[UUID] = set()
        for house in self.houses:
            with reading_as(house.society.pk):
                numbers |= _every(Transfer.objects.exclude(child=None), "pk")
                cards |= _every(TransferCard.objects.exclude(transfer__child=None), "file")
        return numbers, cards

    def own_handed(self, house: House) -> set[UUID]:
        own = (one.handed for one in self.people if one.home == house.number)
        return {handed.pk for each in own for handed in each}

    def nothing_else_opens(self, house: House) -> None:
        """Nothing of it says how anybody is reached who did not choose it for this paper."""
        us = house.society.pk
        rows: list[QuerySet[Any]] = [
            Transfer.objects.filter(receiver=us),
            TransferCard.objects.filter(receiver=us),
            TransferText.objects.filter(society=us),
            RedCrossPaper.objects.filter(partner=us),
            _parts_of_others(house),
        ]
        said = "\n".join(words for found in rows for row in found for words in words_in(row))
        for home in range(len(self.houses)):
            assert not [one for one in secrets_of(home) if one in said]

    # --- once in each run ---

    def at_the_end(self) -> None:
        """Every sealed row of the house is tried with every key of one society."""
        self.nothing_of_others_lies_here_but_what_was_handed_over()
        guest = self.houses[self.guest[0]]
        reader = guest.one(Role.CHILD_PROTECTION)
        with playing.seated(reader):
            said = all_that_opens()
        assert not [one for one in self.kept_from(reader) if one in said]
        for home in range(len(self.houses)):
            secrets = secrets_of(home) - self.passed_to(guest) if home != guest.number else set()
            assert not [one for one in secrets if one in said]
        if self.guest[1] % A_THIRD == 0:
            self.leaves(guest)

    def passed_to(self, house: House) -> set[str]:
        """How somebody is reached whom another society found for this one, and who wants it."""
        own = (one.handed for one in self.people if one.home == house.number)
        over = [one for handed in own for one in handed if one.found and one.found.passed]
        return {where_of(one.to)["phone"] for one in over}

    def kept_from(self, member: Member) -> set[str]:
        """What else this member must not open a word of, also of the own society."""
        return set()

    def leaves(self, house: House) -> None:
        """What it has of others' searches ends, and what others have of its people."""
        other = self.houses[(house.number + 1) % len(self.houses)].one(Role.NETWORK_ADMIN)
        with playing.seated(other):
            leaving.end_membership(society_of(house.society.pk), by=other)
        leaving.see_out.call(str(house.society.pk))
        jobs.expire.call()
        for each in self.houses:
            with reading_as(each.society.pk):
                of_it = Q(receiver=house.society) | Q(society=house.society, receiver__isnull=False)
                assert not Transfer.objects.filter(of_it).exists()
                assert not TransferCard.objects.filter(of_it).exists()
                parts = _parts_of_others(each)
                assert not parts.filter(message__society=house.society).exists()
                if each is house:
                    assert not parts.filter(message__state__in=ON_ITS_WAY).exists()


def _every(rows: QuerySet[Any], column: str) -> set[UUID]:
    return set(rows.values_list(column, flat=True))


def _parts_of_others(house: House) -> QuerySet[RedCrossPart]:
    rows = RedCrossPart.objects.filter(society=house.society)
    return rows.exclude(message__society=house.society)
