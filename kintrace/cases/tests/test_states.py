"""The way of a case: every arrow has a right, its reasons, a row and an audit entry."""

from itertools import product

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kintrace.audit.lookups import all_about
from kintrace.cases import casefile, journey, lookups, worklist_requests
from kintrace.cases.actions import accepting, moves, opening
from kintrace.cases.actions.accepting import (
    AlreadyLookedAt,
    Explained,
    NotWithinCriteria,
    NotYourOwn,
)
from kintrace.cases.actions.moves import NoReason, NoSuchWay
from kintrace.cases.actions.opening import NotAcceptedYet, NotLostYet, SearchRests
from kintrace.cases.circumstances import Closing, Way
from kintrace.cases.criteria import EXPLAINED, USUAL, NotOurs, Settled
from kintrace.cases.models import Case
from kintrace.cases.states import ARROWS, AT_WORK, ENDED, Clue, Ours, State, Why
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import Clock, consented, day, end_old, go, reviewed
from kintrace.demo import playing
from kintrace.network.tests.cast import SignIn
from kintrace.protection.actions import put_on_hold, withdraw
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight

OTHER_WAYS = sorted(set(product(State, State)) - set(ARROWS))


def opened(scene: Scene) -> Case:
    return playing.open_a_case(SELAM, by=scene.alma)


def handed_in(scene: Scene) -> Case:
    """By the volunteer, who accepts nothing."""
    with scene.acting(scene.chidi):
        return playing.open_a_case(SELAM, by=scene.chidi)


def set_to(case: Case, state: State) -> Case:
    Case.objects.filter(pk=case.pk).update(
        state=state, closed=timezone.now() if state in ENDED else None
    )
    return Case.objects.get(pk=case.pk)


def test_a_request_waits_until_it_is_accepted_and_taken_up(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.alma):
        with pytest.raises(NotAcceptedYet):
            consented(case, by=scene.alma)
        [line] = worklist_requests.requests_waiting(scene.alma)
        assert line.what == "1 request waits to be accepted or not."
        accepted = accepting.accept(case, by=scene.alma)
        assert accepted.state == State.ACCEPTED
        [line] = worklist_requests.cases_to_take_up(scene.alma)
        mine = accepting.take_up(accepted, by=scene.alma)
        assert (mine.state, mine.handler) == (State.OPEN, scene.alma)
        consented(mine, by=scene.alma)
    with scene.acting(scene.chidi):
        assert not list(worklist_requests.requests_waiting(scene.chidi))


def test_a_volunteer_accepts_and_refuses_nothing(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.chidi):
        with pytest.raises(NoRight):
            accepting.accept(case, by=scene.chidi)
        with pytest.raises(NoRight):
            accepting.refuse(case, criterion=NotOurs.POLICE, by=scene.chidi)


