"""A child and its team, by the actions that the pages call: everything told of it is planted.

The team is of the society whose members never sign in while the thief is about.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import children_rules
from kintrace.cases.actions import (
    children,
    children_after,
    children_family,
    children_moves,
    children_transfers,
)
from kintrace.cases.children_kin import OFFERED
from kintrace.cases.children_states import ChildState
from kintrace.cases.children_steps import STEPS
from kintrace.cases.forms_children import SafetyForm
from kintrace.network.lookups.keyholders import teams_of
from kintrace.operations.steal import childrens_letters
from kintrace.operations.steal.bulk import acting
from kintrace.operations.steal.needles import Kind
from kintrace.operations.steal.snapshot import snapshot
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.purposes import Channel, How, TextKind
from kintrace.protection.spoken import require_words

if TYPE_CHECKING:
    from kintrace.cases.models import Child, Transfer
    from kintrace.network.models import Member, Society
    from kintrace.operations.steal.needles import Planted

    Held = tuple[Member, str]  # a member and the opening password


def look_after(planted: Planted, *, officer: Held, protects: Held, asked: Society) -> None:
    """From the notice to the family: two members of the team, each with the box open in turn.
    `asked`: another society, which is to search, too, and to bring a message."""
    with acting(*protects) as carla:
        child = _written_down(planted, carla)
        _pages(planted, child, carla)
        children_family.talk(child, words=planted.sentence(Kind.BOX, 4), by=carla)
        _weigh(planted, child, "trace", carla)
    with acting(*officer) as other:
        children_family.talk(child, words=planted.sentence(Kind.BOX, 4), by=other)
        children_moves.move(child, to=ChildState.TRACING, by=other)
        transfer = _prepared(planted, child, asked, other)
        message = childrens_letters.write(planted, child, by=other)
        said = {"name": planted.word(Kind.BOX), "reached": planted.number(Kind.BOX)}
        claim = children_family.begin_claim(child, relation="mother", **said, by=other)
        words = planted.sentence(Kind.BOX, 3)
        children_family.ask(claim, of_child=False, words=words, by=other)
    with acting(*protects) as carla:
        children_transfers.send(transfer, by=carla)
        childrens_letters.send(message, partner=asked, by=carla)
        words = planted.sentence(Kind.BOX, 3)
        children_family.ask(claim, of_child=True, words=words, by=carla)
        yes = dict.fromkeys(children_family.QUESTIONS, "yes")
        judged = children_family.Judged(
            **yes, advice="verified", because="", words=planted.sentence(Kind.BOX, 3)
        )
        children_family.judge(claim, judged=judged, by=carla)
        _weigh(planted, child, "reunite", carla)
        children_moves.propose_home(child, asked=True, kept=[0], seen=1, by=carla)
    with acting(*officer) as other:
        child = children_moves.agree_home(child, asked=True, kept=[0], seen=1, by=other)
        _asked_at_home(planted, child, other)


def _written_down(planted: Planted, by: Member) -> Child:
    [team] = teams_of(by)
    heard = Heard(texts_in_force(by.society_id)[0], Channel.READ_ALOUD)
    begun = children.Begun("alone", 9, How.SPOKEN)
    child = children.register(team, begun=begun, heard=heard, by=by)
    note = planted.sentence(Kind.BOX, 3)
    children.keep_photo(child, photo=snapshot(planted), note=note, by=by)
    return child


def _pages(planted: Planted, child: Child, by: Member) -> None:
    """Every page has a planted word; of one person the child must not be told to."""
    for step in STEPS:
        answers = {"note": [planted.sentence(Kind.BOX, 3)]}
        if step.key == children_rules.SAFETY:
            answers |= {code: ["no"] for code in SafetyForm.CODES}
        if step.key == "assent":
            answers["assent"] = ["yes"]
        if step.key == "family":
            answers |= {f"{name}_1": [planted.word(Kind.BOX)] for name in ("name", "address")}
            answers["relation_1"] = ["mother"]
        if step.key == "withhold":
            answers |= {"who_1": [planted.word(Kind.BOX)], "extent_1": ["all"]}
        _keep(child, step.key, answers, by)


def _keep(child: Child, page: str, answers: dict[str, list[str]], by: Member) -> None:
    if page == children_rules.SAFETY:
        read = str(require_words(child.subject, TextKind.RISK).pk)
        children.keep_safety(child, answers=answers, seen=0, read=read, by=by)
    else:
        children.keep_page(child, page=page, answers=answers, seen=0, by=by)


def _prepared(planted: Planted, child: Child, asked: Society, by: Member) -> Transfer:
    asking = children_transfers.Asking(
        row=1,
        society=asked,
        wish="search",
        question=planted.sentence(Kind.BOX, 4),
        region=planted.sentence(Kind.PERSONAL, 3),
        answer_by=timezone.localdate() + timedelta(days=14),
        parts=[part.value for part in OFFERED],
        agreed="yes",
        kept=[0],
        seen=1,
    )
    return children_transfers.prepare(child, asking=asking, by=by)


def _weigh(planted: Planted, child: Child, conclusion: str, by: Member) -> None:
    words = planted.sentence(Kind.BOX, 4)
    children_family.weigh(child, conclusion=conclusion, words=words, by=by)


def _asked_at_home(planted: Planted, child: Child, by: Member) -> None:
    """How the child may be asked, and what came of the first day."""
    words = {
        "sentence": [planted.sentence(Kind.BOX, 4)],
        "words_1": [planted.sentence(Kind.BOX, 4)],
    }
    today = timezone.localdate()
    asked = {"agreed": ["spoken"], "way": ["call"], "day_1": [str(today)], "came_1": ["done"]}
    children_after.keep_after(child, answers=asked | words, seen=0, by=by)
