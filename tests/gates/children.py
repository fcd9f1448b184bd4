"""A child is written down by its team, asked, weighed; its family is asked apart, and judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups as cases
from kintrace.cases.actions import children, children_family, children_moves
from kintrace.cases.children_states import ChildState
from kintrace.cases.tests.children_ways import IT_IS, SAFE
from kintrace.network.lookups.keyholders import teams_of
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel, How, Purpose
from tests.gates.counted import part
from tests.gates.stops import Stops
from tests.gates.teams import Teams, protects
from tests.gates.ward import A_TEAM, CLAIMANTS, KEPT_FROM, Claim, Ward
from tests.gates.world import A_SEARCH, Ground

if TYPE_CHECKING:
    from kintrace.cases.models import Child
    from kintrace.network.models import Member
    from tests.gates.ward import Carers

OF_AGE, FEWEST_YEARS = 18, 5
# One name for each child of a run, which stands in all that is written of it and nowhere else.
CALLED = ("Quvara", "Quvelon", "Quvimat", "Quvosin", "Quvuter")
NO = replace(IT_IS, advice="failed", because="not_them")


class Children(Teams, Stops):
    def child(self, ward: Ward, by: Member) -> Child:
        """As it stands now, for a member of its team; or 404."""
        return cases.child_for(by, ward.pk)

    def claim(self, claim: Claim, by: Member) -> Any:
        return cases.claim_for(by, claim.pk)

    # --- written down, asked ---

    @part
    def register_child(self, team: Carers, member: Member, age: int) -> None:
        """By who protects children and is of the team, when the child heard the notice."""
        may_be = protects(member) and member.pk in team.inside and age < OF_AGE
        made: list[Child] = []

        def write(by: Member) -> None:
            text = text_in_force(by.society_id, "en")
            assert text is not None
            own = next((one for one in teams_of(by) if one.pk == team.row.pk), team.row)
            begun = children.Begun("alone", age, How.SPOKEN)
            heard = Heard(text, Channel.READ_ALOUD)
            made.append(children.register(own, begun=begun, heard=heard, by=by))

        assert self.did(member, write) == may_be
        if may_be:
            row, called = made[-1], CALLED[len(self.wards)]
            ground = Ground(Purpose.TRACE, self.today + A_SEARCH)
            ward = Ward(team, row.pk, row.subject, row.file, called, age, ground)
            self.wards.append(ward)
            self.looked_at.add(ward)

    @part
    def keep_childs_page(self, ward: Ward, member: Member, page: str, said: str) -> None:
        """`said`: for assent what the child says, for the other page from whom what is kept."""
        may_be, version = ward.is_worked_on(member.pk), ward.versions.get(page, 0)
        words = [ward.seals()]
        answers = {
            "who": {"given": [f"{ward.called}"], "comes_from": words},
            "assent": {"assent": [said], "guardian": words},
            "safety": SAFE | {"note": words},
            "withhold": KEPT_FROM.get(said, ({}, ()))[0] | {"why_4": words},
        }[page]

        def keep(by: Member) -> None:
            child = self.child(ward, by)
            asked: dict[str, Any] = {"answers": answers, "seen": version}
            if page == "safety":
                read = text_in_force(by.society_id, "en", kind="risk")
                children.keep_safety(child, **asked, read=str(read.pk) if read else "", by=by)
            else:
                children.keep_page(child, page=page, **asked, by=by)

        assert self.did(member, keep) == may_be
        if may_be:
            ward.versions[page] = version + 1
            self.note_page(ward, page, said)

    def note_page(self, ward: Ward, page: str, said: str) -> None:
        """Whoever proposed the way home before looks again, but for a name."""
        if page == "who":
            return
        ward.proposed_by = None
        if page == "assent":
            ward.assent = said
        elif page == "safety":
            ward.safety = self.now
        else:
            ward.kept_from, ward.kept_at = said, self.now

    @part
    def talk_with_child(self, ward: Ward, member: Member) -> None:
        """Two hear the child, each alone and once."""
        may_be = ward.is_worked_on(member.pk) and member.pk not in ward.talks
        words = ward.seals()

        def talk(by: Member) -> None:
            children_family.talk(self.child(ward, by), words=words, by=by)

        assert self.did(member, talk) == may_be
        if may_be:
            ward.talks.add(member.pk)

    @part
    def weigh_for_child(self, ward: Ward, member: Member, conclusion: str) -> None:
        may_be = ward.is_worked_on(member.pk) and protects(member)
        said = {"conclusion": conclusion, "words": ward.seals()}

        def weigh(by: Member) -> None:
            children_family.weigh(self.child(ward, by), **said, by=by)

        assert self.did(member, weigh) == may_be
        if may_be:
            ward.note, ward.proposed_by = (conclusion, self.now), None

    @part
    def picture_child(self, ward: Ward, member: Member) -> None:
        """Not while somebody looks at it first."""
        looked_at = bool(ward.holds) or ward.hides
        may_be = ward.is_worked_on(member.pk) and not looked_at
        said: dict[str, Any] = {"photo": self.houses[ward.team.home].photo, "note": ward.seals()}

        def keep(by: Member) -> None:
            children.keep_photo(self.child(ward, by), **said, by=by)

        assert self.did(member, keep) == may_be
        ward.photographed = ward.photographed or may_be

    # --- who says to be family ---

    @part
    def begin_claim(self, ward: Ward, member: Member, who: str) -> None:
        name, relation = CLAIMANTS[who]
        said = {"name": name, "relation": relation, "reached": ward.seals()}
        made = []

        def begin(by: Member) -> None:
            made.append(children_family.begin_claim(self.child(ward, by), **said, by=by))

        may_be = ward.is_worked_on(member.pk)
        assert self.did(member, begin) == may_be
        if may_be:
            ward.claims.append(Claim(made[-1].pk, who))

    @part
    def ask_apart(self, ward: Ward, claim: Claim, member: Member, side: str) -> None:
        """By two; who must not learn of the child is asked nothing."""
        told = side == "claimant" and ward.must_not_learn(claim)
        may_be = ward.is_worked_on(member.pk) and claim.may_be_asked(side, member.pk) and not told
        words = ward.seals()

        def ask(by: Member) -> None:
            asked = self.claim(claim, by)
            children_family.ask(asked, of_child=side == "child", words=words, by=by)

        assert self.did(member, ask) == may_be
        if may_be:
            claim.asked[side] = member.pk

    @part
    def judge_claim(self, ward: Ward, claim: Claim, member: Member, *, family: bool) -> None:
        ready = ward.is_worked_on(member.pk) and protects(member)
        ready = ready and claim.is_asked_apart and claim.judged is None
        may_be = ready and (not family or ward.may_be_family(claim, self.today))
        judged = replace(IT_IS if family else NO, words=ward.seals())

        def judge(by: Member) -> None:
            children_family.judge(self.claim(claim, by), judged=judged, by=by)

        assert self.did(member, judge) == may_be
        if may_be:
            claim.judged, ward.proposed_by = self.now, None
            if family:
                ward.families.append(claim)
                ward.goes("verified", member.pk, self.today)

    # --- on its way ---

    @part
    def move_child(self, ward: Ward, member: Member, to: str, why: str) -> None:
        may_be = ward.is_worked_on(member.pk) and ward.may_be_moved(
            to, why, protects=protects(member), today=self.today
        )

        def move(by: Member) -> None:
            children_moves.move(self.child(ward, by), to=ChildState(to), why=why, by=by)

        assert self.did(member, move) == may_be
        if may_be:
            ward.goes(to, member.pk, self.today)

    def ticked(self, ward: Ward, how: str) -> tuple[dict[str, Any], bool]:
        """What a member says of the way home as they read it, and whether it is all of it."""
        named = bool(KEPT_FROM[ward.kept_from][0])
        said = {
            "asked": how != "not asked",
            "kept": [] if how == "told" or not named else [0],
            "seen": ward.versions.get("withhold", 0) - (how == "stale"),
        }
        return said, how not in {"stale", "not asked"} and not (how == "told" and named)

    @part
    def propose_home(self, ward: Ward, member: Member, how: str) -> None:
        said, whole = self.ticked(ward, how)
        may_be = ward.is_worked_on(member.pk) and whole and ward.may_go_home(self.today)

        def propose(by: Member) -> None:
            children_moves.propose_home(self.child(ward, by), **said, by=by)

        assert self.did(member, propose) == may_be
        if may_be:
            ward.proposed_by = member.pk

    @part
    def agree_home(self, ward: Ward, member: Member, how: str) -> None:
        """By another than who proposed it, and while that one is still of the team."""
        said, whole = self.ticked(ward, how)
        may_be = ward.is_worked_on(member.pk) and whole
        may_be = may_be and ward.may_be_agreed(member.pk, self.today)

        def agree(by: Member) -> None:
            children_moves.agree_home(self.child(ward, by), **said, by=by)

        assert self.did(member, agree) == may_be
        if may_be:
            ward.goes("reunified", member.pk, self.today, ward.proposed_by)
            assert len(ward.talks) >= A_TEAM

    @part
    def review_child(self, ward: Ward, member: Member) -> None:
        """What the search stands on goes on; what is over or taken back stays so."""
        may_be = ward.is_worked_on(member.pk)

        def review(by: Member) -> None:
            children_moves.review(self.child(ward, by), by=by)

        assert self.did(member, review) == may_be
        if may_be and ward.ground.holds(self.today):
            ward.ground.until = max(ward.ground.until, self.today + A_SEARCH)
