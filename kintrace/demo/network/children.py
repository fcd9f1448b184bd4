"""Children without their parents at the first desk: two teams, and what each child's team did.

Only the members of its team can tell that a child is here: its officer and one more play all of
it. Every act looks first whether it was done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import children_pages, children_rules, lookups
from kintrace.cases.actions import children, children_family, children_moves
from kintrace.cases.children_rules import SAFETY
from kintrace.cases.children_states import ChildState, ChildWhy
from kintrace.cases.children_steps import CARE, WHO
from kintrace.cases.children_words import Advice, Conclusion, Says
from kintrace.cases.forms_children import SafetyForm
from kintrace.demo import young
from kintrace.demo.drawn.look import look_of
from kintrace.demo.invented import PASSWORD
from kintrace.demo.playing import get_up, named, seated
from kintrace.demo.portraits import draw
from kintrace.demo.steps import Step
from kintrace.demo.young import KIDS, Kid, Stage
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.lookups.keyholders import teams_of
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel, TextKind
from kintrace.protection.spoken import require_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kintrace.cases.models import Child, ChildClaim
    from kintrace.demo.network.houses import House
    from kintrace.demo.young import Answers
    from kintrace.network.models import Member, Team

    Act = Callable[["Play"], None]

# Who is in a team beside the child-protection officer: the first of these.
TEAMS = {"Lantern": Role.CASEWORKER, "Anchor": Role.OFFICER}
SINCE = timedelta(days=20)


@dataclass(frozen=True)
class Play:
    """One child and the two of its team."""

    kid: Kid
    child: Child
    officer: Member
    other: Member

    @property
    def now(self) -> Child:
        """As it stands; inside a session of one of the two."""
        return lookups.child_for(self.officer, self.child.pk)

    def stands(self, state: ChildState) -> bool:
        return self.now.state == state


def steps(house: House) -> tuple[Step, ...]:
    teams = (Step(f"{house.code} team {name}", partial(_choose, house, name)) for name in TEAMS)
    return (*teams, *(_step_of(house, kid) for kid in KIDS))


def _officer(house: House) -> Member:
    return named(house.of(Role.CHILD_PROTECTION)[0])


def _other(house: House, team: str) -> Member:
    return named(house.of(TEAMS[team])[-1])


def _team(name: str, by: Member) -> Team | None:
    return next((one for one in teams_of(by) if one.name == name), None)


def _choose(house: House, name: str) -> None:
    """She chooses who is in it, and two officers sign at her screen."""
    officer, other = _officer(house), _other(house, name)
    first, second = (network.Hand(one, PASSWORD) for one in house.of(Role.OFFICER)[:2])
    with seated(officer) as by:
        if _team(name, by) is None:
            network.choose_team(name, members=[other], first=first, second=second, by=by)
    get_up(officer, other)


def look_after(house: House, kid: Kid) -> Play:
    """As far as was planned for it."""
    officer = _officer(house)
    with seated(officer) as by:
        child = _known(kid, by) or _write_down(kid, by)
    this = Play(kid, child, officer, _other(house, kid.team))
    for act in ACTS[kid.stage]:
        act(this)
    return this


def _step_of(house: House, kid: Kid) -> Step:
    def do() -> None:
        look_after(house, kid)

    return Step(f"{house.code} child {kid.key}", do)


def _known(kid: Kid, by: Member) -> Child | None:
    """The child, told from a newcomer's own by its name."""
    every = [one for one in lookups.children_of(by) if children_pages.is_open(one)]
    return next((one for one in every if kid.given[0] in _named(one)), None)


def _named(child: Child) -> list[str]:
    return lookups.answers_of(child, WHO.key).get("given", [])


def _write_down(kid: Kid, by: Member) -> Child:
    """Informed in its language, or in English through an interpreter; then its name."""
    own = text_in_force(by.society_id, kid.language)
    text, team = own or text_in_force(by.society_id, "en"), _team(kid.team, by)
    if text is None or team is None:
        raise LookupError("the demo's notice is not approved, or its team is missing")
    heard = Heard(text, Channel.READ_ALOUD, interpreter=own is None)
    begun = children.Begun(kid.alone, kid.age, kid.how)
    child = children.register(team, begun=begun, heard=heard, by=by)
    children.keep_page(child, page=WHO.key, answers=kid.who, seen=0, by=by)
    return child


def _tell(this: Play) -> None:
    """Page after page; who looks after it, with the day on which that is looked at again."""
    with seated(this.officer) as by:
        for key, answers in this.kid.pages.items():
            if lookups.page_of(this.child, key) is None:
                review, more = _when(this.kid) if key == CARE.key else (None, {})
                said = {**answers, **more}
                children.keep_page(this.now, page=key, answers=said, seen=0, review=review, by=by)
        if this.kid.portrait is not None and lookups.photo_of_child(this.child) is None:
            note = "At the desk. The picture is drawn."
            children.keep_photo(this.now, photo=_face(this.kid), note=note, by=by)


