"""An invented case rings, does nothing else, and cannot be told from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from kintrace.audit.deeds import Deed
from kintrace.cases.actions import faces
from kintrace.cases.actions.canaries import NotTheInventedCase, mark_invented
from kintrace.cases.lookups import sought_in, told_of
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import consented, put_up, taken
from kintrace.cases.worklist import alarms_waiting
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, let_in
from kintrace.protection.lookups import may
from kintrace.protection.purposes import Purpose
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as
from kintrace.watch import actions as watch
from kintrace.watch import jobs, lookups
from kintrace.watch.table import Rule

if TYPE_CHECKING:
    from django.test import Client
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.watch.models import Canary

pytestmark = pytest.mark.django_db
LOOKS_GROWN = faces.Looks(fifteen=True, eighteen=True)


@pytest.fixture
def dana(scene: Scene) -> Member:
    return enlist(scene.society, Role.DATA_PROTECTION, "dana")


@pytest.fixture
def case(clock: FrozenDateTimeFactory, scene: Scene) -> Case:
    with scene.acting(scene.alma):
        return playing.open_a_case(SELAM, by=scene.alma)


def mark(case: Case, dana: Member, **other: Any) -> Canary:
    with reading_as(dana.society_id, member=dana.pk):
        said = {"reference": case.reference, "name": told_of(case.subject).called, "note": "Eva."}
        return mark_invented(**(said | other), by=dana)


def test_opening_it_rings_and_opening_another_does_not(
    client: Client, case: Case, dana: Member, scene: Scene, clock: FrozenDateTimeFactory
) -> None:
    with scene.acting(scene.alma):
        other = playing.open_a_case(PEOPLE[1], by=scene.alma)
    jobs.patrol.call()
    mark(case, dana)
    clock.tick(60)
    let_in(client, scene.alma).get(f"/desk/cases/{other.pk}/")
    jobs.patrol.call()
    before = _alarms(dana)
    assert Rule.CANARY not in {one.rule for one in before}
    client.get(f"/desk/cases/{case.pk}/")
    jobs.patrol.call()
    [alarm] = [one for one in _alarms(dana) if one.rule == Rule.CANARY]
    assert alarm.member == scene.alma.pk


def test_an_alarm_stands_on_the_officers_list_until_it_is_answered(
    client: Client, case: Case, dana: Member, scene: Scene, clock: FrozenDateTimeFactory
) -> None:
    mark(case, dana)
    clock.tick(60)
    let_in(client, scene.alma).get(f"/desk/cases/{case.pk}/")
    jobs.patrol.call()
    with reading_as(dana.society_id, member=dana.pk):
        [line] = alarms_waiting(dana)
        assert line.url == "/desk/alarms/"
        assert not list(alarms_waiting(scene.alma))
        for alarm in lookups.alarms(dana):
            watch.answer(alarm, note="A colleague tried the code.", by=dana)
        assert not list(alarms_waiting(dana))


def _alarms(dana: Member) -> list[Any]:
    with reading_as(dana.society_id):
        return lookups.alarms(dana)


def test_it_looks_like_any_other_in_lists_and_on_its_page(
    client: Client, case: Case, dana: Member, scene: Scene
) -> None:
    let_in(client, scene.alma)
    pages = ["/desk/", "/desk/cases/", f"/desk/cases/{case.pk}/"]
    before = [_shown(client, page) for page in pages]
    mark(case, dana)
    assert [_shown(client, page) for page in pages] == before


def _shown(client: Client, page: str) -> str:
    """A page without what differs from one opening to the next."""
    text = client.get(page).content.decode()
    return "\n".join(line for line in text.splitlines() if "csrf" not in line)


@pytest.mark.parametrize("purpose", Purpose)
def test_nothing_may_be_done_with_anybody_in_it(
    case: Case, dana: Member, scene: Scene, purpose: Purpose
) -> None:
    with reading_as(scene.society.pk):
        subjects = [case.subject, *(one.subject for one in sought_in(case))]
        allowed = [bool(may(one, Purpose.TRACE)) for one in subjects]
    assert allowed == [True, True]
    mark(case, dana)
    with reading_as(scene.society.pk):
        answers = [may(one, purpose) for one in subjects]
    assert [getattr(one, "code", "") for one in answers] == ["held", "held"]


def test_it_never_reaches_the_wall(case: Case, dana: Member, scene: Scene) -> None:
    """Also when everything was prepared before the mark was set."""
    with scene.acting(scene.alma):
        consented(case, by=scene.alma)
        taken(case, by=scene.alma)
    mark(case, dana)
    with scene.acting(scene.alma), pytest.raises(Refusal, match="Somebody looks at this first"):
        faces.propose(case, **put_up(), by=scene.alma)


@pytest.mark.parametrize(
    "wrong", [{"reference": "NM-2222-2222"}, {"name": "Samira Noor"}, {"name": ""}]
)
def test_a_mistyped_code_stops_nobodys_search(
    case: Case, dana: Member, scene: Scene, wrong: dict[str, str]
) -> None:
    with pytest.raises(NotTheInventedCase):
        mark(case, dana, **wrong)
    with reading_as(scene.society.pk):
        assert may(case.subject, Purpose.TRACE)


def test_a_case_with_a_face_is_not_marked(hanging: Case, scene: Scene) -> None:
    with pytest.raises(NotTheInventedCase):
        mark(hanging, enlist(scene.society, Role.DATA_PROTECTION))


def test_who_reads_the_database_cannot_tell_which_case_it_is(
    case: Case, dana: Member, scene: Scene
) -> None:
    mark(case, dana)
    with reading_as(scene.society.pk), connection.cursor() as cursor:
        cursor.execute("SELECT told FROM watch_canary")
        [(sealed,)] = cursor.fetchall()
        cursor.execute("SELECT about FROM audit_entry WHERE deed = %s", [Deed.PLANTED_CANARY])
        [(about,)] = cursor.fetchall()
    for one in (case.pk, case.subject):
        assert one.bytes not in bytes(sealed)
        assert str(one).encode() not in bytes(sealed)
        assert str(one).replace("-", "") != str(about).replace("-", "")


def test_the_mark_is_set_and_taken_back_on_the_page_of_who_keeps_watch(
    client: Client, case: Case, dana: Member, scene: Scene
) -> None:
    let_in(client, dana)
    with reading_as(scene.society.pk):
        name = told_of(case.subject).called
    typed = {"reference": case.reference.lower(), "name": f"  {name.upper()} ", "note": "Eva."}
    assert client.post("/desk/canaries/", typed | {"name": "Somebody"}).status_code == 422
    assert client.post("/desk/canaries/", typed).status_code == 302
    page = client.get("/desk/canaries/").content.decode()
    assert case.reference in page
    with reading_as(scene.society.pk):
        [canary] = lookups.canaries(scene.society.pk)
    assert client.post("/desk/canaries/", typed).status_code == 422  # marked already
    assert client.post(f"/desk/canaries/{canary.pk}/take-back/").status_code == 302
    with reading_as(scene.society.pk):
        assert may(case.subject, Purpose.TRACE)
