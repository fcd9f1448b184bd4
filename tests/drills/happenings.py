"""What people do on which day of the twenty-five months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups as cases
from kintrace.cases.actions import children_moves, fates, opening
from kintrace.cases.children_states import ChildState
from kintrace.cases.circumstances import Closing
from kintrace.cases.fates import Word
from kintrace.cases.lookups import sought_in
from kintrace.cases.tests import together
from kintrace.cases.tests.meeting import Found, sentences_approved
from kintrace.cases.tests.ways import latest
from kintrace.letters import actions as letters
from kintrace.protection import actions as protection
from kintrace.protection.actions import rights
from kintrace.protection.lookups import entries, holds_in_force, text_in_force
from kintrace.protection.lookups.rights import request_for
from kintrace.protection.purposes import Channel
from kintrace.protection.rights import Came, Kind
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.watch import actions as watch
from kintrace.watch import lookups as watched
from tests.drills import between
from tests.drills.months import WORDS, begin, message, screen, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Sought
    from tests.drills.months import Stage

IN_TOUCH_ON, CLOSED_ON, HELD_ON, LEAVES_ON = 7, 10, 20, 40
CASE_ENDS = CLOSED_ON + 731
LIFTED_ON = CASE_ENDS + 10  # the case waits until then
CHILD_ENDED_ON = CLOSED_ON + 3
CHILD_ENDS = CHILD_ENDED_ON + 731
BACKED_UP_ON = CASE_ENDS - 5


def ask_for_a_copy(stage: Stage) -> None:
    _ask(stage, "copy", case="plain", kind=Kind.ACCESS)


def hand_the_copy_over(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.dora) as dora:
        asked = request_for(dora, stage.rows["copy"])
        rights.answer(asked, outcome="The copy was handed over.", by=dora)


def ask_to_be_deleted(stage: Stage) -> None:
    _ask(stage, "deletion", case="leaves", kind=Kind.ERASURE)


def delete(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.dora) as dora:
        rights.answer_erasure(request_for(dora, stage.rows["deletion"]), by=dora)


def _ask(stage: Stage, name: str, *, case: str, kind: Kind) -> None:
    said: dict[str, Any] = {"came": Came.DESK, "received": timezone.localdate()}
    with stage.scene.acting(stage.scene.alma) as alma:
        subject = stage.cases[case].subject
        request = rights.write_request(subject, kind=kind, identity="Her code.", **said, by=alma)
    stage.rows[name] = request.pk


def wish_not_to_be_found(stage: Stage) -> None:
    """Somebody of whom nothing else is kept."""
    person = protection.new_subject()
    with stage.scene.acting(stage.carla) as carla:
        text = text_in_force(stage.society, "en")
        assert text is not None
        protection.give_notice(person, text=text, channel=Channel.READ_ALOUD, by=carla)
        told = {"names": "Nobody Known", "by_whom": "an uncle"}
        protection.register_do_not_find(person, told=told, by=carla)


def compare(stage: Stage) -> None:
    """Every search is held beside the register; one of them is for the person in it."""
    with stage.scene.acting(stage.carla) as carla:
        for case in cases.cases_to_compare(carla):
            [sought] = sought_in(case)
            if case == stage.cases["plain"]:
                protection.keep_apart(entries()[0], sought=sought.subject, by=carla)
            else:
                protection.compared(sought.subject, by=carla)


def hear_of_a_death(stage: Stage) -> None:
    """It is written down, and found not to be so before the case is closed."""
    with stage.scene.acting(stage.scene.alma) as alma:
        word = Word("witness", timezone.localdate(), WORDS["ended"])
        fate = fates.allege(_sought_in_ended(stage), word=word, by=alma)
    stage.files["fate"] = fate.file


def find_that_it_is_not_so(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.omar) as omar:
        word = Word("family", timezone.localdate(), "He called.")
        fates.establish(_sought_in_ended(stage), standing="not_so", word=word, by=omar)


def _sought_in_ended(stage: Stage) -> Sought:
    [one] = sought_in(stage.cases["ended"])
    return cases.sought_for(stage.scene.alma, one.pk)


def close(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.alma) as alma:
        wall.take_down(latest(stage.cases["ended"]), why="matched", by=alma)
        for name in ("ended", "held"):
            case = cases.case_for(alma, stage.cases[name].pk)
            opening.close_case(case, closing=Closing.SELF_SOLVED, by=alma)


def end_for_the_child(stage: Stage) -> None:
    """It is grown up, and its team has nothing left to do."""
    with stage.scene.acting(stage.carla) as carla:
        child = cases.child_for(carla, stage.rows["child"])
        children_moves.move(child, to=ChildState.CLOSED, why="of_age", by=carla)


def cover(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.alma) as alma:
        wall.cover(sheet_of(stage), place=1, covered=True, by=alma)


def take_off(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.alma) as alma:
        wall.take_off(sheet_of(stage), by=alma)


def open_the_invented_case(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.alma) as alma:
        record(Deed.READ_CASE, about=stage.cases["trap"].pk, by=alma)


def answer_the_alarm(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.dora) as dora:
        [rang] = watched.alarms(dora)
        stage.rows["alarm"] = rang.pk
        watch.answer(rang, note="She was new.", by=dora)


def take_the_mark_back(stage: Stage) -> None:
    """From now on the case is like any other: else each review of it would ring."""
    with stage.scene.acting(stage.scene.dora) as dora:
        [canary] = watched.canaries(stage.society)
        watch.take_back(canary, by=dora)


def hold(stage: Stage) -> None:
    with stage.scene.acting(stage.carla) as carla:
        protection.put_on_hold(stage.cases["held"].subject, reason="A worry.", by=carla)


def lift(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.dora) as dora:
        [standing] = holds_in_force(stage.cases["held"].subject)
        protection.lift_hold(standing, because="It is safe.", by=dora)


def letter_that_nobody_takes(stage: Stage) -> None:
    said: dict[str, Any] = {"language": "en", "facts": {}, "society": stage.society}
    with reading_as(stage.society):
        letters.send("message-waits", to="gone@example.invalid", **said)
        DBTaskResult.objects.all().delete()


def second_draft_and_spam(stage: Stage) -> None:
    """For which the society's own, shorter times count."""
    _begin(stage, "second draft")
    stage.messages["second spam"] = message(stage.scene)
    screen(stage, "second spam", "spam")


