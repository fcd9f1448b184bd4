"""The pages of what rang: who sees names, who answers, and what the reader is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kintrace.audit.deeds import Deed
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, let_in
from kintrace.vault.reader import reading_as
from kintrace.watch import jobs, lookups
from kintrace.watch.models import Alarm

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.watch.tests.conftest import Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def rang(stage: Stage) -> Stage:
    with reading_as(stage.society.pk):
        stage.alma.name = "Alma Bauer"
        stage.alma.save(update_fields=["name"])
    for _ in range(51):
        stage.does(Deed.READ_CASE)
    jobs.patrol.call()
    stage.clock.tick(timedelta(minutes=1))
    return stage


def test_who_keeps_watch_reads_the_name_and_the_auditor_the_role(
    client: Client, rang: Stage
) -> None:
    [alarm] = rang.alarms()
    auditor = enlist(rang.society, Role.AUDITOR)
    for member, named in ((rang.dana, True), (auditor, False)):
        let_in(client, member)
        for page in ("/desk/alarms/", f"/desk/alarms/{alarm.pk}/"):
            text = client.get(page).content.decode()
            assert "Many records were opened within an hour" in text
            assert ("Alma Bauer" in text) is named
            assert "Caseworker" in text


def test_an_answer_needs_words_and_is_given_once(client: Client, rang: Stage) -> None:
    [alarm] = rang.alarms()
    let_in(client, rang.dana)
    page, note = f"/desk/alarms/{alarm.pk}/", {"note": "I called her: the yearly review."}
    assert client.post(page, {"note": ""}).status_code == 422
    assert client.post(page, note).status_code == 302
    assert client.post(page, note).status_code == 409
    assert "the yearly review" in client.get("/desk/alarms/").content.decode()


def test_nobody_answers_an_alarm_about_themselves_while_a_colleague_may(
    client: Client, rang: Stage
) -> None:
    [alarm] = rang.alarms()
    Alarm.objects.filter(pk=alarm.pk).update(member=rang.dana.pk)
    page, note = f"/desk/alarms/{alarm.pk}/", {"note": "It was me."}
    colleague = enlist(rang.society, Role.DATA_PROTECTION)
    assert let_in(client, rang.dana).post(page, note).status_code == 409
    assert let_in(client, colleague).post(page, note).status_code == 302


def test_who_is_the_only_officer_answers_what_others_were_told_of(
    client: Client, rang: Stage
) -> None:
    [alarm] = rang.alarms()
    Alarm.objects.filter(pk=alarm.pk).update(member=rang.dana.pk)
    let_in(client, rang.dana)
    assert client.post(f"/desk/alarms/{alarm.pk}/", {"note": "It was me."}).status_code == 302


def test_the_auditor_reads_and_answers_nothing(client: Client, rang: Stage) -> None:
    [alarm] = rang.alarms()
    let_in(client, enlist(rang.society, Role.AUDITOR))
    page = f"/desk/alarms/{alarm.pk}/"
    assert "<textarea" not in client.get(page).content.decode()
    client.post(page, {"note": "I say nothing was wrong."})
    assert rang.alarms()[0].answered is None


def test_the_chart_counts_records_by_day_and_role(client: Client, rang: Stage) -> None:
    let_in(client, rang.dana)
    text = client.get("/desk/alarms/").content.decode()
    assert "<td>51</td>" in text
    assert "fewer than 5" not in text


def test_hours_of_work_are_set_and_shown(client: Client, rang: Stage) -> None:
    let_in(client, rang.dana)
    told = {"zone": "Africa/Windhoek", "days": ["0", "4"], "opens": "07:30", "closes": "16:00"}
    assert client.post("/desk/alarms/hours/", told | {"closes": "07:00"}).status_code == 422
    assert client.post("/desk/alarms/hours/", told).status_code == 302
    with reading_as(rang.society.pk):
        hours = lookups.hours_of(rang.society.pk)
    assert (hours.zone, hours.days, hours.opens.hour) == ("Africa/Windhoek", (0, 4), 7)
    assert 'value="07:30"' in client.get("/desk/alarms/hours/").content.decode()
