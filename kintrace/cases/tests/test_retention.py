"""Reviews of open cases, and the end of closed ones: looked at, then erased, then a number."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.cases import lookups, worklist
from kintrace.cases.actions import retention
from kintrace.cases.actions.opening import CaseIsClosed
from kintrace.cases.actions.retention import CannotBeKept
from kintrace.cases.actions.reviews import next_review
from kintrace.cases.afterwards import KeptFor
from kintrace.cases.models import Case
from kintrace.cases.tests import ways
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import LASTS, TWO_YEARS, Clock, day, go
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.tests.cast import SignIn, enlist
from kintrace.people.models import Person
from kintrace.protection import actions as protection
from kintrace.protection import jobs
from kintrace.protection.lookups import agreed_until, holds_in_force, may
from kintrace.protection.purposes import Purpose, Scope, WhyErased
from kintrace.protection.retention import Kind
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as


def ending(scene: Scene) -> list[str]:
    with scene.acting(scene.omar):
        return [one.what for one in worklist.cases_ending(scene.omar)]


# --- open cases ---


def test_an_open_case_is_reviewed_after_3_6_and_12_months_and_then_every_year() -> None:
    opened = date(2026, 3, 1)
    due = [next_review(opened, after=opened)]
    for _ in range(5):
        due.append(next_review(opened, after=due[-1]))
    assert [(one - opened).days for one in due] == [91, 182, 365, 730, 1095, 1460]


@pytest.mark.parametrize(("today", "then"), [(85, 182), (100, 182), (170, 365), (800, 1095)])
def test_a_review_takes_along_the_one_that_is_near(
    today: int, then: int, scene: Scene, clock: Clock
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        go(clock, today)
        assert ways.reviewed(case, by=scene.alma).next_review == day(then)
        assert "reviewed_case" in [entry.deed for entry in audit.entries(scene.society.pk)]


def test_a_review_stands_in_the_work_list_until_somebody_looked(
    scene: Scene, clock: Clock, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    for number, lines in ((83, 0), (84, 1), (400, 1)):
        go(clock, number)
        with scene.acting(scene.alma):
            assert len(list(worklist.reviews_due(scene.alma))) == lines
    sign_in(client, scene.alma)
    here, said = f"/desk/cases/{case.pk}/reviewed/", {"day": day(400), "way": "phone"}
    answer = client.post(here, said, follow=True).content.decode()
    assert "Noted. The next review is on" in answer
    with scene.acting(scene.alma):
        assert list(worklist.reviews_due(scene.alma)) == []


def test_a_case_of_nobody_who_works_here_stands_in_every_officers_list(
    scene: Scene, clock: Clock
) -> None:
    with scene.acting(scene.alma):
        playing.open_a_case(SELAM, by=scene.alma)
    go(clock, 91)
    with scene.acting(scene.omar):
        assert list(worklist.reviews_due(scene.omar)) == []
        type(scene.alma).objects.filter(pk=scene.alma.pk).update(state="left")
        assert len(list(worklist.reviews_due(scene.omar))) == 1


def test_an_open_case_is_never_closed_or_erased_by_itself(scene: Scene, clock: Clock) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    go(clock, 5000)
    assert ways.end_old(scene) == 0
    with reading_as(scene.society.pk):
        assert Case.objects.get(pk=case.pk).state == "open"


@pytest.mark.parametrize(("reviewed", "goes_on"), [(True, True), (False, False)])
def test_a_search_stands_on_its_ground_as_long_as_somebody_looks_at_it(
    reviewed: bool, goes_on: bool, scene: Scene, clock: Clock
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        people = [case.subject, lookups.sought_in(case)[0].subject]
        go(clock, 3 * 365)
        assert [bool(may(one, Purpose.TRACE)) for one in people] == [True, True]
        if reviewed:
            ways.reviewed(case, by=scene.alma)
        go(clock, 3 * 365 + 1)
        assert [bool(may(one, Purpose.TRACE)) for one in people] == [goes_on, goes_on]


def test_a_review_makes_no_consent_last_longer(hanging: Case, scene: Scene, clock: Clock) -> None:
    go(clock, LASTS - 1)
    with scene.acting(scene.alma):
        agreed = agreed_until(hanging.subject, Scope.WALL)
        ways.reviewed(hanging, by=scene.alma)
        assert agreed_until(hanging.subject, Scope.WALL) == agreed == day(LASTS)


def test_a_closed_case_is_not_reviewed(scene: Scene, closed: Case) -> None:
    with scene.acting(scene.alma), pytest.raises(CaseIsClosed):
        ways.reviewed(closed, by=scene.alma)


# --- closed cases ---


def test_a_closed_case_stands_in_the_work_list_for_thirty_days_and_then_it_is_gone(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    for number, lines, ends in ((701, 0, 0), (702, 1, 0), (731, 1, 0), (732, 1, 1), (733, 0, 0)):
        go(clock, number)
        assert len(ending(scene)) == lines, number
        assert ways.end_old(scene) == ends, number


def test_a_case_whose_sought_person_was_erased_before_ends_like_any_other(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    with scene.acting(scene.dora):
        sought = lookups.sought_in(closed)[0].subject
        protection.erase(sought, by=scene.dora, why=WhyErased.ASKED)
    go(clock, TWO_YEARS + 1)
    assert ways.end_old(scene) == 1


def test_of_an_erased_case_neither_rows_nor_keys_are_left(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    with reading_as(scene.society.pk):
        assert Person.objects.count() >= 2
        assert Slot.objects.filter(file=closed.file).exists()
    go(clock, TWO_YEARS + 1)
    ways.end_old(scene)
    with reading_as(scene.society.pk):
        assert not Case.objects.exists()
        assert not Person.objects.exists()
        assert not Slot.objects.filter(file=closed.file).exists()
        assert [entry.deed for entry in audit.entries(scene.society.pk)].count("erased") >= 2


def test_who_is_on_hold_is_not_erased_before_the_protection_team_decided(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    with scene.acting(scene.omar):
        protection.put_on_hold(closed.subject, reason="Somebody asked.", by=scene.omar)
    go(clock, TWO_YEARS + 1)
    assert ways.end_old(scene) == 0
    assert ending(scene) == [], "a list would say that it is on hold"
    with scene.acting(scene.dora):
        hold = holds_in_force(closed.subject).get()
        protection.lift_hold(hold, because="Nobody asks any more.", by=scene.dora)
    assert ways.end_old(scene) == 1


def test_an_officer_keeps_it_longer_once_for_a_year_at_most(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    go(clock, TWO_YEARS - 10)
    last = day(TWO_YEARS)
    year = timedelta(days=365)
    with scene.acting(scene.omar):
        for wrong in (last, last + year + timedelta(days=1)):
            with pytest.raises(CannotBeKept):
                retention.keep_longer(closed, until=wrong, because=KeptFor.NEWS, by=scene.omar)
        retention.keep_longer(closed, until=last + year, because=KeptFor.NEWS, by=scene.omar)
        with pytest.raises(CannotBeKept, match="once already"):
            retention.keep_longer(closed, until=last + year, because=KeptFor.ASKED, by=scene.omar)
    go(clock, TWO_YEARS + 365)
    assert ways.end_old(scene) == 0
    go(clock, TWO_YEARS + 366)
    assert ways.end_old(scene) == 1


def test_an_open_case_is_not_kept_longer(scene: Scene, clock: Clock) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    with scene.acting(scene.omar), pytest.raises(CannotBeKept):
        retention.keep_longer(case, until=day(800), because=KeptFor.NEWS, by=scene.omar)


def test_a_shorter_time_lets_nobody_go_within_thirty_days_and_says_so_before(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    go(clock, 500)
    admin = enlist(scene.society, Role.SOCIETY_ADMIN)
    with reading_as(scene.society.pk, member=admin.pk):
        protection.settle({Kind.CASE: 365}, by=admin)
        assert lookups.last_day_of(closed) == day(530)
    assert len(ending(scene)) == 0
    for number, lines, ends in ((501, 1, 0), (530, 1, 0), (531, 1, 1)):
        go(clock, number)
        assert len(ending(scene)) == lines, number
        assert ways.end_old(scene) == ends, number


# --- pages ---


def test_the_case_page_says_how_long_everything_on_it_is_kept(
    scene: Scene, closed: Case, hanging: Case, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.omar)
    page = client.get(f"/desk/cases/{closed.pk}/").content.decode()
    assert "How long we keep this" in page
    assert "1 March 2028" in page
    assert "deleted with their keys" in page
    page = client.get(f"/desk/cases/{hanging.pk}/").content.decode()
    assert "Nothing is closed by itself." in page
    assert "31 May 2026" in page  # the first review
    assert "26 December 2026" in page  # the photo's last day
    person = client.get(f"/desk/subjects/{hanging.subject}/").content.decode()
    assert "26 December 2026" in person


def test_an_officer_keeps_a_case_on_its_page(
    scene: Scene, closed: Case, clock: Clock, client: Client, sign_in: SignIn
) -> None:
    go(clock, TWO_YEARS - 5)
    sign_in(client, scene.omar)
    assert closed.reference in client.get("/desk/ending/").content.decode()
    address = f"/desk/cases/{closed.pk}/keep/"
    wrong = client.post(address, {"because": "news", "until": str(day(2000))})
    assert wrong.status_code == 422
    assert "Choose a day between 2028-03-02 and 2029-03-01." in wrong.content.decode()
    right = client.post(address, {"because": "news", "until": str(day(900))}, follow=True)
    assert "The case is kept until the day you chose." in right.content.decode()
    assert closed.reference not in client.get("/desk/ending/").content.decode()


def test_the_daily_run_ends_it_and_stops_at_nothing_of_another_society(
    scene: Scene, closed: Case
) -> None:
    with freeze_time(day(TWO_YEARS + 1).isoformat() + " 12:00"):
        jobs.expire.call()
    with reading_as(scene.society.pk):
        assert not Case.objects.filter(pk=closed.pk).exists()
        assert isinstance(closed.subject, UUID)