def late_draft(stage: Stage) -> None:
    _begin(stage, "late draft")


def _begin(stage: Stage, name: str) -> None:
    with stage.scene.acting(stage.scene.alma) as alma:
        stage.files[name] = begin(WORDS[name], by=alma).file


def late_message(stage: Stage) -> None:
    stage.messages["late"] = message(stage.scene)
    screen(stage, "late", "plausible", "not_related")


def put_in_touch(stage: Stage) -> None:
    """Who is sought in one case is found, contact is passed on, and somebody plans to ask."""
    scene, case = stage.scene, stage.cases["asked"]
    with scene.acting(scene.alma) as alma:
        sentences_approved(scene)
        [one] = sought_in(case)
        search = Found(scene, case, cases.sought_for(alma, one.pk))
    plan = together.asked_later(search)
    stage.rows["plan"], stage.files["plan"] = plan.pk, plan.file


EVENTS: dict[int, Callable[[Stage], None]] = {
    1: ask_for_a_copy,
    2: wish_not_to_be_found,
    3: compare,
    5: hand_the_copy_over,
    6: hear_of_a_death,
    IN_TOUCH_ON: put_in_touch,
    8: find_that_it_is_not_so,
    between.ASKED_ON: between.ask_a_society,
    CLOSED_ON: close,
    CLOSED_ON + 1: cover,
    CHILD_ENDED_ON: end_for_the_child,
    12: open_the_invented_case,
    between.DELIVERED_ON: between.deliver_a_letter,
    15: answer_the_alarm,
    16: take_the_mark_back,
    HELD_ON: hold,
    HELD_ON + 1: letter_that_nobody_takes,
    between.ANSWERED_ON: between.give_the_result,
    between.ANSWERED_ON + 1: between.say_that_all_is_well,
    LEAVES_ON - 2: ask_to_be_deleted,
    LEAVES_ON: delete,
    LEAVES_ON + 1: second_draft_and_spam,
    61: take_off,
    655: late_message,
    BACKED_UP_ON - 1: late_draft,
    LIFTED_ON: lift,
}
