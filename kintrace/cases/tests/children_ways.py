"""A child with its team, brought as far as a test wants it, by the real actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kintrace.cases import children_rules, lookups
from kintrace.cases.actions import children, children_family, children_moves
from kintrace.cases.children_states import ChildState
from kintrace.cases.forms_children import SafetyForm
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network import actions as network
from kintrace.network.lookups.keyholders import teams_of
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel, How
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Child, ChildClaim
    from kintrace.network.models import Member, Team

ANSWERS = dict[str, list[str]]
WHO: ANSWERS = {"given": ["Hewanit"], "father": ["Zerabruk"], "sex": ["female"], "age": ["9"]}
WHO |= {"precision": ["age_at_date"], "calendar": ["gregorian"], "languages": ["ti"]}
FAMILY: ANSWERS = {"relation_1": ["mother"], "name_1": ["Letebrhan Kidane"], "alive_1": ["yes"]}
WITHHELD: ANSWERS = {"who_1": ["Gebre Zerabruk"], "extent_1": ["all"], "why_1": ["He hit her."]}
SAFE: ANSWERS = {code: ["no"] for code in SafetyForm.CODES}
MOTHER = {"name": "Letebrhan Kidane", "relation": "mother", "reached": "by phone"}
YES = dict.fromkeys(("knows", "wishes", "match", "able"), "yes")
IT_IS = children_family.Judged(**YES, advice="verified", because="", words="Both told of the song.")


def team(name: str, *members: Member, by: Member, second: Member) -> Team:
    """Two officers make it; a member who comes later opens the box in a session of its own."""
    with reading_as(by.society_id, member=by.pk):
        hand = network.Hand(second.sign_in, PASSWORD)
        return network.make_team(name, members=members, own=PASSWORD, second=hand, by=by)


@dataclass
class Looked:
    """The child, the child-protection officer who wrote it down, and another of the team."""

    child: Child
    carla: Member
    alma: Member

    def again(self) -> Child:
        self.child.refresh_from_db()
        return self.child

    def keep(self, page: str, answers: ANSWERS, **more: Any) -> None:
        with playing.acting(self.carla) as carla:
            seen = getattr(lookups.page_of(self.child, page), "version", 0)
            said: dict[str, Any] = {"answers": answers, "seen": seen, "by": carla} | more
            if page == children_rules.SAFETY:
                words = text_in_force(carla.society_id, "en", kind="risk")
                read = str(words.pk) if words else ""
                children.keep_safety(self.child, **said, read=read)
            else:
                children.keep_page(self.child, page=page, **said)

    def talk(self, *members: Member) -> None:
        for member in members or (self.alma, self.carla):
            with playing.acting(member) as by:
                children_family.talk(self.child, words=f"She told {by.sign_in} of a well.", by=by)

    def weigh(self, conclusion: str) -> None:
        with playing.acting(self.carla) as carla:
            words = "She asks for her mother every day."
            children_family.weigh(self.child, conclusion=conclusion, words=words, by=carla)

    def ready(self) -> None:
        """Everything that searching waits for, where the town wrote down the rest."""
        self.keep("safety", SAFE)
        self.weigh("trace")

    def trace(self) -> None:
        self.ready()
        with playing.acting(self.alma) as alma:
            children_moves.move(self.child, to=ChildState.TRACING, by=alma)

    def claim(self, said: dict[str, str] | None = None) -> ChildClaim:
        """The mother comes: Alma asks her, Carla asks the child."""
        with playing.acting(self.alma) as alma:
            claim = children_family.begin_claim(self.child, **(said or MOTHER), by=alma)
            children_family.ask(claim, of_child=False, words="A song of a donkey.", by=alma)
        with playing.acting(self.carla) as carla:
            return children_family.ask(claim, of_child=True, words="A donkey song.", by=carla)

    def lacks(self, to: ChildState = ChildState.REUNIFIED) -> list[str]:
        with playing.acting(self.alma):
            return children_rules.missing(self.again(), to)

    def verify(self) -> None:
        self.trace()
        with playing.acting(self.carla) as carla:
            [claim] = self.child.claims.all()
            children_family.judge(claim, judged=IT_IS, by=carla)
        self.weigh("reunite")


def looked_after(
    of: Team, *, carla: Member, alma: Member, age: int = 9, how: How = How.SPOKEN
) -> Looked:
    with playing.acting(carla):
        text = text_in_force(carla.society_id, "en")
        assert text is not None
        begun = children.Begun("alone", age, how)
        heard = Heard(text, Channel.READ_ALOUD)
        [own] = [one for one in teams_of(carla) if one.pk == of.pk]
        return Looked(children.register(own, begun=begun, heard=heard, by=carla), carla, alma)
