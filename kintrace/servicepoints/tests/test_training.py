"""What who works at a point has learned, each lesson with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, let_in
from kintrace.servicepoints import lookups
from kintrace.servicepoints.tests.conftest import settle_shore
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.servicepoints.tests.conftest import Shore


def test_a_lesson_is_noted_with_its_day_changed_and_taken_back(
    shore: Shore, client: Client
) -> None:
    let_in(client, shore.omar)
    page = f"/desk/points/crew/{shore.chidi.pk}/"
    for sent, kept in (
        (
            {"links": "2026-05-02", "data": "2026-05-03"},
            {"links": "2026-05-02", "data": "2026-05-03"},
        ),
        ({"links": "2026-06-01"}, {"links": "2026-06-01"}),
    ):
        assert client.post(page, sent).status_code == 302
        learned = lookups.training_of([shore.chidi])[shore.chidi.pk]
        assert {lesson: day.isoformat() for lesson, day in learned.items()} == kept
    assert "1 of 7" in client.get("/desk/points/crew/").content.decode()


def test_a_lesson_of_a_day_to_come_is_refused(shore: Shore, client: Client) -> None:
    let_in(client, shore.omar)
    answer = client.post(f"/desk/points/crew/{shore.chidi.pk}/", {"links": "2099-01-01"})
    assert (answer.status_code, "has not come yet" in answer.content.decode()) == (422, True)


def test_only_who_may_work_at_a_point_of_this_society_has_a_checklist(
    shore: Shore, client: Client
) -> None:
    let_in(client, shore.omar)
    auditor = enlist(shore.society, Role.AUDITOR)
    with reading_as(settle_shore("BG").society.pk) as _other:
        stranger = enlist(settle_shore("CZ").society, Role.VOLUNTEER)
    for member in (auditor, stranger):
        assert client.get(f"/desk/points/crew/{member.pk}/").status_code == 404
