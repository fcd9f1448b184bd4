"""Children's teams: chosen by who protects children, changed, and the key of their box renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.vault.actions import boxes_from, open_boxes
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, MOSTLY, WHICH
from tests.gates.promises import Promises
from tests.gates.ward import A_TEAM, Carers, Ward

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.vault.boxes import OpenBoxes

INSIDE = 6  # of the numbers of ANYBODY; the others are of somebody who is not in the team


def protects(member: Member) -> bool:
    return Role(member.role) is Role.CHILD_PROTECTION


class Teams(Promises):
    """Whenever a box changes hands everybody signs in anew, as a real session would end."""

    def __init__(self) -> None:
        super().__init__()
        self.teams: list[Carers] = []
        self.wards: list[Ward] = []
        self.looked_at: set[Ward] = set()  # of whom the last step was
        # What somebody may have kept who left a team, with the versions of the key they had.
        self.copied: list[tuple[Carers, Member, OpenBoxes, set[int]]] = []

    def teardown(self) -> None:
        try:
            super().teardown()
        finally:
            if self.teams:
                playing.leave()
            for _team, _member, boxes, _had in self.copied:
                boxes.forget()

    # --- who ---

    def carers(self, team: Carers) -> list[Member]:
        """Who is in it and opens its box, who protects children first."""
        all_here = self.houses[team.home].carers
        found = [one for one in all_here if team.opens(one.pk)]
        return sorted(found, key=lambda one: not protects(one))

    def outsiders(self, team: Carers) -> list[Member]:
        """Who might be in it and is not, or opens nothing yet; and one of another society."""
        here = [one for one in self.houses[team.home].carers if not team.opens(one.pk)]
        abroad = self.houses[(team.home + 1) % len(self.houses)]
        return [*here, abroad.one(Role.CHILD_PROTECTION)]

    def somebody(self, team: Carers, number: int) -> Member:
        """Mostly of the team; else somebody who was never named in it."""
        if number < INSIDE and (inside := self.carers(team)):
            return inside[number % len(inside)]
        others = [one for one in self.outsiders(team) if one.pk not in team.inside]
        return others[number % len(others)]

    def hands(self, home: int) -> tuple[Member, network.Hand]:
        """The two officers who sign for every box."""
        house = self.houses[home]
        return house.one(Role.OFFICER), network.Hand(house.beside[0].sign_in, PASSWORD)

    # --- what is done ---

    @part
    def choose_a_team(self, home: int, chosen: list[Member], by: Member) -> None:
        first, second = self.hands(home)
        hand = network.Hand(first.sign_in, PASSWORD)
        made = []

        def choose(by: Member) -> None:
            made.append(
                network.choose_team("Elm", members=chosen, first=hand, second=second, by=by)
            )

        inside = {by.pk, *(one.pk for one in chosen)}
        may_be = protects(by) and len(inside) >= A_TEAM
        assert self.did(by, choose) == may_be
        if may_be:
            self.teams.append(Carers(home, made[-1], inside, {one: {1} for one in inside}))
            playing.leave()

    @part
    def take_out(self, team: Carers, member: Member) -> None:
        """Out at once; a team that is too small, without who protects children, or of whom nobody
        could open what is there, is none."""
        rest = {one.pk for one in self.houses[team.home].carers if one.pk in team.inside}
        rest -= {member.pk}
        guards = [one for one in self.houses[team.home].carers if one.pk in rest and protects(one)]
        stays_readable = not team.opens(member.pk) or any(team.opens(one) for one in rest)
        may_be = len(rest) >= A_TEAM and bool(guards) and stays_readable
        self.copy_keys(team, member)
        officer, _second = self.hands(team.home)
        taken = self.did(officer, lambda by: network.take_from_team(team.row, member, by=by))
        assert taken == may_be
        if may_be:
            team.inside, team.renewed = team.inside - {member.pk}, False
            team.keys.pop(member.pk, None)
            playing.leave()

    def copy_keys(self, team: Carers, member: Member) -> None:
        """Whoever leaves may have kept all that they could open."""
        if team.opens(member.pk):
            society = member.society_id
            parts = open_boxes(member.pk, society=society, opening_password=PASSWORD)
            boxes = boxes_from(*parts)
            self.copied.append((team, member, boxes, set(team.keys[member.pk])))

    @part
    def let_in(self, team: Carers, member: Member, *, granted: bool) -> None:
        """Named, and granted the box by two officers, with somebody of the team present."""
        officer, second = self.hands(team.home)
        present = self.carers(team)[0]
        hand = network.Hand(present.sign_in, PASSWORD)

        def name(by: Member) -> None:
            network.add_to_team(team.row, member, by=by)
            if granted:
                said = {"box": team.row.box, "own": PASSWORD, "second": second, "holder": hand}
                network.grant(member, **said, by=by)

        assert self.did(officer, name)
        team.inside = team.inside | {member.pk}
        if granted:
            team.keys[member.pk] = set(team.keys[present.pk])
        playing.leave()

    @part
    def renew_key(self, team: Carers) -> None:
        officer, second = self.hands(team.home)

        def renew(by: Member) -> None:
            network.renew_box(team.row.box, own=PASSWORD, second=second, by=by)

        assert self.did(officer, renew)
        team.version += 1
        for one in [one for one in team.inside if team.opens(one)]:
            team.keys[one].add(team.version)
        playing.leave()

    @precondition(lambda self: bool(self.teams))
    @step(
        which=WHICH,
        number=ANYBODY,
        what=st.sampled_from(["out", "out", "in", "in", "key"]),
        granted=MOSTLY,
    )
    def change_a_team(self, which: int, number: int, what: str, *, granted: bool) -> None:
        team = self.teams[which % len(self.teams)]
        inside = [one for one in self.houses[team.home].carers if one.pk in team.inside]
        outside = [one for one in self.houses[team.home].carers if one.pk not in team.inside]
        if what == "out":
            self.take_out(team, inside[number % len(inside)])
        elif what == "in" and outside:
            self.let_in(team, outside[number % len(outside)], granted=granted)
        else:
            self.renew_key(team)
        self.looked_at.update(one for one in self.wards if one.team is team)
        self.note_done()

    # --- what must be so ---

    def grants_agree(self, team: Carers, rows: list[tuple[UUID, int]]) -> None:
        """rows: member and version of every key of the box. One holder is nobody: the safe."""
        people = {one.pk for house in self.houses for one in (*house.members, *house.beside)}
        known = {(member, version) for member, had in team.keys.items() for version in had}
        assert {row for row in rows if row[0] in people} == known
        assert len({holder for holder, _version in rows if holder not in people}) == 1