def test_each_step_stands_in_the_timeline_and_in_the_audit(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = opened(scene)
        case = moves.move(case, to=State.TRACING, by=scene.alma)
        case = moves.move(
            case, to=State.LEAD, by=scene.alma, why=Clue.MESSAGE, note="Someone saw him."
        )
        case = moves.move(case, to=State.TRACING, by=scene.alma, why=Why.NOTHING_THERE)
        rows = lookups.moves_of(case)
        assert [row.after for row in rows] == [
            "submitted", "accepted", "open", "tracing", "lead", "tracing",
        ]  # fmt: skip
        told = casefile.shown(case, by=scene.alma)["timeline"]
    said = [one.what for one in told]
    assert "Being searched for. Reason: The lead led nowhere" in said
    assert f"Following a lead. Reason: {Clue.MESSAGE.label}" in said
    assert f"Accepted. Reason: {Ours.FITS.label}" in said
    assert "Someone saw him." in [one.note for one in told]
    with scene.acting(scene.dora):
        deeds = [entry.deed for entry in all_about(scene.society.pk, [case.pk])]
    steps = {"submitted_case", "accepted_case", "opened_case", "searches_on", "follows_lead"}
    assert steps <= set(deeds)


@pytest.mark.parametrize(("before", "after"), OTHER_WAYS)
def test_there_is_no_other_way(before: State, after: State) -> None:
    with pytest.raises(NoSuchWay):
        moves.way(Case(state=before), to=after)


def test_a_step_with_reasons_asks_for_one_of_its_own(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = opened(scene)
        for why in ("", Why.NOT_THEM):
            with pytest.raises(NoReason):
                moves.move(case, to=State.SUSPENDED, by=scene.alma, why=why)
        case = moves.move(case, to=State.SUSPENDED, by=scene.alma, why=Why.WANTS_A_REST)
        with pytest.raises(SearchRests):
            consented(case, by=scene.alma)


def test_steps_with_a_page_of_their_own_are_taken_there_alone(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = moves.move(opened(scene), to=State.TRACING, by=scene.alma)
        for own in (State.CLOSED, State.ANSWERED):
            with pytest.raises(NoSuchWay):
                moves.move(case, to=own, by=scene.alma)


def test_nobody_is_searched_for_without_a_ground_or_on_hold(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case, other = opened(scene), opened(scene)
        withdraw(case.subject, purpose=Purpose.TRACE, by=scene.alma)
        put_on_hold(other.subject, reason="A word.", by=scene.alma)
        for one in (case, other):
            with pytest.raises(NotAllowed):
                moves.move(one, to=State.TRACING, by=scene.alma)


def test_a_request_outside_the_criteria_is_accepted_only_with_a_reason(scene: Scene) -> None:
    with scene.acting(scene.omar):
        narrow = Settled(USUAL.relations - {"brother"}, USUAL.reasons)
        accepting.settle(narrow, by=scene.omar)
    case = handed_in(scene)
    with scene.acting(scene.alma):
        with pytest.raises(NotWithinCriteria):
            accepting.accept(case, by=scene.alma)
        accepting.accept(case, by=scene.alma, despite="He brought her up.")
        assert [lookups.said_of(row) for row in lookups.moves_of(case)] == [
            "",
            "He brought her up.",
        ]
        with pytest.raises(NoRight):
            accepting.settle(USUAL, by=scene.alma)


def test_the_age_of_both_counts_where_the_society_says_so(scene: Scene) -> None:
    with scene.acting(scene.omar):
        accepting.settle(Settled(USUAL.relations, USUAL.reasons, both_of_age=True), by=scene.omar)
    case = handed_in(scene)
    with scene.acting(scene.alma):
        met = {fact.criterion: fact.met for fact in lookups.facts_of(case)}
    # Nobody told when the brother was born: that is no ground to refuse.
    assert met == {NotOurs.KINSHIP: True, NotOurs.CAUSE: True, NotOurs.AGE: None}


def test_a_refusal_is_told_and_looked_at_by_somebody_else(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar):
        refusal = accepting.refuse(case, criterion=NotOurs.GENEALOGY, note="So.", by=scene.omar)
        [mine] = worklist_requests.refusals_to_explain(scene.omar)
        assert mine.reference == case.reference
        told = Explained(timezone.localdate(), Way.DESK, "ti")
        accepting.explain(refusal, explained=told, by=scene.omar)
        assert not list(worklist_requests.refusals_to_explain(scene.omar))
        assert not list(worklist_requests.refusals_to_review(scene.omar))
        with pytest.raises(NotYourOwn):
            accepting.review(refusal, agreed=True, by=scene.omar)
    with scene.acting(scene.lena):
        assert len(list(worklist_requests.refusals_to_review(scene.lena))) == 1
        accepting.review(refusal, agreed=True, by=scene.lena)
        assert not list(worklist_requests.refusals_to_review(scene.lena))
        case = lookups.case_for(scene.lena, case.pk)
        assert (case.state, case.closing) == (State.REFUSED, Closing.CRITERIA)


def test_a_second_member_who_does_not_agree_puts_the_request_back(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar):
        refusal = accepting.refuse(case, criterion=NotOurs.FRIENDS, by=scene.omar)
    with scene.acting(scene.lena):
        accepting.review(refusal, agreed=False, by=scene.lena)
        case = lookups.case_for(scene.lena, case.pk)
        assert (case.state, case.closed, case.closing) == (State.SUBMITTED, None, "")
        told = Explained(timezone.localdate(), Way.DESK, "ti")
        with pytest.raises(AlreadyLookedAt):
            accepting.explain(refusal, explained=told, by=scene.lena)
        accepting.accept(case, by=scene.lena)


def test_why_a_request_is_not_accepted_is_said_in_the_persons_language(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar):
        accepting.refuse(case, criterion=NotOurs.GENEALOGY, by=scene.omar)
    page = sign_in(client, scene.omar).get(reverse("cases:refusal", args=[case.pk]))
    assert str(EXPLAINED[NotOurs.GENEALOGY]) in page.content.decode()
    assert set(EXPLAINED) == set(NotOurs)


def test_a_request_that_was_not_accepted_is_gone_after_six_months(
    scene: Scene, clock: Clock
) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar):
        accepting.refuse(case, criterion=NotOurs.POLICE, by=scene.omar)
        assert lookups.last_day_of(lookups.case_for(scene.omar, case.pk)) == day(183)

    go(clock, 183)
    assert end_old(scene) == 0
    go(clock, 184)
    assert end_old(scene) == 1
    assert not Case.objects.filter(pk=case.pk).exists()


def test_a_closed_case_opens_again_for_a_new_fact_alone(scene: Scene, closed: Case) -> None:
    with scene.acting(scene.alma), pytest.raises(NoRight):
        accepting.reopen(closed, fact="A letter came.", by=scene.alma)
    with scene.acting(scene.omar):
        with pytest.raises(NoReason):
            accepting.reopen(closed, fact=" ", by=scene.omar)
        case = accepting.reopen(closed, fact="A letter came.", by=scene.omar)
        assert (case.state, case.closed, case.closing) == (State.OPEN, None, "")
        assert lookups.said_of(lookups.moves_of(case)[-1]) == "A letter came."


def test_nobody_is_given_up_because_they_could_not_be_reached_for_weeks(
    scene: Scene, clock: Clock
) -> None:
    with scene.acting(scene.alma):
        case = opened(scene)
        for number in (1, 2, 3):
            go(clock, number)
            reviewed(case, by=scene.alma, way="not_reached")
        with pytest.raises(NotLostYet, match="first year"):
            opening.close_case(case, closing=Closing.LOST, by=scene.alma)
        go(clock, 365)
        assert opening.close_case(case, closing=Closing.LOST, by=scene.alma).closed


def test_nobody_is_given_up_without_tries_on_three_days_since_anybody_spoke_with_them(
    scene: Scene, clock: Clock
) -> None:
    said = [(1, "not_reached"), (2, "not_reached"), (3, "phone"), (365, "not_reached")]
    said += [(365, "not_reached"), (366, "letter"), (367, "not_reached")]
    with scene.acting(scene.alma):
        case = opened(scene)
        for number, way in said:
            go(clock, number)
            reviewed(case, by=scene.alma, way=way)
        with pytest.raises(NotLostYet, match="three different days"):
            opening.close_case(case, closing=Closing.LOST, by=scene.alma)
        go(clock, 368)
        reviewed(case, by=scene.alma, way="not_reached")
        case = opening.close_case(case, closing=Closing.LOST, by=scene.alma)
        case = accepting.reopen(case, fact="A letter came.", by=scene.omar)
        with pytest.raises(NotLostYet):
            opening.close_case(case, closing=Closing.LOST, by=scene.alma)


@pytest.mark.parametrize("state", list(State))
def test_the_picture_has_one_lamp_or_none_at_the_end(scene: Scene, state: State) -> None:
    with scene.acting(scene.alma):
        case = set_to(opened(scene), state)
        knots = [knot[1] for knot in journey.knots(case)]
    ends = {State.CLOSED: [], State.REFUSED: ["shut"]}
    assert [one for one in knots if one in ("now", "shut")] == ends.get(state, ["now"])
    order = [("done", "now", "shut", "next").index(str(one)) for one in knots]
    assert order == sorted(order)


def test_a_case_is_given_to_who_works_on_cases_alone(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = opened(scene)
        assert accepting.give(case, to=scene.omar, by=scene.alma).handler == scene.omar
        with pytest.raises(accepting.CannotWorkOnIt):
            accepting.give(case, to=scene.chidi, by=scene.alma)


def test_every_state_is_at_work_ended_or_waits(scene: Scene) -> None:
    waits = {State.SUBMITTED, State.ACCEPTED, State.SUSPENDED}
    assert set(State) == AT_WORK | ENDED | waits
