"""What lies of each child with whom, to the row and to the key; and that nobody else opens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from hypothesis.stateful import invariant

from kintrace.cases import children_pages
from kintrace.cases.lookups import children_of
from kintrace.cases.models import (
    Child,
    ChildClaim,
    ChildNote,
    ChildPage,
    ChildPhoto,
    ChildStep,
    ChildTalk,
    RedCrossPart,
)
from kintrace.cases.tests.opened import words_in
from kintrace.demo import playing
from kintrace.vault.lookups import slots_of
from kintrace.vault.models import BoxGrant
from kintrace.vault.reader import reading_as
from tests.gates.childs_doors import look_for_child
from tests.gates.childs_letters import ChildsLetters
from tests.gates.ward import A_TEAM

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from tests.gates.stage import House
    from tests.gates.ward import Ward

KEPT: tuple[Any, ...] = (ChildPage, ChildTalk, ChildNote, ChildClaim, ChildStep, ChildPhoto)
NUMBERED = re.compile(r"(Quv\w+):(\d+);")
EMPTY = "None"  # a sealed column in which nothing stands


class ChildsKeeping(ChildsLetters):
    looks = 0  # in this run

    @invariant()
    def a_child_stands_where_its_team_led_it_and_lies_with_it_alone(self) -> None:
        for house in self.houses if self.wards else ():
            with reading_as(house.society.pk):
                self.children_agree(house)
                self.slots_agree(house)
                for team in [one for one in self.teams if one.home == house.number]:
                    rows = BoxGrant.objects.filter(box=team.row.box)
                    self.grants_agree(team, list(rows.values_list("member_id", "version")))

    def children_agree(self, house: House) -> None:
        """Where each stands, who proposed, and every step with the two who took it."""
        here = [one for one in self.wards if one.team.home == house.number and not one.erased]
        rows = Child.objects.filter(society=house.society)
        found = set(rows.values_list("pk", "team", "state", "proposed_by"))
        assert found == {(one.pk, one.team.row.pk, one.state, one.proposed_by) for one in here}
        steps = ChildStep.objects.filter(society=house.society)
        went = steps.values_list("child", "before", "after", "by", "proposed_by")
        assert sorted(map(str, went)) == sorted(
            str((one.pk, *taken)) for one in here for taken in one.steps
        )

    def slots_agree(self, house: House) -> None:
        """The file of a child opens for no other society, and for none once it is erased."""
        files = {one.file for one in self.wards}
        slots = slots_of(house.society.pk).filter(file__in=files)
        here = {one.file for one in self.wards if one.team.home == house.number and not one.erased}
        assert set(slots.values_list("file", flat=True)) == here

    @invariant()
    def what_a_child_told_opens_to_its_team_and_to_nobody_else(self) -> None:
        """Of whom the last step was about."""
        for ward in [one for one in self.wards if one in self.looked_at]:
            for member in self.in_turn(self.outsiders(ward.team)):
                with playing.seated(member):
                    assert not _opened(ward)
                    assert not children_of(member).filter(pk=ward.pk).exists() or (
                        member.pk in ward.team.inside
                    )
            for member in self.carers(ward.team)[-1:]:
                self.member_reads(ward, member)
            self.nobody_reads_on_who_left(ward)
        self.looked_at = set()

    def in_turn(self, found: list[Any]) -> list[Any]:
        """One of them, another one after every step."""
        self.looks += 1
        return [found[self.looks % len(found)]] if found else []

    def member_reads(self, ward: Ward, member: Member) -> None:
        """All of it, but not the other’s talk before their own, nor one side before both."""
        with playing.seated(member):
            assert ward.erased == (not _opened(ward))
            child = children_of(member).filter(pk=ward.pk).first()
            assert ward.erased == (child is None)
            if child is not None:
                shown = children_pages.shown(child, by=member)
                heard = {row.by_id for row, words in shown["talks"] if words}
                both = len(ward.talks) >= A_TEAM
                assert heard == (ward.talks if both else ward.talks & {member.pk})
                for claim in shown["claims"]:
                    self.sides_agree(ward, claim["claim"], shown=bool(claim["sides"]))

    def sides_agree(self, ward: Ward, row: ChildClaim, *, shown: bool) -> None:
        [claim] = [one for one in ward.claims if one.pk == row.pk]
        assert shown == (claim.judged is not None)
        by = {"claimant": row.claimant_by_id, "child": row.child_by_id}
        assert {side: one for side, one in by.items() if one is not None} == claim.asked

    def nobody_reads_on_who_left(self, ward: Ward) -> None:
        """With all that they may have kept: nothing that was sealed to a key that came later."""
        for team, member, boxes, had in self.copied:
            if team is ward.team:
                with reading_as(member.society_id, member=member.pk, boxes=boxes):
                    numbers = NUMBERED.findall("\n".join(_opened(ward)))
                assert {ward.written[int(number)] for _called, number in numbers} <= had

    # --- once in each run ---

    def at_the_end(self) -> None:
        for ward in self.in_turn(self.wards):
            [outsider] = self.in_turn(self.outsiders(ward.team))
            look_for_child(self.houses, ward, self.carers(ward.team), outsider)
        super().at_the_end()

    def kept_from(self, member: Member) -> set[str]:
        """Names of the children of whom this member is not to open a word; who brings a message of
        a child reads who sends it."""
        brought = {
            ward.called
            for house in self.houses
            if house.society.pk == member.society_id
            for ward in self.wards
            if any(one.lies_there and one.to == house.number for one in ward.letters)
        }
        every = {one.called for one in self.wards if not one.team.opens(member.pk)}
        return every - brought


def _opened(ward: Ward) -> list[str]:
    """What the reader in force opens of a child."""
    found: list[QuerySet[Any]] = [QuerySet(model).filter(child=ward.pk) for model in KEPT]
    home = ward.team.row.society_id
    found.append(RedCrossPart.objects.filter(message__subject=ward.subject, society=home))
    rows = (row for each in found for row in each)
    return [words for row in rows for words in words_in(row) if words != EMPTY]