def _when(kid: Kid) -> tuple[date, Answers]:
    today = timezone.localdate()
    again = today if kid.stage is Stage.SEARCHED else today + SINCE
    return again, {"since": [(today - SINCE).isoformat()], "until": [again.isoformat()]}


def _face(kid: Kid) -> bytes:
    sex = "woman" if kid.sex == "female" else "man"
    seed = kid.portrait or 0
    return draw(look_of(seed, sex=sex, band="15-17", complexion=None, bare=True))


def _ask_about_safety(this: Play) -> None:
    """The words that are read stand in the language of the notice."""
    with seated(this.officer) as by:
        words = require_words(this.child.subject, TextKind.RISK)
        if lookups.page_of(this.child, SAFETY) is None:
            answers = {code: ["no"] for code in SafetyForm.CODES}
            children.keep_safety(this.now, answers=answers, seen=0, read=str(words.pk), by=by)


def _talk(this: Play) -> None:
    """Two speak with the child, each alone."""
    for member, words in zip((this.other, this.officer), this.kid.heard, strict=False):
        with seated(member) as by:
            if not this.child.talks.filter(by=by).exists():
                children_family.talk(this.now, words=words, by=by)


def _weigh(conclusion: Conclusion, state: ChildState, words: str, this: Play) -> None:
    """What is best for it, while it stands there."""
    with seated(this.officer) as by:
        note = children_rules.newest_note(this.child)
        is_said = note is not None and note.told["conclusion"] == conclusion
        if this.stands(state) and not is_said:
            said = words or this.kid.heard[-1]
            children_family.weigh(this.now, conclusion=conclusion, words=said, by=by)


def _search(this: Play) -> None:
    with seated(this.other) as by:
        if this.stands(ChildState.REGISTERED):
            children_moves.move(this.now, to=ChildState.TRACING, by=by)


def _house(this: Play) -> None:
    """Nobody was found; the home is looked at once more, and again in three months."""
    with seated(this.officer) as by:
        if this.stands(ChildState.TRACING):
            children_moves.move(this.now, to=ChildState.CARE, why=ChildWhy.NOBODY, by=by)
            children_moves.review(this.now, by=by)


def _claim(this: Play) -> ChildClaim | None:
    return this.child.claims.first()


def _ask_both(this: Play) -> None:
    """Somebody says to be the mother: she is asked by one, and the child by another."""
    with seated(this.other) as by:
        claim = _claim(this) or children_family.begin_claim(this.now, **young.MOTHER, by=by)
        if claim.claimant_by_id is None:
            children_family.ask(claim, of_child=False, words=young.SHE_SAID, by=by)
    with seated(this.officer) as by:
        if claim.child_by_id is None:
            children_family.ask(claim, of_child=True, words=young.THE_CHILD_SAID, by=by)


def _judge(this: Play) -> None:
    yes = dict.fromkeys(children_family.QUESTIONS, Says.YES.value)
    judged = children_family.Judged(**yes, advice=Advice.VERIFIED, because="", words=young.BOTH)
    with seated(this.officer) as by:
        claim = _claim(this)
        if claim is not None and claim.judged_at is None:
            children_family.judge(claim, judged=judged, by=by)


def _propose_home(this: Play) -> None:
    """The first of two: the child was asked again, and who must not learn of it was told nothing.

    The officer finds it in her work list.
    """
    with seated(this.other) as by:
        child = this.now
        if child.state == ChildState.VERIFIED and child.proposed_by_id is None:
            kept = range(len(children_rules.withheld(child)))
            seen = children_rules.withhold_version(child)
            children_moves.propose_home(child, asked=True, kept=kept, seen=seen, by=by)


_WEIGHED = (
    _tell,
    _ask_about_safety,
    _talk,
    partial(_weigh, Conclusion.TRACE, ChildState.REGISTERED, ""),
)
_SEARCHED = (*_WEIGHED, _search)
ACTS: dict[Stage, tuple[Act, ...]] = {
    Stage.TAKEN_IN: (_tell,),
    Stage.WEIGHED: _WEIGHED,
    Stage.SEARCHED: _SEARCHED,
    Stage.CARE: (
        *_SEARCHED,
        partial(_weigh, Conclusion.CARE, ChildState.TRACING, young.ANOTHER_HOME),
        _house,
    ),
    Stage.HOME: (
        *_SEARCHED,
        _ask_both,
        _judge,
        partial(_weigh, Conclusion.REUNITE, ChildState.VERIFIED, young.GOOD_THERE),
        _propose_home,
    ),
}
