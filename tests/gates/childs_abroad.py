"""A child's search goes to another society: by whom, and while what holds it may lie there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis.stateful import invariant, precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import children, children_transfers
from kintrace.cases.children_kin import OFFERED
from kintrace.cases.models import Transfer, TransferText
from kintrace.cases.tests.opened import words_in
from kintrace.cases.transfers import BEFORE, OUT
from kintrace.demo import playing
from kintrace.vault.reader import reading_as
from tests.gates.childs_way import ChildsWay, some_child
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, HOUSES, WHICH
from tests.gates.teams import protects
from tests.gates.ward import CLAIMANTS, KEPT_FROM, ON_THE_WAY, Ward

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member
    from tests.gates.stage import House

MOTHER, _RELATION = CLAIMANTS["mother"]
FAMILY = {"name_1": [MOTHER], "relation_1": ["mother"]}


class ChildsAbroad(ChildsWay):
    def may_learn(self, ward: Ward, house: House) -> bool:
        """Whether that society may have something of the child's search at this moment."""
        going_on = ward.state in ON_THE_WAY and not ward.erased and ward.assent == "yes"
        stopped = bool(ward.holds) or ward.hides or not ward.ground.holds(self.today)
        feared = house.society.pk in ward.named or "mother" in KEPT_FROM[ward.kept_from][1]
        return going_on and not stopped and not feared

    @precondition(some_child)
    @step(which=WHICH, number=ANYBODY, second=ANYBODY, to=HOUSES)
    def ask_elsewhere_for_child(self, which: int, number: int, second: int, to: int) -> None:
        """One tells of its mother and prepares it, another looks at it; anybody may try."""
        ward = self.one_ward(which)
        if to != ward.team.home:
            two = (self.somebody(ward.team, number), self.somebody(ward.team, second))
            self.go_elsewhere(ward, *two, self.houses[to])
            self.note_done()

    def take_for_child(
        self, ward: Ward, member: Member, what: str, number: int = 0, how: str = ""
    ) -> None:
        if what != "elsewhere":
            super().take_for_child(ward, member, what, number, how)
        elif inside := self.carers(ward.team):
            there = self.houses[(ward.team.home + 1) % len(self.houses)]
            self.go_elsewhere(ward, member, inside[0], there)

    @part
    def go_elsewhere(self, ward: Ward, first: Member, second: Member, there: House) -> None:
        made: list[UUID] = []
        asked = self.is_there(ward, there)
        may_be = self.may_learn(ward, there) and ward.state == "tracing" and not asked
        may_be = may_be and ward.kept_at is not None and ward.may_be_searched(self.today)

        def prepare(by: Member) -> None:
            child = self.child(ward, by)
            seen = getattr(cases.page_of(child, "family"), "version", 0)
            children.keep_page(child, page="family", answers=FAMILY, seen=seen, by=by)
            asking = self.asking(ward, there)
            made.append(children_transfers.prepare(child, asking=asking, by=by).pk)

        def send(by: Member) -> None:
            children_transfers.send(cases.transfer_for(by, made[-1]), by=by)

        prepared = self.did(first, prepare)
        assert prepared == (may_be and ward.is_worked_on(first.pk))
        another = second.pk in ward.team.inside and second != first and protects(second)
        if prepared:
            assert self.did(second, send) == another

    def asking(self, ward: Ward, there: House) -> children_transfers.Asking:
        rows = [name for name in KEPT_FROM[ward.kept_from][0] if name.startswith("extent")]
        return children_transfers.Asking(
            row=1,
            society=there.society,
            wish="search",
            question="Who knows her?",
            region="The coast",
            answer_by=self.today + timedelta(days=60),
            parts=[one.value for one in OFFERED],
            agreed="yes",
            kept=range(len(rows)),
            seen=ward.versions.get("withhold", 0),
        )

    def is_there(self, ward: Ward, there: House) -> bool:
        """Prepared or sent already; what holds while it is there is promised below."""
        with reading_as(self.houses[ward.team.home].society.pk):
            rows = Transfer.objects.filter(child=ward.pk, chosen=there.society)
            return rows.filter(state__in=[*BEFORE, *OUT]).exists()

    @invariant()
    def what_another_society_has_of_a_child_it_may_have_and_two_sent_it(self) -> None:
        for ward in self.wards:
            with reading_as(self.houses[ward.team.home].society.pk):
                rows = Transfer.objects.filter(child=ward.pk, state__in=OUT)
                out = list(rows.values_list("chosen", "checked_by", "sent_by"))
            for chosen, first, second in out:
                [house] = [one for one in self.houses if one.society.pk == chosen]
                assert self.may_learn(ward, house)
                assert first != second
                self.reads_nothing_of(ward, house)

    def reads_nothing_of(self, ward: Ward, house: House) -> None:
        """Not the name of the child, with every box of that society open."""
        with playing.seated(house.carers[0]):
            words = (word for row in TransferText.objects.all() for word in words_in(row))
            assert ward.called not in "\n".join(words)
