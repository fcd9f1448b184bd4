"""A needs assessment: asked of many at once, looked through by a member, and then done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.cases.worklist import shown_to
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, let_in
from kintrace.servicepoints import actions, lookups, needs, needs_rules, safe_access
from kintrace.servicepoints.forms_needs import SettleForm
from kintrace.servicepoints.models import NeedsAssessment, PointTask
from kintrace.servicepoints.needs import GROUPS, How

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.servicepoints.tests.conftest import Shore

CALM: dict[str, Any] = {
    "number": "few",
    "seen": [],
    "from": "",
    "company": "family",
    "phones": "most",
    "data": "most",
    "losses": [],
    "fears": [],
    "separated": "nobody",
    "detained": False,
    "dead": False,
    "trafficking": False,
    "languages": [],
    "reading": "most",
    "where": "The hall",
    "police": "far",
    "there": ["power", "network"],
    "apart": True,
}
# What speaks for every rule.
EVERYTHING: dict[str, Any] = {
    "number": "crowd",
    "seen": ["men", "women", "families", "old", "disabled", "ill"],
    "company": "led",
    "phones": "nobody",
    "data": "nobody",
    "reading": "nobody",
    "losses": ["taken", "empty"],
    "fears": ["reported", "home", "photos", "cost"],
    "separated": "most",
    "detained": True,
    "dead": True,
    "trafficking": True,
    "languages": ["ti"],
    "there": [],
}


def codes(**answers: Any) -> set[str]:
    return {rule.code for rule in needs_rules.proposed(CALM | answers)}


def begun(shore: Shore) -> NeedsAssessment:
    return actions.begin_needs(shore.point, by=shore.omar)


def settled(shore: Shore) -> NeedsAssessment:
    found = begun(shore)
    for group in GROUPS:
        actions.answer_needs(found, group=group, answers=CALM, by=shore.omar)
    found.refresh_from_db()
    form = SettleForm(kept_as_proposed(found), answers=found.answers)
    assert form.is_valid(), form.errors
    review_by = form.cleaned_data["review_by"]
    kept = {"lines": form.lines(), "safe": form.safe(), "review_by": review_by}
    actions.settle_needs(found, **kept, by=shore.omar)
    found.refresh_from_db()
    return found


def kept_as_proposed(found: NeedsAssessment, **changed: Any) -> dict[str, Any]:
    form = SettleForm(answers=found.answers)
    sent: dict[str, Any] = {name: form[name].value() for name in form.fields}
    sent["review_by"] = sent["review_by"].isoformat()
    return {name: value for name, value in sent.items() if value} | changed


@pytest.mark.parametrize(
    ("answers", "proposed"),
    [
        ({"phones": "nobody"}, {"calls", "phones"}),
        ({"data": "some"}, {"wifi", "router"}),
        ({"losses": ["taken"]}, {"safe"}),
        ({"there": ["network"]}, {"no_power"}),
        ({"there": ["power"]}, {"offline"}),
        ({"reading": "unknown"}, {"pictures"}),
        ({"separated": "most"}, {"tracing", "wall"}),
        ({"detained": True}, {"detained"}),
        ({"dead": True}, {"dead"}),
        ({"trafficking": True}, {"trafficking"}),
        ({"company": "led"}, {"trafficking"}),
        ({"seen": ["women"]}, {"women"}),
        ({"seen": ["old", "disabled"]}, {"old", "disabled"}),
        ({"fears": ["photos"]}, {"no_photos"}),
        ({"languages": ["ar"]}, {"leaflets"}),
        ({"number": "crowd"}, {"queue"}),
    ],
)
def test_an_answer_proposes_what_it_speaks_for_and_nothing_else(
    answers: dict[str, Any], proposed: set[str]
) -> None:
    assert codes(**answers) - codes() == proposed


def test_what_always_holds_is_proposed_whatever_was_answered() -> None:
    assert codes() == {"told", "talks", "charging", "children"}


def test_every_rule_can_be_proposed() -> None:
    assert codes(**EVERYTHING) == set(needs_rules.BY_CODE)


@pytest.mark.parametrize(
    ("police", "says"), [("inside", "nobody is received"), ("near", "moves"), ("far", "200 metres")]
)
def test_safe_access_says_what_the_police_that_were_seen_ask_for(police: str, says: str) -> None:
    words = safe_access.proposed(CALM | {"police": police})
    assert says in words["police"]
    assert words.keys() == {clause.code for clause in safe_access.CLAUSES}


def test_no_question_asks_for_a_person() -> None:
    """Words are asked for twice, about regions and about a place; the rest is chosen."""
    words = [one.code for group in GROUPS for one in group.questions if one.how is How.WORDS]
    assert words == ["from", "where"]


def test_nothing_is_settled_before_every_page_was_asked(shore: Shore) -> None:
    found = begun(shore)
    actions.answer_needs(found, group=GROUPS[0], answers=CALM, by=shore.omar)
    day = timezone.localdate()
    with pytest.raises(actions.NotAnswered):
        actions.settle_needs(found, lines=[], safe={}, review_by=day, by=shore.omar)


def test_what_is_settled_is_not_changed_and_the_next_begins_with_its_answers(shore: Shore) -> None:
    found = settled(shore)
    with pytest.raises(actions.IsSettled):
        actions.answer_needs(found, group=GROUPS[0], answers=CALM, by=shore.omar)
    after = begun(shore)
    assert after.pk != found.pk
    assert after.answers == CALM
    assert begun(shore).pk == after.pk


def test_a_member_takes_lines_away_and_adds_their_own(shore: Shore) -> None:
    found = begun(shore)
    for group in GROUPS:
        actions.answer_needs(found, group=group, answers=CALM, by=shore.omar)
    found.refresh_from_db()
    sent = kept_as_proposed(found, services=["told"], services_more="Tea.\n\n  Socks. ")
    form = SettleForm(sent, answers=found.answers)
    assert form.is_valid()
    says = [line["says"] for line in form.lines() if line["part"] == "services"]
    assert says == ["Say before every service what we do and what we write down.", "Tea.", "Socks."]


@pytest.mark.parametrize("days", [0, 184])
def test_a_review_lies_within_six_months(shore: Shore, days: int) -> None:
    day = (timezone.localdate() + timedelta(days)).isoformat()
    form = SettleForm({"review_by": day}, answers=CALM)
    assert "within the next six months" in form.errors["review_by"][0]


def test_a_task_stands_in_the_work_list_of_its_person_until_it_is_done(shore: Shore) -> None:
    def work() -> list[str]:
        return [one.what for _group, lines, _n in shown_to(shore.chidi)["groups"] for one in lines]

    day = timezone.localdate()
    task = actions.give_task(
        shore.point, what="Find a room.", person=shore.chidi, due=day, by=shore.omar
    )
    assert any("Find a room." in what for what in work())
    assert lookups.tasks_of(shore.omar) == []
    actions.finish_task(task, by=shore.chidi)
    actions.finish_task(task, by=shore.omar)
    assert not any("Find a room." in what for what in work())
    task.refresh_from_db()
    assert task.done_by == shore.chidi


def test_the_review_stands_in_the_work_list_of_who_plans_points(shore: Shore) -> None:
    found = settled(shore)

    def due(member: Any) -> list[Any]:
        groups = shown_to(member)["groups"]
        lines = [one for _group, lines, _n in groups for one in lines]
        return [one.due for one in lines if "assess the needs" in one.what]

    assert due(shore.omar) == due(enlist(shore.society, Role.SOCIETY_ADMIN)) == [found.review_by]
    assert due(shore.chidi) == []
    actions.end_point(shore.point, by=shore.omar)
    assert due(shore.omar) == []


def test_the_pages_lead_from_the_first_question_to_what_is_settled(
    shore: Shore, client: Client
) -> None:
    let_in(client, shore.omar)
    page = client.post(f"/desk/points/{shore.point.pk}/needs/begin/").headers["Location"]
    answers = {
        name: ("yes" if said else "no") if isinstance(said, bool) else said
        for name, said in CALM.items()
    }
    assert client.post(page, {"number": "few"}).status_code == 422
    for group in GROUPS:
        assert f"/{group.code}/" in page
        assert client.get(page).status_code == 200
        page = client.post(page, answers).headers["Location"]
    assert page.endswith("/settle/")
    found = NeedsAssessment.objects.get()
    assert found.answers == CALM
    one = client.post(page, kept_as_proposed(found)).headers["Location"]
    assert "Charging with numbered tickets." in client.get(one).content.decode()
    let_in(client, shore.chidi)
    assert client.get(page).status_code == 403


def test_a_line_becomes_a_task_and_is_named_by_its_place_alone(
    shore: Shore, client: Client
) -> None:
    found = settled(shore)
    let_in(client, shore.omar)
    one = f"/desk/points/needs/{found.pk}/"
    places = {line["says"]: at for at, line in enumerate(found.lines)}
    given = client.get(f"{one}?line={places['Charging with numbered tickets.']}")
    assert given.context["form"]["what"].value() == "Charging with numbered tickets."
    assert client.get(f"{one}?line=99999").context["form"]["what"].value() == ""
    sent = {"what": "Buy cables.", "person": str(shore.chidi.pk), "due": timezone.localdate()}
    assert client.post(one, sent).status_code == 302
    task = PointTask.objects.get()
    assert (task.person, task.assessment) == (shore.chidi, found)
    let_in(client, shore.chidi)
    safe = client.get(f"/desk/points/{shore.point.pk}/safe/").content.decode()
    assert "200 metres" in safe
    assert "Buy cables." in safe
    assert client.post(f"/desk/points/tasks/{task.pk}/").status_code == 302


def test_an_unasked_group_and_an_unknown_one(shore: Shore, client: Client) -> None:
    let_in(client, shore.omar)
    found = begun(shore)
    page = f"/desk/points/needs/{found.pk}/"
    assert client.get(f"{page}settle/").headers["Location"] == f"{page}people/"
    assert client.get(f"{page}nothing/").status_code == 404
    assert needs.group_after("place") is None
